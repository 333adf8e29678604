"""The budget of the fiscal year beside what was booked, and the form that sets it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.month_end.state import budget_accounts, budget_items
from desktop.parts.columns import ColumnSpec, money_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.money_field import MoneyField
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.session import Session
from ledger.domain.money import ZERO
from ledger.queries.accounts import ChartRow, chart
from ledger.queries.budget_comparison import BudgetComparison, BudgetRow, budget_comparison
from ledger.usecases.budgeting import SetBudget
from reports.words.voice import Voice


class BudgetPage(QWidget):
    """Draws the comparison; the buttons say what can be done, the screen does it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.decide = Button(lambda voice: voice.tr("Set the budget"), voice, main=True)
        self.report = Button(lambda voice: voice.tr("Budget and actual"), voice)
        self.facts = Label(nothing, voice)
        self.found: BudgetComparison | None = None
        self.table = Table(
            _columns,
            voice,
            name=lambda voice: voice.tr("Budget and actual"),
            identity=lambda row: row.account,
        ).without_find()
        rows = QVBoxLayout(self)
        rows.addWidget(ButtonRow((self.decide, self.report)))
        rows.addWidget(self.facts)
        rows.addWidget(self.table, 1)

    def show_budget(self, found: BudgetComparison) -> None:
        self.found = found
        self.table.set_rows([*found.income.rows, *found.expense.rows])
        self.facts.say(lambda voice: _facts(found, voice))


class BudgetDialog(CommandDialog):
    """An amount beside each income and expense account, for this fiscal year or the next."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Set the budget"),
            verb=lambda voice: voice.tr("Set the budget"),
        )
        found = session.ask(budget_comparison, at=session.today)
        years = (found.year, found.year + 1)
        self.year = self.add(
            "year",
            lambda voice: voice.tr("Fiscal year"),
            PickField(voice, [(year, _year(year)) for year in years]),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.amounts: dict[str, MoneyField] = {}
        for row in budget_accounts(session.ask(chart, at=session.today).rows):
            self.amounts[row.account] = self.add(
                f"items.{row.account}", _named(row), MoneyField(voice), optional=True
            )
        for line in (*found.income.rows, *found.expense.rows):
            if line.budget > ZERO and line.account in self.amounts:
                self.amounts[line.account].set_amount(line.budget)

    @override
    def command(self) -> SetBudget | None:
        year, day, resolution = self.year.picked(), self.day.day(), self.resolution.words()
        items = budget_items({code: field.amount() for code, field in self.amounts.items()})
        if not (isinstance(year, int) and day is not None and resolution and items):
            return None
        return SetBudget(year=year, on=day, resolution=resolution, items=items)


def _columns(voice: Voice) -> Sequence[ColumnSpec[BudgetRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.account),
        text_column(
            voice.tr("Account"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        money_column(voice.tr("Budget"), lambda row: row.budget, voice, adds=False),
        money_column(voice.tr("Actual"), lambda row: row.actual, voice, adds=False),
        money_column(voice.tr("Difference"), lambda row: row.left, voice, adds=False),
        text_column(
            voice.tr("Part used"),
            lambda row: "" if row.used is None else voice.percent(row.used),
        ),
    )


def _facts(found: BudgetComparison, voice: Voice) -> str:
    year = voice.tr("Fiscal year {year}").format(year=voice.year(found.year))
    if found.decided_on is None:
        return f"{year} · {voice.tr('No budget was decided for this fiscal year.')}"
    return f"{year} · {found.resolution} · {voice.day(found.decided_on)}"


def _year(year: int) -> Says:
    return lambda voice: voice.year(year)


def _named(row: ChartRow) -> Says:
    return lambda voice: f"{row.account} {voice.name(row.name_th, row.name_en)}"
