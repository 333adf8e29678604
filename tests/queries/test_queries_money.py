"""Cash counts, the sheet of a day, and the bank beside the books."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import ZERO, baht, total
from ledger.domain.refusals import UnknownBank
from ledger.queries.banks import bank_statement, banks
from ledger.queries.cash import cash_counts
from ledger.queries.day_sheet import day_sheet
from ledger.usecases.banking import MatchBankLine
from ledger.usecases.vouching import MoveMoney
from tests.queries.brute import DAYS, balances
from tests.queries.small_book import april


def test_a_count_shows_its_pieces_and_its_difference(small):
    first, second = small.book.ask(cash_counts).rows

    assert [(one.denomination, one.pieces) for one in first.pieces] == [
        (baht(100), 2),
        (baht(20), 1),
        (baht(5), 1),
    ]
    assert (first.counted, first.booked, first.difference) == (baht(225), baht(230), -baht(5))
    assert (first.sheet, second.sheet) == (1, None)
    assert second.entry == small.entries["count"]
    for one in (first, second):
        assert total(piece.amount for piece in one.pieces) == one.counted


def test_counts_are_found_by_period_and_by_number(small):
    assert [one.count for one in small.book.ask(cash_counts, since=date(2026, 3, 1)).rows] == [2]
    assert [one.count for one in small.book.ask(cash_counts, until=date(2026, 3, 1)).rows] == [1]
    assert [one.count for one in small.book.ask(cash_counts, count=2).rows] == [2]


def test_a_day_shows_receipts_vouchers_and_everything_else_once(small):
    answer = small.book.ask(day_sheet, on=date(2026, 3, 10))

    shown = [row.entry for row in answer.receipts] + [row.entry for row in answer.vouchers]
    shown += [entry.number for entry in answer.others]
    assert sorted(shown) == list(range(11, 19))
    assert [(one.item, one.code, one.count, one.amount) for one in answer.items] == [
        ("deposit", "PROMISE", 2, baht(250)),
        ("shares", "SHARES", 2, baht(80)),
        ("charge", "DUES", 2, baht(120)),
    ]
    assert answer.receipts_total == total(one.amount for one in answer.items) == baht(450)


def test_cash_of_a_day_is_that_of_the_books(small):
    for day in (date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10), date(2026, 3, 31)):
        cash = small.book.ask(day_sheet, on=day).cash

        assert cash.balance == balances(small.book, day)["11010"]


def test_a_void_of_a_later_day_leaves_the_day_as_it_was(mine):
    before = mine.book.ask(day_sheet, on=date(2026, 3, 10))
    april(mine)

    after = mine.book.ask(day_sheet, on=date(2026, 3, 10))

    assert (after.items, after.receipts_total, after.cash) == (
        before.items,
        before.receipts_total,
        before.cash,
    )


def test_without_a_day_it_is_the_last_one_with_an_entry(small):
    answer = small.book.ask(day_sheet)

    assert answer.on == date(2026, 3, 31)
    assert [one.count for one in answer.counts] == [2]


def test_a_bank_account_shows_its_balance_and_its_last_agreement(small):
    answer = small.book.ask(banks, since=date(2026, 2, 1), until=date(2026, 3, 31))

    (row,) = answer.rows
    assert (row.brought_forward, row.received, row.paid, row.balance) == (
        baht(800),
        baht(3, 25),
        ZERO,
        baht(803, 25),
    )
    assert (row.agreement.statement, row.agreement.not_in_books) == (baht(793, 25), -baht(10))
    assert row.unmatched_lines == 1
    assert answer.balance == row.balance


def test_before_it_was_agreed_there_is_no_agreement(small):
    (row,) = small.book.ask(banks, until=date(2026, 3, 30)).rows

    assert row.agreement is None


def test_the_bank_is_the_ledger_on_every_day(small):
    for day in DAYS[::6]:
        assert small.book.ask(banks, until=day).balance == balances(small.book, day).get(
            "12200", ZERO
        )


def test_open_items_explain_the_difference_to_the_bank(mine):
    mine.on(date(2026, 4, 5))
    mine.run(MoveMoney(amount=baht(100), on=mine.clock.day, target="GSB", purpose="ฝาก"), "second")

    answer = mine.book.ask(bank_statement, bank="GSB")

    assert [one.entry for one in answer.not_at_bank] == [mine.entries["second"]]
    assert [one.line for one in answer.not_in_books] == [3]
    assert answer.booked == baht(903, 25)
    assert answer.expected == baht(793, 25)
    assert answer.lines[-1].balance == answer.expected


def test_a_match_that_is_undone_is_open_again(mine):
    mine.run(MatchBankLine(bank="GSB", line=1))

    answer = mine.book.ask(bank_statement, bank="GSB")

    assert [one.line for one in answer.not_in_books] == [1, 3]
    assert [one.entry for one in answer.not_at_bank] == [mine.entries["banked"]]
    assert answer.expected == baht(793, 25)


def test_lines_of_a_period_are_shown_with_open_items_of_all_time(small):
    answer = small.book.ask(
        bank_statement, bank="GSB", since=date(2026, 2, 1), until=date(2026, 2, 28)
    )

    assert [one.line for one in answer.lines] == [2]
    assert answer.not_in_books == ()


def test_a_bank_that_is_not_there_is_refused(small):
    with pytest.raises(UnknownBank):
        small.book.ask(bank_statement, bank="XYZ")
