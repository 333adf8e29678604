"""The standard charts of accounts, one table of text per kind of cooperative."""
