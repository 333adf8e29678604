"""What was changed in the file, entered late, or done by one person alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ledger.domain.closing_period import YEAR_CLOSED
from ledger.domain.money import ZERO, Money
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Look, flag
from ledger.queries.red_flags.payments import PAYING

# Commands that change rates, plans, days, security or what is known of a member (scheme 6).
CHANGES = (
    "change-member",
    "set-savings-rate",
    "set-loan-rate",
    "reschedule-loan",
    "declare-moratorium",
    "transfer-loan",
    "release-guarantor",
    "release-collateral",
    "release-hold",
    "change-account",
    "set-loan-limits",
    "define-loan-type",
    "define-savings-product",
    "define-share-type",
    "set-sanctions",
    "set-loan-classes",
    "set-contribution",
    "set-benefit-rule",
    "set-approval-rules",
)


def file_changes(look: Look) -> Iterator[FlagRow]:
    """Scheme 6: every change of a rate, plan, security or member's data in the period."""
    names = json.dumps(CHANGES)
    for act, at, command, payload in look.in_period(
        "SELECT number, recorded_at, command, payload FROM acts"
        " WHERE substr(recorded_at, 1, 10) BETWEEN ? AND ?"
        " AND command IN (SELECT value FROM json_each(?))"
        " AND instr(payload, '\"change\":false') = 0 ORDER BY number",
        names,
    ):
        fields = json.loads(payload)
        card, member = fields.get("card"), fields.get("member")
        owed = [one.outstanding for one in look.live if one.number == card]
        yield flag(
            Sign.FILE_CHANGED,
            act,
            owed[0] if owed else ZERO,
            act=act,
            card=card if isinstance(card, int) else None,
            member=member if isinstance(member, str) else None,
            what=command,
            on=date.fromisoformat(at[:10]),
        )


_BACKDATED = f"""
SELECT e.number, e.day, a.recorded_at, e.act, (SELECT SUM(debit) FROM lines WHERE entry = e.number),
EXISTS (SELECT 1 FROM lines AS l WHERE l.entry = e.number
  AND l.account IN (SELECT account FROM roles WHERE role = 'cash'))
FROM entries AS e JOIN acts AS a ON a.number = e.act
WHERE substr(a.recorded_at, 1, 10) BETWEEN ? AND ? AND e.day < substr(a.recorded_at, 1, 10)
AND e.event NOT IN ('opening', 'import', 'savings_interest', '{YEAR_CLOSED}', 'surplus_allocated',
  'loss_covered', 'provision', 'provision_released') ORDER BY e.number"""


def backdated(look: Look) -> Iterator[FlagRow]:
    """Scheme 12: entered later than the law allows: cash the same day, the rest in three days.

    Entries that are made at the end of a period for its last day are left out.
    """
    for entry, day, at, act, satang, cash in look.in_period(_BACKDATED):
        on, recorded = date.fromisoformat(day), date.fromisoformat(at[:10])
        late = (recorded - on).days
        allowed = look.limits.cash_entry_days if cash else look.limits.other_entry_days
        if late > allowed:
            yield flag(
                Sign.BACKDATED, entry, Money(satang or 0), entry=entry, act=act, on=on, count=late
            )


def one_person(look: Look) -> Iterator[FlagRow]:
    """Scheme 22: one user enters everything, payments nobody else approved, nobody ever rests."""
    found = look.in_period(
        "SELECT a.user, COUNT(*) FROM entries AS e JOIN acts AS a ON a.number = e.act"
        " WHERE substr(a.recorded_at, 1, 10) BETWEEN ? AND ? GROUP BY a.user"
    )
    if len(found) == 1 and found[0][1] >= look.limits.one_user_entries:
        yield flag(Sign.ONE_USER, look.of_year("entries"), count=found[0][1])
    ((number, satang),) = look.in_period(
        f"WITH {PAYING} SELECT COUNT(*), COALESCE(SUM(v.paid), 0) FROM paying AS v JOIN acts AS a"
        ' ON a.number = v.act WHERE v."on" BETWEEN ? AND ?'
        " AND (v.approved_by = '' OR v.approved_by = a.user)"
    )
    if number:
        yield flag(Sign.NO_APPROVER, look.of_year("payments"), Money(satang), count=number)
    yield from _no_leave(look)


def _no_leave(look: Look) -> Iterator[FlagRow]:
    days: dict[str, list[date]] = {}
    for user, day in look.in_period(
        "SELECT DISTINCT user, substr(recorded_at, 1, 10) FROM acts"
        " WHERE substr(recorded_at, 1, 10) BETWEEN ? AND ? ORDER BY 1, 2"
    ):
        days.setdefault(user, []).append(date.fromisoformat(day))
    for user, worked in sorted(days.items()):
        rest = max(((after - before).days for before, after in pairwise(worked)), default=0)
        if (worked[-1] - worked[0]).days >= 300 and rest < look.limits.leave_days:
            yield flag(Sign.NO_LEAVE, look.of_year(user), what=user, count=rest)
