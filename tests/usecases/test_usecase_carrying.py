"""Books on paper are taken over whole and footing; a difference is named, never absorbed."""

from __future__ import annotations

import pytest

from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import (
    AmountNotPositive,
    CardsDiffer,
    NothingToDo,
    Unbalanced,
    UnknownAccount,
    UnknownMember,
    UnknownProduct,
)
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from ledger.usecases.members import AdmitMember
from tests.support.books import START
from tests.support.refused import refused

HELD = baht(100)
CASH, SAVINGS = "11010", "21010"
SOMJAI = AdmitMember(person=Person(given="สมใจ"), on=START, number="0901")


def carried(*, saved=HELD, product="SAVINGS", member="0901", accounts=None):
    if accounts is None:
        accounts = {CASH: baht(100), SAVINGS: -baht(100)}
    return CarryForward(
        on=START,
        members=(SOMJAI,),
        cards=(CardBalance(product=product, amount=saved, member=member),),
        accounts=tuple(
            AccountBalance(account=code, amount=amount) for code, amount in accounts.items()
        ),
    )


def test_members_cards_and_accounts_are_one_act_and_one_entry(village):
    outcome = village.run(carried())

    (posted,) = outcome.entries
    assert posted.entry.total == baht(100)
    assert outcome.made["members"] == 1


def test_a_control_account_that_its_cards_do_not_make_up_is_refused_with_the_difference(village):
    paper, cards, left = Money(-14_320), Money(-10_000), Money(-4_320)

    with refused(
        village.book, CardsDiffer, account=SAVINGS, paper=paper, cards=cards, difference=left
    ):
        village.run(carried(accounts={CASH: -paper, SAVINGS: paper}))


def test_cards_whose_control_account_is_not_on_the_paper_are_refused(village):
    with refused(village.book, CardsDiffer, paper=ZERO, difference=HELD):
        village.run(carried(accounts={CASH: HELD}))


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (carried(saved=ZERO), AmountNotPositive),
        (carried(product="GOLD"), UnknownProduct),
        (carried(member="0902"), UnknownMember),
        (carried(accounts={"99999": baht(1)}), UnknownAccount),
        (carried(accounts={CASH: baht(90), SAVINGS: -baht(100)}), Unbalanced),
        (CarryForward(on=START), NothingToDo),
    ],
)
def test_what_cannot_be_taken_over_is_refused(village, wanted, reason):
    with refused(village.book, reason):
        village.run(wanted)
