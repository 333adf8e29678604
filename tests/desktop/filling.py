"""A hand that fills in a form written as a list, and books it.

Use:
    opened.fills(fill(amount="150", reason="ค้ำประกัน"))
    screen.more.do_named("place-hold")
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.parts.chooser import Chooser
from desktop.parts.text_fields import LongTextField, PickField
from desktop.session.asked import AskedDialog
from desktop.session.more import MoreButton
from tests.desktop.gallery import check_widget, type_into


def fill(**answers: object) -> Callable[[AskedDialog], None]:
    """Looks at the form, types into the named fields, picks and chooses by value, then books."""

    def hand(dialog: AskedDialog) -> None:
        dialog.resize(dialog.width(), 2_400)  # what scrolls is looked at as well
        wrong = check_widget(dialog)
        assert wrong == [], wrong
        for name, answer in answers.items():
            field: Any = dialog.asked[name]
            if isinstance(field, PickField):
                field.pick(answer)
            elif isinstance(field, Chooser):
                field.choose(answer)
            elif isinstance(field, LongTextField) or not answer:
                field.set_words(str(answer))  # as if pasted: a new line is a key of its own
            else:
                field.edit.selectAll()
                type_into(field.edit, str(answer))
        dialog.book()

    return hand


def do(screen: QWidget, command: str) -> None:
    """Choose what is done with this command from the menus of a screen."""
    more = [
        one
        for one in screen.findChildren(MoreButton)
        if command in {deed.command for deed in one.deeds}
    ]
    # The page of one thing comes after the lists, and is the one that is open.
    seen = [one for one in more if one.isVisible()] or more
    seen[-1].do_named(command)
