"""How a form stands on the screen, and where Enter and Tab lead in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop.parts.form import HELPS, Form
from desktop.parts.page import Page

_LETTERS = 100  # as wide as that a line of the form is good to read


def go_on(dialog: QDialog, form: Form, button: QPushButton) -> bool:
    """To the next field of the form; True when it was the last and the button has the keys.

    A button that only helps with a field is reached by Tab: Enter would press it the next time,
    and what was typed would be gone.
    """
    here = dialog.focusWidget()
    if form.isAncestorOf(here):
        here.focusNextChild()
        while (there := dialog.focusWidget()) is not here and there.property(HELPS):
            there.focusNextChild()
        if form.isAncestorOf(dialog.focusWidget()):
            return False
    button.setFocus()
    return True


def room_for(dialog: QDialog, page: Page) -> QSize:
    """As large as the form needs at a width that is good to read, within the screen."""
    screen = free_room(dialog)
    letter = dialog.fontMetrics().averageCharWidth()
    wide = min(max(page.sizeHint().width() + 4 * letter, letter * _LETTERS), screen.width() - 40)
    inside = page.widget() or page
    high = max(inside.heightForWidth(wide - 4 * letter), inside.sizeHint().height())
    buttons = dialog.fontMetrics().height() * 4
    return QSize(wide, min(high + buttons, screen.height() - 60))


def stay_on_screen(dialog: QDialog) -> None:
    """A form that grew goes up and to the left as far as its buttons need."""
    free = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    below, beside = frame.bottom() - free.bottom(), frame.right() - free.right()
    if below > 0 or beside > 0:
        left, top = dialog.x() - max(beside, 0), dialog.y() - max(below, 0)
        dialog.move(max(free.left(), left), max(free.top(), top))


def free_room(dialog: QDialog) -> QSize:
    """The part of the screen that is free for windows."""
    return (dialog.screen() or QGuiApplication.primaryScreen()).availableGeometry().size()


def after_form(form: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach these after the last field of the form, in this order."""
    inside = [
        part
        for part in focus_chain(form)
        if form.isAncestorOf(part)
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None  # what is inside of a spin box is reached through it
    ]
    before = inside[-1] if inside else form
    # From the last one on: Qt moves nothing that already comes next once round the window.
    for widget in reversed(widgets):
        QWidget.setTabOrder(before, widget)


def focus_chain(start: QWidget) -> Iterator[QWidget]:
    """Every widget after this one in the order of Tab, up to the last one of its window.

    The last one is never asked what comes next: PySide would take the window that it answers for
    a child of that one, and neither could be deleted any more.
    """
    last = start.window().previousInFocusChain()
    part: QWidget | None = start
    while part is not None and part is not last:
        part = part.nextInFocusChain()
        if part is not None:
            yield part


def offer_to_window(dialog: QDialog, event: QKeyEvent) -> None:
    """Keys that a dialog does not know, such as that for the language, go on to its window.

    What begins something new waits: a second form would lie on top of the first.
    """
    above = dialog.parentWidget()
    begins = event.matches(QKeySequence.StandardKey.New)
    if above is not None and not begins and not event.isAccepted():
        QApplication.sendEvent(above.window(), event)
