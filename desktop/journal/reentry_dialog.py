"""After a restoration: which receipts of the stubs are still to be entered, and their old codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says
from desktop.session.asked import AskedDialog, picks, words
from desktop.session.command_dialog import CommandDialog
from desktop.session.screen import Opens
from desktop.session.session import Session
from ledger.queries.reentry import Reentries, Reentry, reentry
from ledger.usecases.reentering import KeepOldCode
from reports.words.voice import Voice

_LETTERS = 80


@dataclass(frozen=True, slots=True)
class StubRow:
    """One receipt of the stubs, or all that are missing yet; ``code`` stands on the old paper."""

    first: str
    last: str
    entered: bool
    code: str = ""


def stub_rows(found: Reentries) -> tuple[StubRow, ...]:
    """What is missing stands first, then what was entered again in the order of the numbers."""
    missing = tuple(
        StubRow(one.following, one.last, entered=False) for one in found.rows if one.missing
    )
    return missing + tuple(
        StubRow(row.receipt, row.receipt, entered=True, code=row.code)
        for one in found.rows
        for row in one.rows
    )


def stub_columns(voice: Voice) -> Sequence[ColumnSpec[StubRow]]:
    return (
        text_column(voice.tr("Receipt"), lambda row: _range(row, voice)),
        text_column(
            voice.tr("State"),
            lambda row: voice.tr("entered again") if row.entered else voice.tr("still missing"),
        ),
        text_column(
            voice.tr("Code on the old paper"),
            lambda row: row.code if row.code or not row.entered else voice.tr("not typed yet"),
            stretch=True,
        ),
    )


class ReentryDialog(Dialog):
    """The guided list; ``wish`` is the area where the next receipt is entered, empty for none."""

    def __init__(self, session: Session, voice: Voice, opens: Opens) -> None:
        super().__init__(reentry_title, voice)
        self._session, self._opens = session, opens
        self._found = session.ask(reentry)
        self.wish = ""
        self.next = Label(self._next_text, voice, heading=True)
        self.table = Table(
            stub_columns,
            voice,
            name=lambda voice: voice.tr("Receipts of the stubs"),
            identity=lambda row: row.first,
        ).without_find()
        self.table.say_when_empty(lambda voice: voice.tr("No stub was ahead of the book."))
        self.collection = Button(lambda voice: voice.tr("Enter at Collection"), voice)
        self.members = Button(lambda voice: voice.tr("Enter at a member"), voice)
        self.code = Button(lambda voice: voice.tr("Type an old code"), voice)
        self.close_button = Button(lambda voice: voice.tr("Close"), voice)
        self.body.addWidget(self.next)
        self.body.addWidget(Label(_explained, voice))
        self.body.addWidget(self.table, 1)
        self.add_buttons(self.collection, self.members, self.code, self.close_button)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.collection.clicked.connect(lambda: self._go("collection"))
        self.members.clicked.connect(lambda: self._go("members"))
        self.code.clicked.connect(self._type_code)
        self.close_button.clicked.connect(self.reject)
        self._draw()

    def _draw(self) -> None:
        self._found = self._session.ask(reentry)
        self.table.set_rows(stub_rows(self._found))
        self.next.say(self._next_text)
        waits = bool(self._found.missing)
        self.collection.setEnabled(waits)
        self.members.setEnabled(waits)
        self.code.setEnabled(bool(_without_code(self._found)))

    def _next_text(self, voice: Voice) -> str:
        open_one = _open(self._found)
        if open_one is None:
            return voice.tr("Every receipt of the stubs is in the book.")
        return voice.tr(
            "Next stub to enter: {receipt}. {count} are still missing, up to {last}."
        ).format(
            receipt=voice.digits(open_one.following),
            count=voice.number(self._found.missing),
            last=voice.digits(open_one.last),
        )

    def _go(self, area: str) -> None:
        self.wish = area
        self.accept()

    def _type_code(self) -> None:
        if self._opens(code_form(self._session, self.voice, self.table.current())):
            self._draw()


def code_form(session: Session, voice: Voice, chosen: StubRow | None = None) -> CommandDialog:
    """The code of an old receipt, kept as evidence beside the one that was entered again."""
    waiting = _without_code(session.ask(reentry))
    start = chosen.first if chosen is not None and chosen.first in waiting else None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Code on an old receipt"),
        verb=lambda voice: voice.tr("Keep the code"),
        asks=(
            picks(
                "receipt",
                lambda voice: voice.tr("Receipt"),
                [(one, _said(one)) for one in waiting],
                start=start or (waiting[0] if waiting else None),
            ),
            words("code", lambda voice: voice.tr("Code on the old paper"), code=True),
        ),
        makes=KeepOldCode,
    )


def reentry_title(voice: Voice) -> str:
    return voice.tr("Enter again from paper")


def _open(found: Reentries) -> Reentry | None:
    return next((one for one in found.rows if one.missing), None)


def _without_code(found: Reentries) -> tuple[str, ...]:
    return tuple(row.receipt for one in found.rows for row in one.rows if not row.code)


def _range(row: StubRow, voice: Voice) -> str:
    if row.first == row.last:
        return voice.digits(row.first)
    return voice.tr("{first} to {last}").format(
        first=voice.digits(row.first), last=voice.digits(row.last)
    )


def _said(receipt: str) -> Says:
    return lambda voice: voice.digits(receipt)


def _explained(voice: Voice) -> str:
    return voice.tr(
        "The book goes on from a copy, and these receipts were given out after it. Enter them in "
        "the order of the stubs, each on the day that stands on it: the numbers come by "
        "themselves. Then type the code of the old paper, so that both belong together."
    )
