"""An amount while it is typed: what it means, when it asks, how it is grouped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.parts.amount_state import AmountEntry, Written, amount_text, grouped, regrouped
from ledger.domain.money import Money, baht
from reports.words.amounts import AmountProblem, parse_amount
from reports.words.voice import Voice


@pytest.mark.parametrize(
    ("typed", "expected", "amount"),
    [
        ("1,250.50", None, baht(1_250, 50)),
        ("๑๒๕๐", None, baht(1_250)),
        ("300+50", None, baht(350)),
        ("+50", baht(300), baht(350)),
        ("-20", baht(300), baht(280)),
        ("200", baht(300), baht(200)),
        ("abc", None, None),
        ("", baht(300), None),
    ],
)
def test_a_typed_text_means_this_amount(typed, expected, amount):
    assert AmountEntry(typed, expected=expected).amount == amount


def test_why_there_is_no_amount_is_a_value():
    assert AmountEntry("12..5").problem is not None
    assert AmountEntry("").problem is not None
    assert AmountEntry("5").problem is None


def test_a_settled_amount_is_not_read_again():
    entry = AmountEntry("-20", expected=baht(300), may_be_negative=True)

    settled = entry.at(-baht(20))

    assert settled.amount == -baht(20)
    assert settled.with_typed("-20").amount == baht(280)


@pytest.mark.parametrize(
    ("typed", "asks"), [("999.99", False), ("1000", True), ("5000", True), ("0", False)]
)
def test_ten_times_the_usual_amount_is_asked(typed, asks):
    assert AmountEntry(typed, usual=baht(100)).asks is asks


def test_without_a_habit_nothing_is_unusual():
    assert not AmountEntry("9000000").asks
    assert not AmountEntry("9000000", usual=baht(0)).asks


def test_an_agreed_amount_is_asked_once_and_another_one_again():
    entry = AmountEntry("5000", usual=baht(100)).agree()

    assert not entry.asks
    assert not entry.with_typed("5,000.00").asks
    assert entry.with_typed("6000").asks


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("1250|", "1,250|"),
        ("1|250", "1|,250"),
        ("12345|67.8", "1,234,5|67.8"),
        ("1,234|5", "12,34|5"),
        ("1234.5678|", "1,234.5678|"),
        ("1,25|", "125|"),
        ("๑๒๕๐|", "๑,๒๕๐|"),
        ("3000+1500|", "3,000+1,500|"),
        ("1250 บาท|", "1250 บาท|"),
        ("NaN|", "NaN|"),
        ("|", "|"),
    ],
)
def test_figures_are_grouped_and_the_cursor_stays_beside_its_figure(typed, better):
    before = Written(typed.replace("|", ""), typed.index("|"))

    after = grouped(before)

    assert after.text[: after.cursor] + "|" + after.text[after.cursor :] == better


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("125", "1250", "1,250"),
        ("1,250", "1,25", "125"),
        ("1,250", "12,250", "12,250"),
        ("1,250", ",250", "250"),
        ("12", "12,", "12,"),
        ("12,", "12,5", "12,5"),
        ("12,5", "12,50", "12,50"),
        ("12,50", "12,500", "12,500"),
        ("12,5", "125", "125"),
        ("", "1,25", "1,25"),
        ("", "1.250,50", "1.250,50"),
    ],
)
def test_commas_that_somebody_typed_are_never_moved(before, typed, after):
    assert regrouped(before, Written(typed, 0)).text == after


@given(st.text("0123456789๐๑๒๓,.+-* x", max_size=20), st.integers(0, 20))
def test_grouping_twice_changes_nothing_more_and_loses_no_sign(text, cursor):
    once = grouped(Written(text, min(cursor, len(text))))

    assert grouped(once).text == once.text
    assert once.text.replace(",", "") == text.replace(",", "")


@given(st.integers(0, 10**12).map(Money))
def test_grouping_never_changes_what_an_amount_means(amount):
    text = amount.as_decimal()

    assert parse_amount(grouped(Written(text, 0)).text) == amount


def test_a_settled_amount_is_written_as_the_reader_writes():
    assert amount_text(baht(1_250), Voice("th", thai_digits=True)) == "๑,๒๕๐.๐๐"
    assert amount_text(None, Voice("en")) == ""


def test_the_kinds_of_trouble_come_from_the_reader_of_amounts():
    problem = AmountEntry("-5").problem

    assert problem is not None
    assert problem.problem is AmountProblem.NEGATIVE
