"""The program from the first window to an open book and back."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

import ledger.practice
from desktop.app import making
from desktop.app.areas import areas
from desktop.app.folders import practice_folder
from desktop.app.making import PRACTICE, make_practice
from desktop.app.program import Program
from desktop.console.starting import user_folder
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import Place
from desktop.session.preferences import Preferences, place_of
from desktop.shell import switching
from desktop.shell.choices import NewBook, NewOffice, OpenBook, Practise, RestoreCopy
from desktop.shell.remembered import remembered_in
from ledger.book import Book, keys_of
from ledger.book.copies import back_up
from ledger.book.network_keys import give_network_key, new_network_key
from ledger.domain.network.register import OfficeName
from ledger.domain.recovery import recovery_code
from ledger.domain.refusals import BookReadOnly
from ledger.practice.making import FILE
from ledger.queries.backups import backup_standing
from ledger.queries.key_notes import key_notes
from ledger.queries.papers import receipts
from ledger.queries.sheet_looks import sheet_looks
from ledger.usecases.members import OpenZone
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

WORDS = "four words nobody guesses"


@pytest.fixture
def program(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "make_practice", small_practice)
    made = Program(qapp, tmp_path / "pc", tmp_path / "practice")
    yield made
    windows = (made.start_window, made.window)
    made.wind_up()
    for window in windows:
        if window is not None:
            qtbot.addWidget(window)


def small_practice(folder: Path) -> Path:
    """Stands for the practice year, which takes its time."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / PRACTICE
    path.unlink(missing_ok=True)
    Book.found(path, founding(practice=True)).close()
    return path


@pytest.fixture
def village_path(kept_book, tmp_path):
    return Path(shutil.copy(kept_book, tmp_path / "village.satcha"))


def test_when_it_ends_qt_speaks_as_before(program):
    program.prefer(Preferences("en"))
    program.prefer(Preferences("th"))
    spoken = QCoreApplication.translate("QPlatformTheme", "Cancel")

    program.wind_up()

    assert spoken == "ยกเลิก"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_without_a_book_the_first_window_opens(program):
    program.start(None)

    assert program.start_window.isVisible()
    assert program.window is None


def test_with_a_book_its_window_opens_at_once(program, village_path):
    program.start(village_path)

    assert program.start_window is None
    assert program.window.isVisible()
    assert program.window.session.path == village_path


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_book_that_is_not_there_is_said_on_the_first_window(program, tmp_path, language):
    program.prefer(Preferences(language))
    program.start(tmp_path / "gone.satcha")

    assert program.window is None
    assert "gone.satcha" in program.start_window.trouble.text()


def test_a_file_that_is_no_book_is_said_and_the_window_stays(program, tmp_path):
    (tmp_path / "letter.satcha").write_text("สวัสดี" * 50, encoding="utf-8")
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(OpenBook(tmp_path / "letter.satcha"))

    assert program.start_window.isVisible()
    assert program.start_window.trouble.text() != ""
    assert program.start_window.user.words() == "สมใจ"


def test_a_book_that_another_program_holds_is_said(program, village_path):
    with Book.open(village_path):
        program.start(village_path)

        assert program.window is None
        assert program.start_window.trouble.text() != ""


def test_a_new_book_is_founded_and_opened_under_the_name_that_was_given(program, tmp_path):
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(NewBook(tmp_path / "new.satcha", founding()))

    assert program.window.session.user == "สมใจ"
    assert program.start_window is None


def leave(program):
    """Leave the book; it copies itself before it closes."""
    program.window.left.emit()
    for _ in range(3000):
        if program.window is None:
            return
        QTest.qWait(20)
    raise AssertionError("the book stayed open")


def hands(program, *fills):
    """What is done with the next dialogs, one after the other; answers the dialogs."""
    left, shown = list(fills), []

    def shows(dialog):
        shown.append(type(dialog).__name__)
        dialog.show()
        left.pop(0)(dialog)
        dialog.hide()
        return bool(dialog.result())

    program.shows = shows
    return shown


def types_in(words):
    def fill(dialog):
        type_into(dialog.passphrase.edit, words)
        press_enter(dialog)

    return fill


@pytest.fixture
def quick():
    with quick_guesses():
        yield


@pytest.mark.usefixtures("quick")
def test_a_new_book_is_encrypted_its_sheet_is_handed_over_and_it_opens_again(program, tmp_path):
    sheets, path = [], tmp_path / "new.satcha"

    def saves(dialog):
        sheets.append(dialog._makes(program.voice))
        dialog._asks = ScriptedAsk(program.voice, [tmp_path / "sheet.pdf"])
        dialog.save_button.click()
        dialog.done_button.click()

    shown = hands(program, saves)
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(NewBook(path, founding(), WORDS))
    assert (shown, sheets[0][:5]) == (["SheetDialog"], b"%PDF-")
    assert not program.window.session.ask(sheet_looks).due
    assert not program.window.band.isVisible()
    leave(program)

    shown = hands(program, types_in(WORDS))
    program.start_window.user.set_words("สมใจ")
    program.take(OpenBook(path))
    assert shown == ["UnlockDialog"]
    assert program.window.session.user == "สมใจ"


@pytest.mark.usefixtures("quick")
def test_who_leaves_without_a_sheet_is_reminded_that_there_is_none(program, tmp_path):
    hands(program, lambda dialog: dialog.reject())
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(NewBook(tmp_path / "new.satcha", founding(), WORDS))
    told = program.window.session.ask(sheet_looks)
    assert (told.missing, told.due, told.rows[0].user) == (True, True, "สมใจ")


@pytest.mark.usefixtures("quick")
def test_a_network_office_is_made_left_and_opened_again(program, tmp_path):
    path = tmp_path / "surin.satnet"
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(NewOffice(path, OfficeName("สุรินทร์", "Surin"), WORDS))
    assert program.start_window is None
    program.prefer(Preferences("en"))
    assert program.offices.window.top.name.text() == "Surin"

    program.offices.window.left.emit()
    shown = hands(program, types_in(WORDS))
    again = [row.path for row in program.choose().recent.model.shown]
    program.take(OpenBook(path))

    assert (again, shown) == ([path], ["UnlockDialog"])
    assert program.offices.window.session.user == "สมใจ"
    program.offices.window.left.emit()


def test_a_file_that_is_no_office_is_refused_on_the_first_window(program, village_path):
    path = village_path.rename(village_path.with_suffix(".satnet"))
    program.start(None)
    program.start_window.user.set_words("สมใจ")
    program.take(OpenBook(path))

    assert program.offices.window is None
    assert path.name in program.start_window.trouble.text()


@pytest.mark.usefixtures("quick")
def test_without_its_key_file_a_book_opens_by_the_code_of_the_sheet(program, tmp_path):
    path = tmp_path / "b.satcha"
    with Book.found(path, founding(), user="สมใจ", passphrase=WORDS) as book:
        code = recovery_code(book.key)
    keys_of(path).unlink()

    def fill(dialog):
        dialog.code.set_words(code)
        dialog.user.set_words("สมใจ")
        for field in (dialog.new.first, dialog.new.again):
            type_into(field.edit, WORDS[::-1])
        dialog.recover()

    shown = hands(program, fill)
    program.start(path)
    assert shown == ["RecoverDialog"]
    assert program.window.session.path == path
    leave(program)
    Book.open(path, user="สมใจ", passphrase=WORDS[::-1]).close()


@pytest.mark.usefixtures("quick")
def test_a_network_office_opens_a_book_with_its_own_key(program, tmp_path):
    path, words = tmp_path / "b.satcha", "office in the town"
    own = tmp_path / "surin.key"
    with Book.found(path, founding(), user="สมใจ", passphrase=WORDS) as book:
        key = new_network_key(own, tmp_path / "a.txt", "เครือข่ายสุรินทร์", words)
        give_network_key(book, key, key.code)

    def fill(dialog):
        dialog.key = own
        for typed in ("another one", words):
            dialog.words.set_words(typed)
            dialog.user.set_words("สมใจ")
            for field in (dialog.new.first, dialog.new.again):
                field.set_words(WORDS[::-1])
            dialog.recover()

    shown = hands(
        program,
        lambda dialog: dialog.recover_button.click(),
        lambda dialog: dialog.network_button.click(),
        fill,
    )
    program.start(path)
    assert shown == ["UnlockDialog", "RecoverDialog", "NetworkOpenDialog"]
    assert program.window.session.path == path
    assert program.window.session.ask(key_notes).rows[0].by_network == "เครือข่ายสุรินทร์"
    leave(program)
    Book.open(path, user="สมใจ", passphrase=WORDS[::-1]).close()


@pytest.mark.usefixtures("quick")
def test_who_gives_up_is_back_at_the_first_window(program, tmp_path):
    Book.found(tmp_path / "b.satcha", founding(), user="สมใจ", passphrase=WORDS).close()
    hands(program, lambda dialog: dialog.reject())
    program.start(tmp_path / "b.satcha")

    assert program.window is None
    assert program.start_window.isVisible()


def test_a_new_book_is_never_written_over_another_file(program, village_path):
    before = village_path.read_bytes()
    program.start(None)
    program.take(NewBook(village_path, founding()))

    assert program.window is None
    assert program.start_window.trouble.text() != ""
    assert village_path.read_bytes() == before


def test_the_practice_book_is_made_once_and_then_opened(qtbot, program):
    program.start(None)
    program.take(Practise())
    qtbot.waitUntil(lambda: program.window is not None)
    made = program.window.session.path.stat().st_ino
    leave(program)
    program.take(Practise())

    assert program.window.session.path.stat().st_ino == made
    assert program.window.band.isVisible()


def test_a_fresh_practice_book_takes_the_place_of_the_old_one(qtbot, program):
    program.start(None)
    program.take(Practise())
    qtbot.waitUntil(lambda: program.window is not None)
    first = program.window.status.code.text()
    leave(program)
    program.take(Practise(anew=True))
    qtbot.waitUntil(lambda: program.window is not None)

    assert program.window.status.code.text() != first


def test_leaving_a_book_gives_it_back_and_offers_others(program, village_path):
    program.start(village_path)
    leave(program)

    assert program.window is None
    assert program.start_window.isVisible()
    Book.open(village_path).close()
    assert program.start_window.recent.model.row_at(0).path == village_path


def test_language_and_size_are_kept_for_the_user_and_for_this_pc(program, village_path, tmp_path):
    program.start(village_path)
    user = program.window.session.user
    press(program.window, Qt.Key.Key_F12)
    press(program.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    kept = dict(program.window.session.drafts(place_of(user)))
    assert (kept["language"], kept["percent"]) == ("en", "110")
    assert remembered_in(tmp_path / "pc").preferences == Preferences("en", 110)


def test_what_a_user_chose_comes_back_with_the_book(program, village_path, tmp_path):
    program.start(village_path)
    press(program.window, Qt.Key.Key_F12)
    leave(program)
    program.prefer(Preferences("th"))
    program.start(village_path)

    assert program.window.preferences.language == "en"
    assert program.window.navigation.item(0).text() == "Home"
    assert tmp_path.exists()


def test_the_first_window_changes_its_language_too(program):
    program.start(None)
    thai = program.start_window.practise.text()
    program.start_window.language.click()

    assert program.start_window.practise.text() != thai
    assert program.start_window.practise.text() == "Practise"


def test_the_size_of_the_text_reaches_every_window(program, village_path):
    program.start(village_path)
    before = program.window.navigation.fontMetrics().height()
    program.prefer(Preferences("th", 200))

    assert program.window.navigation.fontMetrics().height() > before * 3 // 2
    program.prefer(Preferences("th", 100))


def test_every_area_has_its_screen(program, village_path):
    program.start(village_path)
    for area in areas():
        assert program.window.screen_of(area.name) is program.window.screen_of(area.name)


def test_the_practice_book_lies_where_the_console_looks_for_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))

    assert practice_folder() == user_folder(os.environ)
    assert PRACTICE == FILE


def test_the_practice_year_replaces_what_lies_there_when_it_is_whole(monkeypatch, tmp_path):
    (tmp_path / PRACTICE).write_text("old", encoding="utf-8")
    (tmp_path / f"{PRACTICE}-wal").write_text("old", encoding="utf-8")
    monkeypatch.setattr(ledger.practice, "make", small_practice)

    made = make_practice(tmp_path)

    assert made == tmp_path / PRACTICE
    assert sorted(one.name for one in tmp_path.iterdir()) == [PRACTICE]
    Book.open(made).close()


def test_python_survives_a_day_of_calls_that_answer_none(qapp):
    before = sys.getrefcount(None)
    for _ in range(30_000):
        qapp.focusWidget()

    assert sys.version_info >= (3, 12) or before > 1 << 39


def test_another_user_gets_a_window_of_her_own_in_the_open_book(program, village_path, monkeypatch):
    program.open(village_path, user="สมใจ")
    session, before = program.window.session, program.window

    def sits_down(asked, _ask):
        asked.change_user("แดง")
        return asked.user

    monkeypatch.setattr(switching, "ask_user", sits_down)
    program.window.user_asked.emit()

    assert program.window is not before
    assert program.window.session is session
    assert program.window.top.user.text().endswith("แดง")
    assert not before.isVisible()


def test_a_copy_is_restored_into_a_new_book_and_opened(program, qtbot, village_path, tmp_path):
    stick = tmp_path / "stick"
    with Book.open(village_path, user="สมใจ") as book:
        back_up(book, stick)
        last = book.ask(receipts).rows[-1].receipt
    start = program.choose()
    type_into(start.user.edit, "สมใจ")
    target = tmp_path / "again.satcha"

    def fills(dialog):
        dialog.look_into(stick)
        [row] = dialog.copies.model.shown
        assert row.last_receipt == last
        type_into(dialog.reason.edit, "เครื่องเสีย")
        dialog.wish = RestoreCopy(
            folder=stick, file=row.file, path=target, reason=dialog.reason.words()
        )
        return True

    program.shows = fills
    start.restore.click()
    qtbot.waitUntil(lambda: program.window is not None)

    assert program.window.session.path == target
    [restored] = program.window.session.ask(backup_standing).restored
    assert (restored.reason, restored.last_receipt) == ("เครื่องเสีย", last)


@pytest.fixture
def on_a_stick(monkeypatch):
    """Everything below a folder of this name lies where the system says a stick is."""

    def carried(path):
        return "stick" in path.parts

    monkeypatch.setattr("ledger.storage.disks.carried_away", carried)


@pytest.mark.usefixtures("on_a_stick", "quick")
@pytest.mark.parametrize("passphrase", ["", WORDS])
def test_a_book_on_a_stick_is_opened_to_look_at_and_nothing_can_be_booked(
    program, kept_book, tmp_path, passphrase
):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "village.satcha"
    if passphrase:
        path = tmp_path / "made.satcha"
        Book.found(path, founding(), user="สมใจ", passphrase=passphrase).close()
        for one in (path, keys_of(path)):
            shutil.copy(one, stick / one.name)
        path = stick / path.name
        hands(program, types_in(passphrase))
    else:
        shutil.copy(kept_book, path)
    before = {one.name: one.read_bytes() for one in stick.iterdir()}

    assert program.open(path, user="สมใจ")
    window = program.window
    window.go_to(Place("members"))
    program.prefer(Preferences("en"))

    assert window.band.text().startswith("Only to look at")
    assert not window.screen_of("members").admit.isVisible()
    assert "collection" not in set(window._areas)
    with pytest.raises(BookReadOnly):
        window.session.run(OpenZone(code="9", name="x"))
    window.left.emit()
    assert {one.name: one.read_bytes() for one in stick.iterdir()} == before


@pytest.mark.usefixtures("on_a_stick")
def test_a_book_on_a_stick_that_somebody_works_with_is_not_even_looked_at(
    program, kept_book, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = Path(shutil.copy(kept_book, stick / "village.satcha"))
    Path(f"{path}-wal").write_bytes(b"not yet in the book")

    assert not program.open(path, user="สมใจ")
    assert "แฟลชไดรฟ์" in program.start_window.trouble.text()
