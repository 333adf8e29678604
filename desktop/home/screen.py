"""Home: what to do next, cash and bank now, the proof, and money over twelve months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.home.columns import money_columns, proof_columns, task_columns
from desktop.home.state import MoneyNow, Task, money_now, tasks
from desktop.parts.ask import Asks
from desktop.parts.chart import ChartPane
from desktop.parts.chart_state import ChartData, Series
from desktop.parts.lamp import Lamp, LampState
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.session import Place, Session
from desktop.session.columns_of_two import Columns
from desktop.session.screen import Opens, Screen, show_dialog
from ledger.domain.days import Month
from ledger.domain.money import ZERO
from reports.words.voice import Voice

if TYPE_CHECKING:  # loaded with the questions, after the window stands
    from desktop.home.asking import HomeFacts
    from ledger.queries.control import ControlRow
    from ledger.queries.next_instalments import NextInstalment


class HomeScreen(Screen):
    """A list of tasks on the left, how the cooperative stands on the right."""

    SHOWS = frozenset(
        {"entries", "closings", "paper_prints", "bank_matches", "reconciliations"}
        | {"audit_questions", "backups_taken", "loan_contracts", "loan_payments"}
        | {"approval_requests", "approvals", "welfare_claims", "restorations"}
        | {"sheet_looks", "keys_noted", "users"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._facts: HomeFacts | None = None
        self._asked = 0
        self.tasks = Table(
            task_columns,
            voice,
            name=lambda voice: voice.tr("What to do next"),
            identity=lambda task: (task.kind, task.key, task.month),
        ).without_find()
        self.money = Table(
            money_columns, voice, name=lambda voice: voice.tr("Cash and bank now")
        ).without_find()
        self.lamp = Lamp(voice)
        self.figures = Button(self._figures_text, voice)
        self.tasks.say_when_empty(lambda voice: voice.tr("Reading the books."))
        self.chart = ChartPane(
            self._chart_data,
            voice,
            title=lambda voice: voice.tr("Savings, loans and debt over twelve months"),
        )
        left = self._column((self.tasks, 3), (self.money, 2))
        self._right = self._column((self.chart, 1), (self.lamp, 0), (self.figures, 0))
        self.body.addWidget(Columns(left, self._right, shares=(3, 2)), 1)
        self.setFocusProxy(self.tasks)
        self.tasks.activated.connect(self._open_task)
        self.money.activated.connect(self._open_money)
        self.chart.activated.connect(self._open_month)
        self.figures.clicked.connect(self._turn)

    @cached_property
    def proof(self) -> Table:
        """The cards beside their accounts; made when somebody asks for it, or when they differ."""
        made = Table(
            proof_columns,
            self.voice,
            name=lambda voice: voice.tr("Cards beside control accounts"),
            identity=lambda row: row.account,
        ).without_find()
        made.hide()
        made.activated.connect(self._open_account)
        _put_below(self._right, made, 1)
        if self._facts is not None:
            made.set_rows(self._facts.proof.rows)
        return made

    @override
    def ask_again(self) -> None:
        """Ask off the main thread: the keyboard is taken before the figures of ten years are."""
        self._asked += 1
        asked, today = self._asked, self.session.today
        self.session.work(
            lambda _work: _facts_of(self.session, today),
            then=lambda facts: self._answered(asked, facts),
        )

    def _answered(self, asked: int, facts: HomeFacts) -> None:
        if asked != self._asked:
            return  # something changed meanwhile, and is asked for anew
        self._show(facts)
        self.money.set_rows(money_now(facts))
        if "proof" in vars(self):
            self.proof.set_rows(facts.proof.rows)
        if facts.proof.agrees:
            self.lamp.show_state(LampState.GOOD, _agrees)
        else:
            self.lamp.show_state(LampState.PROBLEM, _differs)
            self.proof.show()
        self.chart.show_data(self._chart_data)
        self._ask_lenders(asked, facts)

    def _show(self, facts: HomeFacts) -> None:
        self._facts = facts
        self.tasks.set_rows(tasks(facts))

    def _ask_lenders(self, asked: int, facts: HomeFacts) -> None:
        """What lenders are owed next needs every loan's card: the list does not wait for it."""
        self.session.work(
            lambda _work: _lenders_of(self.session, facts.today),
            then=lambda rows: self._with_lenders(asked, facts, rows),
        )

    def _with_lenders(self, asked: int, facts: HomeFacts, rows: tuple[NextInstalment, ...]) -> None:
        if asked == self._asked:
            self._show(replace(facts, instalments=rows))

    def _column(self, *parts: tuple[QWidget, int]) -> QWidget:
        """Parts one below the other, each with its share of the height that is left."""
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget, share in parts:
            _put_below(column, widget, share)
        return column

    def _open_task(self, task: Task) -> None:
        self.go_to.emit(Place(task.area, task.key))

    def _open_money(self, row: MoneyNow) -> None:
        if row.bank:
            self.go_to.emit(Place("cash", ("bank", row.bank)))
        else:
            from ledger.queries.cash import cash_book

            today = self.session.today
            self._show_lines(self.session.ask(cash_book, since=today, until=today).account)

    def _open_month(self, place: int) -> None:
        """The balances that stood at the end of a month; each of them opens its account."""
        if self._facts is not None:
            last = self._facts.trend.months[place].last
            self.go_to.emit(Place("papers", ("trial-balance", min(last, self.session.today))))

    def _open_account(self, row: ControlRow) -> None:
        self._show_lines(row.account)

    def _show_lines(self, account: str) -> None:
        """From the beginning of last month on: early in a month there is little in it."""
        today = self.session.today
        self.show_account(account, since=Month.of(today).plus(-1).first, until=today)

    def _turn(self) -> None:
        self.proof.setVisible(self.proof.isHidden())
        self.figures.say(self._figures_text)

    def _figures_text(self, voice: Voice) -> str:
        shown = "proof" in vars(self) and not self.proof.isHidden()
        return voice.tr("Hide the proof") if shown else voice.tr("Show the proof")

    def _chart_data(self, voice: Voice) -> ChartData:
        if self._facts is None:
            return ChartData((), ())
        trend = self._facts.trend
        return ChartData(
            tuple(voice.month(month, "short") for month in trend.months),
            tuple(
                Series(name, amounts)
                for name, amounts in (
                    (voice.tr("Savings"), trend.savings),
                    (voice.tr("Shares"), trend.shares),
                    (voice.tr("Loans to members"), trend.loans),
                    (voice.tr("Owed to lenders"), trend.debt),
                )
                # A group that neither lends nor borrows has no line on the floor.
                if any(amount != ZERO for amount in amounts) or amounts is trend.savings
            ),
        )


def _put_below(column: QWidget, widget: QWidget, share: int) -> None:
    rows = column.layout()
    if isinstance(rows, QVBoxLayout):
        rows.addWidget(widget, share)


def _facts_of(session: Session, today: date) -> HomeFacts:
    from desktop.home.asking import home

    return session.ask(home, today=today, encrypted=session.encrypted)


def _lenders_of(session: Session, today: date) -> tuple[NextInstalment, ...]:
    from ledger.queries.next_instalments import next_instalments

    return session.ask(next_instalments, at=today).rows


def _agrees(voice: Voice) -> str:
    return voice.tr("The cards of members and banks add up to the control accounts")


def _differs(voice: Voice) -> str:
    return voice.tr("Cards and control accounts differ. Call your auditor before you go on.")
