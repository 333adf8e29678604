"""Every list of a screen is printed as it is seen: looked at first, then printed or kept."""

from __future__ import annotations

import io
from importlib import import_module

import pytest
import shiboken6
from PySide6.QtCore import Qt

from desktop.parts.columns import text_column
from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.table import Table
from desktop.session.printout import Printout
from desktop.session.screen import Screen
from desktop.session.seen_dialog import SeenDialog
from reports.words.voice import Voice
from tests.desktop.opened import press

pypdfium2 = import_module("pypdfium2")  # it has no types to check
ENGLISH = Voice("en")


@pytest.fixture
def table(qtbot, opened):
    screen = Screen(opened.session, ENGLISH, opened.asks, opened.opens)
    made = Table(lambda _voice: [text_column("Name", str)], ENGLISH, name=lambda _voice: "Zones")
    made.set_rows(["Lower", "Upper", "Other"])
    screen.body.addWidget(made)
    qtbot.addWidget(screen)
    screen.show()
    made.find_line.setText("er")  # what is found is what is seen
    return made


def text_of(pdf):
    paper = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "".join(paper[at].get_textpage().get_text_range() for at in range(len(paper)))


def test_a_list_comes_as_the_page_that_is_printed(table, opened):
    table.model.find("ow")
    opened.fills(lambda _dialog: None)
    press(table.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    [dialog] = opened.dialogs
    assert isinstance(dialog, SeenDialog)
    words = text_of(dialog.view.pdf)
    assert "Zones" in words
    assert "Lower" in words
    assert "Upper" not in words


def test_it_is_kept_as_a_file_and_a_printer_that_fails_is_said(qtbot, table, opened, tmp_path):
    opened.fills(lambda _dialog: None)
    table.print_asked.emit(table.seen())
    pdf = opened.dialogs[0].view.pdf

    def fails(_pdf, _job, _work):
        return Printout(0, PrintingFailed("Epson", 0))

    asks = ScriptedAsk(ENGLISH, [tmp_path / "list.pdf", tmp_path / "none" / "list.pdf"])
    job = PrintJob("Epson", (1,))
    dialog = SeenDialog(
        pdf,
        ENGLISH,
        asks,
        title="Zones",
        job=lambda *_args: job,
        works=opened.session,
        sends=fails,
    )
    qtbot.addWidget(dialog)
    dialog.print_list()
    assert "Epson" in dialog.note.text()
    assert dialog.view.print_button.isEnabled()
    assert not dialog.progress.isVisible()
    dialog.save()
    assert (tmp_path / "list.pdf").read_bytes() == pdf
    assert "Saved" in dialog.note.text()
    dialog.save()
    assert "Saved" not in dialog.note.text()


class Slow:
    """A printer that is not through before somebody says so."""

    def __init__(self):
        self.stopped = False
        self.ends = []

    def work(self, _call, *, then, **_):
        self.ends.append(lambda: then(Printout(1)))
        return self

    def cancel(self):
        self.stopped = True


def test_whoever_leaves_the_page_stops_its_printing_and_hears_no_more(table, opened, monkeypatch):
    opened.fills(lambda _dialog: None)
    table.print_asked.emit(table.seen())
    slow, job = Slow(), PrintJob("Epson", (1,))
    monkeypatch.setattr(opened.session, "work", slow.work)
    dialog = SeenDialog(
        opened.dialogs[0].view.pdf,
        ENGLISH,
        opened.asks,
        title="Zones",
        job=lambda *_args: job,
        works=opened.session,
    )
    dialog.show()
    dialog.print_list()
    assert dialog.progress.isVisible()
    assert not dialog.view.print_button.isEnabled()

    dialog.close_button.click()
    shiboken6.delete(dialog)
    slow.ends[0]()

    assert slow.stopped
