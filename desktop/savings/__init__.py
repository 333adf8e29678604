"""Savings and shares as products: their rules, their rates, and the interest on them."""
