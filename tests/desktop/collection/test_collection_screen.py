"""The collection grid driven by keys: what is typed is on the desk at once and is booked whole."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog

from desktop.collection.closing import sheet_command
from desktop.collection.dialogs import AheadDialog, CloseSheetDialog, FindDialog, NoteDialog
from desktop.collection.screen import CollectionScreen
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session.places import Place
from desktop.session.session import Session
from desktop.tasks import InlineTasks
from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.desk import sheet_place
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.queries.integrity import audit
from ledger.queries.posted_sheet import posted_sheet
from ledger.usecases.collecting import DraftItem, SaveDrafts
from ledger.usecases.founding import FoundBook
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import SetPromise
from ledger.usecases.visiting import VoidReceipt
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.clocks import CountedLetters, StandingClock

DAY = date(2026, 3, 20)
CONTROL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support ")


@pytest.fixture
def book(tmp_path):
    found = FoundBook(book="ab" * 16, kind=BookKind.HOUSING, name_th="สหกรณ์ทดสอบ")
    book = Book.found(
        tmp_path / "b.satcha", found, clock=StandingClock(DAY), chance=CountedLetters()
    )
    for name in ("สมชาย", "สุณี", "บุญมี"):
        made = book.run(
            AdmitMember(person=Person(given=name), on=date(2026, 1, 5), household="H1")
        ).made
        month = Month(2026, 3)
        book.run(SetPromise(card=int(str(made["PROMISE"])), amount=baht(200), from_month=month))
        book.run(SetPromise(card=int(str(made["SHARES"])), amount=baht(100), from_month=month))
    yield book
    book.close()


@pytest.fixture
def open_screen(qtbot, book):
    def build(opens=lambda _dialog: False, answers=()):
        session = Session(book, InlineTasks(), chance=CountedLetters("window"))
        screen = CollectionScreen(session, Voice("en"), ScriptedAsk(Voice("en"), answers), opens)
        qtbot.addWidget(screen)
        screen.resize(1000, 600)
        screen.show()
        return screen

    return build


def post(view, letter):
    """A key of any keyboard that writes this letter."""
    nothing_held = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, nothing_held, letter)
    QCoreApplication.sendEvent(view, event)


def test_the_model_keeps_to_the_rules_of_qt(open_screen, qtmodeltester):
    qtmodeltester.check(open_screen().model)


def test_an_exception_costs_its_digits_and_two_keys(qtbot, open_screen):
    screen = open_screen()

    qtbot.keyClicks(screen.view, "500")
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(screen.view, Qt.Key.Key_F4)

    assert screen.grid.collected == baht(600 + 300)
    assert "2 paid, 1 not paid, 0 still to do" in screen.standing.text().replace("\u200b", "")


def test_what_was_accepted_survives_without_any_saving(qtbot, open_screen):
    first = open_screen()
    qtbot.keyClicks(first.view, "250")
    qtbot.keyClick(first.view, Qt.Key.Key_Return)
    qtbot.keyClicks(first.view, "7")  # still being typed: the one thing that may be lost

    again = open_screen()
    assert again.grid.amount(again.grid.here, again.grid.columns[0]) == baht(250)


def test_a_digit_with_alt_is_a_way_to_an_area_and_never_an_amount(qtbot, open_screen):
    screen = open_screen()
    qtbot.keyClick(screen.view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    assert screen.grid.typing is None


# The last is 500 on the digits of a Thai keyboard.
@pytest.mark.parametrize("text", ["12..5", "1e6", "NaN", "1o0", "1 o0", "ถจจ"])
def test_what_is_no_amount_stays_in_its_cell_with_a_sentence(qtbot, open_screen, text):
    screen = open_screen()
    for letter in text:
        post(screen.view, letter)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)

    assert screen.grid.typing == text
    assert screen.trouble.isVisible()
    assert (screen.grid.row, screen.grid.lines) == (0, {})


def test_a_space_alone_and_a_key_without_a_letter_write_nothing(open_screen):
    screen = open_screen()
    post(screen.view, " ")
    post(screen.view, "")

    assert screen.grid.typing is None


def test_closing_books_the_sheet_with_its_count_and_clears_the_desk(open_screen, book):
    def count(dialog: QDialog) -> bool:
        assert isinstance(dialog, CloseSheetDialog)
        dialog.pieces[baht(500)].setValue(1)
        dialog.pieces[baht(100)].setValue(4)
        dialog.book()
        return dialog.outcome is not None

    screen = open_screen(count, [True])
    screen.take_all()
    assert screen.grid.collected == baht(900)
    screen.close_sheet()

    assert screen.session.drafts("collection:2026-03-20:") == {}
    assert book.ask(lambda reader: reader.balance("11010")) == baht(900)
    assert book.ask(audit).clean
    assert not screen.grid.expected_rows()


def test_a_difference_without_a_reason_books_nothing_and_keeps_the_count(open_screen, book):
    seen = []

    def count(dialog: QDialog) -> bool:
        assert isinstance(dialog, CloseSheetDialog)
        dialog.pieces[baht(500)].setValue(1)
        dialog.book()
        seen.append((dialog.outcome, dialog.counted))
        dialog.reason.edit.setText("เงินหล่น")
        dialog.book()
        return dialog.outcome is not None

    screen = open_screen(count, [True])
    screen.take_all()
    screen.close_sheet()

    assert seen == [(None, baht(500))]
    assert book.ask(lambda reader: reader.balance("14020")) == baht(400)
    assert book.ask(lambda reader: reader.balance("11010")) == baht(500)


def test_notes_and_months_ahead_are_asked_and_kept(qtbot, open_screen):
    def fill(dialog: QDialog) -> bool:
        if isinstance(dialog, NoteDialog):
            dialog.note.set_words("ฝากลูกมา")
            dialog.paper_number.set_words("17/042")
        if isinstance(dialog, AheadDialog):
            dialog.months.setValue(2)
        return True

    screen = open_screen(fill)
    qtbot.keyClick(screen.view, Qt.Key.Key_F6)
    qtbot.keyClick(screen.view, Qt.Key.Key_F7)

    line = screen.grid.line(screen.grid.here)
    assert (line.note, line.paper_number) == ("ฝากลูกมา", "17/042")
    assert screen.grid.paid(screen.grid.here) == baht(3 * 300)


def test_one_key_pays_for_the_household(qtbot, open_screen):
    screen = open_screen()
    qtbot.keyClick(screen.view, Qt.Key.Key_F8)
    assert screen.grid.collected == baht(900)


def test_the_other_language_keeps_what_is_being_typed(qtbot, open_screen):
    screen = open_screen()
    qtbot.keyClicks(screen.view, "12")
    screen.set_voice(Voice("th"))
    assert screen.grid.typing == "12"
    assert screen.model.headerData(2, Qt.Orientation.Horizontal) == "เงินสัจจะ"


def test_what_is_not_yet_posted_is_undone_step_by_step_on_the_desk_too(qtbot, open_screen):
    screen = open_screen()
    before = screen.grid
    qtbot.keyClicks(screen.view, "500")
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClicks(screen.view, "9")

    qtbot.keyClick(screen.view, Qt.Key.Key_Z, CONTROL)
    assert screen.grid.typing is None
    qtbot.keyClick(screen.view, Qt.Key.Key_Z, CONTROL)
    assert screen.grid.collected == baht(0)
    assert screen.grid.paid(screen.grid.here) == baht(600)
    qtbot.keyClick(screen.view, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(screen.view, Qt.Key.Key_Z, CONTROL)

    assert screen.grid.paid(before.sheet.rows[0]) == baht(300)
    assert screen.session.drafts(screen.place) == {}


def test_rows_from_a_spreadsheet_are_offered_with_what_they_come_to(qtbot, open_screen):
    screen = open_screen(answers=[True])
    QGuiApplication.clipboard().setText("250\t\r\n๓๐๐\t200\r\n\r\n")
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CONTROL)

    assert [screen.grid.paid(row) for row in screen.grid.sheet.rows] == [
        baht(350),
        baht(500),
        baht(300),
    ]
    assert screen.grid.collected == baht(0)
    assert "on 2 lines" in screen.asks.asked[0]
    assert "850.00 baht instead of 600.00" in screen.asks.asked[0]


@pytest.mark.parametrize(
    "text", ["1\t2\t3\t4", "250\nสองร้อย ก", "x" * 400 + "\n1", "1\n" * 9, "\n\n\t", ""]
)
def test_pasted_rows_that_do_not_fit_change_nothing(qtbot, open_screen, text):
    screen = open_screen()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CONTROL)

    assert screen.session.drafts(screen.place) == {}
    assert screen.asks.asked == []
    assert (screen.grid.problem is not None) == bool(text.strip())


@pytest.mark.parametrize("typed", ["บุญมี", "3"])
def test_a_member_is_found_in_the_sheet_by_name_or_number(qtbot, open_screen, typed):
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, FindDialog)
        dialog.show()
        assert dialog.focusWidget() is dialog.member.edit
        type_into(dialog.member.edit, "zzzz")
        dialog.accept()
        assert dialog.isVisible()
        assert dialog.member.note.text() == "Nothing matches what was typed."
        dialog.member.edit.clear()
        type_into(dialog.member.edit, typed)
        qtbot.keyClick(dialog.member.edit, Qt.Key.Key_Return)
        return True

    screen = open_screen(fill)
    qtbot.keyClick(screen.view, Qt.Key.Key_F, CONTROL)

    assert screen.grid.here.member == "0003"


def test_escape_leaves_the_sheet_and_keeps_the_cell_that_is_being_typed(qtbot, open_screen):
    screen = open_screen()
    places: list[object] = []
    screen.go_to.connect(places.append)
    qtbot.keyClicks(screen.view, "55")
    qtbot.keyClick(screen.view, Qt.Key.Key_Escape)

    assert places == [Place("home")]
    assert "55" in screen.session.drafts(screen.place)["0001"]


def test_names_and_amounts_are_seen_whole_however_narrow_the_window(qtbot, open_screen):
    screen = open_screen()
    view, letters = screen.view, screen.view.fontMetrics()
    name = letters.horizontalAdvance("สมชาย")

    for width in (1300, 420):
        screen.resize(width, 600)
        qtbot.wait(1)
        pinned = view.verticalHeader().isVisible()
        place = view.verticalHeader().width() if pinned else view.columnWidth(1)
        assert pinned is view.isColumnHidden(1) is (width == 420)
        assert place > name
        for column in range(2, view.model().columnCount() - 1):
            assert view.columnWidth(column) > letters.horizontalAdvance("10,000.00")

    before = view.columnWidth(2)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    qtbot.waitUntil(lambda: view.columnWidth(2) > before, timeout=2000)


def test_receipts_that_wait_for_the_printer_are_offered_beside_that_of_the_line(qtbot, open_screen):
    screen = open_screen(answers=[1])
    places: list[object] = []
    screen.go_to.connect(places.append)
    qtbot.keyClick(screen.view, Qt.Key.Key_F9)

    assert places == [Place("papers", "receipts")]


def test_the_month_end_leads_to_the_sheet_that_was_typed_and_not_booked(open_screen):
    screen = open_screen()
    place = sheet_place(date(2026, 3, 2), ())

    for key in (place, "collection:no day", 7):
        screen.open_at(key)

    assert screen.place == place
    assert screen.day.day() == date(2026, 3, 2)


def test_a_draft_that_no_screen_wrote_leaves_the_sheet_as_it_is(open_screen, book):
    unreadable = ("y", "5", "[]", "{}", '{"state": "?"}', '{"state": "waiting", "amounts": 5}')
    place = sheet_place(date(2026, 3, 2), ())
    items = tuple(
        DraftItem(item=f"{at:04}", value=text) for at, text in enumerate(unreadable, start=1)
    )
    book.run(SaveDrafts(place=place, items=items))
    screen = open_screen()

    screen.open_at(place)

    assert screen.place == place
    assert screen.grid.lines == {}


def test_f9_books_one_line_at_once_and_its_money_is_counted_with_the_sheet(
    qtbot, open_screen, book
):
    def count(dialog: QDialog) -> bool:
        assert isinstance(dialog, CloseSheetDialog)
        dialog.pieces[baht(500)].setValue(1)
        dialog.pieces[baht(100)].setValue(5)
        dialog.book()
        return dialog.outcome is not None

    screen = open_screen(count, [0])
    went: list[object] = []
    screen.go_to.connect(went.append)
    qtbot.keyClicks(screen.view, "300")
    qtbot.keyClick(screen.view, Qt.Key.Key_F9)

    assert went == [Place("papers", ("receipt", "R2569/000001"))]
    assert screen.grid.receipts == {"0001": "R2569/000001"}
    assert book.ask(lambda reader: reader.balance("11010")) == baht(400)

    # The line stays as it was paid, and nothing on it can be changed any more.
    screen.step(screen.grid.at_member("0001"))
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Delete):
        qtbot.keyClick(screen.view, key)
        assert screen.trouble.isVisible()
    qtbot.keyClicks(screen.view, "5")
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert screen.grid.paid(screen.grid.here) == baht(400)
    qtbot.keyClick(screen.view, Qt.Key.Key_F9)
    assert went[1:] == [Place("papers", ("receipt", "R2569/000001"))]

    screen.step(screen.grid.at_member("0002").all_as_expected())
    assert screen.grid.collected == baht(1_000)
    screen.close_sheet()

    posted = book.ask(posted_sheet, sheet=1)
    assert [row.receipt for row in posted.rows] == [f"R2569/00000{at}" for at in (1, 2, 3)]
    assert posted.paid == baht(1_000)
    assert posted.count is not None
    assert posted.count.booked == baht(1_000)
    assert book.ask(audit).clean


def test_a_power_cut_before_the_receipt_leaves_the_line_and_one_after_it_books_nothing_twice(
    qtbot, open_screen
):
    screen = open_screen(answers=[0])
    screen.step(screen.grid.for_receipt("ab" * 16))

    again = open_screen()
    assert again.grid.receipts == {}
    assert again.grid.collected == baht(300)

    qtbot.keyClick(screen.view, Qt.Key.Key_F9)  # booked: the window goes before it is drawn
    again.ask_again()

    assert again.grid.receipts == {"0001": "R2569/000001"}
    assert sheet_command(again.grid, {}).lines == ()


def test_a_receipt_that_was_voided_gives_its_line_back(qtbot, open_screen, book):
    screen = open_screen(answers=[0])
    qtbot.keyClick(screen.view, Qt.Key.Key_F9)
    book.run(VoidReceipt(receipt="R2569/000001", on=DAY, reason="ผิดคน"))

    again = open_screen()

    assert again.grid.receipts == {}
    assert again.grid.collected == baht(300)


def test_every_key_that_moves_moves_the_cell_that_is_filled(qtbot, open_screen):
    screen = open_screen()
    leading = 2  # number and name of the member

    def presses(key, *held):
        qtbot.keyClick(screen.view, key, *held)
        at = (screen.grid.row, screen.grid.column)
        here = screen.view.currentIndex()
        assert (here.row(), here.column() - leading) == at
        return at

    last = (len(screen.grid.sheet.rows) - 1, len(screen.grid.columns) - 1)
    assert presses(Qt.Key.Key_End)[1] == last[1]
    assert presses(Qt.Key.Key_End, CONTROL) == last
    assert presses(Qt.Key.Key_Left, CONTROL) == last
    assert presses(Qt.Key.Key_Home) == (last[0], 0)
    assert presses(Qt.Key.Key_Home, CONTROL) == (0, 0)


def test_what_was_pasted_where_a_member_has_nothing_is_taken_away_by_undo(qtbot, open_screen, qapp):
    screen = open_screen()
    qtbot.keyClick(screen.view, Qt.Key.Key_End)
    column = screen.grid.column
    qapp.clipboard().setText("250\t5\n300\t5")
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CONTROL)
    assert screen.grid.problem is not None
    qtbot.keyClick(screen.view, Qt.Key.Key_Z, CONTROL)

    assert screen.grid.typing is None
    qtbot.keyClick(screen.view, Qt.Key.Key_Left)
    assert screen.grid.column == column - 1
