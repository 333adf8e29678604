"""The register on the screen, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.members.screen import MembersScreen
from desktop.session import Place
from ledger.domain.money import ZERO, baht
from ledger.queries.position import member_position
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import TODAY


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = MembersScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def position(opened, member):
    return opened.session.ask(member_position, member=member, at=TODAY)


def test_everybody_present_stands_in_the_list(screen):
    assert [row.number for row in screen.table.model.shown] == ["0001", "0002", "0003"]


def test_the_list_keeps_to_the_rules_of_models(screen):
    QAbstractItemModelTester(
        screen.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    screen.table.find_line.setText("แก้ว")
    screen.table.find_line.clear()


def test_names_stand_in_thai_order(screen):
    screen.table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    assert [row.number for row in screen.table.model.shown] == ["0002", "0003", "0001"]


def test_typing_into_the_list_finds_and_enter_opens_the_member(screen):
    type_into(screen.table.view, "แก้ว")
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)

    assert screen.stack.currentIndex() == 1
    assert screen.page.name.text() == "0003  นางสาวแก้ว มั่นคง"
    assert screen.focusWidget() is screen.page.receive


def test_escape_goes_back_to_the_list_where_it_was(screen):
    screen.open_at("0002")
    press(screen, Qt.Key.Key_Escape)

    assert screen.stack.currentIndex() == 0
    assert screen.table.current().number == "0002"


def test_a_member_is_admitted_by_keys_alone(screen, opened):
    def fill(dialog):
        type_into(dialog.name_title.edit, "นาง")
        press_enter(dialog)
        type_into(dialog.given.edit, "มาลี")
        press_enter(dialog)
        type_into(dialog.family.edit, "สุขสันต์")
        press_enter(dialog)
        type_into(dialog.national_id.edit, "1-1017-00230-70-8")
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    opened.fills(fill)
    screen.admit.click()

    assert screen.page.name.text() == "0004  นางมาลี สุขสันต์"
    assert position(opened, "0004").person.national_id == "1101700230708"


def test_a_wrong_check_digit_is_said_beside_the_number_and_nothing_is_booked(screen, opened):
    def fill(dialog):
        type_into(dialog.given.edit, "มาลี")
        type_into(dialog.national_id.edit, "1-1017-00230-70-6")
        dialog.book()

    opened.fills(fill)
    screen.admit.click()

    (dialog,) = opened.dialogs
    assert dialog.isVisible()
    assert dialog.national_id.note.text() != ""
    assert dialog.given.words() == "มาลี"
    assert len(screen.table.model.shown) == 3


def test_money_is_received_on_one_receipt(screen, opened):
    def fill(dialog):
        type_into(dialog.amounts[0].edit, "+50")
        press_enter(dialog)
        type_into(dialog.amounts[1].edit, "70")
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    opened.fills(fill)
    screen.open_at("0001")
    press(screen, Qt.Key.Key_Return)

    held = {card.product: card.balance for card in position(opened, "0001").cards}
    assert held["PROMISE"] == baht(350)
    assert held["SAVINGS"] == baht(70)
    assert screen.page.receipts.model.row_at(0).receipt == "R2569/000003"


def test_one_button_takes_everything_that_is_expected(screen, opened):
    def fill(dialog):
        dialog.as_expected.click()
        dialog.book()

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.receive.click()

    assert position(opened, "0001").owed == ZERO
    assert list(screen.page.owes.model.shown) == []


def test_the_preview_says_what_the_cards_hold_then(screen, opened):
    said = []

    def look(dialog):
        type_into(dialog.amounts[0].edit, "100")
        dialog.rehearse()
        said.append(dialog.preview.text.text())
        dialog.reject()

    opened.fills(look)
    screen.open_at("0001")
    screen.page.receive.click()

    assert "R2569/000003" in said[0]
    assert "300.00" in said[0]


def test_more_than_the_card_holds_is_refused_beside_the_amount(screen, opened):
    def fill(dialog):
        type_into(dialog.amount.edit, "900")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.pay_out.click()

    (dialog,) = opened.dialogs
    assert dialog.isVisible()
    assert "200.00" in dialog.amount.note.text()
    assert dialog.amount.amount() == baht(900)


def test_a_withdrawal_is_paid_out_with_its_voucher(screen, opened):
    def fill(dialog):
        type_into(dialog.amount.edit, "40")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.pay_out.click()

    assert opened.dialogs[0].outcome.vouchers == ("PV2569/000001",)
    assert position(opened, "0001").cards[0].balance == baht(160)


def test_the_tick_for_leaving_is_there_for_shares_only(screen, opened):
    seen = []

    def look(dialog):
        seen.append(dialog.leaving.isVisibleTo(dialog))
        dialog.card.pick(dialog._cards[1].card)
        dialog.card.was_edited()
        seen.append(dialog.leaving.isVisibleTo(dialog))
        dialog.reject()

    opened.fills(look)
    screen.open_at("0001")
    screen.page.pay_out.click()

    assert seen == [False, True]


def test_a_fine_is_asked_for_and_stands_among_what_is_to_pay(screen, opened):
    def fill(dialog):
        dialog.type.pick("FINE")
        type_into(dialog.amount.edit, "15")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0002")
    screen.page.ask_for.click()

    assert [item.owed for item in screen.page.owes.model.shown] == [baht(100), baht(15)]


def test_a_promise_changes_from_a_month_on(screen, opened):
    def fill(dialog):
        type_into(dialog.amount.edit, "300")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0003")
    screen.page.promise.click()

    assert position(opened, "0003").cards[0].promise == baht(300)


def test_a_further_card_is_opened(screen, opened):
    def fill(dialog):
        dialog.product.pick("SAVINGS")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0003")
    screen.page.open_card.click()

    assert "SAVINGS" in [card.product for card in position(opened, "0003").cards]


def test_a_changed_name_is_seen_in_the_list_at_once(screen, opened):
    def fill(dialog):
        dialog.family.edit.selectAll()
        type_into(dialog.family.edit, "ใจเย็น")
        dialog.book()

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.change.click()
    press(screen, Qt.Key.Key_Escape)

    assert screen.table.current().name == "นายสมชาย ใจเย็น"


def test_a_member_who_resigns_is_paid_out_by_keyboard_and_the_sheet_opens(screen, opened):
    places = opened.went(screen)
    said = []

    def fill(dialog):
        type_into(dialog.resolution.edit, "มติ ๙/๒๕๖๙")
        dialog.rehearse()
        said.append(dialog.preview.text.text())
        dialog.book_button.setFocus()
        press_enter(dialog)

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.end.click()

    (dialog,) = opened.dialogs
    assert "250.00" in said[0]
    assert dialog.outcome.made["payable"] == "230.00"  # 20.00 of dues are set off
    assert places == [Place("papers", ("settlement-sheet", "0001"))]
    screen.show_list()
    assert [row.number for row in screen.table.model.shown] == ["0002", "0003"]

    screen.with_left.click()
    screen.open_at("0001")

    assert not screen.page.receive.isEnabled()
    assert screen.page.facts.text() != ""


def test_shares_are_paid_back_at_what_they_are_worth(screen, opened):
    def fill(dialog):
        type_into(dialog.resolution.edit, "มติ ๑๐")
        type_into(dialog.worth.edit, "50")
        dialog.rehearse()
        assert "205.00" in dialog.preview.text.text()
        dialog.book()

    opened.fills(fill)
    screen.open_at("0001")
    screen.page.end.click()

    assert opened.dialogs[-1].outcome.made["payable"] == "205.00"


def test_without_a_resolution_nobody_leaves_and_the_field_says_so(screen, opened):
    opened.fills(lambda dialog: dialog.book())
    screen.open_at("0003")
    screen.page.end.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert position(opened, "0003").member.left is None


def test_receipts_and_movements_lead_to_paper_and_journal(screen, opened):
    places = opened.went(screen)
    screen.open_at("0001")
    screen.page.receipts.activated.emit(screen.page.receipts.model.row_at(0))
    screen.page.movements.activated.emit(screen.page.movements.model.row_at(0))
    screen.page.statement.click()

    assert places == [
        Place("papers", ("receipt", "R2569/000001")),
        Place("journal", 1),
        Place("papers", ("member-statement", "0001")),
    ]


def test_an_open_member_is_read_again_after_every_change(screen, opened):
    screen.open_at("0002")
    opened.village.clock.set(TODAY)
    card = position(opened, "0002").cards[0].card
    opened.session.run(_deposit(card))

    assert screen.page.cards.model.row_at(0).balance == baht(201)


def _deposit(card):
    from ledger.usecases.visiting import Deposit

    return Deposit(card=card, amount=baht(1), on=TODAY)
