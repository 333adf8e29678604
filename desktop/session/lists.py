"""The first page of an area: its name, a few words about it, its buttons, its lists behind tabs.

Use:
    lists = Lists(_name, voice, above=(self.facts, ButtonRow(buttons)), pages=((_name, table), …))
    page = with_buttons((self.new, self.paper), table)      # a tab with buttons of its own
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says
from desktop.session.tabs import Tabs
from reports.words.voice import Voice


class Lists(QWidget):
    """Heading, then what stands above the lists in reading order, then the tabs with the rest."""

    def __init__(
        self,
        heading: Says | Label,
        voice: Voice,
        *,
        above: Sequence[QWidget],
        pages: Sequence[tuple[Says, QWidget]],
    ) -> None:
        super().__init__()
        self.heading = (
            heading if isinstance(heading, Label) else Label(heading, voice, heading=True)
        )
        self.tabs = Tabs(pages, voice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, *above):
            rows.addWidget(widget)
        rows.addWidget(self.tabs, 1)


def stacked(*widgets: QWidget) -> QWidget:
    """A page of several lists, one below the other."""
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        rows.addWidget(widget, 1)
    return page


def with_buttons(buttons: Sequence[Button], below: QWidget) -> QWidget:
    """A page behind a tab that has buttons of its own; a list takes all the room that is left."""
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.addWidget(ButtonRow(buttons))
    rows.addWidget(below, 1 if isinstance(below, Table) else 0)
    if not isinstance(below, Table):
        rows.addStretch(1)
    return page
