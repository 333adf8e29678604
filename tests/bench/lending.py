"""Loans: exact plans of 180 rows, the card of ten years, and a portfolio of 2,400 loans aged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter

from ledger.book import Book
from ledger.domain.days import plus_months
from ledger.domain.lending import Direction
from ledger.domain.loans.card import card_of
from ledger.domain.loans.contract import Event, Paid, PenaltyKind, PenaltyRule
from ledger.domain.loans.from_plan import dues_of, payouts_of, rules_of
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.terms import Method, PlanTerms
from ledger.domain.money import Money, baht
from ledger.queries.loan_quality import loan_quality
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.lending import DefineLoanType, OpenLoan
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from tests.bench.table import Row, a_second, at_most, seconds
from tests.support.books import START, Village, found_village

_PLANS, _ROWS, _PLANS_A_SECOND = 2_000, 180, 2_000
_YEARS, _MOST_FOR_A_CARD = 10, 0.010
_LOANS, _PAID_MONTHS, _ASKED, _MOST_FOR_A_PORTFOLIO = 2_400, 6, 15, 0.300
_LOANS_A_MEMBER = 10


@dataclass(frozen=True, slots=True)
class _Portfolio:
    village: Village
    cards: tuple[int, ...]


def lending_rows(folder: Path, *, quick: bool = False) -> list[Row]:
    return [_of_plans(), _of_card(), *_of_portfolio(folder, _LOANS // 40 if quick else _LOANS)]


def _of_plans() -> Row:
    asked = [
        PlanTerms(
            principal=baht(300_000 + at),
            annual_rate=Fraction(4 + at % 4, 100),
            disbursed=date(2026, 1, 1 + at % 28),
            instalments=_ROWS,
            method=(Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL)[at % 2],
        )
        for at in range(_PLANS)
    ]
    before = perf_counter()
    for terms in asked:
        plan_of(terms)
    rate = _PLANS / (perf_counter() - before)
    figure = f"≥ {a_second(_PLANS_A_SECOND)}"
    ours = a_second(rate)
    return Row(f"plans of {_ROWS} rows, exact", ours, "", "", figure, rate >= _PLANS_A_SECOND)


def _of_card() -> Row:
    """A borrower who is late by some days most months, with a penalty in percent."""
    terms = PlanTerms(
        principal=baht(300_000),
        annual_rate=Fraction(6, 100),
        disbursed=date(2016, 1, 5),
        instalments=_ROWS,
    )
    penalty = PenaltyRule(kind=PenaltyKind.OVERDUE_INSTALMENT, annual_rate=Fraction(12, 100))
    rules, dues = rules_of(terms, penalty=penalty), dues_of(plan_of(terms))
    paid = [
        Paid(plus_months(date(2016, 2, 5), month) + timedelta(days=month % 7), baht(2_532))
        for month in range(_YEARS * 12)
    ]
    events: list[Event] = [*payouts_of(terms), *paid]
    measured = []
    for _ in range(_ASKED):
        before = perf_counter()
        assert card_of(rules, dues, events, at=paid[-1].date).coming
        measured.append(perf_counter() - before)
    return at_most("a loan's card of ten years", median(measured), most=_MOST_FOR_A_CARD)


def _of_portfolio(folder: Path, loans: int) -> list[Row]:
    with _portfolio(folder, loans) as made:
        book, measured = made.village.book, []
        first = _age(book, date(2026, 8, 1))
        for at in range(_ASKED):
            # A payment before every question: what is remembered of that loan no longer holds.
            _pay(made.village, made.cards[at], date(2026, 8, 2))
            measured.append(_age(book, date(2026, 8, 3 + at)))
    what = f"portfolio of {loans:,} loans aged"
    return [
        Row(f"{what}, the first time the book is asked", seconds(first), "", ""),
        at_most(f"{what}, after each payment anew", median(measured), most=_MOST_FOR_A_PORTFOLIO),
    ]


def _age(book: Book, at: date) -> float:
    before = perf_counter()
    assert book.ask(loan_quality, at=at).rows
    return perf_counter() - before


@contextmanager
def _portfolio(folder: Path, loans: int) -> Iterator[_Portfolio]:
    folder.mkdir(parents=True, exist_ok=True)
    village = found_village(folder, today=date(2026, 9, 1))
    with village.book:
        _types(village)
        source = _lent_on_from(village, baht(36_000) * loans)
        cards = tuple(_loan(village, at, source) for at in range(loans))
        for month in range(2, 2 + _PAID_MONTHS):
            _sheet(village, cards, date(2026, month, 1))
        yield _Portfolio(village, cards)


def _types(village: Village) -> None:
    for code, direction, account, interest in (
        ("ORD", Direction.OUT, "13010", "41010"),
        ("CODI", Direction.IN, "24010", "51040"),
    ):
        village.run(
            DefineLoanType(
                code=code,
                name_th=code,
                direction=direction,
                account=account,
                interest_account=interest,
                method=Method.EQUAL_PRINCIPAL,
            )
        )


def _lent_on_from(village: Village, amount: Money) -> int:
    made = village.run(
        OpenLoan(
            type="CODI",
            on=START,
            approved=amount,
            rate=Fraction(4, 100),
            instalments=120,
            lender="พอช.",
        )
    ).made
    card = int(str(made["card"]))
    village.run(PayOutLoan(card=card, amount=amount, on=START))
    return card


def _loan(village: Village, at: int, source: int) -> int:
    number = f"{at // _LOANS_A_MEMBER + 1:04d}"
    if at % _LOANS_A_MEMBER == 0:
        number, _ = village.member()
    made = village.run(
        OpenLoan(
            type="ORD",
            on=START,
            approved=baht(36_000),
            rate=Fraction(6, 100),
            instalments=36,
            member=number,
            source=source,
        )
    ).made
    card = int(str(made["card"]))
    village.run(PayOutLoan(card=card, amount=baht(36_000), on=START))
    return card


def _sheet(village: Village, cards: tuple[int, ...], on: date) -> None:
    """Everybody pays, but every seventh loan has stopped after its first months."""
    lines = []
    for member in range(0, len(cards), _LOANS_A_MEMBER):
        items = tuple(
            Item(item=ItemKind.LOAN, card=card, amount=baht(1_180))
            for card in cards[member : member + _LOANS_A_MEMBER]
            if card % 7 or on.month < 4
        )
        number = f"{member // _LOANS_A_MEMBER + 1:04d}"
        lines.append(SheetLine(member=number, items=items))
    paying = sum(len(line.items) for line in lines)
    counted = (Pieces(denomination=baht(20), pieces=59 * paying),)
    village.run(PostSheet(on=on, lines=tuple(lines), counted=counted))


def _pay(village: Village, card: int, on: date) -> None:
    village.run(ReceiveVisit(on=on, items=(Item(item=ItemKind.LOAN, card=card, amount=baht(100)),)))
