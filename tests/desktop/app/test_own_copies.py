"""The open book copies itself: around closings and imports, every two hours, when it closes."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.own_copies import EVERY, OwnCopies
from desktop.parts.lamp import LampState
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.words import retell
from desktop.shell.status_line import StatusLine
from ledger.book import Book, copies
from ledger.book.copies import copies_in
from ledger.book.own_copies import folder_of
from ledger.domain.copies import AHEAD
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.people import UserRole
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.copies import CopyNotVerified
from ledger.queries.backups import BackupGap, backup_standing
from ledger.storage import room
from ledger.usecases import COMMANDS
from ledger.usecases.closing import CloseMonth
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.words.voice import Voice
from tests.support.books import START, TODAY


class Line(QWidget):
    """As much of the window as copies need: its last line, and where it says things."""

    def __init__(self, asks: ScriptedAsk) -> None:
        super().__init__()
        self.asks, self.status = asks, StatusLine(Voice("en"))
        QVBoxLayout(self).addWidget(self.status)


class Watched:
    """A window with a book that copies itself, and what lies beside the book."""

    def __init__(self, opened, qtbot) -> None:
        self.opened, self.session = opened, opened.session
        self.window = Line(opened.asks)
        qtbot.addWidget(self.window)
        self.copies = OwnCopies(opened.session)
        self.copies.watch(cast("Any", self.window))
        self.window.show()
        self.folder = folder_of(opened.session.path)

    def through(self) -> list[int]:
        """The newest act in each copy, the shortest first."""
        return [one.through_act for one in copies_in(self.folder)[0]]

    def book_something(self) -> int:
        card = self.opened.village.one("SELECT number FROM cards WHERE kind = 'savings'")
        self.opened.village.deposit(card, baht(10))
        return self.session.newest_act()


@pytest.fixture
def watched(opened, qtbot):
    return Watched(opened, qtbot)


def test_a_closing_leaves_a_copy_from_before_it_and_one_with_it(watched, qapp):
    before = watched.session.newest_act()

    watched.session.run(CloseMonth(month=Month.of(START)))
    qapp.processEvents()

    first, second = watched.through()
    assert (first, second) == (before, before + 1)
    told = watched.session.ask(backup_standing, at=TODAY)
    assert [row.backup.through_act for row in told.rows] == [before, before + 1]
    assert told.gap is BackupGap.ONLY_INSIDE  # the light stays red for want of a stick
    with Book.open_for_reading(watched.folder / told.rows[0].backup.file) as copy:
        assert copy.ask(lambda reader: reader.one("SELECT COUNT(*) FROM closings")) == (0,)


def test_a_refused_closing_and_a_second_try_share_one_copy(watched, qapp):
    watched.session.run(CloseMonth(month=Month.of(START)))
    qapp.processEvents()
    made = watched.through()

    for _ in range(2):
        with pytest.raises(Refusal):
            watched.session.run(CloseMonth(month=Month.of(START)))
        qapp.processEvents()

    assert watched.through() == made


def test_every_two_hours_what_is_new_is_copied_and_nothing_else(watched):
    assert watched.copies.every.interval() == EVERY == 2 * 60 * 60 * 1000

    watched.copies.every.timeout.emit()
    watched.copies.every.timeout.emit()
    act = watched.book_something()
    watched.copies.every.timeout.emit()

    assert watched.through() == [act - 2, act]  # between them the act that notes the first


def test_an_opening_catches_up_with_what_the_last_closing_left(watched):
    act = watched.session.newest_act()
    watched.copies.catches_up.timeout.emit()
    assert watched.through() == [act]

    watched.book_something()
    watched.copies.catches_up.timeout.emit()
    assert watched.through() == [act]


def test_a_window_closes_after_the_last_copy(watched, qapp):
    act = watched.book_something()

    watched.window.close()
    qapp.processEvents()

    assert not watched.window.isVisible()
    assert watched.through() == [act]


def test_leaving_the_book_waits_for_the_last_copy_and_a_second_wish_does_not(watched):
    done, held = [], []
    watched.session.work = lambda call, **ends: held.append((call, ends))
    watched.book_something()

    assert watched.copies.closes(lambda: done.append("first"))
    assert not watched.copies.closes(lambda: done.append("second"))

    ((_, ends),) = held
    ends["then"](None)
    assert done == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_fails_is_a_light_and_a_sentence_and_holds_up_nobody(
    watched, monkeypatch, qapp, language
):
    retell(watched.window, Voice(language))
    watched.book_something()

    def spoilt(path, *_more):
        raise CopyNotVerified(str(path), "sum")

    with monkeypatch.context() as patched:
        patched.setattr(copies, "prove", spoilt)
        watched.session.run(CloseMonth(month=Month.of(START)))
        qapp.processEvents()

        assert watched.window.status.backup.state is LampState.PROBLEM
        assert ".satcha" in watched.window.status.backup.label.text()
        assert watched.through() == []
    watched.window.status.show_backup(watched.session.ask(backup_standing))  # does not hide it
    assert ".satcha" in watched.window.status.backup.label.text()

    watched.copies.copy()
    assert ".satcha" not in watched.window.status.backup.label.text()
    assert list(watched.folder.glob(".*")) == []


def test_a_copy_never_takes_the_room_that_the_book_needs(watched, monkeypatch, qapp):
    watched.book_something()
    size = watched.session.path.stat().st_size
    monkeypatch.setattr(
        "ledger.storage.room.shutil.disk_usage",
        lambda _: type("Usage", (), {"free": room.TIMES * size + room.BESIDE}),
    )

    watched.copies.copy()

    assert watched.window.status.backup.state is LampState.PROBLEM
    assert not watched.folder.exists()
    watched.window.close()
    qapp.processEvents()
    assert not watched.window.isVisible()
    assert len(watched.opened.asks.told) == 1


def test_what_a_power_cut_left_goes_and_a_stranger_s_file_stays(watched):
    watched.folder.mkdir()
    left = watched.folder / f".{watched.session.path.stem}-000009-abc.satcha.unfinished"
    other = watched.folder / ".other-000009-abc.satcha.unfinished"
    for one in (left, other):
        one.write_bytes(b"half")

    watched.copies.copy()

    assert [left.exists(), other.exists()] == [False, True]


def test_who_may_note_no_copy_makes_none(watched):
    watched.session.run(NameUsers(users=(NewUser(name="มาลี", roles=(UserRole.ADMINISTRATOR,)),)))
    watched.session.change_user("nobody")

    watched.copies.copy()

    assert not watched.folder.exists()


def test_what_comes_after_a_copy_are_commands_that_there_are():
    assert set(COMMANDS) >= AHEAD
