"""Texts on widgets: always plain, told again in another language, Thai broken at word boundaries.

Qt breaks Thai lines only where the system brings libthai (technology.md 2), so texts that are only
shown carry invisible break marks. They are never stored, never copied, never put into an editor.

    heading = Label(lambda voice: voice.tr("Members"), voice)
    heading.say(lambda voice: voice.tr("{n} members").format(n=voice.number(118)))
    retell(window, other_voice)          # every label, button and field below changes its language
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton, QWidget
from typing_extensions import override

from desktop.parts.look import heading_font, room_above
from reports.render.segmenter import split
from reports.words.voice import Voice

# A text as a recipe: keeping the facts and not the sentence lets a text change its language alone.
Says = Callable[[Voice], str]

BREAK = "\u200b"
SOURCE = "sourceText"  # the property of buttons that Qt makes for us, such as those of boxes
_LINE_HEIGHT = 130  # percent


def verbatim(text: str) -> Says:
    """A text that is the same in every language: a name, a number."""
    return lambda _voice: text


def nothing(_voice: Voice) -> str:
    """No text at all."""
    return ""


def breakable(text: str) -> str:
    """The text with invisible break marks between Thai words; for showing only."""
    pieces = split(text)
    marked = pieces[:1]
    for before, piece in pairwise(pieces):
        marked.append(f"{BREAK}{piece}" if _is_thai(before[-1]) and _is_thai(piece[0]) else piece)
    return "".join(marked)


def unbroken(text: str) -> str:
    """The text as it was before ``breakable``."""
    return text.replace(BREAK, "")


def without_mnemonic(text: str) -> str:
    """The text for buttons and menus, where a lone ampersand would underline a letter."""
    return text.replace("&", "&&")


def source_text(widget: QWidget) -> str:
    """What a button says in English, for what must be the same in every language."""
    if isinstance(widget, Button | Tick):
        return widget.says(Voice("en"))
    return str(widget.property(SOURCE) or "")


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e4e"


@runtime_checkable
class Spoken(Protocol):
    """Whatever shows texts and can tell them again for another reader."""

    def set_voice(self, voice: Voice) -> None: ...


def retell(root: QWidget, voice: Voice) -> None:
    """Tell every spoken piece below the root in another voice; what was typed stays."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Spoken):
            widget.set_voice(voice)


class Label(QLabel):
    """One plain text that wraps; markup in it is shown as typed, never obeyed."""

    def __init__(
        self, says: Says, voice: Voice, *, wraps: bool = True, heading: bool = False
    ) -> None:
        super().__init__()
        self._says = says
        self._voice = voice
        self._heading = heading
        self.setTextFormat(Qt.TextFormat.RichText)  # of our making: see _as_lines
        self.setWordWrap(wraps)
        self._make_room()

    def say(self, says: Says) -> None:
        self._says = says
        self._draw()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._draw()

    def let_copy(self) -> Label:
        """Let people mark and copy the text, by mouse and by keyboard."""
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        return self

    @override
    def text(self) -> str:
        """What the label says, without break marks."""
        return self._says(self._voice)

    @override
    def selectedText(self) -> str:
        return unbroken(super().selectedText())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt's own menu would copy the break marks too.
        if not self.hasSelectedText():
            event.ignore()
            return
        menu = QMenu(self)
        menu.addAction(self._voice.tr("Copy text"), self._copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText())

    def own_font(self) -> QFont | None:
        """The font of this label where it has one of its own, in the program's size now."""
        return heading_font() if self._heading else None

    def _make_room(self) -> None:
        font = self.own_font()
        if font is not None and self.font() != font:
            self.setFont(font)
        self.setContentsMargins(0, 1, 0, 0)  # a mark that fits to the pixel is seen to be whole
        self._draw()

    def _draw(self) -> None:
        text = self._says(self._voice)
        self.setText(_as_lines(text, _strut(self)))
        self.setAccessibleName(text)


def _strut(label: QLabel) -> float:
    """In points, letters so large that tone marks over tall vowels fit beside them."""
    metrics = label.fontMetrics()
    return label.font().pointSizeF() * (metrics.ascent() + room_above(metrics)) / metrics.ascent()


def _as_lines(text: str, strut: float) -> str:
    """The text with room for Thai marks above and below each line, which plain text cannot have.

    The height of a line only grows downwards, and what stands out of the text above is not
    painted: a break mark of larger letters, which nobody sees, makes the first line higher.
    Everything is escaped: whatever looks like markup is shown as it was typed.
    """
    shown = escape(breakable(text)).replace("\n", "<br>")
    first = f'<span style="font-size:{strut:.2f}pt">{BREAK}</span>' if text else ""
    style = f"line-height:{_LINE_HEIGHT}%; margin:0; white-space:pre-wrap"
    return f'<p style="{style}">{first}{shown}</p>'


class Button(QPushButton):
    """A button with a plain text; ``main`` marks the one primary button of a screen."""

    def __init__(
        self, says: Says, voice: Voice, *, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._says = says
        self._voice = voice
        self.setProperty("main", main)
        self._forbidden = False
        self._draw()

    @property
    def says(self) -> Says:
        return self._says

    def forbid(self) -> None:
        """Whoever sits at the keyboard may not do this; the button is never shown to her."""
        self._forbidden = True
        self.hide()

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and not self._forbidden)

    def say(self, says: Says) -> None:
        self._says = says
        self._draw()

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._draw()

    @override
    def text(self) -> str:
        return super().text().replace("&&", "&")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on a button presses it everywhere; Qt does so in dialogs only. With Ctrl it is the
        # form's own key, which books: on Cancel it would throw away what was typed.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def _draw(self) -> None:
        text = self._says(self._voice)
        keys = self.shortcut()
        self.setText(without_mnemonic(text))
        self.setShortcut(keys)  # Qt drops a shortcut when the text changes
        self.setAccessibleName(text)


class Tick(QCheckBox):
    """A box to tick, with a plain text that can be told again."""

    def __init__(self, says: Says, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = says
        self.set_voice(voice)

    def set_voice(self, voice: Voice) -> None:
        text, keys = self.says(voice), self.shortcut()
        self.setText(without_mnemonic(text))
        self.setShortcut(keys)
        self.setAccessibleName(text)
