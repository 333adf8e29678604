"""What missed instalments forbid: rows that ended, missed in a row, and the days they forbid."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.accrual import RateFrom
from ledger.domain.loans.card import card_of
from ledger.domain.loans.contract import Due, Ended, LoanRules, Paid, PaidOut, Rescheduled
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, baht
from ledger.domain.sanctions import (
    USUAL_SANCTIONS,
    Missed,
    SanctionRule,
    SanctionRuleStep,
    missed_instalments,
    sanction_table_of,
    sanctions_of,
)

YEAR = date(2026, 1, 1)


def three_rows(*events, at):
    rules = LoanRules(
        rates=(RateFrom(date(2000, 1, 1), Fraction(0)),), method=Method.EQUAL_PRINCIPAL
    )
    dues = [Due(date(2026, month, 1), baht(100), ZERO) for month in (2, 3, 4)]
    return card_of(rules, dues, [PaidOut(YEAR, baht(300)), *events], at=at)


def test_a_card_tells_which_rows_were_missed_and_when_they_were_met():
    card = three_rows(
        Paid(date(2026, 2, 1), baht(100)), Paid(date(2026, 3, 20), baht(100)), at=date(2026, 4, 5)
    )

    assert card.ended == (
        Ended(date(2026, 2, 1), missed=False, met_on=None),
        Ended(date(2026, 3, 1), missed=True, met_on=date(2026, 3, 20)),
        Ended(date(2026, 4, 1), missed=True, met_on=None),
    )


def test_a_new_plan_meets_what_was_late_and_forgets_nothing():
    dues = (Due(date(2026, 9, 1), baht(300), ZERO),)
    card = three_rows(Rescheduled(date(2026, 3, 10), dues), at=date(2026, 9, 2))

    assert card.ended == (
        Ended(date(2026, 2, 1), missed=True, met_on=date(2026, 3, 10)),
        Ended(date(2026, 3, 1), missed=True, met_on=date(2026, 3, 10)),
        Ended(date(2026, 9, 1), missed=True, met_on=None),
    )


def test_instalments_missed_in_a_row_are_counted_until_one_is_paid_in_time():
    rows = [
        Ended(date(2026, 1, 5), missed=True, met_on=date(2026, 1, 8)),
        Ended(date(2026, 2, 5), missed=True, met_on=None),
        Ended(date(2026, 3, 5), missed=False, met_on=None),
        Ended(date(2026, 4, 5), missed=True, met_on=None),
    ]

    strict = missed_instalments(rows, 0, date(2026, 4, 6))
    lenient = missed_instalments(rows, 3, date(2026, 4, 6))

    assert [(one.due.month, one.in_a_row) for one in strict] == [(1, 1), (2, 2), (4, 1)]
    assert [(one.due.month, one.in_a_row) for one in lenient] == [(2, 1)]


def test_one_missed_forbids_for_a_year_two_for_two_and_the_refund_is_lost():
    one = sanctions_of(
        [Missed(date(2026, 2, 1), 1)], USUAL_SANCTIONS, year_start=YEAR, at=date(2026, 3, 1)
    )
    two = sanctions_of(
        [Missed(date(2026, 2, 1), 1), Missed(date(2026, 3, 1), 2)],
        USUAL_SANCTIONS,
        year_start=YEAR,
        at=date(2026, 4, 1),
    )

    assert (one.no_loan_until, one.no_welfare_until) == (date(2027, 2, 1), date(2027, 2, 1))
    assert two.no_loan_until == date(2028, 3, 1)
    assert one.refund_lost
    assert two.refund_lost


def test_a_sanction_ends_and_the_refund_of_a_later_year_is_not_lost():
    found = sanctions_of(
        [Missed(date(2024, 2, 1), 1)], USUAL_SANCTIONS, year_start=YEAR, at=date(2026, 3, 1)
    )

    assert (found.no_loan_until, found.no_welfare_until, found.refund_lost) == (None, None, False)


def test_sanctions_of_a_setting_replace_the_usual_ones_from_its_day():
    rules = [SanctionRule(1, YEAR, "1", grace_days=5)]
    steps = [SanctionRuleStep(1, 3, 6, 0, no_refund=False)]
    table = sanction_table_of(rules, steps, YEAR)

    found = sanctions_of(
        [Missed(date(2026, 2, 1), 2), Missed(date(2026, 3, 1), 4)],
        table,
        year_start=YEAR,
        at=date(2026, 3, 1),
    )

    assert sanction_table_of(rules, steps, date(2025, 12, 31)) == USUAL_SANCTIONS
    assert table.grace_days == 5
    assert found.no_loan_until == date(2026, 9, 1)
    assert (found.no_welfare_until, found.refund_lost) == (None, False)


def test_a_sanction_holds_on_its_last_day_and_not_on_the_next():
    missed = [Missed(date(2025, 2, 1), 1)]

    last = sanctions_of(missed, USUAL_SANCTIONS, year_start=YEAR, at=date(2026, 2, 1))
    over = sanctions_of(missed, USUAL_SANCTIONS, year_start=YEAR, at=date(2026, 2, 2))

    assert (last.no_loan_until, last.no_welfare_until) == (date(2026, 2, 1), date(2026, 2, 1))
    assert (over.no_loan_until, over.no_welfare_until) == (None, None)


def test_an_instalment_due_on_the_first_day_of_the_year_loses_the_refund_of_the_year():
    for due, lost in ((date(2025, 12, 31), False), (YEAR, True)):
        found = sanctions_of([Missed(due, 2)], USUAL_SANCTIONS, year_start=YEAR, at=YEAR)

        assert found.refund_lost is lost


def test_the_newest_setting_that_has_begun_counts_with_its_own_steps():
    june, july = date(2026, 6, 1), date(2026, 7, 1)
    rules = [
        SanctionRule(1, YEAR, "1", grace_days=0),
        # Set again for the same day: the later setting counts.
        SanctionRule(2, YEAR, "2", grace_days=3),
        SanctionRule(3, july, "3", grace_days=7),
    ]
    steps = [
        SanctionRuleStep(1, 1, 6, 6, no_refund=True),
        SanctionRuleStep(2, 2, 12, 0, no_refund=False),
        SanctionRuleStep(3, 3, 24, 0, no_refund=False),
    ]

    def of(day):
        table = sanction_table_of(rules, steps, day)
        return table.grace_days, [(one.missed, one.no_loan_months) for one in table.steps]

    assert of(YEAR) == of(june) == (3, [(2, 12)])
    assert of(july) == (7, [(3, 24)])
