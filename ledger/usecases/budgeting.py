"""Setting the budget of a fiscal year; what was decided before stays readable in its acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.budgets import Budget, BudgetLine
from ledger.domain.commands import Command
from ledger.domain.limits import check_amount
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import HeadPostedTo
from ledger.domain.refusals.budgets import BudgetedTwice, BudgetEmpty, NotInResult
from ledger.domain.refusals.closing import YearClosed
from ledger.usecases.founding import the_account
from ledger.usecases.recording import check_has_come, given
from ledger.usecases.year_closing import is_closed, span_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetItem:
    """An income or expense account and its amount for the whole year."""

    account: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBudget(Command):
    """The whole budget of the fiscal year that ends in a common-era year, by resolution.

    Given again it replaces the budget: an account that is not named has none any more.
    """

    year: int
    on: date
    resolution: str
    items: tuple[BudgetItem, ...]
    note: str = ""


def set_budget(command: SetBudget, books: Books) -> None:
    year = span_of(books, command.year).year
    if is_closed(books, year):
        raise YearClosed(year)
    check_has_come(books, command.on)
    resolution = given(command.resolution, "resolution")
    wanted = _checked(command.items, books)
    kept = {one.account: one for one in books.every(BudgetLine, year=year)}
    for account, line in kept.items():
        if account not in wanted and line.amount != ZERO:
            books.add(replace(line, amount=ZERO))
    for account, amount in wanted.items():
        if account not in kept or kept[account].amount != amount:
            books.add(BudgetLine(year, account, amount))
    books.add(Budget(year, command.on, resolution, command.note))
    books.make(year=year, accounts=len(wanted))


def _checked(items: tuple[BudgetItem, ...], books: Books) -> dict[str, Money]:
    """The amounts by account.

    Raises:
        BudgetEmpty, BudgetedTwice, UnknownAccount, HeadPostedTo, NotInResult: what is wrong.
    """
    if not items:
        raise BudgetEmpty
    wanted: dict[str, Money] = {}
    for item in items:
        account = the_account(books, item.account)
        if account.head:
            raise HeadPostedTo(account.code)
        if not account.kind.in_result:
            raise NotInResult(account.code)
        if account.code in wanted:
            raise BudgetedTwice(account.code)
        check_amount("amount", item.amount, least=ZERO)
        wanted[account.code] = item.amount
    return wanted
