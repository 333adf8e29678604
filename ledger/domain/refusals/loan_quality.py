"""Refusals about the quality of loans: the table of classes, and lenders' statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
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


@dataclass(eq=False)
class AllowanceAgrees(Refusal):
    """The allowance is what the loans of the day need: there is nothing to book."""

    day: date
    allowance: Money
