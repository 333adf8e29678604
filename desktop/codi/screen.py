"""Received loans: each beside what was lent on from it, and whether it will be covered."""

from __future__ import annotations

from typing_extensions import override

from desktop.codi.columns import figure_columns, month_columns, pair_columns
from desktop.codi.dialogs import BorrowingDialog, DrawDialog, LenderFigureDialog, RepayDialog
from desktop.codi.receipt_form import deeds_of
from desktop.codi.state import legs_facts
from desktop.parts.ask import Asks
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session import Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.lists import Lists
from desktop.session.loan_entry import leads_to_entries
from desktop.session.loan_page import LoanPage
from desktop.session.loan_terms import LoanRateDialog, RescheduleDialog
from desktop.session.loan_type_dialog import LoanTypeDialog
from desktop.session.more import MoreButton
from desktop.session.screen import FormOf, Opens, show_dialog
from ledger.domain.lending import Direction
from ledger.queries.both_legs import LegPair, both_legs
from ledger.queries.leg_forecast import forecast
from ledger.queries.loan_life import lender_statements
from ledger.queries.loan_paper import LoanPaper, loan_paper
from reports.words.voice import Voice


class CodiScreen(ListAndPage):
    """List first; Enter opens a received loan, Escape goes back."""

    SHOWS = frozenset(
        {
            "entries",
            "lender_statements",
            "loan_contracts",
            "loan_plans",
            "loan_rates",
            "loan_types",
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._loan: LoanPaper | None = None
        self.contract = Button(lambda voice: voice.tr("Contract with a lender"), voice, main=True)
        self.new_type = Button(lambda voice: voice.tr("New type of loan"), voice)
        self.legs_paper = Button(lambda voice: voice.tr("Both legs of loans"), voice)
        self.ahead_paper = Button(lambda voice: voice.tr("The months ahead"), voice)
        self.repay = Button(lambda voice: voice.tr("Repay the lender"), voice, main=True)
        self.draw = Button(lambda voice: voice.tr("Draw from the lender"), voice)
        self.figure = Button(lambda voice: voice.tr("The lender's figure"), voice)
        self.new_plan = Button(lambda voice: voice.tr("New plan"), voice)
        self.rate = Button(lambda voice: voice.tr("Set an interest rate"), voice)
        self.card_paper = Button(lambda voice: voice.tr("Loan card"), voice)
        self.facts = Label(nothing, voice)
        self._make_tables(voice)
        self.more = MoreButton(voice, deeds_of(self, lambda: None), self)
        more_of_one = MoreButton(voice, deeds_of(self, self._open_loan), self)
        money = (self.repay, self.draw, self.figure)
        terms = (self.new_plan, self.rate)
        self.page = LoanPage(voice, (*money, *terms, self.card_paper, more_of_one))
        self.set_pages(self._lists(voice), self.table, self.page, first=self.repay)
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
        self.ask_page_again()

    @override
    def draw_page(self, key: int) -> None:
        self._loan = self.session.ask(loan_paper, card=key, at=self.session.today)
        self.page.show_loan(self._loan)

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

    def _lists(self, voice: Voice) -> Lists:
        buttons = (self.contract, self.new_type, self.legs_paper, self.ahead_paper, self.more)
        return Lists(
            lambda voice: voice.tr("CODI and other lenders"),
            voice,
            above=(self.facts, ButtonRow(buttons)),
            pages=(
                (lambda voice: voice.tr("Both legs of loans"), self.table),
                (lambda voice: voice.tr("The months ahead"), self.months),
                (lambda voice: voice.tr("Lenders' figures"), self.figures),
            ),
        )

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        leads_to_entries(self.page, self)
        self.contract.clicked.connect(self._contract)
        self.opens_form(self.new_type, _new_type)
        self.opens_paper(self.legs_paper, "both-legs")
        self.opens_paper(self.ahead_paper, "forecast")
        forms: tuple[tuple[Button, FormOf], ...] = (
            (self.repay, RepayDialog),
            (self.draw, DrawDialog),
            (self.figure, LenderFigureDialog),
            (self.new_plan, RescheduleDialog),
            (self.rate, LoanRateDialog),
        )
        for button, form in forms:
            self.opens_form_of(button, self._open_loan, form)
        self.opens_paper_of(self.card_paper, self._open_card, "loan-card")

    def _open_loan(self) -> LoanPaper | None:
        return self._loan

    def _open_card(self) -> int | None:
        return None if self._loan is None else self._loan.loan.contract.card

    def _open_row(self, row: LegPair) -> None:
        self.show_page(row.source.card)

    def _contract(self) -> None:
        dialog = BorrowingDialog(self.session, self.voice)
        if self.show_form(dialog) and dialog.outcome is not None:
            self.show_page(int(str(dialog.outcome.made["card"])))


def _new_type(session: Session, voice: Voice) -> LoanTypeDialog:
    return LoanTypeDialog(session, voice, Direction.IN)
