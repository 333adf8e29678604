"""What a benefit of the welfare fund is: its rule as data, who claims, and what may speak against.

domain.md 4.2 lists the fields that real funds use.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.days import plus_months
from ledger.domain.money import ZERO, Money


class Per(Enum):
    """What the amount is paid for, once each: weeks from Monday, calendar months, fund years."""

    EVENT = "event"
    NIGHT = "night"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


# Paid again and again while it lasts: what one of these is for has a day on which it began.
CONTINUING = (Per.NIGHT, Per.DAY, Per.WEEK, Per.MONTH)


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
    Nights or days with at most ``apart_days`` between them belong to one stay.
    """

    code: str = ""
    per: Per = Per.EVENT
    amount: Money = ZERO
    tiers: tuple[Tier, ...] = ()
    waiting_days: int = 0
    grace_days: int = 0
    paid_up: bool = True
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
    apart_days: int = 0

    @property
    def counts_stays(self) -> bool:
        """Whether it must be known which claims are of one stay: something is limited by it."""
        limits = (self.most_per_event, self.events_per_year, self.events_per_life)
        return self.per in CONTINUING and any(one is not None for one in limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """What the fund knows of the member on the day of the claim.

    ``no_welfare_until`` is the last day of a sanction for missed instalments (domain.md 1.4).
    """

    joined: date
    paid_through: date | None = None
    born: date | None = None
    sex: Sex | None = None
    left: date | None = None
    died: date | None = None
    no_welfare_until: date | None = None


@dataclass(frozen=True, slots=True)
class YearAmount:
    """The part of a benefit that counts in the fund's year with this first day."""

    start: date
    amount: Money


@dataclass(frozen=True, slots=True)
class PaidBenefit:
    """A benefit of the same rule paid before; nights from ``start`` to the morning of ``end``.

    ``parts`` are its amounts by years where it lies in more than one. One of nothing says that a
    stay went on although it was not paid for. ``admitted`` is the first day of the stay.
    """

    start: date
    amount: Money
    end: date | None = None
    parts: tuple[YearAmount, ...] = ()
    admitted: date | None = None

    @property
    def since(self) -> date:
        return _since(self.start, self.admitted)


@dataclass(frozen=True, slots=True)
class WelfareEvent:
    """What happened: one day, or from ``start`` to ``end``; ``claimed`` is the day of the claim.

    ``admitted`` is the day on which the stay began, if its first nights are not claimed here.
    """

    start: date
    end: date | None = None
    claimed: date | None = None
    documents: tuple[str, ...] = ()
    admitted: date | None = None

    @property
    def since(self) -> date:
        """The day of the event itself: whoever is entitled on it is entitled to the stay."""
        return _since(self.start, self.admitted)


class Reason(Enum):
    """Why a benefit is not paid, or is less than asked."""

    NOT_YET_MEMBER = "not_yet_member"
    NO_LONGER_MEMBER = "no_longer_member"
    AFTER_DEATH = "after_death"
    NOT_DEAD = "not_dead"
    UNDER_SANCTION = "under_sanction"
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
    ALREADY_PAID = "already_paid"
    NOTHING_TO_PAY = "nothing_to_pay"
    EVENTS_OF_YEAR_USED = "events_of_year_used"
    EVENTS_OF_LIFE_USED = "events_of_life_used"
    CAP_OF_EVENT = "cap_of_event"
    CAP_OF_YEAR = "cap_of_year"
    CAP_OF_LIFE = "cap_of_life"
    CLAIMED_APART = "claimed_apart"
    BEFORE_ADMISSION = "before_admission"
    ADMITTED_OTHERWISE = "admitted_otherwise"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason with its fact: a day, a count, an amount or a document, as plain text."""

    reason: Reason
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The amount to pay, what was counted, and why it is not more.

    ``blocks`` are the reasons why nothing is paid; ``cuts`` those that lessened the amount.
    ``left_this_year`` is what may still be claimed after this; None without a yearly cap. ``parts``
    are the amount by the years of the fund in which it counts.
    """

    amount: Money
    units: int
    blocks: tuple[Finding, ...]
    cuts: tuple[Finding, ...]
    left_this_year: Money | None
    parts: tuple[YearAmount, ...] = ()

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

    def start_for(self, day: date) -> date:
        """The first day of the year of this kind in which the day lies."""
        return plus_months(self.start, 12 * full_years(self.start, day))


def _since(start: date, admitted: date | None) -> date:
    return start if admitted is None else min(start, admitted)


def full_years(since: date, day: date) -> int:
    """Years completed on the day; who joins on 29 February completes one on the 28th."""
    years = day.year - since.year
    return years if plus_months(since, 12 * years) <= day else years - 1
