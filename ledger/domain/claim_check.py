"""The check of a claim: its rule, the member's standing in the book, and all claims before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from ledger.domain.benefits import (
    Assessment,
    BenefitRule,
    Claimant,
    Finding,
    FundYear,
    PaidBenefit,
    Reason,
    Tier,
    WelfareEvent,
    YearAmount,
)
from ledger.domain.borrowing import missed_instalments_on
from ledger.domain.cooperative import Cooperative
from ledger.domain.days import Month
from ledger.domain.lending import Direction, LoanContract
from ledger.domain.members import Member, person_from
from ledger.domain.money import ZERO
from ledger.domain.owing import owing_of
from ledger.domain.refusals.welfare import UnknownBenefit
from ledger.domain.sanctions import (
    SanctionRule,
    SanctionRuleStep,
    sanction_table_of,
    sanctions_of,
)
from ledger.domain.welfare import assess
from ledger.domain.welfare_claims import (
    BenefitHeading,
    ClaimState,
    WelfareClaim,
    WelfareClaimPart,
    WelfareRule,
    WelfareRuleTier,
    lines_of_text,
)
from ledger.domain.welfare_fund import (
    Contributing,
    WelfareFund,
    WelfareLeaving,
    WelfareMembership,
    as_left,
    contributed,
    welfare_fund_of,
)


class Claiming(Contributing, Protocol):
    """What an open book and a reader have in common, with personal data."""

    def personal(self, number: int) -> str | None: ...


def rule_on(kept: Claiming, code: str, day: date) -> WelfareRule:
    """The rule of a benefit that is in force on a day.

    Raises:
        UnknownBenefit: there is none, or it had ended by then.
    """
    begun = [one for one in kept.every(WelfareRule, code=code) if one.from_day <= day]
    rule = max(begun, key=lambda one: (one.from_day, one.number), default=None)
    if rule is None or rule.closed:
        raise UnknownBenefit(code, day)
    return rule


def benefit_of(kept: Claiming, rule: WelfareRule) -> BenefitRule:
    tiers = kept.every(WelfareRuleTier, rule=rule.number)
    return BenefitRule(
        code=rule.code,
        per=rule.per,
        amount=rule.amount,
        tiers=tuple(Tier(one.amount, one.years, one.days) for one in tiers),
        waiting_days=rule.waiting_days,
        grace_days=rule.grace_days,
        paid_up=rule.paid_up,
        sex=rule.sex,
        least_age=rule.least_age,
        most_age=rule.most_age,
        least_years=rule.least_years,
        most_per_event=rule.most_per_event,
        most_per_year=rule.most_per_year,
        most_per_life=rule.most_per_life,
        events_per_year=rule.events_per_year,
        events_per_life=rule.events_per_life,
        claim_within_days=rule.claim_within_days,
        documents=lines_of_text(rule.documents),
        apart_days=rule.apart_days,
    )


def state_of(kept: Claiming, claim: WelfareClaim) -> ClaimState:
    """A paid claim whose payment was reversed is approved again, and may be paid once more."""
    if claim.state is ClaimState.PAID and kept.reversed_by(claim.entry or 0) is not None:
        return ClaimState.APPROVED
    return claim.state


def check_of(kept: Claiming, claim: WelfareClaim) -> Assessment:
    """The claim against its rule, the member's standing and all other claims of the benefit."""
    rule = kept.newest(WelfareRule, claim.rule)
    membership = kept.newest(WelfareMembership, claim.membership)
    assert rule is not None  # noqa: S101 - written with the claim
    assert membership is not None  # noqa: S101 - written with the claim
    documents = lines_of_text(claim.documents)
    event = WelfareEvent(claim.start, claim.end, claim.on, documents, claim.admitted)
    claimant = claimant_of(kept, as_left(kept, membership), event.since)
    found = assess(
        benefit_of(kept, rule),
        claimant,
        event,
        paid=claimed_before(kept, claim.member, claim.benefit, besides=claim.number),
        year=fund_year(kept, claim.start),
    )
    if rule.heading is BenefitHeading.DEATH and claimant.died is None:
        return _not_dead(found)
    return found


def _not_dead(found: Assessment) -> Assessment:
    """The largest benefit of most funds is not paid on a claim alone: the register has to know."""
    blocks = (Finding(Reason.NOT_DEAD), *found.blocks)
    return replace(found, amount=ZERO, blocks=blocks, cuts=(), parts=())


def claimed_before(
    kept: Claiming, member: str, benefit: str, *, besides: int | None = None
) -> list[PaidBenefit]:
    """The member's claims of a benefit; those that were not granted stand with nothing."""
    found = []
    for one in kept.every(WelfareClaim, member=member, benefit=benefit):
        if one.number == besides or one.state is ClaimState.CANCELLED:
            continue
        granted = one.state in (ClaimState.APPROVED, ClaimState.PAID)
        parts = kept.every(WelfareClaimPart, claim=one.number) if granted else []
        found.append(
            PaidBenefit(
                one.start,
                one.amount if granted else ZERO,
                one.end,
                tuple(YearAmount(part.start, part.amount) for part in parts),
                one.admitted,
            )
        )
    return found


def claimant_of(kept: Claiming, membership: WelfareMembership, day: date) -> Claimant:
    """What the fund knows of a member on the day of an event.

    Contributions paid later do not count: nobody pays arrears to be helped after the event.
    """
    fund = welfare_fund_of(kept)
    died = membership.ended_why is WelfareLeaving.DIED
    return Claimant(
        joined=membership.joined,
        paid_through=contributed(kept, membership, max(day, membership.joined)).covered.through,
        born=_born(kept, membership.member),
        sex=membership.sex,
        left=None if died else membership.ended,
        died=membership.ended if died else None,
        no_welfare_until=_forbidden_until(kept, fund, membership.member, day),
    )


def fund_year(kept: Claiming, day: date) -> FundYear:
    """The fiscal year in which a day lies; caps of a year count in it."""
    (cooperative,) = kept.every(Cooperative)
    month = Month.of(day)
    first = month.plus(-((month.number - cooperative.year_ends_in - 1) % 12))
    return FundYear(first.first, first.plus(11).last)


def _born(kept: Claiming, number: str) -> date | None:
    member = kept.newest(Member, number)
    text = None if member is None else kept.personal(member.person)
    born = "" if text is None else person_from(text).born
    return date.fromisoformat(born) if born else None


def _forbidden_until(kept: Claiming, fund: WelfareFund, member: str, day: date) -> date | None:
    """The last day of a sanction that is running on the day (domain.md 1.4)."""
    if not fund.sanctions:
        return None
    table = sanction_table_of(kept.every(SanctionRule), kept.every(SanctionRuleStep), day)
    missed = [
        one
        for contract in kept.every(LoanContract, member=member)
        if contract.direction is Direction.OUT and contract.on <= day
        for one in missed_instalments_on(owing_of(kept, contract.card), table.grace_days, day)
    ]
    year = fund_year(kept, day)
    return sanctions_of(missed, table, year_start=year.start, at=day).no_welfare_until
