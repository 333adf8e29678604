"""A workbook that was taken over can be taken back as a whole, and taken over again."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.members import Person
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import MemberExists
from ledger.domain.refusals.carrying import NoSuchCarrying, TakenBackAlready
from ledger.domain.refusals.saving import SpentSince
from ledger.queries.members import members
from ledger.queries.opening import opening_lists
from ledger.queries.opening_proof import carryings, opening_proof
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from ledger.usecases.carrying_back import TakeBackCarrying
from ledger.usecases.members import AdmitMember
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import TODAY
from tests.support.lending import is_sound, with_types

CUT = date(2026, 1, 31)


def admitted(number, **named):
    fields = {"given": f"คนที่ {number}", **named}
    return AdmitMember(person=Person(**fields), on=date(2017, 5, 1), number=number)


@pytest.fixture
def taken(village):
    """Two members: one with savings and a loan, one with nothing but a guarantee."""
    with_types(village)
    take_over(village)
    return village


def take_over(village):
    loan = CarriedLoan(
        type="ORD",
        member="0001",
        on=date(2025, 7, 31),
        approved=baht(12_000),
        repaid=baht(6_000),
        rate=Fraction(6, 100),
        first_due=date(2026, 2, 28),
        instalments=6,
        guarantors=("0002",),
    )
    rows = (("13010", baht(6_000)), ("21010", baht(-250)), ("33010", baht(-5_750)))
    return village.run(
        CarryForward(
            on=CUT,
            members=(admitted("0001", national_id="3100200000008"), admitted("0002")),
            cards=(CardBalance(product="SAVINGS", amount=baht(250), member="0001"),),
            loans=(loan,),
            accounts=tuple(AccountBalance(account=code, amount=it) for code, it in rows),
            source="ยกยอด.xlsx",
        )
    )


def take_back(village, carrying=1):
    return village.run(TakeBackCarrying(carrying=carrying, on=TODAY, reason="พิมพ์ผิด"))


def test_everything_goes_by_one_act(taken):
    outcome = take_back(taken)

    assert outcome.made["members"] == 2
    assert len(outcome.entries) == 1
    assert taken.balance("13010") == taken.balance("21010") == ZERO
    assert taken.book.ask(members).rows == ()
    assert taken.book.ask(carryings).rows[0].taken_back_on == TODAY
    assert taken.rows("SELECT 1 FROM cards AS c WHERE act = 1") == []
    assert is_sound(taken)


def test_the_corrected_workbook_brings_the_same_numbers_again(taken):
    take_back(taken)
    assert taken.book.ask(opening_lists).members == frozenset()

    take_over(taken)

    assert [row.number for row in taken.book.ask(members).rows] == ["0001", "0002"]
    assert taken.balance("21010") == baht(-250)
    assert is_sound(taken)


def test_members_whom_the_book_went_on_with_stay(taken):
    taken.savings("0002")
    card = taken.one("SELECT MAX(number) FROM cards")
    taken.deposit(card, baht(10))

    outcome = take_back(taken)

    assert outcome.made["members"] == 1
    assert [row.number for row in taken.book.ask(members).rows] == ["0002"]


def test_members_of_a_later_workbook_stay_too(taken):
    savings = CardBalance(product="SAVINGS", amount=baht(10), member="0002")
    rows = (("21010", baht(-260)), ("46020", baht(10)))
    accounts = tuple(AccountBalance(account=code, amount=it) for code, it in rows)
    taken.run(CarryForward(on=CUT, cards=(savings,), accounts=accounts))

    assert take_back(taken).made["members"] == 1
    assert taken.balance("21010") == baht(-10)


def test_what_was_paid_out_of_it_must_be_taken_back_first(taken):
    card = taken.one("SELECT number FROM cards WHERE product = 'SAVINGS' AND member = '0001'")
    cash = AccountBalance(account="11010", amount=baht(1_000))
    income = AccountBalance(account="46020", amount=baht(-1_000))
    taken.run(CarryForward(on=CUT, accounts=(cash, income)))
    taken.withdraw(card, baht(100))

    with pytest.raises(SpentSince):
        take_back(taken)


def test_an_entry_reversed_by_hand_leaves_the_rest_to_be_taken_back(taken):
    taken.run(ReverseEntry(entry=1, on=TODAY, reason="พิมพ์ผิด"))

    assert take_back(taken).entries == ()
    assert taken.book.ask(members).rows == ()


def test_nothing_is_taken_back_twice_or_out_of_nowhere(taken):
    with pytest.raises(NoSuchCarrying):
        take_back(taken, 7)
    take_back(taken)
    with pytest.raises(TakenBackAlready):
        take_back(taken)


def test_a_member_of_today_is_not_admitted_again(taken):
    with pytest.raises(MemberExists):
        taken.run(admitted("0001"))


def test_the_proof_says_what_came_of_which_sheet(taken):
    proof = taken.book.ask(opening_proof)

    assert (proof.members, proof.debit, proof.credit) == (2, baht(6_000), baht(6_000))
    assert [(one.product, one.count, one.amount) for one in proof.parts] == [
        ("ORD", 1, baht(6_000)),
        ("SAVINGS", 1, baht(250)),
    ]
    with pytest.raises(NoSuchCarrying):
        taken.book.ask(opening_proof, carrying=2)
