"""Users and approvals in the window: named, given roles, locked; asked, answered, carried out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.setup_area.people_state import DECLINE, STATES, answer_to, request_text, roles_text
from desktop.setup_area.screen import SetupScreen
from ledger.domain.people import UserRole
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.signing import SigningKey
from ledger.queries.approvals import RequestState, approvals_waiting
from ledger.queries.people import users
from ledger.usecases.approving import Approve, DeclineApproval
from ledger.usecases.saving import SetSavingsRate
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import TODAY
from tests.support.quick_keys import quick_guesses

ENGLISH, THAI = Voice("en"), Voice("th")


@pytest.fixture
def screen(qtbot, opened):
    made = SetupScreen(opened.session, ENGLISH, opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.open_at("users")
    return made


def people(opened):
    return {row.name: row for row in opened.session.ask(users, today=TODAY).rows}


def named(screen, opened, name, *roles, shown=""):
    def fill(dialog):
        dialog.name.set_words(name)
        dialog.shown.set_words(shown)
        for role in roles:
            dialog.ticks[role].setChecked(True)
        dialog.book()

    opened.fills(fill)
    screen.users.add_user.click()


def test_every_state_of_a_request_has_its_word():
    assert set(STATES) == set(RequestState)


def test_the_first_user_is_named_with_keys_alone(screen, opened):
    def fill(dialog):
        type_into(dialog.focusWidget(), "สมใจ")
        press_enter(dialog, 3)  # to the ticks, past the office and the member
        for _ in UserRole:
            press(dialog, Qt.Key.Key_Space)
            press(dialog, Qt.Key.Key_Tab)
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert screen.users.notice.text().startswith("No users are registered")
    opened.fills(fill)
    screen.users.add_user.setFocus()
    press(screen, Qt.Key.Key_Return)

    assert people(opened)["สมใจ"].roles == tuple(UserRole)
    assert screen.users.notice.text().startswith("One person does")


def test_roles_are_changed_and_a_user_is_locked_and_unlocked(screen, opened):
    named(screen, opened, "สมใจ", UserRole.ADMINISTRATOR, UserRole.TREASURER)
    named(screen, opened, "แดง", UserRole.CLERK, shown="เจ้าหน้าที่")

    def change(dialog):
        dialog.ticks[UserRole.AUDITOR].setChecked(True)
        dialog.ticks[UserRole.CLERK].setChecked(False)
        dialog.book()

    opened.fills(change)
    screen.users.table.activated.emit(people(opened)["แดง"])
    assert people(opened)["แดง"].roles == (UserRole.AUDITOR,)

    for locked in (True, False):

        def lock(dialog):
            dialog.reason.set_words("ลาออก")
            dialog.book()

        opened.fills(lock)
        screen.users.table.choose("แดง")
        screen.users.lock.click()
        assert people(opened)["แดง"].locked is locked


@pytest.fixture
def rate():
    from fractions import Fraction

    return SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(2, 100))


def test_what_needs_a_second_person_is_asked_for_answered_and_carried_out(screen, opened, rate):
    named(screen, opened, "สมใจ", UserRole.ADMINISTRATOR, UserRole.TREASURER)
    named(screen, opened, "ประธาน", UserRole.APPROVER)
    opened.session.second_person.request = lambda _: True
    with pytest.raises(ApprovalNeeded):
        opened.session.run(rate)
    (row,) = opened.session.ask(approvals_waiting, today=TODAY).rows
    assert "rate: 2" in request_text(row, ENGLISH)
    assert "สมใจ" in request_text(row, THAI)

    opened.session.change_user("ประธาน")
    opened.fills(lambda dialog: dialog.book())
    screen.approvals.table.activated.emit(row)
    (row,) = opened.session.ask(approvals_waiting, today=TODAY).rows
    assert row.state is RequestState.APPROVED

    opened.session.change_user("สมใจ")
    opened.fills(lambda dialog: dialog.book())
    screen.approvals.table.choose(row.request)
    screen.approvals.open_request.click()
    assert opened.session.ask(approvals_waiting, today=TODAY).rows == ()


def test_an_answer_carries_what_was_seen(opened, screen, rate):
    named(screen, opened, "สมใจ", UserRole.ADMINISTRATOR, UserRole.TREASURER)
    named(screen, opened, "ประธาน", UserRole.APPROVER)
    opened.session.second_person.request = lambda _: True
    with pytest.raises(ApprovalNeeded):
        opened.session.run(rate)
    (row,) = opened.session.ask(approvals_waiting, today=TODAY).rows

    assert answer_to(row, "approve", "ok") == Approve(
        request=row.request, digest=row.digest, note="ok"
    )
    assert answer_to(row, DECLINE, "no") == DeclineApproval(request=row.request, reason="no")


def test_the_lists_keep_to_the_rules_of_models_and_speak_both_languages(screen, opened):
    named(screen, opened, "สมใจ", UserRole.ADMINISTRATOR)
    for table in (screen.users.table, screen.approvals.table):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()

    assert roles_text(people(opened)["สมใจ"], THAI) == "ผู้ดูแลระบบ"


def test_a_signing_key_is_made_and_changed_with_the_passphrase_before(screen, opened):
    first, second = "เรือใบสีขาวลำเล็ก", "ม้าหมุนสีแดงตัวโต"
    opened.session.second_person.sign = lambda _: first
    answers = [first, second], [first, first], ["สั้น", "สั้น"], [second, second]
    with quick_guesses():
        for words in answers:
            opened.asks._answers += words
            screen.users.own_key.click()

    assert [told.split()[0] for told in opened.asks.told] == ["The", "From", "A", "From"]
    assert len(opened.session.ask(lambda reader: reader.every(SigningKey))) == 2
