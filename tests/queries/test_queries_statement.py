"""The member's statement: from what was brought forward, line by line, to what is left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain.money import ZERO, baht, total
from ledger.domain.refusals import UnknownMember
from ledger.queries.statement import member_statement
from tests.queries.brute import DAYS, card_balance, lines
from tests.queries.small_book import april

MEMBERS = ("0001", "0002", "0003", "0004")


def test_every_line_runs_to_the_balance_of_its_card(small):
    for member in MEMBERS:
        answer = small.book.ask(member_statement, member=member)
        for card in answer.cards:
            running = card.brought_forward
            for line in card.lines:
                running = running + line.paid_in - line.paid_out
                assert line.balance == running
            assert card.balance == running == -card_balance(small.book, card.card, answer.until)
            assert card.brought_forward + card.paid_in - card.paid_out == card.balance


def test_all_statements_together_show_every_line_of_members_cards(small):
    shown = [
        (line.entry, card.card)
        for member in MEMBERS
        for card in small.book.ask(member_statement, member=member).cards
        for line in card.lines
    ]

    banks = {1}
    wanted = [
        (entry, card)
        for entry, _, _, _, card, _ in lines(small.book)
        if card is not None and card not in banks
    ]
    assert sorted(shown) == sorted(wanted)


def test_two_statements_in_a_row_are_one(small):
    whole = small.book.ask(member_statement, member="0001")

    for day in DAYS[10:80:3]:
        first = small.book.ask(member_statement, member="0001", until=day)
        second = small.book.ask(member_statement, member="0001", since=day + timedelta(days=1))
        for card in whole.cards:
            early = next((one for one in first.cards if one.card == card.card), None)
            late = next(one for one in second.cards if one.card == card.card)
            assert (early.balance if early else ZERO) == late.brought_forward
            assert (*(early.lines if early else ()), *late.lines) == card.lines


def test_a_line_says_what_happened_with_its_paper(small):
    answer = small.book.ask(member_statement, member="0001", since=date(2026, 2, 1))

    savings = next(card for card in answer.cards if card.product == "SAVINGS")
    told = [(line.event, line.reversal, line.papers) for line in savings.lines]
    assert told == [
        ("withdrawal", False, (small.vouchers["withdrawal"],)),
        ("withdrawal", True, ()),
        ("withdrawal", False, (small.vouchers["second withdrawal"],)),
        ("transfer", False, (small.vouchers["transfer"],)),
    ]
    assert (savings.brought_forward, savings.balance) == (baht(1_000), baht(760))
    assert (savings.paid_in, savings.paid_out) == (baht(250), baht(490))


def test_savings_and_shares_are_summed_apart(small):
    answer = small.book.ask(member_statement, member="0001")

    assert (answer.savings, answer.shares) == (baht(1_100), baht(150))
    assert total(card.balance for card in answer.cards) == baht(1_250)


def test_a_card_closed_before_the_period_is_left_out(mine):
    april(mine)

    assert mine.book.ask(member_statement, member="0004", since=date(2026, 4, 11)).cards == ()
    kept = mine.book.ask(member_statement, member="0004", since=date(2026, 4, 10)).cards
    assert [card.product for card in kept] == ["PROMISE", "SHARES"]


def test_a_member_who_is_not_there_is_refused(small):
    with pytest.raises(UnknownMember):
        small.book.ask(member_statement, member="9999")
