"""Set-up: what the cooperative decided once, in lists and forms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desktop.session.records import charge_types, cooperative
from desktop.setup_area.asking import set_up
from desktop.setup_area.screen import SetupScreen
from desktop.setup_area.state import (
    CooperativeForm,
    account_change,
    heads_of,
)
from ledger.domain.accounts import BookKind, Kind
from ledger.domain.money import baht
from ledger.domain.products import ChargeKind
from ledger.queries.banks import banks
from ledger.queries.members import zones
from reports.words.choices import BOOKS, CHARGES
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.books import TODAY


def found(opened):
    return opened.session.ask(set_up, today=TODAY)


def account(opened, code):
    return next(row for row in found(opened).accounts if row.account == code)


def form_of(before):
    return CooperativeForm(
        name_th=before.name_th,
        name_en=before.name_en,
        registration=before.registration,
        address=before.address,
        telephone=before.telephone,
        auditor_telephone=before.auditor_telephone,
        cash_limit=before.cash_limit,
    )


@pytest.mark.parametrize(("words", "values"), [(CHARGES, ChargeKind), (BOOKS, BookKind)])
def test_every_kind_has_its_word(words, values):
    assert set(words) == set(values)


def test_a_cooperative_saved_as_it_is_is_no_change(opened):
    before = opened.session.ask(cooperative)

    assert form_of(before).change_of(before) is None


def test_only_what_differs_is_changed(opened):
    before = opened.session.ask(cooperative)

    command = replace(form_of(before), telephone="044-123456").change_of(before)

    assert command.telephone == "044-123456"
    assert command.name_th is None
    assert command.cash_limit is None


def test_an_account_saved_as_it_is_is_no_change(opened):
    row = account(opened, "11010")

    assert account_change(row, name_th=row.name_th, name_en=row.name_en, closed=False) is None


def test_a_new_account_hangs_under_a_head_of_its_kind(opened):
    heads = heads_of(found(opened).accounts, Kind.EXPENSE)

    assert heads
    assert all(row.head and row.kind is Kind.EXPENSE for row in heads)


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = SetupScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def test_the_lists_keep_to_the_rules_of_models(screen):
    for table in (screen.zones, screen.banks, screen.accounts, screen.charges):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()


def test_the_cooperative_is_changed_and_read_again_at_once(screen, opened):
    def fill(dialog):
        dialog.telephone.set_words("044-123456")
        dialog.limit.set_amount(baht(5_000))
        dialog.book()

    opened.fills(fill)
    screen.cooperative.click()

    assert opened.session.ask(cooperative).cash_limit == baht(5_000)
    assert "044-123456" in screen.facts.text()


def test_a_zone_is_opened_with_its_leader_and_renamed(screen, opened):
    def new(dialog):
        type_into(dialog.code.edit, "9")
        type_into(dialog.name.edit, "โซนใหม่")
        dialog.leader.choose("0002")
        dialog.book()

    def rename(dialog):
        dialog.name.set_words("โซนเก้า")
        dialog.book()

    opened.fills(new, rename)
    screen.new_zone.click()
    row = next(one for one in opened.session.ask(zones).rows if one.code == "9")
    assert (row.name, row.leader_name) == ("โซนใหม่", "นางเกษม แสงทอง")

    screen.zones.activated.emit(row)

    row = next(one for one in opened.session.ask(zones).rows if one.code == "9")
    assert (row.name, row.leader) == ("โซนเก้า", "0002")


def test_a_bank_account_is_opened(screen, opened):
    def fill(dialog):
        type_into(dialog.code.edit, "GSB")
        type_into(dialog.bank.edit, "ออมสิน")
        type_into(dialog.number.edit, "020-1-23456-7")
        dialog.book()

    opened.fills(fill)
    screen.new_bank.click()

    assert [row.code for row in opened.session.ask(banks).rows] == ["BAAC", "GSB"]


def test_a_bank_that_is_there_already_is_said_beside_its_code(screen, opened):
    def fill(dialog):
        type_into(dialog.code.edit, "BAAC")
        type_into(dialog.bank.edit, "x")
        type_into(dialog.number.edit, "1")
        dialog.book()

    opened.fills(fill)
    screen.new_bank.click()

    (dialog,) = opened.dialogs
    assert "BAAC" in dialog.code.note.text()


def test_an_account_is_opened_under_its_head_and_closed_again(screen, opened):
    def new(dialog):
        dialog.kind.pick(Kind.EXPENSE)
        dialog.kind.was_edited()
        type_into(dialog.code.edit, "59990")
        type_into(dialog.name_th.edit, "ค่าใช้จ่ายเบ็ดเตล็ดใหม่")
        dialog.book()

    def close(dialog):
        dialog.closed.setChecked(True)
        dialog.book()

    opened.fills(new, close)
    screen.new_account.click()
    row = account(opened, "59990")
    assert row.parent is not None

    screen.accounts.activated.emit(row)

    assert account(opened, "59990").closed


def test_a_kind_of_fine_is_defined(screen, opened):
    def fill(dialog):
        type_into(dialog.code.edit, "LATE")
        type_into(dialog.name_th.edit, "ค่าปรับมาสาย")
        dialog.kind.pick(ChargeKind.FINE)
        dialog.account.choose("42040")
        type_into(dialog.amount.edit, "20")
        dialog.book()

    opened.fills(fill)
    screen.new_charge.click()

    made = next(one for one in opened.session.ask(charge_types) if one.code == "LATE")
    assert (made.kind, made.amount) == (ChargeKind.FINE, baht(20))


def test_papers_get_promptpay_thai_digits_and_the_common_era_from_the_form(screen, opened):
    def fills(dialog):
        type_into(dialog.promptpay.edit, "0812345678")
        dialog.digits.setChecked(True)
        dialog.era.setChecked(True)
        dialog.book()

    opened.fills(fills)
    screen.cooperative.click()

    after = opened.session.ask(cooperative)
    assert (after.promptpay, after.thai_digits, after.common_era) == ("0812345678", True, True)
    assert "0812345678" in screen.facts.text()


def test_a_number_that_is_no_promptpay_number_is_said_beside_its_field(screen, opened):
    def fills(dialog):
        type_into(dialog.promptpay.edit, "081234")
        dialog.book()
        assert "081234" in dialog.promptpay.note.text()
        assert dialog.trouble.text() == ""
        assert dialog.promptpay.words() == "081234"
        dialog.reject()

    opened.fills(fills)
    screen.cooperative.click()

    assert opened.session.ask(cooperative).promptpay == ""
