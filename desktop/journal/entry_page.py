"""One entry down to its act: lines, papers, who booked it when, and what took it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.journal.columns import line_columns, state_text
from desktop.journal.state import can_reverse, whose
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from ledger.queries.journal import EntryView
from reports.words.events import event_name
from reports.words.voice import Voice


class EntryPage(QWidget):
    """Draws an entry; the screen does what its buttons say."""

    left = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.back = Button(lambda voice: voice.tr("All entries"), voice)
        self.name = Label(nothing, voice, heading=True)
        self.facts = Label(nothing, voice).let_copy()
        self.paper = Button(lambda voice: voice.tr("Show the paper"), voice, main=True)
        self.reverse = Button(lambda voice: voice.tr("Take back"), voice)
        self.correct = Button(lambda voice: voice.tr("Take back and book anew"), voice)
        self.other = Button(lambda voice: voice.tr("Go to the linked entry"), voice)
        self.member = Button(lambda voice: voice.tr("Go to the member"), voice)
        self.question = Button(lambda voice: voice.tr("Ask about it"), voice)
        self.act = Button(lambda voice: voice.tr("The act in the log"), voice)
        self.lines = Table(
            line_columns,
            voice,
            name=lambda voice: voice.tr("The entry"),
        ).without_find()
        self._lay_out()

    def show_entry(self, view: EntryView) -> None:
        row = view.entry
        self.name.say(
            lambda voice: voice.tr("Entry {number} · {what} · {amount} baht").format(
                number=voice.digits(str(row.number)),
                what=event_name(row.event, voice),
                amount=voice.money(row.total),
            )
        )
        self.facts.say(lambda voice: facts(view, voice))
        self.lines.set_rows(row.lines)
        self.reverse.setVisible(can_reverse(row))
        self.correct.setVisible(can_reverse(row))
        self.other.setVisible(row.reverses is not None or row.reversed_by is not None)
        self.member.setVisible(any(line.member for line in row.lines))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.facts)
        undo = (self.correct, self.reverse)
        leads = (self.other, self.member, self.question, self.act)
        rows.addWidget(ButtonRow((self.paper, *undo, *leads)))
        rows.addWidget(self.lines, 1)
        self.back.clicked.connect(self.left)


def facts(view: EntryView, voice: Voice) -> str:
    """Day, whose, papers, act: one line each, as far as there is something to say."""
    row = view.entry
    return "\n".join(
        line
        for line in (
            voice.tr("Day: {day}").format(day=voice.day(row.on, "long")),
            whose(row),
            row.memo if row.memo != whose(row) else "",
            voice.tr("Papers: {papers}").format(papers=voice.digits(", ".join(row.papers)))
            if row.papers
            else "",
            state_text(row, voice),
            voice.tr("Reason: {reason}").format(reason=row.reason) if row.reason else "",
            _act(view, voice),
        )
        if line
    )


def _act(view: EntryView, voice: Voice) -> str:
    if not view.act.user:  # a book in which nobody has a name yet
        return voice.tr("Act {act}, {moment}, fingerprint code {code}").format(
            act=voice.digits(str(view.act.number)),
            moment=voice.moment(view.act.moment),
            code=view.act.code,
        )
    return voice.tr("Act {act} by {user}, {moment}, fingerprint code {code}").format(
        act=voice.digits(str(view.act.number)),
        user=view.act.user,
        moment=voice.moment(view.act.moment),
        code=view.act.code,
    )
