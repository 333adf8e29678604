"""A form whose result is a command: shown before it is booked, booked once, never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.session import form_room
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.lately import WITHIN, minutes_now
from ledger.domain.money import baht
from ledger.queries.position import member_position
from ledger.usecases.visiting import Deposit
from reports.words.voice import Voice
from tests.desktop.gallery import tab_order, type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import TODAY


class DepositDialog(CommandDialog):
    def __init__(self, session, voice, card):
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Deposit"),
            verb=lambda voice: voice.tr("Receive"),
        )
        self.card = card
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )

    def command(self):
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return Deposit(card=self.card, amount=amount, on=day, note=self.note.words())


@pytest.fixture
def card(opened):
    cards = opened.session.ask(member_position, member="0001", at=TODAY).cards
    return next(one.card for one in cards if one.product == "SAVINGS")


@pytest.fixture
def dialog(qtbot, opened, card):
    made = DepositDialog(opened.session, Voice("en"), card)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_keyboard_is_in_the_first_field_when_the_form_opens(dialog):
    assert dialog.focusWidget() is dialog.amount.edit


def test_enter_goes_from_field_to_field_and_then_to_the_button(dialog):
    type_into(dialog.amount.edit, "250")

    places = []
    for _ in range(3):
        press_enter(dialog)
        places.append(dialog.focusWidget())

    assert places == [dialog.day.edit, dialog.note.edit, dialog.book_button]
    assert dialog.outcome is None


def test_control_and_enter_on_cancel_book_what_was_typed(dialog):
    type_into(dialog.amount.edit, "250")
    dialog.cancel_button.setFocus()
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.outcome is not None


def test_by_then_the_preview_says_what_will_be_booked(dialog):
    type_into(dialog.amount.edit, "250")
    press_enter(dialog, times=3)

    assert dialog.preview.text.text() == "This will be booked: 250.00 baht, paper R2569/000003."


def test_enter_on_the_button_books_and_closes_the_form(dialog, opened, card):
    type_into(dialog.amount.edit, "250")
    press_enter(dialog, times=4)

    assert dialog.outcome.receipts == ("R2569/000003",)
    assert not dialog.isVisible()
    assert opened.village.held(card) == baht(250)


def test_a_doubled_enter_on_the_button_books_once(dialog, opened, card):
    type_into(dialog.amount.edit, "250")
    press_enter(dialog, times=3)
    dialog.book()
    dialog.book()

    assert opened.village.held(card) == baht(250)


def test_the_same_form_filled_in_once_more_is_asked_about_first(dialog, opened, card, qtbot):
    type_into(dialog.amount.edit, "250")
    dialog.book()
    again = type(dialog)(opened.session, Voice("en"), card)
    qtbot.addWidget(again)
    type_into(again.amount.edit, "250")

    again.book()

    assert opened.village.held(card) == baht(250)
    assert "booked less than 1 minute ago" in again.trouble.text()
    again.book()
    assert opened.village.held(card) == baht(500)
    opened.session.lately.now = lambda: minutes_now() + WITHIN
    assert opened.session.lately.says(again.command()) is None


def test_control_and_enter_book_from_any_field(dialog, opened, card):
    type_into(dialog.amount.edit, "250")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert opened.village.held(card) == baht(250)


def test_escape_leaves_an_untouched_form_at_once(dialog):
    press(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_what_was_typed_is_left_only_by_a_second_escape_and_never_booked(dialog, opened, card):
    type_into(dialog.amount.edit, "250")
    press(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    assert "not booked" in dialog.trouble.text()
    assert dialog.amount.amount() == baht(250)

    press(dialog, Qt.Key.Key_Escape)

    assert dialog.outcome is None
    assert not dialog.isVisible()
    assert opened.village.held(card) == baht(0)


def test_whoever_types_on_after_an_escape_is_told_again(dialog):
    type_into(dialog.amount.edit, "25")
    press(dialog, Qt.Key.Key_Escape)
    type_into(dialog.amount.edit, "0")

    dialog.close()
    assert dialog.isVisible()
    dialog.cancel_button.click()

    assert not dialog.isVisible()


def test_nothing_is_booked_while_a_field_is_missing_and_the_keyboard_goes_there(dialog):
    dialog.note.setFocus()
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.amount.edit
    assert dialog.amount.note.text() != ""


def test_nothing_is_booked_while_an_optional_field_holds_what_cannot_be_taken(dialog, opened, card):
    type_into(dialog.amount.edit, "250")
    dialog.note.edit.setText("a\u202eb")
    dialog.book()

    assert dialog.isVisible()
    assert "U+202E" in dialog.note.note.text()
    assert opened.village.held(card) == baht(0)


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(dialog):
    type_into(dialog.amount.edit, "250")
    dialog.day.edit.selectAll()
    type_into(dialog.day.edit, "+1")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.isVisible()
    assert dialog.day.note.text().startswith("21 Mar 2569 has not come yet")
    assert dialog.amount.edit.text() == "250.00"


def test_a_refusal_goes_when_the_form_says_something_else(dialog):
    type_into(dialog.amount.edit, "5000")
    dialog.book()
    type_into(dialog.amount.edit, "50")
    dialog.rehearse()

    assert dialog.amount.note.text() == ""


def test_the_refusal_is_told_in_the_language_of_the_reader(dialog):
    type_into(dialog.amount.edit, "250")
    dialog.day.edit.selectAll()
    type_into(dialog.day.edit, "+1")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    english = dialog.day.note.text()
    dialog.form.set_voice(Voice("th"))

    assert dialog.day.note.text() not in ("", english)


def test_a_refusal_without_a_field_stands_below_the_form(qtbot, opened):
    dialog = DepositDialog(opened.session, Voice("en"), 999)
    qtbot.addWidget(dialog)
    dialog.show()
    type_into(dialog.amount.edit, "250")
    dialog.book()

    assert dialog.isVisible()
    assert "999" in dialog.trouble.text()


def test_what_would_be_refused_is_said_in_the_preview_before(qtbot, opened):
    dialog = DepositDialog(opened.session, Voice("en"), 999)
    qtbot.addWidget(dialog)
    dialog.show()
    type_into(dialog.amount.edit, "250")
    dialog.rehearse()

    assert "999" in dialog.preview.text.text()
    assert dialog.preview.text.property("note") == "problem"
    assert dialog.preview.more.isHidden()


def test_the_entry_stands_behind_a_button_with_both_sums(dialog):
    type_into(dialog.amount.edit, "250")
    dialog.rehearse()
    assert dialog.preview.entry.isHidden()

    dialog.preview.more.click()

    rows = dialog.preview.entry.seen().rows
    assert [row[2:] for row in rows] == [("250.00", ""), ("", "250.00")]
    assert rows[0][0] == "11010 Cash in hand"
    assert rows[1][1] == "นายสมชาย ใจดี"
    assert dialog.preview.entry.seen().totals[2:] == ("250.00", "250.00")
    assert dialog.preview.more.text() == "Hide the entry"


def test_the_preview_comes_by_itself_when_the_keys_rest(qtbot, dialog):
    type_into(dialog.amount.edit, "250")

    qtbot.waitUntil(lambda: "250.00" in dialog.preview.text.text())


def test_tab_reaches_the_fields_before_the_buttons(dialog):
    type_into(dialog.amount.edit, "250")
    dialog.rehearse()

    order = tab_order(dialog)
    wanted = [dialog.amount.edit, dialog.day.edit, dialog.note.edit, dialog.preview.more]
    assert [one for one in order if one in wanted] == wanted
    assert order.index(dialog.preview.more) < order.index(dialog.book_button)


def test_the_form_grows_with_what_there_is_to_see_and_stays_on_the_screen(dialog, monkeypatch):
    monkeypatch.setattr(form_room, "free_room", lambda _dialog: QSize(900, 560))
    before = dialog.height()
    type_into(dialog.amount.edit, "250")
    dialog.rehearse()
    dialog.preview.more.click()

    assert before < dialog.height() <= 500


def test_keys_that_the_form_does_not_know_go_on_to_its_window(qtbot, opened, card):
    class Heard(QWidget):
        def __init__(self):
            super().__init__()
            self.keys = []

        def keyPressEvent(self, event):  # noqa: N802
            if event.key() != Qt.Key.Key_Control:
                self.keys.append(event.key())

    window = Heard()
    qtbot.addWidget(window)
    dialog = DepositDialog(opened.session, Voice("en"), card)
    dialog.setParent(window, dialog.windowFlags())
    dialog.show()
    press(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)  # begins no second form
    press(dialog, Qt.Key.Key_F12)
    type_into(dialog.amount.edit, "2")

    assert window.keys == [Qt.Key.Key_F12]


def test_what_was_rehearsed_behind_is_shown_unless_it_comes_late(dialog, opened, card, monkeypatch):
    kept = []
    monkeypatch.setattr(
        opened.session, "work", lambda call, then, **_: kept.append(lambda: then(call(None)))
    )
    for amount in (100, 250):
        dialog.preview.show_behind(Deposit(card=card, amount=baht(amount), on=TODAY))

    kept[1]()
    assert "250.00 baht" in dialog.preview.text.text()
    kept[0]()
    assert "250.00 baht" in dialog.preview.text.text()

    dialog.preview.show_behind(Deposit(card=card, amount=baht(300), on=TODAY))
    dialog.preview.forget()
    kept[2]()
    assert "250.00 baht" in dialog.preview.text.text()
