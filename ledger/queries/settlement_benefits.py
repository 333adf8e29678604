"""What the welfare fund pays when a member leaves: claims approved before, benefits on a death."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.benefits import Finding, WelfareEvent
from ledger.domain.claim_check import (
    benefit_of,
    claimant_of,
    claimed_before,
    fund_year,
    state_of,
)
from ledger.domain.money import ZERO, Money
from ledger.domain.settling import SettledItem, SettledKind
from ledger.domain.welfare import assess
from ledger.domain.welfare_claims import ON_DEATH, ClaimState, WelfareClaim, WelfareRule
from ledger.domain.welfare_fund import WelfareLeaving, as_left, membership_on
from ledger.queries.naming import Name
from ledger.queries.welfare_claims import benefit_rules
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class BenefitOffer:
    """A benefit of the welfare fund on a death: what it would pay, or the tests that fail."""

    benefit: str
    name_th: str
    name_en: str
    amount: Money
    blocks: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One line of a settlement with the name of its product, loan type, charge or benefit."""

    item: SettledItem
    name_th: str
    name_en: str


def benefit_name(reader: Reader, number: int) -> Name:
    """The name of the benefit that a claim asks for."""
    claim = reader.newest(WelfareClaim, number)
    rule = None if claim is None else reader.newest(WelfareRule, claim.rule)
    return Name("", "") if rule is None else Name(rule.name_th, rule.name_en)


def benefit_offers(reader: Reader, member: str, day: date) -> tuple[BenefitOffer, ...]:
    """The benefits on a death by the rules in force on its day, each checked against the book.

    Documents are left out: they are named when the benefit is claimed.
    """
    membership = membership_on(reader, member, day)
    if membership is None:
        return ()
    died = replace(as_left(reader, membership), ended=day, ended_why=WelfareLeaving.DIED)
    claimant, year = claimant_of(reader, died, day), fund_year(reader, day)
    found = []
    for view in benefit_rules(reader, at=day).rows:
        if view.rule.heading in ON_DEATH:
            rule = replace(benefit_of(reader, view.rule), documents=())
            before = claimed_before(reader, member, view.rule.code)
            check = assess(rule, claimant, WelfareEvent(day), paid=before, year=year)
            names = (view.rule.code, view.rule.name_th, view.rule.name_en)
            found.append(BenefitOffer(*names, check.amount, check.blocks))
    return tuple(found)


def welfare_items(
    reader: Reader, member: str, offers: tuple[BenefitOffer, ...], wanted: tuple[str, ...]
) -> list[SheetItem]:
    """What the fund would pay: claims that were approved, and the benefits that are wanted."""
    rows: list[tuple[SettledKind, int | None, Money, Name]] = [
        (SettledKind.CLAIM, one.number, one.amount, benefit_name(reader, one.number))
        for one in reader.every(WelfareClaim, member=member)
        if state_of(reader, one) is ClaimState.APPROVED
    ]
    rows += [
        (SettledKind.BENEFIT, None, one.amount, Name(one.name_th, one.name_en))
        for one in offers
        if one.benefit in wanted
    ]
    return [
        SheetItem(
            SettledItem(0, 0, kind, None, None, amount, ZERO, amount, ZERO, claim=claim),
            name.th,
            name.en,
        )
        for kind, claim, amount, name in rows
    ]
