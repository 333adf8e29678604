"""Products, rates and interest: what the forms decide, and the screen."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desktop.savings.dialogs import InterestDialog
from desktop.savings.product_dialogs import ProductDialog
from desktop.savings.screen import SavingsScreen
from desktop.savings.state import (
    bears_interest,
    booking_offered,
    rate_now,
    through_offered,
)
from desktop.session import Place
from desktop.session.records import savings_products, savings_rates, share_types
from ledger.domain.accrual import YearPart
from ledger.domain.days import Month
from ledger.domain.interest import Tiers
from ledger.domain.money import ZERO, baht
from ledger.domain.products import InterestMethod, Nature, SavingsRate
from ledger.usecases.closing import CloseMonth
from ledger.usecases.visiting import Deposit
from reports.words.choices import INTEREST_METHODS, NATURES, TIERS
from reports.words.figures import read_rate
from reports.words.rules import YEARS
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.books import TODAY


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("1.25", Fraction(125, 10_000)),
        ("๑.๒๕", Fraction(125, 10_000)),
        ("6", Fraction(6, 100)),
        ("0.75 %", Fraction(75, 10_000)),
    ],
)
def test_a_rate_is_percent_a_year(typed, rate):
    assert read_rate(typed) == rate


@pytest.mark.parametrize("typed", ["", "x", "1,5", "-1", "1e2", "1.2.3", "%", "1234"])
def test_what_is_no_rate_is_none(typed):
    assert read_rate(typed) is None


def test_the_rate_of_today_is_the_last_one_that_began():
    rates = [
        SavingsRate("A", date(2026, 1, 1), ZERO, Fraction(1, 100)),
        SavingsRate("A", date(2026, 4, 1), ZERO, Fraction(3, 100)),
        SavingsRate("A", date(2026, 2, 1), ZERO, Fraction(2, 100)),
        SavingsRate("A", date(2026, 1, 1), baht(1_000), Fraction(5, 100)),
        SavingsRate("B", date(2026, 1, 1), ZERO, Fraction(9, 100)),
    ]

    assert [one.rate for one in rate_now(rates, "A", TODAY)] == [
        Fraction(2, 100),
        Fraction(5, 100),
    ]


@pytest.mark.parametrize(
    ("words", "values"),
    [(NATURES, Nature), (INTEREST_METHODS, InterestMethod), (YEARS, YearPart), (TIERS, Tiers)],
)
def test_every_rule_that_there_is_can_be_chosen(words, values):
    assert set(words) == set(values)


def product(opened, code="SAVINGS"):
    return next(one for one in opened.session.ask(savings_products) if one.code == code)


@pytest.mark.parametrize(
    ("today", "through"),
    [
        (date(2026, 3, 20), date(2025, 12, 31)),
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 6, 30)),
    ],
)
def test_interest_is_offered_up_to_the_last_end_of_its_period(opened, today, through):
    assert through_offered(today, product(opened)) == through


def test_interest_of_a_closed_month_is_booked_today():
    through = date(2026, 2, 28)

    assert booking_offered(through, None, TODAY) == through
    assert booking_offered(through, Month(2026, 1), TODAY) == through
    assert booking_offered(through, Month(2026, 2), TODAY) == TODAY


def test_promise_savings_bear_none(opened):
    assert bears_interest(product(opened))
    assert not bears_interest(product(opened, "PROMISE"))


@pytest.fixture(params=["en", "th"])
def screen(request, qtbot, opened):
    made = SavingsScreen(opened.session, Voice(request.param), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    return made


def test_every_product_stands_with_its_rules_and_what_members_hold(screen):
    rows = {line.product.code: line for line in screen.products.model.shown}

    assert rows["PROMISE"].held == baht(400)
    assert rows["SHARES"].held == baht(100)
    assert "1%" in rows["SAVINGS"].interest(screen.voice)
    assert "10.00" in rows["SHARES"].rule(screen.voice)


def test_the_lists_keep_to_the_rules_of_models(screen):
    for table in (screen.products, screen.rates, screen.month):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.ask_again()


def test_the_month_adds_up(screen):
    row = next(row for row in screen.month.model.shown if row.product == "PROMISE")

    assert row.brought_forward + row.paid_in - row.paid_out == row.balance == baht(400)


def test_a_rate_is_set_from_a_day_on_with_its_resolution(screen, opened):
    def fill(dialog):
        dialog.product.pick("SAVINGS")
        type_into(dialog.rate.edit, "1.25")
        type_into(dialog.resolution.edit, "มติที่ 3/2569")
        dialog.book()

    opened.fills(fill)
    screen.rate.click()

    newest = opened.session.ask(savings_rates)[0]
    assert (newest.rate, newest.from_day, newest.resolution) == (
        Fraction(125, 10_000),
        TODAY,
        "มติที่ 3/2569",
    )
    line = next(one for one in screen.products.model.shown if one.product.code == "SAVINGS")
    assert "1.25%" in line.interest(screen.voice)


def test_what_is_no_rate_is_said_beside_it(screen, opened):
    def fill(dialog):
        type_into(dialog.rate.edit, "viel")
        dialog.book()

    opened.fills(fill)
    screen.rate.click()

    (dialog,) = opened.dialogs
    assert dialog.outcome is None
    assert "viel" in dialog.rate.note.text()


def test_the_preview_of_interest_is_the_trial_run_and_books_nothing(qtbot, opened):
    card = opened.village.savings("0002")
    opened.session.run(Deposit(card=card, amount=baht(3_650), on=date(2026, 1, 10)))
    dialog = InterestDialog(opened.session, Voice("en"), "SAVINGS")
    qtbot.addWidget(dialog)
    dialog.through.set_day(date(2026, 2, 28))
    dialog.booked_on.set_day(TODAY)
    dialog.rehearse()

    assert dialog.preview.text.text() == "Trial run: 5.00 baht of interest on 1 account."
    assert opened.village.held(card) == baht(3_650)

    dialog.book()

    assert opened.village.held(card) == baht(3_655)


def test_interest_posted_twice_is_refused_in_words(qtbot, opened):
    card = opened.village.savings("0002")
    opened.session.run(Deposit(card=card, amount=baht(3_650), on=date(2026, 1, 10)))
    dialogs = [InterestDialog(opened.session, Voice("en"), "SAVINGS") for _ in range(2)]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.through.set_day(date(2026, 2, 28))
        dialog.booked_on.set_day(TODAY)
        dialog.book()

    assert dialogs[0].outcome is not None
    assert dialogs[1].outcome is None
    assert dialogs[1].through.note.text() != ""


def test_of_a_closed_period_interest_is_offered_for_today(qtbot, opened):
    opened.session.run(CloseMonth(month=Month(2026, 2)))
    dialog = InterestDialog(opened.session, Voice("en"), "SAVINGS")
    qtbot.addWidget(dialog)

    assert dialog.through.day() == date(2025, 12, 31)
    assert dialog.booked_on.day() == TODAY


def test_the_rules_of_a_product_come_back_as_they_are(qtbot, opened):
    before = product(opened)
    dialog = ProductDialog(opened.session, Voice("en"), before)
    qtbot.addWidget(dialog)
    dialog.book()

    assert product(opened) == before


def test_a_changed_rule_is_a_new_version(screen, opened):
    def fill(dialog):
        dialog.minimum.set_amount(baht(50))
        dialog.method.pick(InterestMethod.AVERAGE)
        dialog.book()

    opened.fills(fill)
    screen.products.choose("SAVINGS")
    screen.change.click()

    after = product(opened)
    assert (after.minimum_balance, after.method) == (baht(50), InterestMethod.AVERAGE)


def test_a_new_product_and_a_new_type_of_shares_are_defined(screen, opened):
    def savings(dialog):
        type_into(dialog.code.edit, "KIDS")
        type_into(dialog.name_th.edit, "เงินฝากเยาวชน")
        dialog.account.choose("21010")
        dialog.book()

    def shares(dialog):
        type_into(dialog.code.edit, "EXTRA")
        type_into(dialog.name_th.edit, "หุ้นพิเศษ")
        type_into(dialog.par.edit, "100")
        dialog.account.choose("31010")
        dialog.book()

    opened.fills(savings, shares)
    screen.new_product.click()
    screen.new_shares.click()

    assert product(opened, "KIDS").name_en == "เงินฝากเยาวชน"
    assert "EXTRA" in [one.code for one in opened.session.ask(share_types)]


def test_a_code_that_is_taken_is_said_beside_it(screen, opened):
    def fill(dialog):
        type_into(dialog.code.edit, "SAVINGS")
        type_into(dialog.name_th.edit, "x")
        dialog.account.choose("21010")
        dialog.book()

    opened.fills(fill)
    screen.new_product.click()

    (dialog,) = opened.dialogs
    assert "SAVINGS" in dialog.code.note.text()


def test_the_report_is_one_button_away(screen, opened):
    places = opened.went(screen)
    screen.report.click()

    assert places == [Place("papers", "savings-and-shares")]


def test_the_figures_of_a_month_open_the_lines_of_their_account(screen, opened):
    asked: list[Any] = []
    opened.fills(lambda dialog: asked.append((dialog.account.chosen(), dialog.since.day())))
    row = next(one for one in screen.month.model.shown if one.product == "SAVINGS")

    screen.month.activated.emit(row)

    assert asked == [(row.account, Month.of(TODAY).first)]
