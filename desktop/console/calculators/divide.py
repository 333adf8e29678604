"""``satcha divide``: a plan with payments and charges in, every split and the card out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ledger.domain.codec import plain_value, read_value
from ledger.domain.loans.card import card_of
from ledger.domain.loans.contract import (
    USUAL_ORDER,
    Card,
    CardLine,
    Charged,
    Due,
    Early,
    Event,
    Kind,
    Paid,
    Part,
    Pause,
    PenaltyRule,
    Rescheduled,
    Split,
)
from ledger.domain.loans.from_plan import dues_of, payouts_of, rules_of
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.terms import PlanTerms
from ledger.domain.money import ZERO, Money

_NO_PENALTY = PenaltyRule()


@dataclass(frozen=True, slots=True)
class Opening:
    """What an open loan brings along besides the principal of its plan, which starts that day.

    ``overdue_principal`` and ``interest_arrears`` have been late since ``late_since``.
    """

    interest_arrears: Money = ZERO
    penalty: Money = ZERO
    advance: Money = ZERO
    overdue_principal: Money = ZERO
    late_since: date | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """From this day on the loan follows another plan."""

    date: dt.date
    plan: PlanTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A contract and what happened; ``at`` is the day looked at, usually the last one named.

    With ``opening`` the plan is what is left of an open loan; nothing is paid out.
    """

    plan: PlanTerms
    payments: tuple[Paid, ...] = ()
    charges: tuple[Charged, ...] = ()
    new_plans: tuple[NewPlan, ...] = ()
    opening: Opening | None = None
    order: tuple[Part, ...] = USUAL_ORDER
    penalty: PenaltyRule = _NO_PENALTY
    early: Early = Early.SHORTEN
    split: Split | None = None
    pauses: tuple[Pause, ...] = ()
    at: date | None = None


def answer(case: object) -> dict[str, Any]:
    """``{"payments": [...], "card": [...], "standing": {...}, "coming": [...]}``.

    ``payments`` are the lines of the card that divide money: date, amount, penalty,
    interest_arrears, interest, principal, advance, over, and the balances after it.

    Raises:
        The refusals of reading, of ``plan_of`` and of ``card_of``.
    """
    asked: Case = read_value(Case, case)
    card = _card(asked)
    lines = [plain_value(line) for line in card.lines]
    return {
        "payments": [
            line for line in lines if line["kind"] in (Kind.PAYMENT.value, Kind.FROM_ADVANCE.value)
        ],
        "card": lines,
        "standing": plain_value(card.standing),
        "coming": list(_coming(card)),
    }


def _card(case: Case) -> Card:
    # The plan first: it refuses terms that no rule could be made of.
    dues = dues_of(plan_of(case.plan))
    rules = rules_of(
        case.plan, split=case.split, order=case.order, penalty=case.penalty, early=case.early
    )
    events: list[Event] = [*case.charges, *case.payments]
    events += [Rescheduled(one.date, dues_of(plan_of(one.plan))) for one in case.new_plans]
    at = case.at or max((event.date for event in events), default=case.plan.disbursed)
    opening = None
    if case.opening is None:
        events += payouts_of(case.plan)
    else:
        opening, dues = _brought_forward(case.plan, case.opening, dues)
    return card_of(
        replace(rules, pauses=(*rules.pauses, *case.pauses)), dues, events, at=at, opening=opening
    )


def _brought_forward(
    plan: PlanTerms, opening: Opening, dues: tuple[Due, ...]
) -> tuple[CardLine, tuple[Due, ...]]:
    """The opening line, and the late amounts as a row before all others."""
    late = Due(
        opening.late_since or plan.disbursed, opening.overdue_principal, opening.interest_arrears
    )
    line = CardLine(
        date=plan.disbursed,
        kind=Kind.OPENING,
        outstanding=plan.principal + opening.overdue_principal,
        arrears_left=opening.interest_arrears,
        penalty_left=opening.penalty,
        advance_left=opening.advance,
    )
    is_late = late.principal > ZERO or late.interest > ZERO
    return line, (late, *dues) if is_late else dues


def _coming(card: Card) -> Iterator[dict[str, object]]:
    balance = card.standing.outstanding
    for due in card.coming:
        balance -= due.principal
        yield {
            "due": due.day.isoformat(),
            "principal": due.principal.as_decimal(),
            "interest": due.interest.as_decimal(),
            "total": (due.principal + due.interest).as_decimal(),
            "balance": balance.as_decimal(),
        }
