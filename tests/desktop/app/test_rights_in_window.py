"""What a role may not do is not shown: areas and buttons by the table of rights."""

from __future__ import annotations

from datetime import date
from functools import partial
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.app.areas import areas
from desktop.app.rights import AREAS, BUTTONS, NEW
from desktop.month_end.share_out import share_out_form
from desktop.month_end.year_asking import YearRow, YearState
from desktop.month_end.year_dialogs import reopen_year_form
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.words import Button, Label
from desktop.session import Place, Session
from desktop.session.preferences import Preferences
from desktop.shell.switching import ask_user
from desktop.shell.window import Window
from desktop.tasks import InlineTasks
from ledger.book import Book
from ledger.book.keyholding import give_key
from ledger.book.signing import make_signing_key
from ledger.domain.days import Month
from ledger.domain.people import UserRole
from ledger.usecases import COMMANDS
from ledger.usecases.closing import CloseMonth
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.words.voice import Voice
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses


@pytest.fixture
def manned(opened):
    """The book of the tests with a user for every role, named as the role is."""
    everyone = tuple(NewUser(name=one.value, roles=(one,)) for one in UserRole)
    opened.village.run(NameUsers(users=everyone))
    return opened


@pytest.fixture
def window_of(qtbot, manned):
    def build(user):
        manned.session.change_user(user)
        made = Window(manned.session, areas(), Preferences("en"), manned.asks)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        qtbot.waitExposed(made)
        return made

    return build


def shown(window):
    """Every button of the table that its screen shows, by area and name."""
    found = set()
    for area, buttons in BUTTONS.items():
        if area in window._areas:
            screen = window.screen_of(area)
            found |= {(area, path) for path in buttons if not attrgetter(path)(screen).isHidden()}
    return found


def test_every_button_of_the_table_exists_and_leads_to_a_command(window_of):
    window = window_of("treasurer")

    for area, buttons in BUTTONS.items():
        for path, command in buttons.items():
            assert isinstance(attrgetter(path)(window.screen_of(area)), Button), path
            assert command in COMMANDS
    assert {command for needed in AREAS.values() for command in needed} <= set(COMMANDS)


def test_ctrl_n_begins_something_new_where_that_is_seen(window_of):
    window = window_of("treasurer")
    pressed: list[str] = []
    for area, buttons in NEW.items():
        for path in buttons:
            button = attrgetter(path)(window.screen_of(area))
            assert isinstance(button, Button), path
            button.clicked.disconnect()
            button.clicked.connect(partial(pressed.append, f"{area}.{path}"))
    for place in (Place("members"), Place("members", "0001"), Place("loans"), Place("home")):
        window.go_to(place)
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert pressed == ["members.admit", "members.page.receive", "loans.apply"]


@pytest.mark.parametrize(
    ("user", "hidden"),
    [
        ("treasurer", set()),
        ("clerk", set()),
        ("administrator", {"collection"}),
        ("approver", {"collection"}),
        ("auditor", {"collection"}),
        ("stranger", {"collection"}),
    ],
)
def test_areas_are_shown_to_whom_they_are_for(window_of, user, hidden):
    window = window_of(user)

    assert {area.name for area in areas()} - set(window._areas) == hidden
    window.go_to(Place("collection"))
    assert (window.navigation.area == "collection") is ("collection" not in hidden)


def test_a_form_that_is_for_others_says_so_before_anybody_types(window_of, manned):
    screen = window_of("auditor").screen_of("setup_area")
    screen.opens = manned.opens
    screen.freshen()
    screen.accounts.view.selectRow(0)
    screen.accounts.view.entered_row.emit()

    assert manned.dialogs == []
    assert manned.asks.told[-1].startswith("Further entries are for the roles:")


def test_a_form_that_asks_row_by_row_says_so_as_well(window_of, manned):
    screen = window_of("auditor").screen_of("month_end")
    screen.opens = manned.opens
    year = YearRow(2025, date(2025, 12, 31), YearState.CLOSED)

    assert not screen.show_form(share_out_form(manned.session, screen.voice))
    assert not screen.show_form(reopen_year_form(manned.session, screen.voice, year))

    assert manned.dialogs == []
    assert all(told.startswith("Further entries are") for told in manned.asks.told[-2:])


def test_buttons_are_shown_to_whom_they_are_for(window_of):
    treasurer, clerk, auditor = (shown(window_of(one)) for one in ("treasurer", "clerk", "auditor"))

    assert ("members", "page.pay_out") in treasurer
    assert ("members", "page.pay_out") not in clerk
    assert ("members", "page.receive") in clerk
    assert ("audit", "questions.ask") in auditor - treasurer
    assert {area for area, _ in auditor} <= {"audit", "journal", "month_end", "setup_area"}
    assert {path for area, path in auditor if area == "setup_area"} <= _OWN_KEYS


_OWN_KEYS = {"users.own_key", "users.lost_key"}  # everybody's own


# What looks, goes somewhere, prints or writes a file; anything else changes the book.
LOOKING = {
    *("Show the change", "Print the log", "The act in the log"),
    *("Show the figures", "Show the proof", "Calendar", "Go there", "Go to the member"),
    *("All members", "All loans", "All members of the fund", "All bank accounts", "All entries"),
    *("Statement", "Member view", "Report", "Loan card", "Loan contract", "Settlement slip"),
    *("Reminder", "Both legs of loans", "The months ahead", "Committees and working groups"),
    *("Account of an insurance", "Register of plots and houses", "Account of a land lease"),
    *("Report on a grant", "Statement of a project", "Survey register", "Welfare member card"),
    *("Claim form", "Show the paper", "Go to the linked entry", "Show more entries"),
    "What an account is made of",
    *("Let the book audit itself", "Monthly report", "Compare with what was printed"),
    *("Budget and actual", "Register of fixed assets", "Dividend register"),
    *("Papers for the annual meeting", "All reports", "Show", "For all members"),
    *("Save as spreadsheet", "Save as text", "Print", "Save as file", "Page before", "Next page"),
    *("Smaller", "Larger", "Whole width", "Exceptions of all tests", "Red flags"),
    *("Inspection report", "Balance confirmation", "Draw the sample", "Find the code"),
    "Open the request",  # whose answer is for others, as the book says
    *("Write the file", "Cut-over sheet", "Cut-over sheet to sign", "Make the workbook"),
    *("See what is given", "Consent form", "Kept without consent"),
}


def test_whoever_may_do_nothing_is_offered_nothing_that_changes_the_book(window_of):
    window = window_of("stranger")
    offered = {
        (area, button.text())
        for area in window._areas
        for button in window.screen_of(area).findChildren(Button)
        if not button.isHidden()
    }

    assert {one for one in offered if one[1] not in LOOKING} == set()


def test_whoever_misses_a_button_reads_which_role_has_it(window_of):
    window = window_of("auditor")
    said = {
        area: [label.text() for label in window._pages[area].findChildren(Label)][-1]
        for area in ("members", "loans")
        if window.screen_of(area)
    }

    assert said["members"].startswith("Further entries are for the roles: ")
    assert "treasurer" in said["loans"]
    assert "auditor" not in said["loans"]


def test_a_button_that_is_forbidden_stays_hidden_whatever_its_screen_wants(window_of):
    button = window_of("auditor").screen_of("month_end").close_month
    button.setVisible(True)

    assert button.isHidden()


def test_the_top_says_who_is_there_and_in_which_role(window_of):
    top = window_of("clerk").top

    assert top.user.text() == "At the keyboard: clerk (clerk)"
    assert top.other_user.isVisible()


def test_a_stranger_is_told_that_she_only_looks(window_of):
    window = window_of("stranger")

    assert window.band.isVisible()
    assert "change nothing" in window.band.text()


def test_a_closing_asks_for_the_passphrase_of_ones_own_key(window_of, manned):
    window = window_of("treasurer")
    with quick_guesses():
        make_signing_key(manned.village.book, "เรือใบสีขาวลำเล็ก")
        manned.asks._answers.append("เรือใบสีขาวลำเล็ก")
        outcome = window.session.run(CloseMonth(month=Month(2026, 1)))

    assert outcome.act


def test_somebody_else_sits_down_without_closing_the_book(manned):
    manned.session.change_user("treasurer")
    names = manned.session.may.users
    manned.asks._answers += [names.index("auditor"), None]

    assert ask_user(manned.session, manned.asks) == "auditor"
    assert manned.session.user == "auditor"
    assert ask_user(manned.session, manned.asks) is None
    assert manned.session.user == "auditor"


@pytest.mark.parametrize("goes", [lambda window: window.top.other_user.click(), QWidget.close])
def test_the_cell_that_is_being_typed_is_kept_before_somebody_else_sits_down(window_of, goes):
    window = window_of("treasurer")
    window.go_to(Place("collection"))
    sheet = window.screen_of("collection")
    QTest.keyClicks(sheet.view, "55")
    assert sheet.grid.typing == "55"
    goes(window)

    assert "55" in window.session.drafts(sheet.place)["0001"]


@pytest.mark.usefixtures("qapp")
def test_an_encrypted_book_asks_for_the_passphrase_of_whoever_sits_down(tmp_path):
    words = "เรือใบสีขาวลำเล็ก"
    with quick_guesses():
        book = Book.found(tmp_path / "a.satcha", founding(), user="แดง", passphrase=words)
        everyone = (
            NewUser(name="แดง", roles=(UserRole.ADMINISTRATOR, UserRole.TREASURER)),
            NewUser(name="ดำ", roles=(UserRole.APPROVER,)),
        )
        book.run(NameUsers(users=everyone))
        give_key(book, "ดำ", "ม้าหมุนสีแดงตัวโต")
        session = Session(book, InlineTasks())
        for typed, user in (("wrong passphrase", None), ("ม้าหมุนสีแดงตัวโต", "ดำ")):
            asks = ScriptedAsk(Voice("en"), [0, typed])
            assert ask_user(session, asks) == user
            assert bool(asks.told) is (user is None)
        session.close()
