"""Opening an encrypted book: what is refused stands beside its field, and the sheet helps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import sheet_dialog
from desktop.session.sheet_dialog import SheetDialog
from desktop.shell.network_open_dialog import NetworkOpenDialog
from desktop.shell.unlock_dialog import RecoverDialog, UnlockDialog
from ledger.domain.refusals import BookInUse
from ledger.domain.refusals.keys import (
    KeysLost,
    KeysOfAnother,
    SlotMissing,
    TryLater,
    WrongPassphrase,
)
from ledger.domain.refusals.network_key import NetworkKeyMissing, WrongNetworkPassphrase
from ledger.domain.refusals.recovery import RecoveryCodeMistyped
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter


def retype(edit, text):
    edit.clear()
    type_into(edit, text)


class Door:
    """Answers the prepared refusals one after the other, then opens."""

    def __init__(self, *refusals):
        self.refusals = list(refusals)
        self.tried = []

    def __call__(self, *typed):
        self.tried.append(typed)
        return self.refusals.pop(0) if self.refusals else None


@pytest.fixture(params=["th", "en"])
def voice(request):
    return Voice(request.param)


def unlocking(qtbot, voice, *refusals):
    door = Door(*refusals)
    dialog = UnlockDialog(voice, file="village.satcha", user="malee", opens=door)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, door


def test_the_keyboard_is_in_the_passphrase_and_enter_opens(qtbot, voice):
    dialog, door = unlocking(qtbot, voice)
    type_into(dialog.passphrase.edit, "four words nobody guesses")
    assert dialog.passphrase.edit.echoMode() is QLineEdit.EchoMode.Password
    press_enter(dialog)

    assert door.tried == [("malee", "four words nobody guesses")]
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_wrong_passphrase_is_said_beside_it_and_can_be_typed_again(qtbot, voice):
    dialog, door = unlocking(qtbot, voice, WrongPassphrase("village.satcha"))
    type_into(dialog.passphrase.edit, "wrong words here")
    press_enter(dialog)
    assert dialog.passphrase.note.isVisible()
    assert "village.satcha" in dialog.passphrase.note.text()
    assert dialog.passphrase.edit.selectedText() != ""
    type_into(dialog.passphrase.edit, "four words nobody guesses")
    press_enter(dialog)

    assert len(door.tried) == 2
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_name_without_a_key_is_said_beside_the_name(qtbot, voice):
    dialog, _ = unlocking(qtbot, voice, SlotMissing("malee", ("somchai",)))
    type_into(dialog.passphrase.edit, "four words nobody guesses")
    press_enter(dialog)

    assert "somchai" in dialog.user.note.text()
    assert not dialog.passphrase.note.isVisible()


def test_the_wait_is_counted_down_and_then_the_right_one_opens(qtbot, voice):
    dialog, door = unlocking(qtbot, voice, TryLater(2))
    type_into(dialog.passphrase.edit, "four words nobody guesses")
    press_enter(dialog)
    assert "2" in dialog.passphrase.note.text()
    assert not dialog.open_button.isEnabled()
    press_enter(dialog)
    assert len(door.tried) == 1
    dialog.waiting.tick()
    assert "1" in dialog.passphrase.note.text()
    dialog.waiting.tick()
    press_enter(dialog)

    assert len(door.tried) == 2
    assert dialog.result() == dialog.DialogCode.Accepted


def test_what_belongs_to_no_field_is_said_below_and_escape_gives_up(qtbot, voice):
    dialog, _ = unlocking(qtbot, voice, BookInUse("village.satcha"))
    type_into(dialog.passphrase.edit, "four words nobody guesses")
    press_enter(dialog)
    assert "village.satcha" in dialog.trouble.text()
    press(dialog, Qt.Key.Key_Escape)

    assert dialog.result() == dialog.DialogCode.Rejected
    assert not dialog.wants_recovery


def test_who_forgot_the_passphrase_goes_on_to_the_sheet(qtbot, voice):
    dialog, _ = unlocking(qtbot, voice)
    dialog.recover_button.click()

    assert dialog.wants_recovery


@pytest.mark.parametrize("refusal", [RecoveryCodeMistyped((3, 7)), KeysOfAnother("b.satcha")])
def test_a_wrong_code_is_said_beside_it(qtbot, voice, refusal):
    door = Door(refusal)
    dialog = RecoverDialog(voice, file="b.satcha", user="malee", recovers=door)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.code.set_words("ABCD EFGH")
    retype(dialog.new.first.edit, "short")
    dialog.open_button.click()
    assert not door.tried
    retype(dialog.new.first.edit, "four words nobody guesses")
    retype(dialog.new.again.edit, "four words nobody guessed")
    dialog.open_button.click()
    assert not door.tried
    assert dialog.new.again.note.text() != ""
    retype(dialog.new.again.edit, "four words nobody guesses")
    dialog.open_button.click()
    assert len(door.tried) == 1, [f.note.text() for f in dialog.form.fields]
    assert dialog.code.note.kind == "problem"
    dialog.open_button.click()

    assert door.tried[1] == ("ABCD EFGH", "malee", "four words nobody guesses")
    assert dialog.result() == dialog.DialogCode.Accepted


@pytest.mark.parametrize("language", ["th", "en"])
def test_who_knows_no_words_is_offered_five_and_types_them_once_more(qtbot, language):
    door = Door()
    dialog = RecoverDialog(Voice(language), file="b.satcha", user="malee", recovers=door)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.code.set_words("ABCD EFGH")

    dialog.new.offer.click()
    words = dialog.new.words()
    assert words in dialog.new.first.note.text()  # seen, to be written down
    assert len(words.split()) == 5
    assert dialog.new.again.is_empty()
    type_into(dialog.new.again.edit, words)
    dialog.open_button.click()
    assert door.tried == [("ABCD EFGH", "malee", words)]

    retype(dialog.new.first.edit, "four words nobody guesses")
    assert words not in dialog.new.first.note.text()


def sheet(qtbot, voice, *answers, folder=Path(), job=lambda *_: None):
    ask = ScriptedAsk(voice, answers)
    dialog = SheetDialog(voice, ask, makes=lambda _: b"%PDF-", folder=folder, job=job)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_sheet_is_saved_or_printed_before_one_is_done(qtbot, voice, tmp_path):
    dialog = sheet(qtbot, voice, None, tmp_path / "no" / "a.pdf", tmp_path / "a.pdf")
    for _ in range(2):
        dialog.save_button.click()
        assert not dialog.done_button.isEnabled()
    assert dialog.note.text() != ""
    dialog.save_button.click()

    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-"
    dialog.done_button.click()
    assert dialog.result() == dialog.DialogCode.Accepted


@pytest.mark.parametrize("fails", [True, False])
def test_the_sheet_is_printed_and_a_printer_that_refuses_is_said(qtbot, voice, monkeypatch, fails):
    def prints(_pdf, job):
        if fails:
            raise PrintingFailed(job.printer, 0)

    monkeypatch.setattr(sheet_dialog, "print_pdf", prints)
    dialog = sheet(qtbot, voice, job=lambda *_: PrintJob("hp", (0,), 1))
    dialog.print_button.click()

    assert dialog.note.text() != ""
    assert dialog.done_button.isEnabled() is not fails


def test_the_key_of_an_office_is_chosen_and_what_is_wrong_stands_beside_it(qtbot, voice):
    door = Door(WrongNetworkPassphrase("surin.key"), NetworkKeyMissing("สุรินทร์", ()))
    asks = ScriptedAsk(voice, [None, Path("surin.key")])
    dialog = NetworkOpenDialog(voice, file="b.satcha", user="malee", asks=asks, recovers=door)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.words.set_words("office in the town")
    for field in (dialog.new.first, dialog.new.again):
        field.set_words("four words nobody guesses")
    dialog.open_button.click()
    assert dialog.trouble.text() != ""
    dialog.file_button.click()
    dialog.open_button.click()
    assert not door.tried
    dialog.file_button.click()
    assert "surin.key" in dialog.file_button.text()

    dialog.open_button.click()
    assert dialog.words.note.kind == "problem"
    dialog.open_button.click()
    assert "สุรินทร์" in dialog.trouble.text()
    dialog.open_button.click()
    typed = (Path("surin.key"), "office in the town", "malee", "four words nobody guesses")
    assert door.tried == [typed] * 3
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_lost_key_file_leaves_only_the_sheet(qtbot, voice):
    for why, there in ((None, True), (KeysLost("b.satcha"), False)):
        dialog = RecoverDialog(voice, file="b.satcha", user="", recovers=Door(), why=why)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.network_button.isVisible() is there
        dialog.hide()
