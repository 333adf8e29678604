"""A fixed deposit paid out before its term to a member who stays."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.cards import Card
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.products import InterestMethod
from ledger.domain.refusals import CardClosed, NotMatured, OnHold
from ledger.domain.refusals.saving import EarlyMovedSince, NoEarlyRate, NothingOnDeposit, TermIsOver
from ledger.usecases.early_withdrawing import WithdrawEarly
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import PlaceHold, SetSavingsRate
from ledger.usecases.settling import SettleMember, UndoSettlement
from tests.support.books import START, TODAY
from tests.support.lending import is_sound
from tests.support.refused import refused

DEPOSIT = baht(36_500)
TERM = {
    "method": InterestMethod.DAILY,
    "interest_account": "51020",
    "term_months": 12,
    "early_rate": Fraction(1, 100),
}


@pytest.fixture
def saver(village):
    """A member with 36,500 baht on twelve months at 7.3 %; out early it earns 1 %."""
    village.product("PLAIN")
    village.product("FIXED", **TERM)
    village.run(SetSavingsRate(product="FIXED", from_day=START, rate=Fraction(73, 1000)))
    village.member()
    card = village.savings("0001", "FIXED")
    village.deposit(card, DEPOSIT, on=START)
    village.deposit(village.savings("0001", "PLAIN"), baht(1_000), on=START)
    yield village, card
    assert is_sound(village)


def test_the_whole_deposit_is_paid_with_the_lower_interest_and_the_account_is_closed(saver):
    """36,500 x 1 % x 78/365 = 78.00, from 1 January to 19 March."""
    village, card = saver

    made = village.run(WithdrawEarly(card=card, on=TODAY)).made

    assert (made["deposit"], made["interest"], made["paid"]) == ("36500.00", "78.00", "36578.00")
    assert village.held(card) == ZERO
    assert village.balance("51020") == baht(78)
    assert village.balance("11010") == baht(1_000) - baht(78)
    assert village.book.ask(lambda reader: reader.newest(Card, card)).closed_on == TODAY
    # Nothing more is credited to it, and nothing is paid twice.
    village.deposit(village.savings("0001", "FIXED"), DEPOSIT, on=TODAY)
    with refused(village.book, CardClosed):
        village.run(WithdrawEarly(card=card, on=TODAY))


def test_interest_credited_before_is_taken_off_and_never_asked_back(saver):
    """59 days at 7.3 % were credited, 430.70: more than the 78.00 of the lower rate."""
    village, card = saver
    village.run(PostSavingsInterest(product="FIXED", through=date(2026, 2, 28)))

    made = village.run(WithdrawEarly(card=card, on=TODAY)).made

    assert (made["interest"], made["paid"]) == ("0.00", "36930.70")
    assert village.balance("51020") == baht(430, 70)


def test_a_payment_taken_back_opens_the_deposit_again(saver):
    village, card = saver
    entry = village.run(WithdrawEarly(card=card, on=TODAY)).entries[0].number

    village.run(ReverseEntry(entry=entry, on=TODAY, reason="จ่ายผิดคน"))

    assert (village.held(card), village.balance("51020")) == (DEPOSIT, ZERO)
    village.run(WithdrawEarly(card=card, on=TODAY))
    assert (village.held(card), village.balance("51020")) == (ZERO, baht(78))


def test_an_undone_settlement_does_not_open_what_was_paid_out_before_it(saver):
    """Opened again it would earn its interest a second time."""
    village, card = saver
    village.deposit(village.saver()[1], baht(500), on=START)
    village.run(WithdrawEarly(card=card, on=TODAY))
    village.run(SettleMember(member="0001", on=TODAY, why=Leaving.RESIGNED, resolution="มติ"))
    village.run(UndoSettlement(member="0001", on=TODAY, reason="เปลี่ยนใจ"))

    assert village.book.ask(lambda reader: reader.newest(Card, card)).closed_on == TODAY
    plain = village.one("SELECT card FROM settled_items WHERE held = 100000")
    assert village.withdraw(plain, baht(1)).entries


def test_what_is_no_running_deposit_is_refused_with_what_to_do(saver):
    village, card = saver
    plain = village.savings("0001", "PLAIN")
    empty = village.savings("0001", "FIXED")
    for which, refusal in ((plain, TermIsOver), (empty, NothingOnDeposit)):
        with refused(village.book, refusal, card=which):
            village.run(WithdrawEarly(card=which, on=TODAY))
    village.deposit(card, baht(1), on=TODAY)
    with refused(village.book, EarlyMovedSince, last=TODAY):
        village.run(WithdrawEarly(card=card, on=START))
    village.run(PlaceHold(card=card, amount=baht(5), on=TODAY, reason="ค้ำประกัน"))
    with refused(village.book, OnHold, on_hold=baht(5)):
        village.run(WithdrawEarly(card=card, on=TODAY))


def test_without_a_rate_for_it_the_term_holds(saver):
    village, card = saver
    village.product("FIXED", **{**TERM, "early_rate": None}, change=True)
    with refused(village.book, NoEarlyRate, product="FIXED", matures_on=date(2027, 1, 1)):
        village.run(WithdrawEarly(card=card, on=TODAY))
    # A part of it is no early payment: the ordinary withdrawal still waits for the term.
    with refused(village.book, NotMatured):
        village.withdraw(card, baht(10))
