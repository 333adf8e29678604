"""The one place that opens message boxes and file choosers; everything else is handed an ``Asks``.

Use:
    ask = Ask(window, voice)
    if ask.sure(lambda voice: voice.tr("Close the sheet?"), yes=lambda voice: voice.tr("Close it")):
        …
    path = ask.save_file(title, kind, "report.pdf")     # None when nobody wants to

Tests pass ``ScriptedAsk`` (scripted_ask.py), which answers from a list and keeps what was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.parts.dialog import Dialog
from desktop.parts.look import room_above, room_below
from desktop.parts.words import SOURCE, Button, Label, Says, breakable, nothing, without_mnemonic
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: its name for people and its endings, such as ``("pdf",)``."""

    name: Says
    endings: tuple[str, ...]

    def filter(self, voice: Voice) -> str:
        patterns = " ".join(f"*.{ending}" for ending in self.endings)
        # Brackets in a name would be read as patterns.
        plain = self.name(voice).replace("(", " ").replace(")", " ").strip()
        return f"{plain} ({patterns})"


class Asks(Protocol):
    """Whoever can put a question to the person at the keyboard."""

    def tell(self, says: Says, *, details: Says | None = None) -> None:
        """Say something that needs no answer."""

    def sure(self, question: Says, *, yes: Says, grave: bool = False) -> bool:
        """Ask before something is done; Enter alone never does a grave thing."""

    def choose(self, question: Says, answers: Sequence[Says]) -> int | None:
        """Ask for one of several answers; None when the question was left."""

    def line(self, question: Says, *, typed: str = "", secret: bool = False) -> str | None:
        """Ask for one line of text, such as a reason; None when the question was left.

        What is ``secret`` is hidden while it is typed.
        """

    def open_file(self, title: Says, kinds: Sequence[FileKind], folder: Path) -> Path | None: ...

    def save_file(self, title: Says, kind: FileKind, proposed: Path) -> Path | None:
        """Ask where to write; the ending is added when it was not typed."""

    def folder(self, title: Says, start: Path) -> Path | None: ...

    def set_voice(self, voice: Voice) -> None:
        """Ask in another voice from now on."""


class Ask:
    """Asks with real windows above their parent."""

    def __init__(self, parent: QWidget | None, voice: Voice) -> None:
        self._parent = parent
        self._voice = voice

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    def tell(self, says: Says, *, details: Says | None = None) -> None:
        tell_box(says, self._voice, details=details, parent=self._parent).exec()

    def sure(self, question: Says, *, yes: Says, grave: bool = False) -> bool:
        box = sure_box(question, self._voice, yes=yes, grave=grave, parent=self._parent)
        box.exec()
        return box.chosen == 0

    def choose(self, question: Says, answers: Sequence[Says]) -> int | None:
        box = choice_box(question, answers, self._voice, parent=self._parent)
        box.exec()
        return box.chosen

    def line(self, question: Says, *, typed: str = "", secret: bool = False) -> str | None:
        dialog = LineDialog(question, self._voice, typed=typed, parent=self._parent)
        if secret:
            dialog.edit.setEchoMode(QLineEdit.EchoMode.Password)
        return dialog.edit.text() if dialog.exec() else None

    def open_file(self, title: Says, kinds: Sequence[FileKind], folder: Path) -> Path | None:
        filters = ";;".join(kind.filter(self._voice) for kind in kinds)
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, title(self._voice), str(folder), filters
        )
        return Path(chosen) if chosen else None

    def save_file(self, title: Says, kind: FileKind, proposed: Path) -> Path | None:
        dialog = QFileDialog(self._parent, title(self._voice), str(proposed.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind.filter(self._voice))
        dialog.setDefaultSuffix(kind.endings[0])  # so that "replace it?" asks about the true name
        dialog.selectFile(proposed.name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def folder(self, title: Says, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._parent, title(self._voice), str(start))
        return Path(chosen) if chosen else None


class QuestionBox(QMessageBox):
    """A box with a plain text whose answer is the place of the pressed button."""

    def __init__(self, says: Says, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._answers: list[QPushButton] = []
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(breakable(says(voice)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        for label in self.findChildren(QLabel):
            metrics = label.fontMetrics()
            label.setContentsMargins(0, room_above(metrics), 0, room_below(metrics))
        super().showEvent(event)

    @property
    def chosen(self) -> int | None:
        """The place of the pressed answer; None when the box was left."""
        pressed = self.clickedButton()
        return next((at for at, button in enumerate(self._answers) if button is pressed), None)

    def add_answer(self, says: Says, role: QMessageBox.ButtonRole) -> QPushButton:
        button = self._add(says, role)
        self._answers.append(button)
        return button

    def add_way_out(self, says: Says) -> QPushButton:
        button = self._add(says, QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(button)
        return button

    def _add(self, says: Says, role: QMessageBox.ButtonRole) -> QPushButton:
        button = self.addButton(without_mnemonic(says(self._voice)), role)
        button.setProperty(SOURCE, says(Voice("en")))
        return button


def tell_box(
    says: Says, voice: Voice, *, details: Says | None = None, parent: QWidget | None = None
) -> QuestionBox:
    box = QuestionBox(says, voice, parent)
    box.setIcon(QMessageBox.Icon.Information)
    if details is not None:
        box.setInformativeText(breakable(details(voice)))
    box.setDefaultButton(box.add_way_out(_ok))
    return box


def sure_box(
    question: Says, voice: Voice, *, yes: Says, grave: bool = False, parent: QWidget | None = None
) -> QuestionBox:
    box = QuestionBox(question, voice, parent)
    box.setIcon(QMessageBox.Icon.Warning if grave else QMessageBox.Icon.Question)
    agree = box.add_answer(yes, QMessageBox.ButtonRole.AcceptRole)
    leave = box.add_way_out(_cancel)
    box.setDefaultButton(leave if grave else agree)
    return box


def choice_box(
    question: Says, answers: Sequence[Says], voice: Voice, *, parent: QWidget | None = None
) -> QuestionBox:
    box = QuestionBox(question, voice, parent)
    box.setIcon(QMessageBox.Icon.Question)
    for says in answers:
        box.add_answer(says, QMessageBox.ButtonRole.ActionRole)
    box.add_way_out(_cancel)
    return box


class LineDialog(Dialog):
    """One question, one line to type."""

    def __init__(
        self, question: Says, voice: Voice, *, typed: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(nothing, voice, parent)
        label = Label(question, voice)
        self.edit = QLineEdit(typed)
        self.edit.setAccessibleName(label.text())
        label.setBuddy(self.edit)
        accept = Button(_ok, voice, main=True)
        accept.clicked.connect(self.accept)
        leave = Button(_cancel, voice)
        leave.clicked.connect(self.reject)
        self.body.addWidget(label)
        self.body.addWidget(self.edit)
        self.add_buttons(accept, leave)


def _ok(voice: Voice) -> str:
    return voice.tr("OK")


def _cancel(voice: Voice) -> str:
    return voice.tr("Cancel")
