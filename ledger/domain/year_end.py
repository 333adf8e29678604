"""The fiscal year as the book keeps it: closed, and its surplus allocated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.limits import check_count
from ledger.domain.money import ZERO, Money
from ledger.domain.records import Record
from ledger.domain.refusals.intake import BuddhistYear
from ledger.domain.surplus import Use

# The role of the posting table that each use of the surplus credits (domain.md 3.2, 3.3).
ROLE_OF_USE = {
    Use.LEAGUE: "league_payable",
    Use.DIVIDEND: "dividend_payable",
    Use.PATRONAGE: "refund_payable",
    Use.BONUS: "bonus_payable",
    Use.EQUALISATION: "fund_dividend",
    Use.PUBLIC_BENEFIT: "fund_public",
    Use.WELFARE: "fund_welfare",
    Use.EDUCATION: "fund_education",
    Use.OTHER: "fund_other",
    Use.RESERVE: "reserve",
    Use.CARRIED: "retained",
}


_FIRST_YEAR, _LAST_YEAR = 1900, 2399
_FIRST_BUDDHIST_YEAR = 2400


@dataclass(frozen=True, slots=True)
class YearSpan:
    """A fiscal year by the common-era year in which it ends (domain.md 3.1)."""

    year: int
    first: Month
    last: Month

    @classmethod
    def ending(cls, year: int, ends_in: int) -> YearSpan:
        """The year that ends in this month.

        Raises:
            BuddhistYear: the year was given in the Buddhist era.
            CountOutOfRange: no book has days of such a year.
        """
        if year >= _FIRST_BUDDHIST_YEAR:
            raise BuddhistYear("year", str(year), str(year - ERA_OFFSET))
        check_count("year", year, least=_FIRST_YEAR, most=_LAST_YEAR)
        last = Month(year, ends_in)
        return cls(year, last.plus(-11), last)


@dataclass(frozen=True, slots=True)
class FiscalYear(Record):
    """A year closed by its closing ``entry``, or with ``closed`` false opened again.

    ``surplus`` is income less expense that the entry moved to equity.
    """

    table = "fiscal_years"
    key = ("year",)

    year: int
    closed: bool
    on: date
    entry: int
    surplus: Money
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SurplusAllocation(Record):
    """A proposal (no ``entry``), or the meeting's resolution; counts while its entry stands.

    ``drawn`` topped up the dividend from the equalisation fund. Of a loss the lines are below zero.
    """

    table = "surplus_allocations"
    key = ("number",)
    versions = False

    number: int
    year: int
    on: date
    surplus: Money
    share_capital: Money
    entry: int | None = None
    resolution: str = ""
    dividend_rate: Fraction | None = None
    refund_rate: Fraction | None = None
    drawn: Money = ZERO


@dataclass(frozen=True, slots=True)
class SurplusLine(Record):
    """One line of the sheet; ``percent`` is in hundredths of a percent, rounded by itself."""

    table = "surplus_lines"
    key = ("allocation", "line")
    versions = False

    allocation: int
    line: int
    use: Use
    name: str
    amount: Money
    percent: int


@dataclass(frozen=True, slots=True)
class SurplusCheck(Record):
    """One legal test of a sheet as it came out: what was found and the limit it had to keep."""

    table = "surplus_checks"
    key = ("allocation", "line")
    versions = False

    allocation: int
    line: int
    test: str
    use: Use
    found: Money
    limit: Money
    holds: bool


@dataclass(frozen=True, slots=True)
class MemberDue(Record):
    """What a member gets of an allocation, and the interest and missed rows it came from."""

    table = "surplus_dues"
    key = ("allocation", "member")
    versions = False

    allocation: int
    member: str
    dividend: Money
    refund: Money
    interest_paid: Money
    missed: int


class Debt(Enum):
    """What a due may meet before it is paid out.

    ``due``: all that is asked on the day on loans; ``loans``: everything owed on them; ``charges``:
    fees, fines and dues that are open.
    """

    DUE = "due"
    CHARGES = "charges"
    LOANS = "loans"


@dataclass(frozen=True, slots=True)
class DuePayment(Record):
    """A member's dividend and refund paid by an entry; counts while that is not reversed.

    ``debts`` of it met debts. The rest went into the savings account ``card``, or out in cash or
    from ``bank``.
    """

    table = "due_payments"
    key = ("allocation", "member", "number")
    versions = False

    allocation: int
    member: str
    number: int
    on: date
    entry: int
    dividend: Money
    refund: Money
    debts: Money
    bank: str = ""
    card: int | None = None


@dataclass(frozen=True, slots=True)
class SharedOut(Record):
    """A cycle ended: ``principal`` that members held, what the group made, what stayed over.

    ``entry`` brought together what was made (a loss is below zero); None where nothing was.
    """

    table = "share_outs"
    key = ("number",)
    versions = False

    number: int
    on: date
    resolution: str
    principal: Money
    gain: Money
    residue: Money
    entry: int | None


@dataclass(frozen=True, slots=True)
class ShareOutPart(Record):
    """What one member held, her part of what was made, and what she was paid."""

    table = "share_out_parts"
    key = ("share_out", "member")
    versions = False

    share_out: int
    member: str
    held: Money
    part: Money
    paid: Money
    entry: int
