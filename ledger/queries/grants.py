"""Grants: what was received, spent by budget line and by household, and what is still there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.cards import Card
from ledger.domain.grants import (
    Grant,
    GrantBudget,
    GrantPart,
    GrantReturn,
    GrantSpending,
    GrantStanding,
    standing_of,
)
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.grants import UnknownGrant
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One grant in the list; amounts in baht, ``remaining`` is received and still there."""

    code: str
    card: int
    donor: str
    purpose: str
    on: date
    ends_on: date | None
    closed_on: date | None
    total: Money
    received: Money
    spent: Money
    returned: Money
    remaining: Money


@dataclass(frozen=True, slots=True)
class Grants:
    """All grants on a day with their sums."""

    at: date
    rows: tuple[GrantRow, ...]
    received: Money
    spent: Money
    returned: Money
    remaining: Money


@dataclass(frozen=True, slots=True)
class GrantLineRow:
    """One budget line: what it may cost, what was spent, and what is left of it."""

    line: str
    name: str
    budget: Money
    spent: Money
    left: Money
    per_household: bool
    household_limit: Money | None


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """What one household got from one budget line; ``name`` is its first member's."""

    household: str
    name: str
    line: str
    spent: Money
    limit: Money | None


@dataclass(frozen=True, slots=True)
class GrantCard:
    """A grant with every movement up to a day.

    ``to_receive`` is what the donor still owes by the contract. ``booked`` is what the ledger holds
    on the grant's card; ``difference`` is ``booked`` less ``remaining`` and must be zero.
    """

    at: date
    grant: Grant
    lines: tuple[GrantLineRow, ...]
    households: tuple[HouseholdRow, ...]
    parts: tuple[GrantPart, ...]
    spendings: tuple[GrantSpending, ...]
    returns: tuple[GrantReturn, ...]
    received: Money
    spent: Money
    returned: Money
    remaining: Money
    to_receive: Money
    booked: Money
    difference: Money


def grants(reader: Reader, *, at: date | None = None) -> Grants:
    """Every grant agreed on by a day: received, spent, returned and remaining."""
    day = last_day(reader, at)
    rows = tuple(
        _row(standing_of(reader, grant, day)) for grant in reader.every(Grant) if grant.on <= day
    )
    return Grants(
        at=day,
        rows=rows,
        received=total(row.received for row in rows),
        spent=total(row.spent for row in rows),
        returned=total(row.returned for row in rows),
        remaining=total(row.remaining for row in rows),
    )


def grant_card(reader: Reader, *, grant: str, at: date | None = None) -> GrantCard:
    """A grant on a day: received, spent per line and household, remaining.

    Raises:
        UnknownGrant: there is none of that code.
    """
    found = reader.newest(Grant, grant)
    if found is None:
        raise UnknownGrant(grant)
    day = last_day(reader, at)
    standing = standing_of(reader, found, day)
    booked = _booked(reader, found, day)
    return GrantCard(
        at=day,
        grant=found,
        lines=tuple(
            _line(standing, one)
            for one in standing.budget
            if one.amount != ZERO or standing.spent_on(one.line) != ZERO
        ),
        households=_households(reader, standing),
        parts=standing.parts,
        spendings=standing.spendings,
        returns=standing.returns,
        received=standing.received,
        spent=standing.spent,
        returned=standing.returned,
        remaining=standing.remaining,
        to_receive=found.total - standing.received,
        booked=booked,
        difference=booked - standing.remaining,
    )


def _row(standing: GrantStanding) -> GrantRow:
    grant = standing.grant
    return GrantRow(
        code=grant.code,
        card=grant.card,
        donor=grant.donor,
        purpose=grant.purpose,
        on=grant.on,
        ends_on=grant.ends_on,
        closed_on=grant.closed_on,
        total=grant.total,
        received=standing.received,
        spent=standing.spent,
        returned=standing.returned,
        remaining=standing.remaining,
    )


def _line(standing: GrantStanding, budget: GrantBudget) -> GrantLineRow:
    spent = standing.spent_on(budget.line)
    return GrantLineRow(
        line=budget.line,
        name=budget.name,
        budget=budget.amount,
        spent=spent,
        left=budget.amount - spent,
        per_household=budget.per_household,
        household_limit=budget.household_limit,
    )


def _households(reader: Reader, standing: GrantStanding) -> tuple[HouseholdRow, ...]:
    places = sorted({(one.household, one.line) for one in standing.spendings if one.household})
    limits = {one.line: one.household_limit for one in standing.budget}
    names = _first_names(reader, {household for household, _ in places})
    return tuple(
        HouseholdRow(
            household,
            names.get(household, ""),
            line,
            standing.spent_for(line, household),
            limits.get(line),
        )
        for household, line in places
    )


def _first_names(reader: Reader, households: set[str]) -> dict[str, str]:
    """By household the name of its member with the lowest number."""
    if not households:
        return {}
    first: dict[str, str] = {}
    for member in reader.every(Member):
        if member.household in households:
            first.setdefault(member.household, member.number)
    names = names_of(reader, first.values())
    return {household: names.get(number, "") for household, number in first.items()}


def _booked(reader: Reader, grant: Grant, day: date) -> Money:
    card = reader.newest(Card, grant.card)
    return ZERO if card is None else -reader.card_balance(card.number, card.account, at=day)
