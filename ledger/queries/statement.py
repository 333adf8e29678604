"""A member's statement: every card over a period, brought forward, moved and left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.days import day_before
from ledger.domain.money import ZERO, Money, total
from ledger.queries.entries import papers_of
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import Name, product_names
from ledger.queries.position import SAVED, in_order, the_member
from ledger.queries.standing import known, last_day
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement as the member sees it: paid in or paid out, and what she has after it.

    ``event`` is the event of the posting table; in a ``reversal`` it is the one taken back.
    """

    entry: int
    on: date
    event: str
    reversal: bool
    memo: str
    papers: tuple[str, ...]
    paid_in: Money
    paid_out: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class StatementCard:
    """One card over the period; amounts are what the cooperative owes the member on it.

    On a loan's card balances are negative: paid in is principal repaid, paid out is lent.
    """

    card: int
    kind: CardKind
    product: str
    name_th: str
    name_en: str
    closed_on: date | None
    brought_forward: Money
    lines: tuple[StatementLine, ...]
    paid_in: Money
    paid_out: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """All cards of a member over a period, savings before shares before loans.

    Both days are included; ``loans`` is the principal that the member owes at the end.
    """

    member: MemberRow
    since: date | None
    until: date
    cards: tuple[StatementCard, ...]
    savings: Money
    shares: Money
    loans: Money


def member_statement(
    reader: Reader, *, member: str, since: date | None = None, until: date | None = None
) -> MemberStatement:
    """Every movement of a member's money; from the beginning, or to the last day, without bounds.

    Cards that were closed before the period, or opened after it, are left out.

    Raises:
        UnknownMember: there is none of that number.
    """
    found = the_member(reader, member)
    end = last_day(reader, until)
    cards = [card for card in reader.every(Card, member=member) if _is_within(card, since, end)]
    cards.sort(key=in_order)
    rows = _rows(reader, cards, since, end)
    papers = papers_of(reader, {row[2] for of_card in rows.values() for row in of_card})
    names = product_names(reader)
    statements = tuple(
        _statement(
            card,
            names.get((card.kind, card.product), Name(card.product, card.product)),
            _before(reader, card, since),
            rows.get(card.number, []),
            papers,
        )
        for card in cards
    )
    return MemberStatement(
        member=member_rows(reader, [found])[0],
        since=since,
        until=end,
        cards=statements,
        savings=total(one.balance for one in statements if one.kind in SAVED),
        shares=total(one.balance for one in statements if one.kind is CardKind.SHARE),
        loans=-total(one.balance for one in statements if one.kind is CardKind.LOAN),
    )


def _is_within(card: Card, since: date | None, until: date) -> bool:
    ended = card.closed_on is not None and since is not None and card.closed_on < since
    return card.opened_on <= until and not ended


def _before(reader: Reader, card: Card, since: date | None) -> Money:
    if since is None:
        return ZERO
    return -reader.card_balance(card.number, card.account, at=day_before(since))


def _rows(
    reader: Reader, cards: list[Card], since: date | None, until: date
) -> dict[int, list[tuple[Any, ...]]]:
    rows = reader.rows(
        f"SELECT l.card, l.account, l.entry, l.day, l.event, e.reverses, {said('e.memo')}, l.debit,"
        " l.credit FROM json_each(?) AS c CROSS JOIN lines AS l ON l.card = CAST(c.value AS BIGINT)"
        " JOIN entries AS e ON e.number = l.entry"
        f" WHERE l.day BETWEEN ? AND ?{known(reader, 'l.act')} ORDER BY l.day, l.entry, l.line",
        (
            json.dumps([card.number for card in cards]),
            "" if since is None else since.isoformat(),
            until.isoformat(),
        ),
    )
    accounts = {card.number: card.account for card in cards}
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        if accounts[row[0]] == row[1]:
            found.setdefault(row[0], []).append(row)
    return found


def _statement(
    card: Card,
    name: Name,
    before: Money,
    rows: list[tuple[Any, ...]],
    papers: dict[int, tuple[str, ...]],
) -> StatementCard:
    lines = []
    running = before.satang
    for _, _, entry, day, event, reverses, memo, debit, credit in rows:
        running += credit - debit
        lines.append(
            StatementLine(
                entry=entry,
                on=date.fromisoformat(day),
                event=event,
                reversal=reverses is not None,
                memo=memo,
                papers=papers.get(entry, ()),
                paid_in=Money(credit) if credit else ZERO,
                paid_out=Money(debit) if debit else ZERO,
                balance=Money(running),
            )
        )
    return StatementCard(
        card=card.number,
        kind=card.kind,
        product=card.product,
        name_th=name.th,
        name_en=name.en,
        closed_on=card.closed_on,
        brought_forward=before,
        lines=tuple(lines),
        paid_in=Money(sum(row[8] for row in rows)),
        paid_out=Money(sum(row[7] for row in rows)),
        balance=Money(running),
    )
