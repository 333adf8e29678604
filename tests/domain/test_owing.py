"""How a payment was divided: what its money met, and what an advance of earlier money met."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.owing import Divided

money = st.integers(-100_000, 100_000).map(Money)
divided = st.builds(Divided, money, money, money, money, money)


@given(divided, divided)
def test_each_part_is_taken_from_its_own(one, other):
    left = one.minus(other)

    assert left.principal == one.principal - other.principal
    assert left.interest == one.interest - other.interest
    assert left.penalty == one.penalty - other.penalty
    assert left.advance == one.advance - other.advance
    assert left.credit == one.credit - other.credit


def test_an_advance_that_is_used_meets_principal_first_then_interest_then_the_penalty():
    def met(advance):
        told = Divided(baht(20), baht(30), baht(5), advance).in_money()
        return told.principal, told.interest, told.penalty, told.advance

    assert met(ZERO) == (baht(20), baht(30), baht(5), ZERO)
    assert met(-baht(12)) == (baht(8), baht(30), baht(5), ZERO)
    assert met(-baht(20)) == (ZERO, baht(30), baht(5), ZERO)
    assert met(-baht(32)) == (ZERO, baht(18), baht(5), ZERO)
    assert met(-baht(52)) == (ZERO, ZERO, baht(3), ZERO)
    # Money that is kept in advance meets nothing yet.
    assert met(baht(40)) == (baht(20), baht(30), baht(5), baht(40))


parts = st.integers(0, 100_000).map(Money)


@given(parts, parts, parts, st.integers(0, 100), parts)
def test_what_the_money_met_is_the_money_that_came(principal, interest, penalty, percent, credit):
    owed = principal + interest + penalty
    used = Money(owed.satang * percent // 100)

    told = Divided(principal, interest, penalty, -used, credit).in_money()

    assert total((told.principal, told.interest, told.penalty)) == owed - used
    assert min(told.principal, told.interest, told.penalty) >= ZERO
    assert told.credit == credit
