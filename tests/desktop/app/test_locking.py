"""Locking an encrypted book: its file is closed, its key is gone, and nothing that was typed is."""

from __future__ import annotations

import errno
import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from desktop.app import locking
from desktop.app.locking import Cover, Locker
from desktop.app.program import Program
from desktop.parts.words import verbatim
from desktop.session import Place
from desktop.session.keyholding import renew_keys
from ledger.book import Book
from ledger.book.pin import TRIES, SessionPin
from ledger.domain.refusals.keys import BookLocked, WrongPin
from ledger.queries.standing import letterhead
from ledger.storage import file
from ledger.usecases.members import OpenZone
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import plain_look, press, press_enter
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

__all__ = ["plain_look"]

WORDS, USER, PIN = "four words nobody guesses", "สมใจ", "4711"


@pytest.fixture(autouse=True)
def quick():
    with quick_guesses():
        yield


class Hands:
    """Fills in one dialog after the other."""

    def __init__(self):
        self.left, self.shown = [], []

    def __call__(self, dialog):
        self.shown.append(type(dialog).__name__)
        dialog.show()
        self.left.pop(0)(dialog)
        dialog.hide()
        return bool(dialog.result())


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def program(qapp, qtbot, tmp_path, hands):
    path = tmp_path / "b.satcha"
    Book.found(path, founding(), user=USER, passphrase=WORDS).close()
    made = Program(qapp, tmp_path / "pc", tmp_path / "practice")
    made.shows = hands
    made.choose().user.set_words(USER)
    hands.left.append(opening)
    assert made.open(path, user=USER)
    assert made.window is not None
    session = made.window.session
    qtbot.waitUntil(lambda: not session.busy)
    yield made
    windows = (made.start_window, made.window)
    made.wind_up()
    for window in windows:
        if window is not None:
            qtbot.addWidget(window)


def opening(dialog):
    type_into(dialog.pin.edit, PIN)
    type_into(dialog.passphrase.edit, WORDS)
    press_enter(dialog)


def by_passphrase(dialog):
    type_into(dialog.passphrase.edit, WORDS)
    press_enter(dialog)


def test_the_button_closes_the_file_and_the_same_place_comes_back(program, hands):
    window = program.window
    window.go_to(Place("members"))
    type_into(window.search.edit if hasattr(window.search, "edit") else window.search, "สมช")
    kept = weakref.ref(window.session._held)
    seen = []

    def fill(dialog):
        gc.collect()
        with pytest.raises(BookLocked):
            window.session.ask(letterhead)
        covers = window.findChildren(Cover)
        seen.append((kept(), len(covers), covers[0].geometry() == window.rect()))
        with Book.open(window.session.path, user=USER, passphrase=WORDS) as elsewhere:
            elsewhere.run(OpenZone(code="9", name="x"))
        by_passphrase(dialog)

    hands.left.append(fill)
    code = window.status.code.text()
    window.top.lock.click()

    assert seen == [(None, 1, True)]
    assert not window.session.locked
    assert window.stack.currentWidget() is window._pages["members"]
    assert window.status.code.text() != code


def test_what_is_half_typed_in_a_dialog_is_covered_and_stays(program, hands, qtbot):
    dialog = QDialog(program.window)
    QVBoxLayout(dialog).addWidget(QLabel("สมชาย ใจดี"))
    qtbot.addWidget(dialog)
    dialog.show()
    covered: list[bool] = []

    def fill(asking):
        covered.extend(one.isVisible() for one in dialog.findChildren(Cover))
        by_passphrase(asking)

    hands.left.append(fill)
    program.window.top.lock.click()

    assert covered == [True]
    assert dialog.isVisible()


def test_the_pin_unlocks_and_after_three_wrong_ones_only_the_passphrase_does(program, hands):
    def with_pin(dialog):
        type_into(dialog.pin.edit, "๔๗๑๑")
        press_enter(dialog)

    hands.left.append(with_pin)
    program.window.top.lock.click()
    assert hands.shown[-1] == "LockedDialog"
    assert not program.window.session.locked

    notes = []

    def wrong(dialog):
        for _ in range(TRIES):
            type_into(dialog.pin.edit, "0000")
            press_enter(dialog)
            notes.append(dialog.pin.isVisible())
        by_passphrase(dialog)

    hands.left.append(wrong)
    program.window.top.lock.click()
    assert notes == [True, True, False]
    assert not program.window.session.locked

    def without_pin(dialog):
        notes.append(dialog.pin.isVisible())
        by_passphrase(dialog)

    hands.left.append(without_pin)
    program.window.top.lock.click()
    assert notes[-1] is False


def test_after_a_new_key_the_pin_leads_to_the_passphrase(program, hands, qtbot):
    session = program.window.session
    renew_keys(session, None, then=lambda _: None, says=verbatim("…"))
    qtbot.waitUntil(lambda: not session.busy)
    notes = []

    def tries(dialog):
        type_into(dialog.pin.edit, PIN)
        press_enter(dialog)
        notes.append((dialog.pin.isVisible(), dialog.passphrase.note.text()))
        by_passphrase(dialog)

    hands.left.append(tries)
    program.window.top.lock.click()
    [(pin_is_seen, said)] = notes
    assert not pin_is_seen
    assert "passphrase-file" not in said
    assert "กุญแจใหม่" in said or "new key" in said
    assert not session.locked


def test_an_older_file_that_was_put_back_meanwhile_is_told(program, hands, qtbot, monkeypatch):
    session = program.window.session
    session.lock()
    older = session.path.read_bytes()
    session.unlock(Book.open(session.path, user=USER, passphrase=WORDS))
    session.run(OpenZone(code="9", name="x"))
    told = []
    monkeypatch.setattr(program.window.asks, "tell", lambda says: told.append(says(Voice("en"))))

    def puts_back(dialog):
        session.path.write_bytes(older)
        by_passphrase(dialog)

    hands.left += [by_passphrase, puts_back]
    for _ in range(2):
        assert told == []
        qtbot.waitUntil(lambda: not session.busy)
        program.window.top.lock.click()
    [said] = told
    assert "Somebody put an older file back" in said


def test_escape_leads_nowhere_and_closing_the_book_leads_to_the_first_window(program, hands):
    def fill(dialog):
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        dialog.leave_button.click()

    hands.left.append(fill)
    program.window.top.lock.click()

    assert program.window is None
    assert program.start_window.isVisible()


def test_idle_minutes_lock_after_a_warning_and_a_touch_begins_them_anew(program, hands):
    locker = program.window.findChild(Locker)
    assert locker.warning.interval() == (5 * 60 - 30) * 1000
    locker.warn()
    assert program.window.soon.isVisible()
    locker.touched()
    assert not program.window.soon.isVisible()
    assert not locker.closing.isActive()

    def ten_minutes(dialog):
        dialog.minutes.pick(10)
        by_passphrase(dialog)

    hands.left.append(ten_minutes)
    locker.warn()
    assert locker.closing.isActive()
    locker.closing.timeout.emit()
    assert hands.shown[-1] == "LockedDialog"
    assert program.preferences.lock_minutes == 10
    assert locker.warning.interval() == (10 * 60 - 30) * 1000


def test_the_warning_is_seen_on_a_form_that_lies_over_the_window(program, qtbot, monkeypatch):
    locker = program.window.findChild(Locker)
    form = QDialog(program.window)
    form.resize(500, 400)
    qtbot.addWidget(form)
    form.show()
    monkeypatch.setattr(QApplication, "activeModalWidget", lambda: form)
    locker.warn()
    strip = locker.strip
    assert strip.isVisible()
    assert strip.said.text() == program.window.soon.text()
    assert strip.width() == form.width()
    assert strip.height() < form.height() / 3

    monkeypatch.undo()
    locker.touched()
    assert not strip.isVisible()


def test_a_pc_that_slept_asks_again_whatever_minutes_are_left(program, hands, monkeypatch):
    locker = program.window.findChild(Locker)
    hands.left.append(by_passphrase)
    for seconds, locks in ((locking.SLEPT - 1, False), (3 * 3600, True)):
        monkeypatch.setattr(locking, "seconds_now", lambda gone=seconds: locker._ticked + gone)
        shown = len(hands.shown)

        assert locker.tick() is locks
        assert hands.shown[shown:] == ["LockedDialog"] * locks


def test_a_full_disk_keeps_nobody_from_locking(program, hands, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "full")

    def fill(dialog):
        assert program.window.session.locked
        monkeypatch.undo()
        with quick_guesses():
            by_passphrase(dialog)

    monkeypatch.setattr(file, "checkpoint", full)
    hands.left.append(fill)
    program.window.top.lock.click()

    assert not program.window.session.locked


def test_long_work_is_waited_for(program, monkeypatch):
    locker = program.window.findChild(Locker)
    monkeypatch.setattr(program.window.session, "_works", 1)
    locker.lock()

    assert not program.window.session.locked
    assert locker.closing.isActive()


def test_a_pin_that_was_wrong_too_often_is_forgotten():
    pin = SessionPin("4711", USER, bytes(32))
    for left in (2, 1, 0, 0):
        with pytest.raises(WrongPin) as refused:
            pin.secret("0000")
        assert refused.value.left == left
    with pytest.raises(WrongPin):
        pin.secret("4711")
