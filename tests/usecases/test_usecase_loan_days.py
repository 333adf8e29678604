"""Chance pays loans in any order of days: the books follow the card whatever happens."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.domain.loans.contract import PenaltyKind
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money, baht
from ledger.queries.control import cards_and_control
from ledger.queries.loans import loan_card
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY, found_village
from tests.support.lending import is_sound, lent, pay, with_types

DAYS = st.integers(1, 78).map(lambda day: START + timedelta(days=day))
PAYMENTS = st.lists(
    st.tuples(DAYS, st.integers(1, 300_000).map(Money)),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one[0],
)
METHODS = st.sampled_from((Method.EQUAL_PRINCIPAL, Method.EQUAL_INSTALMENT))
KINDS = st.sampled_from((PenaltyKind.NONE, PenaltyKind.FIXED))
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lender(folder, method, kind):
    village = found_village(Path(folder))
    return with_types(village, method=method, penalty_kind=kind, penalty_amount=baht(20))


def position(village, card):
    """What a loan's card and the books say, without the numbers of entries."""
    answer = village.book.ask(loan_card, card=card, at=TODAY)
    booked = tuple(village.balance(code) for code in ("11010", "13010", "41010", "42010"))
    return answer.standing, answer.lines, booked


def check(village, card):
    answer = village.book.ask(loan_card, card=card, at=TODAY)
    assert answer.difference == ZERO
    for line in answer.lines:
        parts = line.penalty + line.interest_arrears + line.interest + line.principal
        assert line.kind.value != "payment" or parts == line.amount
    interest = sum((line.interest + line.interest_arrears for line in answer.lines), ZERO)
    penalty = sum((line.penalty for line in answer.lines if line.kind.value == "payment"), ZERO)
    assert (village.balance("41010"), village.balance("42010")) == (-interest, -penalty)
    assert village.book.ask(cards_and_control).agrees


@SLOW
@given(PAYMENTS, METHODS, KINDS, st.randoms(use_true_random=False))
def test_the_order_of_entering_does_not_matter(payments, method, kind, chance):
    entered = list(payments)
    chance.shuffle(entered)
    found = []
    for order in (sorted(payments), entered):
        with TemporaryDirectory() as folder:
            village = lender(folder, method, kind)
            with village.book:
                card = lent(village)
                for day, amount in order:
                    pay(village, card, amount, day)
                    check(village, card)
                found.append(position(village, card))
                assert is_sound(village)
    assert found[0] == found[1]


@SLOW
@given(PAYMENTS, METHODS, KINDS, st.data())
def test_a_payment_taken_back_was_never_there(payments, method, kind, data):
    wrong = data.draw(st.sampled_from(payments))
    found = []
    for order in ([one for one in payments if one != wrong], payments):
        with TemporaryDirectory() as folder:
            village = lender(folder, method, kind)
            with village.book:
                card = lent(village)
                entries = {one: pay(village, card, one[1], one[0]).entries[0] for one in order}
                if wrong in entries:
                    back = ReverseEntry(entry=entries[wrong].number, on=TODAY, reason="ผิด")
                    village.run(back)
                check(village, card)
                found.append(position(village, card))
                assert is_sound(village)
    assert found[0] == found[1]
