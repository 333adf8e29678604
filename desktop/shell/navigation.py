"""The list of areas on the left: Alt and a digit for the first nine, Ctrl+PgUp and PgDn for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy
from typing_extensions import override

from desktop.parts.look import colours_of, row_height
from desktop.shell.areas import Named
from desktop.shell.signs import sign_of
from reports.words.voice import Voice

_WITH_DIGIT = 9
_BESIDE = 14  # pixels the list itself keeps free around words


class Navigation(QListWidget):
    """Chooses an area; ``chosen`` carries its name."""

    chosen = Signal(str)

    def __init__(self, areas: Sequence[Named], voice: Voice) -> None:
        super().__init__()
        self._areas = tuple(areas)
        self._voice = voice
        self._narrow = False
        self._drawn = (0, 0, "")  # how many signs, how large, and in which colour
        self.setStyleSheet("QListWidget::item { padding: 0 0.5em; }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for area in self._areas:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, area.name)
        for number in range(min(len(self._areas), _WITH_DIGIT)):
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)
            keys.activated.connect(self._choose_with(number))
        for name, step in (("PgUp", -1), ("PgDown", 1)):
            keys = QShortcut(QKeySequence(f"Ctrl+{name}"), self)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)
            keys.activated.connect(partial(self._walk, step))
        self.currentRowChanged.connect(self._row_changed)
        self.set_voice(voice)

    def show_area(self, name: str) -> None:
        """Mark the area that is shown."""
        names = [area.name for area in self._areas]
        self.setCurrentRow(names.index(name))

    @property
    def area(self) -> str:
        """The name of the area that is shown."""
        return self._areas[self.currentRow()].name

    def set_narrow(self, *, narrow: bool) -> None:
        """Signs alone, where the words would take too much of a small screen; tips say them."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.set_voice(self._voice)

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.setAccessibleName(voice.tr("Areas"))
        for number, area in enumerate(self._areas):
            item, word = self.item(number), area.says(voice)
            keys = f"Alt+{number + 1}" if number < _WITH_DIGIT else ""
            item.setText("" if self._narrow else word)
            item.setToolTip(f"{word} ({keys})" if keys else word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, word)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        wide = self.sizeHintForColumn(0)
        return QSize(
            wide + self.verticalScrollBar().sizeHint().width(), super().sizeHint().height()
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        letters = self.fontMetrics()
        height, side = row_height(letters) + 4, letters.height()
        self._draw_signs(side, colours_of(self).ink)
        # What the style sheet leaves free on both sides is the height of a line together.
        beside = side + side + _BESIDE
        for item in map(self.item, range(self.count())):
            wide = letters.horizontalAdvance(item.text())
            item.setSizeHint(QSize(wide + beside, height))
        self.setMinimumHeight(height * 3)
        self.updateGeometry()

    def _draw_signs(self, side: int, ink: str) -> None:
        drawn = self.count(), side, ink
        if self._drawn != drawn:
            self._drawn = drawn
            self.setIconSize(QSize(side, side))
            for number, area in enumerate(self._areas[: self.count()]):
                self.item(number).setIcon(sign_of(area.name, side, ink))

    def _choose_with(self, number: int) -> Callable[[], None]:
        return lambda: self.setCurrentRow(number)

    def _walk(self, step: int) -> None:
        """The area before or after this one, for those that have no digit."""
        self.setCurrentRow((self.currentRow() + step) % len(self._areas))

    def _row_changed(self, row: int) -> None:
        if 0 <= row < len(self._areas):
            self.chosen.emit(self._areas[row].name)
