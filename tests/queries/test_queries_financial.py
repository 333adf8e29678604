"""Financial position and income and expense tie with each other and with the trial balance."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.accounts import BookKind, Kind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, baht, total
from ledger.queries.financial import financial_position, income_and_expense
from ledger.queries.standing import year_start
from ledger.queries.trial_balance import trial_balance
from ledger.usecases.founding import FoundBook
from ledger.usecases.vouching import ReceiveIncome
from tests.queries.brute import DAYS
from tests.queries.small_book import MARCH, Counting, HandClock, SmallBook


def test_on_every_day_assets_are_liabilities_and_equity(small):
    for day in DAYS:
        answer = small.book.ask(financial_position, at=day)

        assert answer.assets.totals == answer.liabilities_and_equity, day


def test_totals_are_those_of_the_trial_balance(small):
    position = small.book.ask(financial_position, at=date(2026, 3, 31))
    balance = small.book.ask(trial_balance, at=date(2026, 3, 31))

    for section, sign in ((position.assets, 1), (position.liabilities, -1), (position.equity, -1)):
        rows = [row.balance for row in balance.rows if row.kind is section.kind]
        assert section.totals[0] * sign == total(rows)


def test_the_result_of_the_year_is_income_less_expense_to_date(small):
    position = small.book.ask(financial_position, at=MARCH.last)
    result = small.book.ask(income_and_expense, month=MARCH)

    assert position.result_of_year[0] == result.net[2] == -baht(22, 25)
    assert result.net[0] == baht(35)
    assert result.net[1] == baht(3, 25)
    assert position.result_before == (ZERO, ZERO)


def test_it_is_compared_with_the_end_of_the_month_before(small):
    answer = small.book.ask(financial_position, at=date(2026, 3, 15))

    assert answer.compared_with == date(2026, 2, 28)
    before = small.book.ask(financial_position, at=date(2026, 2, 28))
    assert answer.assets.totals[1] == before.assets.totals[0]


def test_a_head_is_the_sum_of_what_hangs_under_it(small):
    answer = small.book.ask(financial_position, at=date(2026, 3, 31))

    lines = {line.account: line for line in answer.liabilities.lines}
    assert lines["21000"].head
    assert lines["21000"].amounts[0] == lines["21010"].amounts[0] + lines["21050"].amounts[0]
    assert lines["20000"].amounts == answer.liabilities.totals
    assert "22000" not in lines


@pytest.mark.parametrize(
    ("ends_in", "month", "starts"),
    [
        (12, Month(2026, 3), Month(2026, 1)),
        (12, Month(2026, 12), Month(2026, 1)),
        (3, Month(2026, 3), Month(2025, 4)),
        (3, Month(2026, 4), Month(2026, 4)),
        (6, Month(2026, 1), Month(2025, 7)),
    ],
)
def test_the_fiscal_year_begins_after_its_last_month(tmp_path, ends_in, month, starts):
    small = book_ending_in(ends_in, tmp_path)

    assert small.book.ask(lambda reader: year_start(reader, month)) == starts
    small.book.close()


def test_what_earlier_years_left_is_shown_apart(tmp_path):
    small = book_ending_in(3, tmp_path)
    for day, amount in ((date(2026, 3, 31), baht(700)), (date(2026, 4, 2), baht(50))):
        income = ReceiveIncome(account="46010", amount=amount, on=day, payee="x", purpose="y")
        small.on(date(2026, 4, 30)).run(income)

    position = small.book.ask(financial_position, at=date(2026, 4, 30))
    result = small.book.ask(income_and_expense, month=Month(2026, 4))

    small.book.close()
    assert position.result_before == (baht(700), ZERO)
    assert position.result_of_year == (baht(50), baht(700))
    assert position.assets.totals == position.liabilities_and_equity
    assert result.net == (baht(50), baht(700), baht(50))
    assert result.income.kind is Kind.INCOME


def book_ending_in(month: int, tmp_path) -> SmallBook:
    from ledger.book import Book

    clock = HandClock(date(2026, 1, 1))
    founding = FoundBook(book="1", kind=BookKind.HOUSING, name_th="ก", year_ends_in=month)
    book = Book.found(tmp_path / "year.satcha", founding, clock=clock, chance=Counting())
    return SmallBook(book, clock)
