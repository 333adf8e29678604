"""A book made again from a copy: the folder, what its copies hold, and what paper still knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, day_column, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.secret_fields import PassphraseField
from desktop.parts.table import Table
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, Says, nothing, verbatim
from desktop.shell.choices import CopyRow, RestoreCopy
from desktop.shell.founding import ENDING, with_ending
from desktop.shell.founding_dialog import BOOK_FILE
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import PassphraseMissing
from reports.words.refused import sentence
from reports.words.voice import Voice

# The copies in a folder for whoever has this passphrase, and how many files are none.
Looks = Callable[[Path, str], tuple[Sequence[CopyRow], int]]

_LETTERS = 90  # so wide that the copies are seen whole


def copy_columns(voice: Voice) -> Sequence[ColumnSpec[CopyRow]]:
    return (
        text_column(
            voice.tr("Cooperative"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        day_column(voice.tr("Last entry"), lambda row: row.on, voice),
        text_column(voice.tr("Last receipt"), lambda row: voice.digits(row.last_receipt)),
        text_column(voice.tr("File"), lambda row: row.file),
    )


class RestoreDialog(Dialog):
    """``wish`` is the copy that shall become the book, None while none was chosen."""

    def __init__(
        self, voice: Voice, ask: Asks, *, looks: Looks, start: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda voice: voice.tr("Restore from a copy"), voice, parent)
        self.wish: RestoreCopy | None = None
        self._asks = ask
        self._looks = looks
        self._start = start
        self._folder: Path | None = None
        self.form = Form(voice)
        self.passphrase = self.form.add(
            lambda voice: voice.tr("Passphrase"), PassphraseField(voice), optional=True
        )
        self.passphrase.hint(
            lambda voice: voice.tr(
                "Only where the book is encrypted; the code of the recovery sheet opens it as well"
            )
        )
        self.choose_folder = Button(lambda voice: voice.tr("Folder with the copies"), voice)
        self.place = Label(nothing, voice)
        self.copies = Table(
            copy_columns,
            voice,
            name=lambda voice: voice.tr("Copies in this folder"),
            identity=lambda row: row.file,
        ).without_find()
        self.copies.say_when_empty(lambda voice: voice.tr("Choose the folder with the copies."))
        self.after = Form(voice)
        self.stub = self.after.add(
            lambda voice: voice.tr("Last number in the receipt book"),
            TextField(voice),
            optional=True,
        )
        self.stub.hint(
            lambda voice: voice.tr("What was received after the copy has to be entered from paper")
        )
        self.reason = self.after.add(
            lambda voice: voice.tr("Why it has to be restored"), TextField(voice)
        )
        self.trouble = Note(voice)
        self.restore_button = Button(lambda voice: voice.tr("Restore"), voice, main=True)
        self.cancel_button = Button(lambda voice: voice.tr("Cancel"), voice)
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.restore_button.clicked.connect(self._restore)
        self.cancel_button.clicked.connect(self.reject)

    def look_into(self, folder: Path) -> None:
        """Show what the copies of a folder hold."""
        self.trouble.remark(SILENT)
        self._folder = folder
        self.place.say(verbatim(str(folder)))
        try:
            rows, spoilt = self._looks(folder, self.passphrase.words())
        except PassphraseMissing:
            self._say(
                lambda voice: voice.tr(
                    "These copies are encrypted. Type the passphrase, then choose the folder again."
                )
            )
            return
        except Refusal as refusal:
            refused = refusal
            self._say(lambda voice: sentence(refused, voice))
            return
        self.copies.set_rows(rows)
        if rows:
            self.copies.choose(rows[0].file)
        if spoilt:
            self._say(_spoilt(spoilt))
        elif not rows:
            self._say(
                lambda voice: voice.tr("There is no copy in this folder. Choose another one.")
            )

    def _choose_folder(self) -> None:
        folder = self._asks.folder(
            lambda voice: voice.tr("Folder with the copies"), self._folder or self._start
        )
        if folder is not None:
            self.look_into(folder)

    def _restore(self) -> None:
        row = self.copies.current()
        if row is None or self._folder is None:
            self._say(lambda voice: voice.tr("Choose the folder with the copies."))
            return
        if not self.after.is_ready():
            return
        path = self._asks.save_file(
            lambda voice: voice.tr("Where the book shall lie"),
            BOOK_FILE,
            self._start / f"{Path(row.file).stem}{ENDING}",
        )
        if path is not None:
            self.wish = RestoreCopy(
                folder=self._folder,
                file=row.file,
                path=with_ending(path),
                reason=self.reason.words(),
                stub=self.stub.words(),
                passphrase=self.passphrase.words(),
            )
            self.accept()

    def _say(self, says: Says) -> None:
        self.trouble.remark(Remark("problem", says))

    def _lay_out(self) -> None:
        self.body.addWidget(Label(_what, self.voice))
        self.body.addWidget(self.form)
        self.body.addWidget(self.choose_folder)
        self.body.addWidget(self.place)
        self.body.addWidget(self.copies, 1)
        self.body.addWidget(self.after)
        self.body.addWidget(self.trouble)
        self.add_buttons(self.restore_button, self.cancel_button)


def _what(voice: Voice) -> str:
    return voice.tr(
        "A copy becomes a new book; the copies stay as they are. It is checked whole before it "
        "opens, and the book notes that it was restored."
    )


def _spoilt(count: int) -> Says:
    return lambda voice: voice.tr_n(
        "{count} file here is damaged, encrypted with another passphrase, or no copy.",
        "{count} files here are damaged, encrypted with another passphrase, or no copies.",
        count,
    ).format(count=voice.number(count))
