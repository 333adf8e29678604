"""Grants: the contract with a donor, its budget lines, and its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.grants import Grant, GrantBudget, standing_of
from ledger.domain.limits import check_period
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.grants import (
    BeforeGrant,
    BudgetBelowSpent,
    BudgetDoesNotAddUp,
    GrantExists,
    GrantLineTwice,
    GrantNotEmpty,
    GrantOverReceived,
    UnknownGrant,
)
from ledger.usecases.recording import (
    account_of_role,
    check_fund,
    check_has_come,
    given,
    named,
    positive,
    the_card,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A line of a grant's budget; ``household_limit`` makes it one that is spent per household."""

    code: str
    name: str
    amount: Money
    per_household: bool = False
    household_limit: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGrant(Command):
    """A contract with a donor; its budget lines add up to the total (domain.md 1.7)."""

    code: str
    donor: str
    purpose: str
    total: Money
    on: date
    lines: tuple[BudgetLine, ...]
    fund: str = GENERAL_FUND
    agreement: str = ""
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGrantBudget(Command):
    """Another budget that the donor agreed to; a line that is not given has nothing any more."""

    grant: str
    lines: tuple[BudgetLine, ...]
    resolution: str
    total: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseGrant(Command):
    """A grant of which nothing is left is finished."""

    grant: str
    on: date


def open_grant(command: OpenGrant, books: Books) -> None:
    check_has_come(books, command.on)
    code = named(command.code, "code")
    if books.newest(Grant, code) is not None:
        raise GrantExists(code)
    check_fund(books, command.fund)
    if command.ends_on is not None:
        check_period(command.on, command.ends_on)
    amount = positive(command.total, "total")
    account = account_of_role(books, "grant_unspent")
    check_lines(code, amount, command.lines)
    number = books.next_number(Card)
    books.add(Card(number, CardKind.GRANT, account, command.on, code, fund=command.fund))
    books.add(
        Grant(
            code=code,
            card=number,
            donor=named(command.donor, "donor"),
            purpose=named(command.purpose, "purpose"),
            total=amount,
            on=command.on,
            fund=command.fund,
            agreement=command.agreement.strip(),
            ends_on=command.ends_on,
        )
    )
    for line in command.lines:
        books.add(budget_of(code, line))
    books.make(grant=code, card=number)


def change_grant_budget(command: ChangeGrantBudget, books: Books) -> None:
    grant = the_grant(books, command.grant)
    resolution = given(command.resolution, "resolution")
    amount = grant.total if command.total is None else positive(command.total, "total")
    check_lines(grant.code, amount, command.lines)
    standing = standing_of(books, grant)
    if standing.received > amount:
        raise GrantOverReceived(grant.code, amount, standing.received, ZERO)
    wanted = {line.code: budget_of(grant.code, line, resolution) for line in command.lines}
    for before in standing.budget:
        gone = replace(before, amount=ZERO, resolution=resolution)
        after = wanted.setdefault(before.line, gone)
        if (spent := standing.spent_on(before.line)) > after.amount:
            raise BudgetBelowSpent(grant.code, before.line, spent, after.amount)
    if amount != grant.total:
        books.add(replace(grant, total=amount))
    for line in wanted.values():
        books.add(line)


def close_grant(command: CloseGrant, books: Books) -> None:
    check_has_come(books, command.on)
    grant = grant_on(books, command.grant, command.on)
    card = the_card(books, grant.card)
    left = -books.card_balance(card.number, card.account)
    if left != ZERO:
        raise GrantNotEmpty(grant.code, left)
    books.add(replace(card, closed_on=command.on))
    books.add(replace(grant, closed_on=command.on))


def the_grant(books: Books, code: str) -> Grant:
    """The grant of that code.

    Raises:
        UnknownGrant: there is none.
    """
    grant = books.newest(Grant, code)
    if grant is None:
        raise UnknownGrant(code)
    return grant


def grant_on(books: Books, code: str, on: date) -> Grant:
    """The grant, on a day of its contract.

    Raises:
        UnknownGrant, BeforeGrant: why not.
    """
    grant = the_grant(books, code)
    if on < grant.on:
        raise BeforeGrant(code, grant.on, on)
    return grant


def check_lines(grant: str, amount: Money, lines: tuple[BudgetLine, ...]) -> None:
    """Whether the lines of a budget add up to the grant.

    Raises:
        AmountNotPositive, NameMissing, GrantLineTwice, BudgetDoesNotAddUp: why not.
    """
    seen: set[str] = set()
    for at, line in enumerate(lines, start=1):
        positive(line.amount, f"lines.{at}.amount")
        if line.household_limit is not None:
            positive(line.household_limit, f"lines.{at}.household_limit")
        named(line.name, "name")
        if named(line.code, "code") in seen:
            raise GrantLineTwice(line.code)
        seen.add(line.code)
    added = total(line.amount for line in lines)
    if added != amount:
        raise BudgetDoesNotAddUp(grant, amount, added, added - amount)


def budget_of(grant: str, line: BudgetLine, resolution: str = "") -> GrantBudget:
    """The line of a budget as it is kept."""
    return GrantBudget(
        grant=grant,
        line=line.code,
        name=line.name,
        amount=line.amount,
        per_household=line.per_household or line.household_limit is not None,
        household_limit=line.household_limit,
        resolution=resolution,
    )
