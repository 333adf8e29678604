"""Loans to members: all of them, applications, what is late, and the rules of each type."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.loans import deeds, rule_deeds
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
    MoratoriumDialog,
    PayoutDialog,
    ProvisionDialog,
    WriteOffDialog,
)
from desktop.loans.payment_dialog import PaymentDialog
from desktop.loans.state import quality_facts
from desktop.parts.ask import Asks
from desktop.parts.flow import ButtonRow
from desktop.parts.words import Button, Label, nothing
from desktop.session import Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.lists import Lists
from desktop.session.loan_entry import leads_to_entries
from desktop.session.loan_fields import loan_types
from desktop.session.loan_page import LoanPage
from desktop.session.loan_terms import LoanRateDialog, RescheduleDialog
from desktop.session.loan_type_dialog import LoanTypeDialog
from desktop.session.more import MoreButton
from desktop.session.screen import FormOf, Opens, show_dialog
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loan_life import LoanApplication
from ledger.domain.members import Decision
from ledger.queries.loan_life import ApplicationRow, defective_collateral, loan_applications
from ledger.queries.loan_paper import LoanPaper, loan_paper
from ledger.queries.loan_quality import loan_quality
from ledger.queries.loans import LoanRow, loans
from reports.words.voice import Voice


class LoansScreen(ListAndPage):
    """List first; Enter opens a loan, Escape goes back to the list."""

    SHOWS = frozenset(
        {
            *("entries", "collaterals", "loan_class_steps", "loan_transfers", "holds"),
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
        self._loan: LoanPaper | None = None
        self._rows: list[LoanRow] = []
        self._make_buttons(voice)
        self.table = loan_table(voice)
        self.applications = application_table(voice)
        self.classes = class_table(voice)
        self.defects = defect_table(voice)
        self.types = type_table(voice)
        self.quality_facts = Label(nothing, voice)
        self.more = MoreButton(voice, rule_deeds.deeds_of(self), self)
        more_of_one = MoreButton(voice, deeds.deeds_of(self, self._open_loan), self)
        self.page = LoanPage(voice, (*self._page_buttons(), more_of_one))
        self.set_pages(self._lists(voice), self.table, self.page, first=self.receive)
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
        self.ask_page_again()

    @override
    def draw_page(self, key: int) -> None:
        self._loan = self.session.ask(loan_paper, card=key, at=self.session.today)
        self.page.show_loan(self._loan)
        row = self._loan.loan.row
        over = row.written_off_on is not None or row.settled_on is not None
        for button in (self.receive, self.new_plan, self.rate, self.write_off):
            button.setEnabled(not over)
        self.pay_out.setEnabled(row.written_off_on is None)

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

    def _lists(self, voice: Voice) -> Lists:
        quality = QWidget()
        inside = QVBoxLayout(quality)
        inside.addWidget(self.quality_facts)
        inside.addWidget(self.classes, 1)
        buttons = (self.apply, self.decide, self.contract, self.rest, self.accrue, self.provide)
        return Lists(
            lambda voice: voice.tr("Loans"),
            voice,
            above=(ButtonRow((*buttons, self.new_type, self.report, self.more)),),
            pages=(
                (lambda voice: voice.tr("Loans"), self.table),
                (lambda voice: voice.tr("Applications"), self.applications),
                (lambda voice: voice.tr("Quality of loans"), quality),
                (lambda voice: voice.tr("Defective collateral"), self.defects),
                (lambda voice: voice.tr("Types of loans"), self.types),
            ),
        )

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        leads_to_entries(self.page, self)
        self.applications.activated.connect(self._open_application)
        self.defects.activated.connect(self._open_row)
        self.types.activated.connect(self._change_type)
        self.contract.clicked.connect(self._contract)
        self.opens_form(self.apply, ApplicationDialog)
        self.opens_form_of(self.decide, self._waiting, DecisionDialog)
        self.opens_form_of(self.rest, self._running, MoratoriumDialog)
        self.opens_form(self.accrue, AccrueDialog)
        self.opens_form(self.provide, ProvisionDialog)
        self.opens_form(self.new_type, _new_type)
        self.opens_paper(self.report, "loan-quality")
        forms: tuple[tuple[Button, FormOf], ...] = (
            (self.receive, PaymentDialog),
            (self.pay_out, PayoutDialog),
            (self.new_plan, RescheduleDialog),
            (self.rate, LoanRateDialog),
            (self.write_off, WriteOffDialog),
        )
        for button, form in forms:
            self.opens_form_of(button, self._open_loan, form)
        for name, button in self.papers.items():
            self.opens_paper_of(button, self._open_card, name)

    def _open_loan(self) -> LoanPaper | None:
        return self._loan

    def _open_card(self) -> int | None:
        return None if self._loan is None else self._loan.loan.contract.card

    def _open_row(self, row: LoanRow) -> None:
        self.show_page(row.card)

    def _open_application(self, row: ApplicationRow) -> None:
        if row.application.decision is Decision.WAITING:
            self.show_form(DecisionDialog(self.session, self.voice, row.application))
        elif row.application.card is not None:
            self.show_page(row.application.card)
        elif row.application.decision is Decision.APPROVED:
            self._make_contract(row)

    def _waiting(self) -> LoanApplication | None:
        row: ApplicationRow | None = self.applications.current()
        if row is None or row.application.decision is not Decision.WAITING:
            return None
        return row.application

    def _running(self) -> tuple[int, ...]:
        return tuple(row.card for row in self._rows if row.settled_on is None)

    def _contract(self) -> None:
        self._make_contract(None)

    def _make_contract(self, row: ApplicationRow | None) -> None:
        application = None if row is None else row.application
        dialog = ContractDialog(self.session, self.voice, application)
        if self.show_form(dialog) and dialog.outcome is not None:
            self.show_page(int(str(dialog.outcome.made["card"])))

    def _change_type(self, kind: LoanType) -> None:
        self.show_form(LoanTypeDialog(self.session, self.voice, Direction.OUT, kind))


def _new_type(session: Session, voice: Voice) -> LoanTypeDialog:
    return LoanTypeDialog(session, voice, Direction.OUT)
