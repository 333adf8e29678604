"""Money paid ahead is kept, meets the instalments to come, and one sum pays several loans."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.lending import Direction
from ledger.domain.loans.contract import Early, Kind
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals.loan_life import ClearsAnother
from ledger.domain.refusals.owing import LoanOverpaid, LoanTwice, NoLoanToPay
from ledger.queries.loans import loan_card
from ledger.usecases.lending import DefineLoanType
from ledger.usecases.loan_paying import PayLoans, UseLoanAdvances
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.visiting import ReceiveVisit
from tests.support.books import START, TODAY, found_village
from tests.support.lending import (
    borrowing,
    contract,
    is_sound,
    item,
    lent,
    owed,
    pay,
    pay_out,
    with_types,
)
from tests.support.refused import refused

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
KEPT = "23120"


@pytest.fixture
def lending(village):
    return with_types(village)


def card_of(village, card, at=TODAY):
    return village.book.ask(loan_card, card=card, at=at)


def advance(village, card):
    """A loan of 12,000 at 6 %: 1,061.15 of 3,000 meet 1 February, the rest is kept."""
    return pay(village, card, baht(3_000), FEBRUARY, early=Early.ADVANCE)


def test_what_is_paid_ahead_is_kept_as_a_debt_to_the_member(lending):
    card = lent(lending)
    paid = ReceiveVisit(on=FEBRUARY, items=(item(card, baht(3_000), early=Early.ADVANCE),))

    (split,) = lending.book.run(paid, rehearse=True).made["splits"]
    assert (split["principal"], split["interest"], split["advance"]) == (
        "1000.00",
        "61.15",
        "1938.85",
    )
    advance(lending, card)

    at_once = card_of(lending, card, FEBRUARY)
    assert (at_once.standing.advance, at_once.row.outstanding) == (baht(1_938, 85), baht(11_000))
    assert at_once.lines[-1].advance == baht(1_938, 85)


def test_an_instalment_met_in_advance_is_booked_in_the_same_act_when_its_day_has_passed(lending):
    card = lent(lending)

    advance(lending, card)

    # 1 March is over: 1,000 and 28 days of 11,000 → 50.63; 888.22 are left.
    told = card_of(lending, card)
    assert [line.kind for line in told.lines] == [Kind.PAID_OUT, Kind.PAYMENT, Kind.FROM_ADVANCE]
    assert (told.standing.advance, told.row.days_late) == (baht(888, 22), 0)
    assert lending.balance(KEPT) == -baht(888, 22)
    assert lending.balance("41010") == -baht(111, 78)
    assert owed(lending, card) == baht(10_000)
    assert told.difference == ZERO
    assert is_sound(lending)


def test_what_days_have_met_since_is_shown_and_booked_by_its_own_act(tmp_path):
    village = with_types(found_village(tmp_path, today=FEBRUARY))
    card = lent(village)
    advance(village, card)
    village.clock.set(date(2026, 3, 2))

    told = card_of(village, card, date(2026, 3, 2))
    assert (told.row.outstanding, told.booked) == (baht(10_000), baht(11_000))
    assert (told.to_book.principal, told.to_book.advance) == (baht(1_000), -baht(1_050, 63))
    assert told.difference == ZERO

    village.run(UseLoanAdvances(on=date(2026, 3, 2)))

    assert owed(village, card) == baht(10_000)
    assert card_of(village, card, date(2026, 3, 2)).to_book.principal == ZERO
    assert village.run(UseLoanAdvances(on=date(2026, 3, 2))).entries == ()
    assert is_sound(village)


def test_the_advance_settles_the_loan_together_with_the_last_payment(lending):
    card = lent(lending)
    advance(lending, card)
    settlement = card_of(lending, card).settlement

    # 10,000 and 19 days of them → 31.23, less the 888.22 kept.
    assert settlement == baht(9_143, 1)
    pay(lending, card, settlement, TODAY)

    told = card_of(lending, card)
    assert (told.row.settled_on, told.standing.advance) == (TODAY, ZERO)
    assert (lending.balance(KEPT), owed(lending, card)) == (ZERO, ZERO)
    assert is_sound(lending)


def test_taking_the_payment_back_takes_the_advance_back(lending):
    card = lent(lending)
    entry = advance(lending, card).entries[0].number

    lending.run(ReverseEntry(entry=entry, on=TODAY, reason="ผิดคน"))

    assert (lending.balance(KEPT), lending.balance("41010")) == (ZERO, ZERO)
    assert owed(lending, card) == baht(12_000)
    assert card_of(lending, card).difference == ZERO
    assert is_sound(lending)


def test_an_advance_is_set_off_before_a_loan_is_written_off(lending):
    card = lent(lending)
    advance(lending, card)

    lending.run(WriteOffLoan(card=card, on=TODAY, resolution="มติ ๓/๒๕๖๙"))

    assert (lending.balance(KEPT), owed(lending, card)) == (ZERO, ZERO)
    assert lending.balance("55050") == baht(10_000) - baht(888, 22)
    assert is_sound(lending)


def test_an_old_loan_is_cleared_with_its_advance(lending):
    card = lent(lending)
    advance(lending, card)
    member = card_of(lending, card).contract.member
    new = contract(lending, member, baht(20_000), on=TODAY)

    pay_out(lending, new, baht(20_000), TODAY, clears=(card,))

    assert (owed(lending, card), lending.balance(KEPT)) == (ZERO, ZERO)
    assert is_sound(lending)


# ── one sum over several loans ──────────────────────────────────────────────────────────────────


@pytest.fixture
def two_loans(lending):
    """A member with 12,000 from 1 January and 6,000 from 1 February, and nothing paid."""
    pay_out(lending, borrowing(lending), baht(50_000))
    member, _ = lending.member()
    first = contract(lending, member)
    pay_out(lending, first, baht(12_000))
    second = contract(lending, member, baht(6_000), on=FEBRUARY)
    pay_out(lending, second, baht(6_000), FEBRUARY)
    return member, first, second


def splits(village, member, amount, **named):
    command = PayLoans(member=member, amount=amount, on=MARCH, **named)
    made = village.run(command).made["splits"]
    return {one["card"]: Money.from_decimal(one["amount"]) for one in made}


def test_one_sum_pays_what_is_late_on_every_loan_before_anything_early(lending, two_loans):
    member, first, second = two_loans

    # First: 2,000 and 59 days of 12,000 → 116.38. Second: 500 and 28 days of 6,000 → 27.62.
    told = splits(lending, member, baht(3_000))

    assert told == {first: baht(2_116, 38) + baht(356), second: baht(527, 62)}
    assert card_of(lending, second).standing.outstanding == baht(5_500)
    assert is_sound(lending)


def test_the_loans_named_are_paid_in_their_order(lending, two_loans):
    member, first, second = two_loans

    assert splits(lending, member, baht(600), cards=(second, first)) == {
        second: baht(527, 62),
        first: baht(72, 38),
    }


def test_a_sum_that_ends_with_the_first_loan_leaves_the_other_as_it_is(lending, two_loans):
    member, first, second = two_loans

    assert splits(lending, member, baht(500)) == {first: baht(500)}
    assert card_of(lending, second).standing.outstanding == baht(6_000)


def test_more_than_all_loans_goes_to_savings_or_is_refused(lending, two_loans):
    member, first, second = two_loans
    with refused(lending.book, LoanOverpaid):
        splits(lending, member, baht(30_000))
    savings = lending.savings(member)

    told = splits(lending, member, baht(30_000), rest=savings)

    assert sum(told.values(), ZERO) == baht(30_000)
    assert (owed(lending, first), owed(lending, second)) == (ZERO, ZERO)
    assert owed(lending, savings) == -(baht(30_000) - baht(18_000) - baht(116, 38) - baht(27, 62))
    assert is_sound(lending)


def test_who_has_no_loan_pays_none(lending, two_loans):
    member, first, _ = two_loans
    other, _ = lending.member()

    with refused(lending.book, NoLoanToPay, member=other):
        splits(lending, other, baht(1))
    with refused(lending.book, ClearsAnother, card=first):
        splits(lending, other, baht(1), cards=(first,))
    with refused(lending.book, LoanTwice, card=first):
        splits(lending, member, baht(1), cards=(first, first))


def test_the_type_may_keep_every_early_payment(lending):
    lending.run(
        DefineLoanType(
            code="AHEAD",
            name_th="สามัญ",
            direction=Direction.OUT,
            account="13010",
            interest_account="41010",
            early=Early.ADVANCE,
        )
    )
    pay_out(lending, borrowing(lending), baht(50_000))
    member, _ = lending.member()
    card = contract(lending, member, type="AHEAD", on=START)
    pay_out(lending, card, baht(12_000))

    pay(lending, card, baht(3_000), FEBRUARY)

    assert card_of(lending, card, FEBRUARY).standing.advance > ZERO
