"""Alt and a letter for every button of the window in front, the same letter in every language.

Thai letters would only work while the keyboard is set to Thai, and digits choose the areas. So a
button has a Latin letter of its English text, which Qt finds under the Thai layout too; the letters
are seen on the buttons while Alt is held down and take no room from Thai words.

Use:
    AccessKeys(app)             # once; it follows whichever window has the keyboard
    keys = give_keys(window)    # what a button answers to now, for tests
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from typing_extensions import override

from desktop.parts.look import colours_of
from desktop.parts.words import Tick, source_text

_GIVEN = "accessKey"
_BESIDE = 3  # pixels around a letter


def give_keys(window: QWidget) -> Mapping[QAbstractButton, str]:
    """Give every button that can be seen in the window a letter of its own; takes others back."""
    for button in window.findChildren(QAbstractButton):
        if button.property(_GIVEN):
            button.setShortcut(QKeySequence())
            button.setProperty(_GIVEN, None)
    buttons = sorted(_buttons(window), key=lambda button: _reading(button, window))
    letters = letters_for([source_text(button) for button in buttons])
    given = {button: one for button, one in zip(buttons, letters, strict=True) if one}
    for button, letter in given.items():
        button.setShortcut(QKeySequence(f"Alt+{letter}"))
        button.setProperty(_GIVEN, letter)
    return given


def letters_for(texts: Iterable[str]) -> list[str]:
    """One letter a text, none twice: the first of a word where that is free, else any other.

    Short texts choose first, so that Cancel has the same letter nearly everywhere.
    """
    texts = list(texts)
    found = [""] * len(texts)
    free = set(ascii_uppercase)
    in_turn = sorted(range(len(texts)), key=lambda at: len(texts[at].split()))
    for wishes in (_first_letters, _every_letter, _any_letter):
        for at in in_turn:
            if not found[at]:
                found[at] = next((one for one in wishes(texts[at]) if one in free), "")
                free.discard(found[at])
    return found


class AccessKeys(QObject):
    """Gives letters when Alt goes down and shows them on the buttons until it comes up again."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._tips: KeyTips | None = None
        self._watched: QWindow | None = None
        app.focusWindowChanged.connect(self.follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            self._hide()
            if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
                self._show()
        elif kind in _OVER:
            self._hide()
        return False

    def follow(self, window: QWindow | None) -> None:
        """Watch the keys of this window from now on, and of no other."""
        self._hide()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None

    def _show(self) -> None:
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        if window is not None:
            self._tips = KeyTips(window, give_keys(window))

    def _hide(self) -> None:
        if self._tips is not None:
            tips, self._tips = self._tips, None
            tips.hide()
            tips.deleteLater()


class KeyTips(QWidget):
    """The letters over their buttons; they are looked through by the mouse."""

    def __init__(self, window: QWidget, keys: Mapping[QAbstractButton, str]) -> None:
        super().__init__(window)
        self._tips = [
            (letter, button.mapTo(window, QPoint(0, 0)))
            for button, letter in keys.items()
            if not button.visibleRegion().isEmpty()
        ]
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        letters = self.fontMetrics()
        box = QRect(0, 0, letters.horizontalAdvance("W") + 2 * _BESIDE, letters.height())
        for letter, corner in self._tips:
            # On the corner of the button, so that its words can still be read.
            box.moveTo(max(0, corner.x() - box.width() // 2), max(0, corner.y() - _BESIDE))
            painter.fillRect(box, colours.ink)
            painter.setPen(colours.paper)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _buttons(window: QWidget) -> Iterator[QAbstractButton]:
    """Every button in this very window that can be seen and has no key of its own."""
    for button in window.findChildren(QAbstractButton):
        seen = button.isVisibleTo(window) and button.window() is window
        if isinstance(button, QPushButton | Tick) and seen and button.shortcut().isEmpty():
            yield button


def _reading(button: QAbstractButton, window: QWidget) -> tuple[int, int]:
    place = button.mapTo(window, QPoint(0, 0))
    return place.y(), place.x()


def _first_letters(text: str) -> Iterator[str]:
    return (word[0].upper() for word in text.split())


def _every_letter(text: str) -> Iterator[str]:
    return iter(text.upper())


def _any_letter(_text: str) -> Iterator[str]:
    return iter(ascii_uppercase)


_OVER = {
    QEvent.Type.KeyRelease,
    QEvent.Type.FocusOut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Resize,
}
