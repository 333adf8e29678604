"""The whole position of one member."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.accounts import CardKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import UnknownMember
from ledger.queries.arrears import arrears
from ledger.queries.position import member_position
from ledger.usecases.members import ErasePerson
from ledger.usecases.saving import ReleaseHold
from tests.queries.brute import DAYS, card_balance
from tests.queries.small_book import april


def test_everything_about_a_member_stands_together(small):
    answer = small.book.ask(member_position, member="0001")

    cards = {card.product: card for card in answer.cards}
    assert list(cards) == ["PROMISE", "SAVINGS", "SHARES"]
    assert cards["PROMISE"].balance == baht(340)
    assert cards["SAVINGS"].balance == baht(760)
    assert cards["SAVINGS"].on_hold == baht(300)
    assert cards["SHARES"].balance == baht(150)
    assert cards["SHARES"].kind is CardKind.SHARE
    assert (answer.savings, answer.shares) == (baht(1_100), baht(150))
    assert answer.leads == ("โซนริมคลอง",)
    assert answer.person.family == "ใจดี"
    assert answer.owed == ZERO


def test_balances_are_those_of_the_lines_on_every_day(small):
    for day in DAYS[::7]:
        answer = small.book.ask(member_position, member="0001", at=day)

        for card in answer.cards:
            assert card.balance == -card_balance(small.book, card.card, day)


def test_the_promise_says_what_is_due_and_what_of_it_is_overdue(small):
    answer = small.book.ask(member_position, member="0003", at=date(2026, 3, 10))

    promise = answer.cards[0]
    assert (promise.promise, promise.due, promise.overdue, promise.ahead) == (
        baht(100),
        baht(120),
        baht(20),
        ZERO,
    )
    assert answer.open_items[0].since == Month(2026, 2)


def test_what_is_paid_for_later_months_is_ahead(mine):
    mine.on(date(2026, 4, 5)).pays("0001", ("PROMISE", baht(350)))

    answer = mine.book.ask(member_position, member="0001", at=date(2026, 4, 30))

    assert (answer.cards[0].due, answer.cards[0].ahead) == (ZERO, baht(290))  # 40 moved in


def test_a_hold_counts_from_its_day_on(small):
    before = small.book.ask(member_position, member="0001", at=date(2026, 3, 9))

    assert all(card.on_hold == ZERO for card in before.cards)


def test_a_released_hold_no_longer_counts_from_that_day_on(mine):
    mine.on(date(2026, 4, 5)).run(ReleaseHold(hold=1, on=date(2026, 4, 5)))

    held = [
        mine.book.ask(member_position, member="0001", at=date(2026, 4, day)).cards[1].on_hold
        for day in (4, 5)
    ]

    assert held == [baht(300), ZERO]


def test_the_open_items_are_those_of_the_list_of_arrears(small):
    everybody = {row.member: row for row in small.book.ask(arrears).rows}

    for member in ("0001", "0002", "0003", "0004"):
        answer = small.book.ask(member_position, member=member)
        row = everybody.get(member)
        assert answer.open_items == (row.items if row else ())
        assert answer.owed == (row.owed if row else ZERO)


def test_the_newest_receipts_come_first(small):
    answer = small.book.ask(member_position, member="0001")

    assert [row.receipt for row in answer.receipts] == [
        small.receipts["third visit"],
        "R2569/000004",
        small.receipts["first visit"],
    ]


def test_a_member_who_left_owes_nothing_and_erased_data_are_gone(mine):
    april(mine)
    mine.run(ErasePerson(member="0004", reason="ขอลบ"))

    answer = mine.book.ask(member_position, member="0004")

    assert answer.person is None
    assert answer.open_items == ()
    assert all(card.closed_on is not None for card in answer.cards)


def test_a_member_who_is_not_there_is_refused(small):
    with pytest.raises(UnknownMember):
        small.book.ask(member_position, member="9999")
