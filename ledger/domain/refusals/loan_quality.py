"""Refusals about the quality of loans: the table of classes, and lenders' statements."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class ClassStepsWrong(Refusal):
    """The table does not begin with loans in time, or does not rise."""
