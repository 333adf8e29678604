"""Refusals of taking over the books on paper: contracts in mid-life, and what is there already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class NotACellRate(Refusal):
    """The cell holds no rate in percent a year, or one that can be read in two ways."""

    text: str


@dataclass(eq=False)
class NotACellCount(Refusal):
    """The cell holds no whole number above zero."""

    text: str


@dataclass(eq=False)
class PartsDiffer(Refusal):
    """A total on paper is not what its parts add up to; shown, never absorbed (domain.md 5.6)."""

    paper: Money
    parts: Money
    difference: Money


@dataclass(eq=False)
class AccountNamedOtherwise(Refusal):
    """The chart on paper has the code under another name than the book; people decide which."""

    account: str
    there: str
    here: str


@dataclass(eq=False)
class NothingLeftOfLoan(Refusal):
    """The loan was repaid before the cut-over day."""

    party: str
    paid_out: Money
    repaid: Money


@dataclass(eq=False)
class PaidOutAboveApproved(Refusal):
    """More was paid out than was approved."""

    party: str
    approved: Money
    paid_out: Money


@dataclass(eq=False)
class LateAboveOwed(Refusal):
    """More principal would be late than is owed."""

    party: str
    owed: Money
    late: Money


@dataclass(eq=False)
class LateDayMissing(Refusal):
    """Something is late, and no day says since when."""

    party: str


@dataclass(eq=False)
class DayNotInOrder(Refusal):
    """A day of the contract stands on the wrong side of another one."""

    party: str
    day: date
    other: date


@dataclass(eq=False)
class RestNotPlanned(Refusal):
    """Principal is left that no instalment to come repays."""

    party: str
    left: Money


@dataclass(eq=False)
class BothSidesFilled(Refusal):
    """A row of the trial balance has a debit and a credit; a balance stands on one side."""

    account: str
    debit: Money
    credit: Money


@dataclass(eq=False)
class SourceNotFound(Refusal):
    """No loan received has that contract number, in the book or above in the workbook."""

    contract_number: str


@dataclass(eq=False)
class CarriedAlready(Refusal):
    """The card or account was taken over before, and the entry of it stands."""

    what: str
    amount: Money
    entry: int


@dataclass(eq=False)
class NoSuchCarrying(Refusal):
    """No workbook was taken over under that number."""

    carrying: int


@dataclass(eq=False)
class TakenBackAlready(Refusal):
    """The import was taken back before."""

    carrying: int
    day: date
