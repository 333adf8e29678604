"""What was taken over from the books on paper, and what of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol, TypeVar

from ledger.domain.entries import Entry
from ledger.domain.money import ZERO, Money
from ledger.domain.records import Record

R = TypeVar("R", bound=Record)
TRIAL_BALANCE = "accounts"  # the sheet that ends a workbook
EVENT = "opening"  # the event of what was taken over
WAITING = "opening_sheet"  # the event of lines that wait for the trial balance


@dataclass(frozen=True, slots=True)
class Carrying(Record):
    """A sheet of a workbook that was taken over; ``entry`` holds its balances, where it had some.

    ``sheet`` is empty where all of it came in one act. ``workbook`` is the number of its first
    sheet, which the first one leaves out.
    """

    table = "carryings"
    key = ("number",)

    number: int
    on: date
    source: str
    entry: int | None
    taken_back_on: date | None = None
    sheet: str = ""
    workbook: int | None = None

    @property
    def file(self) -> int:
        """The number under which the whole workbook is known."""
        return self.number if self.workbook is None else self.workbook


@dataclass(frozen=True, slots=True)
class CarriedMember(Record):
    """A member who was admitted by taking over a workbook."""

    table = "carried_members"
    key = ("carrying", "member")
    versions = False

    carrying: int
    member: str


class CarriedKind(Enum):
    """What else a workbook brings besides members, cards, loans and accounts."""

    ACCOUNT = "account"
    GRANT = "grant"
    ASSET = "asset"
    WELFARE = "welfare"
    BENEFIT = "benefit"


@dataclass(frozen=True, slots=True)
class CarriedThing(Record):
    """Something kept by taking over a workbook: ``code`` is the grant's, or a number as text."""

    table = "carried_things"
    key = ("carrying", "kind", "code")
    versions = False

    carrying: int
    kind: CarriedKind
    code: str


class Kept(Protocol):
    """What an open book and a reader have in common."""

    def every(self, kind: type[R], /, **fixed: object) -> list[R]: ...

    def entry(self, number: int) -> Entry | None: ...

    def reversed_by(self, number: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was taken over and stands, debit positive; ``entry`` is the newest that says so.

    ``waiting`` is what sheets left on the account of openings, by account and fund, until the
    trial balance of their workbook comes.
    """

    cards: Mapping[int, Money] = field(default_factory=dict)
    accounts: Mapping[tuple[str, str], Money] = field(default_factory=dict)
    waiting: Mapping[tuple[str, str], Money] = field(default_factory=dict)
    entry: int = 0

    def total(self, account: str) -> Money:
        """Of all funds."""
        return Money(sum(it.satang for (code, _), it in self.accounts.items() if code == account))


def carried_before(kept: Kept) -> Amounts:
    """All opening amounts of the book that were not taken back: by card, by account and fund."""
    cards: dict[int, Money] = {}
    accounts: dict[tuple[str, str], Money] = {}
    waiting: dict[tuple[str, str], Money] = {}
    newest = 0
    for one in kept.every(Carrying):
        if one.entry is None or kept.reversed_by(one.entry) is not None:
            continue
        entry, newest = kept.entry(one.entry), one.entry
        for line in () if entry is None else entry.lines:
            amount, place = line.debit - line.credit, (line.account, line.fund)
            held = waiting if line.event == WAITING else accounts
            held[place] = held.get(place, ZERO) + amount
            if line.card is not None:
                cards[line.card] = cards.get(line.card, ZERO) + amount
    return Amounts(cards, accounts, waiting, newest)
