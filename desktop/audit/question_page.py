"""The auditor's questions with everything that was said to each."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.columns import answer_columns, question_columns
from desktop.audit.desk import DeskPage
from desktop.audit.dialogs import SayDialog
from desktop.audit.state import Leads, question_facts
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Says
from desktop.session.question_dialog import AskDialog
from desktop.session.screen import Screen
from ledger.domain.auditing import QuestionState
from ledger.queries.audit_desk import QuestionView, audit_questions
from reports.words.choices import QUESTION_STATES
from reports.words.voice import Voice


class QuestionPage(DeskPage):
    """Questions above, the answers to the marked one below; Enter goes to what it is about."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        options = [(None, _all), *((state, _state(state)) for state in QuestionState)]
        self.state = PickField(self.voice, options)
        self.ask = Button(lambda voice: voice.tr("Ask the treasurer"), self.voice, main=True)
        self.answer = Button(lambda voice: voice.tr("Answer the question"), self.voice)
        self.settle = Button(lambda voice: voice.tr("Settle the question"), self.voice)
        self.questions = Table(
            question_columns,
            self.voice,
            name=lambda voice: voice.tr("Questions"),
            identity=lambda row: row.question,
        )
        self.questions.say_when_empty(lambda voice: voice.tr("There is no question here."))
        self.answers = Table(
            answer_columns, self.voice, name=lambda voice: voice.tr("What was said")
        ).without_find()
        buttons = (self.ask, self.answer, self.settle)
        self.put(
            ((lambda voice: voice.tr("State"), self.state),),
            buttons,
            (self.questions, self.answers),
        )
        self.state.changed.connect(self.freshen)
        self.questions.chosen.connect(self._choose)
        self.questions.activated.connect(self._open)
        self.ask.clicked.connect(self._ask)
        self.answer.clicked.connect(lambda: self._say(settles=False))
        self.settle.clicked.connect(lambda: self._say(settles=True))

    @override
    def freshen(self) -> None:
        picked = self.state.picked()
        state = picked if isinstance(picked, QuestionState) else None
        found = self.session.ask(audit_questions, state=state)
        self.facts.say(lambda voice: question_facts(found, voice))
        self.questions.set_rows(sorted(found.rows, key=lambda row: -row.question))
        if found.rows and self.questions.current() is None:
            self.questions.view.selectRow(0)
        self._choose(self.questions.current())

    def _choose(self, row: QuestionView | None) -> None:
        self.answers.set_rows(() if row is None else row.answers)
        waits = row is not None and row.state is not QuestionState.SETTLED
        self.answer.setEnabled(waits)
        self.settle.setEnabled(waits)

    def _open(self, row: QuestionView) -> None:
        if row.entry is not None:
            self.go(Leads("journal", row.entry))
        elif row.member is not None:
            self.go(Leads("members", row.member))

    def _ask(self) -> None:
        self.desk.show_form(AskDialog(self.session, self.voice))

    def _say(self, *, settles: bool) -> None:
        row = self.questions.current()
        if isinstance(row, QuestionView):
            self.desk.show_form(SayDialog(self.session, self.voice, row, settles=settles))


def _all(voice: Voice) -> str:
    return voice.tr("All")


def _state(state: QuestionState) -> Says:
    return lambda voice: voice.tr(QUESTION_STATES[state])
