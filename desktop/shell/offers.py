"""What a text in the search box may mean, put together from the questions that exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.session.places import Place
from desktop.shell.finding import code_in, meant_by
from ledger.domain.money import Money
from ledger.queries.entries import EntryRow
from ledger.queries.members import Presence, members
from ledger.queries.search import Found, search
from reports.words.search import best
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the typed text may mean, and where it lies."""

    place: Place
    name: str
    number: str = ""
    amount: Money | None = None
    on: date | None = None
    is_code: bool = False

    def words(self, voice: Voice) -> tuple[str, str, str]:
        """Name, number and detail as the list of offers shows them."""
        amount = "" if self.amount is None else voice.money(self.amount)
        day = "" if self.on is None else voice.day(self.on)
        detail = "  ".join(part for part in (day, amount) if part)
        name = voice.tr("Code printed on a paper") if self.is_code else self.name
        return name, voice.digits(self.number), detail


_MOST_MEMBERS = 8
_MOST_OTHERS = 4


def find(reader: Any, typed: str, *, today: date) -> tuple[Offer, ...]:
    """What the text may mean: members by number or by a name with slips, then papers, entries."""
    meant = meant_by(typed, today=today)
    found = search(reader, text=meant.text, amount=meant.amount, on=meant.day, limit=_MOST_OTHERS)
    # Whoever is found by name has her place among those named nearly so.
    numbered = [
        Offer(Place("members", row.number), row.name, row.number)
        for row in found.members
        if row.number.endswith(meant.text)
    ]
    offers = [
        *numbered,
        *_members(reader, typed),
        *_papers(found),
        *map(_entry, found.entries),
        *_code(typed),
    ]
    seen: dict[Place, Offer] = {}
    for one in offers:
        seen.setdefault(one.place, one)
    return tuple(seen.values())


def _code(typed: str) -> Iterator[Offer]:
    if code := code_in(typed):
        yield Offer(Place("audit", ("code", code)), "", code, is_code=True)


def _members(reader: Any, typed: str) -> Iterator[Offer]:
    rows = members(reader, presence=Presence.ALL, by_number=True).rows
    for row in best(
        typed, rows, name=lambda row: row.name, number=lambda row: row.number, most=_MOST_MEMBERS
    ):
        yield Offer(Place("members", row.number), row.name, row.number)


def _papers(found: Found) -> Iterator[Offer]:
    for paper in found.receipts:
        name = paper.name or paper.payer
        yield Offer(Place("journal", paper.entry), name, paper.receipt, paper.total, paper.on)
    for slip in found.vouchers:
        name = slip.payee or slip.name or slip.purpose
        yield Offer(Place("journal", slip.entry), name, slip.voucher, slip.amount, slip.on)


def _entry(row: EntryRow) -> Offer:
    holder = next((line.holder for line in row.lines if line.member is not None), row.memo)
    number = row.papers[0] if row.papers else f"#{row.number}"
    return Offer(Place("journal", row.number), holder, number, row.total, row.on)
