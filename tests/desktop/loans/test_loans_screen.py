"""Loans on the screen: lists, one loan, applications, and money with its split."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.loans.accrue_dialog import AccrueDialog
from desktop.loans.contract_dialogs import ApplicationDialog, ContractDialog, DecisionDialog
from desktop.loans.money_dialogs import (
    MoratoriumDialog,
    PayoutDialog,
    ProvisionDialog,
    WriteOffDialog,
)
from desktop.loans.payment_dialog import PaymentDialog
from desktop.loans.screen import LoansScreen
from desktop.loans.state import card_numbers, member_numbers
from desktop.session import Place
from desktop.session.loan_terms import LoanRateDialog, RescheduleDialog
from desktop.session.loan_type_dialog import LoanTypeDialog
from ledger.domain.lending import Direction
from ledger.domain.money import ZERO, baht
from ledger.queries.journal import entry
from ledger.queries.loan_life import loan_applications
from ledger.queries.loan_paper import loan_paper
from ledger.queries.loans import loans
from ledger.usecases.loan_applying import ApplyForLoan, DecideLoanApplication
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.desktop.loans.conftest import asked_further
from tests.desktop.opened import press
from tests.support.books import TODAY
from tests.support.lending import contract, pay_out


@pytest.fixture
def screen(qtbot, lent):
    made = LoansScreen(lent.session, Voice("en"), lent.asks, lent.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


def card_of(lent):
    rows = lent.session.ask(loans, at=TODAY, leg=Direction.OUT).rows
    return rows[0].card


def paper(lent):
    return lent.session.ask(loan_paper, card=card_of(lent), at=TODAY)


def test_all_loans_stand_in_the_list_with_what_is_late(screen, lent):
    (row,) = screen._rows

    assert (row.card, row.name, row.days_late) == (card_of(lent), "นายสมชาย ใจดี", 47)


@pytest.mark.parametrize("table", ["table", "applications", "classes", "defects", "types"])
def test_every_list_keeps_the_rules_of_models(screen, table):
    model = getattr(screen, table).view.model()

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_loan_opens_and_escape_goes_back_to_it(screen, lent):
    screen.open_at(card_of(lent))
    assert screen.stack.currentIndex() == 1
    assert "Late for 47 days: 2,116.38 baht" in screen.page.standing.text()

    press(screen, Qt.Key.Key_Escape)

    assert screen.stack.currentIndex() == 0
    assert screen.table.current().card == card_of(lent)


def test_a_line_of_the_card_leads_to_the_entry_that_booked_it(screen, lent):
    screen.open_at(card_of(lent))
    places = lent.went(screen)
    lines = screen.page.lines.model
    paid_out = next(row for row in lines.shown if row.amount == baht(12_000))
    screen.page.lines.activated.emit(paid_out)
    screen.page.lines.activated.emit(replace(paid_out, date=date(2000, 1, 1)))

    [place] = places
    booked = lent.session.ask(entry, entry=place.key).entry
    assert any(line.card == card_of(lent) for line in booked.lines)
    assert "Nothing was booked for this line" in lent.asks.told[-1]


def test_an_instalment_shows_its_split_before_it_is_booked(screen, lent):
    screen.open_at(card_of(lent))

    def fill(dialog):
        type_into(dialog.amount.edit, "2200")
        dialog.rehearse()
        # 12,000 at 6 % for 31 + 28 + 19 days: 61.15 + 55.23 late, 37.48 running.
        assert "interest 153.86" in dialog.preview.text.text()
        dialog.book()

    lent.fills(fill)
    screen.receive.click()

    assert paper(lent).loan.standing.outstanding == baht(12_000) - (baht(2_200) - baht(153, 86))


def test_what_is_too_much_stays_the_members_and_pays_another_loan(screen, lent):
    screen.open_at(card_of(lent))

    def too_much(dialog):
        type_into(dialog.amount.edit, "12300")
        dialog.rest.pick("credit")
        dialog.rehearse()
        assert "146.14 baht are more than is owed" in dialog.preview.text.text()
        dialog.book()

    def from_there(dialog):
        *_, credit = (one for one in _values(dialog.place) if isinstance(one, int))
        type_into(dialog.amount.edit, "100")
        dialog.place.pick(credit)
        dialog.book()

    lent.fills(too_much)
    screen.receive.click()
    second = contract(lent.village, "0001", baht(6_000), on=TODAY)
    pay_out(lent.village, second, baht(6_000), TODAY)
    screen.open_at(second)
    lent.fills(from_there)
    screen.receive.click()

    assert lent.village.balance("23130") == -baht(46, 14)
    assert lent.session.ask(loan_paper, card=second, at=TODAY).loan.row.outstanding == baht(5_900)


def _values(field):
    return [value for value, _ in field._options]


def test_an_application_is_kept_decided_and_becomes_a_contract(screen, lent):
    lent.session.run(
        ApplyForLoan(member="0002", type="ORD", amount=baht(3_000), on=TODAY, purpose="ซ่อมบ้าน")
    )
    row = lent.session.ask(loan_applications).rows[0]

    def decide(dialog):
        dialog.resolution.set_words("มติ ๑")
        dialog.book()

    def contract(dialog):
        dialog.rate.set_words("6")
        dialog.plan.instalments.set_words("๑๒")
        dialog.guarantors.set_words("0003")
        dialog.book()

    lent.fills(decide)
    screen._open_application(row)
    lent.fills(contract)
    screen._open_application(lent.session.ask(loan_applications).rows[0])

    kept = lent.session.ask(loan_applications).rows[0].application
    assert kept.card is not None
    assert screen.stack.currentIndex() == 1
    told = lent.session.ask(loan_paper, card=kept.card, at=TODAY)
    assert [one.number for one in told.guarantors] == ["0003"]
    assert told.rate == Fraction(6, 100)
    screen._open_application(lent.session.ask(loan_applications).rows[0])
    assert screen.opened == kept.card


def test_a_refused_application_opens_nothing_more(screen, lent):
    lent.session.run(
        ApplyForLoan(member="0002", type="ORD", amount=baht(3_000), on=TODAY, purpose="ซ่อมบ้าน")
    )
    lent.session.run(
        DecideLoanApplication(
            application=1, approved=False, on=TODAY, resolution="มติ", reason="ออมไม่ครบ"
        )
    )

    screen._open_application(lent.session.ask(loan_applications).rows[0])

    assert lent.dialogs == []


def test_buttons_open_their_forms(screen, lent):
    wanted = [
        ("apply", ApplicationDialog),
        ("contract", ContractDialog),
        ("rest", MoratoriumDialog),
        ("provide", ProvisionDialog),
        ("accrue", AccrueDialog),
        ("new_type", LoanTypeDialog),
    ]
    of_loan = [
        ("pay_out", PayoutDialog),
        ("new_plan", RescheduleDialog),
        ("rate", LoanRateDialog),
        ("write_off", WriteOffDialog),
        ("receive", PaymentDialog),
    ]
    for name, kind in wanted:
        lent.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(lent.dialogs[-1], kind)
    screen.open_at(card_of(lent))
    for name, kind in of_loan:
        lent.fills(lambda dialog: dialog.reject())
        getattr(screen, name).click()
        assert isinstance(lent.dialogs[-1], kind)


def test_a_loan_may_be_given_in_kind(screen, lent):
    card = contract(lent.village, "0002", baht(5_000), on=TODAY)
    screen.open_at(card)
    cash = lent.village.balance("11010")

    def fill(dialog):
        dialog.goods.choose("15010")
        dialog.milestone.set_words("ปุ๋ย ๒๐ กระสอบ")
        dialog.book()

    lent.fills(fill)
    screen.pay_out.click()

    assert lent.village.balance("15010") == -baht(5_000)
    assert lent.village.balance("11010") == cash


def test_a_new_plan_is_shown_beside_the_old_one_before_it_is_kept(screen, lent):
    screen.open_at(card_of(lent))

    def fill(dialog):
        dialog.plan.instalments.set_words("10")
        dialog.plan.grace_principal.set_words("2")
        dialog.resolution.set_words("มติ ๔")
        dialog.rehearse()
        said = dialog.preview.text.text()
        assert "New plan: 10 instalments" in said
        assert "Until now: 10 instalments" in said
        dialog.book()

    lent.fills(fill)
    screen.new_plan.click()

    newest = paper(lent).loan.plans[-1]
    assert [row.principal for row in newest.rows[:3]] == [ZERO, ZERO, baht(1_500)]


def test_a_contract_may_have_days_of_its_own_and_months_of_grace(screen, lent):
    def fill(dialog):
        dialog.member.choose("0002")
        type_into(dialog.approved.edit, "9000")
        dialog.rate.set_words("6")
        dialog.plan.instalments.set_words("3")
        assert dialog.plan.dates.isHidden()
        asked_further(dialog.plan)
        dialog.plan.dates.set_words("30/6/2569, ๓๑/๑๒/๒๕๖๙")
        assert dialog.plan.dates.days() == (date(2026, 6, 30), date(2026, 12, 31))
        dialog.plan.dates.set_words("30/6/2569, พรุ่งนี้")
        assert dialog.command() is None
        dialog.plan.dates.set_words("30/6/2569, 31/12/2569, 30/6/2570")
        dialog.plan.grace_free.set_words("1")
        dialog.book()

    lent.fills(fill)
    screen.contract.click()

    told = lent.session.ask(loan_paper, card=screen._loan.loan.contract.card, at=TODAY).loan
    assert [row.day for row in told.plans[0].rows] == [
        date(2026, 6, 30),
        date(2026, 12, 31),
        date(2027, 6, 30),
    ]
    assert [pause.end for pause in told.pauses] == [date(2026, 6, 30)]


def test_papers_of_a_loan_are_where_papers_are(screen, lent):
    places = lent.went(screen)
    screen.open_at(card_of(lent))

    screen.papers["settlement"].click()
    screen.report.click()

    assert places == [
        Place("papers", ("settlement", card_of(lent))),
        Place("papers", "loan-quality"),
    ]


def test_loans_rest_from_the_form(lent, qtbot):
    dialog = MoratoriumDialog(lent.session, Voice("en"), (card_of(lent),))
    qtbot.addWidget(dialog)
    dialog.extended_by.set_words("3")
    dialog.resolution.set_words("มติ ๒")

    dialog.book()

    assert dialog.outcome is not None
    assert paper(lent).loan.row.restructured


def test_a_loan_is_written_off_and_takes_nothing_more(screen, lent):
    screen.open_at(card_of(lent))

    def fill(dialog):
        dialog.resolution.set_words("มติ ๓")
        dialog.book()

    lent.fills(fill)
    screen.write_off.click()

    assert paper(lent).loan.row.outstanding == ZERO
    assert not screen.receive.isEnabled()
    assert "Written off on" in screen.page.standing.text()


def test_the_rules_of_a_type_are_changed_and_the_loan_keeps_its_own(screen, lent):
    def fill(dialog):
        dialog.name_en.set_words("Ordinary")
        dialog.penalty_rate.set_words("3")
        dialog.book()

    lent.fills(fill)
    screen._change_type(kind_of(lent))

    assert kind_of(lent).name_en == "Ordinary"
    assert paper(lent).loan.contract.penalty_rate == 0


def kind_of(lent):
    from desktop.session.loan_fields import loan_types

    return next(one for one in lent.session.ask(loan_types) if one.code == "ORD")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("0001, 0002", ("0001", "0002")), ("๐๐๐๑ 0001", ("0001",)), ("", ()), (" ; ", ())],
)
def test_member_numbers_are_read_however_they_are_typed(typed, numbers):
    assert member_numbers(typed) == numbers


@pytest.mark.parametrize(("typed", "cards"), [("4, 5", (4, 5)), ("๔/๔", (4,)), ("", ())])
def test_card_numbers_are_read_however_they_are_typed(typed, cards):
    assert card_numbers(typed) == cards


def test_what_is_no_number_of_instalments_is_said(lent, qtbot):
    dialog = RescheduleDialog(lent.session, Voice("en"), paper(lent))
    qtbot.addWidget(dialog)
    for typed in ("1.5", "x", "999999"):
        dialog.plan.instalments.set_words(typed)

        assert dialog.command() is None
        assert dialog.plan.instalments.trouble() is not None


def test_an_application_form_and_a_decision_make_commands(lent, qtbot):
    form = ApplicationDialog(lent.session, Voice("th"))
    qtbot.addWidget(form)
    form.member.choose("0001")
    form.amount.set_amount(baht(500))
    form.purpose.set_words("ปุ๋ย")
    form.book()
    assert form.outcome is not None

    row = lent.session.ask(loan_applications).rows[0]
    decision = DecisionDialog(lent.session, Voice("th"), row.application)
    qtbot.addWidget(decision)
    decision.approved.pick(value=False)
    decision.resolution.set_words("มติ")
    decision.reason.set_words("เต็มวงเงิน")
    decision.book()
    assert lent.session.ask(loan_applications).rows[0].application.reason == "เต็มวงเงิน"
