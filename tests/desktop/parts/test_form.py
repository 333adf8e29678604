"""Forms and their fields of words: named, in order, every trouble shown, nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QSpinBox

from desktop.parts.dialog import Dialog
from desktop.parts.form import Form
from desktop.parts.look import Look, apply_look
from desktop.parts.money_field import MoneyField
from desktop.parts.page import Page
from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Button, Label, verbatim
from ledger.domain.money import baht
from reports.words.voice import Voice
from tests.desktop.gallery import called, check_widget, settle, tab_order, type_into


def either(english, thai):
    return lambda voice: thai if voice.language == "th" else english


class Deposit(Form):
    """A form with one field of each kind."""

    def __init__(self, voice):
        super().__init__(voice)
        self.name = self.add(either("Name", "ชื่อ"), TextField(voice))
        self.amount = self.add(either("Amount", "จำนวนเงิน"), MoneyField(voice))
        self.note = self.add(either("Note", "หมายเหตุ"), LongTextField(voice), optional=True)
        zones = [(1, either("North", "เหนือ")), (2, either("South", "ใต้"))]
        self.zone = self.add(either("Zone", "โซน"), PickField(voice, zones))
        self.copies = self.add(either("Copies", "จำนวนชุด"), QSpinBox())


@pytest.fixture
def form(qtbot, voice):
    made = Deposit(voice)
    qtbot.addWidget(made)
    made.resize(700, 400)
    settle(made)
    return made


def test_on_linux_a_box_is_called_by_the_label_that_belongs_to_it(form):
    [(label, relation)] = QAccessible.queryAccessibleInterface(form.zone.edit).relations()

    assert relation == QAccessible.RelationFlag.Label
    assert label.text(QAccessible.Text.Name) == "Zone"


def test_every_input_is_called_what_its_label_says(form):
    names = [called(widget) for widget in tab_order(form)]

    assert names == ["Name", "Amount", "Note", "Zone", "Copies"]


def test_another_language_renames_everything_and_keeps_what_is_typed(form):
    type_into(form.name.edit, "สมชาย")
    type_into(form.note.edit, "ฝากแทน")
    form.zone.pick(2)

    form.set_voice(Voice("th"))

    assert [called(widget) for widget in tab_order(form)] == [
        "ชื่อ",
        "จำนวนเงิน",
        "หมายเหตุ",
        "โซน",
        "จำนวนชุด",
    ]
    assert form.name.words() == "สมชาย"
    assert form.note.words() == "ฝากแทน"
    assert (form.zone.picked(), form.zone.edit.currentText()) == (2, "ใต้")


def test_a_form_that_is_not_ready_shows_all_troubles_and_goes_to_the_first(form):
    form.activateWindow()
    form.copies.setFocus()

    assert not form.is_ready()

    assert form.name.note.kind == form.amount.note.kind == "problem"
    assert form.focusWidget() is form.name.edit
    assert form.note.note.text() == ""


def test_a_form_with_everything_filled_in_is_ready(qtbot, form):
    qtbot.keyClicks(form.name.edit, "Anna")
    qtbot.keyClicks(form.amount.edit, "5")

    assert form.is_ready()
    assert form.amount.amount() == baht(5)


def test_a_hidden_row_is_not_asked_for(qtbot, form):
    qtbot.keyClicks(form.name.edit, "Anna")

    form.show_row(form.amount, visible=False)

    assert form.is_ready()
    assert len(tab_order(form)) == 4


def test_any_change_in_it_is_told(qtbot, form):
    with qtbot.waitSignal(form.changed, timeout=500):
        type_into(form.note.edit, "ก")
    with qtbot.waitSignal(form.changed, timeout=500):
        qtbot.keyClick(form.zone.edit, Qt.Key.Key_Down)


def test_problems_from_the_book_stand_beside_their_field_and_can_be_cleared(form):
    form.amount.show_problem(verbatim("ยอดเงินไม่พอ"))
    assert form.amount.note.isVisible()

    form.clear_problems()

    assert not form.amount.note.isVisible()


def test_a_long_note_is_left_with_tab_and_takes_plain_text_only(qtbot, form):
    form.activateWindow()
    form.note.edit.setFocus()
    QGuiApplication.clipboard().setText("<b>fat</b>\nsecond")

    qtbot.keyClick(form.note.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(form.note.edit, Qt.Key.Key_Tab)

    assert form.note.words() == "<b>fat</b>\nsecond"
    assert form.focusWidget() is form.zone.edit


def test_a_hidden_sign_in_a_name_is_a_problem_and_is_not_taken_away(form):
    form.name.edit.insert("สม\u202eชาย")

    form.name.edit.editingFinished.emit()

    assert form.name.words() == ""
    assert "U+202E" in form.name.note.text()
    assert form.name.typed() == "สม\u202eชาย"


def test_a_note_with_a_hidden_sign_is_a_problem_too(form):
    form.note.set_words("a\u200bb")
    form.note.reveal()

    assert form.note.note.kind == "problem"
    assert form.note.words() == ""


def test_a_needed_note_must_be_written(qtbot, voice):
    field = LongTextField(voice)
    qtbot.addWidget(field)

    assert field.trouble() is not None
    field.set_words("reason")
    assert field.trouble() is None


def test_a_secret_keeps_its_spaces_and_is_not_shown(qtbot, voice):
    field = TextField(voice, secret=True)
    qtbot.addWidget(field)

    qtbot.keyClicks(field.edit, " two words ")

    assert field.words() == " two words "
    assert field.edit.displayText() != field.edit.text()


def test_other_options_keep_what_was_picked(qtbot, voice):
    field = PickField(voice, [(1, verbatim("a")), (2, verbatim("b"))])
    qtbot.addWidget(field)
    field.pick(2)

    field.set_options([(2, verbatim("b")), (3, verbatim("c"))])
    assert field.picked() == 2

    field.set_options([(3, verbatim("c"))])
    assert field.picked() == 3

    field.set_options([])
    assert field.picked() is None


def test_a_choice_of_long_words_gives_way_and_its_list_shows_them(qtbot, voice):
    long = "Statement of the bank for agriculture and its cooperatives, branch at the river"
    field = PickField(voice, [(1, verbatim(long)), (2, verbatim("b"))])
    qtbot.addWidget(field)
    field.resize(200, field.sizeHint().height())
    field.show()
    wide = field.fontMetrics().horizontalAdvance(long)

    assert field.minimumSizeHint().width() < wide / 2
    assert field.edit.sizeHint().width() > wide
    field.edit.showPopup()
    assert field.edit.view().width() > wide
    field.edit.hidePopup()


def test_a_page_scrolls_instead_of_cutting_and_follows_the_tab_key(qtbot, voice):
    page = Page()
    qtbot.addWidget(page)
    form = Form(voice)
    page.body.addWidget(form)
    for number in range(20):
        form.add(verbatim(f"Line {number}"), TextField(voice))
    page.resize(400, 200)
    settle(page)
    page.activateWindow()
    form.fields[0].setFocus()

    for _ in range(19):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    assert form.focusWidget() is form.fields[-1].edit
    assert page.verticalScrollBar().value() > 0
    assert check_widget(page) == []


def test_a_dialog_opens_large_enough_for_its_words_and_changes_its_language(qtbot, qapp, voice):
    apply_look(qapp, Look(percent=200))
    dialog = Dialog(either("Reverse", "กลับรายการ"), voice)
    qtbot.addWidget(dialog)
    dialog.body.addWidget(Label(verbatim("a sentence with quite some words " * 12), voice))
    save = Button(either("Save", "บันทึก"), voice, main=True)
    dialog.add_buttons(save, Button(either("Cancel", "ยกเลิก"), voice))
    dialog.show()
    qapp.processEvents()

    assert check_widget(dialog) == []
    assert save.isDefault()

    dialog.set_voice(Voice("th"))
    assert (dialog.windowTitle(), save.text()) == ("กลับรายการ", "บันทึก")


def test_a_dialog_grows_when_a_sentence_comes_that_needs_more_lines(qtbot, qapp, voice):
    dialog = Dialog(either("Open", "เปิด"), voice)
    qtbot.addWidget(dialog)
    form = Form(voice)
    name = form.add(either("Name", "ชื่อ"), TextField(voice))
    dialog.body.addWidget(form)
    dialog.add_buttons(Button(either("Save", "บันทึก"), voice, main=True))
    dialog.show()
    qapp.processEvents()
    name.show_problem(verbatim("a sentence with quite some words " * 3))

    note = name.note
    qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()) > 40)
