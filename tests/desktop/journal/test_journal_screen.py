"""The journal on the screen: from the list to the act, and mistakes put right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.journal import screen as journal_screen
from desktop.journal.screen import JournalScreen
from desktop.session import Place
from desktop.session.account_dialog import AccountDialog
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.queries.accounts import account_card
from ledger.queries.cash import cash_book
from ledger.queries.journal import entry
from ledger.queries.papers import receipts
from ledger.queries.position import member_position
from ledger.usecases.closing import CloseMonth
from ledger.usecases.copying import DeclareRestore
from ledger.usecases.vouching import JournalLine, PostJournal
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import TODAY

FIRST, SECOND, BANKED = 1, 2, 3


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = JournalScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def numbers(screen):
    return [row.number for row in screen.table.model.shown]


def view(opened, number):
    return opened.session.ask(entry, entry=number)


def test_the_newest_entry_stands_first(screen):
    assert numbers(screen) == [BANKED, SECOND, FIRST]


def test_the_list_keeps_to_the_rules_of_models(screen):
    QAbstractItemModelTester(
        screen.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    screen.table.find_line.setText("TV")


def test_a_month_leaves_out_the_others(screen):
    screen.month.pick(Month(2026, 2))
    screen.month.was_edited()

    assert numbers(screen) == [FIRST]


def test_a_long_journal_comes_in_parts(screen, monkeypatch):
    monkeypatch.setattr(journal_screen, "PAGE", 2)
    screen.ask_again()
    assert numbers(screen) == [BANKED, SECOND]
    assert screen.more.isVisible()

    screen.more.click()

    assert numbers(screen) == [BANKED, SECOND, FIRST]
    assert not screen.more.isVisible()


def test_enter_opens_an_entry_down_to_its_act_and_escape_goes_back(screen):
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)
    number = screen._view.entry.number

    assert screen.stack.currentIndex() == 1
    assert "สมใจ" in screen.page.facts.text() or screen._view.act.user in screen.page.facts.text()
    assert screen._view.act.code in screen.page.facts.text()
    assert len(screen.page.lines.model.shown) == len(screen._view.entry.lines)
    press(screen, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0
    assert screen.table.current().number == number


def test_an_entry_is_taken_back_with_its_reason_and_its_receipt_is_void(screen, opened):
    def fill(dialog):
        type_into(dialog.reason.edit, "ชื่อผิด")
        dialog.book()

    opened.fills(fill)
    screen.open_at(FIRST)
    screen.page.reverse.click()

    assert view(opened, FIRST).entry.reversed_by == 4
    assert view(opened, 4).entry.reason == "ชื่อผิด"
    assert view(opened, FIRST).receipts[0].void.reason == "ชื่อผิด"
    assert not screen.page.reverse.isVisible()
    assert not screen.page.correct.isVisible()
    assert screen.page.other.isVisible()


def test_nothing_is_taken_back_without_a_reason(screen, opened):
    opened.fills(lambda dialog: dialog.book())
    screen.open_at(FIRST)
    screen.page.reverse.click()

    (dialog,) = opened.dialogs
    assert dialog.isVisible()
    assert dialog.reason.note.text() != ""
    assert view(opened, FIRST).entry.reversed_by is None


def test_the_linked_entry_is_one_step_away(screen, opened):
    def fill(dialog):
        type_into(dialog.reason.edit, "x")
        dialog.book()

    opened.fills(fill)
    screen.open_at(FIRST)
    screen.page.reverse.click()
    screen.page.other.click()

    assert screen._view.entry.number == 4
    screen.page.other.click()
    assert screen._view.entry.number == FIRST


def test_a_wrong_amount_is_put_right_in_one_act(screen, opened):
    acts = opened.village.one("SELECT COUNT(*) FROM acts")

    def fill(dialog):
        type_into(dialog.reason.edit, "พิมพ์ผิด")
        field = dialog._edited["items", 0, "amount"]
        assert field.amount() == baht(200)
        field.edit.selectAll()
        type_into(field.edit, "120")
        dialog.book()

    opened.fills(fill)
    screen.open_at(SECOND)
    screen.page.correct.click()

    assert opened.village.one("SELECT COUNT(*) FROM acts") == acts + 1
    cards = opened.session.ask(member_position, member="0002", at=TODAY).cards
    assert cards[0].balance == baht(120)
    rows = opened.session.ask(receipts, member="0002").rows
    assert [(row.total, row.void is None) for row in rows] == [
        (baht(250), False),
        (baht(170), True),
    ]


def test_what_was_in_a_closed_month_is_booked_anew_today(screen, opened):
    opened.session.run(CloseMonth(month=Month(2026, 2)))
    days = []

    def fill(dialog):
        type_into(dialog.reason.edit, "พบทีหลัง")
        days.append(dialog._edited[("on",)].day())
        dialog.book()

    opened.fills(fill)
    screen.open_at(FIRST)
    screen.page.correct.click()

    assert days == [TODAY]
    assert opened.dialogs[0].outcome is not None


def test_the_preview_of_a_correction_shows_both_entries(screen, opened):
    rows = []

    def look(dialog):
        type_into(dialog.reason.edit, "x")
        dialog.rehearse()
        rows.extend(dialog.preview.entry.model.shown)
        dialog.reject()

    opened.fills(look)
    screen.open_at(SECOND)
    screen.page.correct.click()

    assert len(rows) == 6


def test_a_journal_voucher_comes_back_with_its_lines(screen, opened):
    lines = (
        JournalLine(account="11010", debit=baht(5)),
        JournalLine(account="42040", credit=baht(5)),
    )
    opened.session.run(PostJournal(on=TODAY, purpose="ปรับปรุง", lines=lines))
    seen = []

    def look(dialog):
        seen.extend(sorted(dialog._edited))
        dialog.reject()

    opened.fills(look)
    screen.open_at(4)
    screen.page.correct.click()

    assert ("lines", 0, "debit") in seen
    assert ("lines", 1, "credit") in seen
    assert ("purpose",) in seen


def test_from_an_entry_people_go_to_its_paper_and_its_member(screen, opened):
    places = opened.went(screen)
    screen.open_at(FIRST)
    screen.page.paper.click()
    screen.page.member.click()
    screen.open_at(BANKED)
    screen.page.paper.click()

    assert places == [
        Place("papers", ("receipt", "R2569/000001")),
        Place("members", "0001"),
        Place("papers", ("voucher", "TV2569/000001")),
    ]
    assert not screen.page.member.isVisible()


def test_lost_receipts_are_entered_again_from_the_stubs_one_after_the_other(screen, opened):
    assert not screen.again.isVisible()
    opened.session.run(
        DeclareRestore(
            through_act=3,
            fingerprint="ab" * 32,
            reason="เครื่องเสีย",
            last_receipt="R2569/000002",
            stub="4",
        )
    )
    places = opened.went(screen)

    def goes(dialog):
        [row] = dialog.table.model.shown
        assert (row.first, row.last, row.entered) == ("R2569/000003", "R2569/000004", False)
        assert "R2569/000003" in dialog.next.text()
        assert not dialog.code.isEnabled()
        dialog.members.click()

    opened.fills(goes)
    screen.again.click()
    assert places == [Place("members")]

    [(card,), *_] = opened.session.ask(
        lambda reader: reader.rows("SELECT number FROM cards WHERE product = 'PROMISE'")
    )
    opened.village.deposit(card, baht(20))
    screen.ask_again()

    def types(dialog):
        assert [row.entered for row in dialog.table.model.shown] == [False, True]
        dialog.table.choose("R2569/000003")
        dialog.code.click()
        assert [bool(row.code) for row in dialog.table.model.shown] == [False, True]
        assert not dialog.code.isEnabled()
        dialog.close_button.click()

    def code(form):
        assert form.asked["receipt"].picked() == "R2569/000003"
        type_into(form.asked["code"].edit, "PRVR PPUP CAVM PYEK")
        form.book()

    opened.fills(types, code)
    screen.open_at("reentry")
    assert places == [Place("members")]


def test_a_line_leads_to_its_account_and_from_there_to_another_entry(qtbot, opened):
    screen = JournalScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    places = opened.went(screen)
    screen.show_page(2)
    line = screen.page.lines.model.row_at(0)

    def opens_last(dialog):
        last = dialog.lines.model.count - 1
        assert f"{dialog.account.chosen()}" == line.account
        dialog.lines.activated.emit(dialog.lines.model.row_at(last))

    opened.fills(opens_last)
    screen.page.lines.activated.emit(line)

    assert screen._view is not None
    month = Month.of(screen._view.entry.on)
    card = opened.session.ask(
        account_card, account=line.account, since=month.first, until=month.last
    )
    assert places == [Place("journal", card.lines[0].entry)]


def test_an_account_is_chosen_by_name_and_says_what_it_holds(qtbot, opened):
    dialog = AccountDialog(opened.session, Voice("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.lines.model.count == 0
    assert dialog.lines.view.empty_text == "Choose an account first."
    cash = opened.session.ask(cash_book, since=TODAY, until=TODAY)
    dialog.account.choose(cash.account)
    dialog.show_lines()

    assert dialog.lines.model.count > 0
    assert f"{cash.balance.as_decimal()}" in dialog.facts.text().replace(",", "")
    assert dialog.lines.model.row_at(0).balance == cash.balance
