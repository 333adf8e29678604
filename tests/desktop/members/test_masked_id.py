"""The national ID number never stands in full on a screen (trust.md 6.8)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.app.areas import areas
from desktop.parts.table import Table
from desktop.session import Place
from desktop.session.preferences import Preferences
from desktop.shell.window import Window
from ledger.domain.members import Person
from ledger.usecases.members import ChangeMember
from reports.words.texts import shown_id
from tests.desktop.gallery import settle, texts

ID = "1101700230708"
AREAS = ("home", "members", "collection", "savings", "loans", "journal", "papers", "audit")


@pytest.fixture
def window(qtbot, opened):
    person = Person(title="นาย", given="สมชาย", family="ใจดี", national_id=ID)
    opened.session.run(ChangeMember(member="0001", person=person))
    made = Window(opened.session, areas(), Preferences("en"), opened.asks)
    qtbot.addWidget(made)
    return made


def shown(window: QWidget) -> str:
    settle(window)
    rows = [row for table in window.findChildren(Table) for row in table.seen().rows]
    return " ".join([*texts(window), *(cell for row in rows for cell in row)])


def test_no_area_shows_the_whole_number(window):
    for area in AREAS:
        window.go_to(Place(area))
        said = shown(window)
        assert ID not in said, area
        assert shown_id(ID) not in said, area


def test_the_members_own_page_shows_its_last_figures_alone(window):
    window.go_to(Place("members", "0001"))
    said = shown(window)

    assert "x-xxxx-xxxxx-70-8" in said
    assert ID[:10] not in said.replace("-", "")
