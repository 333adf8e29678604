"""Cash and bank on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from desktop.cash.line_back_form import line_back_form
from desktop.cash.screen import CashScreen
from desktop.session import Place
from ledger.domain.days import Month
from ledger.domain.money import ZERO, baht
from ledger.queries.banks import StatementRow, bank_statement
from ledger.queries.cash import cash_counts
from ledger.queries.fund_position import fund_position
from ledger.queries.journal import entry
from ledger.usecases.founding import OpenFund
from reports.words.voice import Voice
from tests.desktop.filling import fill
from tests.desktop.gallery import type_into
from tests.desktop.opened import press, press_enter
from tests.support.books import TODAY


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = CashScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def choose_first(dialog):
    dialog.account.choose(dialog.account._state.choices[0].key)


def bank(opened):
    return opened.session.ask(bank_statement, bank="BAAC", until=TODAY)


def test_the_cash_book_of_the_month_shows_the_newest_line_first(screen):
    rows = screen.cash.model.shown

    assert [(row.debit, row.credit) for row in rows] == [(ZERO, baht(200)), (baht(250), ZERO)]
    assert rows[0].balance == baht(300)


def test_a_month_without_a_line_says_what_lies_in_the_box(screen, opened):
    opened.village.clock.set(Month.of(TODAY).plus(1).first)
    screen.ask_again()

    assert not screen.cash.model.shown
    assert "300.00" in screen.cash.view.empty_text


def test_the_lists_keep_to_the_rules_of_models(screen):
    for table in (screen.cash, screen.banks, screen.vouchers, screen.counts):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()


def test_cash_is_counted_by_keys_and_agrees(screen, opened):
    def fill(dialog):
        press_enter(dialog)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Return):
            press(dialog, key)
        assert dialog.focusWidget() is dialog.pieces.boxes[baht(100)]
        dialog.focusWidget().selectAll()
        press(dialog, Qt.Key.Key_3)
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    opened.fills(fill)
    press(screen, Qt.Key.Key_Return)

    (count,) = opened.session.ask(cash_counts).rows
    assert (count.counted, count.difference) == (baht(300), ZERO)
    assert screen.counts.model.count == 1


def test_a_difference_asks_for_its_reason_and_is_booked_openly(screen, opened):
    def fill(dialog):
        dialog.pieces.boxes[baht(100)].setValue(2)
        assert dialog.reason.isVisible()
        dialog.book()
        assert dialog.isVisible()
        assert dialog.reason.note.text() != ""
        type_into(dialog.reason.edit, "ทอนผิด")
        dialog.book()

    opened.fills(fill)
    screen.count.click()

    (count,) = opened.session.ask(cash_counts).rows
    assert count.difference == -baht(100)
    assert opened.session.ask(entry, entry=count.entry).entry.event == "cash_short"


def test_the_reason_is_not_asked_where_nothing_differs(screen, opened):
    seen = []

    def look(dialog):
        dialog.pieces.boxes[baht(100)].setValue(3)
        seen.append(dialog.reason.isVisible())
        dialog.reject()

    opened.fills(look)
    screen.count.click()

    assert seen == [False]


def test_an_expense_is_paid_with_its_voucher(screen, opened):
    def fill(dialog):
        choose_first(dialog)
        type_into(dialog.amount.edit, "120.50")
        type_into(dialog.payee.edit, "การไฟฟ้า")
        type_into(dialog.purpose.edit, "ค่าไฟฟ้า")
        dialog.book()

    opened.fills(fill)
    screen.pay.click()

    assert opened.dialogs[0].outcome.vouchers == ("PV2569/000001",)
    assert screen.vouchers.model.row_at(0).amount == baht(120, 50)
    assert screen.cash.model.row_at(0).balance == baht(179, 50)


def test_money_is_never_paid_for_cash_itself(screen, opened):
    offered: list[object] = []

    def look(dialog):
        offered.extend(choice.key for choice in dialog.account._state.choices)
        dialog.reject()

    opened.fills(look, look)
    screen.pay.click()
    screen.receive.click()

    assert "11010" not in offered
    assert "42040" in offered


def test_more_cash_than_there_is_cannot_be_paid(screen, opened):
    def fill(dialog):
        choose_first(dialog)
        type_into(dialog.amount.edit, "5000")
        type_into(dialog.payee.edit, "x")
        type_into(dialog.purpose.edit, "y")
        dialog.book()

    opened.fills(fill)
    screen.pay.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert "300.00" in dialog.amount.note.text()


def test_other_income_comes_in(screen, opened):
    def fill(dialog):
        choose_first(dialog)
        type_into(dialog.amount.edit, "50")
        type_into(dialog.payee.edit, "ผู้บริจาค")
        type_into(dialog.purpose.edit, "บริจาค")
        dialog.book()

    opened.fills(fill)
    screen.receive.click()

    assert opened.dialogs[0].outcome.vouchers == ("RV2569/000001",)


def test_money_is_carried_to_the_bank(screen, opened):
    def fill(dialog):
        type_into(dialog.amount.edit, "100")
        dialog.book()

    opened.fills(fill)
    screen.move_button.click()

    assert bank(opened).booked == baht(300)


def test_money_that_would_stay_where_it_is_is_said_so(screen, opened):
    def fill(dialog):
        dialog.target.pick("")
        type_into(dialog.amount.edit, "100")
        dialog.book()

    opened.fills(fill)
    screen.move_button.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert dialog.target.note.text() != ""


def test_a_journal_voucher_is_posted_with_its_sums_shown(screen, opened):
    said = []

    def fill(dialog):
        type_into(dialog.purpose.edit, "ปรับปรุง")
        (first, debit, _), (second, _, credit) = dialog.lines[:2]
        first.choose("11010")
        type_into(debit.edit, "5")
        second.choose("42040")
        type_into(credit.edit, "5")
        said.append(dialog.sums.text())
        dialog.book()

    opened.fills(fill)
    screen.adjust.click()

    assert opened.dialogs[0].outcome.vouchers == ("JV2569/000001",)
    assert said[0].count("5.00") == 2


def test_an_unbalanced_journal_voucher_is_refused_and_kept_as_typed(screen, opened):
    def fill(dialog):
        type_into(dialog.purpose.edit, "x")
        (first, debit, _), (second, _, credit) = dialog.lines[:2]
        first.choose("11010")
        type_into(debit.edit, "5")
        second.choose("42040")
        type_into(credit.edit, "4")
        dialog.book()

    opened.fills(fill)
    screen.adjust.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert "5.00" in dialog.trouble.text()
    assert "4.00" in dialog.trouble.text()
    dialog.rehearse()  # as when something else is typed: the preview says what holds then
    assert dialog.trouble.text() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((("11010", "5", ""), ("42040", "", "5"), ("11010", "", "3"), ("53010", "3", "")), "11010"),
        ((("11010", "5", "5"), ("42040", "", "5")), "11010"),
    ],
    ids=["cash in and out", "both sides of a line"],
)
def test_a_journal_voucher_that_no_auditor_would_read_is_refused_and_kept(
    screen, opened, typed, said
):
    def fill(dialog):
        type_into(dialog.purpose.edit, "x")
        for (account, debit, credit), (code, left, right) in zip(dialog.lines, typed, strict=False):
            account.choose(code)
            type_into(debit.edit, left)
            type_into(credit.edit, right)
        dialog.book()

    opened.fills(fill)
    screen.adjust.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert said in dialog.trouble.text()
    assert dialog.lines[0][1].edit.text() == "5"


def _in_shop(dialog, account):
    dialog.account.choose(account)
    type_into(dialog.amount.edit, "80")
    type_into(dialog.payee.edit, "ลูกค้า")
    type_into(dialog.purpose.edit, "ขายของ")
    dialog.fund.pick("SHOP")
    dialog.book()


def _carried_for_the_shop(dialog):
    type_into(dialog.amount.edit, "50")
    dialog.fund.pick("SHOP")
    dialog.book()


def _adjusted_in_the_shop(dialog):
    type_into(dialog.purpose.edit, "ปรับปรุง")
    (first, debit, _), (second, _, credit) = dialog.lines[:2]
    first.choose("42040")
    second.choose("11010")
    for amount, fund in zip((debit, credit), dialog.funds, strict=False):
        type_into(amount.edit, "30")
        fund.pick("SHOP")
    dialog.book()


def test_a_book_of_several_funds_asks_in_which_one(screen, opened):
    asked = []

    def look(dialog):
        asked.append(dialog.fund.isVisibleTo(dialog))
        dialog.reject()

    opened.fills(look)
    screen.receive.click()
    opened.session.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    opened.fills(lambda dialog: _in_shop(dialog, "42040"), _carried_for_the_shop)
    screen.receive.click()
    screen.move_button.click()
    opened.fills(_adjusted_in_the_shop, look)
    screen.adjust.click()
    screen.receive.click()

    assert asked == [False, True]
    rows = opened.session.ask(fund_position, at=TODAY)
    shop = next(one for one in rows.funds if one.fund == "SHOP")
    assert (shop.assets, shop.result) == (baht(50), baht(50))


def test_further_lines_come_when_they_are_asked_for(screen, opened):
    counts = []

    def look(dialog):
        dialog.more.click()
        counts.append(len(dialog.lines))
        dialog.reject()

    opened.fills(look)
    screen.adjust.click()

    assert counts == [5]


def test_a_bank_account_opens_on_enter_and_escape_goes_back(screen):
    screen.banks.activated.emit(screen.banks.model.row_at(0))
    assert screen.stack.currentIndex() == 1

    press(screen, Qt.Key.Key_Escape)

    assert screen.stack.currentIndex() == 0


def test_what_belongs_together_is_joined_by_one_button(screen, opened):
    screen.open_at(("bank", "BAAC"))
    screen.page.join_all.click()

    assert [line.entry for line in bank(opened).lines] == [3]
    assert not screen.page.join_all.isEnabled()


def test_two_marked_lines_are_joined_and_taken_apart_again(screen, opened):
    screen.open_at(("bank", "BAAC"))
    screen.page.lines.choose(1)
    screen.page.booked.choose(3)
    screen.page.join.click()
    assert [line.entry for line in bank(opened).lines] == [3]

    screen.page.lines.choose(1)
    screen.page.part.click()

    assert [line.entry for line in bank(opened).lines] == [None]


def test_a_marked_line_of_the_statement_is_taken_back(screen, opened):
    """It was typed alone, so it goes alone; what it was joined with is open again."""
    screen.open_at(("bank", "BAAC"))
    screen.page.join_all.click()
    screen.page.lines.choose(1)
    opened.fills(fill(reason="พิมพ์ผิด"))
    screen.page.undo.click()

    assert bank(opened).lines == ()
    assert [one.entry for one in bank(opened).not_at_bank] == [3]


def test_a_line_that_came_by_a_file_says_that_the_file_goes(opened, qtbot):
    row = StatementRow(4, TODAY, baht(7), "ดอกเบี้ย", None, None, run=2, source="มีนาคม.csv")
    dialog = line_back_form(opened.session, Voice("en"), row)
    qtbot.addWidget(dialog)

    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("มีนาคม.csv" in text and "7.00" in text for text in said)


def test_without_two_marked_lines_people_are_told_what_to_do(screen, opened):
    screen.open_at(("bank", "BAAC"))
    screen.page.lines.view.clearSelection()
    screen.page.lines.view.setCurrentIndex(screen.page.lines.model.index(-1, -1))
    screen.page.join.click()

    assert len(opened.asks.told) == 1


def test_lines_of_a_statement_are_typed_one_after_the_other(screen, opened):
    def first(dialog):
        type_into(dialog.amount.edit, "-15")
        type_into(dialog.text.edit, "ค่าธรรมเนียม")
        dialog.book()

    opened.fills(first, lambda dialog: dialog.reject())
    screen.open_at(("bank", "BAAC"))
    screen.page.add_line.click()

    assert [line.amount for line in bank(opened).lines] == [baht(200), -baht(15)]


def test_a_balance_that_does_not_follow_from_the_line_before_is_told_beside_it(screen, opened):
    def typed(dialog, amount, balance):
        type_into(dialog.amount.edit, amount)
        type_into(dialog.balance.edit, balance)
        dialog.book()

    opened.fills(
        lambda dialog: typed(dialog, "100", "300"),
        lambda dialog: typed(dialog, "-15", "295"),
    )
    screen.open_at(("bank", "BAAC"))
    screen.page.add_line.click()

    assert "285.00" in opened.dialogs[-1].balance.note.text()
    assert [line.amount for line in bank(opened).lines] == [baht(200), baht(100)]


def test_the_bank_is_agreed_with_when_both_sides_explain_each_other(screen, opened):
    def fill(dialog):
        type_into(dialog.statement.edit, "200")
        dialog.book()

    screen.open_at(("bank", "BAAC"))
    screen.page.join_all.click()
    opened.fills(fill)
    screen.page.agree.click()

    assert bank(opened).bank.agreement.statement == baht(200)


def test_a_difference_at_the_bank_is_refused_with_its_amount(screen, opened):
    def fill(dialog):
        type_into(dialog.statement.edit, "190")
        dialog.book()

    screen.open_at(("bank", "BAAC"))
    screen.page.join_all.click()
    opened.fills(fill)
    screen.page.agree.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert "10.00" in dialog.statement.note.text()


def test_lines_and_vouchers_lead_to_the_journal(screen, opened):
    places = opened.went(screen)
    screen.cash.activated.emit(screen.cash.model.row_at(0))
    screen.vouchers.activated.emit(screen.vouchers.model.row_at(0))

    assert places == [Place("journal", 3), Place("journal", 3)]


@pytest.mark.parametrize(("key", "kind"), [("count", "CountDialog"), ("move", "MoveDialog")])
def test_home_leads_straight_into_a_form(screen, opened, key, kind):
    opened.fills(lambda dialog: dialog.reject())
    screen.open_at(key)

    assert [type(one).__name__ for one in opened.dialogs] == [kind]
