"""Asks where to print, which pages and how often; the answer is a job.

Use:
    job = PrintDialog.ask(pdf_view.count, voice, window)      # None when nobody wants to print
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

from desktop.parts.dialog import Dialog
from desktop.parts.form import Form
from desktop.parts.print_job import MOST_COPIES, PrintJob, WrongPages, read_pages
from desktop.parts.printing import printers
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Label, Says, verbatim
from reports.words.voice import Voice


class PagesField(TextField):
    """Pages as people type them; empty for all."""

    def __init__(self, voice: Voice, count: int) -> None:
        super().__init__(voice)
        self._count = count
        self.hint(lambda voice: voice.tr("Empty for all pages, or such as 1,3,5-7"))

    def pages(self) -> tuple[int, ...]:
        read = read_pages(self.edit.text(), self._count)
        return () if isinstance(read, WrongPages) else read

    @override
    def trouble(self) -> Says | None:
        read = read_pages(self.edit.text(), self._count)
        return read.sentence if isinstance(read, WrongPages) else None


class PrintDialog(Dialog):
    """One printer, the pages, the copies."""

    def __init__(
        self, count: int, voice: Voice, parent: QWidget | None = None, *, names: Sequence[str]
    ) -> None:
        super().__init__(lambda voice: voice.tr("Print"), voice, parent)
        self.form = Form(voice)
        self.printer = self.form.add(
            lambda voice: voice.tr("Printer"),
            PickField(voice, [(name, verbatim(name)) for name in names]),
        )
        self.pages = self.form.add(lambda voice: voice.tr("Pages"), PagesField(voice, count))
        self.copies = self.form.add(lambda voice: voice.tr("Number of copies"), QSpinBox())
        self.copies.setRange(1, MOST_COPIES)
        self.print_button = Button(lambda voice: voice.tr("Print"), voice, main=True)
        self.print_button.setEnabled(bool(names))
        self.print_button.clicked.connect(self._print)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self.cancel_button.clicked.connect(self.reject)
        if not names:
            self.body.addWidget(Label(_no_printer, voice))
        self.body.addWidget(self.form)
        self.add_buttons(self.print_button, self.cancel_button)

    def job(self) -> PrintJob | None:
        """What was asked for; None while it is not clear."""
        pages, printer = self.pages.pages(), self.printer.picked()
        if not pages or not isinstance(printer, str):
            return None
        return PrintJob(printer, pages, self.copies.value())

    @classmethod
    def ask(cls, count: int, voice: Voice, parent: QWidget | None = None) -> PrintJob | None:
        dialog = cls(count, voice, parent, names=printers())
        return dialog.job() if dialog.exec() else None

    def _print(self) -> None:
        if self.form.is_ready():
            self.accept()


def _no_printer(voice: Voice) -> str:
    return voice.tr(
        "This computer knows no printer. Connect one, or save the paper as a file and print it "
        "elsewhere."
    )
