"""Pieces of windows that know nothing of cooperatives: tables, fields, forms, look, paper."""

from desktop.parts.kept_truth import keep_truth
from desktop.parts.plain_imports import import_plainly

# Before the first signal is emitted, whoever emits it, and before our modules load others.
keep_truth()
import_plainly()
