"""A claim on the welfare fund checked against its rule: the amount and every reason.

The rules are those of domain.md 4.2. Ages and years of membership are counted by the calendar,
never by subtracting years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ledger.domain.benefits import (
    Assessment,
    BenefitRule,
    Claimant,
    Finding,
    FundYear,
    PaidBenefit,
    Per,
    Reason,
    WelfareEvent,
)
from ledger.domain.days import Month, plus_months
from ledger.domain.limits import check_amount, check_count
from ledger.domain.money import ZERO, Money, total

_MOST_YEARS, _MOST_DAYS = 150, 36_600
_COUNTS = (
    *("waiting_days", "grace_days", "least_age", "most_age", "least_years"),
    *("events_per_year", "events_per_life", "claim_within_days"),
)


def assess(
    rule: BenefitRule,
    claimant: Claimant,
    event: WelfareEvent,
    *,
    paid: Sequence[PaidBenefit] = (),
    year: FundYear | None = None,
) -> Assessment:
    """What the rule pays for the event, given what was paid before.

    The year is the calendar year of the event where none is given.
    """
    year = year or FundYear(date(event.start.year, 1, 1), date(event.start.year, 12, 31))
    units, cuts = _units(rule, event, paid, year)
    blocks = [*_blocks(rule, claimant, event), *_used_up(rule, paid, year)]
    amount = membership_amount(rule, claimant.joined, event.start) * units
    if amount == ZERO:
        blocks += cuts or [Finding(Reason.NOTHING_TO_PAY)]
    caps = [] if blocks else _caps(rule, paid, year)
    for reason, allowed in caps:
        if amount > allowed:
            amount = allowed
            cuts.append(Finding(reason, allowed.as_decimal()))
    if amount == ZERO and not blocks:
        blocks = cuts
    amount = ZERO if blocks else amount
    left = _left_this_year(rule, paid, year)
    if left is not None:
        left -= amount
    return Assessment(amount, units, tuple(blocks), () if blocks else tuple(cuts), left)


def check_rule(rule: BenefitRule) -> None:
    """Refuse amounts and counts below zero.

    Raises:
        AmountOutOfRange, CountOutOfRange.
    """
    for name in ("amount", "most_per_event", "most_per_year", "most_per_life"):
        amount = getattr(rule, name)
        if amount is not None:
            check_amount(name, amount, least=ZERO)
    for name in _COUNTS:
        count = getattr(rule, name)
        if count is not None:
            check_count(name, count, least=0, most=_MOST_DAYS)
    for tier in rule.tiers:
        check_amount("tiers.amount", tier.amount, least=ZERO)
        check_count("tiers.years", tier.years, least=0, most=_MOST_YEARS)
        check_count("tiers.days", tier.days, least=0, most=_MOST_DAYS)


def full_years(since: date, day: date) -> int:
    """Years completed on the day; who joins on 29 February completes one on the 28th."""
    years = day.year - since.year
    return years if plus_months(since, 12 * years) <= day else years - 1


def membership_amount(rule: BenefitRule, joined: date, day: date) -> Money:
    """The amount of the highest tier reached on the day; the plain amount without tiers."""
    if not rule.tiers:
        return rule.amount
    reached = [
        tier
        for tier in rule.tiers
        if plus_months(joined, 12 * tier.years) + timedelta(days=tier.days) <= day
    ]
    best = max(reached, key=lambda tier: (tier.years, tier.days), default=None)
    return ZERO if best is None else best.amount


def _blocks(rule: BenefitRule, claimant: Claimant, event: WelfareEvent) -> Iterator[Finding]:
    yield from _membership_blocks(rule, claimant, event)
    yield from _personal_blocks(rule, claimant, event.start)
    if event.end is not None and event.end < event.start:
        yield Finding(Reason.ENDS_BEFORE_START, event.end.isoformat())
    last = event.end or event.start
    if rule.claim_within_days is not None and event.claimed is not None:
        latest = last + timedelta(days=rule.claim_within_days)
        if event.claimed > latest:
            yield Finding(Reason.CLAIMED_TOO_LATE, latest.isoformat())
    for document in rule.documents:
        if document not in event.documents:
            yield Finding(Reason.DOCUMENT_MISSING, document)


def _membership_blocks(
    rule: BenefitRule, claimant: Claimant, event: WelfareEvent
) -> Iterator[Finding]:
    day = event.start
    if day < claimant.joined:
        yield Finding(Reason.NOT_YET_MEMBER, claimant.joined.isoformat())
        return
    if claimant.left is not None and day > claimant.left:
        yield Finding(Reason.NO_LONGER_MEMBER, claimant.left.isoformat())
    if claimant.died is not None and day > claimant.died:
        yield Finding(Reason.AFTER_DEATH, claimant.died.isoformat())
    entitled = claimant.joined + timedelta(days=rule.waiting_days)
    if day < entitled:
        yield Finding(Reason.WAITING_PERIOD, entitled.isoformat())
    through = claimant.paid_through or claimant.joined
    if rule.paid_up and through < day - timedelta(days=rule.grace_days):
        yield Finding(Reason.NOT_PAID_UP, through.isoformat())


def _personal_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    if rule.sex is not None and claimant.sex is not rule.sex:
        yield Finding(Reason.WRONG_SEX, rule.sex.value)
    if rule.least_age is not None or rule.most_age is not None:
        yield from _age_blocks(rule, claimant, day)
    years = full_years(claimant.joined, day)
    if rule.least_years is not None and years < rule.least_years:
        yield Finding(Reason.MEMBERSHIP_TOO_SHORT, str(max(0, years)))


def _age_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    if claimant.born is None:
        yield Finding(Reason.AGE_UNKNOWN)
        return
    age = full_years(claimant.born, day)
    if rule.least_age is not None and age < rule.least_age:
        yield Finding(Reason.TOO_YOUNG, str(age))
    if rule.most_age is not None and age > rule.most_age:
        yield Finding(Reason.TOO_OLD, str(age))


def _used_up(rule: BenefitRule, paid: Sequence[PaidBenefit], year: FundYear) -> Iterator[Finding]:
    this_year = sum(1 for one in paid if year.holds(one.start))
    if rule.events_per_year is not None and this_year >= rule.events_per_year:
        yield Finding(Reason.EVENTS_OF_YEAR_USED, str(this_year))
    if rule.events_per_life is not None and len(paid) >= rule.events_per_life:
        yield Finding(Reason.EVENTS_OF_LIFE_USED, str(len(paid)))


def _units(
    rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
) -> tuple[int, list[Finding]]:
    """How many events, nights, days, months or years are paid for; none of them twice."""
    asked = _covered(rule.per, event.start, event.end, year)
    before = {unit for one in paid for unit in _covered(rule.per, one.start, one.end, year)}
    new = [unit for unit in asked if unit not in before]
    doubled = len(asked) - len(new)
    return len(new), [Finding(Reason.ALREADY_PAID, str(doubled))] if doubled else []


def _covered(per: Per, start: date, end: date | None, year: FundYear) -> list[date]:
    """What a claim covers, each unit named by its first day; a night by the day it begins on."""
    last = end or start
    if per is Per.EVENT:
        return [start]
    if per is Per.YEAR:
        return [year.start if year.holds(start) else date(start.year, 1, 1)]
    if per is Per.MONTH:
        first = Month.of(start)
        return [first.plus(at).first for at in range(Month.of(last).months_since(first) + 1)]
    count = (last - start).days + (1 if per is Per.DAY else 0)
    return [start + timedelta(days=at) for at in range(count)]


def _caps(
    rule: BenefitRule, paid: Sequence[PaidBenefit], year: FundYear
) -> Iterator[tuple[Reason, Money]]:
    """Each cap with what it still allows."""
    if rule.most_per_event is not None:
        yield Reason.CAP_OF_EVENT, rule.most_per_event
    left = _left_this_year(rule, paid, year)
    if left is not None:
        yield Reason.CAP_OF_YEAR, left
    if rule.most_per_life is not None:
        yield Reason.CAP_OF_LIFE, max(ZERO, rule.most_per_life - total(one.amount for one in paid))


def _left_this_year(rule: BenefitRule, paid: Sequence[PaidBenefit], year: FundYear) -> Money | None:
    if rule.most_per_year is None:
        return None
    spent = total(one.amount for one in paid if year.holds(one.start))
    return max(ZERO, rule.most_per_year - spent)
