"""Loans received from CODI, banks and the city fund, beside what was lent on from them."""
