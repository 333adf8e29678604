"""The form of a new book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.parts.scripted_ask import ScriptedAsk
from desktop.shell.choices import NewBook
from desktop.shell.founding import KINDS, file_name_for, with_ending
from desktop.shell.founding_dialog import FoundingDialog
from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.money import baht
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.clocks import CountedLetters, StandingClock

TODAY = date(2026, 3, 20)
WORDS = "four words nobody guesses"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("สหกรณ์เคหสถานบ้านริมน้ำ จำกัด", "สหกรณ์เคหสถานบ้านริมน้ำ จำกัด.satcha"),
        ("a/b\\c:*?", "a b c.satcha"),
        ("...", "satcha.satcha"),
        ("x" * 200, "x" * 80 + ".satcha"),
    ],
)
def test_the_file_gets_a_name_that_every_system_takes(name, file):
    assert file_name_for(name) == file


def test_the_ending_is_added_once():
    assert with_ending(Path("a")) == Path("a.satcha")
    assert with_ending(Path("a.satcha")) == Path("a.satcha")
    assert with_ending(Path("a.b")) == Path("a.b.satcha")


def test_every_kind_but_the_bare_journal_is_offered():
    assert set(KINDS) == set(BookKind) - {BookKind.JOURNAL}


@pytest.fixture
def form(qtbot, tmp_path):
    ask = ScriptedAsk(Voice("en"), [tmp_path / "new"])
    made = FoundingDialog(Voice("en"), ask, book="ab" * 16, today=TODAY, folder=tmp_path)
    qtbot.addWidget(made)
    made.show()
    type_into(made.passphrase.first.edit, WORDS)
    type_into(made.passphrase.again.edit, WORDS)
    return made


def test_what_was_filled_in_becomes_the_founding_act(form, tmp_path):
    type_into(form.name_th.edit, "กลุ่มออมทรัพย์บ้านเหนือ")
    form.kind.pick(BookKind.SAVINGS_GROUP)
    type_into(form.cash_limit.edit, "5000")
    form.make()

    assert isinstance(form.made, NewBook)
    assert form.made.passphrase == WORDS
    assert form.made.path == tmp_path / "new.satcha"
    command = form.made.command
    assert command.name_th == "กลุ่มออมทรัพย์บ้านเหนือ"
    assert command.kind is BookKind.SAVINGS_GROUP
    assert command.starts_on == date(2026, 3, 1)
    assert command.cash_limit == baht(5_000)


def test_enter_goes_on_field_by_field_and_with_control_makes_the_book(form, qtbot):
    type_into(form.name_th.edit, "กลุ่มออมทรัพย์บ้านเหนือ")
    for _ in range(3):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)

    assert form.focusWidget() is form.starts_on.edit
    assert form.made is None
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.made is not None


def test_enter_in_a_new_passphrase_goes_to_its_second_field_and_offers_no_words(form, qtbot):
    form.passphrase.first.setFocus()
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)

    assert form.focusWidget() is form.passphrase.again.edit


def test_the_second_passphrase_is_looked_at_again_when_the_first_changes(form):
    form.passphrase.again.reveal()
    type_into(form.passphrase.first.edit, "x")
    assert form.passphrase.again.note.text()
    form.passphrase.first.edit.backspace()
    form.passphrase.first.edit.textEdited.emit(form.passphrase.first.edit.text())

    assert form.passphrase.again.note.text() == ""


def test_the_book_that_it_describes_can_be_founded(form):
    type_into(form.name_th.edit, "กลุ่มออมทรัพย์บ้านเหนือ")
    form.make()

    made = form.made
    with Book.found(
        made.path, made.command, clock=StandingClock(TODAY), chance=CountedLetters()
    ) as book:
        assert book.today == TODAY


def test_without_a_name_nothing_is_asked_and_the_keyboard_goes_to_the_name(form):
    form.make()

    assert form.made is None
    assert form._asks.asked == []
    assert form.focusWidget() is form.name_th.edit


def test_leaving_the_question_where_to_put_it_keeps_what_was_typed(qtbot, tmp_path):
    ask = ScriptedAsk(Voice("en"), [None])
    made = FoundingDialog(Voice("en"), ask, book="ab" * 16, today=TODAY, folder=tmp_path)
    qtbot.addWidget(made)
    type_into(made.name_th.edit, "บ้านเหนือ")
    type_into(made.passphrase.first.edit, WORDS)
    type_into(made.passphrase.again.edit, WORDS)
    made.make()

    assert made.made is None
    assert made.name_th.words() == "บ้านเหนือ"
    assert ask.asked == ["Where shall the book lie?"]


@pytest.mark.parametrize(("first", "again"), [("", ""), ("short", "short"), (WORDS, "others")])
def test_no_real_book_is_made_without_a_passphrase(form, first, again):
    type_into(form.name_th.edit, "กลุ่มออมทรัพย์บ้านเหนือ")
    for field, words in ((form.passphrase.first, first), (form.passphrase.again, again)):
        field.edit.clear()
        type_into(field.edit, words)
    form.make()

    assert form.made is None
