"""Cash in hand and money at the bank: counts, vouchers, statements and their agreement."""
