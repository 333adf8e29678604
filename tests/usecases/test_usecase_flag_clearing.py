"""An exception of the red-flag tests is cleared with a note, by whom and when."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import baht
from ledger.domain.red_flags import ClearedFlag, Sign, sign_of
from ledger.domain.refusals import AmountNotPositive, FutureDay, ReasonMissing
from ledger.domain.refusals.red_flags import FlagAlreadyCleared, UnknownFlag
from ledger.usecases.flag_clearing import ClearRedFlag
from tests.support.books import TODAY
from tests.support.refused import refused


def clear(**named):
    fields = {"flag": "count_short 1", "amount": baht(5), "note": "ทอนผิด", "by": "แก้ว", "on": TODAY}
    return ClearRedFlag(**{**fields, **named})


def test_who_cleared_it_when_and_why_is_kept(village):
    village.run(clear(flag=" count_short   1 "))

    (row,) = village.book.ask(lambda reader: reader.every(ClearedFlag))
    assert row == ClearedFlag(1, "count_short 1", baht(5), TODAY, "แก้ว", "ทอนผิด")


def test_the_same_exception_is_cleared_again_only_for_more_money(village):
    village.run(clear())

    with refused(village.book, FlagAlreadyCleared, flag="count_short 1"):
        village.run(clear())
    village.run(clear(amount=baht(6)))


@pytest.mark.parametrize("flag", ["", "count_short", "nothing 1", "COUNT_SHORT 1"])
def test_a_name_that_no_exception_has_is_refused(flag, village):
    with refused(village.book, UnknownFlag, flag=flag):
        village.run(clear(flag=flag))


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"note": " "}, ReasonMissing),
        ({"by": ""}, ReasonMissing),
        ({"on": date(2027, 1, 1)}, FutureDay),
        ({"amount": -baht(1)}, AmountNotPositive),
    ],
)
def test_a_clearance_without_a_reason_a_name_or_a_day_is_refused(wrong, refusal, village):
    with refused(village.book, refusal):
        village.run(clear(**wrong))


def test_every_sign_is_read_from_the_name_of_its_exceptions():
    assert all(sign_of(f"{sign.value} 1 2") is sign for sign in Sign)
