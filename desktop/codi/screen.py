"""Received loans: each beside what was lent on from it, and whether it will be covered."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.codi.dialogs import BorrowingDialog, DrawDialog, LenderFigureDialog, RepayDialog
from desktop.codi.state import legs_facts
from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session import Place, Session
from desktop.session.flow import ButtonRow
from desktop.session.loan_page import LoanPage, some
from desktop.session.loan_type_dialog import LoanTypeDialog
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.tabs import Tabs
from ledger.domain.lending import Direction
from ledger.queries.both_legs import LegPair, both_legs
from ledger.queries.leg_forecast import MonthAhead, forecast
from ledger.queries.loan_life import LenderStatementRow, lender_statements
from ledger.queries.loan_paper import LoanPaper, loan_paper
from reports.words.voice import Voice


def pair_columns(voice: Voice) -> Sequence[ColumnSpec[LegPair]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.source.card, voice),
        text_column(voice.tr("Lender"), lambda row: row.source.name, stretch=True),
        money_column(voice.tr("Drawn"), lambda row: row.drawn, voice),
        money_column(voice.tr("Owed to lenders"), lambda row: row.balance, voice),
        money_column(voice.tr("Late amount"), lambda row: some(row.source.amount_late), voice),
        day_column(
            voice.tr("Next due day"),
            lambda row: row.next_instalment.day if row.next_instalment else None,
            voice,
        ),
        money_column(
            voice.tr("Next instalment"),
            lambda row: (
                row.next_instalment.principal + row.next_instalment.interest
                if row.next_instalment
                else None
            ),
            voice,
        ),
        number_column(voice.tr("Loans"), lambda row: row.members, voice),
        money_column(voice.tr("Members owe"), lambda row: row.members_balance, voice),
        money_column(voice.tr("Members are late"), lambda row: some(row.members_late), voice),
        money_column(voice.tr("Spread earned"), lambda row: row.spread, voice),
    )


def month_columns(voice: Voice) -> Sequence[ColumnSpec[MonthAhead]]:
    month: ColumnSpec[MonthAhead] = ColumnSpec(
        voice.tr("Month"),
        lambda row: voice.month(row.month),
        lambda row: row.month.iso,
        stretch=True,
    )
    return (
        month,
        money_column(voice.tr("From members"), lambda row: row.collect, voice),
        money_column(voice.tr("To lenders"), lambda row: row.pay, voice),
        money_column(voice.tr("Left over"), lambda row: row.cover, voice),
        money_column(voice.tr("Left over so far"), lambda row: row.so_far, voice, adds=False),
    )


def figure_columns(voice: Voice) -> Sequence[ColumnSpec[LenderStatementRow]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.statement.card, voice),
        text_column(voice.tr("Lender"), lambda row: row.lender, stretch=True),
        day_column(voice.tr("At the end of"), lambda row: row.statement.at, voice),
        money_column(voice.tr("The lender says"), lambda row: row.statement.stated, voice),
        money_column(voice.tr("The books said"), lambda row: row.statement.booked, voice),
        money_column(voice.tr("Difference"), lambda row: some(row.difference), voice),
    )


class CodiScreen(Screen):
    """List first; Enter opens a received loan, Escape goes back."""

    SHOWS = frozenset({"entries", "loan_contracts", "loan_types", "lender_statements"})

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._card: int | None = None
        self._loan: LoanPaper | None = None
        self.contract = Button(lambda voice: voice.tr("Contract with a lender"), voice, main=True)
        self.new_type = Button(lambda voice: voice.tr("New type of loan"), voice)
        self.legs_paper = Button(lambda voice: voice.tr("Both legs of loans"), voice)
        self.ahead_paper = Button(lambda voice: voice.tr("The months ahead"), voice)
        self.repay = Button(lambda voice: voice.tr("Repay the lender"), voice, main=True)
        self.draw = Button(lambda voice: voice.tr("Draw from the lender"), voice)
        self.figure = Button(lambda voice: voice.tr("The lender's figure"), voice)
        self.card_paper = Button(lambda voice: voice.tr("Loan card"), voice)
        self.facts = Label(nothing, voice)
        self._make_tables(voice)
        self.page = LoanPage(voice, (self.repay, self.draw, self.figure, self.card_paper))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page(voice))
        self.stack.addWidget(self.page)
        self.body.addWidget(self.stack)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        legs = self.session.ask(both_legs, at=today)
        ahead = self.session.ask(forecast, at=today)
        self.facts.say(lambda voice: legs_facts(legs, ahead, voice))
        self.table.set_rows(legs.rows)
        self.months.set_rows(ahead.together.months)
        self.figures.set_rows(self.session.ask(lender_statements).rows)
        if self._card is not None:
            self._show_loan(self._card)

    @override
    def open_at(self, key: Hashable) -> None:
        if isinstance(key, int):
            self._show_loan(key)

    @override
    def take_keyboard(self) -> None:
        (self.table if self._card is None else self.repay).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def show_list(self) -> None:
        """Back to all received loans."""
        self.stack.setCurrentIndex(0)
        self._card = None
        self.table.view.setFocus()

    def _show_loan(self, card: int) -> None:
        self._card = card
        self._loan = self.session.ask(loan_paper, card=card, at=self.session.today)
        self.page.show_loan(self._loan)
        self.stack.setCurrentIndex(1)

    def _make_tables(self, voice: Voice) -> None:
        self.table = Table(
            pair_columns,
            voice,
            name=lambda voice: voice.tr("Received loans"),
            identity=lambda row: row.source.card,
        ).without_find()
        self.table.say_when_empty(lambda voice: voice.tr("No loan was received."))
        self.months = Table(
            month_columns,
            voice,
            name=lambda voice: voice.tr("The months ahead"),
            identity=lambda row: row.month,
        ).without_find()
        self.figures = Table(
            figure_columns,
            voice,
            name=lambda voice: voice.tr("Lenders' figures"),
            identity=lambda row: (row.statement.card, row.statement.at),
        ).without_find()

    def _list_page(self, voice: Voice) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(lambda voice: voice.tr("CODI and other lenders"), voice, heading=True))
        rows.addWidget(self.facts)
        rows.addWidget(ButtonRow((self.contract, self.new_type, self.legs_paper, self.ahead_paper)))
        rows.addWidget(
            Tabs(
                (
                    (lambda voice: voice.tr("Both legs of loans"), self.table),
                    (lambda voice: voice.tr("The months ahead"), self.months),
                    (lambda voice: voice.tr("Lenders' figures"), self.figures),
                ),
                voice,
            ),
            1,
        )
        return page

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        self.page.left.connect(self.show_list)
        self.contract.clicked.connect(self._contract)
        self.new_type.clicked.connect(self._new_type)
        self.legs_paper.clicked.connect(self._legs_paper)
        self.ahead_paper.clicked.connect(self._ahead_paper)
        self.repay.clicked.connect(self._repay)
        self.draw.clicked.connect(self._draw)
        self.figure.clicked.connect(self._figure)
        self.card_paper.clicked.connect(self._card_paper)

    def _open_row(self, row: LegPair) -> None:
        self._show_loan(row.source.card)

    def _contract(self) -> None:
        dialog = BorrowingDialog(self.session, self.voice)
        if self.show_form(dialog) and dialog.outcome is not None:
            self._show_loan(int(str(dialog.outcome.made["card"])))

    def _new_type(self) -> None:
        self.show_form(LoanTypeDialog(self.session, self.voice, Direction.IN))

    def _legs_paper(self) -> None:
        self.go_to.emit(Place("papers", "both-legs"))

    def _ahead_paper(self) -> None:
        self.go_to.emit(Place("papers", "forecast"))

    def _repay(self) -> None:
        self._with(RepayDialog)

    def _draw(self) -> None:
        self._with(DrawDialog)

    def _figure(self) -> None:
        self._with(LenderFigureDialog)

    def _card_paper(self) -> None:
        if self._card is not None:
            self.go_to.emit(Place("papers", ("loan-card", self._card)))

    def _with(self, make: Callable[[Session, Voice, LoanPaper], QDialog]) -> None:
        if self._loan is not None:
            self.show_form(make(self.session, self.voice, self._loan))
