"""The card of a loan: everything that happened, in order of days, makes how it stands.

The card is computed from its events each time, so a payment found late needs no deletion: putting
it in where it belongs gives the same card as if it had been entered in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ledger.domain.limits import check_amount, check_count, check_period, check_rate
from ledger.domain.loans.beginning import open_loan
from ledger.domain.loans.contract import (
    Card,
    CardLine,
    Charged,
    Due,
    Ended,
    Event,
    Kind,
    LoanRules,
    Paid,
    PaidOut,
    PenaltyRule,
    Rescheduled,
)
from ledger.domain.loans.division import Parts, check_order
from ledger.domain.loans.forecast import coming_rows, principal_after
from ledger.domain.loans.open_loan import OpenLoan
from ledger.domain.loans.paying import receive
from ledger.domain.loans.standing import standing_of
from ledger.domain.money import ZERO, Money

_MOST_GRACE_DAYS = 3_660
_ORDER_OF_DAY = {PaidOut: 0, Charged: 1, Rescheduled: 2, Paid: 3}


def card_of(
    rules: LoanRules,
    dues: Sequence[Due],
    events: Sequence[Event],
    *,
    at: date,
    opening: CardLine | None = None,
) -> Card:
    """The card up to and including the day ``at``.

    Events of one day count payouts first, then charges, new plans and payments, each in the order
    given; events after ``at`` are left out. ``opening`` brings a loan in mid-life forward: its
    ``outstanding``, ``arrears_left``, ``penalty_left`` and ``advance_left`` on its day.

    Raises:
        PaymentBeforePayout, PaymentOnSettledLoan, NotAPaymentOrder, AmountOutOfRange,
        RateOutOfRange, CountOutOfRange, PeriodEndsBeforeStart.
    """
    happened = [event for event in events if event.date <= at]
    loan = led_through(rules, dues, happened, start=at, opening=opening)
    return card_from(loan, at)


def led_through(
    rules: LoanRules,
    dues: Sequence[Due],
    events: Sequence[Event],
    *,
    start: date,
    opening: CardLine | None = None,
) -> OpenLoan:
    """The open loan after the last of the events; ``start`` is its day where there are none.

    Raises:
        As ``card_of``.
    """
    _check(rules, events)
    start = opening.date if opening else min((one.date for one in events), default=start)
    loan = open_loan(rules, dues, opening=opening, start=start)
    go_on(loan, events)
    return loan


def go_on(loan: OpenLoan, events: Sequence[Event]) -> None:
    """Let further events happen, none of them before the day reached."""
    for event in sorted(events, key=lambda one: (one.date, _ORDER_OF_DAY[type(one)])):
        loan.advance_to(event.date)
        _happen(loan, event)


def card_from(loan: OpenLoan, at: date) -> Card:
    """The card of an open loan at the end of a day; the loan is led there and not used after it."""
    loan.end_day(at)
    return Card(
        tuple(loan.lines),
        standing_of(loan, at),
        tell_ended=lambda: tuple(Ended(row.day, row.missed, row.met_on) for row in loan.ended),
        foresee=lambda: coming_rows(loan),
        principal_after=lambda day: principal_after(loan, day),
    )


def _check(rules: LoanRules, events: Sequence[Event]) -> None:
    check_order(rules.order)
    for rate in rules.rates:
        check_rate("annual_rate", rate.annual_rate)
    _check_penalty(rules.penalty)
    for pause in rules.pauses:
        check_period(pause.start, pause.end)
    check_events(events)


def _check_penalty(rule: PenaltyRule) -> None:
    check_rate("penalty.annual_rate", rule.annual_rate)
    check_count("penalty.grace_days", rule.grace_days, least=0, most=_MOST_GRACE_DAYS)
    check_amount("penalty.amount", rule.amount, least=ZERO)
    if rule.cap is not None:
        check_amount("penalty.cap", rule.cap, least=ZERO)


def check_events(events: Sequence[Event]) -> None:
    """Refuse amounts that are not above nothing.

    Raises:
        AmountOutOfRange.
    """
    for event in events:
        if not isinstance(event, Rescheduled):
            check_amount("amount", event.amount, least=Money(1))


def _happen(loan: OpenLoan, event: Event) -> None:
    if isinstance(event, PaidOut):
        loan.pay_out(event.date, event.amount)
        return
    if loan.paid_out_on is None:
        from ledger.domain.loans.refusals import PaymentBeforePayout

        raise PaymentBeforePayout(event.date)
    if isinstance(event, Charged):
        loan.charge(event.date, event.amount)
    elif isinstance(event, Rescheduled):
        loan.reschedule(event.date, event.dues)
    elif loan.settled_on is None:
        receive(loan, event.date, event.amount, event.early or loan.rules.early)
    else:
        if not event.kept:
            from ledger.domain.loans.refusals import PaymentOnSettledLoan

            raise PaymentOnSettledLoan(event.date, loan.settled_on)
        loan.note_paid(event.date, Kind.PAYMENT, Parts(), advance=ZERO, over=event.amount)
