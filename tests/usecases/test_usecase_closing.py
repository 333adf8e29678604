"""Months: closed in order, reopened with a reason, locked for good."""

from __future__ import annotations

from datetime import date

from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.refusals import (
    BeforeStart,
    MonthClosed,
    MonthLocked,
    MonthNotClosed,
    MonthNotOver,
    PeriodClosed,
    PeriodLocked,
    ReasonMissing,
)
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from tests.support.books import START, TODAY, found_village
from tests.support.refused import refused

JANUARY, FEBRUARY, MARCH = Month(2026, 1), Month(2026, 2), Month(2026, 3)


def test_a_month_is_closed_when_it_is_over_and_once(village):
    with refused(village.book, MonthNotOver, month="2026-03", today=TODAY):
        village.run(CloseMonth(month=MARCH))
    village.run(CloseMonth(month=FEBRUARY))
    for month in (JANUARY, FEBRUARY):
        with refused(village.book, MonthClosed, month=month.iso):
            village.run(CloseMonth(month=month))
    village.clock.set(date(2026, 3, 31))
    village.run(CloseMonth(month=MARCH))


def test_nothing_is_booked_in_a_closed_month(village):
    _, card = village.saver(baht(10))
    village.run(CloseMonth(month=FEBRUARY))

    for day in (START, date(2026, 2, 28)):
        with refused(village.book, PeriodClosed, day=day, closed_through="2026-02"):
            village.deposit(card, baht(1), on=day)
    village.deposit(card, baht(1), on=date(2026, 3, 1))


def test_a_month_is_opened_again_with_a_reason_and_every_later_one_with_it(village):
    _, card = village.saver(baht(10))
    village.run(CloseMonth(month=FEBRUARY))

    with refused(village.book, ReasonMissing, field="reason"):
        village.run(ReopenMonth(month=JANUARY, reason=""))
    with refused(village.book, MonthNotClosed, month="2026-03"):
        village.run(ReopenMonth(month=MARCH, reason="x"))
    village.run(ReopenMonth(month=FEBRUARY, reason="ลงรายการตกหล่น"))

    village.deposit(card, baht(1), on=date(2026, 2, 1))
    with refused(village.book, PeriodClosed, closed_through="2026-01"):
        village.deposit(card, baht(1), on=date(2026, 1, 31))
    with refused(village.book, MonthNotClosed):
        village.run(ReopenMonth(month=FEBRUARY, reason="x"))
    assert village.rows("SELECT what, closed_through, reason FROM closings") == [
        ("close", "2026-02", ""),
        ("reopen", "2026-01", "ลงรายการตกหล่น"),
    ]


def test_a_locked_month_never_opens(village):
    _, card = village.saver(baht(10))

    with refused(village.book, MonthNotClosed, month="2026-01"):
        village.run(LockMonth(month=JANUARY))
    with refused(village.book, MonthNotClosed, month="2026-01"):
        village.run(ReopenMonth(month=JANUARY, reason="x"))
    village.run(CloseMonth(month=FEBRUARY))
    village.run(LockMonth(month=JANUARY))

    with refused(village.book, PeriodLocked, day=START, locked_through="2026-01"):
        village.deposit(card, baht(1), on=START)
    with refused(village.book, PeriodClosed, closed_through="2026-02"):
        village.deposit(card, baht(1), on=date(2026, 2, 1))
    for command in (ReopenMonth(month=JANUARY, reason="x"), LockMonth(month=JANUARY)):
        with refused(village.book, MonthLocked, month="2026-01"):
            village.run(command)
    with refused(village.book, MonthNotClosed, month="2026-03"):
        village.run(LockMonth(month=MARCH))
    village.run(ReopenMonth(month=FEBRUARY, reason="x"))
    village.run(CloseMonth(month=FEBRUARY))
    with refused(village.book, PeriodLocked):
        village.deposit(card, baht(1), on=START)


def test_nothing_is_booked_before_the_book_begins(tmp_path):
    village = found_village(tmp_path, starts_on=START)
    number, _ = village.member(on=date(2025, 6, 1))
    card = village.savings(number, on=date(2025, 6, 1))

    with village.book:
        with refused(village.book, BeforeStart, day=date(2025, 12, 31), starts_on=START):
            village.deposit(card, baht(1), on=date(2025, 12, 31))
        village.deposit(card, baht(1), on=START)
