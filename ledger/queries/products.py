"""Savings and shares by product over a period: brought forward, in, out and left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.days import day_before
from ledger.domain.money import Money, total
from ledger.queries.cards import card_balances_at, card_places
from ledger.queries.naming import Name, product_names
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product; amounts are what the cooperative owes members on the product's cards.

    ``paid_in`` holds ``interest`` as well. What was taken back within the period counts on neither
    side; what was taken back of an earlier period counts on the other one, since that period's
    figures stand. ``brought_forward`` + ``paid_in`` - ``paid_out`` = ``balance``. ``cards`` counts
    those that hold something at the end.
    """

    product: str
    kind: CardKind
    name_th: str
    name_en: str
    account: str
    cards: int
    brought_forward: Money
    paid_in: Money
    interest: Money
    paid_out: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class SavingsAndShares:
    """Every product with cards, savings before shares, and the sums over all of them."""

    since: date
    until: date
    rows: tuple[ProductRow, ...]
    brought_forward: Money
    paid_in: Money
    interest: Money
    paid_out: Money
    balance: Money


_KINDS = (CardKind.SAVINGS, CardKind.CONTRIBUTION, CardKind.SHARE)
_MOVED = """
SELECT c.number, SUM(CASE WHEN o.number IS NULL THEN l.credit ELSE -l.debit END),
  SUM(CASE WHEN l.event = 'savings_interest' THEN l.credit - l.debit ELSE 0 END),
  SUM(CASE WHEN o.number IS NULL THEN l.debit ELSE -l.credit END)
FROM entries AS e CROSS JOIN lines AS l ON l.entry = e.number
LEFT JOIN entries AS o ON o.number = e.reverses AND o.day >= ?1
JOIN (SELECT number, MIN(account) AS account FROM cards
  WHERE kind IN ('savings', 'contribution', 'share') GROUP BY number) AS c
  ON c.number = l.card AND c.account = l.account
WHERE e.day BETWEEN ?1 AND ?2
GROUP BY c.number"""

_Place = tuple[CardKind, str]


@dataclass(slots=True)
class _Sums:
    """Satang of one product while its cards are added up."""

    account: str
    cards: int = 0
    before: int = 0
    paid_in: int = 0
    interest: int = 0
    paid_out: int = 0


def savings_and_shares(reader: Reader, *, since: date, until: date) -> SavingsAndShares:
    """What members' cards held, took in and gave out, product by product, both days included."""
    sums: dict[_Place, _Sums] = {}
    places = {card: one for card, one in card_places(reader).items() if one.kind in _KINDS}
    for one in places.values():
        sums.setdefault((one.kind, one.product), _Sums(one.account))
    left = {
        card: -satang
        for card, satang in card_balances_at(reader, day_before(since)).items()
        if card in places
    }
    for card, satang in left.items():
        sums[places[card].kind, places[card].product].before += satang
    period = (since.isoformat(), until.isoformat())
    for card, paid_in, interest, paid_out in reader.rows(_MOVED, period):
        place = sums[places[card].kind, places[card].product]
        place.paid_in += paid_in
        place.interest += interest
        place.paid_out += paid_out
        left[card] = left.get(card, 0) + paid_in - paid_out
    for card, satang in left.items():
        sums[places[card].kind, places[card].product].cards += satang != 0
    return _answer(since, until, sums, product_names(reader))


def _answer(
    since: date, until: date, sums: dict[_Place, _Sums], names: dict[_Place, Name]
) -> SavingsAndShares:
    order = sorted(sums, key=lambda place: (_KINDS.index(place[0]), place[1]))
    rows = tuple(
        _row(place, sums[place], names.get(place, Name(place[1], place[1]))) for place in order
    )
    return SavingsAndShares(
        since=since,
        until=until,
        rows=rows,
        brought_forward=total(row.brought_forward for row in rows),
        paid_in=total(row.paid_in for row in rows),
        interest=total(row.interest for row in rows),
        paid_out=total(row.paid_out for row in rows),
        balance=total(row.balance for row in rows),
    )


def _row(place: _Place, sums: _Sums, name: Name) -> ProductRow:
    return ProductRow(
        product=place[1],
        kind=place[0],
        name_th=name.th,
        name_en=name.en,
        account=sums.account,
        cards=sums.cards,
        brought_forward=Money(sums.before),
        paid_in=Money(sums.paid_in),
        interest=Money(sums.interest),
        paid_out=Money(sums.paid_out),
        balance=Money(sums.before + sums.paid_in - sums.paid_out),
    )
