"""The grid on the screen: one row a member, the cell under the cursor shows what is typed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView
from typing_extensions import override

from desktop.collection.cells import key_of
from desktop.collection.keys import name_of
from desktop.collection.lines import LineState
from desktop.collection.state import Grid
from desktop.collection.widths import GridWidths
from desktop.collection.words import receipted_text, state_text
from desktop.parts.look import row_height
from desktop.parts.words import breakable
from ledger.queries.collection import CollectionSheet
from reports.words.voice import Voice

_LEADING = 2  # member number and name stand before the columns of the sheet
_TRAILING = 2  # total and state stand after them
_FEWEST_LINES = 4  # of members that are seen at once
_NOWHERE = QModelIndex()
_NO_WRITING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Draws a Grid; decides nothing."""

    def __init__(self, grid: Grid, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._voice = voice

    def show_grid(self, grid: Grid) -> None:
        """Draw another state of the same sheet: only the lines that differ are painted again."""
        before, self._grid = self._grid, grid
        changed = {
            at
            for at, row in enumerate(grid.sheet.rows)
            if before.lines.get(row.member) is not grid.lines.get(row.member)
        }
        for at in changed | {before.row, grid.row}:
            last = self.index(at, self.columnCount() - 1)
            self.dataChanged.emit(self.index(at, 0), last)

    def show_sheet(self, grid: Grid, voice: Voice) -> None:
        """Draw another sheet, or the same in another language."""
        self.beginResetModel()
        self._grid, self._voice = grid, voice
        self.endResetModel()

    @property
    def drawn(self) -> tuple[CollectionSheet, Voice]:
        """Which sheet is drawn, and for whom; what is typed on it is not asked for."""
        return self._grid.sheet, self._voice

    def texts(self) -> list[set[str]]:
        """What stands in each column, and every word that may come to stand in the last one."""
        last = self.columnCount() - 1
        rows = range(self.rowCount())
        texts = [{self._text(at, column) for at in rows} for column in range(last)]
        states = {state_text(state, self._voice) for state in LineState}
        return [*texts, states | {receipted_text(self._voice)}]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.sheet.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.columns) + _LEADING + _TRAILING

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            head = self._heads()[section]
            return breakable(head) if role == Qt.ItemDataRole.DisplayRole else head
        row = self._grid.sheet.rows[section]
        return f"{self._voice.digits(row.member)}  {row.name}"

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            amount = _LEADING <= index.column() < self.columnCount() - 1
            return _RIGHT if amount else Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row())
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.row(), index.column())
        return None

    def _heads(self) -> list[str]:
        columns = [self._voice.name(one.name_th, one.name_en) for one in self._grid.columns]
        tr = self._voice.tr
        return [tr("No."), tr("Name"), *columns, tr("Total"), tr("State")]

    def _text(self, at: int, column: int) -> str:
        row = self._grid.sheet.rows[at]
        if column == 0:
            return self._voice.digits(row.member)
        if column == 1:
            return row.name
        if column == self.columnCount() - 1:
            if row.member in self._grid.receipts:
                return receipted_text(self._voice)
            return state_text(self._grid.line(row).state, self._voice)
        if column == self.columnCount() - _TRAILING:
            return self._voice.statement(self._grid.paid(row))
        return self._cell(at, column - _LEADING)

    def _cell(self, at: int, column: int) -> str:
        grid = self._grid
        if grid.typing is not None and (at, column) == (grid.row, grid.column):
            return grid.typing
        amount = grid.amount(grid.sheet.rows[at], grid.columns[column])
        return "" if amount is None else self._voice.statement(amount)

    def _colour(self, at: int) -> object:
        """Expected amounts are grey until they are confirmed; the word says it too."""
        waiting = self._grid.line(self._grid.sheet.rows[at]).state is LineState.WAITING
        here = at == self._grid.row
        role = QPalette.ColorRole.PlaceholderText if waiting else QPalette.ColorRole.Text
        return None if here else QApplication.palette().color(role)

    def _font(self, at: int, column: int) -> object:
        if not _LEADING <= column < self.columnCount() - _TRAILING:
            return None
        row, sheet_column = self._grid.sheet.rows[at], self._grid.columns[column - _LEADING]
        font = QFont(QApplication.font())
        font.setBold(key_of(sheet_column) in self._grid.line(row).amounts)
        return font


class GridView(QTableView):
    """Hands every key of the grid on by name; the screen makes the next state of it."""

    pressed_key = Signal(str)
    typed = Signal(str)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setProperty("hairlines", True)  # noqa: FBT003  # the style sheet draws them
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._typing = ""
        self._widths = GridWidths(self)
        self._grid_model = model
        self._measured: tuple[CollectionSheet, Voice, str] | None = None

    def show_cursor(self, grid: Grid) -> None:
        """Put the cursor where the state says."""
        self._typing = grid.typing or ""
        self.setCurrentIndex(self.model().index(grid.row, grid.column + _LEADING))

    def fit(self) -> None:
        """Row height and widths for the font and for what stands in the sheet."""
        line = row_height(QFontMetrics(self.font()))
        self.verticalHeader().setDefaultSectionSize(line)
        self._measure()
        bar = self.horizontalScrollBar().sizeHint().height()
        heads = self.horizontalHeader().height()
        self.setMinimumHeight(heads + _FEWEST_LINES * line + bar)  # else the page scrolls

    def _measure(self) -> None:
        """Go through the texts of thousands of members once, not after every change of style."""
        (sheet, voice), font, before = self._grid_model.drawn, self.font().key(), self._measured
        if before is not None and before[0] is sheet and before[1:] == (voice, font):
            self._widths.fit()
        else:
            self._measured = (sheet, voice, font)
            self._widths.measure(self._grid_model.texts())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            # The heads hear of it only after this: measure when all of them have.
            QTimer.singleShot(0, self, self.fit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        name = name_of(event.key(), control=control)
        if name is not None:
            self.pressed_key.emit(name)
        elif self._writes(event):
            self.typed.emit(self._typing + event.text())
        elif event.key() == Qt.Key.Key_Backspace and self._typing:
            self.typed.emit(self._typing[:-1])
        elif event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()  # Qt would move a cursor of its own, away from the cell that is filled

    def _writes(self, event: QKeyEvent) -> bool:
        """Whether the key stands in the cell: every letter does, and is refused there by Enter.

        A letter that went nowhere would leave an amount that nobody meant: ``1o0`` would be 10, and
        what is typed in Thai letters the amount that was expected. A space alone writes nothing.
        """
        text = event.text()
        if not text or event.modifiers() & _NO_WRITING:
            return False
        return text.isprintable() and (bool(self._typing) or not text.isspace())
