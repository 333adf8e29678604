"""One sentence per refusal, grouped as the refusals are: what is wrong, why, and what to do."""
