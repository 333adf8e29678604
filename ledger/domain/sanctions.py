"""What missed instalments cost besides money: no new loan, no welfare, no patronage refund."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.days import plus_months
from ledger.domain.loans.contract import Ended
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class SanctionStep:
    """From so many instalments missed in a row on; months count from the last one missed."""

    missed: int
    no_loan_months: int = 0
    no_welfare_months: int = 0
    no_refund: bool = False


@dataclass(frozen=True, slots=True)
class SanctionTable:
    """Steps in order; an instalment paid within ``grace_days`` of its due day is not missed."""

    steps: tuple[SanctionStep, ...]
    grace_days: int = 0


# domain.md 1.4: one missed: no new loan and no welfare for a year; two in a row: two years; three:
# three. Any missed instalment takes the patronage refund of its year ("ten facts", 8).
USUAL_SANCTIONS = SanctionTable(
    (
        SanctionStep(1, 12, 12, no_refund=True),
        SanctionStep(2, 24, 24, no_refund=True),
        SanctionStep(3, 36, 36, no_refund=True),
    )
)


@dataclass(frozen=True, slots=True)
class SanctionRule(Record):
    """A table of sanctions in force from a day on; of one day the later setting counts."""

    table = "sanction_rules"
    key = ("number",)
    versions = False

    number: int
    from_day: date
    resolution: str
    grace_days: int


@dataclass(frozen=True, slots=True)
class SanctionRuleStep(Record):
    """One step of such a table."""

    table = "sanction_rule_steps"
    key = ("rule", "missed")
    versions = False

    rule: int
    missed: int
    no_loan_months: int
    no_welfare_months: int
    no_refund: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """An instalment not paid in time, and how many in a row it is."""

    due: date
    in_a_row: int


def missed_instalments(rows: Iterable[Ended], grace_days: int, at: date) -> list[Missed]:
    """The instalments of one loan missed by the end of a day, in the order they fell due."""
    found: list[Missed] = []
    in_a_row = 0
    for row in rows:
        allowed = row.due + timedelta(days=grace_days)
        late = row.missed and at > allowed and (row.met_on is None or row.met_on > allowed)
        in_a_row = in_a_row + 1 if late else 0
        if late:
            found.append(Missed(row.due, in_a_row))
    return found


@dataclass(frozen=True, slots=True)
class Sanctions:
    """What a member's missed instalments forbid: days up to and including, None for nothing."""

    no_loan_until: date | None
    no_welfare_until: date | None
    refund_lost: bool


def sanctions_of(
    missed: Iterable[Missed], table: SanctionTable, *, year_start: date, at: date
) -> Sanctions:
    """The longest that any of them causes; the refund is lost by those of the fiscal year."""
    no_loan: date | None = None
    no_welfare: date | None = None
    refund_lost = False
    for one in missed:
        step = _step_for(one.in_a_row, table)
        if step is None:
            continue
        no_loan = _later(no_loan, one.due, step.no_loan_months)
        no_welfare = _later(no_welfare, one.due, step.no_welfare_months)
        refund_lost = refund_lost or (step.no_refund and one.due >= year_start)
    return Sanctions(_running(no_loan, at), _running(no_welfare, at), refund_lost)


def _step_for(in_a_row: int, table: SanctionTable) -> SanctionStep | None:
    reached = [step for step in table.steps if step.missed <= in_a_row]
    return reached[-1] if reached else None


def _later(known: date | None, due: date, months: int) -> date | None:
    if months == 0:
        return known
    until = plus_months(due, months)
    return until if known is None else max(known, until)


def _running(until: date | None, at: date) -> date | None:
    return until if until is not None and until >= at else None


def sanction_table_of(
    rules: Sequence[SanctionRule], steps: Sequence[SanctionRuleStep], day: date
) -> SanctionTable:
    """The table in force on a day; the usual one where none was set."""
    begun = [one for one in rules if one.from_day <= day]
    if not begun:
        return USUAL_SANCTIONS
    rule = max(begun, key=lambda one: (one.from_day, one.number))
    of_rule = sorted((one.missed, one) for one in steps if one.rule == rule.number)
    return SanctionTable(
        tuple(
            SanctionStep(count, one.no_loan_months, one.no_welfare_months, one.no_refund)
            for count, one in of_rule
        ),
        rule.grace_days,
    )
