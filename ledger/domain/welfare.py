"""Benefits of a welfare fund: a rule as data, a claim against it, the amount and every reason.

domain.md 4.2: waiting period, paid-up test, amounts per event, night or tier of membership, caps
per event, year and life. Ages and years of membership are counted by the calendar, never by
subtracting years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ledger.domain.days import plus_months
from ledger.domain.money import ZERO, Money, total


class Per(Enum):
    """What the amount of a benefit is paid for."""

    EVENT = "event"
    NIGHT = "night"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Sex(Enum):
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Tier:
    """The amount for who has been a member for at least so many full years and days."""

    amount: Money
    years: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitRule:
    """One benefit. Fields left at None set no limit.

    ``amount`` is paid per ``per``; with ``tiers`` the membership decides it. ``waiting_days`` after
    joining nothing is paid; contributions must be paid through the event less ``grace_days``.
    """

    code: str = ""
    per: Per = Per.EVENT
    amount: Money = ZERO
    tiers: tuple[Tier, ...] = ()
    waiting_days: int = 0
    grace_days: int = 0
    paid_up: bool = True
    on_death: bool = False
    sex: Sex | None = None
    least_age: int | None = None
    most_age: int | None = None
    least_years: int | None = None
    most_per_event: Money | None = None
    most_per_year: Money | None = None
    most_per_life: Money | None = None
    events_per_year: int | None = None
    events_per_life: int | None = None
    claim_within_days: int | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """What the fund knows of the member on the day of the claim."""

    joined: date
    paid_through: date | None = None
    born: date | None = None
    sex: Sex | None = None
    left: date | None = None
    died: date | None = None


@dataclass(frozen=True, slots=True)
class PaidBenefit:
    """A benefit of the same rule paid before; nights from ``start`` to the morning of ``end``."""

    start: date
    amount: Money
    end: date | None = None


@dataclass(frozen=True, slots=True)
class WelfareEvent:
    """What happened: one day, or from ``start`` to ``end``; ``claimed`` is the day of the claim."""

    start: date
    end: date | None = None
    claimed: date | None = None
    documents: tuple[str, ...] = ()


class Reason(Enum):
    """Why a benefit is not paid, or is less than asked."""

    NOT_YET_MEMBER = "not_yet_member"
    NO_LONGER_MEMBER = "no_longer_member"
    AFTER_DEATH = "after_death"
    WAITING_PERIOD = "waiting_period"
    NOT_PAID_UP = "not_paid_up"
    WRONG_SEX = "wrong_sex"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    AGE_UNKNOWN = "age_unknown"
    MEMBERSHIP_TOO_SHORT = "membership_too_short"
    CLAIMED_TOO_LATE = "claimed_too_late"
    DOCUMENT_MISSING = "document_missing"
    ENDS_BEFORE_START = "ends_before_start"
    NIGHTS_ALREADY_PAID = "nights_already_paid"
    NOTHING_TO_PAY = "nothing_to_pay"
    EVENTS_OF_YEAR_USED = "events_of_year_used"
    EVENTS_OF_LIFE_USED = "events_of_life_used"
    CAP_OF_EVENT = "cap_of_event"
    CAP_OF_YEAR = "cap_of_year"
    CAP_OF_LIFE = "cap_of_life"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason with its fact: a day, a count, an amount or a document, as plain text."""

    reason: Reason
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The amount to pay, what was counted, and why it is not more.

    ``blocks`` are the reasons why nothing is paid; ``cuts`` those that lessened the amount.
    ``left_this_year`` is what may still be claimed after this; None without a yearly cap.
    """

    amount: Money
    units: int
    blocks: tuple[Finding, ...]
    cuts: tuple[Finding, ...]
    left_this_year: Money | None

    @property
    def is_payable(self) -> bool:
        return not self.blocks


@dataclass(frozen=True, slots=True)
class FundYear:
    """The year in which yearly caps count; both days included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


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
    blocks = [*_blocks(rule, claimant, event), *_used_up(rule, event, paid, year)]
    units, cuts = _units(rule, event, paid)
    if units == 0:
        blocks.append(Finding(Reason.NOTHING_TO_PAY))
    amount, more_cuts = _capped(rule, claimant, event, units=units, paid=paid, year=year)
    spent = total(one.amount for one in paid if year.holds(one.start))
    if blocks:
        amount, more_cuts = ZERO, []
    left = None
    if rule.most_per_year is not None:
        left = max(ZERO, rule.most_per_year - spent - amount)
    if amount == ZERO and not blocks:
        blocks = more_cuts or [Finding(Reason.NOTHING_TO_PAY)]
    return Assessment(amount, units, tuple(blocks), tuple([*cuts, *more_cuts]), left)


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


def _used_up(
    rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
) -> Iterator[Finding]:
    this_year = sum(1 for one in paid if year.holds(one.start))
    if rule.events_per_year is not None and this_year >= rule.events_per_year:
        yield Finding(Reason.EVENTS_OF_YEAR_USED, str(this_year))
    if rule.events_per_life is not None and len(paid) >= rule.events_per_life:
        yield Finding(Reason.EVENTS_OF_LIFE_USED, str(len(paid)))
    if rule.per in (Per.NIGHT, Per.DAY):
        return
    if any(one.start == event.start for one in paid):
        yield Finding(Reason.NIGHTS_ALREADY_PAID, event.start.isoformat())


def _units(
    rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit]
) -> tuple[int, list[Finding]]:
    """How many nights, days, months or years are paid for; nights paid before do not count."""
    last = event.end or event.start
    if rule.per is Per.EVENT:
        return 1, []
    if rule.per in (Per.MONTH, Per.YEAR):
        return max(0, _whole_months(event.start, last) // (12 if rule.per is Per.YEAR else 1)), []
    asked = _days_of(rule.per, event.start, last)
    before = {day for one in paid for day in _days_of(rule.per, one.start, one.end or one.start)}
    new = [day for day in asked if day not in before]
    doubled = len(asked) - len(new)
    return len(new), [Finding(Reason.NIGHTS_ALREADY_PAID, str(doubled))] if doubled else []


def _days_of(per: Per, start: date, end: date) -> list[date]:
    """The days, or the nights by the day they begin on."""
    count = (end - start).days + (1 if per is Per.DAY else 0)
    return [start + timedelta(days=day) for day in range(count)]


def _whole_months(start: date, last: date) -> int:
    # Both days included: 1 to 31 January is one month.
    end = last + timedelta(days=1)
    count = (end.year - start.year) * 12 + end.month - start.month
    return count if plus_months(start, count) <= end else count - 1


def _capped(
    rule: BenefitRule,
    claimant: Claimant,
    event: WelfareEvent,
    *,
    units: int,
    paid: Sequence[PaidBenefit],
    year: FundYear,
) -> tuple[Money, list[Finding]]:
    amount = membership_amount(rule, claimant.joined, event.start) * units
    cuts = []
    for reason, left in _caps(rule, paid, year):
        if amount > left:
            amount = left
            cuts.append(Finding(reason, left.as_decimal()))
    return amount, cuts


def _caps(
    rule: BenefitRule, paid: Sequence[PaidBenefit], year: FundYear
) -> Iterator[tuple[Reason, Money]]:
    """Each cap with what it still allows."""
    if rule.most_per_event is not None:
        yield Reason.CAP_OF_EVENT, rule.most_per_event
    if rule.most_per_year is not None:
        spent = total(one.amount for one in paid if year.holds(one.start))
        yield Reason.CAP_OF_YEAR, max(ZERO, rule.most_per_year - spent)
    if rule.most_per_life is not None:
        yield Reason.CAP_OF_LIFE, max(ZERO, rule.most_per_life - total(one.amount for one in paid))
