"""One bank account: the bank's lines beside our movements, joined until both sides agree."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cash.columns import bank_name, booked_columns, line_columns
from desktop.cash.state import pairs
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from ledger.queries.banks import BankStatement
from reports.words.voice import Voice


class BankPage(QWidget):
    """Draws both sides; the screen does what its buttons say."""

    left = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.back = Button(lambda voice: voice.tr("All bank accounts"), voice)
        self.name = Label(nothing, voice, heading=True)
        self.facts = Label(nothing, voice)
        self.add_line = Button(lambda voice: voice.tr("Add a line"), voice)
        self.join_all = Button(lambda voice: voice.tr("Join what belongs together"), voice)
        self.join = Button(lambda voice: voice.tr("Join the two marked lines"), voice)
        self.part = Button(lambda voice: voice.tr("Take the line apart again"), voice)
        self.undo = Button(lambda voice: voice.tr("Take a line back"), voice)
        self.agree = Button(lambda voice: voice.tr("Agree with the bank"), voice)
        self.lines = Table(
            line_columns,
            voice,
            name=lambda voice: voice.tr("The bank's statement"),
            identity=lambda row: row.line,
        ).without_find()
        self.lines.say_when_empty(lambda voice: voice.tr("No line of a statement is typed yet."))
        self.booked = Table(
            booked_columns,
            voice,
            name=lambda voice: voice.tr("Booked, not on the statement"),
            identity=lambda row: row.entry,
        ).without_find()
        self.booked.say_when_empty(
            lambda voice: voice.tr("Everything in the books is on the statement.")
        )
        self._lay_out()

    def show_statement(self, statement: BankStatement) -> None:
        self.name.say(lambda voice: bank_name(statement.bank, voice))
        self.facts.say(lambda voice: facts(statement, voice))
        # What is open stands first; it is what the work is about.
        lines = sorted(statement.lines, key=lambda line: (line.entry is not None, -line.line))
        self.lines.set_rows(lines)
        self.booked.set_rows(statement.not_at_bank)
        self.join_all.setEnabled(bool(pairs(statement)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.facts)
        buttons = (self.add_line, self.join_all, self.join, self.part, self.undo, self.agree)
        rows.addWidget(ButtonRow(buttons))
        rows.addWidget(self.lines, 1)
        rows.addWidget(self.booked, 1)
        self.back.clicked.connect(self.left)


def facts(statement: BankStatement, voice: Voice) -> str:
    agreement = statement.bank.agreement
    said = voice.tr("The books say {booked}; the bank should say {expected}.").format(
        booked=voice.money(statement.booked), expected=voice.money(statement.expected)
    )
    if agreement is None:
        return said
    agreed = voice.tr("Last agreed at {day} with {amount}.").format(
        day=voice.day(agreement.at), amount=voice.money(agreement.statement)
    )
    return f"{said}\n{agreed}"
