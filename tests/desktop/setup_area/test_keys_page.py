"""The keys of an encrypted book in set-up: given, changed, taken away with a new sheet."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.home.asking import home
from desktop.home.state import TaskState, tasks
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import Session
from desktop.session.sheet_dialog import SheetDialog
from desktop.setup_area.keys_page import KeyDialog, KeysPage
from desktop.setup_area.network_key_dialog import NetworkKeyDialog
from desktop.setup_area.screen import SetupScreen
from desktop.tasks import InlineTasks
from ledger.book import Book
from ledger.book.keyholding import code_of_book, groups_to_ask, look_at_sheet
from ledger.book.network_keys import new_network_key
from ledger.domain.people import UserRole
from ledger.domain.refusals.keys import SlotMissing
from ledger.queries.integrity import audit
from ledger.queries.key_notes import key_notes
from ledger.queries.sheet_looks import sheet_looks
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press_enter
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

WORDS, OTHERS = "four words nobody guesses", "five other words for somchai"
SURIN = "เครือข่ายสุรินทร์"
ADMINISTRATOR, CLERK = UserRole.ADMINISTRATOR, UserRole.CLERK


@pytest.fixture(autouse=True)
def quick():
    with quick_guesses():
        yield


class Hands:
    """Fills in the dialogs that open, one after the other."""

    def __init__(self):
        self.left, self.shown = [], []

    def __call__(self, dialog):
        self.shown.append(type(dialog))
        dialog.show()
        self.left.pop(0)(dialog)
        dialog.hide()
        return bool(dialog.result())


@pytest.fixture
def hands():
    return Hands()


def opened_page(qtbot, folder, hands, *, roles=(ADMINISTRATOR,), answers=()):
    book = Book.found(folder / "b.satcha", founding(), user="malee", passphrase=WORDS)
    others = NewUser(name="boss", roles=(ADMINISTRATOR,))
    book.run(NameUsers(users=(NewUser(name="malee", roles=roles), others)))
    session = Session(book, InlineTasks())
    page = KeysPage(session, Voice("en"), ScriptedAsk(Voice("en"), answers), hands)
    qtbot.addWidget(page)
    page.show()
    page.ask_again()
    return page, session


def names(page):
    return [page.table.model.row_at(at).name for at in range(page.table.model.rowCount())]


def gives(name):
    def fill(dialog):
        type_into(dialog.name.edit, name)
        for field in (dialog.new.first, dialog.new.again):
            type_into(field.edit, OTHERS)
        dialog.save_button.click()

    return fill


def test_the_sheet_is_looked_for_and_a_lost_one_leads_to_a_new_one(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands, answers=(False,))
    right = session.with_book(code_of_book).split(" ")

    def types(dialog):
        for at, field in dialog.groups.items():
            type_into(field.edit, right[at - 1].lower())
        place, field = next(iter(dialog.groups.items()))
        field.set_words(right[place % len(right)])
        dialog.found_button.click()
        assert f"wrong letter: {place}" in dialog.trouble.text()
        field.set_words(right[place - 1])
        dialog.found_button.click()
        assert not dialog.trouble.text()

    hands.left = [types, lambda dialog: dialog.missing_button.click()]
    page.look.click()
    [row] = session.ask(sheet_looks).rows
    assert (row.look.found, row.user) == (True, "malee")
    page.look.click()

    told = session.ask(sheet_looks)
    assert (told.missing, told.due, len(told.rows)) == (True, True, 2)
    assert "gets a new key" in page._asks.asked[0]
    day = session.today
    [task] = [
        one for one in tasks(session.ask(home, today=day, encrypted=True)) if one.key == "keys"
    ]
    assert task.state is TaskState.WARNING
    assert not [one for one in tasks(session.ask(home, today=day)) if one.key == "keys"]
    assert session.ask(audit).findings == ()


def test_the_sheet_is_asked_for_a_year_after_it_was_last_seen(tmp_path):
    with Book.found(tmp_path / "b.satcha", founding(), user="malee", passphrase=WORDS) as book:
        first = book.today
        assert not book.ask(sheet_looks, at=first + timedelta(days=365)).due
        assert book.ask(sheet_looks, at=first + timedelta(days=366)).due
        right = code_of_book(book).split(" ")
        asked = groups_to_ask()
        assert len(set(asked)) == 3
        look_at_sheet(book, {at: right[at - 1] for at in asked})
        assert not book.ask(sheet_looks, at=first + timedelta(days=365)).missing


def test_a_key_is_given_and_opens_the_book(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands)
    hands.left = [gives("somchai")]
    page.give.click()
    assert names(page) == ["malee", "somchai"]
    session.close()
    Book.open(session.path, user="somchai", passphrase=OTHERS).close()


def test_a_name_that_has_a_key_is_said_beside_it(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands)
    notes = []

    def fill(dialog):
        gives("malee")(dialog)
        notes.append(dialog.name.note.text())
        dialog.reject()

    hands.left = [fill]
    page.give.click()
    assert "malee" in notes[0]
    session.close()


def test_who_may_add_no_users_gives_no_keys_but_changes_the_own_passphrase(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands, roles=(CLERK,))
    notes = []

    def refused(dialog):
        gives("somchai")(dialog)
        notes.append(dialog.trouble.text())
        dialog.reject()

    def changes(dialog):
        assert dialog.name.words() == "malee"
        for field in (dialog.new.first, dialog.new.again):
            type_into(field.edit, OTHERS)
        press_enter(dialog)

    hands.left = [refused, changes]
    page.give.click()
    page.change.click()
    assert "boss" in notes[0]
    assert names(page) == ["malee"]
    session.close()
    Book.open(session.path, user="malee", passphrase=OTHERS).close()


def test_a_key_is_taken_away_by_a_new_one_and_a_new_sheet_comes(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands, answers=[True])
    sheets = []
    hands.left = [gives("somchai"), lambda dialog: sheets.append(dialog._makes(page.voice)[:5])]
    page.give.click()
    page.table.view.selectRow(1)
    page.remove.click()

    assert hands.shown == [KeyDialog, SheetDialog]
    assert sheets == [b"%PDF-"]
    assert names(page) == ["malee"]
    assert session.ask(sheet_looks).missing, "nobody printed or saved it"
    assert not session.locked
    session.close()
    with pytest.raises(SlotMissing):
        Book.open(session.path, user="somchai", passphrase=OTHERS)
    Book.open(session.path, user="malee", passphrase=WORDS).close()


def test_a_new_sheet_that_was_saved_is_no_missing_one(qtbot, tmp_path, hands):
    page, session = opened_page(qtbot, tmp_path, hands, answers=[True, tmp_path / "a.pdf"])

    def saves(dialog):
        dialog.save_button.click()
        dialog.reject()

    hands.left = [saves]
    page.sheet.click()
    assert (tmp_path / "a.pdf").exists()
    assert session.ask(sheet_looks).rows == ()
    session.close()


def test_a_network_office_gets_a_key_by_its_file_and_its_code_and_loses_it(qtbot, tmp_path, hands):
    key = new_network_key(tmp_path / "own.key", tmp_path / "a.txt", SURIN, "office in the town")
    page, session = opened_page(qtbot, tmp_path, hands, answers=[tmp_path / "a.txt", True])

    def fill(dialog):
        dialog.file_button.click()
        assert dialog.name.words() == SURIN
        type_into(dialog.code.edit, key.code.lower())
        press_enter(dialog)

    hands.left = [fill, lambda _: None]
    page.network.click()
    rows = [page.table.model.row_at(at) for at in range(page.table.model.rowCount())]
    assert [(row.name, row.code) for row in rows] == [("malee", ""), (SURIN, key.code)]
    assert session.ask(key_notes).rows[0].networks == (SURIN,)

    page.table.view.selectRow(1)
    page.remove.click()
    assert hands.shown == [NetworkKeyDialog, SheetDialog]
    assert names(page) == ["malee"]
    assert session.ask(audit).findings == ()
    session.close()


def test_a_wrong_file_and_a_wrong_code_are_said_below_the_form(qtbot, tmp_path, hands):
    new_network_key(tmp_path / "own.key", tmp_path / "a.txt", SURIN, "office in the town")
    answers = [tmp_path / "own.key", tmp_path / "a.txt"]
    page, session = opened_page(qtbot, tmp_path, hands, answers=answers)
    notes = []

    def fill(dialog):
        for button in (dialog.save_button, dialog.file_button, dialog.file_button):
            button.click()
            notes.append(dialog.trouble.text())
        type_into(dialog.code.edit, "AAAA BBBB CCCC DDDD")
        press_enter(dialog)
        notes.append(dialog.trouble.text())
        dialog.cancel_button.click()

    hands.left = [fill]
    page.network.click()
    assert "Choose the file" in notes[0]
    assert "no public key" in notes[1]
    assert notes[2] == ""
    assert "Ask the office by telephone" in notes[3]
    assert names(page) == ["malee"]
    session.close()


def test_a_plain_book_has_no_page_of_keys(qtbot, tmp_path, hands):
    with Book.found(tmp_path / "b.satcha", founding(), user="malee") as book:
        session = Session(book, InlineTasks())
        screen = SetupScreen(session, Voice("en"), ScriptedAsk(Voice("en")), hands)
        qtbot.addWidget(screen)
        assert not screen.people.keys.isVisibleTo(screen.people)


def test_the_page_of_users_leads_to_the_keys(qtbot, tmp_path, hands):
    book = Book.found(tmp_path / "b.satcha", founding(), user="malee", passphrase=WORDS)
    session = Session(book, InlineTasks())
    screen = SetupScreen(session, Voice("en"), ScriptedAsk(Voice("en")), hands)
    qtbot.addWidget(screen)
    seen = []

    def fill(dialog):
        seen.extend(names(dialog.page))
        dialog.close_button.click()

    hands.left = [fill]
    screen.people.keys.click()
    assert seen == ["malee"]
    session.close()
