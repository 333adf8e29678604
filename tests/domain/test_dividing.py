"""One sum over several loans, accounts or charges: it adds up, and debts come before credit."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.dividing import over_loans, over_promises
from ledger.domain.money import ZERO, Money, baht, total


@dataclass(frozen=True)
class Asked:
    expected: Money = ZERO
    arrears: Money = ZERO
    monthly: Money = ZERO
    settles: Money = ZERO


amounts = st.integers(0, 300_000).map(Money)


@st.composite
def loans(draw):
    """Late is part of what is asked; paying off before the due day may cost less than is asked."""
    late = draw(amounts)
    asked = late + draw(amounts)
    return Asked(expected=asked, arrears=late, settles=late + draw(amounts))


@given(st.lists(loans(), min_size=2, max_size=4), amounts)
def test_a_loan_gets_too_much_only_when_nothing_is_owed_on_any(owing, paid):
    parts = over_loans(owing, paid)

    assert total(parts) == paid
    assert all(part >= ZERO for part in parts)
    pairs = list(zip(parts, owing, strict=True))
    over = [part > one.settles for part, one in pairs]
    if any(over):
        assert all(part >= one.settles for part, one in pairs)
        assert over.count(True) == 1
    # Nobody pays ahead on one loan while another is late.
    short = any(part < min(one.arrears, one.settles) for part, one in pairs)
    ahead = any(part > one.arrears for part, one in pairs)
    assert not (short and ahead)


@given(st.lists(st.builds(Asked, amounts, monthly=amounts), min_size=1, max_size=4), amounts)
def test_what_is_promised_is_paid_ahead_by_the_same_months(cards, paid):
    parts = over_promises(cards, paid)

    assert total(parts) == paid
    assert all(part >= ZERO for part in parts)
    if any(part > one.expected for part, one in zip(parts, cards, strict=True)):
        assert all(part >= one.expected for part, one in zip(parts, cards, strict=True))


def test_what_is_left_goes_to_the_next_that_still_owes():
    first = Asked(expected=baht(500), settles=baht(500))
    second = Asked(expected=baht(600), arrears=baht(100), settles=baht(9_000))

    for paid, parts in (
        (50, (0, 50)),
        (400, (300, 100)),
        (1_100, (500, 600)),
        (2_000, (500, 1_500)),
        (9_600, (500, 9_100)),
    ):
        assert over_loans((first, second), baht(paid)) == [baht(one) for one in parts]


def test_the_last_instalment_paid_early_asks_no_more_than_pays_off():
    ending = Asked(expected=baht(510), settles=baht(504))
    running = Asked(expected=baht(100), settles=baht(3_000))

    assert over_loans((ending, running), baht(610)) == [baht(504), baht(106)]


def test_three_months_at_once_are_three_months_on_each_account():
    own, child = Asked(baht(200), monthly=baht(200)), Asked(baht(150), monthly=baht(50))
    free = Asked()

    for cards, paid, parts in (
        ((own, child), 350, (200, 150)),
        ((own, child), 850, (600, 250)),
        ((own, child), 700, (500, 200)),
        ((free, own), 600, (0, 600)),
        ((free, free), 600, (600, 0)),
        ((own, free), 100, (100, 0)),
    ):
        assert over_promises(cards, baht(paid)) == [baht(one) for one in parts]


def test_what_is_too_much_counts_on_the_last_loan_that_owed():
    owing, paid_off = Asked(expected=baht(100), settles=baht(900)), Asked()

    assert over_loans((owing, paid_off), baht(1_000)) == [baht(1_000), ZERO]
    assert over_loans((paid_off, owing, paid_off), baht(950)) == [ZERO, baht(950), ZERO]
    assert over_loans((paid_off, paid_off), baht(50)) == [ZERO, baht(50)]


def test_what_makes_no_whole_month_goes_to_the_first_account():
    own, child = Asked(baht(200), monthly=baht(200)), Asked(baht(50), monthly=baht(50))

    for paid, parts in (
        (300, (250, 50)),  # 50 above this month's 250
        (470, (400, 70)),  # a next month of 200, then 20 of 50
        (750, (600, 150)),  # two further months, whole
        (800, (650, 150)),  # and 50 above them
    ):
        assert over_promises((own, child), baht(paid)) == [baht(one) for one in parts]
