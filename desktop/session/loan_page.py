"""One loan on one page: its terms, everything that happened on it, its plans, who stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.tabs import Tabs
from ledger.domain.loan_life import Collateral
from ledger.domain.loans.contract import CardLine
from ledger.domain.money import ZERO, Money
from ledger.queries.loan_paper import LoanPaper, Party
from reports.words.loan_words import class_name, happening, method_name, security_name
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row of one version of the plan; the version in force has the highest number."""

    version: int
    number: int
    due: date
    principal: Money
    interest: Money


class LoanPage(QWidget):
    """Draws a loan; the area says which buttons stand there and what they do."""

    left = Signal()

    def __init__(self, voice: Voice, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.back = Button(lambda voice: voice.tr("All loans"), voice)
        self.name = Label(nothing, voice, heading=True)
        self.facts = Label(nothing, voice)
        self.standing = Label(nothing, voice)
        self.lines = Table(
            line_columns, voice, name=lambda voice: voice.tr("Loan card")
        ).without_find()
        self.lines.say_when_empty(lambda voice: voice.tr("Nothing was paid out yet."))
        self.plan = Table(
            plan_columns,
            voice,
            name=lambda voice: voice.tr("Plan of instalments"),
            identity=lambda row: (row.version, row.number),
        ).without_find()
        self.guarantors = Table(
            guarantor_columns,
            voice,
            name=lambda voice: voice.tr("Guarantors"),
            identity=lambda row: row.number,
        ).without_find()
        self.guarantors.say_when_empty(lambda voice: voice.tr("Nobody stands for this loan."))
        self.collateral = Table(
            collateral_columns,
            voice,
            name=lambda voice: voice.tr("Collateral"),
            identity=lambda row: row.number,
        ).without_find()
        self.collateral.say_when_empty(lambda voice: voice.tr("Nothing is pledged for this loan."))
        self._lay_out(voice, buttons)
        self.back.clicked.connect(self.left)

    def show_loan(self, answer: LoanPaper) -> None:
        loan = answer.loan
        party = answer.borrower.name if answer.borrower else loan.contract.lender
        self.name.say(lambda voice: f"{voice.digits(str(loan.contract.card))}  {party}")
        self.facts.say(lambda voice: facts(answer, voice))
        self.standing.say(lambda voice: standing(answer, voice))
        self.lines.set_rows(list(reversed(loan.lines)))
        self.plan.set_rows(
            [
                PlanLine(version.plan.version, at, due.day, due.principal, due.interest)
                for version in reversed(loan.plans)
                for at, due in enumerate(version.rows, start=1)
            ]
        )
        self.guarantors.set_rows(answer.guarantors)
        self.collateral.set_rows([one for one in loan.collateral if one.released_on is None])

    def _lay_out(self, voice: Voice, buttons: Sequence[Button]) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.facts)
        rows.addWidget(self.standing)
        rows.addWidget(ButtonRow(tuple(buttons)))
        rows.addWidget(
            Tabs(
                (
                    (lambda voice: voice.tr("Loan card"), self.lines),
                    (lambda voice: voice.tr("Plan of instalments"), self.plan),
                    (lambda voice: voice.tr("Guarantors"), self.guarantors),
                    (lambda voice: voice.tr("Collateral"), self.collateral),
                ),
                voice,
            ),
            1,
        )


def line_columns(voice: Voice) -> Sequence[ColumnSpec[CardLine]]:
    return (
        day_column(voice.tr("Date"), lambda row: row.date, voice),
        text_column(voice.tr("Item"), lambda row: happening(row.kind, voice), stretch=True),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice, adds=False),
        money_column(voice.tr("Principal"), lambda row: some(row.principal), voice),
        money_column(
            voice.tr("Interest"), lambda row: some(row.interest + row.interest_arrears), voice
        ),
        money_column(voice.tr("Penalty"), lambda row: some(row.penalty), voice),
        money_column(voice.tr("Owed after it"), lambda row: row.outstanding, voice, adds=False),
    )


def plan_columns(voice: Voice) -> Sequence[ColumnSpec[PlanLine]]:
    return (
        number_column(voice.tr("Plan"), lambda row: row.version, voice),
        number_column(voice.tr("No."), lambda row: row.number, voice),
        day_column(voice.tr("Due"), lambda row: row.due, voice),
        money_column(voice.tr("Principal"), lambda row: row.principal, voice, adds=False),
        money_column(voice.tr("Interest"), lambda row: row.interest, voice, adds=False),
        money_column(
            voice.tr("Instalment"), lambda row: row.principal + row.interest, voice, adds=False
        ),
    )


def guarantor_columns(voice: Voice) -> Sequence[ColumnSpec[Party]]:
    return (
        text_column(voice.tr("Member number"), lambda row: row.number),
        text_column(voice.tr("Guarantor"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Zone"), lambda row: row.zone_name),
    )


def collateral_columns(voice: Voice) -> Sequence[ColumnSpec[Collateral]]:
    return (
        text_column(voice.tr("Kind"), lambda row: security_name(row.kind, voice)),
        text_column(voice.tr("Description"), lambda row: row.description, stretch=True),
        money_column(voice.tr("Appraised value"), lambda row: row.value, voice),
        day_column(voice.tr("Date"), lambda row: row.on, voice),
    )


def facts(answer: LoanPaper, voice: Voice) -> str:
    """The terms of a loan in a few words."""
    contract = answer.loan.contract
    parts = [
        voice.name(answer.type_th, answer.type_en),
        voice.digits(contract.contract_number),
        voice.day(contract.on),
        voice.tr("Approved {amount} baht").format(amount=voice.money(contract.approved)),
        voice.tr("{percent} a year").format(percent=voice.percent(answer.rate, 4)),
        method_name(contract.method, contract.interest, voice),
        contract.purpose,
    ]
    return " · ".join(part for part in parts if part)


def standing(answer: LoanPaper, voice: Voice) -> str:
    """How a loan stands today in a few words."""
    row, now = answer.loan.row, answer.loan.standing
    if row.written_off_on is not None:
        return voice.tr("Written off on {day}").format(day=voice.day(row.written_off_on))
    if row.settled_on is not None:
        return voice.tr("Settled on {day}").format(day=voice.day(row.settled_on))
    parts = [voice.tr("Owed: {amount} baht").format(amount=voice.money(now.outstanding))]
    if now.days_late:
        parts.append(
            voice.tr("Late for {days} days: {amount} baht, {found}").format(
                amount=voice.money(now.amount_late),
                days=voice.number(now.days_late),
                found=class_name(row.loan_class, voice),
            )
        )
    if now.next_due is not None:
        parts.append(voice.tr("Next due {day}").format(day=voice.day(now.next_due)))
    parts.append(
        voice.tr("Settles the loan today: {amount} baht").format(
            amount=voice.money(answer.loan.settlement)
        )
    )
    return " · ".join(parts)


def some(amount: Money) -> Money | None:
    """Nothing where there is nothing, so that a list is quiet."""
    return None if amount == ZERO else amount
