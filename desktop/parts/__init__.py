"""Pieces of windows that know nothing of cooperatives: tables, fields, forms, look, paper."""
