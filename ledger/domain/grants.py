"""Grants: restricted money by contract, kept as a liability until it is spent by budget line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from ledger.domain.entries import GENERAL_FUND, Entry
from ledger.domain.money import Money, total
from ledger.domain.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Grant(Record):
    """The contract with a donor (domain.md 1.7). ``card`` holds what was received and not spent."""

    table = "grants"
    key = ("code",)

    code: str
    card: int
    donor: str
    purpose: str
    total: Money
    on: date
    fund: str = GENERAL_FUND
    agreement: str = ""
    ends_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class GrantBudget(Record):
    """One budget line of a grant. ``household_limit`` is the most that one household may get."""

    table = "grant_budgets"
    key = ("grant", "line")

    grant: str
    line: str
    name: str
    amount: Money
    per_household: bool = False
    household_limit: Money | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class GrantPart(Record):
    """A part of a grant that the donor paid; it counts while its entry is not reversed."""

    table = "grant_parts"
    key = ("grant", "number")
    versions = False

    grant: str
    number: int
    on: date
    amount: Money
    entry: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class GrantSpending(Record):
    """What was spent from a budget line; it counts while its entry is not reversed.

    Without a payee it was spent before this book, and ``entry`` is the opening entry.
    """

    table = "grant_spendings"
    key = ("grant", "number")
    versions = False

    grant: str
    number: int
    line: str
    on: date
    amount: Money
    entry: int
    payee: str
    purpose: str
    household: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class GrantReturn(Record):
    """What was given back to the donor unspent; it counts while its entry is not reversed."""

    table = "grant_returns"
    key = ("grant", "number")
    versions = False

    grant: str
    number: int
    on: date
    amount: Money
    entry: int
    document: str = ""


class Keeping(Protocol):
    """What an open book and a reader have in common for movements with an entry."""

    def every(self, kind: type[R], /, **fixed: object) -> list[R]: ...

    def reversed_by(self, number: int) -> int | None: ...

    def entry(self, number: int) -> Entry | None: ...


class Entered(Protocol):
    """A movement that counts while its entry is not reversed."""

    @property
    def on(self) -> date: ...

    @property
    def entry(self) -> int: ...


E = TypeVar("E", bound=Entered)


@dataclass(frozen=True, slots=True)
class GrantStanding:
    """A grant on a day: every movement that counts by then, in the order of entering."""

    grant: Grant
    budget: tuple[GrantBudget, ...]
    parts: tuple[GrantPart, ...]
    spendings: tuple[GrantSpending, ...]
    returns: tuple[GrantReturn, ...]

    @property
    def received(self) -> Money:
        return total(one.amount for one in self.parts)

    @property
    def spent(self) -> Money:
        return total(one.amount for one in self.spendings)

    @property
    def returned(self) -> Money:
        return total(one.amount for one in self.returns)

    @property
    def remaining(self) -> Money:
        """Received, neither spent nor given back."""
        return self.received - self.spent - self.returned

    def spent_on(self, line: str) -> Money:
        return total(one.amount for one in self.spendings if one.line == line)

    def spent_for(self, line: str, household: str) -> Money:
        return total(
            one.amount for one in self.spendings if (one.line, one.household) == (line, household)
        )


def standing_of(kept: Keeping, grant: Grant, at: date | None = None) -> GrantStanding:
    """The grant at the end of a day, or after everything booked so far."""
    code = grant.code
    return GrantStanding(
        grant,
        tuple(kept.every(GrantBudget, grant=code)),
        counting(kept, kept.every(GrantPart, grant=code), at),
        counting(kept, kept.every(GrantSpending, grant=code), at),
        counting(kept, kept.every(GrantReturn, grant=code), at),
    )


def counting(kept: Keeping, rows: Iterable[E], at: date | None = None) -> tuple[E, ...]:
    """The movements up to a day whose entry was not reversed by then."""
    return tuple(one for one in rows if _counts(kept, one, at))


def _counts(kept: Keeping, one: Entered, at: date | None) -> bool:
    if at is not None and one.on > at:
        return False
    taken_back = kept.reversed_by(one.entry)
    if taken_back is None:
        return True
    mirror = kept.entry(taken_back)
    return at is not None and mirror is not None and mirror.on > at
