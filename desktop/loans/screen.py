"""Loans to members: all of them, applications, what is late, and the rules of each type."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.loans.accrue_dialog import AccrueDialog
from desktop.loans.contract_dialogs import ApplicationDialog, ContractDialog, DecisionDialog
from desktop.loans.lists import (
    application_table,
    class_table,
    defect_table,
    loan_table,
    type_table,
)
from desktop.loans.money_dialogs import (
    LoanRateDialog,
    MoratoriumDialog,
    PaymentDialog,
    PayoutDialog,
    ProvisionDialog,
    RescheduleDialog,
    WriteOffDialog,
)
from desktop.loans.state import quality_facts
from desktop.parts.ask import Asks
from desktop.parts.words import Button, Label, nothing
from desktop.session import Place, Session
from desktop.session.flow import ButtonRow
from desktop.session.loan_fields import loan_types
from desktop.session.loan_page import LoanPage
from desktop.session.loan_type_dialog import LoanTypeDialog
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.tabs import Tabs
from ledger.domain.lending import Direction, LoanType
from ledger.domain.members import Decision
from ledger.queries.loan_life import ApplicationRow, defective_collateral, loan_applications
from ledger.queries.loan_paper import LoanPaper, loan_paper
from ledger.queries.loan_quality import loan_quality
from ledger.queries.loans import LoanRow, loans
from reports.words.voice import Voice


class LoansScreen(Screen):
    """List first; Enter opens a loan, Escape goes back to the list."""

    SHOWS = frozenset(
        {
            "entries",
            "loan_applications",
            "loan_contracts",
            "loan_guarantors",
            "loan_pauses",
            "loan_plans",
            "loan_rates",
            "loan_types",
            "members",
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._card: int | None = None
        self._loan: LoanPaper | None = None
        self._rows: list[LoanRow] = []
        self._make_buttons(voice)
        self.table = loan_table(voice)
        self.applications = application_table(voice)
        self.classes = class_table(voice)
        self.defects = defect_table(voice)
        self.types = type_table(voice)
        self.quality_facts = Label(nothing, voice)
        self.page = LoanPage(voice, self._page_buttons())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page(voice))
        self.stack.addWidget(self.page)
        self.body.addWidget(self.stack)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        found = self.session.ask(loans, at=today, leg=Direction.OUT)
        # Running loans first; those that are over stay below them.
        self._rows = sorted(found.rows, key=lambda row: (row.settled_on is not None, row.card))
        self.table.set_rows(self._rows)
        self.applications.set_rows(self.session.ask(loan_applications).rows)
        told = self.session.ask(loan_quality, at=today)
        self.quality_facts.say(lambda voice: quality_facts(told, voice))
        self.classes.set_rows(told.classes)
        self.defects.set_rows(self.session.ask(defective_collateral, at=today).rows)
        types = self.session.ask(loan_types)
        self.types.set_rows([one for one in types if one.direction is Direction.OUT])
        if self._card is not None:
            self._show_loan(self._card)

    @override
    def open_at(self, key: Hashable) -> None:
        if isinstance(key, int):
            self._show_loan(key)

    @override
    def take_keyboard(self) -> None:
        (self.table if self._card is None else self.receive).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def show_list(self) -> None:
        """Back to all loans; the one that was open stays marked."""
        self.stack.setCurrentIndex(0)
        if self._card is not None:
            self.table.choose(self._card)
        self._card = None
        self.table.view.setFocus()

    def _show_loan(self, card: int) -> None:
        self._card = card
        self._loan = self.session.ask(loan_paper, card=card, at=self.session.today)
        self.page.show_loan(self._loan)
        row = self._loan.loan.row
        over = row.written_off_on is not None or row.settled_on is not None
        for button in (self.receive, self.new_plan, self.rate, self.write_off):
            button.setEnabled(not over)
        self.pay_out.setEnabled(row.written_off_on is None)
        self.stack.setCurrentIndex(1)

    def _make_buttons(self, voice: Voice) -> None:
        self.apply = Button(lambda voice: voice.tr("Application for a loan"), voice, main=True)
        self.decide = Button(lambda voice: voice.tr("Decision of the committee"), voice)
        self.contract = Button(lambda voice: voice.tr("Loan contract"), voice)
        self.rest = Button(lambda voice: voice.tr("Moratorium"), voice)
        self.provide = Button(lambda voice: voice.tr("Allowance for doubtful loans"), voice)
        self.accrue = Button(lambda voice: voice.tr("Accrued interest"), voice)
        self.new_type = Button(lambda voice: voice.tr("New type of loan"), voice)
        self.report = Button(lambda voice: voice.tr("Report"), voice)
        self.receive = Button(lambda voice: voice.tr("Receive an instalment"), voice, main=True)
        self.pay_out = Button(lambda voice: voice.tr("Pay out"), voice)
        self.new_plan = Button(lambda voice: voice.tr("New plan"), voice)
        self.rate = Button(lambda voice: voice.tr("Set an interest rate"), voice)
        self.write_off = Button(lambda voice: voice.tr("Write off"), voice)
        self.papers = {
            name: Button(says, voice)
            for name, says in (
                ("loan-card", lambda voice: voice.tr("Loan card")),
                ("loan-contract", lambda voice: voice.tr("Loan contract")),
                ("settlement", lambda voice: voice.tr("Settlement slip")),
                ("reminder", lambda voice: voice.tr("Reminder")),
            )
        }

    def _page_buttons(self) -> list[Button]:
        money = [self.receive, self.pay_out, self.new_plan, self.rate, self.write_off]
        return [*money, *self.papers.values()]

    def _list_page(self, voice: Voice) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(lambda voice: voice.tr("Loans"), voice, heading=True))
        buttons = (self.apply, self.decide, self.contract, self.rest, self.accrue, self.provide)
        rows.addWidget(ButtonRow((*buttons, self.new_type, self.report)))
        quality = QWidget()
        inside = QVBoxLayout(quality)
        inside.addWidget(self.quality_facts)
        inside.addWidget(self.classes, 1)
        rows.addWidget(
            Tabs(
                (
                    (lambda voice: voice.tr("Loans"), self.table),
                    (lambda voice: voice.tr("Applications"), self.applications),
                    (lambda voice: voice.tr("Quality of loans"), quality),
                    (lambda voice: voice.tr("Defective collateral"), self.defects),
                    (lambda voice: voice.tr("Types of loans"), self.types),
                ),
                voice,
            ),
            1,
        )
        return page

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        self.applications.activated.connect(self._open_application)
        self.defects.activated.connect(self._open_row)
        self.types.activated.connect(self._change_type)
        self.page.left.connect(self.show_list)
        self.apply.clicked.connect(self._apply)
        self.decide.clicked.connect(self._decide)
        self.contract.clicked.connect(self._contract)
        self.rest.clicked.connect(self._rest)
        self.accrue.clicked.connect(self._accrue)
        self.provide.clicked.connect(self._provide)
        self.new_type.clicked.connect(self._new_type)
        self.report.clicked.connect(self._report)
        self.receive.clicked.connect(self._receive)
        self.pay_out.clicked.connect(self._pay_out)
        self.new_plan.clicked.connect(self._new_plan)
        self.rate.clicked.connect(self._rate)
        self.write_off.clicked.connect(self._write_off)
        for name, button in self.papers.items():
            button.setObjectName(name)
            button.clicked.connect(self._paper)

    def _open_row(self, row: LoanRow) -> None:
        self._show_loan(row.card)

    def _apply(self) -> None:
        self.show_form(ApplicationDialog(self.session, self.voice))

    def _open_application(self, row: ApplicationRow) -> None:
        if row.application.decision is Decision.WAITING:
            self.show_form(DecisionDialog(self.session, self.voice, row.application))
        elif row.application.card is not None:
            self._show_loan(row.application.card)
        elif row.application.decision is Decision.APPROVED:
            self._make_contract(row)

    def _decide(self) -> None:
        row = self.applications.current()
        if row is not None and row.application.decision is Decision.WAITING:
            self.show_form(DecisionDialog(self.session, self.voice, row.application))

    def _contract(self) -> None:
        self._make_contract(None)

    def _make_contract(self, row: ApplicationRow | None) -> None:
        application = None if row is None else row.application
        dialog = ContractDialog(self.session, self.voice, application)
        if self.show_form(dialog) and dialog.outcome is not None:
            self._show_loan(int(str(dialog.outcome.made["card"])))

    def _rest(self) -> None:
        running = [row.card for row in self._rows if row.settled_on is None]
        self.show_form(MoratoriumDialog(self.session, self.voice, tuple(running)))

    def _provide(self) -> None:
        self.show_form(ProvisionDialog(self.session, self.voice))

    def _accrue(self) -> None:
        self.show_form(AccrueDialog(self.session, self.voice))

    def _new_type(self) -> None:
        self.show_form(LoanTypeDialog(self.session, self.voice, Direction.OUT))

    def _change_type(self, kind: LoanType) -> None:
        self.show_form(LoanTypeDialog(self.session, self.voice, Direction.OUT, kind))

    def _report(self) -> None:
        self.go_to.emit(Place("papers", "loan-quality"))

    def _receive(self) -> None:
        self._with(PaymentDialog)

    def _pay_out(self) -> None:
        self._with(PayoutDialog)

    def _new_plan(self) -> None:
        self._with(RescheduleDialog)

    def _rate(self) -> None:
        self._with(LoanRateDialog)

    def _write_off(self) -> None:
        self._with(WriteOffDialog)

    def _paper(self) -> None:
        if self._card is not None:
            self.go_to.emit(Place("papers", (self.sender().objectName(), self._card)))

    def _with(self, make: Callable[[Session, Voice, LoanPaper], QDialog]) -> None:
        if self._loan is not None:
            self.show_form(make(self.session, self.voice, self._loan))
