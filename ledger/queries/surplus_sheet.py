"""The sheet of a year's surplus: lines, legal tests and what each member gets, as kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.closing import YearNotClosed
from ledger.domain.surplus import Use
from ledger.domain.welfare_fund import WelfareFund
from ledger.domain.year_end import (
    FiscalYear,
    MemberDue,
    SurplusAllocation,
    SurplusCheck,
    SurplusLine,
)
from ledger.queries.naming import names_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line; ``percent`` of the surplus is in hundredths of a percent and need not add up."""

    use: Use
    title: str
    amount: Money
    percent: int


@dataclass(frozen=True, slots=True)
class SheetTest:
    """One legal test: the amount found and the limit it has to keep."""

    test: str
    use: Use
    found: Money
    limit: Money
    holds: bool


@dataclass(frozen=True, slots=True)
class SheetMember:
    """What one member gets; ``missed`` rows cost the refund."""

    member: str
    name: str
    dividend: Money
    refund: Money
    total: Money
    interest_paid: Money
    missed: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A proposal, or with ``entry`` the resolution; ``stands`` while that entry is not reversed.

    ``drawn`` of the dividend comes from the equalisation fund, so it is in no line.
    """

    number: int
    on: date
    resolution: str
    entry: int | None
    stands: bool
    surplus: Money
    share_capital: Money
    lines: tuple[SheetLine, ...]
    total: Money
    tests: tuple[SheetTest, ...]
    lawful: bool
    members: tuple[SheetMember, ...]
    dividend: Money
    refund: Money
    drawn: Money


@dataclass(frozen=True, slots=True)
class SurplusSheets:
    """A closed year with its surplus and every sheet made of it, oldest first.

    ``kept_apart`` is what the closing left in the welfare fund's own fund: part of the result that
    the statements show, and not the meeting's to allocate.
    """

    year: int
    closed: bool
    closed_on: date
    entry: int
    surplus: Money
    kept_apart: Money
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class ClosedYears:
    """The fiscal years that were ever closed, oldest first; of one year when it is named."""

    years: tuple[SurplusSheets, ...]


def surplus_sheet(reader: Reader, *, year: int | None = None) -> ClosedYears:
    """The surplus of fiscal years and how it was allocated, by the year in which each ends.

    Raises:
        YearNotClosed: the year named was never closed.
    """
    found = [one for one in reader.every(FiscalYear) if year in (None, one.year)]
    if year is not None and not found:
        raise YearNotClosed(year)
    return ClosedYears(
        tuple(
            SurplusSheets(
                year=one.year,
                closed=one.closed,
                closed_on=one.on,
                entry=one.entry,
                surplus=one.surplus,
                kept_apart=_kept_apart(reader, one.entry),
                sheets=tuple(
                    _sheet(reader, kept) for kept in reader.every(SurplusAllocation, year=one.year)
                ),
            )
            for one in found
        )
    )


def _kept_apart(reader: Reader, entry: int) -> Money:
    own = {one.fund for one in reader.every(WelfareFund)} - {GENERAL_FUND}
    rows = reader.rows(
        "SELECT fund, SUM(credit - debit) FROM lines WHERE entry = ? AND account IN"
        " (SELECT account FROM roles WHERE role = 'surplus_year') GROUP BY fund",
        (entry,),
    )
    return total(Money(satang) for fund, satang in rows if fund in own)


def _sheet(reader: Reader, kept: SurplusAllocation) -> Sheet:
    lines = reader.every(SurplusLine, allocation=kept.number)
    tests = reader.every(SurplusCheck, allocation=kept.number)
    dues = reader.every(MemberDue, allocation=kept.number)
    names = names_of(reader)
    return Sheet(
        number=kept.number,
        on=kept.on,
        resolution=kept.resolution,
        entry=kept.entry,
        stands=kept.entry is not None and reader.reversed_by(kept.entry) is None,
        surplus=kept.surplus,
        share_capital=kept.share_capital,
        lines=tuple(SheetLine(one.use, one.name, one.amount, one.percent) for one in lines),
        total=total(one.amount for one in lines),
        tests=tuple(SheetTest(one.test, one.use, one.found, one.limit, one.holds) for one in tests),
        lawful=all(one.holds for one in tests),
        members=tuple(
            SheetMember(
                member=one.member,
                name=names.get(one.member, ""),
                dividend=one.dividend,
                refund=one.refund,
                total=one.dividend + one.refund,
                interest_paid=one.interest_paid,
                missed=one.missed,
            )
            for one in dues
            if (one.dividend, one.refund, one.interest_paid) != (ZERO, ZERO, ZERO)
        ),
        dividend=total(one.dividend for one in dues),
        refund=total(one.refund for one in dues),
        drawn=kept.drawn,
    )
