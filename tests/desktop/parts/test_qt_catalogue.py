"""Qt's own words in Thai, through the program's catalogue, switched while windows are open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from desktop.catalogue import QT_TEXTS, GettextTranslator
from reports.words import voice as voices
from reports.words.catalogue import EditedTexts
from reports.words.voice import Voice

THAI = {
    "OK": "ตกลง",
    "Cancel": "ยกเลิก",
    "Copy text": "คัดลอก",
    "Undo": "เลิกทำ",
    "File name:": "ชื่อไฟล์",
    "Open file": "เปิดไฟล์",
    "Yes": "ใช่",
}


@pytest.fixture(autouse=True)
def translator(qapp, monkeypatch):
    monkeypatch.setattr(voices, "thai_texts", lambda: EditedTexts(THAI))
    made = GettextTranslator(Voice("th"))
    made.install(qapp)
    yield made
    qapp.removeTranslator(made)


def translated(context, text):
    return QCoreApplication.translate(context, text)


def test_standard_buttons_speak_thai(qtbot):
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Ok).text() == "ตกลง"
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "ยกเลิก"


def test_open_buttons_change_with_the_language(translator, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    qtbot.addWidget(box)
    button = box.button(QDialogButtonBox.StandardButton.Ok)

    translator.set_voice(Voice("en"))
    QApplication.sendPostedEvents()
    assert button.text().replace("&", "") == "OK"

    translator.set_voice(Voice("th"))
    QApplication.sendPostedEvents()
    assert button.text() == "ตกลง"


def test_it_can_be_taken_out_again_however_often_the_language_changed(translator, qapp):
    for language in ("en", "th", "en", "th"):
        translator.set_voice(Voice(language))

    qapp.removeTranslator(translator)

    assert translated("QPlatformTheme", "Cancel") == "Cancel"


def test_once_taken_out_it_stays_out(translator):
    translator.take_out()
    translator.set_voice(Voice("th"))

    assert translated("QPlatformTheme", "Cancel") == "Cancel"


def test_the_menu_of_a_line_speaks_thai(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()

    texts = [action.text().split("\t")[0] for action in menu.actions()]

    assert "เลิกทำ" in texts
    assert "คัดลอก" in texts


def test_the_file_chooser_speaks_thai(qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)

    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "ชื่อไฟล์"


def test_a_word_with_another_meaning_in_our_texts_goes_its_own_way():
    assert translated("QFileDialog", "Open") == "เปิดไฟล์"
    assert translated("QLineEdit", "&Copy") == "คัดลอก"


def test_letters_to_press_are_left_out():
    assert translated("QPlatformTheme", "&Yes") == "ใช่"


def test_what_the_catalogue_does_not_know_stays_as_qt_says_it():
    assert translated("QDom", "unexpected end of file") == "unexpected end of file"
    assert translated("QPlatformTheme", "Abort") == "Abort"


@pytest.mark.parametrize("language", ["th", "both"])
def test_windows_that_lead_with_thai_get_thai_only(translator, language):
    translator.set_voice(Voice(language))

    assert translated("QPlatformTheme", "Cancel") == "ยกเลิก"


def test_no_text_is_listed_twice_or_with_a_letter_to_press():
    assert len(set(QT_TEXTS)) == len(QT_TEXTS)
    assert not [text for text in QT_TEXTS if "&" in text]
