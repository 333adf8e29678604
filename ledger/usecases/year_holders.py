"""What each member did in a fiscal year: shares held, loan interest paid, rows missed, leaving."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books, Movement
from ledger.domain.cards import Card
from ledger.domain.distribution import Holder
from ledger.domain.dividend import ShareMovement
from ledger.domain.lending import Direction, LoanContract, LoanPayment
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing, every_owing, owing_of
from ledger.domain.products import Nature, SavingsProduct
from ledger.domain.sanctions import (
    Missed,
    SanctionRule,
    SanctionRuleStep,
    missed_instalments,
    sanction_table_of,
    sanctions_of,
)
from ledger.domain.year_end import YearSpan


def holders_of_year(
    books: Books, span: YearSpan, *, products: tuple[str, ...], defaulters: Iterable[str]
) -> list[Holder]:
    """Every member with shares or loans in the year, by number.

    ``products`` are the share types (or savings that are equity) that earn a dividend; without any
    all share types, or in a book without shares all savings that are equity. ``defaulters`` get no
    refund besides those who lose it by the table of sanctions (domain.md 1.4): as the question
    ``sanctions`` says, the instalments of the year that were not paid in time.
    """
    shares = _shares(books, span, products)
    nothing: tuple[Money, list[ShareMovement]] = (ZERO, [])
    interest, missed = _loans(books, span)
    named = set(defaulters)
    return [
        Holder(
            member=member.number,
            opening=shares.get(member.number, nothing)[0],
            movements=tuple(shares.get(member.number, nothing)[1]),
            interest_paid=interest[member.number],
            missed=missed[member.number] + (member.number in named),
            left=member.left,
        )
        for member in books.every(Member)
        if member.number in shares or interest[member.number] > ZERO
    ]


def share_capital(books: Books, span: YearSpan, products: tuple[str, ...]) -> Money:
    """All that earns a dividend at the end of the year, in par value."""
    return total(
        -books.card_balance(card.number, card.account, at=span.last.last)
        for card in _earning_cards(books, products)
    )


def _earning_cards(books: Books, products: tuple[str, ...]) -> list[Card]:
    if products:
        # Named twice they earn once.
        codes = dict.fromkeys(products)
        return [card for code in codes for card in books.every(Card, product=code)]
    cards = books.every(Card, kind=CardKind.SHARE)
    if cards:
        return cards
    equity = books.every(SavingsProduct, nature=Nature.EQUITY)
    return [card for one in equity for card in books.every(Card, product=one.code)]


def _shares(
    books: Books, span: YearSpan, products: tuple[str, ...]
) -> dict[str, tuple[Money, list[ShareMovement]]]:
    found: dict[str, tuple[Money, list[ShareMovement]]] = {}
    first, last = span.first.first, span.last.last
    for card in _earning_cards(books, products):
        if card.member is None:
            continue
        standing = _standing(books, books.movements(card.number, card.account))
        opening = total(-one.amount for one in standing if one.on < first)
        moved = [ShareMovement(one.on, -one.amount) for one in standing if first <= one.on <= last]
        before = found.get(card.member, (ZERO, []))
        if opening != ZERO or moved:
            found[card.member] = (before[0] + opening, before[1] + moved)
    return found


def _standing(books: Books, movements: list[Movement]) -> list[Movement]:
    """The movements without purchases taken back and what took them back."""
    gone: set[int] = set()
    for one in movements:
        if one.amount > ZERO and one.event in ("shares_bought", "deposit"):
            entry = books.entry(one.entry)
            if entry is not None and entry.reverses is not None:
                gone |= {one.entry, entry.reverses}
    return [one for one in movements if one.entry not in gone]


def _loans(books: Books, span: YearSpan) -> tuple[dict[str, Money], dict[str, int]]:
    interest: dict[str, Money] = defaultdict(lambda: ZERO)
    late: dict[str, list[Missed]] = defaultdict(list)
    first, last = span.first.first, span.last.last
    table = sanction_table_of(books.every(SanctionRule), books.every(SanctionRuleStep), last)
    live = [
        one
        for one in books.every(LoanContract, direction=Direction.OUT)
        if one.member is not None and one.on <= last and not _was_settled(books, one, first)
    ]
    for contract, loan in zip(live, _loans_of(books, live), strict=True):
        assert contract.member is not None  # noqa: S101 - said above
        interest[contract.member] += _interest_paid(books, loan, span)
        if loan.payouts:
            late[contract.member] += _missed(loan, table.grace_days, last)
    missed: dict[str, int] = defaultdict(int)
    for member, rows in late.items():
        if sanctions_of(rows, table, year_start=first, at=last).refund_lost:
            missed[member] = sum(one.due >= first for one in rows)
    return interest, missed


def _loans_of(books: Books, live: list[LoanContract]) -> Iterator[Owing]:
    """The loans, all read at once where most loans of the book are among them."""
    if 2 * len(live) > len(books.every(LoanContract)):
        loans = {one.contract.card: one for one in every_owing(books, books.reversed_entries())}
        return (loans[one.card] for one in live)
    return (owing_of(books, one.card) for one in live)


def _was_settled(books: Books, contract: LoanContract, first: date) -> bool:
    """Whether nothing happened on the loan since the year began, and nothing was owed then.

    After ten years most loans are of that kind, and a loan's card is the dear part of a year end.
    """
    if contract.on >= first or books.card_balance(contract.card, contract.account) != ZERO:
        return False
    moved = books.movements(contract.card, contract.account)
    paid = books.every(LoanPayment, card=contract.card)
    return bool(moved) and moved[-1].on < first and all(one.on < first for one in paid)


def _missed(loan: Owing, grace_days: int, last: date) -> list[Missed]:
    day = last if loan.write_off is None else min(last, loan.write_off.on)
    return missed_instalments(loan.card(at=day).ended, grace_days, day)


def _interest_paid(books: Books, loan: Owing, span: YearSpan) -> Money:
    days: dict[int, date] = {one.entry: one.on for one in loan.payments}
    found = ZERO
    first, last = span.first.first, span.last.last
    for posting in loan.postings:
        day = days.get(posting.entry)
        if day is None:
            entry = books.entry(posting.entry)
            day = first if entry is None else entry.on
        if first <= day <= last:
            found += posting.interest
    return max(ZERO, found)
