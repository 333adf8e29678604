"""The posting table: which event books which lines, as data that an accountant can check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ledger.domain.entries import GENERAL_FUND, Gathered, Line, Side
from ledger.domain.money import Money
from ledger.domain.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """Where a line goes: an account, in a fund, on a card where the account asks for one."""

    account: str
    fund: str = GENERAL_FUND
    card: int | None = None


@dataclass(frozen=True, slots=True)
class PostingRow:
    """One row of the table: an event puts its amount on this side of this place."""

    event: str
    side: Side
    place: str
    means: str


RoleOf = Callable[[str], str]


@cache
def posting_table() -> Mapping[str, tuple[PostingRow, ...]]:
    """Every event with its rows, in the order of ``posting.tsv``."""
    text = resources.files("ledger.domain").joinpath("posting.tsv").read_text("utf-8")
    table: dict[str, tuple[PostingRow, ...]] = {}
    for row in text.splitlines()[1:]:
        event, side, place, means = row.split("\t")
        table[event] = (*table.get(event, ()), PostingRow(event, Side(side), place, means))
    return table


def lines_of(event: str, amount: Money, places: Mapping[str, Place], role: RoleOf) -> list[Line]:
    """The lines an event books.

    ``places`` gives the places the event speaks of (card, money, bank …); a place that is not given
    is a role that the book's chart maps to an account (``role``).

    Raises:
        KeyError: there is no such event in the table.
    """
    return [
        Line(place.account, side, amount, place.fund, place.card, event)
        for side, place in places_of(event, places, role)
    ]


Spot = tuple[str, bool, str, int | None, bool]


def spots_of(
    event: str, places: Mapping[str, Place], role: RoleOf, *, end: str = ""
) -> tuple[Spot, ...]:
    """Where an event books: account, whether it is a debit, fund, card, and whether it is ``end``.

    The place called ``end`` has another card each time; all else is looked up once for many.

    Raises:
        KeyError: there is no such event in the table.
    """
    found = []
    for is_debit, name in _moves(event):
        place = places.get(name) or Place(role(name), _fund_of(places))
        found.append((place.account, is_debit, place.fund, place.card, name == end))
    return tuple(found)


def gather(
    gathered: Gathered, event: str, amount: Money, spots: tuple[Spot, ...], card: int | None = None
) -> None:
    """Add the lines an event books to those gathered before; ``card`` is that of the end."""
    sums = gathered.sums
    for account, is_debit, fund, usual, is_end in spots:
        place = (account, is_debit, fund, card if is_end else usual)
        found = sums.get(place)
        if found is None:
            sums[place] = [amount, event]
        else:
            found[0] += amount


@cache
def _moves(event: str) -> tuple[tuple[bool, str], ...]:
    return tuple((row.side is Side.DEBIT, row.place) for row in posting_table()[event])


def places_of(event: str, places: Mapping[str, Place], role: RoleOf) -> list[tuple[Side, Place]]:
    """On which side of which places an event books."""
    return [
        (row.side, places.get(row.place) or Place(role(row.place), _fund_of(places)))
        for row in posting_table()[event]
    ]


def _fund_of(places: Mapping[str, Place]) -> str:
    return next(iter(places.values())).fund if places else GENERAL_FUND
