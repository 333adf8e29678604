"""Loans of both legs under chance, and bugs that what watches over them must find."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis.stateful import run_state_machine_as_test

from ledger.domain.loans.contract import Early, Paid, PenaltyKind
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.owing import Divided, Owing
from ledger.domain.posting import Place
from ledger.usecases import loan_cards, repaying
from ledger.usecases.loan_cards import moves_of
from tests.properties.lender import Lender
from tests.support.effort import effort

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)


def test_whatever_befalls_loans_both_legs_tie_to_the_ledger_after_every_step():
    run_state_machine_as_test(Lender, settings=effort(examples=15, steps=12))


def walk() -> None:
    """A little of everything, with the rule looked at after every step."""
    machine = Lender()
    try:
        machine.begin(Method.EQUAL_PRINCIPAL, PenaltyKind.FIXED)
        steps = (
            lambda: machine.pays(0, baht(3_000), FEBRUARY, Early.ADVANCE),
            lambda: machine.pays(1, baht(2_100), date(2026, 3, 10), None),
            lambda: machine.pays(1, baht(1_061, 15), FEBRUARY, None),
            lambda: machine.the_cooperative_repays(baht(10_339, 73), FEBRUARY),
            lambda: machine.is_taken_back(0),
            lambda: machine.rests(2, date(2026, 2, 2), 30, 2),
            lambda: machine.has_another_rate(1, FEBRUARY, 9),
            lambda: machine.gets_a_new_plan(1, MARCH, 6),
            lambda: machine.pays(0, baht(13_000), MARCH, None, credit=True),
            lambda: machine.pays(0, baht(1_000), FEBRUARY, None),
            lambda: machine.is_written_off(2, date(2026, 3, 15)),
            machine.advances_are_used,
        )
        for step in steps:
            step()
            machine.both_legs_tie_to_the_ledger()
    finally:
        machine.teardown()


def test_nothing_is_found_where_nothing_is_planted():
    walk()


BUGS = {
    "later payments are not divided anew": (loan_cards, "_correcting_lines", lambda *_: []),
    "an advance is booked as principal": (
        repaying,
        "moves_of",
        lambda books, loan, parts, money: moves_of(
            books,
            loan,
            Divided(parts.principal + parts.advance, parts.interest, parts.penalty),
            money,
        ),
    ),
    "a reversal leaves the card behind": (
        loan_cards,
        "divided_by",
        lambda _: Divided(ZERO, ZERO, ZERO),
    ),
    "interest is booked as principal": (
        repaying,
        "moves_of",
        lambda books, loan, parts, money: moves_of(
            books,
            loan,
            Divided(parts.principal + parts.interest, ZERO, parts.penalty, parts.advance),
            money,
        ),
    ),
    "payments taken back still count": (
        Owing,
        "posted",
        property(lambda _: Divided(Money(1), ZERO, ZERO)),
    ),
    "what is paid too much stays where it was": (
        loan_cards,
        "credit_place",
        lambda _, loan: Place("13010", loan.contract.fund, loan.contract.card),
    ),
    "a payment is kept with another amount": (
        repaying,
        "Paid",
        lambda day, amount, early: Paid(day, amount + Money(1), early),
    ),
}


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_found(monkeypatch, name):
    monkeypatch.setattr(*BUGS[name])

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever cries out, it cries out
        walk()
