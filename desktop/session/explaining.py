"""Definitions on F1: what the terms mean that somebody is looking at, and all others to look up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from typing_extensions import override

from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing, unbroken
from reports.words.definitions import Definition, definitions, used_in
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class _Term:
    """A definition, and whether its term stands in what is being looked at."""

    definition: Definition
    here: bool


def term_columns(voice: Voice) -> Sequence[ColumnSpec[_Term]]:
    return (
        text_column(voice.tr("Term"), lambda row: row.definition.term(voice), stretch=True),
        text_column(voice.tr("On this screen"), lambda row: voice.tr("here") if row.here else ""),
    )


class DefinitionsDialog(Dialog):
    """The terms on the left of a reader's question first; the meaning of the chosen one below."""

    def __init__(self, found: Sequence[Definition], voice: Voice) -> None:
        super().__init__(lambda voice: voice.tr("What the words mean"), voice)
        self._found = tuple(found)
        self.terms = Table(
            term_columns,
            voice,
            name=lambda voice: voice.tr("Terms"),
            identity=lambda row: row.definition.english,
        )
        self.term = Label(nothing, voice, heading=True)
        self.meaning = Label(nothing, voice).let_copy()
        self.close_it = Button(lambda voice: voice.tr("Close"), voice, main=True)
        self.body.addWidget(self.terms, 1)
        self.body.addWidget(self.term)
        self.body.addWidget(self.meaning)
        self.add_buttons(self.close_it)
        self.setMinimumSize(self.fontMetrics().averageCharWidth() * 70, 0)
        self.terms.chosen.connect(self._explain)
        self.terms.activated.connect(self._explain)
        self.close_it.clicked.connect(self.accept)
        self._fill()

    def _fill(self) -> None:
        others = [one for one in definitions(self.voice) if one not in self._found]
        rows = [
            *(_Term(one, here=True) for one in self._found),
            *(_Term(one, here=False) for one in others),
        ]
        self.terms.set_rows(rows)
        self.terms.choose(rows[0].definition.english)
        self._explain(rows[0])
        self.terms.find_line.setFocus()

    def _explain(self, row: _Term | None) -> None:
        if row is None:
            return
        one = row.definition
        self.term.say(lambda _voice: f"{one.english[:1].upper()}{one.english[1:]} · {one.thai}")
        self.meaning.say(one.meaning)


class HelpKey(QObject):
    """Listens for F1 in whatever window it is set on; ``asked`` carries that window."""

    asked = Signal(QWidget)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F1
        ):
            self.asked.emit(watched)
            return True
        return False


def asked_about(window: QWidget, voice: Voice) -> tuple[Definition, ...]:
    """The terms in sight: those of the input with the keyboard first, then the whole window's."""
    return used_in(_texts(window), voice)


def _texts(window: QWidget) -> Iterator[str]:
    focus = QApplication.focusWidget()
    if focus is not None:
        yield focus.accessibleName()
        yield focus.accessibleDescription()
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield unbroken(widget.text())
        elif isinstance(widget, QTableView):
            yield widget.accessibleName()
            yield from _heads(widget)


def _heads(view: QTableView) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount()):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(head, str):
            yield head
