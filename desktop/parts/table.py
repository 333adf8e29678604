"""A list that every screen uses: sort, find by typing, totals of what is shown, copy, print.

Use:
    table = Table(member_columns, voice, name=lambda voice: voice.tr("Members"),
                  identity=lambda row: row.member)
    table.set_rows(session.ask(member_list))
    table.activated.connect(self._open)       # Enter or double click: the row itself
    table.print_asked.connect(self._print)    # a Seen; seen.as_table() is the block for paper

``member_columns`` is a function from a voice to columns, so the list changes its language alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.columns import ColumnSpec, Seen, as_tsv
from desktop.parts.find_line import FindLine
from desktop.parts.table_model import TableModel
from desktop.parts.table_view import RowsView, TotalsLine
from desktop.parts.table_widths import Widths
from desktop.parts.words import Label, Says, nothing
from reports.words.voice import Voice

Columns = Callable[[Voice], Sequence[ColumnSpec[Any]]]


def _itself(row: Any) -> Hashable:
    """Rows without a number of their own are told apart by what they say."""
    return row  # type: ignore[no-any-return]


class Table(QWidget):
    """A list with its search line, its totals and its menu; keeps the current row where it can."""

    activated = Signal(object)
    chosen = Signal(object)
    print_asked = Signal(object)

    def __init__(
        self,
        columns: Columns,
        voice: Voice,
        *,
        name: Says,
        identity: Callable[[Any], Hashable] = _itself,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._voice = voice
        self._says_name = name
        self._says_empty: Says = nothing
        self._identity = identity
        self.model = TableModel(columns(voice), parent=self)
        self.view = RowsView()
        self.view.setModel(self.model)
        self.find_line, self._finds = FindLine(self.view), True
        self.count = Label(nothing, voice, wraps=False)
        self.totals = TotalsLine(self.view.horizontalHeader())
        self._widths = Widths(self.view, self.totals)
        self._styled = QTimer(self)  # several changes of style at once are one
        self._styled.setSingleShot(True)
        self._lay_out()
        self._wire()
        self.set_voice(voice)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; order, search and, where it is still there, the current row stay."""
        kept = self.current_identity()
        self.model.set_rows(rows)
        self._shown_anew(kept)
        self._read_widths()

    def set_voice(self, voice: Voice) -> None:
        kept = self.current_identity()
        self._voice = voice
        self.model.set_columns(self._columns(voice))
        self.view.setAccessibleName(self._says_name(voice))
        self.find_line.setPlaceholderText(voice.tr("Type to find"))
        self.find_line.setAccessibleName(voice.tr("Find in the list"))
        self._shown_anew(kept)
        self._read_widths()

    def say_when_empty(self, says: Says) -> None:
        """What stands in the list while there is no row at all."""
        self._says_empty = says
        self._draw()

    def without_find(self) -> Table:
        """For short lists: no search line, but while something is typed all the same."""
        self._finds = False
        self.find_line.hide()
        self.count.hide()
        return self

    def current(self) -> Any:
        """The current row, None without one."""
        return self.model.row_at(self.view.currentIndex().row())

    def current_identity(self) -> Hashable | None:
        """What the current row is told apart by, None without one."""
        row = self.current()
        return None if row is None else self._identity(row)

    def choose(self, identity: Hashable) -> bool:
        """Make the row with this identity current; False when it is not shown."""
        line = self.model.line_of(lambda row: self._identity(row) == identity)
        if line is None:
            return False
        self.view.selectRow(line)
        self.view.scrollTo(self.model.index(line, 0))
        return True

    def seen(self) -> Seen:
        return self.model.seen()

    def copy(self) -> None:
        """Put the marked rows on the clipboard for a spreadsheet."""
        lines = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        self._copy([self.model.row_at(line) for line in lines])

    def copy_all(self) -> None:
        """Put everything shown on the clipboard for a spreadsheet."""
        self._copy(self.model.shown)

    def menu(self) -> QMenu:
        """The list's own menu, for the mouse and for the menu key."""
        tr = self._voice.tr
        menu = QMenu(self)
        menu.addAction(tr("Sort by this column"), self._sort_by_current)
        menu.addAction(tr("Copy the marked rows"), self.copy)
        menu.addAction(tr("Copy everything shown"), self.copy_all)
        menu.addAction(tr("Print as seen"), self._ask_for_print)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            # The parts inside hear of it only after this: measure when all of them have.
            self._widths.forget()
            self._styled.start()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.find_line, 1)
        top.addWidget(self.count)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(top)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.totals)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self._styled.timeout.connect(self._measure)
        self.find_line.textChanged.connect(self._find)
        self.view.typed.connect(self._type_on)
        self.view.left.connect(self.find_line.clear)
        self.view.entered_row.connect(self._activate)
        self.view.copy_asked.connect(self.copy)
        self.view.print_asked.connect(self._ask_for_print)
        self.view.find_asked.connect(self.find_line.setFocus)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.horizontalScrollBar().valueChanged.connect(self.totals.update)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _type_on(self, text: str) -> None:
        self.find_line.show()  # a line that is hidden takes no keys
        self.find_line.type_on(text)

    def _find(self, typed: str) -> None:
        kept = self.current_identity()
        if not self._finds:  # what hides rows is seen, and goes away with them
            self.find_line.setVisible(bool(typed))
            if not typed:
                self.view.setFocus()
        self.model.find(typed)
        self._shown_anew(kept)

    def _shown_anew(self, kept: Hashable) -> None:
        if kept is not None and not self.choose(kept) and self.model.rowCount():
            self.view.selectRow(0)
        if kept is not None and not self.model.rowCount():
            self.chosen.emit(None)
        self._draw()

    def _draw(self) -> None:
        shown, count = self.model.rowCount(), self.model.count
        self.count.say(
            lambda voice: voice.tr("{shown} of {count}").format(
                shown=voice.number(shown), count=voice.number(count)
            )
        )
        nothing_found = count and not shown
        self.view.empty_text = (
            self._voice.tr("Nothing matches what was typed.")
            if nothing_found
            else self._says_empty(self._voice)
        )
        texts = self.model.totals()
        named = (
            f"{column.head} {text}"
            for column, text in zip(self.model.columns, texts, strict=True)
            if text
        )
        name = self._voice.tr("Totals: {totals}").format(totals=", ".join(named))
        self.totals.show_texts(texts, name)
        self.view.viewport().update()

    def _activate(self) -> None:
        if (row := self.current()) is not None:
            self.activated.emit(row)

    def _choose(self) -> None:
        self.chosen.emit(self.current())

    def _copy(self, rows: Sequence[Any]) -> None:
        columns = self.model.columns
        if rows:
            text = as_tsv(
                [column.head for column in columns],
                [[column.for_spreadsheet(row) for column in columns] for row in rows],
            )
            QGuiApplication.clipboard().setText(text)

    def _sort_by_current(self) -> None:
        header = self.view.horizontalHeader()
        column = max(self.view.currentIndex().column(), 0)
        again = header.sortIndicatorSection() == column
        rising = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        falling = Qt.SortOrder.DescendingOrder if again and rising else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, falling)

    def _ask_for_print(self) -> None:
        self.print_asked.emit(self.seen())

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.view.viewport().mapToGlobal(place))

    def _read_widths(self) -> None:
        self.view.fit_rows()
        self._widths.read(self.model.columns, self.model.shown)

    def _measure(self) -> None:
        """The same texts in another font or style."""
        self.view.fit_rows()
        self._widths.measure()
