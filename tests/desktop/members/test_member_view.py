"""One member in large text, for reading together at the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.members.large_view import MemberView
from desktop.members.screen import MembersScreen
from ledger.queries.position import member_position
from reports.words.voice import Voice
from tests.desktop.gallery import texts
from tests.desktop.opened import press
from tests.support.books import TODAY


@pytest.fixture
def screen(qtbot, opened):
    made = MembersScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.show()
    made.open_at("0001")
    return made


def test_the_view_says_what_the_books_say_and_grows_by_a_key(screen, opened):
    position = opened.session.ask(member_position, member="0001", at=TODAY)

    def reads(dialog):
        said = texts(dialog)
        for card in position.cards:
            assert Voice("en").money(abs(card.balance)) in said
        assert Voice("en").money(position.owed) in said
        before = dialog.name.font().pointSizeF()
        press(dialog, Qt.Key.Key_Plus)
        assert dialog.name.font().pointSizeF() > before
        for _ in range(9):
            press(dialog, Qt.Key.Key_Minus)
        assert dialog.times == 1.5
        press(dialog, Qt.Key.Key_Escape)

    opened.fills(reads)
    screen.page.together.click()

    assert isinstance(opened.dialogs[-1], MemberView)
