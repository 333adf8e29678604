"""Amounts as people type them."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import LARGEST_SATANG, ZERO, Money, baht
from reports.words.amounts import AmountProblem, WrongAmount, parse_amount
from reports.words.figures import decimal, in_thai_digits

EXPECTED = baht(300)
amounts = st.integers(0, LARGEST_SATANG).map(Money)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *[(text, baht(1_250, 50)) for text in ("1,250.50", "1250.50", "1250.5", "๑,๒๕๐.๕๐")],
        *[(text, baht(1_250)) for text in ("1,250.-", "1250/-", "฿1,250", "1,250฿", "THB 1250")],
        *[(text, baht(1_250)) for text in ("1,250 บาท", "1250บาทถ้วน", "1250 บ.", "1250 Baht")],
        *[(text, baht(5)) for text in ("5", "5.", "5.0", "005", " 5 ", "\u00a05")],
        *[(".5", Money(50)), ("0.05", Money(5)), ("-0", ZERO), ("0", ZERO), ("0.00", ZERO)],
        *[("12,345,678.90", baht(12_345_678, 90)), ("123,456", baht(123_456))],
        *[("300+50", baht(350)), ("300 + 50", baht(350)), ("300-50+1.25", baht(251, 25))],
        *[("12*100", baht(1_200)), ("100+3*20", baht(160)), ("๕๐+๕๐", baht(100))],
        *[("+50", baht(50)), ("10000000000000", Money(LARGEST_SATANG))],
        ("10,000,000,000.00", baht(10_000_000_000)),
    ],
)
def test_what_people_type_is_read(typed, amount):
    assert parse_amount(typed) == amount


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        *[(text, AmountProblem.EMPTY) for text in ("", "  ", "บาท", "฿")],
        *[
            (text, AmountProblem.NOT_AN_AMOUNT)
            for text in ("NaN", "nan", "Infinity", "-inf", "1e6")
        ],
        *[
            (text, AmountProblem.NOT_AN_AMOUNT)
            for text in ("1_000", "0x10", "abc", "1 250", "1'000")
        ],
        *[(text, AmountProblem.NOT_AN_AMOUNT) for text in ("--5", "5-", "+", "5*", "*5", "1*2*3")],
        *[(text, AmountProblem.NOT_AN_AMOUNT) for text in ("1.2.3", "1.250,00", ".", ",", ",5")],
        *[(text, AmountProblem.NOT_AN_AMOUNT) for text in ("1\u200b2", "1\u202e2", "(5)", "1\n2")],
        *[
            (text, AmountProblem.NOT_AN_AMOUNT)
            for text in ("1" * 400, "1/2", "10%", "2**9", "1+" * 99)
        ],
        *[(text, AmountProblem.OTHER_DIGITS) for text in ("１００", "٣", "५", "²", "½", "Ⅳ", "1²")],
        *[(text, AmountProblem.BAD_GROUPING) for text in ("1,25.0", "1,000,00", "12,34,567", "1,")],
        *[(text, AmountProblem.BAD_GROUPING) for text in ("0,100", "1,,000", "1234,567", "5+1,00")],
        *[
            (text, AmountProblem.TOO_MANY_DECIMALS)
            for text in ("0.005", "1.250", "1.000", "1+0.001")
        ],
        *[
            (text, AmountProblem.TOO_LARGE)
            for text in ("10000000000000.01", "9" * 40, "9999999999*9999")
        ],
        *[(text, AmountProblem.NEGATIVE) for text in ("-5", "\N{MINUS SIGN}5", "1-2", "-0.01")],
    ],
)
def test_what_is_no_amount_is_named(typed, problem):
    wrong = parse_amount(typed)

    assert isinstance(wrong, WrongAmount)
    assert wrong.problem is problem
    assert typed.startswith(wrong.text)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *[("+50", baht(350)), ("-20", baht(280)), ("+50-20", baht(330)), ("-300", ZERO)],
        *[("50", baht(50)), ("300+50", baht(350)), ("+2*50", baht(400)), ("+๕๐", baht(350))],
        *[("\N{MINUS SIGN}20", baht(280)), ("+ 50 บาท", baht(350)), ("-0", EXPECTED)],
    ],
)
def test_a_sign_first_adds_to_the_expected_amount_or_takes_from_it(typed, amount):
    assert parse_amount(typed, expected=EXPECTED) == amount


def test_less_than_nothing_is_refused_unless_it_may_be():
    assert parse_amount("-301", expected=EXPECTED) == WrongAmount(AmountProblem.NEGATIVE, "-301")
    assert parse_amount("-301", expected=EXPECTED, may_be_negative=True) == baht(-1)
    assert parse_amount("-5", may_be_negative=True) == baht(-5)


def test_an_expected_amount_does_not_carry_beyond_the_largest():
    assert parse_amount("+0.01", expected=Money(LARGEST_SATANG)) == WrongAmount(
        AmountProblem.TOO_LARGE, "+0.01"
    )


@given(amounts)
def test_an_amount_is_read_as_it_is_written(amount):
    written = decimal(amount)

    assert parse_amount(written) == amount
    assert parse_amount(in_thai_digits(written)) == amount
    assert parse_amount(written.replace(",", "")) == amount


@given(amounts, amounts, amounts)
def test_sums_are_exact(one, other, third):
    typed = f"{decimal(one)}+{decimal(other)}-{decimal(third)}"
    whole = one + other - third

    if abs(whole) <= Money(LARGEST_SATANG):
        assert parse_amount(typed, may_be_negative=True) == whole


@given(st.text(alphabet="0123456789,.+-*๑๒ ฿", max_size=12))
def test_whatever_is_read_has_the_digits_that_were_typed(typed):
    amount = parse_amount(typed, may_be_negative=True)

    if isinstance(amount, Money) and re.fullmatch(r"[0-9,.]*", typed):
        plain = typed.replace(",", "").strip(".").lstrip("0") or "0"
        assert amount.satang == 100 * Fraction(plain)


@given(st.text(max_size=100))
def test_any_text_is_read_or_named(text):
    assert isinstance(parse_amount(text), Money | WrongAmount)
