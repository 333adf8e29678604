"""The further forms of members: each books its command, or says what stands against it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from desktop.members.data_forms import erase_form, texts_form
from desktop.members.list_deeds import NumbersField
from desktop.members.screen import MembersScreen
from desktop.session.more import MoreButton
from ledger.domain.members import Attendance, Leaving
from ledger.domain.money import baht
from ledger.domain.products import Hold
from ledger.queries.joining import applicants, meetings
from ledger.queries.position import member_position
from ledger.queries.texts_naming import texts_naming
from ledger.usecases.members import AdmitMember, EndMembership
from ledger.usecases.vouching import ReceiveIncome
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.desktop.gallery import type_into
from tests.support.books import TODAY

ENGLISH = Voice("en")


@pytest.fixture
def screen(qtbot, opened):
    made = MembersScreen(opened.session, ENGLISH, opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    made.open_at("0001")
    return made


def position(opened):
    return opened.session.ask(member_position, member="0001", at=TODAY)


def test_an_amount_is_held_and_released(screen, opened):
    opened.fills(fill(amount="150", reason="ค้ำประกัน"), fill())
    do(screen, "place-hold")

    assert position(opened).cards[0].on_hold == baht(150)
    do(screen, "release-hold")
    assert [one.released_on for one in opened.session.ask(lambda reader: reader.every(Hold))] == [
        TODAY
    ]


def test_a_refusal_stands_in_the_form_and_nothing_typed_is_lost(screen, opened):
    opened.fills(fill())
    do(screen, "close-card")
    dialog = opened.dialogs[-1]

    assert dialog.outcome is None
    assert dialog.isVisible()
    assert dialog.trouble.text() or dialog.asked["card"].note.text()


def test_what_cannot_be_done_yet_is_said(screen, opened):
    for command in ("release-hold", "undo-settlement", "erase-person"):
        do(screen, command)

    assert len(opened.asks.told) == 3
    assert "Mark a line" in opened.asks.told[0]


def test_a_charge_is_cancelled_and_everybody_is_asked_for_another(screen, opened):
    opened.fills(fill(reason="ยกเว้นโดยมติ"), fill(amount="50"))
    do(screen, "cancel-charge")
    do(screen, "charge-members")

    assert [one.owed for one in position(opened).open_items if one.charge] == [baht(50)]


def test_an_applicant_is_admitted_by_the_decision(screen, opened):
    opened.fills(fill(given="มะลิ"), fill(resolution="มติ ๓"))
    do(screen, "apply-for-membership")
    do(screen, "decide-application")

    (row,) = opened.session.ask(applicants).rows
    assert (row.name, row.member) == ("มะลิ", "0004")


def test_a_meeting_counts_who_came_and_is_corrected(screen, opened):
    opened.fills(fill(title="ประชุมใหญ่", named="๐๐๐๒ 0003"), fill(member="0002"))
    do(screen, "record-meeting")
    assert [(one.present, one.absent) for one in opened.session.ask(meetings).rows] == [(1, 2)]
    do(screen, "correct-attendance")

    came = opened.session.ask(lambda reader: reader.every(Attendance))
    assert {one.member for one in came if one.present} == {"0001", "0002"}


def test_a_number_that_nobody_has_is_said(qtbot):
    field = NumbersField(ENGLISH, frozenset({"0001"}))
    qtbot.addWidget(field)
    type_into(field.edit, "0001, 0009")

    said = field.trouble()
    assert said is not None
    assert said(ENGLISH) == "Nobody has the member number 0009. Check the number."


def test_the_menu_offers_what_the_user_may_do_and_says_who_may_do_the_rest(screen):
    more = next(one for one in screen.findChildren(MoreButton) if one is not screen.more)
    more.allow({"place-hold"})
    menu = more.menu_of_deeds()
    texts = [action.text() for action in menu.actions() if action.text()]

    assert texts[0] == "Put an amount on hold"
    assert texts[1].startswith("Further entries are for the roles: ")
    assert "treasurer" in texts[1]
    assert not menu.actions()[-1].isEnabled()
    more.allow(())
    assert more.isHidden()


def test_who_erases_reads_which_texts_name_her_and_stay(opened, qtbot):
    """Seven vouchers name her: five are shown with their day, the rest is counted."""
    person = position(opened).person
    assert person is not None
    name = f"{person.given} {person.family}".strip()
    for at in range(7):
        opened.session.run(
            ReceiveIncome(
                account="46010", amount=baht(10), on=TODAY, payee="ร้าน", purpose=f"{name} {at}"
            )
        )
    number = opened.session.run(AdmitMember(person=person, on=TODAY)).made["member"]
    opened.session.run(EndMembership(member=number, on=TODAY, why=Leaving.MISTAKE))
    left = opened.session.ask(member_position, member=number, at=TODAY)

    dialog = erase_form(opened.session, ENGLISH, left)
    assert dialog is not None
    qtbot.addWidget(dialog)

    told = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert told.count(f": {name} ") == 5
    assert "· … 9" in told  # seven memos and seven purposes


def test_texts_that_name_her_are_erased_from_her_page(screen, opened):
    """All of them at once: each voucher says what it is for in its memo as well."""
    person = position(opened).person
    assert person is not None
    assert texts_form(opened.session, ENGLISH, position(opened)) is None
    for at in range(2):
        purpose = f"{person.given} {person.family} ป่วย {at}"
        opened.session.run(
            ReceiveIncome(account="46010", amount=baht(10), on=TODAY, payee="ร้าน", purpose=purpose)
        )
    opened.fills(_all_of_them)

    do(screen, "erase-texts")

    member = position(opened).member.number
    assert opened.session.ask(texts_naming, member=member).rows == ()


def _all_of_them(dialog):
    choice = dialog.asked["texts"].edit
    offered = [choice.itemText(at) for at in range(choice.count())]
    assert [text.rpartition(" ")[2] for text in offered] == ["0", "1", "2"]
    assert offered[-1] == "all of these: 2"
    choice.setCurrentIndex(2)
    fill(reason="ขอให้ลบ")(dialog)
