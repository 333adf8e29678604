"""Paid claims on the welfare fund, each looked at again by its rule (domain.md 5.4, scheme 20)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from ledger.domain.benefits import Per
from ledger.domain.claim_check import benefit_of, check_of, state_of
from ledger.domain.red_flags import Sign
from ledger.domain.welfare_claims import ClaimState, WelfareClaim, WelfareRule
from ledger.queries.red_flags.looking import FlagRow, Look, flag


def claims(look: Look) -> Iterator[FlagRow]:
    """Scheme 20: over the cap, within the waiting period, after death or leaving, nights twice.

    The rule and all that the book knows by now are asked, so that a death that was entered after
    the claim was paid shows too.
    """
    paid = [
        one
        for one in look.reader.every(WelfareClaim)
        if one.paid_on is not None and state_of(look.reader, one) is ClaimState.PAID
    ]
    shown = [one for one in paid if one.paid_on and look.since <= one.paid_on <= look.at]
    for one in shown:
        yield from _by_its_rule(look, one)
    yield from _nights_twice(look, paid, {one.number for one in shown})


def _by_its_rule(look: Look, one: WelfareClaim) -> Iterator[FlagRow]:
    found = check_of(look.reader, one)
    facts = {"entry": one.entry, "on": one.paid_on, "member": one.member, "count": one.number}
    for block in found.blocks:
        what = f"{block.reason.value} {block.fact}".strip()
        subject = f"claim {one.number} {block.reason.value}"
        yield flag(Sign.BENEFIT_AGAINST_RULE, subject, one.amount, what=what, **facts)
    if found.is_payable and one.amount > found.amount:
        over = one.amount - found.amount
        yield flag(Sign.BENEFIT_OVER_CAP, f"claim {one.number}", over, **facts)


def _nights_twice(look: Look, paid: list[WelfareClaim], shown: set[int]) -> Iterator[FlagRow]:
    """Two benefits by the night for the same nights; one benefit never pays a night twice."""
    nights = [one for one in paid if one.end is not None and _is_by_night(look, one)]
    for one, other in combinations(nights, 2):
        if one.member != other.member or not {one.number, other.number} & shown:
            continue
        last, first = (one, other) if one.start > other.start else (other, one)
        same = min(last.end or last.start, first.end or first.start) - last.start
        if same >= timedelta(days=1):
            yield flag(
                Sign.BENEFIT_NIGHTS_TWICE,
                f"claims {one.number} {other.number}",
                min(one.amount, other.amount),
                entry=other.entry,
                on=last.start,
                member=one.member,
                what=f"{one.number}, {other.number}",
                count=same.days,
            )


def _is_by_night(look: Look, one: WelfareClaim) -> bool:
    rule = look.reader.newest(WelfareRule, one.rule)
    return rule is not None and benefit_of(look.reader, rule).per is Per.NIGHT
