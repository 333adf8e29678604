"""Loans as pure rules: the plan of instalments, and how each payment is divided."""
