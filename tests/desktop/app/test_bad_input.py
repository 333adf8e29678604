"""Whatever is pasted into any form: a sentence and what was typed, or a booking; never a crash."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from desktop.parts.field import Note
from desktop.session.command_dialog import CommandDialog
from reports.words.voice import Voice
from tests.desktop.app.test_gallery_of_screens import DIALOGS

PASTED = {
    "thai-digits": "๑,๒๕๐.๕๐",
    "long": "ไม่ทราบ" * 60,
    "markup": '<b>สมชาย</b><img src="x">&amp;',
    "rows": "100\t200\n300\t400",
    "odd": "1e6 NaN −0 ² 1,250.5O\u200b\u202e12\u00a0\u0000",
}


def lines(dialog):
    return [
        edit
        for kind in (QLineEdit, QPlainTextEdit)
        for edit in dialog.findChildren(kind)
        if edit.isEnabled()
        and edit.isVisibleTo(dialog)
        and not edit.isReadOnly()
        and not isinstance(edit.parent(), QAbstractSpinBox | QComboBox)
    ]


def text_of(edit):
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def paste(edit, text):
    QApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


def said(dialog):
    return [
        note.text()
        for note in dialog.findChildren(Note)
        if note.isVisibleTo(dialog) and note.kind != "hint"
    ]


@pytest.mark.usefixtures("plain_look")
def test_every_form_takes_it_or_says_what_to_do(opened, monkeypatch):
    session = opened.session
    # The book stays as it is for the next form: a rehearsal goes the same way as a booking.
    monkeypatch.setattr(session, "run", lambda command, **_: session.rehearse(command))
    silent = {}
    for name, make in DIALOGS.items():
        dialog = make(session, Voice("th"))
        dialog.show()
        for kind, text in PASTED.items() if isinstance(dialog, CommandDialog) else ():
            if dialog.outcome is not None:  # it was taken, and the form is done
                dialog.hide()
                shiboken6.delete(dialog)
                dialog = make(session, Voice("th"))
                dialog.show()
            edits = lines(dialog)
            for edit in edits:
                paste(edit, text)
            before = [text_of(edit) for edit in edits]
            dialog.book()
            if dialog.outcome is None:
                kept = [text_of(edit) for edit in edits] == before
                if not (said(dialog) and kept):
                    silent[f"{name}: {kind}"] = (said(dialog), kept)
        dialog.hide()
        shiboken6.delete(dialog)

    assert silent == {}
