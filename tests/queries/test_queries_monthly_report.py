"""The monthly report ties in itself and never changes once its month is closed."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.accounts import Kind
from ledger.domain.money import ZERO, baht, total
from ledger.domain.refusals.closing import MonthBeforeBook
from ledger.queries.inspection_report import inspection_report
from ledger.queries.month_figures import month_figures
from ledger.queries.monthly_report import monthly_report
from ledger.usecases.closing import CloseMonth, ReopenMonth
from tests.queries.small_book import APRIL, FEBRUARY, JANUARY, MARCH, april
from tests.support.refused import refused


@pytest.mark.parametrize("month", [JANUARY, FEBRUARY, MARCH, APRIL])
def test_its_sections_tie_with_the_trial_balance(mine, month):
    april(mine)

    report = mine.book.ask(monthly_report, month=month)

    ledger = {row.account: row for row in report.balances.rows}
    assert report.balances.debit == report.balances.credit
    for section in (report.position.assets, report.position.liabilities, report.position.equity):
        sign = 1 if section.kind is Kind.ASSET else -1
        rows = [row.balance for row in report.balances.rows if row.kind is section.kind]
        assert section.totals[0] * sign == total(rows)
    assert report.position.assets.totals == report.position.liabilities_and_equity
    moved = [row.credit - row.debit for row in report.balances.rows if row.kind.in_result]
    assert report.result.net[0] == total(moved)
    assert report.result.net[2] == report.position.result_of_year[0]
    assert report.cash.balance == ledger["11010"].balance
    assert report.cash.brought_forward == ledger["11010"].brought_forward
    assert (report.cash.received, report.cash.paid) == (
        ledger["11010"].debit,
        ledger["11010"].credit,
    )
    assert report.banks.balance == ledger["12200"].balance
    owed = [-ledger[code].balance for code in ("21010", "21050", "31010") if code in ledger]
    assert report.products.balance == total(owed)
    assert report.proof.agrees
    assert (
        report.members.opening
        + len(report.members.joined)
        - len(report.members.left)
        + report.members.entered_late
        == report.members.closing
    )
    assert report.arrears.members == report.members.closing


@pytest.mark.parametrize("month", [JANUARY, FEBRUARY, MARCH])
def test_a_closed_month_reads_the_same_whatever_happens_later(mine, month):
    before = mine.book.ask(monthly_report, month=month)
    april(mine)
    mine.on(date(2026, 5, 1)).run(CloseMonth(month=APRIL))

    after = mine.book.ask(monthly_report, month=month)

    assert before.closed
    assert after == before


@pytest.mark.parametrize("question", [monthly_report, inspection_report, month_figures])
def test_a_month_before_the_book_has_no_report(small, question):
    with refused(small.book, MonthBeforeBook, month="2025-12", starts_on=date(2026, 1, 1)):
        small.book.ask(question, month=JANUARY.plus(-1))


def test_each_month_reports_the_last_one_beside_it(small):
    february = small.book.ask(monthly_report, month=FEBRUARY)
    march = small.book.ask(monthly_report, month=MARCH)

    assert march.result.net[1] == february.result.net[0]
    assert march.position.assets.totals[1] == february.position.assets.totals[0]
    assert march.members.opening == february.members.closing
    assert march.products.brought_forward == february.products.balance
    assert march.cash.brought_forward == february.cash.balance


def test_it_carries_the_moment_user_and_code_of_the_closing(mine):
    act = mine.on(date(2026, 5, 1)).run(CloseMonth(month=APRIL))

    report = mine.book.ask(monthly_report, month=APRIL)

    assert (report.closed, report.head.act.number, report.head.act.code) == (
        True,
        act.act,
        act.code,
    )


def test_an_open_month_says_so_and_shows_the_newest_act(mine):
    act = mine.on(date(2026, 4, 5)).pays("0001", ("PROMISE", baht(100)))

    report = mine.book.ask(monthly_report, month=APRIL)

    assert (report.closed, report.head.act.number) == (False, act.act)
    assert report.cash.received == baht(100)


def test_a_month_opened_again_shows_what_was_changed_when_it_is_closed_anew(mine):
    before = mine.book.ask(monthly_report, month=MARCH)
    mine.on(date(2026, 4, 5)).run(ReopenMonth(month=MARCH, reason="ลืมลงรายการ"))
    assert not mine.book.ask(monthly_report, month=MARCH).closed

    mine.pays("0003", ("PROMISE", baht(100)))
    mine.book.run(CloseMonth(month=MARCH))
    unchanged = mine.book.ask(monthly_report, month=MARCH)

    assert unchanged.closed
    assert unchanged.head.act.number > before.head.act.number
    assert unchanged.balances == before.balances


def test_the_figures_of_march_are_those_worked_by_hand(small):
    report = small.book.ask(monthly_report, month=MARCH)

    assert report.position.assets.totals == (baht(1_772, 75), baht(1_272, 75))
    assert report.result.net == (baht(35), baht(3, 25), -baht(22, 25))
    assert (report.cash.balance, report.banks.balance) == (baht(944, 50), baht(803, 25))
    assert [one.count for one in report.counts] == [2]
    assert report.arrears.owed == baht(300)
    assert [row.reason for row in report.reversals.rows] == ["เขียนจำนวนเงินผิด", "ถอนผิดบัญชี"]
    assert report.proof.difference == ZERO
