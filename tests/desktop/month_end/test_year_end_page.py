"""The year end on the screen: closed, proposed with live tests, allocated, paid, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.month_end.screen import MonthEndScreen
from desktop.month_end.year_asking import YearState, years_of
from desktop.session import Place
from ledger.domain.money import ZERO, baht
from ledger.queries.closings import closings
from ledger.queries.surplus_sheet import surplus_sheet
from ledger.usecases.vouching import MoveMoney, ReceiveIncome
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.desktop.stopping import stopped_at


@pytest.fixture
def screen(qtbot, opened):
    """The year 2026 is over; 1,000 was given in January, and a member has shares."""
    opened.session.run(
        ReceiveIncome(
            account="46020",
            amount=baht(1_000),
            on=date(2026, 1, 10),
            payee="วัด",
            purpose="บริจาค",
        )
    )
    card = opened.village.one("SELECT number FROM cards WHERE kind = 'share' LIMIT 1")
    opened.village.buy(card, baht(1_000), on=date(2026, 1, 5))
    opened.village.clock.set(date(2027, 1, 10))
    made = MonthEndScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def rows(opened):
    found = opened.session.ask(closings)
    return opened.session.ask(years_of, found, today=opened.session.today)


def to_the_year(screen):
    """By keyboard to the tab of the year, where the row of 2026 is the one that waits."""
    screen.open_at("year")
    assert screen.year.current().year == 2026
    screen.year.years.setFocus()


def enter(screen):
    press(screen.year.years.view, Qt.Key.Key_Return)


def test_enter_goes_from_closing_over_the_meeting_to_the_last_payment(screen, opened):
    to_the_year(screen)
    assert rows(opened)[0].state is YearState.OPEN
    assert screen.year.close_year.isEnabled()
    assert not screen.year.allocate.isEnabled()

    opened.fills(lambda dialog: dialog.book())
    enter(screen)
    assert rows(opened)[0].state is YearState.CLOSED

    def allocate(dialog):
        dialog.step.edit.setCurrentIndex(1)
        type_into(dialog.resolution.edit, "มติที่ประชุมใหญ่ ๑/๒๕๖๙")
        type_into(dialog.dividend.edit, "6")
        dialog.book()

    opened.fills(allocate)
    enter(screen)
    (row, *_) = rows(opened)
    assert row.state is YearState.ALLOCATED
    assert row.unpaid == row.owed > ZERO

    opened.fills(lambda dialog: dialog.book())
    enter(screen)
    assert rows(opened)[0].state is YearState.PAID

    places = opened.went(screen)
    enter(screen)
    screen.year.register.click()
    assert places == [
        Place("papers", ("annual-pack", 2026)),
        Place("papers", ("dividend-register", 2026)),
    ]


def test_who_stops_the_year_end_finds_the_form_as_it_was_typed(screen, opened, monkeypatch):
    to_the_year(screen)
    before = opened.session.newest_act()

    def hand(dialog):
        type_into(dialog.approved_by.edit, "ประธาน")
        with stopped_at(opened.session, monkeypatch, step=1):  # in the audit
            dialog.book()
        assert "Stopped. Nothing was booked" in dialog.trouble.text()
        with monkeypatch.context() as patch:
            patch.setattr(dialog.session, "ask", lambda *_: None)  # an audit that is over
            with stopped_at(opened.session, patch, step=2):  # in the act itself
                dialog.book()
        assert "Stopped. Nothing was booked" in dialog.trouble.text()
        assert opened.session.newest_act() == before
        assert dialog.approved_by.words() == "ประธาน"
        assert dialog.form.isEnabled()
        assert not dialog.at_work
        dialog.book()

    opened.fills(hand)
    enter(screen)

    assert rows(opened)[0].state is YearState.CLOSED


def test_escape_stops_what_is_under_way_and_keeps_the_form(screen, opened, monkeypatch):
    to_the_year(screen)
    stops = []

    class Running:
        def cancel(self):
            stops.append(True)

    def hand(dialog):
        monkeypatch.setattr(opened.session, "work", lambda *_, **__: Running())
        dialog.book()
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert stops == [True]
        assert not dialog.form.isEnabled()
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # books no second one
        dialog.was_stopped()
        press(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    opened.fills(hand)
    enter(screen)


def test_the_legal_tests_stand_there_while_the_proposal_is_typed(screen, opened):
    to_the_year(screen)
    opened.fills(lambda dialog: dialog.book())
    enter(screen)
    said = []

    def look(dialog):
        surplus = opened.session.ask(surplus_sheet).years[-1].surplus
        dialog.rehearse()
        said.append(dialog.preview.text.text())
        education = next(f for use, f in dialog.amounts.items() if use.value == "education")
        type_into(education.edit, str(surplus.satang // 100 - 50))
        dialog.rehearse()
        said.append(dialog.preview.text.text())
        dialog.book()

    opened.fills(look)
    enter(screen)

    assert "✗" not in said[0]
    assert "✓ At least this much goes to the reserve" in said[0]
    assert "✗ At least this much goes to the reserve" in said[1]
    (sheet,) = opened.session.ask(surplus_sheet).years[-1].sheets
    assert not sheet.lawful
    assert sheet.entry is None


def test_a_year_opens_again_only_with_a_reason(screen, opened):
    to_the_year(screen)
    opened.fills(lambda dialog: dialog.book())
    enter(screen)

    def fill(dialog):
        dialog.book()
        assert dialog.asked["reason"].note.text() != ""
        dialog.asked["reason"].set_words("ลืมบันทึกค่าไฟ")
        dialog.book()

    opened.fills(fill)
    screen.year.reopen.click()

    assert rows(opened)[0].state is YearState.OPEN
    assert opened.village.one("SELECT reason FROM fiscal_years ORDER BY act DESC LIMIT 1") == (
        "ลืมบันทึกค่าไฟ"
    )


def test_a_book_without_a_year_that_is_over_has_nothing_to_close(qtbot, opened):
    made = MonthEndScreen(opened.session, Voice("th"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.show()

    assert made.year.current() is None
    assert not made.year.close_year.isEnabled()


def test_a_cycle_is_shared_out_after_its_trial_run(screen, opened):
    opened.village.run(
        MoveMoney(amount=baht(200), on=date(2027, 1, 10), source="BAAC", purpose="ถอน")
    )

    def hand(dialog):
        dialog.asked["resolution"].set_words("มติ ๙")
        dialog.rehearse()
        assert "Trial run: " in dialog.preview.text.text()
        dialog.book()

    opened.fills(hand)
    screen.year.share_out.click()

    assert opened.dialogs[-1].outcome is not None
    assert screen.year.cycles.model.rowCount() == 1
    places = opened.went(screen)
    screen.year.cycles.activated.emit(screen.year.cycles.model.row_at(0))
    assert places == [Place("papers", ("share-out", 1))]
