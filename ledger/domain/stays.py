"""What claims cover: single nights to years, which of them make one stay, and in which year.

A stay is known by the day of admission that each claim states, as the hospital's paper does: all
claims of one admission are one stay with one cap, also where nights between them are never claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.domain.benefits import (
    CONTINUING,
    BenefitRule,
    FundYear,
    PaidBenefit,
    Per,
    WelfareEvent,
)
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money

# Of these nothing that was paid may be claimed again; weeks, months and years are only skipped.
NEVER_TWICE = (Per.EVENT, Per.NIGHT, Per.DAY)


def units_of(per: Per, start: date, end: date | None, year: FundYear) -> list[date]:
    """What a claim covers, each unit named by its first day; a night by the day it begins on."""
    last = end or start
    if per is Per.EVENT:
        return [start]
    if per is Per.YEAR:
        return [year.start_for(start)]
    if per is Per.MONTH:
        first = Month.of(start)
        return [first.plus(at).first for at in range(Month.of(last).months_since(first) + 1)]
    if per is Per.WEEK:
        monday = start - timedelta(days=start.weekday())
        return [monday + timedelta(days=at) for at in range(0, (last - monday).days + 1, 7)]
    count = (last - start).days + (1 if per is Per.DAY else 0)
    return [start + timedelta(days=at) for at in range(count)]


def paid_before(
    per: Per, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
) -> set[date]:
    """Those units of the event that were paid before."""
    asked = set(units_of(per, event.start, event.end, year))
    if per is Per.EVENT:
        last = event.end or event.start
        met = any(
            one.start <= last and event.start <= (one.end or one.start) for one in _paid(paid)
        )
        return asked if met else set()
    return asked & {unit for one in _paid(paid) for unit in units_of(per, one.start, one.end, year)}


def same_stay(
    rule: BenefitRule, event: WelfareEvent, known: Sequence[PaidBenefit], year: FundYear
) -> list[PaidBenefit]:
    """What was claimed for the stay that the event goes on with, however it was divided.

    Each claim reaches from the day of admission to its own end; those that touch are one stay.
    A claim of which nothing was paid belongs to it too; otherwise it would begin a new stay behind.
    """
    per = rule.per
    if per not in CONTINUING:
        return []
    begin, end = _span(per, event.since, event.end or event.start, year)
    gap = rule.apart_days if per in (Per.NIGHT, Per.DAY) else 0
    joined: list[PaidBenefit] = []
    left = list(known)
    while True:
        spans = [(one, _span(per, one.since, one.end or one.start, year)) for one in left]
        touching = [
            (one, span) for one, span in spans if span[0] <= end + gap and begin <= span[1] + gap
        ]
        if not touching:
            return joined
        joined += [one for one, _ in touching]
        left = [one for one in left if one not in joined]
        begin = min(begin, *(span[0] for _, span in touching))
        end = max(end, *(span[1] for _, span in touching))


def stays(rule: BenefitRule, known: Sequence[PaidBenefit], year: FundYear) -> list[date]:
    """The first days of the single events or stays of which something was paid."""
    left = sorted(_paid(known), key=lambda one: one.start)
    starts = []
    while left:
        first = left.pop(0)
        starts.append(first.start)
        event = WelfareEvent(first.start, first.end, admitted=first.admitted)
        same = same_stay(rule, event, known, year)
        left = [one for one in left if one not in same]
    return starts


def admitted_otherwise(
    rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
) -> date | None:
    """Another day of admission that a paid claim states within the stay; one of them is wrong."""
    if rule.per not in CONTINUING or event.admitted is None:
        return None
    begin, end = _span(rule.per, event.since, event.end or event.start, year)
    for one in _paid(paid):
        first, last = _span(rule.per, one.since, one.end or one.start, year)
        if one.admitted not in {None, event.admitted} and first < end and begin < last:
            return one.admitted
    return None


def by_year(
    units: Sequence[date], rate: Money, event: WelfareEvent, year: FundYear
) -> dict[date, Money]:
    """The units at their rate, by the first days of the years of the fund in which they count."""
    found: dict[date, Money] = {}
    for unit in units:
        # A week or month that began before the event counts in the year of the event.
        start = year.start_for(max(unit, event.start))
        found[start] = found.get(start, ZERO) + rate
    return found


def amounts_by_year(per: Per, one: PaidBenefit, year: FundYear) -> dict[date, Money]:
    """What was paid, by the first days of the years of the fund in which it counts.

    A benefit without parts is divided by its units; what cannot be divided stays in the first year.
    """
    if one.parts:
        return {part.start: part.amount for part in one.parts}
    units = units_of(per, one.start, one.end, year)
    counts: dict[date, int] = {}
    for unit in units or [one.start]:
        start = year.start_for(max(unit, one.start))
        counts[start] = counts.get(start, 0) + 1
    count = sum(counts.values())
    found = {start: Money(one.amount.satang * number // count) for start, number in counts.items()}
    first = min(found)
    found[first] += one.amount - sum(found.values(), ZERO)
    return found


def _paid(known: Sequence[PaidBenefit]) -> list[PaidBenefit]:
    return [one for one in known if one.amount > ZERO]


def _span(per: Per, start: date, end: date, year: FundYear) -> tuple[int, int]:
    """The claim as a half-open range; those that touch are one stay."""
    if per is Per.MONTH:
        months = [Month.of(day).year * 12 + Month.of(day).number for day in (start, end)]
        return months[0], months[1] + 1
    units = units_of(per, start, end, year)
    step = 7 if per is Per.WEEK else 1
    if not units:
        return start.toordinal(), start.toordinal()
    return units[0].toordinal(), units[-1].toordinal() + step
