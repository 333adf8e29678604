"""Grants that run at the cut-over: their contract, and what was received, spent and given back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind, Fund
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.carried import EVENT
from ledger.domain.entries import GENERAL_FUND, Line, Side
from ledger.domain.grants import (
    Grant,
    GrantBudget,
    GrantPart,
    GrantReturn,
    GrantSpending,
    standing_of,
)
from ledger.domain.limits import check_amount
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import UnknownFund
from ledger.domain.refusals.carrying import DayNotInOrder
from ledger.domain.refusals.grants import (
    BudgetLineExceeded,
    GrantExists,
    GrantMoneyShort,
    GrantOverReceived,
    HouseholdMissing,
    HouseholdOverLimit,
    UnknownGrantLine,
    UnknownHousehold,
)
from ledger.usecases.granting import BudgetLine, budget_of, check_lines
from ledger.usecases.recording import account_of_role, named, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedSpending:
    """What was spent of a budget line before the book, for a household where the line asks so."""

    line: str
    amount: Money
    household: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedGrant:
    """A grant that runs at the cut-over; what is ``received`` less spent and returned is held."""

    code: str
    donor: str
    purpose: str
    total: Money
    on: date
    lines: tuple[BudgetLine, ...]
    received: Money = ZERO
    spent: tuple[CarriedSpending, ...] = ()
    returned: Money = ZERO
    fund: str = GENERAL_FUND
    agreement: str = ""
    ends_on: date | None = None

    @property
    def held(self) -> Money:
        """Received, neither spent nor given back (domain.md 1.7)."""
        return self.received - total(one.amount for one in self.spent) - self.returned


@dataclass(frozen=True, slots=True)
class TakenGrant:
    """A grant that was kept, with its lines of the opening entry.

    Where nothing is left of what was received, they say that it came and went.
    """

    grant: CarriedGrant
    lines: tuple[Line, ...]


def take_grants(books: Books, grants: Sequence[CarriedGrant], *, on: date) -> list[TakenGrant]:
    """Keep contracts and budgets; what moved before is kept by ``keep_grant_moves``.

    A code may come again while nothing was received of its grant, or that was taken back.

    Raises:
        GrantExists, UnknownFund, AmountNotPositive, NameMissing, GrantLineTwice,
        BudgetDoesNotAddUp, DayNotInOrder, GrantOverReceived, GrantMoneyShort, UnknownGrantLine,
        BudgetLineExceeded, HouseholdMissing, UnknownHousehold, HouseholdOverLimit: why not.
    """
    return [_take(books, one, on) for one in grants]


def keep_grant_moves(
    books: Books, taken: Sequence[TakenGrant], *, on: date, entry: int | None
) -> None:
    """Note what moved before the book, with the entry in which the rest of it was booked."""
    for one in taken:
        grant = one.grant
        if entry is None or grant.received == ZERO:
            continue
        code = grant.code
        number = books.next_number(GrantPart, grant=code)
        books.add(GrantPart(code, number, on, grant.received, entry))
        for it in grant.spent:
            number = books.next_number(GrantSpending, grant=code)
            # Nobody is named as payee: papers say that it was spent before the book.
            books.add(
                GrantSpending(code, number, it.line, on, it.amount, entry, "", "", it.household)
            )
        if grant.returned > ZERO:
            number = books.next_number(GrantReturn, grant=code)
            books.add(GrantReturn(code, number, on, grant.returned, entry))


def close_grant_unused(books: Books, code: str, on: date) -> None:
    """End a grant that was taken back, where nothing moved on it besides."""
    grant = books.newest(Grant, code)
    if grant is None or grant.closed_on is not None or _moved(books, grant):
        return
    _close_card(books, grant, on)
    books.add(replace(grant, closed_on=on))


def _close_card(books: Books, grant: Grant, on: date) -> None:
    card = books.newest(Card, grant.card)
    if card is not None and card.closed_on is None:
        books.add(replace(card, closed_on=on))


def _take(books: Books, carried: CarriedGrant, on: date) -> TakenGrant:
    code = named(carried.code, "code")
    before = books.newest(Grant, code)
    if before is not None and _moved(books, before):
        raise GrantExists(code)
    if books.newest(Fund, carried.fund) is None:
        raise UnknownFund(carried.fund)
    if carried.on > on:
        raise DayNotInOrder(code, carried.on, on)
    check_lines(code, positive(carried.total, "total"), carried.lines)
    _check_moves(books, carried, on)
    if before is not None:
        _close_card(books, before, on)
    account, number = account_of_role(books, "grant_unspent"), books.next_number(Card)
    books.add(Card(number, CardKind.GRANT, account, carried.on, code, fund=carried.fund))
    books.add(
        Grant(
            code=code,
            card=number,
            donor=named(carried.donor, "donor"),
            purpose=named(carried.purpose, "purpose"),
            total=carried.total,
            on=carried.on,
            fund=carried.fund,
            agreement=carried.agreement.strip(),
            ends_on=carried.ends_on,
        )
    )
    wanted = {line.code: budget_of(code, line) for line in carried.lines}
    for old in books.every(GrantBudget, grant=code):
        wanted.setdefault(old.line, replace(old, amount=ZERO))
    for line in wanted.values():
        books.add(line)
    moved = [(Side.CREDIT, carried.held)]
    if carried.held == ZERO:
        moved = [(Side.CREDIT, carried.received), (Side.DEBIT, carried.received)]
    return TakenGrant(
        carried,
        tuple(
            Line(account, side, amount, carried.fund, number, EVENT)
            for side, amount in moved
            if amount > ZERO
        ),
    )


def _check_moves(books: Books, carried: CarriedGrant, on: date) -> None:
    code = carried.code
    check_amount("received", carried.received, least=ZERO)
    check_amount("returned", carried.returned, least=ZERO)
    if carried.received > carried.total:
        raise GrantOverReceived(code, carried.total, ZERO, carried.received)
    lines = {one.code: one for one in carried.lines}
    by_line: dict[str, Money] = {}
    by_household: dict[tuple[str, str], Money] = {}
    for at, one in enumerate(carried.spent, start=1):
        amount, line = positive(one.amount, f"spent.{at}.amount"), lines.get(one.line)
        if line is None:
            raise UnknownGrantLine(code, one.line, tuple(lines))
        spent = by_line.get(one.line, ZERO)
        if spent + amount > line.amount:
            raise BudgetLineExceeded(code, one.line, line.amount, spent, amount)
        by_line[one.line] = spent + amount
        place = one.line, one.household
        _check_household(books, carried, line, one, by_household.get(place, ZERO))
        by_household[place] = by_household.get(place, ZERO) + amount
    gone = total(by_line.values()) + carried.returned
    if gone > carried.received:
        raise GrantMoneyShort(code, on, carried.received, gone)


def _check_household(
    books: Books, carried: CarriedGrant, line: BudgetLine, one: CarriedSpending, got: Money
) -> None:
    if (line.per_household or line.household_limit is not None) and not one.household.strip():
        raise HouseholdMissing(carried.code, line.code)
    if not one.household:
        return
    if not books.every(Member, household=one.household):
        raise UnknownHousehold(one.household)
    limit = line.household_limit
    if limit is not None and got + one.amount > limit:
        raise HouseholdOverLimit(carried.code, line.code, one.household, limit, got, one.amount)


def _moved(books: Books, grant: Grant) -> bool:
    standing = standing_of(books, grant)
    return bool(standing.parts or standing.spendings or standing.returns)
