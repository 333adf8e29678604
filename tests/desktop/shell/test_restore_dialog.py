"""A copy becomes the book again: what the folder holds is seen before, and nothing is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.parts.scripted_ask import ScriptedAsk
from desktop.shell.choices import CopyRow, RestoreCopy
from desktop.shell.restore_dialog import RestoreDialog
from ledger.domain.refusals.copies import NoBackupThere
from ledger.domain.refusals.keys import PassphraseMissing, WrongPassphrase
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, type_into

FOLDER = Path("/media/stick")
ROWS = [
    CopyRow("ริมน้ำ-000120-abc.satcha", "ริมน้ำ", "Rim Nam", date(2026, 3, 19), "R2569/000004"),
    CopyRow("ริมน้ำ-000080-def.satcha", "ริมน้ำ", "Rim Nam", date(2026, 3, 1), ""),
]


def made(qtbot, looks, answers, language="en"):
    voice = Voice(language)
    dialog = RestoreDialog(
        voice, ScriptedAsk(voice, answers), looks=looks, start=Path("/somewhere")
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_longest_copy_stands_first_and_becomes_the_wish(qtbot):
    target = Path("/somewhere/again")
    dialog = made(qtbot, lambda _folder, _words: (ROWS, 1), [FOLDER, target])
    dialog.choose_folder.click()
    assert "1 file here is damaged" in dialog.trouble.text()
    type_into(dialog.stub.edit, "R2569/000009")
    type_into(dialog.reason.edit, "เครื่องเสีย")
    dialog.restore_button.click()

    assert dialog.wish == RestoreCopy(
        folder=FOLDER,
        file=ROWS[0].file,
        path=Path("/somewhere/again.satcha"),
        reason="เครื่องเสีย",
        stub="R2569/000009",
    )


def test_copies_that_a_passphrase_does_not_open_are_not_called_damaged(qtbot):
    def looks(_folder, words):
        if words:
            raise WrongPassphrase("a.satcha")
        raise PassphraseMissing("a.satcha")

    dialog = made(qtbot, looks, [FOLDER, FOLDER])
    dialog.choose_folder.click()
    assert "Type the passphrase" in dialog.trouble.text()
    type_into(dialog.passphrase.edit, "another")
    dialog.choose_folder.click()
    assert "does not open" in dialog.trouble.text()


def test_without_a_reason_it_is_asked_for_and_nothing_typed_is_lost(qtbot):
    dialog = made(qtbot, lambda _folder, _words: (ROWS, 0), [])
    dialog.look_into(FOLDER)
    type_into(dialog.stub.edit, "R2569/000009")
    dialog.restore_button.click()

    assert dialog.wish is None
    assert dialog.reason.note.text()
    assert dialog.stub.words() == "R2569/000009"


@pytest.mark.parametrize(
    ("looks", "said"),
    [
        (lambda _folder, _words: ([], 0), "no copy in this folder"),
        (None, "/media/stick"),
    ],
)
def test_a_folder_without_a_copy_is_said(qtbot, looks, said):
    def refuses(folder, _words):
        raise NoBackupThere(str(folder), 0)

    dialog = made(qtbot, looks or refuses, [])
    dialog.look_into(FOLDER)

    assert said in dialog.trouble.text()


@pytest.mark.parametrize("language", ["en", "th"])
def test_it_can_be_read_and_reached(qtbot, language):
    dialog = made(qtbot, lambda _folder, _words: (ROWS, 2), [], language)
    dialog.look_into(FOLDER)
    dialog.resize(1_100, 900)

    assert check_widget(dialog) == []
