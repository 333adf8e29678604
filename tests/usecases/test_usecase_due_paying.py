"""Dividend and refund paid: in cash, from a bank, into savings, against debts in an order."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from ledger.domain.distribution import Refund
from ledger.domain.dividend import WeightRule
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import NothingToDo, UnknownMember
from ledger.domain.refusals.closing import (
    DueNotYet,
    DuesPaid,
    NoAccountForDue,
    NothingUnpaid,
    YearNotAllocated,
)
from ledger.domain.refusals.entering import BankTooLow
from ledger.domain.year_end import Debt
from ledger.queries.dividend_register import dividend_register
from ledger.queries.integrity import audit
from ledger.queries.leases import leases
from ledger.queries.loans import loan_card
from ledger.queries.settlement_sheet import settlement_sheet
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.due_paying import PayDues
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.settling import SettleMember
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.vouching import MoveMoney, ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.support.books import TODAY, found_village
from tests.support.lending import lent, owed, with_types
from tests.support.lending import pay as pay_loan
from tests.support.projects import billed, leased, plot
from tests.support.refused import refused

EN = Voice("en")
PRINTED = Printed("สมใจ", datetime(2026, 3, 21, 9, 5, tzinfo=THAI_TIME))
TERMS = DividendTerms(rate=Fraction(6, 100), weights=WeightRule.MONTH_OF)


def allocated(village, **more):
    """Three members with shares of 1,000, 500 and 200 since January: 10.00, 5.00 and 2.00."""
    for amount in (1_000, 500, 200):
        _, cards = village.member()
        village.buy(cards["SHARES"], baht(amount), on=date(2026, 1, 5))
    village.run(
        ReceiveIncome(
            account="46020", amount=baht(900), on=date(2026, 1, 9), payee="วัด", purpose="บริจาค"
        )
    )
    village.run(CloseYear(year=2026))
    fields = {"resolution": "มติที่ประชุมใหญ่", "dividend": TERMS, **more}
    return village.run(AllocateSurplus(year=2026, on=date(2026, 3, 10), **fields))


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, year_ends_in=2)
    with made.book:
        yield made


def pay(village, on=TODAY, **more):
    return village.run(PayDues(year=2026, on=on, **more)).made


def register(village, **more):
    return village.book.ask(dividend_register, year=2026, **more)


def unpaid(village):
    return {row.member: row.unpaid for row in register(village, unpaid_only=True).rows}


def test_everybody_is_paid_in_cash_once_and_the_payable_goes_to_nothing(village):
    allocated(village)
    cash = village.balance("11010")
    assert unpaid(village) == {"0001": baht(10), "0002": baht(5), "0003": baht(2)}

    made = pay(village, members=("0002",))
    assert (made["members"], made["paid"]) == (1, "5.00")
    assert unpaid(village) == {"0001": baht(10), "0003": baht(2)}
    pay(village)

    assert (unpaid(village), village.balance("23520")) == ({}, ZERO)
    assert village.balance("11010") == cash - baht(17)
    found = register(village)
    assert (found.dividend, found.paid, found.unpaid) == (baht(17), baht(17), ZERO)
    assert [row.payments[0].papers for row in found.rows] == [
        ("PV2569/000002",),
        ("PV2569/000001",),
        ("PV2569/000003",),
    ]
    with refused(village.book, NothingToDo):
        pay(village)
    with refused(village.book, NothingUnpaid, member="0001", year=2026):
        pay(village, members=("0001",))
    assert village.book.ask(audit).findings == ()


def test_into_savings_who_has_no_account_stays_on_the_unpaid_list(village):
    allocated(village)
    card = village.savings("0001")

    made = pay(village, product="SAVINGS")

    assert (made["members"], made["skipped"]) == (1, 2)
    assert village.held(card) == baht(10)
    assert unpaid(village) == {"0002": baht(5), "0003": baht(2)}
    assert register(village).rows[0].payments[0].card == card
    with refused(village.book, NoAccountForDue, member="0002", product="SAVINGS"):
        pay(village, product="SAVINGS", members=("0002",))


def test_from_a_bank_that_holds_as_much(village):
    allocated(village)
    bank = village.bank()
    with refused(village.book, BankTooLow, bank=bank, day=TODAY, held=ZERO, asked=baht(10)):
        pay(village, bank=bank)
    village.run(MoveMoney(amount=baht(20), on=TODAY, target=bank))
    pay(village, bank=bank)

    assert village.balance("12200") == baht(3)
    assert register(village).rows[0].payments[0].bank == bank


def test_debts_are_met_in_the_order_asked_and_only_the_rest_is_paid(village):
    """The fine of 4.00 first, then the loan: 10.00 less 4.00 leaves 6.00 for it.

    Rent of 3.00 that 0002 owes is collected for the owner of the land, and is no income.
    """
    allocated(village)
    leased(village)
    plot(village, "A1", "0-0-40", "0002", monthly=baht(3))
    billed(village)
    village.run(ChargeMembers(type="FINE", members=("0001", "0003"), amount=baht(4), due_on=TODAY))
    cash = village.balance("11010")

    made = pay(village, debts=(Debt.CHARGES, Debt.DUE))

    assert (made["debts"], made["paid"]) == ("9.00", "17.00")
    assert village.balance("11010") == cash - baht(8)
    rows = {row.member: row.payments[0].debts for row in register(village).rows}
    assert rows == {"0001": baht(4), "0002": baht(3), "0003": baht(2)}
    assert village.rows("SELECT charge, amount FROM charge_payments ORDER BY charge") == [
        (1, 300),
        (2, 400),
        (3, 200),
    ]
    assert village.book.ask(leases, at=TODAY).rows[0].collected == baht(3)


def test_a_loan_that_is_late_is_met_before_anything_is_paid_out(tmp_path):
    """12,000 at 6 %: on 1 February 1,000.00 and interest of 61.15 fell due and were not paid."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village))
        _, cards = village.member()
        village.buy(cards["SHARES"], baht(1_000), on=date(2026, 1, 5))
        village.run(
            ReceiveIncome(
                account="46020", amount=baht(900), on=date(2026, 1, 9), payee="วัด", purpose="x"
            )
        )
        mine = village.one("SELECT number FROM cards WHERE kind = 'share' AND member = '0001'")
        village.buy(mine, baht(10_000), on=date(2026, 1, 5))
        village.run(CloseYear(year=2026))
        village.run(
            AllocateSurplus(year=2026, on=date(2026, 3, 10), resolution="มติ", dividend=TERMS)
        )
        before = village.book.ask(loan_card, card=card)

        made = pay(village, debts=(Debt.DUE,))

        # All of the 100.00 goes to the loan; the other member's 10.00 is paid in cash.
        assert (made["debts"], made["paid"]) == ("100.00", "110.00")
        after = village.book.ask(loan_card, card=card)
        assert len(after.lines) > len(before.lines)
        payment = register(village, member="0001").rows[0].payments[0]
        assert payment.papers[0].startswith("JV")

        village.run(ReverseEntry(entry=payment.entry, on=TODAY, reason="ลงผิด"))
        assert village.book.ask(loan_card, card=card).lines == before.lines
        assert unpaid(village) == {"0001": baht(100)}
        assert village.book.ask(audit).findings == ()


@pytest.mark.parametrize(
    ("order", "fine", "loan"),
    [
        ((Debt.CHARGES, Debt.DUE), baht(4), baht(96)),
        ((Debt.DUE, Debt.CHARGES), ZERO, baht(100)),
    ],
)
def test_who_owes_more_than_she_gets_meets_her_debts_in_the_order_of_the_bylaws(
    tmp_path, order, fine, loan
):
    """100.00 of dividend against a fine of 4.00 and 1,061.15 that is late on the loan."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        lent(with_types(village))
        mine = village.one("SELECT number FROM cards WHERE kind = 'share' AND member = '0001'")
        village.buy(mine, baht(10_000), on=date(2026, 1, 5))
        village.run(
            ReceiveIncome(
                account="46020", amount=baht(900), on=date(2026, 1, 9), payee="วัด", purpose="x"
            )
        )
        village.run(CloseYear(year=2026))
        village.run(
            AllocateSurplus(year=2026, on=date(2026, 3, 10), resolution="มติ", dividend=TERMS)
        )
        village.run(ChargeMembers(type="FINE", members=("0001",), amount=baht(4), due_on=TODAY))

        pay(village, debts=order)

        found = [Money(row[0]) for row in village.rows("SELECT amount FROM charge_payments")]
        assert found == ([fine] if fine > ZERO else [])
        paid = [Money(row[0]) for row in village.rows("SELECT amount FROM loan_payments")]
        assert paid == [loan]


def test_all_of_a_loan_may_be_set_against_a_refund_with_the_dividend(tmp_path):
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village), baht(50), instalments=2)
        mine = village.one("SELECT number FROM cards WHERE kind = 'share' AND member = '0001'")
        village.buy(mine, baht(10_000), on=date(2026, 1, 5))
        village.run(
            ReceiveIncome(
                account="46020", amount=baht(900), on=date(2026, 1, 9), payee="วัด", purpose="x"
            )
        )
        village.run(CloseYear(year=2026))
        village.run(
            AllocateSurplus(
                year=2026,
                on=date(2026, 3, 10),
                resolution="มติ",
                dividend=TERMS,
                refund=Refund(Fraction(1, 10)),
            )
        )
        pay(village, debts=(Debt.DUE, Debt.LOANS))

        assert village.balance("13010") == ZERO
        assert village.one("SELECT COUNT(*) FROM loan_payments WHERE card = ?", (card,)) == 1
        assert village.book.ask(audit).findings == ()


@pytest.mark.parametrize(("debts", "left"), [(Debt.DUE, baht(40, 19)), (Debt.LOANS, ZERO)])
def test_what_is_due_and_all_that_is_owed_are_two_debts(tmp_path, debts, left):
    """60.00 at 6 % in six rows: by 20 March those of February and March had fallen due.

    They ask 20.00 and interest of 59 days, 0.58. Paid on the 20th, interest of 78 days comes
    first, 0.77: of 20.58 are 19.81 left for the principal.
    """
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village), baht(60), instalments=6)
        mine = village.one("SELECT number FROM cards WHERE kind = 'share' AND member = '0001'")
        village.buy(mine, baht(10_000), on=date(2026, 1, 5))
        village.run(
            ReceiveIncome(
                account="46020", amount=baht(900), on=date(2026, 1, 9), payee="วัด", purpose="x"
            )
        )
        village.run(CloseYear(year=2026))
        village.run(
            AllocateSurplus(year=2026, on=date(2026, 3, 10), resolution="มติ", dividend=TERMS)
        )

        made = pay(village, debts=(debts,))

        assert (made["paid"], owed(village, card)) == ("100.00", left)
        assert village.book.ask(audit).findings == ()


def test_a_refund_is_paid_once_and_is_due_again_only_when_it_is_taken_back(tmp_path):
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village), baht(5_000), instalments=2)
        pay_loan(village, card, baht(2_600), date(2026, 2, 1))
        village.run(CloseYear(year=2026))
        village.run(
            AllocateSurplus(
                year=2026,
                on=date(2026, 3, 10),
                resolution="มติ",
                refund=Refund(Fraction(1, 10)),
            )
        )
        # 5,000 at 6 % for 31 days are 25.48 of interest, a tenth of it 2.55.
        assert unpaid(village) == {"0001": baht(2, 55)}

        paid = pay(village)

        assert (paid["paid"], unpaid(village), village.balance("23530")) == ("2.55", {}, ZERO)
        with refused(village.book, NothingUnpaid, member="0001", year=2026):
            pay(village, members=("0001",))
        entry = register(village).rows[0].payments[0].entry
        village.run(ReverseEntry(entry=entry, on=TODAY, reason="นับใหม่"))
        assert pay(village, members=("0001",))["paid"] == "2.55"
        assert village.book.ask(audit).findings == ()


def test_a_trial_run_pays_nobody(village):
    allocated(village)
    trial = village.run(PayDues(year=2026, on=TODAY), rehearse=True).made

    assert len(unpaid(village)) == 3
    assert pay(village) == trial


def test_nothing_is_paid_before_the_meeting_nor_twice_nor_in_a_closed_month(village):
    with refused(village.book, YearNotAllocated, year=2026):
        pay(village)
    entry = allocated(village).entries[0].number
    with refused(village.book, DueNotYet, year=2026, allocated=date(2026, 3, 10)):
        pay(village, on=date(2026, 3, 9))
    with refused(village.book, UnknownMember):
        pay(village, members=("9999",))
    pay(village, members=("0001", "0001"))
    with refused(village.book, DuesPaid, entry=entry, year=2026, members=1):
        village.run(ReverseEntry(entry=entry, on=TODAY, reason="นับใหม่"))
    paid = register(village, member="0001").rows[0].payments[0].entry
    village.run(ReverseEntry(entry=paid, on=TODAY, reason="นับใหม่"))
    village.run(ReverseEntry(entry=entry, on=TODAY, reason="นับใหม่"))
    with refused(village.book, YearNotAllocated):
        pay(village)


def test_who_leaves_is_told_what_was_not_paid_yet_and_gets_it_later(village):
    """The sheet says the same when it is printed again after the payment."""
    allocated(village)
    pay(village, members=("0002",))
    sheets = {one: village.book.ask(settlement_sheet, member=one) for one in ("0001", "0002")}
    assert [one.unpaid_dues for one in sheets.values()] == [baht(10), ZERO]

    village.run(
        SettleMember(member="0001", on=TODAY, why=Leaving.EXPELLED, resolution="มติ", payee="x")
    )
    village.clock.set(TODAY + timedelta(days=1))
    pay(village, on=TODAY + timedelta(days=1), members=("0001",))

    paper = made(PAPERS["settlement-sheet"], village.book.ask, {"member": "0001"}, EN, PRINTED)
    assert "Dividend and refund of 10.00 baht were not paid yet." in render_text(paper, EN)
    assert unpaid(village) == {"0003": baht(2)}
