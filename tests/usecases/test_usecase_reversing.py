"""Corrections: the exact mirror, once, with a reason, in an open month."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AlreadyReversed,
    BalanceTooLow,
    CardClosed,
    CashTooLow,
    NameMissing,
    PeriodClosed,
    ReasonMissing,
    ReversalOfReversal,
    UnknownEntry,
)
from ledger.usecases.closing import CloseMonth
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from tests.support.books import START, TODAY
from tests.support.refused import refused


@pytest.fixture
def donated(village):
    """A donation of 600 baht, entry 1."""
    village.run(income(baht(600)))
    return village


def income(amount, **named):
    named = {"account": "46020", "on": START, "payee": "วัด", "purpose": "บริจาค", **named}
    return ReceiveIncome(amount=amount, **named)


def reverse(entry=1, *, on=TODAY, reason="ลงผิดบัญชี"):
    return ReverseEntry(entry=entry, on=on, reason=reason)


def test_a_reversal_is_the_exact_mirror_with_its_reason(donated):
    made = donated.run(reverse())

    mirror = [(line.account, line.debit, line.credit) for line in made.entries[0].entry.lines]
    assert mirror == [("11010", ZERO, baht(600)), ("46020", baht(600), ZERO)]
    assert donated.rows("SELECT reverses, reason, day FROM entries WHERE number = 2") == [
        (1, "ลงผิดบัญชี", TODAY.isoformat())
    ]
    assert donated.balance("46020") == ZERO


def test_an_entry_is_reversed_once_and_a_reversal_never(donated):
    with refused(donated.book, UnknownEntry, entry=9):
        donated.run(reverse(9))
    with refused(donated.book, ReasonMissing, field="reason"):
        donated.run(reverse(reason="\t"))
    donated.run(reverse())
    with refused(donated.book, AlreadyReversed, entry=1, by=2):
        donated.run(reverse())
    with refused(donated.book, ReversalOfReversal, entry=2):
        donated.run(reverse(2))


def test_an_entry_of_a_closed_month_is_reversed_in_an_open_one(donated):
    donated.run(CloseMonth(month=Month(2026, 2)))

    with refused(donated.book, PeriodClosed, day=date(2026, 2, 28), closed_through="2026-02"):
        donated.run(reverse(on=date(2026, 2, 28)))
    donated.run(reverse(on=date(2026, 3, 1)))

    assert donated.balance("46020", at=date(2026, 2, 28)) == -baht(600)
    assert donated.balance("46020") == ZERO


def test_what_was_spent_meanwhile_is_not_taken_back(donated):
    donated.run(PayExpense(account="53010", amount=baht(500), on=START, payee="ก", purpose="ค่าแรง"))

    with refused(donated.book, CashTooLow, held=baht(100), asked=baht(600)):
        donated.run(reverse())


def test_a_withdrawal_of_somebody_who_left_is_not_taken_back_onto_the_card(village):
    number, card = village.saver(baht(100))
    village.withdraw(card, baht(100), on=date(2026, 3, 1))
    village.run(EndMembership(member=number, on=date(2026, 3, 10), why=Leaving.RESIGNED))

    for day in (date(2026, 3, 5), TODAY):
        with refused(village.book, CardClosed, card=card, closed_on=date(2026, 3, 10)):
            village.run(reverse(2, on=day))


def test_a_correction_books_mirror_and_new_entry_in_one_act(donated):
    made = donated.run(
        CorrectEntry(entry=1, on=TODAY, reason="จำนวนผิด", instead=income(baht(60), on=TODAY))
    )

    assert [posted.number for posted in made.entries] == [2, 3]
    assert donated.balance("46020") == -baht(60)
    assert donated.one("SELECT COUNT(*) FROM acts") == 3
    assert '"instead":{' in donated.one("SELECT payload FROM acts WHERE number = 3")


def test_a_correction_whose_new_entry_is_refused_reverses_nothing(village):
    bank = village.bank()
    _, card = village.saver(baht(100))
    village.run(income(baht(50)))

    with refused(village.book, BalanceTooLow, card=card, held=baht(100), asked=baht(101)):
        village.run(
            CorrectEntry(
                entry=2,
                on=TODAY,
                reason="ผิด",
                instead=PayExpense(
                    account="21010",
                    amount=baht(101),
                    card=card,
                    on=TODAY,
                    payee="ก",
                    purpose="ข",
                    bank=bank,
                ),
            )
        )
    with refused(village.book, ReasonMissing):
        village.run(CorrectEntry(entry=2, on=TODAY, reason=" ", instead=income(baht(1))))
    with refused(village.book, NameMissing):
        village.run(
            CorrectEntry(entry=2, on=TODAY, reason="x", instead=ChangeCooperative(name_th=""))
        )
