"""Fixed assets at the month's end, by keyboard."""

from __future__ import annotations

import pytest

from desktop.month_end.screen import MonthEndScreen
from desktop.session import Place
from ledger.domain.assets import AssetKind
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.queries.month_checklist import CheckItem, CheckRow, CheckState
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press_enter


@pytest.fixture
def screen(qtbot, opened):
    made = MonthEndScreen(opened.session, Voice("th"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_asset_is_bought_by_keyboard(screen, opened):
    def buy(dialog):
        type_into(dialog.number.edit, "คอม-๑")
        type_into(dialog.name.edit, "คอมพิวเตอร์")
        type_into(dialog.cost.edit, "37")
        type_into(dialog.months.edit, "36")
        type_into(dialog.payee.edit, "ร้านคอม")
        dialog.book_button.setFocus()
        press_enter(dialog)

    opened.fills(buy)
    screen.assets.new.click()

    (row,) = screen.assets.table.model.shown
    assert (row.asset.number, row.worth) == ("คอม-๑", baht(37))


def test_what_the_book_holds_already_is_entered_depreciated_and_scrapped(screen, opened):
    def enter(dialog):
        assert not dialog.first.isVisible()
        dialog.there.setChecked(True)
        assert dialog.first.isVisible()
        assert not dialog.payee.isVisible()
        type_into(dialog.number.edit, "อาคาร")
        type_into(dialog.name.edit, "ที่ทำการ")
        dialog.kind.pick(AssetKind.BUILDING)
        type_into(dialog.cost.edit, "101")
        type_into(dialog.months.edit, "100")
        dialog.first.pick(Month(2026, 1))
        dialog.book()

    def scrap(dialog):
        type_into(dialog.why.edit, "พัง")
        dialog.book()

    opened.fills(enter, lambda dialog: dialog.book(), scrap)
    screen.assets.new.click()
    screen.assets.depreciate.click()
    (row,) = screen.assets.table.model.shown
    # 100 over 100 months: January and February are booked, March is not over.
    assert (row.depreciated, row.worth) == (baht(2), baht(99))
    assert "อาคาร: ทะเบียนคุมกับบัญชีแยกประเภทต่างกัน -101.00 บาท" in screen.assets.facts.text()
    screen.assets.table.choose("อาคาร")
    screen.assets.dispose.click()

    (row,) = screen.assets.table.model.shown
    assert row.gone
    # What is gone stays listed and counts in no sum.
    assert screen.assets.table.totals.texts[5:8] == ("0.00", "0.00", "0.00")
    assert not screen.assets.dispose.isEnabled()


def test_the_checklist_leads_to_the_assets_and_the_register_is_printed(screen, opened):
    places = opened.went(screen)
    screen.checks.activated.emit(CheckRow(CheckItem.DEPRECIATION, CheckState.OPEN))
    assert screen.tabs.currentWidget() is screen.assets
    screen.assets.report.click()

    assert places == [Place("papers", "asset-register")]
