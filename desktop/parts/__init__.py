"""Pieces of windows that know nothing of cooperatives: tables, fields, forms, look, paper."""

from desktop.parts.kept_truth import keep_truth

# Before the first signal is emitted, whoever emits it: see there.
keep_truth()
