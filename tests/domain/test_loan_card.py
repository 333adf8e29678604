"""Payments on a loan: every split, every choice, hand-worked; and what chance cannot break."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from ledger.domain.accrual import RateFrom, YearPart, interest_factor
from ledger.domain.limits import (
    AmountOutOfRange,
    CountOutOfRange,
    PeriodEndsBeforeStart,
    RateOutOfRange,
)
from ledger.domain.loans.card import card_from, card_of, go_on, led_through
from ledger.domain.loans.contract import (
    CardLine,
    Charged,
    Due,
    Early,
    Kind,
    Paid,
    Part,
    Pause,
    PenaltyKind,
    PenaltyRule,
    Rescheduled,
    Split,
)
from ledger.domain.loans.division import Parts, divide
from ledger.domain.loans.from_plan import dues_of, payouts_of, rules_of
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.refusals import (
    NotAPaymentOrder,
    PaymentBeforePayout,
    PaymentOnSettledLoan,
)
from ledger.domain.loans.running import ByPlan
from ledger.domain.loans.terms import Grace, InterestOn, Method, Payout, PlanRounding, PlanTerms
from ledger.domain.money import ZERO, Money, Rounding, baht, total

JANUARY = date(2026, 1, 1)
YEAR_END = date(2026, 12, 31)
INSTALMENT = baht(2_070, 58)


def on(month, day):
    return date(2026, month, day)


def terms(**changes):
    """12,000 baht at 12 % by days, six instalments of 2,070.58 from 1 February."""
    usual: dict[str, Any] = {
        "principal": baht(12_000),
        "annual_rate": Fraction(12, 100),
        "disbursed": JANUARY,
        "instalments": 6,
    }
    return PlanTerms(**(usual | changes))


def card(*events, at, asked=None, pauses=(), opening=None, dues=None, **rules):
    asked = asked or terms()
    known = rules_of(asked, **rules)
    known = replace(known, pauses=(*known.pauses, *pauses))
    happened = [] if opening else list(payouts_of(asked))
    dues = dues_of(plan_of(asked)) if dues is None else dues
    return card_of(known, dues, [*happened, *events], at=at, opening=opening)


def parts(line):
    return (line.penalty, line.interest_arrears, line.interest, line.principal)


def interest(balance, days, percent=12):
    exact = Fraction(balance.satang * percent * days, 36_500)
    return Rounding.SATANG_HALF_UP.of(exact)


# ── grace ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("method", [Method.EQUAL_PRINCIPAL, Method.EQUAL_INSTALMENT, Method.BULLET])
@pytest.mark.parametrize(
    ("grace", "interest_due"),
    [
        # 12,000 at 12 % for the 120 days up to 1 May, or for the 30 of April alone.
        (Grace(principal=3, interest=3), baht(473, 42)),
        (Grace(principal=3, free=3), baht(118, 36)),
    ],
)
def test_nothing_is_late_in_the_months_of_grace(method, grace, interest_due):
    asked = terms(method=method, grace=grace)

    found = card(at=on(4, 30), asked=asked)

    assert (found.standing.days_late, found.standing.amount_late) == (0, ZERO)
    assert (found.coming[0].day, found.coming[0].interest) == (on(5, 1), interest_due)
    # The row after the grace asks for all of it: who does not pay is late since then.
    late = card(at=on(5, 2), asked=asked).standing
    assert (late.late_since, late.interest_arrears) == (on(5, 1), interest_due)


@pytest.mark.parametrize("waiting", [2, 5])
def test_only_principal_is_missed_where_interest_waits(waiting):
    asked = terms(method=Method.EQUAL_PRINCIPAL, grace=Grace(interest=waiting))

    found = card(at=on(2, 28), asked=asked)

    assert (found.standing.amount_late, found.standing.interest_arrears) == (baht(2_000), ZERO)
    assert [(one.day, one.principal) for one in found.coming[:2]] == [
        (on(3, 1), baht(2_000)),
        (on(4, 1), baht(2_000)),
    ]
    assert found.coming[0].interest == ZERO


def test_a_row_paid_whole_before_its_day_asks_for_nothing_and_its_interest_waits():
    asked = terms(method=Method.EQUAL_PRINCIPAL)
    # 12,000 at 12 % for 14 days are 55.23.
    paid = Paid(on(1, 15), baht(2_055, 23))

    found = card(paid, at=on(1, 15), asked=asked)

    first = found.coming[0]
    # 10,000 at 12 % for the 45 days from then to 1 March.
    assert first == Due(on(3, 1), baht(2_000), baht(147, 95))
    assert len(found.coming) == 5


def test_a_row_of_flat_interest_alone_is_still_to_come():
    asked = terms(interest=InterestOn.FLAT, method=Method.BULLET)

    found = card(at=on(1, 15), asked=asked)

    # 12,000 at 12 % for the 31 days of January, whose instalment holds no principal.
    assert found.coming[0] == Due(on(2, 1), ZERO, baht(122, 30))
    assert [due.principal for due in found.coming] == [ZERO] * 5 + [baht(12_000)]


def test_a_grace_longer_than_the_plan_is_free_of_interest_only_to_its_end():
    found = card(at=on(7, 11), asked=terms(method=Method.BULLET, grace=Grace(free=9))).standing

    # 12,000 at 12 % for the ten days since the last row, 1 July.
    assert found.amount_late == baht(12_000) + baht(39, 45)


def test_rows_free_of_interest_are_not_free_of_penalty():
    asked = terms(method=Method.EQUAL_PRINCIPAL, grace=Grace(free=2))
    penalty = PenaltyRule(kind=PenaltyKind.OVERDUE_PRINCIPAL, annual_rate=Fraction(15, 100))

    found = card(at=on(2, 28), asked=asked, penalty=penalty).standing

    # 2,000 of 1 February at 15 % for 27 days; no interest runs before 1 March.
    assert (found.overdue_principal, found.penalty) == (baht(2_000), baht(22, 19))
    assert (found.interest, found.interest_arrears) == (ZERO, ZERO)


def test_interest_paid_in_part_bears_penalty_with_what_is_left_of_it():
    asked = terms(method=Method.EQUAL_PRINCIPAL)
    penalty = PenaltyRule(kind=PenaltyKind.OVERDUE_INSTALMENT, annual_rate=Fraction(15, 100))
    # On 2 February one day's penalty on 2,122.30, which is 0.87, and 22.30 of the late interest.
    paid = Paid(on(2, 2), baht(23, 17))

    found = card(paid, at=on(2, 12), asked=asked, penalty=penalty)

    assert parts(found.lines[-1]) == (baht(0, 87), baht(22, 30), ZERO, ZERO)
    # 2,122.30 for that day and 2,100 for ten more at 15 % are 9.50.
    assert found.standing.penalty == baht(9, 50) - baht(0, 87)


# ── one payment ─────────────────────────────────────────────────────────────────────────────────


def test_the_usual_order_is_penalty_arrears_interest_principal():
    due = Parts(baht(10), baht(20), baht(30), baht(40))

    assert divide(baht(45), due).parts == Parts(baht(10), baht(20), baht(15), ZERO)
    assert divide(baht(130), due).left == baht(30)


def test_another_order_fills_the_parts_differently():
    due = Parts(baht(10), baht(20), baht(30), baht(40))
    order = (Part.PRINCIPAL, Part.INTEREST, Part.INTEREST_ARREARS, Part.PENALTY)

    assert divide(baht(75), due, order).parts == Parts(ZERO, baht(5), baht(30), baht(40))


def test_a_payment_of_2000_on_100000_after_30_days_at_7_25_percent():
    asked = terms(principal=baht(100_000), annual_rate=Fraction(725, 10_000), instalments=60)

    paid = card(Paid(on(1, 31), baht(2_000)), at=on(1, 31), asked=asked).lines[1]

    assert (paid.interest, paid.principal) == (baht(595, 89), baht(1_404, 11))


def test_an_instalment_on_its_day_divides_as_planned():
    found = card(Paid(on(2, 1), INSTALMENT), Paid(on(3, 1), INSTALMENT), at=on(3, 1))

    assert [parts(line)[2:] for line in found.lines[1:]] == [
        (baht(122, 30), baht(1_948, 28)),
        (baht(92, 53), baht(1_978, 5)),
    ]
    assert found.standing.amount_late == ZERO
    assert found.standing.next_due == on(4, 1)


def test_interest_counts_the_actual_days_of_an_early_bird():
    paid = card(Paid(on(1, 25), INSTALMENT), at=on(2, 1))

    assert paid.lines[1].interest == interest(baht(12_000), 24)
    assert paid.standing.amount_late == ZERO
    assert paid.standing.interest == interest(paid.standing.outstanding, 7)


# ── late ────────────────────────────────────────────────────────────────────────────────────────


def test_interest_of_a_missed_row_waits_in_a_bucket_of_its_own():
    standing = card(at=on(2, 20)).standing

    assert standing.outstanding == baht(12_000)
    assert standing.interest_arrears == interest(baht(12_000), 31)
    assert standing.interest == interest(baht(12_000), 50) - interest(baht(12_000), 31)
    assert (standing.amount_late, standing.days_late) == (INSTALMENT, 19)
    assert standing.late_since == on(2, 1)


def test_a_late_payment_meets_arrears_then_current_interest_then_principal():
    found = card(Paid(on(3, 20), baht(5_000)), at=on(3, 20))

    assert parts(found.lines[1]) == (
        ZERO,
        interest(baht(12_000), 59),
        interest(baht(12_000), 78) - interest(baht(12_000), 59),
        baht(5_000) - interest(baht(12_000), 78),
    )


def test_interest_a_payment_does_not_cover_is_kept_and_bears_none_itself():
    found = card(Paid(on(2, 1), baht(100)), at=on(3, 1))

    assert found.lines[1].arrears_left == ZERO  # until the row is missed that evening
    assert found.standing.outstanding == baht(12_000)
    assert found.standing.interest_arrears == baht(22, 30) + interest(baht(12_000), 28)


def test_a_partial_payment_leaves_the_rest_of_the_row_late():
    standing = card(Paid(on(2, 1), baht(2_000)), at=on(2, 5)).standing

    assert standing.amount_late == baht(70, 58)
    assert standing.overdue_principal == baht(70, 58)
    assert standing.days_late == 4


def test_equal_principal_owes_the_part_and_the_interest_of_the_days():
    asked = terms(method=Method.EQUAL_PRINCIPAL)

    standing = card(Paid(on(2, 10), baht(2_122, 30)), at=on(2, 10), asked=asked).standing

    assert standing.overdue_principal == interest(baht(12_000), 40) - baht(122, 30)
    assert standing.amount_late == standing.overdue_principal


def test_an_interest_only_row_that_is_not_paid_is_late():
    asked = terms(method=Method.BULLET)

    late = card(at=on(2, 2), asked=asked).standing
    met = card(Paid(on(2, 1), baht(122, 30)), at=on(2, 2), asked=asked).standing

    assert (late.amount_late, late.days_late) == (baht(122, 30), 1)
    assert (met.amount_late, met.days_late) == (ZERO, 0)


def test_nothing_is_late_and_no_principal_overdue_before_the_first_due_day():
    standing = card(at=on(1, 31)).standing

    assert (standing.amount_late, standing.overdue_principal) == (ZERO, ZERO)
    assert (standing.late_since, standing.days_late, standing.next_due) == (None, 0, on(2, 1))


def test_of_a_missed_instalment_all_but_its_interest_is_overdue_principal():
    standing = card(at=on(2, 2)).standing

    assert (standing.amount_late, standing.interest_arrears) == (INSTALMENT, baht(122, 30))
    assert standing.overdue_principal == INSTALMENT - baht(122, 30)


def test_one_satang_that_is_missing_makes_a_row_late():
    order = (Part.PENALTY, Part.PRINCIPAL, Part.INTEREST_ARREARS, Part.INTEREST)
    equal = terms(method=Method.EQUAL_PRINCIPAL)

    of_total = card(Paid(on(2, 1), INSTALMENT - Money(1)), at=on(2, 3)).standing
    # Principal first: of 2,122.30 one satang of the interest is left.
    of_interest = card(Paid(on(2, 1), baht(2_122, 29)), at=on(2, 3), asked=equal, order=order)

    assert (of_total.amount_late, of_total.late_since) == (Money(1), on(2, 1))
    late = of_interest.standing
    assert (late.amount_late, late.overdue_principal) == (Money(1), ZERO)
    assert (late.late_since, late.days_late) == (on(2, 1), 2)


def test_after_the_last_due_day_everything_is_late():
    standing = card(at=on(8, 1)).standing

    assert standing.amount_late == baht(12_000) + interest(baht(12_000), 212)
    assert standing.overdue_principal == baht(12_000)
    assert standing.next_due is None


# ── penalties ───────────────────────────────────────────────────────────────────────────────────

FIXED = PenaltyRule(kind=PenaltyKind.FIXED, amount=baht(50), grace_days=5)
ON_PRINCIPAL = PenaltyRule(kind=PenaltyKind.OVERDUE_PRINCIPAL, annual_rate=Fraction(15, 100))
ON_INSTALMENT = PenaltyRule(kind=PenaltyKind.OVERDUE_INSTALMENT, annual_rate=Fraction(15, 100))


def penalty(rule, *events, at, **more):
    return card(*events, at=at, penalty=rule, **more).standing.penalty


def test_a_fixed_penalty_comes_once_for_each_missed_row_after_its_grace():
    assert penalty(FIXED, at=on(2, 6)) == ZERO
    assert penalty(FIXED, at=on(2, 7)) == baht(50)
    assert penalty(FIXED, at=on(3, 6)) == baht(50)
    assert penalty(FIXED, at=on(3, 7)) == baht(100)


def test_a_row_met_within_its_grace_costs_nothing():
    assert penalty(FIXED, Paid(on(2, 6), INSTALMENT), at=on(2, 28)) == ZERO
    rule = replace(ON_INSTALMENT, grace_days=5)
    assert penalty(rule, Paid(on(2, 6), INSTALMENT), at=on(2, 28)) == ZERO


def test_percent_on_overdue_principal_counts_from_the_due_day_once_grace_is_over():
    rule = replace(ON_PRINCIPAL, grace_days=5)

    assert penalty(rule, at=on(2, 6)) == ZERO
    assert penalty(rule, at=on(2, 7)) == interest(baht(1_948, 28), 6, percent=15)


def test_percent_on_the_overdue_instalment_takes_its_interest_too():
    assert penalty(ON_INSTALMENT, at=on(2, 11)) == interest(INSTALMENT, 10, percent=15)
    bullet = terms(method=Method.BULLET)
    assert penalty(ON_INSTALMENT, at=on(2, 11), asked=bullet) == interest(
        baht(122, 30), 10, percent=15
    )


def test_one_row_never_costs_more_than_the_cap():
    assert penalty(replace(ON_INSTALMENT, cap=baht(5)), at=on(2, 28)) == baht(5)
    assert penalty(replace(FIXED, cap=baht(30)), at=on(3, 28)) == baht(60)


def test_penalty_bears_no_penalty_unless_asked():
    events = [Paid(on(3, 1), baht(10)), Paid(on(4, 1), baht(10))]
    plain = penalty(ON_INSTALMENT, *events, at=on(5, 1))
    grown = penalty(replace(ON_INSTALMENT, on_penalty=True), *events, at=on(5, 1))

    assert grown > plain


def test_a_penalty_is_paid_before_everything_else_and_is_never_paid_twice():
    found = card(
        Paid(on(2, 10), baht(2_120, 58)), Paid(on(2, 11), baht(10)), at=on(2, 28), penalty=FIXED
    )

    assert found.lines[1].penalty == baht(50)
    assert found.lines[2].penalty == ZERO
    assert found.standing.penalty == ZERO
    assert found.standing.amount_late == ZERO


def test_a_penalty_charged_by_hand_is_owed_from_its_day():
    found = card(Charged(on(1, 20), baht(25)), Paid(on(1, 21), baht(30)), at=on(1, 21))

    assert found.lines[1].penalty_left == baht(25)
    assert found.lines[2].penalty == baht(25)


def test_a_pause_stops_interest_or_penalty_or_both():
    free = Pause(on(1, 11), on(1, 31))
    assert card(at=on(1, 31), pauses=[free]).standing.interest == interest(baht(12_000), 9)
    running = replace(free, interest=True)
    assert card(at=on(1, 31), pauses=[running]).standing.interest == interest(baht(12_000), 30)

    pause = Pause(on(2, 2), on(2, 28), interest=True)
    assert penalty(ON_INSTALMENT, at=on(2, 28), pauses=[pause]) == ZERO
    assert penalty(FIXED, at=on(2, 28), pauses=[pause]) == ZERO
    assert penalty(FIXED, at=on(3, 10), pauses=[pause]) == baht(50)
    grace_only = replace(pause, end=on(2, 6))
    assert penalty(FIXED, at=on(2, 28), pauses=[grace_only]) == baht(50)


# ── early and over ──────────────────────────────────────────────────────────────────────────────


def test_more_than_due_shortens_the_plan_and_the_next_row_stays_due():
    found = card(Paid(on(2, 1), baht(6_000)), at=on(2, 1))

    assert found.lines[1].principal == baht(5_877, 70)
    assert found.coming[0].principal + found.coming[0].interest == INSTALMENT
    assert len(found.coming) == 4
    assert card(Paid(on(2, 1), baht(6_000)), at=on(3, 1)).standing.amount_late == INSTALMENT


def test_more_than_due_can_lower_the_instalments():
    found = card(Paid(on(2, 1), baht(6_000), Early.LOWER), at=on(2, 1))

    totals = {due.principal + due.interest for due in found.coming[:-1]}
    assert len(found.coming) == 5
    assert totals == {baht(1_260, 59)}
    assert total(due.principal for due in found.coming) == baht(6_122, 30)


def test_lowering_equal_principal_makes_the_parts_smaller():
    asked = terms(method=Method.EQUAL_PRINCIPAL)

    found = card(Paid(on(2, 1), baht(7_122, 30)), at=on(2, 1), asked=asked, early=Early.LOWER)

    assert [due.principal for due in found.coming] == [baht(1_000)] * 5


def test_instalments_that_are_lowered_and_rounded_up_leave_the_last_rows_empty():
    up = terms(rounding=PlanRounding(instalment=Rounding.HUNDRED_BAHT_UP))

    found = card(Paid(on(2, 1), baht(11_900), Early.LOWER), at=on(2, 1), asked=up)

    # 222.30 in five rows make 45 and a little: rounded up, three rows of at most 100 are enough.
    assert [due.principal + due.interest for due in found.coming[:2]] == [baht(100)] * 2
    assert len(found.coming) == 3
    assert total(due.principal for due in found.coming) == baht(222, 30)


def test_of_equal_principal_only_the_last_part_falls_due_after_the_last_but_one():
    found = card(at=on(1, 15), asked=terms(method=Method.EQUAL_PRINCIPAL))

    assert found.principal_after(on(6, 1)) == baht(2_000)
    assert found.principal_after(on(5, 31)) == baht(4_000)
    assert found.principal_after(on(7, 1)) == ZERO


def test_lowering_parts_by_hand_shrinks_them_in_proportion():
    asked = terms(
        method=Method.BY_HAND, principals=(baht(2_000), baht(4_000), baht(6_000)), instalments=3
    )

    found = card(Paid(on(2, 1), baht(7_122, 30)), at=on(2, 1), asked=asked, early=Early.LOWER)

    assert [due.principal for due in found.coming] == [baht(2_000), baht(3_000)]


def test_more_than_due_can_be_kept_for_the_next_rows():
    found = card(Paid(on(2, 1), baht(5_000), Early.ADVANCE), at=on(4, 1))

    paid, first, second = found.lines[1:]
    assert (paid.principal, paid.advance) == (baht(1_948, 28), baht(2_929, 42))
    assert (first.kind, first.date, first.amount) == (Kind.FROM_ADVANCE, on(3, 1), INSTALMENT)
    assert second.amount == baht(858, 84)
    assert found.standing.advance == ZERO
    assert found.standing.amount_late == INSTALMENT - baht(858, 84)


def test_an_advance_stays_kept_when_a_payment_does_not_settle_the_loan_with_it():
    kept, more = Paid(on(2, 1), baht(5_000), Early.ADVANCE), Paid(on(2, 10), baht(1_000))

    found = card(kept, more, at=on(2, 10))

    # The interest of 10,051.72 for nine days, the rest principal; nothing of the advance.
    assert parts(found.lines[-1]) == (ZERO, ZERO, baht(29, 74), baht(970, 26))
    assert found.standing.advance == baht(2_929, 42)


def test_an_advance_settles_the_loan_together_with_the_payment_that_just_lacks_it():
    kept = Paid(on(2, 1), baht(5_000), Early.ADVANCE)
    # 10,051.72 and 29.74 of interest, less the 2,929.42 kept.
    last = Paid(on(2, 10), baht(7_152, 4))

    found = card(kept, last, at=on(2, 10))

    line = found.lines[-1]
    assert parts(line) == (ZERO, ZERO, baht(29, 74), baht(10_051, 72))
    assert (line.amount, line.advance, line.over) == (last.amount, baht(-2_929, -42), ZERO)
    assert found.standing.settled_on == on(2, 10)


def test_an_advance_does_not_lessen_interest_until_its_row():
    found = card(Paid(on(2, 1), baht(5_000), Early.ADVANCE), at=on(2, 28))

    assert found.standing.outstanding == baht(10_051, 72)
    assert found.standing.interest == interest(baht(10_051, 72), 27)


def test_what_is_over_when_nothing_is_owed_is_given_back():
    for early in Early:
        found = card(Paid(on(2, 1), baht(20_000), early), at=on(2, 1))

        assert found.lines[1].over == baht(20_000) - baht(12_122, 30)
        assert found.standing.settled_on == on(2, 1)
        assert found.coming == ()


# ── flat and proportional ───────────────────────────────────────────────────────────────────────

FLAT = terms(interest=InterestOn.FLAT, day_count=YearPart.MONTHS)


def test_flat_interest_is_that_of_the_plan_whatever_the_days():
    found = card(
        Paid(on(1, 20), baht(2_120)), Paid(on(3, 15), baht(2_200)), at=on(3, 15), asked=FLAT
    )

    assert parts(found.lines[1]) == (ZERO, ZERO, baht(120), baht(2_000))
    assert parts(found.lines[2]) == (ZERO, baht(120), baht(80), baht(2_000))
    assert found.standing.amount_late == ZERO


def test_flat_money_ahead_pays_row_by_row():
    found = card(Paid(on(2, 1), baht(5_000)), at=on(2, 1), asked=FLAT)

    assert parts(found.lines[1])[2:] == (baht(360), baht(4_640))
    assert found.coming[0].principal == baht(1_360)
    assert [due.interest for due in found.coming[1:]] == [baht(120)] * 3


def test_a_flat_loan_is_settled_with_all_its_interest():
    found = card(Paid(on(2, 1), baht(20_000)), at=on(2, 1), asked=FLAT)

    assert parts(found.lines[1])[2:] == (baht(720), baht(12_000))
    assert (found.lines[1].over, found.standing.settled_on) == (baht(7_280), on(2, 1))
    assert found.lines[1].amount == baht(20_000)


def test_a_flat_loan_whose_principal_is_repaid_still_owes_the_interest_of_its_last_rows():
    asked = replace(FLAT, method=Method.EQUAL_PRINCIPAL, instalment=baht(3_000))
    paid = [Paid(on(month, 1), baht(3_120)) for month in range(2, 6)]

    found = card(*paid, at=on(5, 1), asked=asked)
    standing = found.standing

    assert found.coming == (Due(on(6, 1), ZERO, baht(120)), Due(on(7, 1), ZERO, baht(120)))
    assert (standing.outstanding, standing.settled_on, standing.next_due) == (ZERO, None, on(6, 1))
    assert (standing.interest, standing.interest_arrears) == (baht(120), ZERO)
    late = card(*paid, at=on(6, 2), asked=asked).standing
    assert (late.amount_late, late.late_since) == (baht(120), on(6, 1))
    last = card(*paid, Paid(on(6, 1), baht(240)), at=on(6, 1), asked=asked).standing
    assert (last.settled_on, last.next_due) == (on(6, 1), None)


def test_a_flat_loan_keeps_its_late_interest_when_it_gets_a_new_plan():
    again = dues_of(plan_of(replace(FLAT, principal=baht(12_000), disbursed=on(2, 10))))

    found = card(Rescheduled(on(2, 10), again), at=on(2, 10), asked=FLAT)

    assert found.standing.next_due == on(3, 10)
    assert total(due.interest for due in found.coming) == baht(720 + 120)
    assert found.standing.interest_arrears == baht(120)
    assert found.standing.amount_late == baht(120)

    paid = card(Rescheduled(on(2, 10), again), Paid(on(2, 11), baht(150)), at=on(2, 11), asked=FLAT)
    assert parts(paid.lines[-1])[1:] == (baht(120), baht(30), ZERO)


def test_an_open_flat_loan_goes_on_with_the_rows_that_are_left():
    opening = CardLine(date=JANUARY, kind=Kind.OPENING, outstanding=baht(12_000))

    found = card(Paid(on(2, 1), baht(2_120)), at=on(2, 1), asked=FLAT, opening=opening)

    assert parts(found.lines[1]) == (ZERO, ZERO, baht(120), baht(2_000))


def test_a_coarse_proportion_takes_no_more_interest_than_the_plan_holds():
    rounding = PlanRounding(principal=Rounding.HUNDRED_BAHT_DOWN)

    found = card(
        Paid(on(2, 1), baht(12_670)),
        at=on(2, 1),
        asked=replace(FLAT, rounding=rounding),
        split=Split.PROPORTIONAL,
    )

    # 12,670 of 12,720 hold 11,952.83, rounded down 11,900; but 770 of interest there are not.
    assert parts(found.lines[1]) == (ZERO, ZERO, baht(720), baht(11_950))


def test_a_proportional_split_of_20000_of_55000_holds_18182_of_principal():
    asked = terms(
        principal=baht(50_000),
        annual_rate=Fraction(12, 100),
        instalments=10,
        interest=InterestOn.FLAT,
        day_count=YearPart.MONTHS,
        rounding=PlanRounding(principal=Rounding.BAHT_NEAREST),
    )

    found = card(
        Paid(on(2, 1), baht(20_000)),
        Paid(on(3, 1), baht(35_000)),
        at=on(3, 1),
        asked=asked,
        split=Split.PROPORTIONAL,
    )

    assert parts(found.lines[1])[2:] == (baht(1_818), baht(18_182))
    assert found.standing.outstanding == ZERO
    assert found.standing.settled_on == on(3, 1)


# ── mid-life, new plans, several payouts ────────────────────────────────────────────────────────


def test_an_open_loan_brings_its_buckets_along():
    opening = CardLine(
        date=JANUARY,
        kind=Kind.OPENING,
        outstanding=baht(12_500),
        arrears_left=baht(80),
        penalty_left=baht(20),
    )
    late = Due(date(2025, 12, 1), baht(500), baht(80))

    found = card(
        Paid(on(1, 11), baht(700)),
        at=on(1, 11),
        opening=opening,
        dues=(late, *dues_of(plan_of(terms()))),
    )

    assert parts(found.lines[1]) == (
        baht(20),
        baht(80),
        interest(baht(12_500), 10),
        baht(600) - interest(baht(12_500), 10),
    )
    before = card(at=JANUARY, opening=opening, dues=(late, *dues_of(plan_of(terms())))).standing
    assert (before.amount_late, before.days_late) == (baht(580), 31)


def test_a_new_plan_takes_the_place_of_the_unpaid_rows():
    again = dues_of(plan_of(terms(disbursed=on(3, 10), instalments=12)))

    found = card(Rescheduled(on(3, 10), again), at=on(3, 10), penalty=FIXED)

    assert (found.standing.amount_late, found.standing.days_late) == (baht(232, 77), 0)
    assert found.standing.next_due == on(4, 10)
    assert found.standing.interest_arrears == interest(baht(12_000), 59)
    assert found.standing.penalty == baht(100)


def test_each_payout_costs_interest_from_its_day():
    asked = terms(
        method=Method.BULLET,
        payouts=(Payout(JANUARY, baht(10_000)), Payout(on(1, 21), baht(2_000))),
    )

    found = card(at=on(1, 31), asked=asked)

    exact = Fraction(12 * (10_000_00 * 30 + 2_000_00 * 10), 36_500)
    assert found.standing.interest == Rounding.SATANG_HALF_UP.of(exact)


def test_a_new_rate_counts_from_its_day():
    asked = terms(rates=(RateFrom(on(1, 11), Fraction(24, 100)),))

    exact = Fraction(12_000_00 * (12 * 9 + 24 * 21), 36_500)
    assert card(at=on(1, 31), asked=asked).standing.interest == Rounding.SATANG_HALF_UP.of(exact)


# ── refusals ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "rules", "refusal"),
    [
        ([Paid(date(2025, 12, 31), baht(1))], {}, PaymentBeforePayout),
        ([Charged(date(2025, 12, 31), baht(1))], {}, PaymentBeforePayout),
        ([Paid(on(2, 1), baht(20_000)), Paid(on(3, 1), baht(1))], {}, PaymentOnSettledLoan),
        ([Paid(on(2, 1), ZERO)], {}, AmountOutOfRange),
        ([Paid(on(2, 1), baht(-5))], {}, AmountOutOfRange),
        ([Charged(on(2, 1), ZERO)], {}, AmountOutOfRange),
        ([], {"order": (Part.PENALTY, Part.PRINCIPAL)}, NotAPaymentOrder),
        (
            [],
            {"order": (Part.PENALTY, Part.PENALTY, Part.INTEREST, Part.PRINCIPAL)},
            NotAPaymentOrder,
        ),
        ([], {"penalty": PenaltyRule(annual_rate=Fraction(-1))}, RateOutOfRange),
    ],
)
def test_what_cannot_be_is_refused_by_name(events, rules, refusal):
    with pytest.raises(refusal):
        card(*events, at=on(12, 31), **rules)


def test_the_plans_own_interest_is_paid_when_nothing_is_owed():
    column = ByPlan([on(2, 1), on(3, 1)], [120, 120], JANUARY)
    assert not column.is_paid_since(JANUARY)

    column.pay(arrears=0, current=240)
    assert column.is_paid_since(JANUARY)


# ── what always holds ───────────────────────────────────────────────────────────────────────────

payments = st.lists(
    st.builds(
        Paid,
        st.dates(on(1, 2), on(10, 31)),
        st.integers(1, 400_000).map(Money),
        st.none() | st.sampled_from(Early),
    ),
    max_size=12,
)
contracts = st.builds(
    terms,
    method=st.sampled_from([Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL, Method.BULLET]),
    interest=st.sampled_from(InterestOn),
    day_count=st.sampled_from(YearPart),
    annual_rate=st.integers(0, 40).map(lambda percent: Fraction(percent, 100)),
)
penalties = st.builds(
    PenaltyRule,
    kind=st.sampled_from(PenaltyKind),
    amount=st.just(baht(50)),
    annual_rate=st.just(Fraction(15, 100)),
    grace_days=st.integers(0, 10),
    cap=st.none() | st.just(baht(60)),
    on_penalty=st.booleans(),
)
orders = st.permutations(list(Part)).map(tuple)


def lived(asked, paid, *, at=YEAR_END, **rules):
    """The card of the payments up to the one that settles the loan."""
    kept = sorted(paid, key=lambda one: one.date)
    while True:
        try:
            return card(*kept, at=at, asked=asked, **rules)
        except PaymentOnSettledLoan:
            kept.pop()


@given(contracts, payments, penalties, orders, st.sampled_from(Early))
def test_the_parts_of_every_payment_add_up_to_it(asked, paid, rule, order, early):
    found = lived(asked, paid, penalty=rule, order=order, early=early)

    for line in found.lines:
        split = total([*parts(line), line.advance, line.over])
        if line.kind is Kind.PAYMENT:
            assert split == line.amount
        if line.kind is Kind.FROM_ADVANCE:
            assert split == ZERO
            assert line.advance == -line.amount
        assert min(*parts(line), line.over) >= ZERO


@given(contracts, payments, penalties, st.sampled_from(Early))
def test_what_is_owed_is_what_was_paid_out_less_the_principal_repaid(asked, paid, rule, early):
    found = lived(asked, paid, penalty=rule, early=early)

    owed = ZERO
    for line in found.lines:
        owed += (line.amount if line.kind is Kind.PAID_OUT else ZERO) - line.principal
        assert line.outstanding == owed >= ZERO
        assert line.arrears_left >= ZERO
        assert line.advance_left >= ZERO
    assert found.standing.outstanding == owed


@given(contracts, payments, st.sampled_from(Early))
def test_every_day_is_charged_exactly_once(asked, paid, early):
    asked = replace(asked, interest=InterestOn.DECLINING)
    found = lived(asked, paid, early=early)

    charged = sum((line.interest + line.interest_arrears).satang for line in found.lines)
    owed = found.standing.interest_arrears.satang + found.standing.interest.satang
    exact, balance, since = Fraction(0), 0, JANUARY
    for line in [*found.lines, None]:
        until = found.standing.day if line is None else line.date
        exact += balance * interest_factor(
            [RateFrom(date(2000, 1, 1), asked.annual_rate)], asked.day_count, since, until
        )
        balance, since = (0 if line is None else line.outstanding.satang), until
    roundings = len(found.lines) + 1
    assert abs(charged + owed - exact) <= Fraction(roundings, 2)


@given(contracts, payments, penalties, st.randoms())
def test_a_payment_found_late_gives_the_card_as_if_entered_in_time(asked, paid, rule, chance):
    one_a_day = list({one.date: one for one in paid}.values())
    found = lived(asked, one_a_day, penalty=rule)
    chance.shuffle(one_a_day)

    anew = lived(asked, one_a_day, penalty=rule)
    assert (anew, anew.coming, anew.ended) == (found, found.coming, found.ended)


@given(contracts, payments, penalties, st.dates(on(1, 2), on(12, 31)))
def test_the_card_at_an_earlier_day_is_the_beginning_of_the_later_one(asked, paid, rule, day):
    later = lived(asked, paid, penalty=rule)
    happened = [one for one in paid if one.date <= day]

    earlier = lived(asked, happened, penalty=rule, at=day)

    assert later.lines[: len(earlier.lines)] == earlier.lines


@given(contracts, payments, penalties, st.sampled_from(Early), st.dates(on(1, 2), on(12, 31)))
def test_a_card_gone_on_from_what_happened_before_is_the_card_from_the_beginning(
    asked, paid, rule, early, day
):
    rules = rules_of(asked, penalty=rule, early=early)
    dues, before = dues_of(plan_of(asked)), [one for one in paid if one.date < day]
    events = [*payouts_of(asked), *before]
    later = [one for one in paid if one.date >= day]
    end = date(2027, 6, 30)

    try:
        whole = card_of(rules, dues, [*events, *later], at=end)
    except PaymentOnSettledLoan:
        reject()
    reached = led_through(rules, dues, events, start=JANUARY)
    twin = reached.copied()
    go_on(twin, later)

    found = card_from(twin, end)
    assert (found, found.coming, found.ended) == (whole, whole.coming, whole.ended)
    # The loan that was copied has not moved, and can be looked at on any day.
    for at in (day, end):
        found, whole = card_from(reached.copied(at), at), card_of(rules, dues, events, at=at)
        assert (found, found.coming, found.ended) == (whole, whole.coming, whole.ended)


def test_a_copy_that_pays_its_first_row_leaves_the_row_of_the_loan_unpaid():
    asked = terms()
    rules, dues = rules_of(asked), dues_of(plan_of(asked))
    reached = led_through(rules, dues, payouts_of(asked), start=JANUARY)
    twin = reached.copied()

    go_on(twin, [Paid(on(2, 1), INSTALMENT)])

    assert card_from(twin, on(2, 2)).standing.amount_late == ZERO
    assert card_from(reached, on(2, 2)).standing.amount_late == INSTALMENT


@given(contracts, penalties)
def test_paying_each_row_on_its_day_is_never_late_and_settles_the_loan(asked, rule):
    plan = plan_of(asked)
    paid = [
        Paid(day, Money(part + cost))
        for day, part, cost in zip(plan.dues, plan.principal, plan.interest, strict=True)
        if part + cost
    ]
    assume(asked.day_count is not YearPart.MONTHS or asked.interest is InterestOn.FLAT)

    found = lived(asked, paid, penalty=rule)

    assert [parts(line) for line in found.lines[1:]] == [
        (ZERO, ZERO, Money(cost), Money(part))
        for part, cost in zip(plan.principal, plan.interest, strict=True)
        if part + cost
    ]
    assert found.standing.settled_on == plan.dues[-1]
    assert (found.standing.penalty, found.standing.amount_late) == (ZERO, ZERO)


@given(contracts, payments, st.sampled_from(Early))
def test_the_rows_to_come_repay_exactly_what_is_owed(asked, paid, early):
    found = lived(asked, paid, early=early, at=on(6, 30))

    assert total(due.principal for due in found.coming) == found.standing.outstanding
    assert all(due.day > on(6, 30) for due in found.coming)
    assert all(due.principal >= ZERO and due.interest >= ZERO for due in found.coming)


@given(contracts, st.integers(0, 4), st.integers(0, 9))
def test_paying_the_next_row_as_forecast_divides_as_forecast(asked, rows, early):
    asked = replace(asked, interest=InterestOn.DECLINING, annual_rate=Fraction(7, 100))
    if asked.method is not Method.EQUAL_INSTALMENT:
        early = 0  # only an instalment is met by its total, whatever the days make of it
    dues = dues_of(plan_of(asked))
    paid = [
        Paid(due.day - timedelta(days=early), due.principal + due.interest) for due in dues[:rows]
    ]
    at = paid[-1].date if paid else JANUARY

    coming = lived(asked, paid, at=at).coming
    due = coming[0]
    line = lived(asked, [*paid, Paid(due.day, due.principal + due.interest)], at=due.day).lines[-1]

    assert due.day == dues[rows].day
    assert (line.interest_arrears + line.interest, line.principal) == (due.interest, due.principal)


@given(contracts, payments)
def test_a_penalty_never_passes_the_cap_of_the_rows_missed(asked, paid):
    rule = PenaltyRule(kind=PenaltyKind.OVERDUE_INSTALMENT, annual_rate=Fraction(2), cap=baht(7))
    found = lived(asked, paid, penalty=rule)

    charged = total(line.penalty for line in found.lines) + found.standing.penalty
    assert charged <= baht(7) * 6


@given(contracts, payments, penalties, st.integers(0, 300))
def test_what_is_late_is_never_more_than_what_is_owed(asked, paid, rule, days):
    at = JANUARY + timedelta(days=days)
    standing = lived(asked, [one for one in paid if one.date <= at], penalty=rule, at=at).standing

    assert ZERO <= standing.overdue_principal <= standing.outstanding
    late_since = standing.late_since or at  # a row missed this evening is not a day late yet
    assert standing.days_late == (at - late_since).days >= 0


@given(contracts, payments, st.sampled_from(Rounding))
def test_a_proportional_split_takes_no_more_than_is_left_however_it_rounds(asked, paid, rounding):
    asked = replace(asked, rounding=PlanRounding(principal=rounding))
    found = lived(asked, paid, split=Split.PROPORTIONAL)

    for line in found.lines:
        assert min(*parts(line), line.over, line.outstanding) >= ZERO
    if found.standing.settled_on is not None:
        assert found.standing.outstanding == ZERO


@pytest.mark.parametrize(
    ("rule", "refusal"),
    [
        ({"grace_days": 10_000_000}, CountOutOfRange),
        ({"grace_days": -1}, CountOutOfRange),
        ({"amount": -baht(1)}, AmountOutOfRange),
        ({"cap": -baht(1)}, AmountOutOfRange),
    ],
)
def test_a_penalty_rule_outside_all_sense_is_refused(rule, refusal):
    with pytest.raises(refusal):
        card(at=JANUARY, penalty=PenaltyRule(kind=PenaltyKind.FIXED, **rule))


def test_a_pause_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodEndsBeforeStart):
        card(at=JANUARY, pauses=[Pause(on(3, 1), on(2, 1))])
