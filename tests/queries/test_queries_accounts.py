"""The chart as a tree, the card of an account, and the cash book."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import UnknownAccount
from ledger.queries.accounts import account_card, chart
from ledger.queries.cash import cash_book, cash_held
from tests.queries.brute import DAYS, balances


def test_every_account_stands_under_its_parent(small):
    rows = small.book.ask(chart).rows

    levels = {row.account: row.level for row in rows}
    seen: set[str] = set()
    for row in rows:
        assert row.level == (0 if row.parent is None else levels[row.parent] + 1)
        assert row.parent is None or row.parent in seen
        seen.add(row.account)
    assert len(seen) == len(rows)


def test_a_head_shows_the_sum_of_its_accounts(small):
    rows = {row.account: row for row in small.book.ask(chart, at=date(2026, 2, 28)).rows}

    assert rows["21000"].balance == rows["21010"].balance + rows["21050"].balance
    assert rows["21000"].balance != ZERO
    assert rows["11010"].roles == ("cash",)


def test_the_card_runs_from_the_balance_brought_forward_to_the_balance(small):
    answer = small.book.ask(
        account_card, account="21050", since=date(2026, 2, 10), until=date(2026, 3, 20)
    )

    running = answer.brought_forward
    for line in answer.lines:
        running = running + line.debit - line.credit
        assert line.balance == running
    assert answer.balance == running
    assert answer.brought_forward == balances(small.book, date(2026, 2, 9))["21050"]
    assert answer.balance == balances(small.book, date(2026, 3, 20))["21050"]
    assert answer.brought_forward + answer.debit - answer.credit == answer.balance


def test_a_line_says_whose_card_it_is_and_which_paper_goes_with_it(small):
    answer = small.book.ask(account_card, account="21050", since=date(2026, 3, 1))

    first = answer.lines[0]
    assert (first.member, first.holder) == ("0001", "นางสาวสมใจ ใจดี")
    assert first.papers == (small.receipts["third visit"],)
    assert first.event == "deposit"


def test_the_money_side_says_the_entry_and_who_paid(small):
    answer = small.book.ask(account_card, account="11010", since=date(2026, 3, 10))

    first = answer.lines[0]
    assert (first.event, first.who, first.card) == ("visit", "นางสาวสมใจ ใจดี", None)


def test_a_line_taken_back_says_so_with_the_reason(small):
    answer = small.book.ask(account_card, account="11010")

    taken_back = [line for line in answer.lines if line.reversal]
    assert [(line.event, line.reason) for line in taken_back] == [
        ("visit", "เขียนจำนวนเงินผิด"),
        ("withdrawal", "ถอนผิดบัญชี"),
    ]


def test_an_account_that_is_not_there_is_refused(small):
    with pytest.raises(UnknownAccount):
        small.book.ask(account_card, account="99999")


def test_the_cash_book_is_the_card_of_the_cash_account(small):
    book = small.book.ask(cash_book, since=date(2026, 3, 1), until=date(2026, 3, 31))

    assert (book.account, book.brought_forward, book.balance) == (
        "11010",
        baht(464, 50),
        baht(944, 50),
    )
    assert (book.received, book.paid) == (baht(900), baht(420))
    assert book.lines[-1].balance == book.balance


def test_cash_is_held_against_the_limit_evening_by_evening(small):
    held = small.book.ask(
        lambda reader: cash_held(reader, since=date(2026, 1, 1), until=date(2026, 3, 31))
    )

    evenings = [
        balances(small.book, day).get("11010", ZERO) for day in DAYS if day <= date(2026, 3, 31)
    ]
    assert held.limit == baht(1_000)
    assert held.days_over_limit == sum(amount > baht(1_000) for amount in evenings) == 2
    assert held.highest == max(evenings) == baht(1_410)
    assert held.brought_forward + held.received - held.paid == held.balance == baht(944, 50)
