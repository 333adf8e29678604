"""Lists of other programs on the screen: chosen, their columns named, looked at, imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange_area.mapped_rows import FileRow
from desktop.exchange_area.mapping_form import mapping_form
from desktop.exchange_area.table_state import (
    Becomes,
    Kind,
    Looked,
    fitting,
    looked_text,
)
from desktop.exchange_area.take_back_form import deeds_of
from desktop.parts.ask import FileKind
from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says, verbatim
from desktop.session.fields import bank_options
from desktop.session.more import MoreButton
from desktop.session.screen import Screen
from desktop.session.whole import whole_book
from desktop.tasks import Work
from ledger.domain.import_maps import ImportMap, TextEncoding
from ledger.domain.refusals import Refusal, WorkbookUnreadable
from ledger.exchange.journal_file import read_journal
from ledger.exchange.mapped_file import headings_of
from ledger.exchange.mapping_reads import mapped_file
from ledger.exchange.member_file import read_members
from ledger.exchange.statement_file import read_statement
from ledger.queries.banks import bank_statement
from ledger.queries.import_maps import import_maps
from ledger.queries.members import Presence, members
from ledger.queries.naming import account_names
from ledger.queries.opening import opening_lists
from reports.words.sentences import sentence
from reports.words.voice import Voice

_FILES = FileKind(lambda voice: voice.tr("Table"), ("csv", "xlsx", "ofx", "txt"))


class TablePage(QWidget):
    """The rows of a file; Enter takes a row that looks known all the same, or leaves it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.desk, self.session = screen, screen.session
        voice = screen.voice
        self.looked: Looked | None = None
        self._path: Path | None = None
        self.form = Form(voice)
        self.becomes = self.form.add(
            lambda voice: voice.tr("The file holds"), PickField(voice, self._kinds())
        )
        self.encoding = self.form.add(
            lambda voice: voice.tr("Letters of the file"),
            PickField(
                voice,
                (
                    (TextEncoding.UTF_8, verbatim("UTF-8")),
                    (TextEncoding.WINDOWS_874, verbatim("Windows-874 (TIS-620)")),
                ),
            ),
        )
        self.choose = Button(lambda voice: voice.tr("Choose the file"), voice)
        self.columns = Button(lambda voice: voice.tr("Columns of the file"), voice)
        self.turn = Button(lambda voice: voice.tr("Take or leave the row"), voice)
        self.take = Button(lambda voice: voice.tr("Import the rows"), voice)
        self.more = MoreButton(voice, deeds_of(screen), screen)
        self.facts = Label(lambda voice: looked_text(self.looked, voice), voice)
        self.table = Table(
            row_columns,
            voice,
            name=lambda voice: voice.tr("Rows of the file"),
            identity=lambda row: (row.row, row.what),
        ).without_find()
        self.table.say_when_empty(lambda voice: voice.tr("No file was read yet."))
        rows = QVBoxLayout(self)
        rows.addWidget(self.form)
        rows.addWidget(ButtonRow((self.choose, self.columns, self.turn, self.take, self.more)))
        rows.addWidget(self.facts)
        rows.addWidget(self.table, 1)
        self.choose.clicked.connect(self._choose)
        self.columns.clicked.connect(self._name_columns)
        self.turn.clicked.connect(self._turn)
        self.take.clicked.connect(self._take)
        self.table.activated.connect(self._turn)
        self.draw()

    def draw(self) -> None:
        """Show what the file holds now."""
        looked = self.looked
        self.facts.say(lambda voice: looked_text(looked, voice))
        self.table.set_rows(() if looked is None else looked.rows)
        ready = looked is not None and looked.refusal is None
        command = looked.command(self.session.today) if looked is not None and ready else None
        self.take.setEnabled(command is not None)
        self.columns.setEnabled(self._path is not None and self._becomes().target is not None)
        self.turn.setEnabled(looked is not None and looked.found is not None)

    def freshen(self) -> None:
        """Offer the bank accounts there are now."""
        self.becomes.set_options(self._kinds())

    def _kinds(self) -> list[tuple[Becomes, Says]]:
        of_banks = [
            (Becomes(Kind.BANK, str(code)), _statement(says))
            for code, says in bank_options(self.session)
        ]
        return [
            (Becomes(Kind.MEMBERS), lambda voice: voice.tr("Members")),
            *of_banks,
            (Becomes(Kind.RECEIPTS), lambda voice: voice.tr("Receipts of members")),
            (Becomes(Kind.ENTRIES), lambda voice: voice.tr("Entries, columns of its own")),
            (Becomes(Kind.JOURNAL), lambda voice: voice.tr("Journal entries")),
        ]

    def _becomes(self) -> Becomes:
        picked = self.becomes.picked()
        return picked if isinstance(picked, Becomes) else Becomes(Kind.MEMBERS)

    def _choose(self) -> None:
        path = self.desk.asks.open_file(
            lambda voice: voice.tr("Choose the file"), (_FILES,), self.session.path.parent
        )
        if path is not None:
            self._path = path
            self._look(path)

    def _look(self, path: Path) -> None:
        """Read it by the mapping that fits; without one its columns are asked for."""
        becomes = self._becomes()
        target = becomes.target
        mapping: ImportMap | None = None
        by_itself = becomes.kind is Kind.BANK and path.suffix.lower() == ".ofx"
        if target is not None and not by_itself:
            try:
                headings = self._headings(path)
            except Refusal as refusal:
                self._show(Looked(path, becomes, refusal=refusal))
                return
            mapping = fitting(self.session.ask(import_maps).rows, target, headings)
            if mapping is None:
                self._ask_columns(path, headings)
                return
            # The form says in which letters this file is; the last one may have been in others.
            mapping = replace(mapping, encoding=TextEncoding(self.encoding.picked()))
        self._read(path, becomes, mapping)

    def _headings(self, path: Path) -> tuple[str, ...]:
        encoding = self.encoding.picked()
        try:
            return headings_of(path, TextEncoding(encoding))
        except OSError as error:
            raise WorkbookUnreadable(path.name) from error

    def _name_columns(self) -> None:
        if self._path is None:
            return
        try:
            headings = self._headings(self._path)
        except Refusal as refusal:
            self._show(Looked(self._path, self._becomes(), refusal=refusal))
        else:
            self._ask_columns(self._path, headings)

    def _ask_columns(self, path: Path, headings: Sequence[str]) -> None:
        target = self._becomes().target
        if target is None:
            return
        encoding = TextEncoding(self.encoding.picked())
        dialog = mapping_form(self.session, self.desk.voice, target, headings, encoding, path.stem)
        if self.desk.show_form(dialog):
            self._look(path)
        else:
            self.draw()

    def _read(self, path: Path, becomes: Becomes, mapping: ImportMap | None) -> None:
        reads = self._reader(path, becomes, mapping)

        def look(_work: Work) -> Looked:
            try:
                return reads()
            except OSError as error:
                raise WorkbookUnreadable(path.name) from error

        self.session.work(
            look,
            then=self._show,
            failed=lambda refusal: self._show(Looked(path, becomes, refusal=refusal)),
            says=lambda voice: voice.tr("Looking at the file"),
        )

    def _reader(
        self, path: Path, becomes: Becomes, mapping: ImportMap | None
    ) -> Callable[[], Looked]:
        ask = self.session.ask
        if becomes.kind is Kind.BANK:
            # Not only up to the last entry: later lines of the statement are known as well.
            known = ask(bank_statement, bank=becomes.bank, until=self.session.today).lines
            return lambda: Looked(path, becomes, read_statement(path, mapping, known))
        if mapping is None:  # a journal, whose columns are always called the same
            accounts = frozenset(ask(account_names))
            return lambda: Looked(path, becomes, read_journal(path, accounts))
        if becomes.kind in {Kind.ENTRIES, Kind.RECEIPTS}:
            book = whole_book(self.session).book
            return lambda: Looked(path, becomes, mapped_file(book, path, mapping))
        everybody = ask(members, at=self.session.today, presence=Presence.ALL).rows
        zones = ask(opening_lists).zones
        return lambda: Looked(path, becomes, read_members(path, mapping, everybody, zones))

    def _show(self, looked: Looked) -> None:
        command = looked.command(self.session.today) if looked.refusal is None else None
        if command is not None:
            try:
                self.session.rehearse(command)
            except Refusal as refusal:
                looked = replace(looked, refusal=refusal)
        self.looked = looked
        self.draw()

    def _turn(self, _row: object = None) -> None:
        row = self.table.current()
        if self.looked is not None and isinstance(row, FileRow):
            self._show(self.looked.turned(row))

    def _take(self) -> None:
        looked = self.looked
        command = None if looked is None else looked.command(self.session.today)
        if (
            looked is None
            or command is None
            or not self.desk.asks.sure(
                lambda voice: looked_text(looked, voice), yes=lambda voice: voice.tr("Import")
            )
        ):
            return
        self.session.run_long(
            command,
            then=lambda _: self._taken(looked.path.name),
            says=lambda voice: voice.tr("Importing the file"),
        )

    def _taken(self, name: str) -> None:
        self.looked, self._path = None, None
        self.draw()
        self.facts.say(
            lambda voice: voice.tr(
                "{file} was imported. It stands under “What was imported”; there it can be taken "
                "back as a whole."
            ).format(file=name)
        )


def row_columns(voice: Voice) -> Sequence[ColumnSpec[FileRow]]:
    return (
        number_column(voice.tr("Row of the sheet"), lambda row: row.row, voice),
        day_column(voice.tr("Day"), lambda row: row.day, voice),
        text_column(voice.tr("What it says"), lambda row: row.what),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice, adds=False),
        text_column(voice.tr("State"), lambda row: row_state(row, voice), stretch=True),
    )


def row_state(row: FileRow, voice: Voice) -> str:
    """Whether a row is taken, and why not."""
    if row.problem is not None:
        return sentence(row.problem, voice)
    if not row.known:
        return voice.tr("new")
    if row.taken:
        return voice.tr("in the book already, taken all the same")
    if row.known == "=":
        return voice.tr("in the book already, left out")
    return voice.tr("looks like member {number}, left out").format(number=voice.digits(row.known))


def _statement(says: Says) -> Says:
    return lambda voice: voice.tr("Statement of {bank}").format(bank=says(voice))
