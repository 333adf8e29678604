"""The surplus of a closed year: proposed, tried, and allocated by the general meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.distribution import Holder, Refund, dividends_of, refunds_of
from ledger.domain.dividend import DividendRule, RoundingPer, WeightRule, YearLength
from ledger.domain.entries import Entry, merged
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.papers import VoucherKind
from ledger.domain.refusals.closing import DrawTooHigh, YearAllocated
from ledger.domain.surplus import (
    Allocation,
    BadProposalLine,
    ProposalLine,
    SurplusRule,
    Use,
    allocate,
    lawful,
)
from ledger.domain.year_end import (
    FiscalYear,
    MemberDue,
    SurplusAllocation,
    SurplusCheck,
    SurplusLine,
    YearSpan,
)
from ledger.usecases.allocating_funds import (
    EVENT,
    allocation_lines,
    drawn_lines,
    equalisation_held,
)
from ledger.usecases.recording import check_has_come, given, money_place, record
from ledger.usecases.surplus_terms import check_named, check_rule
from ledger.usecases.vouching import add_voucher
from ledger.usecases.year_closing import span_of, standing_allocation, the_closed_year
from ledger.usecases.year_holders import holders_of_year, share_capital

_USUAL_RULE = SurplusRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class DividendTerms:
    """The dividend the meeting decides: its rate in percent, weights and rounding."""

    rate: Fraction
    weights: WeightRule = WeightRule.MONTH_AFTER
    cutoff_day: int = 31
    months: int | None = None
    year_length: YearLength = YearLength.DAYS_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    rounding_per: RoundingPer = RoundingPer.LINE
    products: tuple[str, ...] = ()
    pays_leavers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSurplus(Command):
    """Keep a proposal for the year's surplus with its legal tests; nothing is booked."""

    year: int
    on: date
    lines: tuple[ProposalLine, ...] = ()
    dividend: DividendTerms | None = None
    refund: Refund | None = None
    defaulters: tuple[str, ...] = ()
    rule: SurplusRule = _USUAL_RULE
    drawn: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateSurplus(Command):
    """Book the resolution on the year's surplus; the residue goes to the reserve (domain.md 3.2).

    Each fund gives what it earned; where one hands money to the general fund for that, it goes
    by ``bank`` or in cash. ``drawn`` comes from the dividend-equalisation fund, which may only top
    up the dividend (domain.md 3.2), so no more than that. A rehearsal is the trial run.
    """

    year: int
    on: date
    resolution: str
    lines: tuple[ProposalLine, ...] = ()
    dividend: DividendTerms | None = None
    refund: Refund | None = None
    defaulters: tuple[str, ...] = ()
    rule: SurplusRule = _USUAL_RULE
    approved_by: str = ""
    bank: str | None = None
    drawn: Money = ZERO


@dataclass(frozen=True, slots=True)
class _Sheet:
    year: FiscalYear
    capital: Money
    allocation: Allocation
    dues: tuple[MemberDue, ...]


def propose_surplus(command: ProposeSurplus, books: Books) -> None:
    check_has_come(books, command.on)
    number = books.next_number(SurplusAllocation)
    _keep(command, books, _sheet(command, books, number), number)


def allocate_surplus(command: AllocateSurplus, books: Books) -> None:
    resolution = given(command.resolution, "resolution")
    before = standing_allocation(books, command.year)
    if before is not None:
        raise YearAllocated(command.year, before.number)
    number = books.next_number(SurplusAllocation)
    money_place(books, command.bank)
    sheet = _sheet(command, books, number)
    lawful(sheet.allocation)
    lines = allocation_lines(books, sheet.year, sheet.allocation.lines, command.bank)
    lines += drawn_lines(books, command.drawn, command.on, command.bank)
    entry = Entry(on=command.on, event=EVENT, lines=merged(lines), memo=resolution)
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=resolution,
        approved_by=command.approved_by,
    )
    _keep(command, books, sheet, number, entry=posted.number, resolution=resolution)


def _sheet(command: ProposeSurplus | AllocateSurplus, books: Books, number: int) -> _Sheet:
    check_rule(command.rule, books)
    span = span_of(books, command.year)
    year = the_closed_year(books, span.year)
    terms = command.dividend
    products = () if terms is None else terms.products
    check_named(books, products, command.defaulters)
    holders = holders_of_year(books, span, products=products, defaulters=command.defaulters)
    capital = share_capital(books, span, products)
    dues = _dues(command, span, holders, number)
    dividend = total(one.dividend for one in dues)
    _check_drawn(command, books, dividend)
    proposal = [
        *command.lines,
        *_computed(command, Use.DIVIDEND, dividend - command.drawn),
        *_computed(command, Use.PATRONAGE, total(one.refund for one in dues)),
    ]
    rule = command.rule
    if terms is None and rule.share_capital is None:
        rule = replace(rule, share_capital=capital)
    allocation = allocate(
        year.surplus,
        proposal,
        rule,
        drawn=command.drawn,
        most_dividend=None if terms is None else _most_dividend(terms, rule, span, holders),
    )
    return _Sheet(year, capital, allocation, dues)


def _check_drawn(command: ProposeSurplus | AllocateSurplus, books: Books, dividend: Money) -> None:
    """Whether the equalisation fund may give so much to the dividend.

    Raises:
        DrawTooHigh: it holds less, or the dividend is less.
    """
    if command.drawn == ZERO:
        return
    held = total(equalisation_held(books, command.on).values())
    if command.drawn < ZERO or command.drawn > min(held, dividend):
        raise DrawTooHigh(command.drawn, held, dividend)


def _computed(
    command: ProposeSurplus | AllocateSurplus, use: Use, amount: Money
) -> list[ProposalLine]:
    """The line that comes from the members; nobody may type one beside it.

    Raises:
        BadProposalLine: the proposal has a line of that use, too.
    """
    if any(line.use is use for line in command.lines):
        # What members get is computed for each of them, so its sum is never typed.
        raise BadProposalLine(use, "")
    terms = command.dividend if use is Use.DIVIDEND else command.refund
    return [] if terms is None else [ProposalLine(use, amount=amount)]


def _dues(
    command: ProposeSurplus | AllocateSurplus,
    span: YearSpan,
    holders: list[Holder],
    number: int,
) -> tuple[MemberDue, ...]:
    refunds = refunds_of(command.refund, holders)
    dividends = [ZERO] * len(holders)
    if command.dividend is not None:
        dividends = _dividends(command.dividend, span, holders)
    return tuple(
        MemberDue(number, one.member, dividend, refund, one.interest_paid, one.missed)
        for one, dividend, refund in zip(holders, dividends, refunds, strict=True)
    )


def _dividends(terms: DividendTerms, span: YearSpan, holders: list[Holder]) -> list[Money]:
    rule = DividendRule(
        start=span.first.first,
        end=span.last.last,
        rate=terms.rate,
        weights=terms.weights,
        cutoff_day=terms.cutoff_day,
        months=terms.months,
        year_length=terms.year_length,
        rounding=terms.rounding,
        rounding_per=terms.rounding_per,
    )
    found = dividends_of(rule, holders, pays_leavers=terms.pays_leavers)
    return [one.total for one in found]


def _most_dividend(
    terms: DividendTerms, rule: SurplusRule, span: YearSpan, holders: list[Holder]
) -> Money:
    """What members would get at the highest rate, by the same weights and rounding."""
    return total(_dividends(replace(terms, rate=rule.dividend_rate), span, holders))


def _keep(  # noqa: PLR0913 - the sheet, and what the meeting adds to it
    command: ProposeSurplus | AllocateSurplus,
    books: Books,
    sheet: _Sheet,
    number: int,
    *,
    entry: int | None = None,
    resolution: str = "",
) -> None:
    books.add(
        SurplusAllocation(
            number=number,
            year=sheet.year.year,
            on=command.on,
            surplus=sheet.allocation.surplus,
            share_capital=sheet.capital,
            entry=entry,
            resolution=resolution,
            dividend_rate=None if command.dividend is None else command.dividend.rate,
            refund_rate=None if command.refund is None else command.refund.rate,
            drawn=command.drawn,
        )
    )
    lines = tuple(
        SurplusLine(number, at, line.use, line.name, line.amount, line.percent)
        for at, line in enumerate(sheet.allocation.lines, start=1)
    )
    tests = tuple(
        SurplusCheck(number, at, test.test.value, test.use, test.found, test.limit, test.holds)
        for at, test in enumerate(sheet.allocation.tests, start=1)
    )
    for one in (*lines, *tests, *sheet.dues):
        books.add(one)
    books.make(
        allocation=number,
        surplus=sheet.allocation.surplus.as_decimal(),
        reserve=sheet.allocation.reserve.as_decimal(),
        drawn=command.drawn.as_decimal(),
        dividend=total(one.dividend for one in sheet.dues).as_decimal(),
        refund=total(one.refund for one in sheet.dues).as_decimal(),
        members=len(sheet.dues),
        lawful=sheet.allocation.is_lawful,
        lines=lines,
        tests=tests,
    )
