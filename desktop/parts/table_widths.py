"""How wide columns are: as wide as what they show, the room left over to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetrics

from desktop.parts.columns import ColumnSpec
from desktop.parts.look import cell_padding
from desktop.parts.table_view import RowsView, TotalsLine

_SAMPLED = 200  # rows measured, evenly taken; measuring all would halt long lists
_COMPARED = 10_000  # up to so many rows the largest and smallest figure are measured too
_LEAST = 24  # letters that a column keeps which gives way to others
_WIDEST = 40  # letters a column of words gets at most before the room is shared out


class Widths(QObject):
    """Keeps the widths of one view; a width that somebody dragged stays."""

    def __init__(self, view: RowsView, totals: TotalsLine) -> None:
        super().__init__(view)
        self._view = view
        self._totals = totals
        self._columns: tuple[ColumnSpec[Any], ...] = ()
        self._texts: list[set[str]] = []
        self._natural: list[int] = []
        self._chosen: dict[int, int] = {}
        self._stretched: int | None = None
        self._fitting = False
        view.horizontalHeader().sectionResized.connect(self._dragged)
        view.resized.connect(self.fit)

    def read(self, columns: Sequence[ColumnSpec[Any]], rows: Sequence[Any]) -> None:
        """Take the texts that tell how wide each column must be; then measure them."""
        self._columns = tuple(columns)
        self._texts = [{column.text(row) for row in _telling(column, rows)} for column in columns]
        self.measure()

    def measure(self) -> None:
        """Find each column's width from its head, its total and its texts; then fit."""
        totals = self._totals.texts or ("",) * len(self._columns)
        self._natural = [
            self._chosen.get(at)
            or max(
                self._view.horizontalHeader().sectionSizeFromContents(at).width(),
                self._width(self._texts[at], totals[at], whole=self._is_whole(column)),
            )
            for at, column in enumerate(self._columns)
        ]
        self._stretched = _stretched(self._columns, self._natural)
        self.fit()

    def forget(self) -> None:
        """Dragged widths end with the size of the text they were dragged for."""
        self._chosen = {}

    def fit(self) -> None:
        """Share the room of the view; a narrow view scrolls instead of cutting."""
        spare = self._view.viewport().width() - sum(self._natural)
        self._fitting = True
        for at, width in enumerate(self._natural):
            self._view.setColumnWidth(at, self._fitted(at, width, spare))
        self._fitting = False

    def _fitted(self, at: int, width: int, spare: int) -> int:
        if spare > 0:
            return width + (spare if at == self._stretched else 0)
        least = _LEAST * self._view.fontMetrics().averageCharWidth()
        gives_way = self._columns[at].gives_way
        return max(width + spare, min(width, least)) if gives_way else width

    def _is_whole(self, column: ColumnSpec[Any]) -> bool:
        """Figures are never cut, nor is anything while another column gives way for it."""
        others = any(one.gives_way for one in self._columns)
        return column.numeric or (others and not column.gives_way)

    def _width(self, texts: set[str], total: str, *, whole: bool) -> int:
        plain = self._view.fontMetrics()
        strong = QFontMetrics(self._totals.strong_font())
        widest = max((plain.horizontalAdvance(text) for text in texts), default=0)
        if not whole:
            widest = min(widest, _WIDEST * plain.averageCharWidth())
        return max(widest, strong.horizontalAdvance(total)) + 2 * cell_padding(plain) + 2

    def _dragged(self, column: int, _before: int, width: int) -> None:
        if not self._fitting and column < len(self._natural):
            self._natural[column] = self._chosen[column] = width


def _telling(column: ColumnSpec[Any], rows: Sequence[Any]) -> list[Any]:
    """Rows that show how wide a column must be: part of an amount would be another amount."""
    sample = list(rows[:: max(1, len(rows) // _SAMPLED)])
    if column.numeric and len(rows) <= _COMPARED:
        known = [row for row in rows if column.key(row) is not None]
        sample += [extreme(known, key=column.key) for extreme in (min, max) if known]
    return sample


def _stretched(columns: Sequence[ColumnSpec[Any]], widths: Sequence[int]) -> int | None:
    """The column that asked for the room; without one the widest column of words."""
    asked = [at for at, column in enumerate(columns) if column.stretch]
    words = [at for at, column in enumerate(columns) if not column.numeric]
    if asked:
        return asked[0]
    return max(words, key=widths.__getitem__, default=None)
