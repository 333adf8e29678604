"""What the one search box understands."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.shell.finding import code_in, meant_by
from ledger.domain.money import baht

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize("typed", ["R 12", "r12", "R๑๒", "R000012"])
def test_a_short_number_is_this_year_s_receipt(typed):
    assert meant_by(typed, today=TODAY).text == "R2569/000012"


def test_a_whole_number_stays_as_it_is_printed():
    assert meant_by("R2568/000012", today=TODAY).text == "R2568/000012"


@pytest.mark.parametrize(
    ("typed", "amount"), [("250", baht(250)), ("1,250.50", baht(1_250, 50)), ("๒๕๐", baht(250))]
)
def test_figures_are_an_amount_too(typed, amount):
    assert meant_by(typed, today=TODAY).amount == amount


@pytest.mark.parametrize("typed", ["สมชาย", "R12", "12/3", "1e3", "", "-5"])
def test_other_words_are_no_amount(typed):
    assert meant_by(typed, today=TODAY).amount is None


@pytest.mark.parametrize("typed", ["ybfw kgyx zrdb prxw", "YBFW-KGYX-ZRDB-PRXW"])
def test_a_code_from_a_paper_is_known_by_its_letters(typed):
    assert code_in(typed) == "YBFW KGYX ZRDB PRXW"
    assert code_in(typed.upper().replace("D", "0")) == "YBFW KGYX ZR0B PRXW"


@pytest.mark.parametrize("typed", ["", "YBFW KGYX ZRDB", "1234567890123456", "R2569/000012"])
def test_other_texts_are_no_code(typed):
    assert code_in(typed) == ""


@pytest.mark.parametrize("typed", ["10/3/69", "10 มี.ค.", "10 Mar"])
def test_a_day_is_read_as_people_write_it(typed):
    assert meant_by(typed, today=TODAY).day == date(2026, 3, 10)


@pytest.mark.parametrize("typed", ["250", "สมชาย", "31/02/69", "0003", "1/2/03x"])
def test_what_is_no_day_is_none(typed):
    assert meant_by(typed, today=TODAY).day is None


def test_the_sign_of_an_entry_is_left_out_of_its_number():
    assert meant_by("#60", today=TODAY).text == "60"
