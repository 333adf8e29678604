"""Fields for words: one line, several lines, one of a few.

Use:
    name = form.add(lambda voice: voice.tr("Name"), TextField(voice))
    name.words()                # cleaned, "" while there is something wrong with it
    zone = form.add(lambda voice: voice.tr("Zone"), PickField(voice, [(1, verbatim("โซน 1"))]))
    zone.picked()               # the value, here 1
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from desktop.parts.field import Field
from desktop.parts.words import Says
from ledger.domain.fingerprint import in_one_line
from ledger.domain.seen import LONGEST_NAME, LONGEST_NOTE
from reports.words.refusals.typing import wrong_text
from reports.words.texts import WrongText, clean_name, clean_note
from reports.words.voice import Voice

_FEWEST_LETTERS = 14  # of a choice that has no room for all of its words


class TextField(Field):
    """One line of words; ``secret`` hides what is typed, as for passwords.

    A ``code`` from paper is its letters: line breaks that come with a pasted one are spaces.
    """

    edit: QLineEdit

    def __init__(
        self,
        voice: Voice,
        *,
        longest: int = LONGEST_NAME,
        secret: bool = False,
        code: bool = False,
    ) -> None:
        super().__init__(QLineEdit(), voice)
        self._longest = longest
        self._secret, self._code = secret, code
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textEdited.connect(self.was_edited)
        self.edit.editingFinished.connect(self.was_left)

    def words(self) -> str:
        """What was typed, without spaces at the ends; empty while it cannot be taken."""
        read = self._read()
        return read if isinstance(read, str) else ""

    def typed(self) -> str:
        """Exactly what was typed."""
        return self.edit.text()

    def set_words(self, words: str) -> None:
        self.edit.setText(words)
        self.draw()

    @override
    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() and self.optional:
            return None
        read = self._read()
        return _wrong(read) if isinstance(read, WrongText) else None

    def _read(self) -> str | WrongText:
        # Spaces belong to a password like any other sign.
        if self._secret and self.edit.text():
            return self.edit.text()
        text = in_one_line(self.edit.text()) if self._code else self.edit.text()
        return clean_name(text, self._longest)


class LongTextField(Field):
    """Several lines of words; Tab goes on to the next field, pasted text comes in plain."""

    edit: LongTextEdit

    def __init__(self, voice: Voice, *, longest: int = LONGEST_NOTE, lines: int = 3) -> None:
        super().__init__(LongTextEdit(lines), voice)
        self._longest = longest
        self.edit.textChanged.connect(self.was_edited)
        self.edit.left.connect(self.was_left)

    def words(self) -> str:
        """What was typed; empty while it cannot be taken."""
        read = clean_note(self.edit.toPlainText(), self._longest)
        return read if isinstance(read, str) else ""

    def set_words(self, words: str) -> None:
        self.edit.setPlainText(words)

    @override
    def is_empty(self) -> bool:
        return not self.edit.toPlainText().strip()

    @override
    def trouble(self) -> Says | None:
        read = clean_note(self.edit.toPlainText(), self._longest)
        if isinstance(read, WrongText) and not self.is_empty():
            return _wrong(read)
        if self.is_empty() and not self.optional:
            return lambda voice: voice.tr("Nothing is entered here. Write the text, then go on.")
        return None


class LongTextEdit(QPlainTextEdit):
    """The box itself, as high as its lines."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self._fit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + margins + 4)


class Picker(QComboBox):
    """As wide as its longest words where there is room; its list always is."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        letters = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(min(least.width(), letters), least.height())

    @override
    def showPopup(self) -> None:
        self.view().setMinimumWidth(super().minimumSizeHint().width())
        super().showPopup()


class PickField(Field):
    """One of a few, each with its words; the first one stands there at the beginning."""

    edit: QComboBox

    def __init__(self, voice: Voice, options: Sequence[tuple[Hashable, Says]]) -> None:
        super().__init__(Picker(), voice)
        self._options: tuple[tuple[Hashable, Says], ...] = ()
        self.set_options(options)
        self.edit.activated.connect(self.was_edited)

    def picked(self) -> Hashable:
        """The value that is picked; None when there is nothing to pick."""
        at = self.edit.currentIndex()
        return self._options[at][0] if 0 <= at < len(self._options) else None

    @override
    def trouble(self) -> Says | None:
        if self._options or self.optional:
            return None
        return lambda voice: voice.tr("There is nothing to choose here now. Leave this form.")

    def pick(self, value: Hashable) -> None:
        values = [option for option, _ in self._options]
        if value in values:
            self.edit.setCurrentIndex(values.index(value))

    def set_options(self, options: Sequence[tuple[Hashable, Says]]) -> None:
        """Offer these instead; what was picked stays when it is still there."""
        kept = self.picked()
        self._options = tuple(options)
        self.edit.clear()
        self.edit.addItems([says(self.voice) for _, says in self._options])
        self.pick(kept)

    @override
    def set_voice(self, voice: Voice) -> None:
        for at, (_, says) in enumerate(self._options):
            self.edit.setItemText(at, says(voice))
        super().set_voice(voice)


def _wrong(read: WrongText) -> Says:
    return lambda voice: wrong_text(read, voice)
