"""The year end of 2,400 members: dividend and refund computed, tested, booked and paid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from pathlib import Path
from time import perf_counter

from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.distribution import Refund
from ledger.domain.dividend import WeightRule
from ledger.domain.lending import Direction
from ledger.domain.loans.terms import Method
from ledger.domain.money import baht
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.due_paying import PayDues
from ledger.usecases.lending import DefineLoanType, OpenLoan
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.visiting import Item, ItemKind
from ledger.usecases.year_closing import CloseYear
from tests.bench.table import Row, at_most, seconds
from tests.support.books import Village, found_village

_MEMBERS, _MOST, _MEETING = 2_400, 5.0, date(2027, 2, 15)
_FIRST = Month(2026, 1)
_SHARES, _LOAN, _PAID = baht(100), baht(12_000), baht(500)
_TERMS = DividendTerms(rate=Fraction(3, 100), weights=WeightRule.MONTH_AFTER)


def year_end_rows(folder: Path, *, quick: bool = False) -> list[Row]:
    """Each step is one act; the figure to reach is that of the allocation (performance.md, 5)."""
    members = _MEMBERS // 40 if quick else _MEMBERS
    what = f"year end of {members:,} members"
    with _a_year(folder, members) as village:
        closing = _timed(village, CloseYear(year=2026))
        allocating = _timed(
            village,
            AllocateSurplus(
                year=2026,
                on=_MEETING,
                resolution="มติที่ประชุมใหญ่",
                dividend=_TERMS,
                refund=Refund(Fraction(1, 10)),
            ),
        )
        paying = _timed(village, PayDues(year=2026, on=_MEETING))
    return [
        Row(f"{what}: its last month and the year closed", seconds(closing), "", ""),
        at_most(f"{what}: dividend and refund in one act", allocating, most=_MOST),
        at_most(f"{what}: all of them paid in one act", paying, most=_MOST),
    ]


def _timed(village: Village, command: Command) -> float:
    before = perf_counter()
    village.run(command)
    return perf_counter() - before


@contextmanager
def _a_year(folder: Path, members: int) -> Iterator[Village]:
    """Everybody buys shares and pays an instalment every month."""
    folder.mkdir(parents=True, exist_ok=True)
    village = found_village(folder, today=_MEETING, starts_on=_FIRST.first, cash_limit=None)
    with village.book:
        _types(village)
        made = [_joined(village) for _ in range(members)]
        for at in range(12):
            month = _FIRST.plus(at)
            village.run(_sheet(made, month))
            if at < 11:
                village.run(CloseMonth(month=month))
        yield village


def _types(village: Village) -> None:
    for code, direction, account, interest, penalty in (
        ("ORD", Direction.OUT, "13010", "41010", "42010"),
        ("CODI", Direction.IN, "24010", "51040", "51040"),
    ):
        village.run(
            DefineLoanType(
                code=code,
                name_th=code,
                direction=direction,
                account=account,
                interest_account=interest,
                penalty_account=penalty,
                method=Method.EQUAL_PRINCIPAL,
            )
        )
    made = village.run(
        OpenLoan(
            lender="พอช.",
            approved=_LOAN * _MEMBERS,
            type="CODI",
            on=_FIRST.first,
            rate=Fraction(0),
            instalments=240,
        )
    ).made
    source = int(str(made["card"]))
    village.run(PayOutLoan(card=source, amount=_LOAN * _MEMBERS, on=_FIRST.first))


def _joined(village: Village) -> tuple[str, int, int]:
    """A member with her share card and a loan."""
    number, cards = village.member(on=_FIRST.first)
    made = village.run(
        OpenLoan(
            member=number,
            approved=_LOAN,
            type="ORD",
            on=_FIRST.first,
            rate=Fraction(6, 100),
            instalments=24,
        )
    ).made
    card = int(str(made["card"]))
    village.run(PayOutLoan(card=card, amount=_LOAN, on=_FIRST.first))
    return number, cards["SHARES"], card


def _sheet(members: list[tuple[str, int, int]], month: Month) -> PostSheet:
    lines = tuple(
        SheetLine(
            member=number,
            items=(
                Item(item=ItemKind.SHARES, amount=_SHARES, card=shares),
                Item(item=ItemKind.LOAN, amount=_PAID, card=loan),
            ),
        )
        for number, shares, loan in members
    )
    counted = (Pieces(denomination=baht(100), pieces=6 * len(members)),)
    return PostSheet(on=month.last, lines=lines, counted=counted)
