"""No entry exists that does not balance within each fund, and its mirror takes it back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.entries import (
    Entry,
    Line,
    Side,
    credit,
    debit,
    imbalances,
    merged,
    reversal_of,
)
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.posting import posting_table

DAY = date(2026, 3, 20)


def entry(*lines):
    return Entry(on=DAY, event="journal", lines=lines)


def test_money_is_debited_on_one_side_and_credited_on_the_other():
    paid, owed = debit("11010", baht(100), card=7), credit("21010", baht(100), fund="W")

    assert (paid.side, paid.debit, paid.credit) == (Side.DEBIT, baht(100), ZERO)
    assert (owed.side, owed.debit, owed.credit) == (Side.CREDIT, ZERO, baht(100))
    assert (paid.mirrored().side, owed.mirrored().side) == (Side.CREDIT, Side.DEBIT)


@pytest.mark.parametrize("satang", [0, -1])
def test_a_line_has_an_amount_above_zero(satang):
    assert debit("11010", Money(1)).amount == Money(1)
    with pytest.raises(ValueError, match="above zero"):
        debit("11010", Money(satang))


def test_an_entry_has_two_lines_that_agree():
    assert entry(debit("1", baht(5)), credit("2", baht(5))).total == baht(5)
    with pytest.raises(ValueError, match="two lines"):
        entry()
    with pytest.raises(ValueError, match="two lines"):
        entry(debit("1", baht(5)))
    with pytest.raises(ValueError, match="differ"):
        entry(debit("1", baht(5)), credit("2", baht(5, 1)))
    with pytest.raises(ValueError, match="differ"):
        entry(debit("1", baht(5)), debit("2", baht(5)))


def test_an_entry_agrees_within_each_fund_not_only_in_total():
    lines = debit("1", baht(5), fund="A"), credit("2", baht(5), fund="B")
    agreed = debit("1", baht(3), fund="C"), credit("2", baht(3), fund="C")

    assert imbalances(lines + agreed) == {"A": 500, "B": -500, "C": 0}
    for both in (lines + agreed, agreed + lines):
        with pytest.raises(ValueError, match="differ"):
            entry(*both)


lines = st.builds(
    Line,
    st.sampled_from(["11010", "21010", "41010"]),
    st.sampled_from(Side),
    st.integers(1, 10**6).map(Money),
    st.sampled_from(["A", "B"]),
    st.sampled_from([None, 1, 2]),
)


def _balanced(some):
    """The lines, and for each fund one that meets the rest."""
    rest = [
        Line("59000", Side.CREDIT if left > 0 else Side.DEBIT, Money(abs(left)), fund)
        for fund, left in imbalances(some).items()
        if left
    ]
    return entry(*some, *rest)


@given(st.lists(lines, min_size=2, max_size=8))
def test_a_reversal_takes_back_what_each_line_did(some):
    first = _balanced(some)

    back = reversal_of(first, 17, on=date(2026, 4, 1), reason="ผิดบัญชี")

    assert (back.reverses, back.reason, back.total) == (17, "ผิดบัญชี", first.total)
    for one, other in zip(first.lines, back.lines, strict=True):
        assert (one.debit, one.credit) == (other.credit, other.debit)
        assert replace(one, side=other.side) == other


@given(st.lists(lines, min_size=2, max_size=8))
def test_lines_put_together_leave_every_account_fund_and_card_as_they_were(some):
    def sums(all_lines):
        found: dict[tuple[str, str, int | None, Side], int] = {}
        for one in all_lines:
            place = one.account, one.fund, one.card, one.side
            found[place] = found.get(place, 0) + one.amount.satang
        return found

    together = merged(some)

    assert sums(together) == sums(some)
    assert len(together) == len(sums(some))


def test_every_row_of_the_posting_table_is_read():
    text = resources.files("ledger.domain").joinpath("posting.tsv").read_text("utf-8")
    rows = [row for rows in posting_table().values() for row in rows]

    assert [f"{one.event}\t{one.side.value}\t{one.place}\t{one.means}" for one in rows] == (
        text.splitlines()[1:]
    )
    # Of one sum, each event debits as often as it credits.
    for event, of_event in posting_table().items():
        sides = [one.side for one in of_event]
        assert sides.count(Side.DEBIT) == sides.count(Side.CREDIT), event
