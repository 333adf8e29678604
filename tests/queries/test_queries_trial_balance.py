"""The trial balance of any day, against the lines and against figures worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.refusals import UnknownFund
from ledger.queries.trial_balance import period_balances, trial_balance
from ledger.usecases.founding import OpenFund
from ledger.usecases.vouching import JournalLine, PostJournal
from tests.queries.brute import DAYS, balances
from tests.queries.small_book import HandClock, founded


def test_the_figures_of_march_are_those_worked_by_hand(small):
    answer = small.book.ask(trial_balance, at=date(2026, 3, 31))

    by_code = {row.account: row.balance for row in answer.rows}
    assert by_code["11010"] == baht(944, 50)
    assert by_code["12200"] == baht(803, 25)
    assert by_code["21010"] == -baht(760)
    assert by_code["21050"] == -baht(770)
    assert by_code["31010"] == -baht(180)
    assert by_code["43040"] == -baht(120)
    assert answer.debit == answer.credit == baht(1_978, 25)


@pytest.mark.parametrize("fund", [None, "general"])
def test_on_every_day_it_is_the_sum_of_the_lines(small, fund):
    for day in DAYS:
        answer = small.book.ask(trial_balance, at=day, fund=fund)

        found = {row.account: row.balance for row in answer.rows}
        assert found == balances(small.book, day, fund), day


def test_a_balance_stands_on_one_side_only_and_both_sides_agree(small):
    answer = small.book.ask(trial_balance, at=date(2026, 2, 14))

    for row in answer.rows:
        assert row.debit - row.credit == row.balance
        assert min(row.debit, row.credit) == ZERO
    assert total(row.debit for row in answer.rows) == answer.debit
    assert answer.debit == answer.credit


def test_without_a_day_it_is_that_of_the_last_entry(small):
    answer = small.book.ask(trial_balance)

    assert answer.at == date(2026, 3, 31)
    assert answer.rows == small.book.ask(trial_balance, at=answer.at).rows


def test_an_empty_book_has_an_empty_trial_balance(tmp_path):
    small = founded(tmp_path / "empty.satcha")

    answer = small.book.ask(trial_balance)

    small.book.close()
    assert answer.rows == ()
    assert answer.at == date(2026, 1, 1)


def test_names_stand_in_both_languages(small):
    answer = small.book.ask(trial_balance)

    cash = answer.rows[0]
    assert (cash.account, cash.name, cash.name_th) == ("11010", "เงินสดในมือ", "เงินสดในมือ")
    assert cash.name_en == "Cash in hand"


def test_a_fund_that_is_not_there_is_refused(small):
    with pytest.raises(UnknownFund):
        small.book.ask(trial_balance, fund="moon")


def test_a_period_goes_from_what_was_brought_forward_to_what_is_left(small):
    answer = small.book.ask(period_balances, since=date(2026, 2, 11), until=date(2026, 3, 20))

    before, after = balances(small.book, date(2026, 2, 10)), balances(small.book, date(2026, 3, 20))
    assert {row.account for row in answer.rows} >= before.keys() | after.keys()
    for row in answer.rows:
        assert row.brought_forward == before.get(row.account, ZERO)
        assert row.balance == after.get(row.account, ZERO)
        assert row.brought_forward + row.debit - row.credit == row.balance
    assert answer.debit == answer.credit
    assert total(row.brought_forward for row in answer.rows) == ZERO


ENTRIES = st.lists(
    st.tuples(
        st.integers(0, 900),
        st.sampled_from(["general", "welfare"]),
        st.lists(
            st.sampled_from(["11010", "14010", "23010", "46010"]),
            min_size=2,
            max_size=2,
            unique=True,
        ),
        st.integers(1, 10**9),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=12)
@given(entries=ENTRIES, asked=st.integers(0, 900))
def test_whatever_is_booked_in_whatever_fund_it_is_the_sum_of_the_lines(
    tmp_path_factory, entries, asked
):
    small = founded(tmp_path_factory.mktemp("any") / "any.satcha")
    small.book._clock = HandClock(date(2029, 1, 1))
    small.run(OpenFund(code="welfare", name_th="สวัสดิการ"))
    start = date(2026, 1, 1)
    small.run(_journal(start, "general", ["11010", "33030"], 10**13))
    small.run(_journal(start, "welfare", ["11010", "33030"], 10**13))
    for after, fund, accounts, satang in entries:
        small.run(_journal(start + timedelta(days=after), fund, accounts, satang))
    day = start + timedelta(days=asked)

    for fund in (None, "general", "welfare"):
        answer = small.book.ask(trial_balance, at=day, fund=fund)
        found = {row.account: row.balance for row in answer.rows}
        assert found == balances(small.book, day, fund)
        assert answer.debit == answer.credit
    small.book.close()


def _journal(on: date, fund: str, accounts: list[str], satang: int) -> PostJournal:
    return PostJournal(
        on=on,
        purpose="x",
        lines=(
            JournalLine(account=accounts[0], debit=Money(satang), fund=fund),
            JournalLine(account=accounts[1], credit=Money(satang), fund=fund),
        ),
    )
