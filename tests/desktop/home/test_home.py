"""Home: what to do next, and how the cooperative stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.home.asking import home, months_to_close
from desktop.home.screen import HomeScreen
from desktop.home.state import TaskKind, TaskState, money_now, tasks
from desktop.home.words import state_text, task_text
from desktop.parts.lamp import LampState
from desktop.session import Place
from ledger.domain.days import Month, day_before
from ledger.domain.money import ZERO, baht
from ledger.queries.closings import closings
from ledger.usecases.banking import MatchBankLine, ReconcileBank
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.printing import RecordPrint
from ledger.usecases.vouching import MoveMoney
from reports.words.voice import Voice
from tests.desktop.gallery import texts
from tests.desktop.opened import press
from tests.support.books import TODAY

EN = Voice("en")


def facts(opened):
    return opened.session.ask(home, today=TODAY)


def task(opened, kind):
    return next((one for one in tasks(facts(opened)) if one.kind is kind), None)


def test_this_month_s_collection_waits_until_a_sheet_is_closed(opened):
    assert task(opened, TaskKind.COLLECT).state is TaskState.TO_DO

    opened.session.run(PostSheet(on=TODAY, lines=(SheetLine(member="0003", items=()),)))

    assert task(opened, TaskKind.COLLECT).state is TaskState.DONE


def test_receipts_wait_until_they_are_printed(opened):
    waiting = task(opened, TaskKind.PRINT)
    assert (waiting.state, waiting.count) == (TaskState.TO_DO, 1)

    opened.session.run(RecordPrint(paper="R2569/000002"))

    assert task(opened, TaskKind.PRINT).state is TaskState.DONE


def test_cash_waits_to_be_counted_until_the_count_is_what_the_books_say(opened):
    waiting = task(opened, TaskKind.COUNT)
    assert (waiting.state, waiting.amount) == (TaskState.TO_DO, baht(300))

    pieces = (Pieces(denomination=baht(100), pieces=3),)
    opened.session.run(CountCash(on=TODAY, pieces=pieces))

    assert task(opened, TaskKind.COUNT).state is TaskState.DONE
    opened.session.run(MoveMoney(amount=baht(50), on=TODAY, target="BAAC"))
    assert task(opened, TaskKind.COUNT).state is TaskState.TO_DO


def test_cash_over_the_limit_is_a_warning_with_how_much(opened):
    assert task(opened, TaskKind.LIMIT) is None

    opened.session.run(ChangeCooperative(cash_limit=baht(100)))

    over = task(opened, TaskKind.LIMIT)
    assert (over.state, over.amount) == (TaskState.WARNING, baht(200))


def test_a_bank_waits_while_a_line_is_open_or_the_month_is_not_agreed(opened):
    assert task(opened, TaskKind.BANK).state is TaskState.TO_DO

    opened.session.run(MatchBankLine(bank="BAAC", line=1, entry=3))
    assert task(opened, TaskKind.BANK).count == 0
    assert task(opened, TaskKind.BANK).state is TaskState.TO_DO
    opened.session.run(ReconcileBank(bank="BAAC", at=TODAY, statement=baht(200)))

    assert task(opened, TaskKind.BANK).state is TaskState.DONE


def test_members_in_arrears_are_counted_with_their_sum(opened):
    found = task(opened, TaskKind.ARREARS)

    assert found.state is TaskState.WARNING
    assert found.count == facts(opened).in_arrears
    assert found.amount == facts(opened).overdue > ZERO


def test_nobody_in_arrears_is_done(opened):
    settled = replace(facts(opened), in_arrears=0, overdue=ZERO)

    found = next(one for one in tasks(settled) if one.kind is TaskKind.ARREARS)
    assert found.state is TaskState.DONE


def test_every_month_that_is_over_and_open_waits_to_be_closed(opened):
    found = opened.session.ask(closings)
    assert months_to_close(found, Month(2026, 3)) == (Month(2026, 2),)

    opened.session.run(CloseMonth(month=Month(2026, 2)))

    assert months_to_close(opened.session.ask(closings), Month(2026, 3)) == ()


def test_a_book_without_cash_asks_for_no_count(opened):
    without = replace(facts(opened), cash=None)

    kinds = {one.kind for one in tasks(without)}
    assert TaskKind.COUNT not in kinds
    assert [row.name for row in money_now(without)] == ["ธ.ก.ส. 123-4-56789-0"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_task_says_what_it_is_and_how_it_stands(opened, language):
    voice = Voice(language)
    for one in tasks(facts(opened)):
        assert task_text(one, voice)
        assert state_text(one, voice)
    assert state_text(task(opened, TaskKind.COUNT), EN) == "To do · the books say 300.00 baht"


def test_cash_and_banks_add_up(opened):
    rows = money_now(facts(opened))

    assert [row.amount for row in rows] == [baht(300), baht(200)]


def test_the_trend_begins_with_the_book_and_ends_with_this_month(opened):
    found = facts(opened).trend

    assert found.months == (Month(2026, 1), Month(2026, 2), Month(2026, 3))
    assert found.savings == (ZERO, baht(200), baht(400))
    assert found.shares == (ZERO, baht(50), baht(100))


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = HomeScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def test_enter_on_a_task_goes_where_it_is_done(screen, opened):
    places = opened.went(screen)
    for kind in (TaskKind.COUNT, TaskKind.BANK, TaskKind.CLOSE):
        row = next(one for one in screen.tasks.model.shown if one.kind is kind)
        screen.tasks.choose((row.kind, row.key, row.month))
        press(screen, Qt.Key.Key_Return)

    assert places == [
        Place("cash", "count"),
        Place("cash", ("bank", "BAAC")),
        Place("month_end"),
    ]


def test_the_lists_keep_to_the_rules_of_models(screen):
    for table in (screen.tasks, screen.money, screen.proof):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()


def test_the_light_shows_that_cards_agree_and_the_table_is_one_button_away(screen):
    assert screen.lamp.state is LampState.GOOD
    assert not screen.proof.isVisible()

    screen.figures.click()

    assert screen.proof.isVisible()
    assert {row.difference for row in screen.proof.model.shown} == {ZERO}


def test_a_difference_turns_the_light_and_shows_the_table_by_itself(screen, monkeypatch):
    from desktop.home import asking as module

    found = screen._facts
    row = replace(found.proof.rows[0], difference=baht(5))
    wrong = replace(
        found, proof=replace(found.proof, rows=(row,), agrees=False, difference=baht(5))
    )
    monkeypatch.setattr(module, "home", lambda *_, **__: wrong)
    screen.ask_again()

    assert screen.lamp.state is LampState.PROBLEM
    assert screen.proof.isVisible()
    assert "5.00" in screen.proof.seen().rows[0]


def test_the_chart_turns_over_to_its_figures(screen):
    screen.chart.turn_button.click()

    assert [row.values for row in screen.chart.table.model.shown][-1] == (baht(400), baht(100))


def test_a_figure_of_the_chart_opens_the_balances_of_its_month(screen, opened):
    screen.chart.turn_button.click()
    places = opened.went(screen)
    view = screen.chart.table.view
    for row in (view.model().rowCount() - 1, view.model().rowCount() - 2):
        view.selectRow(row)
        press(view, Qt.Key.Key_Return)

    assert places == [
        Place("papers", ("trial-balance", TODAY)),  # the month goes on
        Place("papers", ("trial-balance", day_before(Month.of(TODAY).first))),
    ]


def test_what_is_booked_is_seen_at_once(screen, opened):
    opened.session.run(RecordPrint(paper="R2569/000002"))

    row = next(one for one in screen.tasks.model.shown if one.kind is TaskKind.PRINT)
    assert row.state is TaskState.DONE
    assert date(2026, 3, 20) == TODAY
    assert texts(screen)


def test_enter_on_money_and_on_a_card_leads_to_what_it_is_made_of(screen, opened):
    places = opened.went(screen)
    cash, bank = screen.money.model.shown
    opened.fills(*[lambda dialog: dialog.lines.activated.emit(dialog.lines.model.row_at(0))] * 2)
    screen.money.activated.emit(cash)
    screen.money.activated.emit(bank)
    screen.proof.activated.emit(next(row for row in screen.proof.model.shown if row.account))

    assert [place.area for place in places] == ["journal", "cash", "journal"]
    assert places[1].key == ("bank", "BAAC")
