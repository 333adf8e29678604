"""Reports on the screen: the PDF that will be printed, copies counted, files written."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desktop.papers import screen as papers_screen
from desktop.papers.screen import PapersScreen
from desktop.papers.state import PARAMS, UNPRINTED
from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed
from desktop.session import printout
from desktop.session.printout import Printout
from desktop.tasks import Cancelled
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.queries.papers import receipts
from ledger.usecases.members import ChangeMember
from ledger.usecases.visiting import Deposit
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import TODAY

pypdfium2 = import_module("pypdfium2")  # it has no types to check

RECEIPT = ("receipt", "R2569/000001")
COPIES = ("สำเนา 1", "สำเนา 2", "สำเนา 3")


class Printer:
    """Stands for a printer: keeps what it was given, or fails."""

    def __init__(self, failed=None):
        self.pdfs = []
        self.jobs = []
        self.failed = failed

    def __call__(self, pdf, job, _work):
        self.pdfs.append(pdf)
        self.jobs.append(job)
        return Printout(self.failed.pages if self.failed else len(job.pages), self.failed)


@pytest.fixture
def printer(monkeypatch):
    made = Printer()
    monkeypatch.setattr(papers_screen, "printed", made)
    return made


# What a test says in words is read from a screen in each language; the rest from a Thai one.
spoken = pytest.mark.parametrize("screen", ["en", "th"], indirect=True)


@pytest.fixture
def screen(request, qtbot, opened):
    made = PapersScreen(
        opened.session,
        Voice(getattr(request, "param", "th")),
        opened.asks,
        opened.opens,
        asks_for_job=lambda count, _voice, _window: PrintJob("p", tuple(range(1, count + 1))),
    )
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def text_of(pdf):
    return "\n".join(pages_of(pdf))


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return pages


def prints(opened):
    return {row.receipt: row.prints for row in opened.session.ask(receipts).rows}


def test_every_paper_stands_in_the_list_in_its_order(screen):
    assert [line.name for line in screen.table.model.shown] == list(PARAMS)


def test_enter_opens_a_paper_and_shows_it_at_once(screen):
    screen.table.choose("trial-balance")
    press(screen, Qt.Key.Key_Return)

    assert screen.page.name == "trial-balance"
    assert screen.page.view.count == 1
    assert "11010" in text_of(screen.page.view.pdf)


def test_escape_goes_back_to_the_list(screen):
    screen.open_at("trial-balance")
    press(screen, Qt.Key.Key_Escape)

    assert screen.stack.currentIndex() == 0
    assert screen.table.current().name == "trial-balance"


# The book of the screens has no voucher, bank, loan, project, import or welfare fund; those papers
# have books of their own.
NOT_THERE = {
    "card",
    "fund",
    "carrying",
    "claim",
    "round",
    "grant",
    "lease",
    "policy",
    "project",
    "year",
}
WELFARE = {"welfare-report", "welfare-status"}
ELSEWHERE = {"voucher", "bank-reconciliation", "reminder-letter", "filled-sheet", *WELFARE} | {
    name for name, params in PARAMS.items() if NOT_THERE & {one.name for one in params}
}


# Every paper from a screen in one of the languages; what it says in each is read elsewhere.
SHOWN = [
    (("en", "th")[at % 2], name)
    for at, name in enumerate(name for name in PARAMS if name not in ELSEWHERE)
]


@pytest.mark.parametrize(("screen", "name"), SHOWN, indirect=["screen"])
def test_every_paper_can_be_shown(screen, name):
    known = {
        "receipt": {"receipt": "R2569/000001"},
        "journal-voucher": {"entry": 1},
        "member-statement": {"member": "0001"},
        "account-card": {"account": "11010"},
        "dues-slip": {"member": "0001"},
        "member-card": {"member": "0001"},
        "lines-to-copy": {"member": "0001"},
        "passbook": {"card": 2},
        "balance-confirmation": {"member": "0001"},
        "share-certificate": {"member": "0001"},
        "settlement-sheet": {"member": "0001"},
        "personal-data": {"member": "0001"},
        "consent-form": {"member": "0001"},
        "welfare-card": {"member": "0001"},
    }
    screen.open_paper(name, known.get(name, {}))

    assert screen.page.view.count >= 1
    assert screen.page.trouble.text() == ""


def test_the_language_of_the_paper_is_not_that_of_the_screen(screen):
    screen.open_at("trial-balance")
    screen.page.language.pick("both")
    screen.page.ask_for_it()

    text = text_of(screen.page.view.pdf)
    assert "งบทดลอง / Trial balance" in text


def test_enter_in_a_field_asks_for_the_paper_again(screen):
    screen.open_at("trial-balance")
    day = screen.page.form.field("at")
    day.edit.selectAll()
    type_into(day.edit, "28/2/2569")
    press(day.edit, Qt.Key.Key_Return)

    assert "28" in text_of(screen.page.view.pdf)


@spoken
def test_a_paper_without_its_number_says_which_field_is_missing(screen):
    screen.open_paper("receipt", {})
    assert not screen.page.view.isVisible()

    screen.page.show_button.click()

    assert screen.page.form.field("receipt").note.text() != ""


@spoken
def test_a_receipt_that_is_not_there_is_refused_in_words(screen):
    screen.open_at(("receipt", "R2569/009999"))

    assert "R2569/009999" in screen.page.trouble.text()
    assert not screen.page.view.isVisible()


@spoken
def test_the_first_print_is_the_original_and_the_second_is_marked_as_a_copy(
    screen, opened, printer
):
    screen.open_at(RECEIPT)
    screen.page.view.print_button.click()
    screen.page.view.print_button.click()

    first, second = (text_of(pdf) for pdf in printer.pdfs)
    assert prints(opened)["R2569/000001"] == 2
    assert "สำเนา" not in first
    assert "สำเนา" in second or "COPY" in second.upper()


def test_of_two_receipts_in_one_job_the_second_is_a_copy_and_counted(screen, opened, printer):
    screen._asks_for_job = lambda *_: PrintJob("p", (1,), copies=2)
    screen.open_at(RECEIPT)
    screen.page.view.print_button.click()
    screen.page.view.print_button.click()

    said = [[word in page for word in COPIES] for pdf in printer.pdfs for page in pages_of(pdf)]
    assert said == [[False] * 3, [True, False, False], [False, True, False], [False, False, True]]
    assert printer.jobs == [PrintJob("p", (1, 2))] * 2
    assert prints(opened)["R2569/000001"] == 4
    # What is seen is one of them: pages are chosen from it.
    assert screen.page.view.count == 1


def test_of_receipts_on_shared_sheets_the_chosen_pages_come_again_as_copies(
    screen, opened, printer
):
    for amount in (70, 80):
        opened.session.run(Deposit(card=2, amount=baht(amount), on=TODAY))
    screen._asks_for_job = lambda *_: PrintJob("p", (2,), copies=2)
    screen.open_at("receipts")
    screen.page.sheet.pick("two-on-a4")
    screen.page.ask_for_it()
    screen.page.view.print_button.click()

    # Two sheets hold three receipts, of which the last stands alone on the second.
    assert printer.jobs == [PrintJob("p", (2, 4))]
    assert [COPIES[0] in page for page in pages_of(printer.pdfs[0])] == [False, False, True, True]
    assert [prints(opened)[f"R2569/00000{nth}"] for nth in (2, 3, 4)] == [0, 0, 2]


def test_a_national_number_stands_in_full_only_where_that_was_picked(screen, opened):
    person = Person(given="มาลี", national_id="1101700230708")
    opened.session.run(ChangeMember(member="0001", person=person))
    screen.open_paper("member-card", {"member": "0001"})
    masked = text_of(screen.page.view.pdf)
    screen.page.form.field("full_id").edit.setCurrentIndex(1)
    screen.page.ask_for_it()

    assert ("x-xxxx-xxxxx-70-8" in masked, "1-1017-00230-70-8" in masked) == (True, False)
    assert "1-1017-00230-70-8" in text_of(screen.page.view.pdf)


def test_who_was_not_paid_yet_can_be_listed_alone(screen):
    screen.open_paper("dividend-register", {"year": 2026})
    form = screen.page.form
    assert form.values() == {"year": 2026, "unpaid_only": False}

    form.field("unpaid_only").edit.setCurrentIndex(1)
    assert form.values() == {"year": 2026, "unpaid_only": True}


def test_looking_at_a_receipt_counts_nothing(screen, opened):
    screen.open_at(RECEIPT)

    assert prints(opened)["R2569/000001"] == 0


def test_receipts_that_were_not_printed_go_out_in_one_job(screen, opened, printer):
    screen.open_at("receipts")
    assert screen.page.name == UNPRINTED
    screen.page.view.print_button.click()

    assert len(printer.pdfs) == 1
    assert prints(opened)["R2569/000002"] == 1
    screen.page.ask_for_it()
    assert screen.page.trouble.text() != ""


def test_leaving_the_print_dialog_prints_and_counts_nothing(screen, opened, printer):
    screen._asks_for_job = lambda *_: None
    screen.open_at(RECEIPT)
    screen.page.view.print_button.click()

    assert printer.pdfs == []
    assert prints(opened)["R2569/000001"] == 0


def test_a_printer_that_fails_is_named_with_the_page_to_go_on_from(screen, opened, printer):
    printer.failed = PrintingFailed("HP LaserJet", 0)
    screen.open_at("trial-balance")
    screen.page.view.print_button.click()

    assert "HP LaserJet" in opened.asks.told[0]


def test_only_receipts_that_the_printer_took_are_counted(screen, opened, printer):
    opened.session.run(Deposit(card=2, amount=baht(70), on=TODAY))

    def of_this_month():
        counted = prints(opened)
        return counted["R2569/000002"], counted["R2569/000003"]

    printer.failed = PrintingFailed("HP LaserJet", 1)
    screen.open_at("receipts")
    screen.page.view.print_button.click()
    assert of_this_month() == (1, 0)

    printer.failed = PrintingFailed("HP LaserJet", 0)
    screen.page.ask_for_it()
    screen.page.view.print_button.click()
    assert of_this_month() == (1, 0)

    printer.failed = None
    screen.page.view.print_button.click()
    assert of_this_month() == (1, 1)
    assert "สำเนา" not in "".join(text_of(pdf) for pdf in printer.pdfs)


@spoken
def test_pages_that_went_out_before_somebody_stopped_the_printing_are_counted(
    screen, opened, monkeypatch
):
    opened.session.run(Deposit(card=2, amount=baht(70), on=TODAY))

    def prints_one_and_is_stopped(_pdf, job, *, step):
        step(0, len(job.pages))
        step(1, len(job.pages))
        raise Cancelled

    monkeypatch.setattr(printout, "print_pdf", prints_one_and_is_stopped)
    screen.open_at("receipts")
    screen.page.view.print_button.click()

    counted = prints(opened)
    assert (counted["R2569/000002"], counted["R2569/000003"]) == (1, 0)
    assert "1" in opened.asks.told[-1]


def test_the_keyboard_goes_to_the_first_field_where_another_paper_was_shown_before(screen):
    screen.open_at("trial-balance")
    assert screen.page.view.isVisible()

    screen.open_at("member-statement")

    assert screen.page.form.fields[0].edit.hasFocus()


def test_a_paper_is_saved_as_pdf_spreadsheet_and_text(screen, opened, tmp_path):
    files = [tmp_path / "a.pdf", tmp_path / "a.xlsx", tmp_path / "a.txt"]
    opened.asks._answers = list(files)
    screen.open_at("trial-balance")
    screen.page.view.save_button.click()
    screen.page.save_sheet.click()
    screen.page.save_text.click()

    assert "11010" in text_of(files[0].read_bytes())
    assert load_workbook(files[1]).worksheets
    assert "11010" in files[2].read_text(encoding="utf-8")
    assert len(opened.asks.told) == 3


def test_a_saved_receipt_counts_as_printed(screen, opened, tmp_path):
    opened.asks._answers = [tmp_path / "r.pdf"]
    screen.open_at(RECEIPT)
    screen.page.view.save_button.click()

    assert prints(opened)["R2569/000001"] == 1


@pytest.mark.parametrize("button", ["save_sheet", "save_text"])
def test_a_folder_that_cannot_be_written_is_said_beside_the_paper(screen, opened, button):
    ending = {"save_sheet": "xlsx", "save_text": "txt"}[button]
    opened.asks._answers = [Path(f"/proc/nowhere/a.{ending}")]
    screen.open_at("trial-balance")
    getattr(screen.page, button).click()

    assert "/proc/nowhere" in screen.page.trouble.text()


def test_a_receipt_that_could_not_be_saved_is_not_counted(screen, opened):
    opened.asks._answers = [Path(f"/proc/nowhere/r.{ending}") for ending in ("pdf", "xlsx", "txt")]
    screen.open_at(RECEIPT)
    for button in (screen.page.view.save_button, screen.page.save_sheet, screen.page.save_text):
        button.click()
        assert "/proc/nowhere" in screen.page.trouble.text()
        screen.page.ask_for_it()

    assert prints(opened)["R2569/000001"] == 0


@spoken
def test_tab_reaches_the_fields_of_a_paper_where_they_stand(screen):
    screen.open_at("trial-balance")
    screen.page.back.setFocus()
    press(screen, Qt.Key.Key_Tab)

    assert screen.focusWidget() is screen.page.form.field("at").edit
