"""Cash: the cash book, counts by denomination, and what was held beside the limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.days import day_before
from ledger.domain.money import Money
from ledger.domain.papers import CashCount, CashPieces, SheetPosted
from ledger.queries.accounts import CardLine, account_card
from ledger.queries.standing import account_in_role, known, the_cooperative
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class CashBook:
    """Cash in hand over a period; the lines' debits are received, their credits paid."""

    since: date
    until: date
    account: str
    brought_forward: Money
    lines: tuple[CardLine, ...]
    received: Money
    paid: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class PiecesCounted:
    """So many notes or coins of one value, and what they make."""

    denomination: Money
    pieces: int
    amount: Money


@dataclass(frozen=True, slots=True)
class CountView:
    """A cash count beside the books; ``difference`` is counted less booked, with its entry.

    A count that closed a collection ``sheet`` counts its money; the others all cash in hand.
    """

    count: int
    on: date
    pieces: tuple[PiecesCounted, ...]
    counted: Money
    booked: Money
    difference: Money
    entry: int | None
    reason: str
    counted_by: str
    user: str
    sheet: int | None


@dataclass(frozen=True, slots=True)
class CashCounts:
    since: date | None
    until: date | None
    rows: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class CashHeld:
    """Cash over a period beside the limit: brought forward, received, paid and left.

    ``days_over_limit`` counts days that ended with more than the limit; ``highest`` is the most
    that was held at the end of a day.
    """

    brought_forward: Money
    received: Money
    paid: Money
    balance: Money
    limit: Money | None
    days_over_limit: int
    highest: Money


def cash_book(reader: Reader, *, since: date, until: date) -> CashBook:
    """Every movement of cash with its receipt or voucher and the balance after it.

    Raises:
        NoRole: the chart names no cash account.
    """
    account = account_in_role(reader, "cash")
    card = account_card(reader, account=account, since=since, until=until)
    return CashBook(
        since=since,
        until=until,
        account=account,
        brought_forward=card.brought_forward,
        lines=card.lines,
        received=card.debit,
        paid=card.credit,
        balance=card.balance,
    )


def cash_counts(
    reader: Reader,
    *,
    since: date | None = None,
    until: date | None = None,
    count: int | None = None,
) -> CashCounts:
    """Counts of a period, or the one of that number."""
    counts = [
        one
        for one in reader.every(CashCount)
        if (since is None or since <= one.on)
        and (until is None or one.on <= until)
        and (count is None or one.number == count)
    ]
    users = dict(
        reader.rows(
            "SELECT c.number, a.user FROM cash_counts AS c JOIN acts AS a ON a.number = c.act"
        )
    )
    sheets = {one.cash_count: one.number for one in reader.every(SheetPosted)}
    rows = (_view(reader, one, users[one.number], sheets.get(one.number)) for one in counts)
    return CashCounts(since, until, tuple(rows))


def _view(reader: Reader, count: CashCount, user: str, sheet: int | None) -> CountView:
    pieces = [
        PiecesCounted(one.denomination, one.pieces, one.denomination * one.pieces)
        for one in reader.every(CashPieces, count=count.number)
    ]
    pieces.sort(key=lambda one: one.denomination, reverse=True)
    return CountView(
        count=count.number,
        on=count.on,
        pieces=tuple(pieces),
        counted=count.counted,
        booked=count.booked,
        difference=count.counted - count.booked,
        entry=count.entry,
        reason=count.reason,
        counted_by=count.counted_by,
        user=user,
        sheet=sheet,
    )


def cash_held(reader: Reader, *, since: date, until: date) -> CashHeld | None:
    """Cash of a period in a few figures; None where the chart has no cash account."""
    role = reader.one(
        f"SELECT account FROM roles WHERE role = 'cash'{known(reader)} ORDER BY act DESC LIMIT 1"
    )
    if role is None:
        return None
    account, limit = str(role[0]), the_cooperative(reader).cash_limit
    before = reader.balance(account, at=day_before(since))
    moves = reader.rows(
        "SELECT day, SUM(debit), SUM(credit) FROM account_days WHERE account = ?"
        " AND day BETWEEN ? AND ? GROUP BY day ORDER BY day",
        (account, since.isoformat(), until.isoformat()),
    )
    held = list(_held(before, moves, since, until))
    return CashHeld(
        brought_forward=before,
        received=Money(sum(row[1] for row in moves)),
        paid=Money(sum(row[2] for row in moves)),
        balance=held[-1][0],
        limit=limit,
        days_over_limit=sum(days for amount, days in held if limit is not None and amount > limit),
        highest=max(amount for amount, days in held if days),
    )


def _held(
    before: Money, moves: Iterable[tuple[Any, ...]], since: date, until: date
) -> Iterator[tuple[Money, int]]:
    """What was held in the evening, and on how many evenings in a row."""
    amount, day = before, since
    for moved_on, debit, credit in moves:
        next_day = date.fromisoformat(moved_on)
        yield amount, (next_day - day).days
        amount, day = amount + Money(debit - credit), next_day
    yield amount, (until - day).days + 1
