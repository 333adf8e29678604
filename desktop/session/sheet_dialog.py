"""Handing over the recovery sheet of a new book: it is printed or saved before anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.parts.ask import Asks, FileKind
from desktop.parts.dialog import Dialog
from desktop.parts.field import Note, Remark
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed, print_pdf
from desktop.parts.words import Button, Label, Says
from reports.words.voice import Voice

PDF = FileKind(lambda voice: voice.tr("PDF file"), ("pdf",))
AsksForJob = Callable[[int, Voice, QWidget | None], PrintJob | None]


class SheetDialog(Dialog):
    """Done only when the sheet was printed or saved; ``makes`` gives its PDF in a language.

    ``made`` says whether it was: who leaves without it has a book that a forgotten passphrase
    loses, and the caller says so to the book.
    """

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        voice: Voice,
        ask: Asks,
        *,
        makes: Callable[[Voice], bytes],
        folder: Path,
        job: AsksForJob = PrintDialog.ask,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda voice: voice.tr("Recovery sheet"), voice, parent)
        self._asks, self._makes, self._folder, self._job = ask, makes, folder, job
        self.made = False
        self.note = Note(voice)
        self.print_button = Button(lambda voice: voice.tr("Print the sheet"), voice, main=True)
        self.save_button = Button(lambda voice: voice.tr("Save as PDF"), voice)
        self.done_button = Button(lambda voice: voice.tr("Go on"), voice)
        self.done_button.setEnabled(False)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.note)
        self.add_buttons(self.print_button, self.save_button, self.done_button)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save)
        self.done_button.clicked.connect(self.accept)

    def print_sheet(self) -> None:
        """Send the sheet to a printer that is chosen."""
        job = self._job(1, self.voice, self)
        if job is None:
            return
        try:
            print_pdf(self._makes(self.voice), job)
        except PrintingFailed as failed:
            self.note.remark(Remark("problem", failed.sentence))
        else:
            self._done(_printed)

    def save(self) -> None:
        """Write the sheet as a file, to be printed elsewhere and deleted then."""
        path = self._asks.save_file(
            lambda voice: voice.tr("Recovery sheet"), PDF, self._folder / "recovery-sheet.pdf"
        )
        if path is None:
            return
        try:
            path.touch(mode=0o600)
            path.write_bytes(self._makes(self.voice))
        except OSError:
            self.note.remark(Remark("problem", _not_saved))
        else:
            self._done(_saved)

    def _done(self, says: Says) -> None:
        self.made = True
        self.note.remark(Remark("hint", says))
        self.done_button.setEnabled(True)
        self.done_button.setFocus()


def _explained(voice: Voice) -> str:
    return voice.tr(
        "If all passphrases are forgotten, only this sheet opens the book. Print it twice, seal "
        "each in an envelope, and keep them in two houses. It is not kept in the book."
    )


def _printed(voice: Voice) -> str:
    return voice.tr("The sheet was printed. Look whether every group can be read.")


def _saved(voice: Voice) -> str:
    return voice.tr("The sheet was saved. Print it, then delete the file.")


def _not_saved(voice: Voice) -> str:
    return voice.tr("The file cannot be written there. Choose another folder.")
