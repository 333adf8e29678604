"""Benefits in the book: rules with their days, claims, and what was decided on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.benefits import Per, Sex
from ledger.domain.money import ZERO, Money
from ledger.domain.records import Record


class BenefitHeading(Enum):
    """Under which heading of CODI's yearly form a benefit is counted (domain.md 4.3)."""

    BIRTH = "birth"
    SICKNESS = "sickness"
    ELDERLY = "elderly"
    DEATH = "death"
    FUNERAL = "funeral"
    DISABLED = "disabled"
    OCCUPATION = "occupation"
    EDUCATION = "education"
    TRADITION = "tradition"
    HOUSING = "housing"
    DISASTER = "disaster"
    PUBLIC = "public"
    ENVIRONMENT = "environment"
    PUBLICITY = "publicity"
    ORGANISATION = "organisation"
    EPIDEMIC = "epidemic"
    OTHER = "other"


# What a settlement on a death may claim besides.
ON_DEATH = frozenset({BenefitHeading.DEATH, BenefitHeading.FUNERAL})

# The role of the account that a heading is booked to; headings without one of their own share one.
ROLE_OF = {
    BenefitHeading.BIRTH: "welfare_birth",
    BenefitHeading.SICKNESS: "welfare_sickness",
    BenefitHeading.ELDERLY: "welfare_elderly",
    BenefitHeading.DEATH: "welfare_death",
    BenefitHeading.FUNERAL: "welfare_death",
    BenefitHeading.EDUCATION: "welfare_education",
    BenefitHeading.DISASTER: "welfare_disaster",
}
OTHER_ROLE = "welfare_other"


class ClaimState(Enum):
    """How far a claim has come."""

    FILED = "filed"
    APPROVED = "approved"
    REJECTED = "rejected"
    PAID = "paid"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class WelfareRule(Record):
    """A benefit as decided, in force from a day on; of one day the later setting counts.

    The fields are those of ``benefits.BenefitRule``; documents stand one to a line.
    """

    table = "welfare_rules"
    key = ("number",)
    versions = False

    number: int
    code: str
    from_day: date
    name_th: str
    name_en: str
    heading: BenefitHeading
    account: str
    resolution: str
    closed: bool
    per: Per
    amount: Money
    waiting_days: int
    grace_days: int
    paid_up: bool
    sex: Sex | None
    least_age: int | None
    most_age: int | None
    least_years: int | None
    most_per_event: Money | None
    most_per_year: Money | None
    most_per_life: Money | None
    events_per_year: int | None
    events_per_life: int | None
    claim_within_days: int | None
    documents: str
    apart_days: int


@dataclass(frozen=True, slots=True)
class WelfareRuleTier(Record):
    """One tier of a benefit by years and days of membership."""

    table = "welfare_rule_tiers"
    key = ("rule", "line")
    versions = False

    rule: int
    line: int
    years: int
    days: int
    amount: Money


@dataclass(frozen=True, slots=True)
class WelfareClaim(Record):
    """A claim: what happened, what was decided on it, and the entry that paid it.

    ``amount`` is what was approved; ``admitted`` is the day on which the stay began. Documents and
    the committee's names stand one to a line.
    """

    table = "welfare_claims"
    key = ("number",)

    number: int
    member: str
    membership: int
    benefit: str
    rule: int
    on: date
    start: date
    end: date | None
    documents: str
    payee: str
    note: str
    state: ClaimState = ClaimState.FILED
    amount: Money = ZERO
    decided_on: date | None = None
    resolution: str = ""
    committee: str = ""
    chair: str = ""
    reason: str = ""
    entry: int | None = None
    paid_on: date | None = None
    admitted: date | None = None


@dataclass(frozen=True, slots=True)
class WelfareClaimPart(Record):
    """What an approved claim counts in one year of the fund; ``start`` is its first day."""

    table = "welfare_claim_parts"
    key = ("claim", "start")

    claim: int
    start: date
    amount: Money


def lines_of_text(text: str) -> tuple[str, ...]:
    """Texts that are kept one to a line."""
    return tuple(text.split("\n")) if text else ()
