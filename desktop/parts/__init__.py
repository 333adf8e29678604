"""Pieces of windows that know nothing of cooperatives: tables, fields, forms, look, paper."""

from desktop.parts.kept_truth import keep_truth
from desktop.parts.late_signatures import load_signatures_late
from desktop.parts.plain_imports import import_plainly
from desktop.parts.quick_enums import make_enums_quickly

# Before PySide6 is loaded, where nobody loaded it yet.
make_enums_quickly()
load_signatures_late()
# Before the first signal is emitted, whoever emits it, and before our modules load others.
keep_truth()
import_plainly()
