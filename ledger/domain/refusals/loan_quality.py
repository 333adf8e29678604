"""Refusals about the quality of loans: the table of classes, and lenders' statements."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class ClassStepsWrong(Refusal):
    """The table does not begin with loans in time, or does not rise."""


@dataclass(eq=False)
class SanctionStepsWrong(Refusal):
    """The numbers of missed instalments do not rise from step to step."""


@dataclass(eq=False)
class UnknownRepayment(Refusal):
    """No repayment of that number counts on the loan from the lender."""

    card: int
    payment: int
