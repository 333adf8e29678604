"""How the promises of cards stand on a day: what was promised, what was paid, what is open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.domain.products import Promise
from ledger.queries.standing import known
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PromiseStanding:
    """How the promise on a card stands on a day.

    ``promised`` counts every month from the promise's first one to the month of the day, each at
    the amount in force then; ``paid`` is what was paid in since the first one, voids left out.
    Savings that the member moves here from another account of hers keep her promise as cash does:
    what is promised is that so much is put aside, not how it comes. Taking money out again, in cash
    or to another account, opens no month anew.
    ``months`` are the promised months not fully paid, ``since`` the first of them.
    """

    card: int
    monthly: Money
    promised: Money
    paid: Money
    months: int
    since: Month | None

    @property
    def due(self) -> Money:
        """What is open, the month of the day included."""
        return max(ZERO, self.promised - self.paid)

    @property
    def overdue(self) -> Money:
        """The part of what is due that belongs to earlier months."""
        return max(ZERO, self.promised - self.monthly - self.paid)

    @property
    def ahead(self) -> Money:
        """What was paid for months still to come."""
        return max(ZERO, self.paid - self.promised)


# A reversal keeps the event of the line it mirrors, so a payment taken back cancels itself out. Of
# a transfer only the side that comes in counts, and the mirror of that side.
_PAID_IN = """
CASE WHEN l.event <> 'transfer' THEN l.credit - l.debit
  WHEN (SELECT reverses FROM entries WHERE number = l.entry) IS NULL THEN l.credit
  ELSE -l.debit END"""
_PAYING = "('deposit', 'shares_bought', 'transfer')"
_PAID = f"""
SELECT l.card, SUM({_PAID_IN}) FROM json_each(?1) AS c
CROSS JOIN lines AS l ON l.card = CAST(c.key AS BIGINT) AND l.day BETWEEN c.value AND ?2
WHERE l.event IN {_PAYING}"""


def promise_standings(
    reader: Reader, *, at: date, cards: Iterable[int] | None = None
) -> dict[int, PromiseStanding]:
    """By card, for the given cards or all, every promise that has begun by the day."""
    by_card = _promises(reader, cards)
    month = Month.of(at)
    begun = {card: rows for card, rows in by_card.items() if rows[0].from_month <= month.iso}
    paid = paid_since(reader, {card: rows[0].from_month for card, rows in begun.items()}, at)
    return {
        card: _standing(card, _parts(rows, month), paid.get(card, ZERO))
        for card, rows in begun.items()
    }


def paid_since(reader: Reader, first: dict[int, str], at: date) -> dict[int, Money]:
    """What was paid in on each card since its first promised month, up to a day."""
    starts = json.dumps({str(card): f"{month}-01" for card, month in first.items()})
    rows = reader.rows(f"{_PAID}{known(reader, 'l.act')} GROUP BY l.card", (starts, at.isoformat()))
    return {int(card): Money(satang) for card, satang in rows}


def _promises(reader: Reader, cards: Iterable[int] | None) -> dict[int, list[Promise]]:
    wanted = None if cards is None else json.dumps(list(cards))
    rows = reader.rows(
        "SELECT card, from_month, amount FROM promises AS p WHERE act = (SELECT MAX(act)"
        f" FROM promises WHERE card = p.card AND from_month = p.from_month{known(reader)})"
        " AND (?1 IS NULL OR card IN (SELECT CAST(value AS BIGINT) FROM json_each(?1)))"
        " ORDER BY card, from_month",
        (wanted,),
    )
    found: dict[int, list[Promise]] = {}
    for card, from_month, satang in rows:
        found.setdefault(card, []).append(Promise(card, from_month, Money(satang)))
    return found


def _parts(promises: Sequence[Promise], month: Month) -> list[tuple[Month, int, Money]]:
    """The stretches of months at one amount, up to the month: its first month, how many, amount."""
    parts = []
    ends = [Month.parse(later.from_month) for later in promises[1:]] + [month.plus(1)]
    for promise, following in zip(promises, ends, strict=True):
        start = Month.parse(promise.from_month)
        count = min(following, month.plus(1)).months_since(start)
        if count > 0:
            parts.append((start, count, promise.amount))
    return parts


def _standing(card: int, parts: list[tuple[Month, int, Money]], paid: Money) -> PromiseStanding:
    promised = Money(sum(amount.satang * count for _, count, amount in parts))
    months, since = _unpaid(parts, promised - paid)
    return PromiseStanding(
        card=card,
        monthly=parts[-1][2],
        promised=promised,
        paid=paid,
        months=months,
        since=since,
    )


def _unpaid(parts: list[tuple[Month, int, Money]], due: Money) -> tuple[int, Month | None]:
    """How many months are not fully paid, the oldest paid first, and the first of them."""
    months, since, left = 0, None, due.satang
    for start, count, amount in reversed(parts):
        if left <= 0:
            break
        if amount == ZERO:
            continue
        needed = min(count, -(-left // amount.satang))
        months += needed
        left -= needed * amount.satang
        since = start.plus(count - needed)
    return months, since
