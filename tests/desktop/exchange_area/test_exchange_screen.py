"""Import and export on the screen: look, compare, import, take back, and everything out."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.exchange_area.screen import ExchangeScreen
from desktop.exchange_area.state import FORMATS
from desktop.session import Place
from desktop.session.whole import whole_book
from ledger.exchange import apart
from ledger.exchange.formats import FILES
from ledger.exchange.opening_sheets import tab_of
from ledger.exchange.whole_book import BROUGHT_FORWARD
from ledger.queries.members import members
from ledger.queries.opening_proof import carryings
from reports.words.voice import Voice
from tests.desktop.opened import press
from tests.desktop.stopping import stopped_at

pypdfium2 = import_module("pypdfium2")  # it has no types to check


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    monkeypatch.setattr(apart, "_READ", apart.rows_here)


@pytest.fixture
def screen(qtbot, opened):
    made = ExchangeScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


@pytest.fixture
def workbook(screen, opened, tmp_path):
    """The workbook as the screen makes it, with one member more and what her savings hold."""
    path = tmp_path / "ยกยอด.xlsx"
    opened.asks._answers.append(path)
    screen.blank.click()
    fill(path, 1250.5)
    return path


def fill(path, paper):
    book = load_workbook(path)
    book[tab_of("settings")]["A2"] = "31/01/2569"
    if book[tab_of("members")].max_row == 1:
        book[tab_of("members")].append(("0900", "นาง", "ยกมา", "", "", "22/11/2560"))
        book[tab_of("savings")].append(("0900", "SAVINGS", "1,250.50"))
    sheet = book[tab_of("accounts")]
    codes = [row[0].value for row in sheet.iter_rows()]
    sheet.cell(codes.index("21010") + 1, 4).value = paper
    sheet.cell(codes.index("33010") + 1, 3).value = paper
    book.save(path)


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def choose(screen, opened, path):
    opened.asks._answers.append(path)
    screen.take_keyboard()
    press(screen.choose, Qt.Key.Key_Space)


def test_a_workbook_is_looked_at_imported_and_taken_back_by_keyboard(screen, opened, workbook):
    before = len(opened.session.ask(members).rows)
    choose(screen, opened, workbook)
    assert "can be taken over: 1 members, 1 cards" in screen.facts.text()
    assert screen.footings.seen().rows[0][0] == "21010"
    assert len(opened.session.ask(members).rows) == before
    sheets = []
    opened.fills(lambda dialog: sheets.append(text_of(dialog.view.pdf)))
    press(screen.to_sign, Qt.Key.Key_Space)
    (sheet,) = sheets
    assert "Trial run: nothing is booked yet" in sheet
    assert "Entry" not in sheet
    assert "We compared these totals" in sheet

    opened.asks._answers.append(True)
    press(screen.take_over, Qt.Key.Key_Space)

    assert len(opened.session.ask(members).rows) == before + 1
    (row,) = opened.session.ask(carryings).rows
    assert screen.imports.current().number == row.number
    places = opened.went(screen)
    screen.proof.click()
    assert places == [Place("papers", ("cut-over", 1))]

    opened.asks._answers.append("พิมพ์ผิด")
    press(screen.take_back, Qt.Key.Key_Space)
    assert len(opened.session.ask(members).rows) == before
    assert not screen.take_back.isEnabled()


def test_an_import_that_is_stopped_while_it_is_rehearsed_leaves_nothing(
    screen, opened, workbook, monkeypatch
):
    choose(screen, opened, workbook)
    before = opened.session.newest_act()

    with stopped_at(opened.session, monkeypatch, step=2):
        opened.asks._answers.append(True)
        press(screen.take_over, Qt.Key.Key_Space)

    assert opened.session.newest_act() == before
    assert "Stopped. Nothing was booked" in screen.facts.text()
    opened.asks._answers.append(True)
    press(screen.take_over, Qt.Key.Key_Space)  # what was chosen stands ready
    assert len(opened.session.ask(carryings).rows) == 1


def test_an_import_that_is_stopped_between_sheets_goes_on_with_the_others(
    screen, opened, workbook, monkeypatch
):
    choose(screen, opened, workbook)
    before, act = len(opened.session.ask(members).rows), opened.session.newest_act()

    opened.asks._answers.append(True)
    first = lambda: opened.session.newest_act() > act  # noqa: E731
    with stopped_at(opened.session, monkeypatch, when=first):
        press(screen.take_over, Qt.Key.Key_Space)

    assert len(opened.session.ask(members).rows) == before + 1
    assert "Stopped. 1 sheet of the workbook stands in the book" in screen.facts.text()
    assert not screen.take_over.isEnabled()
    choose(screen, opened, workbook)
    opened.asks._answers.append(True)
    press(screen.take_over, Qt.Key.Key_Space)
    (row,) = opened.session.ask(carryings).rows
    assert row.members == 1


def test_a_workbook_that_is_stopped_while_it_is_read_changes_nothing_that_is_seen(
    screen, opened, workbook, monkeypatch
):
    with stopped_at(opened.session, monkeypatch):
        choose(screen, opened, workbook)

    assert screen.chosen is None
    assert "Make the workbook" in screen.facts.text()


def test_a_workbook_that_is_in_the_book_already_says_so(screen, opened, workbook):
    choose(screen, opened, workbook)
    opened.asks._answers.append(True)
    press(screen.take_over, Qt.Key.Key_Space)

    screen.tabs.setCurrentIndex(0)
    choose(screen, opened, workbook)

    assert "There is nothing in ยกยอด.xlsx that is not in the book already" in screen.facts.text()
    assert not screen.take_over.isEnabled()


def test_what_does_not_foot_is_listed_and_cannot_be_imported(screen, opened, workbook):
    fill(workbook, 1293.7)

    choose(screen, opened, workbook)

    assert "1 cell has to be corrected" in screen.facts.text()
    (row,) = screen.problems.seen().rows
    assert row[0] == "งบทดลอง accounts"
    assert "43.20" in row[-1]
    assert "Find it on paper first" in screen.said.text()
    assert not screen.take_over.isEnabled()
    sheets = []
    opened.fills(lambda dialog: sheets.append(text_of(dialog.view.pdf)))
    press(screen.to_sign, Qt.Key.Key_Space)
    assert "has to be corrected first" in sheets[0]
    assert "43.20" in sheets[0]


def test_a_file_that_is_no_workbook_is_said_in_a_sentence(screen, opened, tmp_path):
    text = tmp_path / "a.xlsx"
    text.write_text("เลขที่,ชื่อ", encoding="utf-8")
    choose(screen, opened, text)
    assert "is not an Excel workbook" in screen.facts.text()

    choose(screen, opened, tmp_path / "gone.xlsx")
    assert not screen.take_over.isEnabled()


def test_what_the_books_refuse_is_said_before_anybody_imports(screen, opened, workbook):
    book = load_workbook(workbook)
    book[tab_of("accounts")].cell(2, 3).value = 5
    book.save(workbook)

    choose(screen, opened, workbook)

    assert not screen.take_over.isEnabled()
    assert screen.chosen.refusal is not None


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_the_whole_book_goes_out(screen, opened, tmp_path, name):
    assert {one.name for one in FORMATS} == FILES.keys()
    screen.tabs.setCurrentIndex(2)
    screen.out.formats.choose(name)
    opened.asks._answers.append(tmp_path / f"out.{name}")

    press(screen.out.write, Qt.Key.Key_Space)

    assert (tmp_path / f"out.{name}").stat().st_size > 0
    assert f"out.{name}" in opened.asks.told[-1]


def test_a_journal_goes_out_by_fund_and_period(screen, opened, tmp_path):
    page = screen.out
    screen.tabs.setCurrentWidget(page)
    page.formats.choose("xlsx")
    assert not page.form.isEnabled()
    page.formats.choose("csv")
    assert page.form.isEnabled()
    days = [entry.on for entry in whole_book(opened.session).entries()]
    since = min(days) + (max(days) - min(days)) / 2
    page.fund.pick("general")
    page.since.set_day(since)
    opened.asks._answers.append(tmp_path / "part.csv")

    press(page.write, Qt.Key.Key_Space)

    rows = (tmp_path / "part.csv").read_text("utf-8").splitlines()[1:]
    theirs = [row.split(",")[1] for row in rows]
    assert BROUGHT_FORWARD in rows[0]
    assert min(theirs) >= since.isoformat()
    assert theirs.count(since.isoformat()) < len(rows)


def test_a_day_that_is_none_writes_no_file(screen, opened):
    page = screen.out
    page.formats.choose("hledger")
    page.until.edit.setText("31/31/2569")
    page.until.edit.textEdited.emit("31/31/2569")

    page.write.click()

    assert opened.asks.asked == []


def test_every_list_keeps_the_rules_of_models(screen, opened, workbook):
    fill(workbook, 1293.7)
    choose(screen, opened, workbook)
    for table in (screen.problems, screen.footings, screen.imports, screen.out.formats):
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(table.view.model(), mode)


def test_a_folder_that_cannot_be_written_is_said(screen, opened, tmp_path):
    screen.out.formats.choose("csv")
    opened.asks._answers.append(tmp_path / "nowhere" / "out.csv")
    refused: list[Any] = []
    opened.session.refused.connect(refused.append)

    screen.out.write.click()

    assert [one.name for one in refused] == ["FolderUnwritable"]
