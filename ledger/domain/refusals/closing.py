"""Refusals of closing and reopening months."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class MonthNotOver(Refusal):
    """The month has not ended."""

    month: str
    today: date


@refusal
class MonthBeforeBook(Refusal):
    """The month was over when the book began."""

    month: str
    starts_on: date


@refusal
class MonthClosed(Refusal):
    """The month is closed already."""

    month: str


@refusal
class MonthNotClosed(Refusal):
    """The month is open."""

    month: str


@refusal
class MonthLocked(Refusal):
    """The month is locked and stays so."""

    month: str


@refusal
class LockedByCloser(Refusal):
    """Who closed the month may not lock it, too."""

    month: str
    user: str


@refusal
class SheetWaiting(Refusal):
    """A collection sheet of the month was typed and not booked; nobody would see it later."""

    day: date
    lines: int
    month: str


@refusal
class ReserveBelowLaw(Refusal):
    """The rule would give the reserve of a registered cooperative less than the law does."""

    part: Fraction
    least: Fraction


@refusal
class YearNotOver(Refusal):
    """The fiscal year has not ended."""

    year: int
    last: date
    today: date


@refusal
class YearClosed(Refusal):
    """The fiscal year is closed already."""

    year: int


@refusal
class YearNotClosed(Refusal):
    """The fiscal year has no closing entry that stands."""

    year: int


@refusal
class YearAllocated(Refusal):
    """The surplus of the year was allocated by resolution."""

    year: int
    allocation: int


@refusal
class NoLoss(Refusal):
    """The year made no loss that could be taken from the reserve."""

    year: int
    surplus: Money


@refusal
class DrawTooHigh(Refusal):
    """The equalisation fund tops up a dividend: no more than it holds, nor than the dividend."""

    drawn: Money
    held: Money
    dividend: Money


@refusal
class YearNotAllocated(Refusal):
    """No resolution on the surplus of the year stands."""

    year: int


@refusal
class DueNotYet(Refusal):
    """Dividend and refund are owed from the day of the resolution."""

    year: int
    allocated: date
    on: date


@refusal
class NothingUnpaid(Refusal):
    """The member gets nothing of that year, or was paid already."""

    member: str
    year: int


@refusal
class NoAccountForDue(Refusal):
    """The member has no open savings account of the product."""

    member: str
    product: str


@refusal
class DuesPaid(Refusal):
    """Members were paid by the allocation; it is taken back after their payments."""

    entry: int
    year: int
    members: int


@refusal
class YearClosingEntry(Refusal):
    """The entry closed a fiscal year; only opening the year again takes it back."""

    entry: int
    year: int
