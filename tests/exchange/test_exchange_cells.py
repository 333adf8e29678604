"""Whatever way an amount, a day or a rate is typed into a cell, it is read as what was meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import Money
from ledger.domain.month_names import THAI_MONTHS, THAI_SHORT_MONTHS
from ledger.domain.refusals import NotACellAmount, NotACellDay, NumberCutShort
from ledger.domain.refusals.carrying import NotACellCount, NotACellRate
from ledger.exchange.cells import cell_amount, cell_count, cell_day, cell_rate, cell_text

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@settings(max_examples=60)
@given(st.integers(0, 10**11))
def test_amounts_come_back_from_every_way_of_writing(satang):
    baht = Decimal(satang) / 100
    typed = f"{baht:,.2f}"

    for cell in (typed, typed.replace(",", ""), typed.translate(THAI), float(baht), f" {typed} "):
        assert cell_amount(cell) == Money(satang)


@settings(max_examples=60)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_days_come_back_in_both_eras(day):
    common = f"{day.day}/{day.month}/{day.year}"
    buddhist = f"{day.day:02}-{day.month:02}-{day.year + 543}"

    month, year = day.month - 1, day.year + 543
    thai = f"{day.day} {THAI_SHORT_MONTHS[month]} {year}"
    full = f"{day.day:02} {THAI_MONTHS[month]} {year}".translate(THAI)

    for cell in (day, day.isoformat(), common, buddhist, buddhist.translate(THAI), thai, full):
        assert cell_day(cell) == day
    assert cell_day(f"{day:%d-%b-%Y}") == day


@settings(max_examples=40)
@given(st.integers(0, 9_999))
def test_rates_come_back_with_their_sign(hundredths):
    text = f"{hundredths // 100}.{hundredths % 100:02}%"

    assert cell_rate(text) == Fraction(hundredths, 10_000)
    assert cell_rate(text.translate(THAI)) == Fraction(hundredths, 10_000)


@pytest.mark.parametrize("cell", ["1,250.5O", "1,3080,99.68", "12,50", "-5", "1.234", "๑.๒.๓"])
def test_what_is_no_amount_is_never_read_as_one(cell):
    with pytest.raises(NotACellAmount):
        cell_amount(cell)


@pytest.mark.parametrize("cell", ["22/11/69", "31/02/2567", "2567", "22 พ.ย. 67", "1 ม 2567"])
def test_what_is_no_day_is_never_read_as_one(cell):
    with pytest.raises(NotACellDay):
        cell_day(cell)


def test_rates_and_counts_that_can_be_read_in_two_ways_are_refused():
    for cell in (0.06, "0.06", "x", "6%%"):
        with pytest.raises(NotACellRate):
            cell_rate(cell)
    for count in ("0", "1.5", "x", "-1", 10_000):
        with pytest.raises(NotACellCount):
            cell_count(count)
    assert (cell_rate(6), cell_count("๒๔"), cell_text(12.0)) == (Fraction(6, 100), 24, "12")
    with pytest.raises(NumberCutShort):
        cell_text("3.1002E+12")
