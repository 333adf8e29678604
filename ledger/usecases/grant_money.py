"""Money of grants: parts the donor pays, spending by budget line and household, what goes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
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
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.grants import (
    BudgetLineExceeded,
    GrantMoneyShort,
    GrantOverReceived,
    HouseholdMissing,
    HouseholdOverLimit,
    UnknownGrantLine,
    UnknownHousehold,
)
from ledger.usecases.granting import grant_on
from ledger.usecases.recording import (
    event_lines,
    given,
    money_place,
    positive,
    record_lines,
    the_card,
)
from ledger.usecases.vouching import add_voucher, payee_named


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveGrant(Command):
    """The donor pays a part of a grant."""

    grant: str
    amount: Money
    on: date
    bank: str | None = None
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendGrant(Command):
    """Money of a grant is paid out by a budget line, for a household where the line asks so."""

    grant: str
    line: str
    amount: Money
    on: date
    payee: str
    purpose: str
    household: str = ""
    bank: str | None = None
    approved_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnGrant(Command):
    """What was not spent goes back to the donor."""

    grant: str
    amount: Money
    on: date
    bank: str | None = None
    approved_by: str = ""
    document: str = ""


def receive_grant(command: ReceiveGrant, books: Books) -> None:
    grant, amount = grant_on(books, command.grant, command.on), positive(command.amount)
    standing = standing_of(books, grant)
    if standing.received + amount > grant.total:
        raise GrantOverReceived(grant.code, grant.total, standing.received, amount)
    posted = _book(books, "grant_received", grant, command)
    add_voucher(
        books,
        VoucherKind.RECEIPT,
        posted,
        purpose=grant.purpose,
        payee=grant.donor,
        document=command.document,
    )
    number = books.next_number(GrantPart, grant=grant.code)
    books.add(
        GrantPart(grant.code, number, command.on, amount, posted.number, command.document.strip())
    )


def spend_grant(command: SpendGrant, books: Books) -> None:
    grant, amount = grant_on(books, command.grant, command.on), positive(command.amount)
    household = command.household.strip()
    standing = standing_of(books, grant)
    _check_budget(books, standing, _line_of(standing, command.line), amount, household)
    _check_held(books, grant, command.on, amount)
    purpose = given(command.purpose, "purpose")
    payee = payee_named(command.payee)
    posted = _book(books, "grant_spent", grant, command, purpose)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=purpose,
        payee=payee,
        approved_by=command.approved_by,
        document=command.document,
    )
    number = books.next_number(GrantSpending, grant=grant.code)
    books.add(
        GrantSpending(
            grant=grant.code,
            number=number,
            line=command.line,
            on=command.on,
            amount=amount,
            entry=posted.number,
            payee=payee,
            purpose=purpose,
            household=household,
            document=command.document.strip(),
        )
    )


def return_grant(command: ReturnGrant, books: Books) -> None:
    grant, amount = grant_on(books, command.grant, command.on), positive(command.amount)
    _check_held(books, grant, command.on, amount)
    posted = _book(books, "grant_returned", grant, command)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=grant.purpose,
        payee=grant.donor,
        approved_by=command.approved_by,
        document=command.document,
    )
    number = books.next_number(GrantReturn, grant=grant.code)
    books.add(
        GrantReturn(grant.code, number, command.on, amount, posted.number, command.document.strip())
    )


def _line_of(standing: GrantStanding, code: str) -> GrantBudget:
    for line in standing.budget:
        if line.line == code:
            return line
    codes = tuple(one.line for one in standing.budget)
    raise UnknownGrantLine(standing.grant.code, code, codes)


def _check_budget(
    books: Books, standing: GrantStanding, line: GrantBudget, amount: Money, household: str
) -> None:
    grant, spent = standing.grant.code, standing.spent_on(line.line)
    if spent + amount > line.amount:
        raise BudgetLineExceeded(grant, line.line, line.amount, spent, amount)
    if line.per_household and not household:
        raise HouseholdMissing(grant, line.line)
    if household and not books.every(Member, household=household):
        raise UnknownHousehold(household)
    limit, got = line.household_limit, standing.spent_for(line.line, household)
    if limit is not None and got + amount > limit:
        raise HouseholdOverLimit(grant, line.line, household, limit, got, amount)


def _check_held(books: Books, grant: Grant, on: date, amount: Money) -> None:
    """Whether so much is there on that day and stays there on every later one."""
    held = books.least_owed(grant.card, the_card(books, grant.card).account, since=on)
    if amount > held:
        raise GrantMoneyShort(grant.code, on, max(ZERO, held), amount)


def _book(
    books: Books,
    event: str,
    grant: Grant,
    command: ReceiveGrant | SpendGrant | ReturnGrant,
    memo: str = "",
) -> Posted:
    card = the_card(books, grant.card)
    places = {
        "card": Place(card.account, grant.fund, card.number),
        "money": money_place(books, command.bank, grant.fund),
    }
    lines = event_lines(books, event, command.amount, places)
    return record_lines(books, lines, on=command.on, event=event, memo=memo or grant.purpose)
