"""The end of a month: the checklist, closing, reopening with a reason, locking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.month_end.asking import next_to_close
from desktop.month_end.screen import MonthEndScreen
from desktop.month_end.state import check_state, check_text, reopenable, with_audit
from desktop.parts.page import Page
from desktop.session import Place, backing_up
from ledger.book import copies
from ledger.book.copies import back_up
from ledger.domain.days import Month
from ledger.domain.desk import day_of_sheet, sheet_place
from ledger.domain.loan_quality import LoanClass
from ledger.domain.money import baht
from ledger.domain.papers import report_label
from ledger.domain.refusals import NotADay
from ledger.domain.refusals.closing import SheetWaiting
from ledger.queries.backups import backup_standing
from ledger.queries.closings import MonthState, closings
from ledger.queries.month_checklist import (
    CheckItem,
    CheckRow,
    CheckState,
    is_ready,
    month_checklist,
)
from ledger.storage.disks import Lies
from ledger.usecases.banking import ReconcileBank
from ledger.usecases.closing import CloseMonth
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.printing import RecordPrint
from ledger.usecases.provisioning import ClassStep, SetLoanClasses
from reports.words.voice import Voice
from tests.desktop.gallery import settle, type_into
from tests.desktop.opened import press
from tests.support.refused import refused

FEBRUARY = Month(2026, 2)


def listed(opened, month=FEBRUARY, **more):
    return opened.session.ask(month_checklist, month=month, today=opened.session.today, **more)


def states(opened, **more):
    return {row.item: row.state for row in listed(opened, **more).rows}


def test_a_month_with_everything_undone_is_open_on_every_point(opened):
    assert states(opened) == {
        CheckItem.DRAFTS: CheckState.RIGHT,
        CheckItem.COUNT: CheckState.OPEN,
        CheckItem.BANK: CheckState.OPEN,
        CheckItem.RECEIPTS: CheckState.OPEN,
        CheckItem.PROOF: CheckState.RIGHT,
        CheckItem.REPORT: CheckState.OPEN,
        CheckItem.BACKUP: CheckState.OPEN,
        CheckItem.SECOND_COPY: CheckState.OPEN,
        CheckItem.AUDIT: CheckState.UNKNOWN,
    }


def done(opened, folder):
    pieces = (Pieces(denomination=baht(50), pieces=5),)
    opened.session.run(CountCash(on=FEBRUARY.last, pieces=pieces))
    opened.session.run(ReconcileBank(bank="BAAC", at=FEBRUARY.last, statement=baht(0)))
    opened.session.run(RecordPrint(paper="R2569/000001"))
    opened.session.run(RecordPrint(paper=report_label(FEBRUARY)))
    back_up(opened.village.book, folder / "red", medium="แท่งแดง")
    back_up(opened.village.book, folder / "blue", medium="แท่งฟ้า")


@pytest.fixture
def carried(monkeypatch):
    monkeypatch.setattr(copies, "lies", lambda _folder, _book: Lies.CARRIED)


@pytest.mark.usefixtures("carried")
def test_a_month_with_everything_done_is_ready(opened, tmp_path):
    done(opened, tmp_path)

    assert listed(opened, audited=True).ready
    assert not listed(opened).ready
    assert not is_ready(with_audit(listed(opened).rows, 2))


def test_a_sheet_that_was_typed_and_not_booked_is_named_and_stops_the_closing(opened):
    place = sheet_place(FEBRUARY.last, ("ก",))
    opened.session.save_drafts(place, [("0001", "๕๐"), ("0002", "๖๐")])
    opened.session.save_drafts(sheet_place(FEBRUARY.plus(1).first, ()), [("0001", "๕๐")])
    with refused(opened.village.book, NotADay, field="place"):
        opened.session.save_drafts("collection:no day", [("0001", "๕๐")])
    assert day_of_sheet("collection:no day") is None

    (draft, *_) = listed(opened).rows
    assert (draft.state, draft.day, draft.count) == (CheckState.WRONG, FEBRUARY.last, 2)
    assert draft.place == place
    with refused(opened.village.book, SheetWaiting, day=FEBRUARY.last, lines=2, month="2026-02"):
        opened.session.run(CloseMonth(month=FEBRUARY))
    opened.session.drop_drafts(place)
    opened.session.run(CloseMonth(month=FEBRUARY))


def test_a_count_that_no_longer_holds_names_the_difference(opened):
    opened.session.run(CountCash(on=FEBRUARY.first, pieces=(), counted_by="x"))

    count = next(row for row in listed(opened).rows if row.item is CheckItem.COUNT)

    assert (count.state, count.amount) == (CheckState.OPEN, -baht(250))


def test_an_allowance_is_asked_for_where_classes_were_decided(opened):
    assert CheckItem.ALLOWANCE not in states(opened)
    step = ClassStep(more_than=0, loan_class=LoanClass.NORMAL, rate=Fraction(0), suspends=False)
    opened.session.run(
        SetLoanClasses(from_day=FEBRUARY.first, steps=(step,), resolution="มติ ๖/๒๕๖๙")
    )

    assert states(opened)[CheckItem.ALLOWANCE] is CheckState.RIGHT


def test_differing_cards_are_wrong_and_not_only_open(opened):
    opened.village.book._connection.execute(
        "UPDATE account_balances SET credit = credit + 100 WHERE account IN"
        " (SELECT code FROM accounts WHERE card = 'savings')"
    )

    assert states(opened)[CheckItem.PROOF] is CheckState.WRONG


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_point_says_what_it_is_and_how_it_stands(opened, language):
    voice = Voice(language)
    opened.session.save_drafts(sheet_place(FEBRUARY.last, ()), [("0001", "๕๐")])
    every = {item: CheckRow(item, CheckState.OPEN) for item in CheckItem}
    for row in (*every.values(), *with_audit(listed(opened).rows, 3)):
        assert check_text(row, voice)
        assert check_state(row, voice)


def test_the_oldest_open_month_that_is_over_closes_next(opened):
    assert next_to_close(opened.session.ask(closings), Month(2026, 3)) == FEBRUARY

    opened.session.run(CloseMonth(month=FEBRUARY))

    assert next_to_close(opened.session.ask(closings), Month(2026, 3)) is None


@pytest.mark.parametrize(
    ("closed", "locked", "month"),
    [
        (None, None, None),
        (FEBRUARY, None, FEBRUARY),
        (FEBRUARY, Month(2026, 1), FEBRUARY),
        (FEBRUARY, FEBRUARY, None),
    ],
)
def test_the_last_closed_month_opens_again_unless_it_is_locked(closed, locked, month):
    assert reopenable(closed, locked) == month


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = MonthEndScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def state(opened, month=FEBRUARY):
    return opened.session.ask(closings).state_of(month)


def test_the_lists_keep_to_the_rules_of_models(screen):
    for table in (screen.checks, screen.months, screen.history, screen.findings):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()


def test_what_is_still_open_is_said_before_the_month_closes(screen, opened):
    said: list[str] = []

    def look(dialog):
        said.append(
            "\n".join(label.text() for label in dialog.form.findChildren(type(screen.title)))
        )
        dialog.book()

    opened.fills(look)
    screen.close_month.click()

    assert screen.check_rows == ()
    assert "ธ.ก.ส." in said[0]
    assert state(opened) is MonthState.CLOSED
    assert not screen.close_month.isEnabled()


def test_a_closed_month_opens_again_only_with_a_reason(screen, opened):
    opened.session.run(CloseMonth(month=FEBRUARY))

    def fill(dialog):
        dialog.book()
        assert dialog.reason.note.text() != ""
        type_into(dialog.reason.edit, "พบใบเสร็จตกหล่น")
        dialog.book()

    opened.fills(fill)
    screen.reopen.click()

    assert state(opened) is MonthState.OPEN
    assert screen.history.model.row_at(0).reason == "พบใบเสร็จตกหล่น"


def test_a_locked_month_never_opens_again(screen, opened):
    opened.session.run(CloseMonth(month=FEBRUARY))
    opened.village.book.user = "ประธาน"  # who closed a month does not lock it
    opened.fills(lambda dialog: dialog.book())
    screen.lock.click()

    assert state(opened) is MonthState.LOCKED
    assert not screen.reopen.isEnabled()
    assert not screen.lock.isEnabled()


def test_a_month_closes_over_faults_only_with_a_reason_that_is_asked_for_then(screen, opened):
    tool = opened.village.book._connection
    tool.execute("DROP TRIGGER receipts_never_updated")  # as somebody with a tool does

    def fill(dialog):
        assert not dialog.in_spite.isVisibleTo(dialog)
        dialog.book()
        assert dialog.outcome is None
        assert dialog.in_spite.isVisibleTo(dialog)
        assert dialog.in_spite.note.text() != ""
        assert dialog.book_button.isEnabled()
        type_into(dialog.in_spite.edit, "ผู้ตรวจสอบทราบแล้ว")
        dialog.book()

    opened.fills(fill)
    screen.close_month.click()

    assert state(opened) is MonthState.CLOSED
    assert screen.history.model.row_at(0).reason == "ผู้ตรวจสอบทราบแล้ว"


def test_the_book_audits_itself_and_the_checklist_knows_it(screen, opened):
    screen.audit.click()

    audit = next(one for one in screen.check_rows if one.item is CheckItem.AUDIT)
    assert audit.state is CheckState.RIGHT
    assert screen.tabs.currentWidget() is screen.checks
    screen.tabs.setCurrentWidget(screen.network)
    screen.audit.click()
    assert screen.tabs.currentWidget() is screen.findings  # elsewhere nothing would be seen of it
    opened.session.run(RecordPrint(paper="R2569/000001"))
    audit = next(one for one in screen.check_rows if one.item is CheckItem.AUDIT)
    assert audit.state is CheckState.UNKNOWN


def test_what_the_audit_finds_stands_in_words(screen, opened):
    opened.village.book._connection.execute("DELETE FROM account_balances WHERE account = '11010'")
    screen.audit.click()

    assert screen.findings.model.count > 0
    assert "11010" in screen.findings.seen().rows[0][0]
    places = opened.went(screen)
    entry = replace(screen.findings.model.row_at(0), table="entries", row="3")
    screen.findings.activated.emit(entry)
    assert places == [Place("journal", 3)]


def test_the_checklist_leads_to_where_things_are_put_right(screen, opened):
    place = sheet_place(FEBRUARY.last, ())
    opened.session.save_drafts(place, [("0001", "๕๐")])
    screen.ask_again()
    opened.asks._answers += [None, None]
    places = opened.went(screen)
    for check in screen.check_rows:
        if check.item is not CheckItem.AUDIT:
            screen.checks.activated.emit(check)
    screen.report.click()

    assert places == [
        Place("collection", place),
        Place("cash", "count"),
        Place("cash"),
        Place("papers", "receipts"),
        Place("home"),
        Place("papers", ("monthly-report", FEBRUARY)),
        Place("papers", ("monthly-report", FEBRUARY)),
    ]


def test_what_was_printed_is_compared_for_the_month_chosen(screen, opened):
    places = opened.went(screen)
    screen.compare.click()
    screen.months.choose(FEBRUARY)
    screen.compare.click()

    assert places[-1] == Place("papers", ("report-differences", FEBRUARY))
    press(screen.months.view, Qt.Key.Key_Return)
    assert places[-1] == Place("papers", ("monthly-report", FEBRUARY))
    assert {place.area for place in places} == {"papers"}


def test_the_book_is_backed_up_from_here_and_the_copy_is_named(screen, opened, tmp_path):
    opened.asks._answers.append(tmp_path / "stick")

    screen.back_up.click()

    assert "Copied, opened, audited and read back" in opened.asks.told[0]
    assert "lies in this PC" in opened.asks.told[0]
    assert len(list((tmp_path / "stick").glob("*.satcha"))) == 1


def test_a_disk_that_may_stay_in_the_pc_is_asked_about_and_gets_a_name(
    screen, opened, tmp_path, monkeypatch
):
    for module in (copies, backing_up):
        monkeypatch.setattr(module, "lies", lambda _folder, _book: Lies.OTHER_DISK)
    disk = tmp_path / "disk"
    opened.asks._answers += [disk, None, disk, 1, "ดิสก์แดง", disk, 0, disk]

    for _ in range(4):
        screen.back_up.click()

    assert opened.asks.unused == []
    rows = opened.session.ask(backup_standing).rows
    assert [(row.backup.medium, row.backup.outside) for row in rows] == [
        ("ดิสก์แดง", True),
        ("ดิสก์แดง", True),
        ("ดิสก์แดง", False),
    ]
    assert "a second stick has none yet" in opened.asks.told[-1]
    (line,) = [one for one in screen.check_rows if one.item is CheckItem.BACKUP]
    assert check_state(line, Voice("en")).endswith("ดิสก์แดง")


def test_a_folder_beside_the_book_is_refused_and_nobody_chose_nothing(screen, opened):
    said: list[object] = []
    opened.session.refused.connect(said.append)
    opened.asks._answers += [opened.session.path.parent, None]

    screen.back_up.click()
    screen.back_up.click()

    assert [type(one).__name__ for one in said] == ["FolderIsBooksOwn"]


def test_the_budget_is_set_account_by_account_and_stands_beside_what_was_booked(screen, opened):
    def fill(dialog):
        type_into(dialog.resolution.edit, "มติ ๑")
        type_into(dialog.amounts["53020"].edit, "500")
        dialog.book()

    opened.fills(fill)
    places = opened.went(screen)
    screen.budget.decide.click()
    screen.budget.report.click()

    (row,) = [one for one in screen.budget.table.model.shown if one.account == "53020"]
    assert row.budget == baht(500)
    assert places == [Place("papers", "budget-comparison")]
    asked: list[Any] = []
    opened.fills(lambda dialog: asked.append((dialog.account.chosen(), dialog.since.day())))
    screen.budget.table.activated.emit(row)
    assert asked == [("53020", date(2026, 1, 1))]


def test_the_heading_stays_where_it_is_on_the_usual_screen(qtbot, opened):
    screen = MonthEndScreen(opened.session, Voice("th"), opened.asks, opened.opens)
    page = Page()
    page.body.setContentsMargins(0, 0, 0, 0)
    page.body.addWidget(screen)
    qtbot.addWidget(page)
    page.resize(1_138, 610)  # what the window leaves of 1366 by 768
    settle(page)

    assert page.verticalScrollBar().maximum() == 0
