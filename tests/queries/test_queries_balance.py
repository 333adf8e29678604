"""The balance of any account and any card at any day."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import MissingField, UnknownAccount, UnknownCard
from ledger.queries.balance import balance
from tests.queries.brute import DAYS, balances, card_balance


def test_on_every_day_it_is_the_sum_of_the_lines(small):
    card = small.cards["0001 SAVINGS"]
    for day in DAYS[::5]:
        ledger = balances(small.book, day)

        assert small.book.ask(balance, account="11010", at=day).balance == ledger.get("11010", ZERO)
        found = small.book.ask(balance, card=card, at=day)
        assert (found.account, found.balance) == ("21010", card_balance(small.book, card, day))


def test_without_a_day_it_is_that_of_the_last_entry(small):
    answer = small.book.ask(balance, account="11010", fund="general")

    assert (answer.at, answer.balance) == (date(2026, 3, 31), baht(944, 50))
    assert small.book.ask(balance, account="11010", fund="moon").balance == ZERO


def test_what_is_not_there_is_refused(small):
    with pytest.raises(UnknownAccount):
        small.book.ask(balance, account="99999")
    with pytest.raises(UnknownCard):
        small.book.ask(balance, card=999)
    with pytest.raises(MissingField):
        small.book.ask(balance)
