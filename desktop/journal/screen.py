"""The journal of a month, and one entry with what can be done about it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.journal.columns import journal_columns
from desktop.journal.dialogs import CorrectDialog, ReverseDialog
from desktop.journal.entry_page import EntryPage
from desktop.journal.reentry_dialog import ReentryDialog, reentry_title
from desktop.parts.ask import Asks
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says
from desktop.session import Place, Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.question_dialog import AskDialog
from desktop.session.screen import Opens, show_dialog
from ledger.domain.days import Month
from ledger.queries.closings import closings
from ledger.queries.entries import EntryLine, EntryRow
from ledger.queries.journal import EntryView, Journal, entry, journal
from ledger.queries.reentry import reentry
from reports.words.voice import Voice

REENTRY = "reentry"  # what the list of stubs is called from elsewhere
PAGE = 500  # entries that are asked for at once


class JournalScreen(ListAndPage):
    """Entries of a month, the newest first; Enter opens one, Escape goes back."""

    SHOWS = frozenset(
        {"entries", "closings", "receipt_voids", "paper_prints", "restorations", "old_codes"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._view: EntryView | None = None
        self._rows: tuple[EntryRow, ...] = ()
        self._after: int | None = None
        self.month = PickField(voice, [(None, _all)])
        self.month.set_name(lambda voice: voice.tr("Month"))
        self.again = Button(reentry_title, voice)
        self.more = Button(lambda voice: voice.tr("Show more entries"), voice)
        self.account = Button(lambda voice: voice.tr("What an account is made of"), voice)
        self.table = Table(
            journal_columns,
            voice,
            name=lambda voice: voice.tr("Journal"),
            identity=lambda row: row.number,
        )
        self.table.say_when_empty(lambda voice: voice.tr("Nothing was booked in this month."))
        self.page = EntryPage(voice)
        self.set_pages(self._list_page(), self.table, self.page, first=self.page.paper)
        self._wire()

    @override
    def ask_again(self) -> None:
        months = [row.month for row in self.session.ask(closings).months]
        self.month.set_options([(None, _all), *((month, _named(month)) for month in months)])
        self._show_month()
        self.again.setVisible(bool(self.session.ask(reentry).rows))
        self.ask_page_again()

    @override
    def draw_page(self, key: int) -> None:
        self._view = self.session.ask(entry, entry=key)
        self.page.show_entry(self._view)

    @override
    def open_at(self, key: Hashable) -> None:
        if key == REENTRY:
            self._enter_again()
        else:
            super().open_at(key)

    def _enter_again(self) -> None:
        """The list of stubs; it leads to where receipts are entered."""
        dialog = ReentryDialog(self.session, self.voice, self.opens)
        self.opens(dialog)
        if dialog.wish:
            self.go_to.emit(Place(dialog.wish))

    def _show_month(self) -> None:
        found = self._ask(after=None)
        self._rows, self._after = found.entries, found.after
        self._draw_rows()

    def _show_more(self) -> None:
        found = self._ask(after=self._after)
        self._rows, self._after = self._rows + found.entries, found.after
        self._draw_rows()

    def _ask(self, *, after: int | None) -> Journal:
        month = self.month.picked()
        since, until = (month.first, month.last) if isinstance(month, Month) else (None, None)
        return self.session.ask(
            journal, since=since, until=until, after=after, limit=PAGE, newest_first=True
        )

    def _draw_rows(self) -> None:
        self.table.set_rows(self._rows)
        self.more.setVisible(self._after is not None)

    def _list_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.addWidget(Label(lambda voice: voice.tr("Journal"), self.voice, heading=True), 1)
        head.addWidget(self.account)
        head.addWidget(self.month)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.more)
        rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _wire(self) -> None:
        self.month.changed.connect(self._show_month)
        self.more.clicked.connect(self._show_more)
        self.again.clicked.connect(self._enter_again)
        self.table.activated.connect(self._open_row)
        self.account.clicked.connect(self._any_account)
        self.page.lines.activated.connect(self._account_of)
        self.page.paper.clicked.connect(self._paper)
        self.page.reverse.clicked.connect(self._reverse)
        self.page.correct.clicked.connect(self._correct)
        self.page.other.clicked.connect(self._other)
        self.page.member.clicked.connect(self._member)
        self.page.question.clicked.connect(self._question)
        self.page.act.clicked.connect(self._act)

    def _open_row(self, row: EntryRow) -> None:
        self.show_page(row.number)

    def _any_account(self) -> None:
        self.show_account()

    def _account_of(self, line: EntryLine) -> None:
        """The account of a line, in the month of its entry."""
        if self._view is not None:
            month = Month.of(self._view.entry.on)
            self.show_account(line.account, since=month.first, until=month.last)

    def _reverse(self) -> None:
        if self._view is not None:
            self.show_form(ReverseDialog(self.session, self.voice, self._view.entry))

    def _correct(self) -> None:
        if self._view is not None:
            self.show_form(CorrectDialog(self.session, self.voice, self._view.entry))

    def _other(self) -> None:
        if self._view is not None:
            linked = self._view.entry.reverses or self._view.entry.reversed_by
            if linked is not None:
                self.show_page(linked)

    def _member(self) -> None:
        if self._view is not None:
            member = next((line.member for line in self._view.entry.lines if line.member), None)
            self.go_to.emit(Place("members", member))

    def _question(self) -> None:
        if self._view is not None:
            number = self._view.entry.number
            self.show_form(AskDialog(self.session, self.voice, number))

    def _act(self) -> None:
        if self._view is not None:
            self.go_to.emit(Place("audit", ("act", self._view.act.number)))

    def _paper(self) -> None:
        if self._view is not None:
            self.go_to.emit(Place("papers", paper_of(self._view)))


def paper_of(view: EntryView) -> tuple[str, str | int]:
    """The paper behind an entry: its receipt, its voucher, or the entry written out."""
    if view.receipts:
        return "receipt", view.receipts[0].receipt
    if view.vouchers:
        return "voucher", view.vouchers[0].voucher
    return "entry", view.entry.number


def _all(voice: Voice) -> str:
    return voice.tr("All months")


def _named(month: Month) -> Says:
    return lambda voice: voice.month(month)
