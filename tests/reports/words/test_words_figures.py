"""Figures, grouped and in Thai digits."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import Money, baht
from reports.words.figures import decimal, in_thai_digits, in_western_digits, percent


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (baht(1_250, 50), "1,250.50"),
        (Money(-125_050), "-1,250.50"),
        (Money(-5), "-0.05"),
        (Money(0), "0.00"),
        (baht(10_000_000_000), "10,000,000,000.00"),
    ],
)
def test_amounts_are_grouped_with_two_decimals(amount, text):
    assert decimal(amount) == text


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Fraction(1, 16), "6.25%"),
        (Fraction(6, 100), "6%"),
        (Fraction(1, 3), "33.33%"),
        (Fraction(2, 3), "66.67%"),
        (Fraction(1, 20_000), "0.01%"),
        (Fraction(-1, 20_000), "-0.01%"),
        (Fraction(-1, 10**9), "0%"),
        (Fraction(0), "0%"),
        (Fraction(25), "2,500%"),
    ],
)
def test_parts_are_written_in_percent_half_up(part, text):
    assert percent(part, 2) == text


def test_percent_can_be_whole():
    assert percent(Fraction(1, 3), 0) == "33%"


@given(st.text())
def test_only_digits_change_their_script(text):
    thai = in_thai_digits(text)

    assert in_western_digits(thai) == in_western_digits(text)
    assert not set(thai) & set("0123456789")
    assert [c for c in thai if c not in "๐๑๒๓๔๕๖๗๘๙"] == [
        c for c in text if c not in "0123456789๐๑๒๓๔๕๖๗๘๙"
    ]
