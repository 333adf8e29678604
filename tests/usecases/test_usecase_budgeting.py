"""The budget of a year: set, set anew, and beside what was booked."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import HeadPostedTo, ReasonMissing, UnknownAccount
from ledger.domain.refusals.budgets import BudgetedTwice, BudgetEmpty, NotInResult
from ledger.domain.refusals.closing import YearClosed
from ledger.queries.budget_comparison import budget_comparison
from ledger.usecases.budgeting import BudgetItem, SetBudget
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from tests.support.books import START, TODAY
from tests.support.refused import refused


def decide(village, *items, year=2026, **named):
    fields = {"on": START, "resolution": "มติ ๑/๒๕๖๙", **named}
    lines = tuple(BudgetItem(account=account, amount=amount) for account, amount in items)
    return village.run(SetBudget(year=year, items=lines, **fields))


def spend(village, amount, on=TODAY):
    fields = {"payee": "ร้าน", "purpose": "กระดาษ", "on": on}
    village.run(PayExpense(account="53020", amount=amount, **fields))


def test_the_budget_stands_beside_what_was_booked_up_to_the_day(village):
    village.run(
        ReceiveIncome(account="46020", amount=baht(900), on=START, payee="ผู้ให้", purpose="บริจาค")
    )
    spend(village, baht(150, 50))
    decide(village, ("46020", baht(1_200)), ("53020", baht(100)), ("53040", baht(80)))
    decide(village, ("46020", baht(1_200)), ("53020", baht(600)), resolution="มติ ๒/๒๕๖๙")

    told = village.book.ask(budget_comparison, at=TODAY)

    assert (told.year, told.since, told.resolution) == (2026, date(2026, 1, 1), "มติ ๒/๒๕๖๙")
    (paper,) = told.expense.rows
    assert (paper.budget, paper.actual, paper.left) == (baht(600), baht(150, 50), baht(449, 50))
    assert paper.used == Fraction(15050, 60000)
    assert (told.budgeted, told.net) == (baht(600), baht(749, 50))
    # On the day before nothing was spent; another year has no budget.
    assert village.book.ask(budget_comparison, at=START).expense.total.actual == ZERO
    assert village.book.ask(budget_comparison, at=date(2025, 6, 1)).decided_on is None


def test_a_budget_that_makes_no_sense_is_refused_with_its_facts(village):
    with refused(village.book, BudgetEmpty):
        decide(village)
    with refused(village.book, BudgetedTwice, account="53020"):
        decide(village, ("53020", baht(1)), ("53020", baht(2)))
    with refused(village.book, NotInResult, account="11010"):
        decide(village, ("11010", baht(1)))
    with refused(village.book, HeadPostedTo, account="53000"):
        decide(village, ("53000", baht(1)))
    with refused(village.book, UnknownAccount, account="99999"):
        decide(village, ("99999", baht(1)))
    with refused(village.book, ReasonMissing, field="resolution"):
        decide(village, ("53020", Money(1)), resolution="")


def test_a_closed_year_takes_no_other_budget(village):
    village.clock.set(date(2027, 1, 10))
    village.run(
        ReceiveIncome(account="46020", amount=baht(900), on=START, payee="ผู้ให้", purpose="บริจาค")
    )
    decide(village, ("46020", baht(1_000)))
    village.run(CloseYear(year=2026))
    with refused(village.book, YearClosed, year=2026):
        decide(village, ("46020", baht(2_000)))
    # The closing entry does not eat the year's figures.
    assert village.book.ask(budget_comparison, at=date(2026, 12, 31)).net == baht(900)
