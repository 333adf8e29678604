"""More than a loan owes is kept in the member's name, used for what is due later, or returned."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.loans.refusals import PaymentOnSettledLoan
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import CardWrong, OnHold
from ledger.domain.refusals.owing import LoanOverpaid, NoLoanToPay
from ledger.domain.refusals.saving import SpentSince
from ledger.queries.collection import collection_sheet
from ledger.queries.loans import loan_card
from ledger.usecases.loan_paying import PayLoans, PayLoansFromSavings, UseLoanAdvances
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import PlaceHold, Withdraw
from ledger.usecases.visiting import Deposit
from tests.support.books import START, TODAY
from tests.support.lending import contract, is_sound, lent, owed, pay, pay_out, with_types
from tests.support.refused import refused

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
CREDIT = "23130"
# A loan of 12,000 at 6 %: 31 days cost 61.15, so 13,000 on 1 February are 938.85 too much.
OVER = baht(938, 85)


@pytest.fixture
def lending(village):
    return with_types(village)


@pytest.fixture
def overpaid(lending):
    """A loan settled on 1 February with 938.85 too much: the village, the card, the payment."""
    card = lent(lending)
    return lending, card, pay(lending, card, baht(13_000), FEBRUARY, credit=True)


def borrower(village, card):
    return village.book.ask(loan_card, card=card, at=TODAY).contract.member


def credit_card(village, member):
    sql = "SELECT number FROM cards WHERE member = ? AND account = ?"
    return village.one(sql, (member, CREDIT))


def test_what_is_too_much_is_a_debt_to_the_member_on_an_account_of_its_own(overpaid):
    village, card, paid = overpaid

    (split,) = paid.made["splits"]
    assert (split["principal"], split["interest"], split["rest"]) == ("12000.00", "61.15", "938.85")
    assert (village.balance(CREDIT), owed(village, card)) == (-OVER, ZERO)
    # The card is called what its account is called.
    named = "SELECT name_th, name_en FROM {} WHERE {} = ?"
    assert village.rows(named.format("savings_products", "account"), (CREDIT,)) == village.rows(
        named.format("accounts", "code"), (CREDIT,)
    )
    assert owed(village, credit_card(village, borrower(village, card))) == -OVER
    assert village.book.ask(loan_card, card=card, at=TODAY).difference == ZERO
    assert is_sound(village)


def test_it_is_paid_back_like_savings_and_earns_no_column_in_the_grid(overpaid):
    village, card, _ = overpaid
    credit = credit_card(village, borrower(village, card))

    sheet = village.book.ask(collection_sheet, on=MARCH)
    assert credit not in {item.card for row in sheet.rows for item in row.items}
    village.run(Withdraw(card=credit, amount=OVER, on=MARCH))

    assert village.balance(CREDIT) == ZERO
    assert is_sound(village)


def test_it_pays_what_is_due_on_the_next_loan(overpaid):
    village, card, _ = overpaid
    second = contract(village, borrower(village, card), baht(6_000), on=FEBRUARY)
    pay_out(village, second, baht(6_000), FEBRUARY)

    # 1 March asks 500 and 28 days of 6,000 → 27.62.
    village.run(UseLoanAdvances(on=MARCH))

    assert village.balance(CREDIT) == -(OVER - baht(527, 62))
    assert owed(village, second) == baht(5_500)
    assert village.run(UseLoanAdvances(on=MARCH)).entries == ()
    village.run(
        PayLoansFromSavings(
            card=credit_card(village, borrower(village, card)), amount=baht(411, 23), on=MARCH
        )
    )
    assert (village.balance(CREDIT), owed(village, second)) == (ZERO, baht(5_088, 77))
    assert is_sound(village)


def test_savings_pay_no_more_than_the_loans_owe(lending):
    card = lent(lending)
    member = borrower(lending, card)
    savings = lending.savings(member)
    lending.deposit(savings, baht(15_000), on=FEBRUARY)

    with refused(lending.book, LoanOverpaid, owed=baht(12_061, 15)):
        lending.run(PayLoansFromSavings(card=savings, amount=baht(13_000), on=FEBRUARY))
    lending.run(PayLoansFromSavings(card=savings, amount=baht(12_061, 15), on=FEBRUARY))

    assert (owed(lending, card), owed(lending, savings)) == (ZERO, -baht(2_938, 85))
    assert is_sound(lending)


def test_savings_on_hold_pay_no_loan(lending):
    card = lent(lending)
    member = borrower(lending, card)
    savings = lending.savings(member)
    lending.deposit(savings, baht(500), on=FEBRUARY)
    lending.run(PlaceHold(card=savings, amount=baht(400), on=FEBRUARY, reason="ค้ำประกัน"))

    with refused(lending.book, OnHold, held=baht(500), on_hold=baht(400), asked=baht(101)):
        lending.run(PayLoansFromSavings(card=savings, amount=baht(101), on=FEBRUARY))
    with refused(lending.book, CardWrong, card=card):
        lending.run(PayLoansFromSavings(card=card, amount=baht(100), on=FEBRUARY))
    lending.run(PayLoansFromSavings(card=savings, amount=baht(100), on=FEBRUARY))

    assert owed(lending, savings) == -baht(400)


def test_savings_pay_a_loan_from_the_day_of_its_payout(lending):
    member = borrower(lending, lent(lending))
    card = contract(lending, member, baht(6_000), on=FEBRUARY)
    pay_out(lending, card, baht(6_000), on=FEBRUARY)
    savings = lending.savings(member)
    lending.deposit(savings, baht(500), on=START)

    def named(on):
        return PayLoansFromSavings(card=savings, amount=baht(100), on=on, cards=(card,))

    with refused(lending.book, NoLoanToPay):
        lending.run(named(on=date(2026, 1, 31)))
    lending.run(named(on=FEBRUARY))

    assert owed(lending, card) == baht(5_900)


def test_taking_the_payment_back_takes_the_credit_back(overpaid):
    village, card, paid = overpaid

    village.run(ReverseEntry(entry=paid.entries[0].number, on=TODAY, reason="ผิดคน"))

    assert (village.balance(CREDIT), owed(village, card)) == (ZERO, baht(12_000))
    assert is_sound(village)


def test_a_payment_stays_while_its_credit_is_spent_until_it_is_paid_in_again(overpaid):
    village, card, paid = overpaid
    credit = credit_card(village, borrower(village, card))
    village.run(Withdraw(card=credit, amount=baht(900), on=MARCH))
    back = ReverseEntry(entry=paid.entries[0].number, on=TODAY, reason="ผิดคน")

    with refused(village.book, SpentSince, card=credit, held=baht(38, 85), asked=OVER):
        village.run(back)
    village.run(Deposit(card=credit, amount=baht(900), on=TODAY))
    village.run(back)

    assert (village.balance(CREDIT), owed(village, card)) == (ZERO, baht(12_000))
    assert is_sound(village)


def test_what_the_credit_paid_on_another_loan_is_taken_back_first(overpaid):
    village, card, paid = overpaid
    second = contract(village, borrower(village, card), baht(6_000), on=FEBRUARY)
    pay_out(village, second, baht(6_000), FEBRUARY)
    used = village.run(UseLoanAdvances(on=MARCH))
    back = ReverseEntry(entry=paid.entries[0].number, on=TODAY, reason="ผิดคน")

    with refused(village.book, SpentSince, asked=OVER):
        village.run(back)
    village.run(ReverseEntry(entry=used.entries[0].number, on=TODAY, reason="ผิดคน"))
    village.run(back)

    assert (village.balance(CREDIT), owed(village, second)) == (ZERO, baht(6_000))
    assert is_sound(village)


def test_an_earlier_payment_stays_while_the_credit_it_made_of_a_later_one_is_spent(lending):
    card = lent(lending)
    first = pay(lending, card, baht(2_000), FEBRUARY)
    pay(lending, card, baht(11_000), MARCH, credit=True)
    made = -lending.balance(CREDIT)
    credit = credit_card(lending, borrower(lending, card))
    lending.run(Withdraw(card=credit, amount=made, on=TODAY))

    with refused(lending.book, SpentSince, card=credit, held=ZERO, asked=made):
        lending.run(ReverseEntry(entry=first.entries[0].number, on=TODAY, reason="ผิดคน"))


def test_a_payment_found_late_makes_later_ones_too_much_and_nothing_is_lost(lending):
    card = lent(lending)
    pay(lending, card, baht(2_000), FEBRUARY)
    pay(lending, card, baht(10_000), MARCH)
    pay(lending, card, baht(50), date(2026, 3, 10))

    # It settles the loan in January: both later payments are hers again.
    found = pay(lending, card, baht(12_020), date(2026, 1, 10), credit=True)

    told = lending.book.ask(loan_card, card=card, at=TODAY)
    assert told.row.settled_on == date(2026, 1, 10)
    assert [line.over for line in told.lines[1:]] == [
        baht(2, 25),
        baht(2_000),
        baht(10_000),
        baht(50),
    ]
    assert (told.difference, owed(lending, card)) == (ZERO, ZERO)
    assert lending.balance(CREDIT) == -baht(12_052, 25)
    assert is_sound(lending)
    with refused(lending.book, PaymentOnSettledLoan):
        pay(lending, card, baht(1), TODAY)

    lending.run(ReverseEntry(entry=found.entries[0].number, on=TODAY, reason="ซ้ำ"))
    assert lending.balance(CREDIT) == ZERO
    assert lending.book.ask(loan_card, card=card, at=TODAY).difference == ZERO
    assert is_sound(lending)


def test_one_sum_for_all_loans_may_leave_a_credit(lending):
    card = lent(lending)
    paid = PayLoans(member=borrower(lending, card), amount=baht(13_000), on=FEBRUARY, credit=True)

    (split,) = lending.run(paid).made["splits"]

    assert Money.from_decimal(split["rest"]) == OVER == -lending.balance(CREDIT)
