"""What the forms of cash and bank decide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cash.state import (
    CountForm,
    JournalForm,
    JournalRow,
    MoveForm,
    VoucherForm,
    fits,
    pairs,
)
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.queries.banks import BankStatement, BookedRow, StatementRow
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from tests.support.books import TODAY


def counted(pieces):
    return CountForm(on=TODAY, booked=baht(300), pieces=pieces, reason="x")


@given(st.dictionaries(st.sampled_from(DENOMINATIONS), st.integers(0, 500)))
def test_the_count_is_the_sum_of_its_notes_and_coins(pieces):
    form = counted(pieces)

    assert form.counted == total(value * count for value, count in pieces.items())
    assert form.difference == form.counted - baht(300)
    assert {one.denomination for one in form.command().pieces} == {
        value for value, count in pieces.items() if count
    }


def test_a_count_that_agrees_needs_no_reason_and_sends_none():
    assert counted({baht(100): 3}).command().reason == ""
    assert counted({baht(100): 2}).command().reason == "x"


@pytest.mark.parametrize(("income", "kind"), [(True, ReceiveIncome), (False, PayExpense)])
def test_a_voucher_is_income_or_expense(income, kind):
    form = VoucherForm(
        income=income, account="5301", amount=baht(5), on=TODAY, payee="a", purpose="b"
    )

    assert isinstance(form.command(), kind)


def test_money_does_not_move_to_where_it_is():
    assert MoveForm(amount=baht(5), on=TODAY, source=None, target=None).command() is None
    assert MoveForm(amount=baht(5), on=TODAY, source="A", target="A").command() is None
    assert MoveForm(amount=baht(5), on=TODAY, source=None, target="A").command() is not None


def journal(*rows):
    return JournalForm(on=TODAY, purpose="x", rows=[JournalRow(*row) for row in rows])


def test_empty_lines_of_a_journal_voucher_are_left_out():
    form = journal(("1", baht(5), None), (None, None, None), ("2", None, baht(5)))

    assert [line.account for line in form.command().lines] == ["1", "2"]
    assert (form.debit, form.credit) == (baht(5), baht(5))


def test_a_line_that_is_begun_has_to_be_finished():
    assert journal(("1", baht(5), None), (None, None, baht(5))).command() is None


def test_nothing_filled_in_is_no_voucher():
    assert journal((None, None, None)).command() is None


def line(number, amount, day=TODAY, entry=None):
    return StatementRow(number, day, amount, "", None, entry)


def booked(entry, amount, day=TODAY):
    return BookedRow(entry, day, "banked", "", (), amount)


def statement(lines, rows):
    unknown: Any = None
    return BankStatement(
        bank=unknown,
        until=TODAY,
        lines=tuple(lines),
        not_at_bank=tuple(rows),
        not_in_books=tuple(one for one in lines if one.entry is None),
        booked=ZERO,
        expected=ZERO,
    )


def test_the_same_amount_near_in_time_belongs_together():
    (pair,) = pairs(statement([line(1, baht(200))], [booked(7, baht(200))]))

    command = pair.command("BAAC")
    assert (command.bank, command.line, command.entry) == ("BAAC", 1, 7)


@pytest.mark.parametrize(
    ("amount", "days"), [(baht(201), 0), (-baht(200), 0), (baht(200), 11), (baht(200), -11)]
)
def test_another_amount_or_many_days_do_not(amount, days):
    row = booked(7, amount, TODAY + timedelta(days=days))

    assert pairs(statement([line(1, baht(200))], [row])) == ()
    assert not fits(line(1, baht(200)), row)


def test_between_two_movements_of_one_amount_nobody_guesses():
    rows = [booked(7, baht(200)), booked(8, baht(200))]

    assert pairs(statement([line(1, baht(200))], rows)) == ()


def test_between_two_lines_of_one_amount_nobody_guesses():
    lines = [line(1, baht(200)), line(2, baht(200))]

    assert pairs(statement(lines, [booked(7, baht(200))])) == ()


def test_a_movement_between_two_lines_belongs_to_neither_beyond_doubt():
    lines = [line(1, baht(200), date(2026, 3, 1)), line(2, baht(200), date(2026, 3, 18))]

    assert pairs(statement(lines, [booked(7, baht(200), date(2026, 3, 9))])) == ()


def test_lines_that_are_joined_already_are_left_alone():
    assert pairs(statement([line(1, baht(200), entry=5)], [booked(7, baht(200))])) == ()


amounts = st.integers(1, 4).map(lambda n: Money(n * 100))
days = st.integers(0, 30).map(lambda n: date(2026, 3, 1) + timedelta(days=n))


@given(
    st.lists(st.tuples(amounts, days), max_size=6), st.lists(st.tuples(amounts, days), max_size=6)
)
def test_whatever_is_joined_fits_and_is_joined_once(lines, rows):
    found = pairs(
        statement(
            [line(at, amount, day) for at, (amount, day) in enumerate(lines)],
            [booked(at, amount, day) for at, (amount, day) in enumerate(rows)],
        )
    )

    assert all(fits(pair.line, pair.booked) for pair in found)
    assert len({pair.line.line for pair in found}) == len(found)
    assert len({pair.booked.entry for pair in found}) == len(found)
