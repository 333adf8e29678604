"""What a role may not do is not shown: areas and buttons by the table of rights."""

from __future__ import annotations

from operator import attrgetter

import pytest

from desktop.app.areas import areas
from desktop.app.rights import AREAS, BUTTONS
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.words import Button
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


@pytest.mark.parametrize(
    ("user", "hidden"),
    [
        ("treasurer", set()),
        ("clerk", set()),
        ("administrator", {"collection"}),
        ("approver", {"collection"}),
        ("auditor", {"collection", "setup_area"}),
        ("stranger", {"collection", "setup_area"}),
    ],
)
def test_areas_are_shown_to_whom_they_are_for(window_of, user, hidden):
    window = window_of(user)

    assert {area.name for area in areas()} - set(window._areas) == hidden
    window.go_to(Place("collection"))
    assert (window.navigation.area == "collection") is ("collection" not in hidden)


def test_buttons_are_shown_to_whom_they_are_for(window_of):
    treasurer, clerk, auditor = (shown(window_of(one)) for one in ("treasurer", "clerk", "auditor"))

    assert ("members", "page.pay_out") in treasurer
    assert ("members", "page.pay_out") not in clerk
    assert ("members", "page.receive") in clerk
    assert ("audit", "questions.ask") in auditor - treasurer
    assert {area for area, _ in auditor} <= {"audit", "journal", "month_end"}


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
