"""The one search box: type a name, a number, a receipt, an amount or a day, and go there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.parts.chooser import ChooserEdit, Offers
from desktop.parts.choosing import Choice
from desktop.parts.words import Says
from desktop.session import Place
from reports.words.voice import Voice

if TYPE_CHECKING:  # loaded with the first text that is typed
    from desktop.shell.offers import Offer

Finds = Callable[[str], "Sequence[Offer]"]

_REST = 120  # milliseconds without a key before the book is asked


class SearchBox(QWidget):
    """Offers what the typed text may mean; ``go_to`` carries the place that was chosen."""

    go_to = Signal(object)

    def __init__(
        self, finds: Finds, voice: Voice, *, tip: Says | None = None, name: Says | None = None
    ) -> None:
        super().__init__()
        self._tip, self._name = tip or _tip, name or _name
        self._finds = finds
        self._voice = voice
        self.edit = ChooserEdit()
        self.offers = Offers(self.edit)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._wire()
        self.set_voice(voice)

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.edit.setPlaceholderText(voice.tr("Find (Ctrl+K)"))
        self.edit.setToolTip(self._tip(voice))
        self.edit.setAccessibleName(self._name(voice))

    def look_up(self) -> None:
        """Offer what the text may mean now."""
        self._rest.stop()
        typed = self.edit.text()
        found = self._finds(typed) if typed.strip() else ()
        offered = [Choice(one.place, *one.words(self._voice)) for one in found]
        if typed.strip() and not offered:  # said, not left to be guessed from an empty screen
            offered = [Choice(None, self._voice.tr("Nothing matches what was typed."))]
        self.offers.offer(offered)

    def _wire(self) -> None:
        self._rest.timeout.connect(self.look_up)
        self.edit.textChanged.connect(self._offer_to_clear)
        self.edit.textEdited.connect(self._rest.start)
        self.edit.returnPressed.connect(self._take_first)
        self.edit.editingFinished.connect(self.offers.hide)
        self.edit.walked.connect(self.offers.walk)
        self.edit.taken.connect(self._take)
        self.edit.dropped.connect(self.offers.hide)
        self.offers.clicked.connect(self._take)
        keys = QShortcut(QKeySequence("Ctrl+K"), self)
        keys.activated.connect(self.edit.setFocus)
        keys.activated.connect(self.edit.selectAll)

    def _offer_to_clear(self) -> None:
        # With the first text: the button's sign is looked for in what the desktop brings.
        self.edit.setClearButtonEnabled(True)

    def _take_first(self) -> None:
        """Enter before the offers came up: the first of them is meant."""
        self.look_up()
        self._take()

    def _take(self) -> None:
        marked = self.offers.marked()
        self.offers.hide()
        if marked is not None and isinstance(marked.key, Place):
            self.edit.clear()
            self.go_to.emit(marked.key)


def _tip(voice: Voice) -> str:
    return voice.tr("A name, a member number, a receipt, an amount or a day")


def _name(voice: Voice) -> str:
    return voice.tr("Find in the book")
