"""Months: closed in order, reopened with a reason, locked for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest

from ledger.book import carrying_out
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.people import UserRole
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
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.auditing import BookNotSound
from ledger.domain.refusals.closing import MonthBeforeBook
from ledger.queries.integrity import audit, looking_through
from ledger.queries.integrity.findings import Fault
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from ledger.usecases.members import OpenZone
from ledger.usecases.user_keeping import NameUsers, NewUser
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from tests.support.books import START, TODAY, found_village
from tests.support.refused import refused

DECEMBER = Month(2025, 12)
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


@pytest.mark.parametrize(
    "command",
    [
        CloseMonth(month=DECEMBER),
        ReopenMonth(month=DECEMBER, reason="x"),
        LockMonth(month=DECEMBER),
    ],
)
def test_no_month_is_closed_opened_or_locked_that_was_over_when_the_book_began(tmp_path, command):
    village = found_village(tmp_path, starts_on=START)
    with village.book:
        village.run(CloseMonth(month=JANUARY))

        with refused(village.book, MonthBeforeBook, month="2025-12", starts_on=START):
            village.run(command)


# ── the whole book is audited first ─────────────────────────────────────────────────────────────


def changed_with_a_tool(village):
    tool = village.book._connection
    ((guard,),) = tool.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'zones_never_updated'"
    ).fetchall()
    tool.execute("DROP TRIGGER zones_never_updated")
    tool.execute("UPDATE zones SET name = name || '?'")
    tool.execute(guard)


REASON = "ผู้ตรวจสอบทราบแล้ว"


def test_nothing_is_closed_over_a_book_with_faults_without_a_reason(tmp_path):
    village = found_village(tmp_path, year_ends_in=2)
    village.run(OpenZone(code="ก", name="โซน"))
    village.run(ReceiveIncome(account="46020", amount=baht(9), on=START, payee="x", purpose="x"))
    changed_with_a_tool(village)
    closings = (CloseMonth(month=JANUARY), LockMonth(month=JANUARY), CloseYear(year=2026))
    for command in closings:
        village.run(command, rehearse=True)
        with refused(village.book, BookNotSound, findings=1, act=2):
            village.run(command)
        with refused(village.book, BookNotSound):
            village.run(replace(command, in_spite=" "))

        village.run(replace(command, in_spite=REASON))

    reasons = village.rows("SELECT reason FROM closings UNION ALL SELECT reason FROM fiscal_years")
    assert [one for (one,) in reasons] == [REASON, REASON, "", REASON]


def test_the_book_is_looked_through_once_for_a_closing_and_again_after_the_next_act(village):
    with patch.object(looking_through, "audit", side_effect=audit) as looks:
        village.book.ask(looking_through.look_through)
        village.run(CloseMonth(month=JANUARY))
        assert looks.call_count == 1
        village.run(LockMonth(month=JANUARY))
        village.run(CloseMonth(month=FEBRUARY), rehearse=True)
        assert looks.call_count == 2


def test_two_close_a_book_with_faults(village, monkeypatch):
    village.run(OpenZone(code="ก", name="โซน"))
    treasurer = NewUser(name="แดง", roles=(UserRole.ADMINISTRATOR, UserRole.TREASURER))
    village.run(NameUsers(users=(treasurer, NewUser(name="ขาว", roles=(UserRole.APPROVER,)))))
    village.book.user = "แดง"
    changed_with_a_tool(village)
    command = CloseMonth(month=JANUARY, in_spite=REASON)

    with refused(village.book, ApprovalNeeded, because="faults"):
        village.run(command)

    monkeypatch.setattr(carrying_out, "check_approved", lambda *_: None)
    act = village.run(command).act
    found = {(one.fault, one.act) for one in village.book.ask(audit).findings}
    assert (Fault.APPROVAL_MISSING, act) in found
