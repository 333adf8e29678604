"""The inside of a list: keys, marks of whole rows, and the line of totals that stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.parts.look import cell_padding, row_height

_FEWEST_ROWS = 3  # a list that shows less is no list
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowsView(QTableView):
    """A table of whole rows: Enter opens, letters and Ctrl+F find, Ctrl+C copies, Ctrl+P prints."""

    entered_row = Signal()
    copy_asked = Signal()
    print_asked = Signal()
    find_asked = Signal()
    typed = Signal(str)
    left = Signal()  # Escape
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.setItemDelegate(WholeRows(self))
        self.setShowGrid(False)
        self.setProperty("hairlines", True)  # noqa: FBT003  # the style sheet draws them
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.entered_row)

    def fit_rows(self) -> None:
        """Take the line height that the font asks for."""
        height = row_height(self.fontMetrics())
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_FEWEST_ROWS + 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Print):
            self.print_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_asked.emit()
        elif event.key() in _ENTER and not event.modifiers() & ~_KEYPAD:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # a dialog around may want it
            self.left.emit()
        elif _is_writing(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and self.model() is not None and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = self.viewport().rect().adjusted(12, 12, -12, -12)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(place, int(flags | Qt.TextFlag.TextWordWrap), self.empty_text)
            painter.end()


class WholeRows(QStyledItemDelegate):
    """Leaves out the frame around one cell: the whole row is marked."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class TotalsLine(QWidget):
    """The sums below their columns, in step with the columns' widths and scrolling."""

    def __init__(self, header: QHeaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._texts: tuple[str, ...] = ()
        header.sectionResized.connect(self.update)
        header.geometriesChanged.connect(self.update)

    @property
    def texts(self) -> tuple[str, ...]:
        return self._texts

    def show_texts(self, texts: Sequence[str], name: str) -> None:
        self._texts = tuple(texts)
        self.setAccessibleName(name)
        self.setVisible(any(texts))
        self.updateGeometry()
        self.update()

    def strong_font(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, row_height(self.fontMetrics()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.strong_font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        margin = cell_padding(self.fontMetrics())
        painter.setClipRect(0, 0, self._header.width() + 1, self.height())
        for column, text in enumerate(self._texts):
            left = self._header.sectionViewportPosition(column)
            width = self._header.sectionSize(column)
            place = QRect(left, 0, width - margin, self.height())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
            )
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawLine(0, 0, self._header.width(), 0)
        painter.end()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _is_writing(event: QKeyEvent) -> bool:
    """True for a letter or digit, which means a search; space stays the key that marks a row."""
    text = event.text()
    if not text.strip() or not text.isprintable():
        return False
    return not event.modifiers() & ~(_KEYPAD | _SHIFT)
