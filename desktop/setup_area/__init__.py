"""Set-up: the cooperative, zones, bank accounts, the chart of accounts, fees and fines."""
