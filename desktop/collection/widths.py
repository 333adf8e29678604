"""How wide the columns of the grid are: names and amounts are never cut, long heads take two lines.

Where the window is too narrow for everything, number and name stand still on the left while the
columns of amounts go past them: nobody types into a line without seeing whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QTableView

from desktop.parts.look import cell_padding
from desktop.parts.words import BREAK, breakable, unbroken

_NUMBER, _NAME = 0, 1
_LEAST = "10,000.00"  # every column of amounts has room for that
_WIDEST_NAME = 34  # letters
_PINNED_SHARE = 0.4  # of the grid, for a name that stands still
_MOST_LINES = 3  # of a head
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_HEADS, _LINES = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class GridWidths:
    """Keeps the widths of one grid; ``measure`` for another sheet or font, ``fit`` for a size."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._natural: list[int] = []
        head, side = view.horizontalHeader(), view.verticalHeader()
        head.setDefaultAlignment(_WRAPPED)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setCornerButtonEnabled(False)

    def measure(self, shown: Sequence[set[str]]) -> None:
        """Each column as wide as the longest of its texts; heads are broken where words end."""
        model, plain = self._view.model(), QFontMetrics(self._view.font())
        strong = self._bold()
        beside = 2 * cell_padding(plain) + plain.height() // 2
        self._natural = []
        for column, distinct in enumerate(shown):
            head = unbroken(str(model.headerData(column, _HEADS)))
            texts = distinct | {_LEAST} if _NAME < column < len(shown) - 1 else distinct
            widest = max((strong.horizontalAdvance(text) for text in texts), default=0)
            if column == _NAME:
                widest = min(widest, _WIDEST_NAME * plain.averageCharWidth())
            self._natural.append(max(widest, self._narrowest(head, strong)) + beside)
        self._set_head_height(model, strong)
        corner = self._view.findChild(QAbstractButton)
        if corner is not None:  # above the names that stand still
            corner.setAccessibleName(unbroken(str(model.headerData(_NAME, _HEADS))))
        self.fit()

    def fit(self) -> None:
        """Room that is left over goes to the names; where it lacks they stand still."""
        view = self._view
        if not self._natural:
            return
        room = view.width() - 2 * view.frameWidth() - view.verticalScrollBar().sizeHint().width()
        spare = room - sum(self._natural)
        pinned = spare < 0
        view.verticalHeader().setVisible(pinned)
        view.verticalHeader().setMaximumWidth(max(int(room * _PINNED_SHARE), 1))
        for column, width in enumerate(self._natural):
            view.setColumnHidden(column, pinned and column <= _NAME)
            view.setColumnWidth(column, width + (max(spare, 0) if column == _NAME else 0))

    def _set_head_height(self, model: QAbstractItemModel, strong: QFontMetrics) -> None:
        high = 0
        beside = 2 * cell_padding(strong)
        for column, width in enumerate(self._natural):
            place = QRect(0, 0, width - beside, strong.height() * _MOST_LINES * 2)
            text = str(model.headerData(column, _HEADS))
            high = max(high, strong.boundingRect(place, int(_WRAPPED), text).height())
        self._view.horizontalHeader().setFixedHeight(high + strong.height())

    def _narrowest(self, head: str, strong: QFontMetrics) -> int:
        """As narrow as the head becomes in a few lines, without cutting a word."""
        words = breakable(head).replace(" ", BREAK).split(BREAK)
        longest = max(strong.horizontalAdvance(word) for word in words)
        whole = strong.horizontalAdvance(head)
        return min(whole, max(longest, int(whole / (_MOST_LINES - 1) * 1.15)))

    def _bold(self) -> QFontMetrics:
        font = QFont(self._view.font())
        font.setBold(True)  # confirmed amounts and heads are
        return QFontMetrics(font)
