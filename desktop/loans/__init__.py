"""Loans to members: who owes what, applications and contracts, payouts and what is late."""
