"""A window that was left open gives nobody a copy of an encrypted book."""

from __future__ import annotations

import pytest

from desktop.audit.screen import AuditScreen
from desktop.exchange_area.screen import ExchangeScreen
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import Session
from desktop.session.proving import is_the_user
from desktop.session.screen import show_dialog
from desktop.tasks import InlineTasks
from ledger.book import Book
from reports.words.voice import Voice
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "four words nobody guesses"
ENGLISH = Voice("en")


@pytest.fixture(autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture
def session(tmp_path):
    book = Book.found(tmp_path / "b.satcha", founding(), user="malee", passphrase=WORDS)
    made = Session(book, InlineTasks())
    yield made
    made.close()


def asked(*answers):
    return ScriptedAsk(ENGLISH, answers)


def test_the_right_passphrase_is_enough(session):
    assert is_the_user(session, asked(WORDS))


@pytest.mark.parametrize("typed", [None, ""])
def test_whoever_types_nothing_gets_nothing_and_is_told_nothing(session, typed):
    asks = asked(typed)

    assert not is_the_user(session, asks)
    assert asks.told == []


def test_a_wrong_passphrase_is_said_to_be_one(session):
    asks = asked("five other words for somchai")

    assert not is_the_user(session, asks)
    assert "passphrase" in asks.told[0]


def test_a_book_without_a_key_asks_nothing(opened):
    assert is_the_user(opened.session, opened.asks)


def test_no_file_of_the_whole_book_is_written_without_it(qtbot, session, tmp_path):
    asks = asked("wrong", WORDS, tmp_path / "out.json")
    screen = ExchangeScreen(session, ENGLISH, asks, show_dialog)
    qtbot.addWidget(screen)
    screen.out.formats.choose("json")

    screen.out.write.click()
    assert not (tmp_path / "out.json").exists()
    screen.out.write.click()

    assert (tmp_path / "out.json").exists()
    assert asks.unused == []


def test_no_audit_pack_is_made_without_it(qtbot, session, tmp_path):
    asks = asked("wrong", WORDS, "anong", tmp_path)
    screen = AuditScreen(session, ENGLISH, asks, show_dialog)
    qtbot.addWidget(screen)

    screen.check.pack.click()
    assert list(tmp_path.glob("audit-pack-*")) == []
    screen.check.pack.click()

    assert len(list(tmp_path.glob("audit-pack-*"))) == 1
