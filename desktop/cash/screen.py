"""Cash and bank: the cash book, bank accounts, vouchers and counts."""

from __future__ import annotations

from collections.abc import Hashable

from typing_extensions import override

from desktop.cash.bank_dialogs import ReconcileDialog, StatementDialog
from desktop.cash.bank_page import BankPage
from desktop.cash.columns import bank_columns, cash_columns, count_columns, voucher_columns
from desktop.cash.dialogs import CountDialog, MoveDialog, VoucherDialog
from desktop.cash.journal_dialog import JournalDialog
from desktop.cash.line_back_form import line_back_form
from desktop.cash.state import fits, pairs
from desktop.parts.ask import Asks
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Says
from desktop.session import Place, Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.lists import Lists
from desktop.session.screen import Opens, marked, show_dialog
from ledger.domain.days import Month
from ledger.domain.money import ZERO
from ledger.domain.refusals import NoRole
from ledger.queries.accounts import CardLine
from ledger.queries.banks import BankRow, BankStatement, bank_statement, banks
from ledger.queries.cash import CashBook, CountView, cash_book, cash_counts
from ledger.queries.papers import VoucherRow, vouchers
from ledger.usecases.banking import MatchBankLine
from reports.words.voice import Voice

_MONTHS_BACK = 3


class CashScreen(ListAndPage):
    """Lists behind tabs; Enter opens a bank account or an entry, Escape goes back."""

    SHOWS = frozenset(
        {"entries", "bank_accounts", "bank_lines", "bank_matches", "reconciliations", "cash_counts"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._statement: BankStatement | None = None
        self.count = Button(lambda voice: voice.tr("Count the cash"), voice)
        self.pay = Button(lambda voice: voice.tr("Pay an expense"), voice)
        self.receive = Button(lambda voice: voice.tr("Receive other income"), voice)
        self.move_button = Button(lambda voice: voice.tr("Move money"), voice)
        self.adjust = Button(lambda voice: voice.tr("Journal voucher"), voice)
        self.cash = Table(cash_columns, voice, name=lambda voice: voice.tr("Cash book"))
        self.banks = Table(
            bank_columns,
            voice,
            name=lambda voice: voice.tr("Bank accounts"),
            identity=lambda row: row.code,
        ).without_find()
        self.banks.say_when_empty(
            lambda voice: voice.tr("No bank account yet. Open one under Set-up.")
        )
        self.vouchers = Table(
            voucher_columns,
            voice,
            name=lambda voice: voice.tr("Vouchers"),
            identity=lambda row: row.voucher,
        )
        self.counts = Table(
            count_columns,
            voice,
            name=lambda voice: voice.tr("Cash counts"),
            identity=lambda row: row.count,
        ).without_find()
        self.page = BankPage(voice)
        lists = self._lists(voice)
        self.tabs = lists.tabs
        self.set_pages(lists, self.banks, self.page, first=self.page.add_line)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        since = Month.of(today).plus(-_MONTHS_BACK).first
        book = self._cash_book()
        self.cash.set_rows(() if book is None else tuple(reversed(book.lines)))
        self.cash.say_when_empty(_no_movement(book))
        self.banks.set_rows(self.session.ask(banks, until=today).rows)
        slips = self.session.ask(vouchers, since=since, until=today).rows
        self.vouchers.set_rows(sorted(slips, key=lambda row: (row.on, row.entry), reverse=True))
        self.counts.set_rows(tuple(reversed(self.session.ask(cash_counts, until=today).rows)))
        self.ask_page_again()

    @override
    def open_at(self, key: Hashable) -> None:
        if key == "count":
            self._count()
        elif key == "move":
            self._move()
        elif isinstance(key, tuple) and key[0] == "bank":
            self.show_page(str(key[1]))

    @override
    def take_keyboard(self) -> None:
        (self.count if self.opened is None else self.page.add_line).setFocus()

    @override
    def draw_page(self, key: str) -> None:
        self._statement = self.session.ask(bank_statement, bank=key, until=self.session.today)
        self.page.show_statement(self._statement)

    def _cash_book(self) -> CashBook | None:
        today = self.session.today
        try:
            return self.session.ask(cash_book, since=Month.of(today).first, until=today)
        except NoRole:
            return None  # a book whose chart names no cash account

    def _lists(self, voice: Voice) -> Lists:
        return Lists(
            lambda voice: voice.tr("Cash and bank"),
            voice,
            above=(ButtonRow((self.count, self.pay, self.receive, self.move_button, self.adjust)),),
            pages=(
                (lambda voice: voice.tr("Cash book of this month"), self.cash),
                (lambda voice: voice.tr("Bank accounts"), self.banks),
                (lambda voice: voice.tr("Vouchers"), self.vouchers),
                (lambda voice: voice.tr("Cash counts"), self.counts),
            ),
        )

    def _wire(self) -> None:
        self.count.clicked.connect(self._count)
        self.pay.clicked.connect(self._pay)
        self.receive.clicked.connect(self._receive)
        self.move_button.clicked.connect(self._move)
        self.adjust.clicked.connect(self._adjust)
        self.cash.activated.connect(self._open_line)
        self.banks.activated.connect(self._open_bank)
        self.vouchers.activated.connect(self._open_voucher)
        self.counts.activated.connect(self._open_count)
        page = self.page
        page.add_line.clicked.connect(self._add_lines)
        page.join_all.clicked.connect(self._join_all)
        page.join.clicked.connect(self._join)
        page.part.clicked.connect(self._part)
        page.undo.clicked.connect(self._take_back)
        page.agree.clicked.connect(self._agree)

    def _count(self) -> None:
        self.show_form(CountDialog(self.session, self.voice))

    def _pay(self) -> None:
        self.show_form(VoucherDialog(self.session, self.voice, income=False))

    def _receive(self) -> None:
        self.show_form(VoucherDialog(self.session, self.voice, income=True))

    def _move(self) -> None:
        self.show_form(MoveDialog(self.session, self.voice))

    def _adjust(self) -> None:
        self.show_form(JournalDialog(self.session, self.voice))

    def _open_line(self, line: CardLine) -> None:
        self.go_to.emit(Place("journal", line.entry))

    def _open_bank(self, row: BankRow) -> None:
        self.show_page(row.code)

    def _open_voucher(self, row: VoucherRow) -> None:
        self.go_to.emit(Place("journal", row.entry))

    def _open_count(self, row: CountView) -> None:
        if row.entry is not None:
            self.go_to.emit(Place("journal", row.entry))

    def _add_lines(self) -> None:
        """Line after line, until the form is left without one."""
        if self._statement is None:
            return
        bank = self._statement.bank.code
        while self.show_form(StatementDialog(self.session, self.voice, bank)):
            pass

    def _join_all(self) -> None:
        if self._statement is not None:
            bank = self._statement.bank.code
            for pair in pairs(self._statement):
                self.session.attempt(pair.command(bank))

    def _join(self) -> None:
        line, booked = self.page.lines.current(), self.page.booked.current()
        if self._statement is None or line is None or booked is None:
            self.asks.tell(_mark_two)
        elif fits(line, booked) or self._are_sure():
            self._match(line.line, booked.entry)

    def _are_sure(self) -> bool:
        return self.asks.sure(_apart, yes=lambda voice: voice.tr("Join them"))

    def _match(self, line: int, entry: int | None) -> None:
        if self._statement is not None:
            bank = self._statement.bank.code
            self.session.attempt(MatchBankLine(bank=bank, line=line, entry=entry))

    def _part(self) -> None:
        line = marked(self.page.lines, self.asks)
        if line is not None and line.entry is None:
            self.asks.tell(lambda voice: voice.tr("This line is joined with nothing."))
        elif line is not None:
            self._match(line.line, None)

    def _take_back(self) -> None:
        line = marked(self.page.lines, self.asks)
        if line is not None and line.run is None:
            self.asks.tell(_stays)
        elif line is not None:
            self.show_form(line_back_form(self.session, self.voice, line))

    def _agree(self) -> None:
        if self._statement is not None:
            self.show_form(ReconcileDialog(self.session, self.voice, self._statement.bank.code))


def _mark_two(voice: Voice) -> str:
    return voice.tr("Mark a line of the statement and a booked line first.")


def _stays(voice: Voice) -> str:
    return voice.tr(
        "This line was typed with an older program and stays. "
        "Add a line of the difference below it."
    )


def _apart(voice: Voice) -> str:
    return voice.tr("These two differ in amount, or lie many days apart. Do they belong together?")


def _no_movement(book: CashBook | None) -> Says:
    """What stands in the cash book of a month in which nothing moved yet: what lies in the box."""
    held = ZERO if book is None else book.balance
    return lambda voice: voice.tr(
        "Nothing was received or paid this month. Cash in hand: {held} baht."
    ).format(held=voice.money(held))
