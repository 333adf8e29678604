"""Looks at built widgets the way a person would: what is cut off, unnamed, doubled or out of order.

Use:
    def test_the_deposit_dialog_can_be_read_and_reached(qtbot, qapp, look, voice):
        apply_look(qapp, look)
        dialog = DepositDialog(form, voice)
        qtbot.addWidget(dialog)
        assert check_widget(dialog) == []
        picture(dialog, folder / "deposit.png")     # for people to look at
        dialog.hide()       # a visible window must not be left to Python's garbage collection
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QShortcut,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.parts.access_keys import give_keys
from desktop.parts.dialog import fit
from desktop.parts.look import Look, cell_padding
from desktop.parts.words import BREAK, Label, Tick, breakable, unbroken

LOOKS = tuple(Look(percent, dark) for percent in (100, 175) for dark in (False, True))

# What Qt builds into its own widgets and answers for itself.
_INSIDE = {
    "qt_scrollarea_viewport",
    "qt_scrollarea_hcontainer",
    "qt_scrollarea_vcontainer",
    "qt_spinbox_lineedit",
}
_INPUTS = (
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
    QAbstractButton,
)


def check_widget(widget: QWidget) -> list[str]:
    """Everything wrong that a machine can see in the shown widget; nothing when all is well."""
    settle(widget)
    found: list[str] = []
    for part in _parts(widget):
        found += _cut_off(part)
        found += _outside(part, widget)
        found += _unnamed(part)
    found += _obeys_markup(widget) + without_letter(widget)
    return found + doubled_shortcuts(widget) + out_of_order(widget) + _many_main_buttons(widget)


def settle(widget: QWidget) -> None:
    """Show the widget, as large as it asks to be unless it was resized, until nothing moves."""
    asks = not widget.isVisible() and not widget.testAttribute(Qt.WidgetAttribute.WA_Resized)
    widget.show()
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        if asks:
            fit(widget)


def picture(widget: QWidget, path: Path) -> Path:
    """Save what the widget looks like."""
    settle(widget)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def type_into(widget: QWidget, text: str) -> None:
    """Type any letters as key events; Qt's own keyClicks ends the process at a Thai one."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def texts(widget: QWidget) -> list[str]:
    """Every text that stands on the shown widget, without break marks."""
    said: list[str] = []
    for part in _parts(widget):
        if isinstance(part, QLabel | QAbstractButton):
            said.append(part.text())
        elif isinstance(part, QLineEdit):
            said += [part.text(), part.placeholderText()]
        elif isinstance(part, QTableView):
            said += [text for _, text in _heads(part)]
    return [text.replace(BREAK, "") for text in said if text]


def doubled_shortcuts(widget: QWidget) -> list[str]:
    """Key sequences that more than one thing of the same window answers to."""
    keys = [action.shortcut().toString() for action in widget.findChildren(QAction)]
    keys += [shortcut.key().toString() for shortcut in widget.findChildren(QShortcut)]
    keys += [
        button.shortcut().toString()
        for button in widget.findChildren(QAbstractButton)
        if button.isVisibleTo(widget)
    ]
    counted = Counter(key for key in keys if key)
    return [f"{key} is a shortcut {times} times" for key, times in counted.items() if times > 1]


def without_letter(widget: QWidget) -> list[str]:
    """Buttons that Alt and a letter do not reach; those that Qt builds for itself have none."""
    give_keys(widget)
    return [
        f"{_called(one)} has no letter with Alt"
        for one in _parts(widget)
        if isinstance(one, QPushButton | Tick) and one.shortcut().isEmpty()
    ]


def called(part: QWidget) -> str:
    """What a screen reader calls an input; a box that only reads out its value has no name."""
    if part.accessibleName() or isinstance(part, QComboBox | QAbstractSpinBox):
        return part.accessibleName()
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface else ""


def tab_order(widget: QWidget) -> list[QWidget]:
    """What Tab reaches, in its order, beginning with the first."""
    window = widget.window()
    last = window.previousInFocusChain()
    part = window.nextInFocusChain()
    chain = [part]
    # Never asked of the last one: PySide would take the window it answers for a child of that
    # one, and neither could be deleted any more.
    while part is not None and part is not last:
        part = part.nextInFocusChain()
        chain.append(part)
    return [part for part in chain if part is not None and _takes_tab(part, widget)]


def out_of_order(widget: QWidget) -> list[str]:
    """Steps of the tab key that go back against the direction of reading."""
    return [
        f"Tab goes back from {_called(before)} to {_called(after)}"
        for before, after in pairwise(tab_order(widget))
        if _reads_before(_place(after, widget), _place(before, widget))
    ]


def _parts(widget: QWidget) -> Iterator[QWidget]:
    for part in (widget, *widget.findChildren(QWidget)):
        inner = isinstance(part, QLineEdit) and isinstance(
            part.parent(), QAbstractSpinBox | QComboBox
        )
        hidden = not part.isVisibleTo(widget) or part.objectName() in _INSIDE
        if not (inner or hidden) and part.window() is widget.window():
            yield part


def _cut_off(part: QWidget) -> list[str]:
    if isinstance(part, QLabel):
        return _cut_label(part)
    if isinstance(part, QLineEdit):
        return _cut_line(part)
    if isinstance(part, QTableView):
        return _cut_table(part)
    if isinstance(part, QTabBar):
        wanted = sum(part.tabRect(at).width() for at in range(part.count()))
        return [f"tabs need {wanted} px of {part.width()}"] if wanted > part.width() else []
    if isinstance(part, QAbstractButton | QComboBox | QAbstractSpinBox):
        least = part.minimumSizeHint()
        if part.width() < least.width() or part.height() < least.height():
            return [f"{_called(part)} is cut off: {part.size().toTuple()} of {least.toTuple()}"]
    return []


def _cut_label(label: QLabel) -> list[str]:
    if not label.text() or not label.pixmap().isNull():
        return []
    if _touches_the_edge(label):
        return [f"{_called(label)} has marks cut off above or below"]
    if not label.wordWrap():
        wanted = label.sizeHint().width()
        return [f"{_called(label)} needs {wanted} px"] if label.width() < wanted else []
    high = label.heightForWidth(label.width())
    words = breakable(label.text()).replace(BREAK, " ").split()
    wide = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    if label.height() < high or label.width() < wide:
        return [f"{_called(label)} is cut off: {label.size().toTuple()} of {(wide, high)}"]
    return []


def _touches_the_edge(label: QLabel) -> bool:
    """Whether something is drawn in the first or last row of pixels, where marks are cut off."""
    picture = label.grab().toImage()
    ground, last = picture.pixel(0, 0), picture.height() - 1
    return any(picture.pixel(x, y) != ground for y in {0, last} for x in range(picture.width()))


def _cut_line(line: QLineEdit) -> list[str]:
    text = line.displayText() or line.placeholderText()
    frame = line.width() - line.contentsRect().width()
    wanted = line.fontMetrics().horizontalAdvance(text) + frame
    return [f"{_called(line)} shows only part of {text!r}"] if line.width() < wanted else []


def _cut_table(table: QTableView) -> list[str]:
    header = table.horizontalHeader()
    found = []
    if not header.isHidden():
        for column, text in _heads(table):
            if table.isColumnHidden(column):
                continue
            wanted = header.sectionSizeFromContents(column).width()
            wraps = bool(header.defaultAlignment() & Qt.TextFlag.TextWordWrap)
            if header.sectionSize(column) < wanted and not (wraps and _wraps(header, column)):
                found.append(f"the head {text!r} of {_called(table)} is cut off")
    return found + _cut_figures(table)


def _wraps(header: QHeaderView, column: int) -> bool:
    """Whether a head that may take several lines stands whole in its section."""
    font = QFont(header.font())
    font.setBold(True)
    letters = QFontMetrics(font)
    text = str(header.model().headerData(column, Qt.Orientation.Horizontal))
    room = header.sectionSize(column) - 2 * cell_padding(letters)
    words = text.replace(BREAK, " ").split()
    needed = letters.boundingRect(QRect(0, 0, room, 4_000), int(_CENTRED), text)
    widest = max((letters.horizontalAdvance(word) for word in words), default=0)
    return widest <= room and needed.height() <= header.height()


_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def _cut_figures(table: QTableView) -> list[str]:
    """Figures must never be cut: part of an amount is another amount."""
    model, found = table.model(), []
    margin = 2 * cell_padding(table.fontMetrics())
    for line in range(min(model.rowCount() if model else 0, 40)):
        for column in range(model.columnCount()):
            text = str(model.index(line, column).data() or "")
            wanted = table.fontMetrics().horizontalAdvance(text) + margin
            cut = table.columnWidth(column) < wanted and not table.isColumnHidden(column)
            if cut and _is_figure(text):
                found.append(f"the figure {text!r} of {_called(table)} is cut off")
    return found


def _is_figure(text: str) -> bool:
    return bool(text) and all(sign.isdigit() or sign in "(),.-+" for sign in text)


def _heads(table: QTableView) -> Iterator[tuple[int, str]]:
    model = table.model()
    for column in range(model.columnCount() if model else 0):
        text = model.headerData(column, Qt.Orientation.Horizontal)
        if text and not table.isColumnHidden(column):
            yield column, str(text)


def _outside(part: QWidget, widget: QWidget) -> list[str]:
    """Parts that reach over the edge of what holds them (a scrolled page may)."""
    parent = part.parentWidget()
    if part is widget or parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return []
    over = not parent.rect().adjusted(-1, -1, 1, 1).contains(part.geometry())
    return [f"{_called(part)} reaches over its edge"] if over and not part.isWindow() else []


def _unnamed(part: QWidget) -> list[str]:
    if not isinstance(part, _INPUTS) or isinstance(part, QHeaderView):
        return []
    placed = f" at {part.geometry().getRect()}"
    return [] if called(part).strip() else [f"{type(part).__name__}{placed} has no name"]


def _obeys_markup(widget: QWidget) -> list[str]:
    """Whatever takes a text for markup, hidden or not: a name may look like a tag or a link."""
    found = []
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part, Label):
            inside = QTextDocumentFragment.fromHtml(QLabel.text(part)).toPlainText()
            plain = unbroken(inside).replace("\xa0", " ").split() == part.text().split()
        elif isinstance(part, QLabel):
            plain = part.textFormat() == Qt.TextFormat.PlainText or not part.text()
        else:
            plain = not isinstance(part, QTextEdit) or not part.acceptRichText()
        if not plain:
            found.append(f"{_called(part)} would obey markup")
        if "<" in part.toolTip():
            found.append(f"the tip {part.toolTip()!r} would be obeyed as markup")
    return found


def _many_main_buttons(widget: QWidget) -> list[str]:
    main = [part for part in _parts(widget) if part.property("main") is True]
    return ["more than one primary button"] if len(main) > 1 else []


def _takes_tab(part: QWidget, widget: QWidget) -> bool:
    return (
        widget.isAncestorOf(part)
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.focusProxy() is None
        and part.isEnabled()
        and part.isVisibleTo(widget)
        and part.window() is widget.window()
    )


def _place(part: QWidget, widget: QWidget) -> QRect:
    return QRect(part.mapTo(widget, QPoint(0, 0)), part.size())


def _reads_before(one: QRect, other: QRect) -> bool:
    """True when one is read before the other; a column further right may begin higher."""
    if one.bottom() <= other.top():
        return one.left() < other.right()
    same_row = one.top() < other.center().y() < one.bottom()
    return same_row and one.right() <= other.left()


def _called(part: QWidget) -> str:
    text = part.accessibleName() or part.objectName()
    if not text and isinstance(part, QLabel | QAbstractButton | QLineEdit):
        text = part.text()
    return f"{type(part).__name__} {text.replace(BREAK, '')!r}"
