"""Everything out: a format is chosen, its journal narrowed to a fund or a period, and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange_area.columns import format_columns
from desktop.exchange_area.state import FORMATS, Format
from desktop.parts.ask import FileKind
from desktop.parts.day_field import DayField
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Says
from desktop.session.packing import has_signing_key
from desktop.session.proving import is_the_user
from desktop.session.screen import Screen, marked
from desktop.session.whole import whole_book
from desktop.tasks import Work
from ledger.domain.refusals import FolderUnwritable
from ledger.exchange.formats import FILES, JOURNALS
from ledger.exchange.signed_file import LISTED, check_signing, sign_file
from ledger.exchange.whole_book import WholeBook
from ledger.queries.fund_position import fund_position
from reports.render.whole_file import whole_file

_EVERY_FUND = ""


class OutPage(QWidget):
    """The formats; fund and days are asked of those that hold the journal alone."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.desk, self.session = screen, screen.session
        voice = screen.voice
        self.write = Button(lambda voice: voice.tr("Write the file"), voice, main=True)
        self.form = Form(voice)
        self.fund = self.form.add(lambda voice: voice.tr("Fund"), PickField(voice, self._funds()))
        self.since = self.form.add(
            lambda voice: voice.tr("From day"), DayField(voice, self.session.today), optional=True
        )
        self.until = self.form.add(
            lambda voice: voice.tr("Up to and including"),
            DayField(voice, self.session.today),
            optional=True,
        )
        self.formats = Table(
            format_columns,
            voice,
            name=lambda voice: voice.tr("Everything out"),
            identity=lambda row: row.name,
        ).without_find()
        self.formats.set_rows(FORMATS)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(ButtonRow((self.write,)))
        rows.addWidget(self.formats, 1)
        rows.addWidget(self.form)
        self.write.clicked.connect(self._write)
        self.formats.activated.connect(self._write)
        self.formats.chosen.connect(self._draw)
        self._draw()

    def freshen(self) -> None:
        """Offer the funds there are now."""
        self.fund.set_options(self._funds())

    def _draw(self, _: object = None) -> None:
        row = self.formats.current()
        self.form.setEnabled(row is not None and row.name in JOURNALS)

    def _funds(self) -> list[tuple[str, Says]]:
        rows = self.session.ask(fund_position, at=self.session.today).funds
        return [
            (_EVERY_FUND, lambda voice: voice.tr("All funds")),
            *((one.fund, _fund(one.name_th, one.name_en)) for one in rows),
        ]

    def _write(self) -> None:
        row = marked(self.formats, self.desk.asks)
        if row is None or (row.name in JOURNALS and not self.form.is_ready()):
            return
        if not is_the_user(self.session, self.desk.asks):
            return
        kind = FileKind(lambda voice: voice.tr(row.title), (row.ending,))
        proposed = self.session.path.with_suffix(f".{row.ending}")
        path = self.desk.asks.save_file(lambda voice: voice.tr("Write the file"), kind, proposed)
        if path is not None:
            whole = self._whole(row)
            signing = self._signing(row.name)
            write_to(
                self.desk,
                path,
                lambda out: FILES[row.name](whole, out),
                before=lambda: check_signing(whole.book, signing),
                after=lambda: row.name in LISTED and sign_file(whole.book, path, row.name, signing),
            )

    def _signing(self, form: str) -> str:
        """The passphrase of the user's key, where a whole book goes out and she has one."""
        if form not in LISTED or not has_signing_key(self.session):
            return ""
        asked = self.desk.asks.line(
            lambda voice: voice.tr("Passphrase of your signing key; without it nobody signs"),
            secret=True,
        )
        return asked or ""

    def _whole(self, row: Format) -> WholeBook:
        whole = whole_book(self.session)
        if row.name not in JOURNALS:
            return whole
        fund = str(self.fund.picked() or "") or None
        return replace(whole, fund=fund, since=self.since.day(), until=self.until.day())


def write_to(
    desk: Screen,
    path: Path,
    write: Callable[[BinaryIO], None],
    *,
    before: Callable[[], object] = lambda: None,
    after: Callable[[], object] = lambda: None,
) -> None:
    """Write a file off the main thread, whole or not at all, and say so."""

    def written(_work: Work) -> None:
        before()
        try:
            with whole_file(path) as out:
                write(out)
            after()
        except OSError as error:
            raise FolderUnwritable(str(path.parent)) from error

    desk.session.work(
        written,
        then=lambda _: desk.asks.tell(
            lambda voice: voice.tr("The file was written: {file}").format(file=path.name)
        ),
        says=lambda voice: voice.tr("Writing the file"),
    )


def _fund(name_th: str, name_en: str) -> Says:
    return lambda voice: voice.name(name_th, name_en)
