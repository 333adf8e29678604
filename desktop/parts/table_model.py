"""The one table model: rows are answers of the book, columns are data, order and finding inside.

It sorts and finds by itself instead of through a proxy: Python keys computed once per row order
100,000 lines in a moment, a proxy would call Python for every comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.parts.columns import ColumnSpec, Seen, findable, folded, in_order

ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # the row itself: a proxy never loses it
KEY_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Shows rows through columns; ``shown`` are those that the typed words leave."""

    def __init__(
        self,
        columns: Sequence[ColumnSpec[Any]],
        rows: Sequence[Any] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = tuple(rows)
        self._found: dict[int, str] = {}
        self._words: tuple[str, ...] = ()
        self._order: tuple[int, bool] | None = None
        self._places = list(range(len(self._rows)))

    @property
    def columns(self) -> tuple[ColumnSpec[Any], ...]:
        return self._columns

    @property
    def shown(self) -> list[Any]:
        """The rows that are shown, in the order shown."""
        return [self._rows[place] for place in self._places]

    @property
    def count(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead; order and finding stay."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._found = {}
        self._arrange()
        self.endResetModel()

    def set_columns(self, columns: Sequence[ColumnSpec[Any]]) -> None:
        """Show the same rows through other columns, as after a change of language."""
        self.beginResetModel()
        if len(columns) != len(self._columns):
            self._order = None
        self._columns = tuple(columns)
        self._found = {}
        self._arrange()
        self.endResetModel()

    def find(self, typed: str) -> None:
        """Leave the rows that hold every typed word somewhere; nothing typed leaves all."""
        words = tuple(folded(typed).split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._arrange()
        self.endResetModel()

    def row_at(self, line: int) -> Any:
        """The row on a line, counted from 0; None where there is none."""
        return self._rows[self._places[line]] if 0 <= line < len(self._places) else None

    def line_of(self, is_it: Callable[[Any], bool]) -> int | None:
        """The line of the first shown row that the question says yes to."""
        lines = (line for line, place in enumerate(self._places) if is_it(self._rows[place]))
        return next(lines, None)

    def totals(self) -> tuple[str, ...]:
        """The texts below the columns, made from what is shown; empty where nothing adds up."""
        shown = self.shown
        return tuple(column.total(shown) if column.total else "" for column in self._columns)

    def seen(self) -> Seen:
        """The list as it stands on the screen, for paper and for the clipboard."""
        return Seen(
            heads=tuple(column.head for column in self._columns),
            numeric=tuple(column.numeric for column in self._columns),
            rows=tuple(tuple(c.text(row) for c in self._columns) for row in self.shown),
            totals=self.totals(),
        )

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        row = self._rows[self._places[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:  # what may be cut short is read whole here
            return column.text(row) if column.gives_way else None
        return column.key(row) if role == KEY_ROLE else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        return _alignment(self._columns[section]) if role == _ALIGNMENT else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives back the order the rows came in."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        kept = [self._places[index.row()] for index in held]
        falling = order == Qt.SortOrder.DescendingOrder
        self._order = (column, falling) if 0 <= column < len(self._columns) else None
        self._arrange()
        lines = {place: line for line, place in enumerate(self._places)}
        self.changePersistentIndexList(
            held,
            [
                self.index(lines[place], index.column())
                for index, place in zip(held, kept, strict=True)
            ],
        )
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        places = [place for place in range(len(self._rows)) if self._is_found(place)]
        if self._order is not None:
            column, falling = self._order
            places = in_order(self._rows, places, self._columns[column], falling=falling)
        self._places = places

    def _is_found(self, place: int) -> bool:
        if not self._words:
            return True
        if place not in self._found:
            self._found[place] = findable(self._rows[place], self._columns)
        return all(word in self._found[place] for word in self._words)


_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


# Put together once: each cell that is painted asks for its own.
_OF_FIGURES = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_OF_WORDS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _alignment(column: ColumnSpec[Any]) -> int:
    return _OF_FIGURES if column.numeric else _OF_WORDS
