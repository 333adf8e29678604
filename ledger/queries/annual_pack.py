"""Everything the annual meeting decides on, of one fiscal year (feature 79)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, Kind
from ledger.domain.days import day_before
from ledger.domain.money import Money
from ledger.domain.refusals.closing import YearNotAllocated, YearNotClosed
from ledger.domain.year_end import YearSpan
from ledger.queries.cash_flow import CashFlow, cash_flow
from ledger.queries.dividend_register import DividendRegister, dividend_register
from ledger.queries.financial import (
    FinancialPosition,
    Section,
    financial_position,
    section,
)
from ledger.queries.notes import Notes, notes
from ledger.queries.ratios import Base, Ratios, ratios
from ledger.queries.standing import the_cooperative
from ledger.queries.sums import sums_between
from ledger.queries.surplus_sheet import SurplusSheets, surplus_sheet
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class YearResult:
    """Income and expense of a fiscal year, columns: the year, the year before it."""

    since: date
    until: date
    income: Section
    expense: Section
    net: tuple[Money, Money]


@dataclass(frozen=True, slots=True)
class AnnualPack:
    """The statements, notes and ratios; the allocation and the register once there are any.

    ``sheets`` is None until the year is closed, ``register`` until its surplus is allocated. The
    statements are those of the year's last day before its closing entry.
    """

    year: int
    since: date
    until: date
    position: FinancialPosition
    result: YearResult
    flow: CashFlow
    notes: Notes
    ratios: Ratios
    sheets: SurplusSheets | None
    register: DividendRegister | None


def annual_pack(reader: Reader, *, year: int, base: Base = Base.ENDING) -> AnnualPack:
    """The pack for the annual meeting, of the fiscal year that ends in this common-era year.

    Raises:
        BuddhistYear, CountOutOfRange: it is no common-era year.
    """
    span = YearSpan.ending(year, the_cooperative(reader).year_ends_in)
    since, until = span.first.first, span.last.last
    sheets: SurplusSheets | None = None
    register: DividendRegister | None = None
    with suppress(YearNotClosed):
        sheets = surplus_sheet(reader, year=year).years[0]
    with suppress(YearNotAllocated):
        register = dividend_register(reader, year=year)
    return AnnualPack(
        year=year,
        since=since,
        until=until,
        position=financial_position(reader, at=until, compared_with=day_before(since)),
        result=year_result(reader, span),
        flow=cash_flow(reader, since=since, until=until),
        notes=notes(reader, at=until),
        ratios=ratios(reader, at=until, base=base),
        sheets=sheets,
        register=register,
    )


def year_result(reader: Reader, span: YearSpan) -> YearResult:
    """Income and expense of the year beside the year before, without their closing entries."""
    columns = [
        sums_between(reader, span.first.plus(-back).first, span.last.plus(-back).last)
        for back in (0, 12)
    ]
    accounts = reader.every(Account)
    income = section(accounts, Kind.INCOME, columns)
    expense = section(accounts, Kind.EXPENSE, columns)
    net = [one - other for one, other in zip(income.totals, expense.totals, strict=True)]
    return YearResult(span.first.first, span.last.last, income, expense, (net[0], net[1]))
