"""Papers of many members, other sheets and passbooks, as they are asked for in the window."""

from __future__ import annotations

from importlib import import_module

import pytest
from openpyxl import load_workbook

from desktop.papers import screen as papers_screen
from desktop.papers.screen import PapersScreen
from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed
from desktop.session.printout import Printout
from desktop.tasks import InlineTasks
from ledger.queries import resting
from ledger.queries.papers import receipts
from reports.words.voice import Voice

pypdfium2 = import_module("pypdfium2")  # it has no types to check
MM = 72 / 25.4
PROMISE_CARD = 2
RECEIPT = ("receipt", "R2569/000001")


class Impatient(InlineTasks):
    """Whoever waits leaves after so many steps; None for a patient one."""

    def __init__(self, steps=None):
        self.steps = steps

    def in_background(self, call, *, progress=None, **ends):
        def watched(work):
            tell = work._tell

            def told(done, total):
                tell(done, total)
                if done == self.steps:
                    work.cancel()

            work._tell = told
            return call(work)

        return super().in_background(watched, progress=progress, **ends)


@pytest.fixture
def sent(monkeypatch):
    """What went to the printer; ``sent.failed`` makes it fail."""

    class Sent(list):
        failed = None

        def __call__(self, pdf, job, _work):
            self.append(pdf)
            return Printout(len(job.pages), self.failed)

    made = Sent()
    monkeypatch.setattr(papers_screen, "printed", made)
    return made


@pytest.fixture
def screen(qtbot, opened, sent):
    assert sent == []
    opened.session._tasks = Impatient()
    made = PapersScreen(
        opened.session,
        Voice("th"),
        opened.asks,
        opened.opens,
        asks_for_job=lambda count, _voice, _window: PrintJob("p", tuple(range(1, count + 1))),
    )
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [(page.get_size(), page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return found


def shown(screen):
    return pages(screen.page.view.pdf)


def test_a_paper_for_all_members_is_one_file_in_the_order_of_the_sheet(
    screen, opened, sent, monkeypatch, tmp_path
):
    monkeypatch.setattr("desktop.papers.making.TOGETHER", 2)
    steps: list[tuple[int, int]] = []
    rests: list[object] = []
    opened.session.stepped.connect(lambda done, total: steps.append((done, total)))
    monkeypatch.setattr("desktop.papers.making.let_go", rests.append)
    screen.open_at("member-statement")
    assert not screen.page.view.isVisible()

    screen.page.everybody.click()

    texts = [text for _, text in shown(screen)]
    assert [name in text for text, name in zip(texts, ("สมชาย", "เกษม", "แก้ว"), strict=True)]
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert len(rests) == 1
    screen.page.view.print_button.click()
    assert [len(pages(pdf)) for pdf in sent] == [3]
    # No member stands in the field, so the spreadsheet is that of everybody too.
    opened.asks._answers = [tmp_path / "all.xlsx"]
    screen.page.save_sheet.click()
    cells = {
        cell.value
        for sheet in load_workbook(tmp_path / "all.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
    }
    assert {"0001", "0002", "0003"} <= cells


def test_pages_that_were_read_are_let_go_and_read_again(opened):
    ask = opened.session.ask
    before = ask(receipts).rows

    ask(resting.let_go)

    assert ask(receipts).rows == before


def test_a_batch_that_somebody_leaves_keeps_the_paper_before_it(screen, opened, sent):
    screen.open_paper("member-statement", {"member": "0002"})
    before = screen.page.view.pdf
    opened.session._tasks.steps = 1

    screen.page.everybody.click()

    assert screen.page.view.pdf == before
    opened.session._tasks.steps = None
    screen.page.view.print_button.click()
    assert [len(pages(pdf)) for pdf in sent] == [1]
    assert "เกษม" in pages(sent[0])[0][1]


def test_members_who_would_get_an_empty_paper_get_none_and_where_nobody_does_it_is_said(screen):
    screen.open_at("reminder-letter")
    screen.page.everybody.click()
    letters = len(shown(screen))
    assert 1 <= letters < 3

    screen.open_at("lines-to-copy")
    screen.page.everybody.click()
    screen.page.view.print_button.click()
    screen.open_at("lines-to-copy")
    screen.page.everybody.click()
    assert screen.page.trouble.text() != ""
    assert not screen.page.view.isVisible()


def test_papers_come_on_the_sheet_that_was_chosen(screen):
    """A receipt's own sheet is A5; statements of three members fill two sheets of two."""
    sizes = {"": (148, 210), "a4": (210, 297), "a5": (148, 210), "two-on-a4": (210, 297)}
    screen.open_at(RECEIPT)
    for sheet, size in sizes.items():
        screen.page.sheet.pick(sheet)
        screen.page.ask_for_it()
        (((across, down), text),) = shown(screen)
        assert (across, down) == pytest.approx([side * MM for side in size], abs=1)
        assert "R2569/000001" in text

    screen.page.sheet.pick("roll")
    screen.page.ask_for_it()
    (((across, down), text),) = shown(screen)
    assert across == pytest.approx(80 * MM, abs=1)
    assert down > across
    assert "R2569/000001" in text

    screen.open_at("member-card")
    screen.page.sheet.pick("two-on-a4")
    screen.page.everybody.click()
    first, second = (text for _, text in shown(screen))
    assert ("สมชาย" in first, "เกษม" in first, "แก้ว" in second) == (True, True, True)


def test_a_passbook_remembers_its_lines_once_they_are_printed_and_not_before(screen, sent):
    screen.open_at(("passbook", PROMISE_CARD))
    first = shown(screen)
    assert screen.page.view.count == 1
    sent.failed = PrintingFailed("HP LaserJet", 0)
    screen.page.view.print_button.click()
    screen.open_at(("passbook", PROMISE_CARD))
    assert shown(screen) == first

    sent.failed = None
    screen.page.view.print_button.click()
    screen.open_at(("passbook", PROMISE_CARD))

    assert screen.page.trouble.text() != ""
    assert not screen.page.view.isVisible()


def test_the_calibration_sheet_has_a_mark_for_every_line_of_the_book(screen):
    screen.open_at("passbook-calibration")

    ((size, text),) = shown(screen)
    assert size[0] < 210 * MM
    assert "|2" in text
    assert "-5" in text
    assert text.count("x") >= 20
