"""What the welfare area knows and decides, without Qt: commands from forms, checks as sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from ledger.domain.benefits import BenefitRule, Finding, Per, Sex, Tier
from ledger.domain.commands import Outcome
from ledger.domain.money import ZERO, Money
from ledger.domain.products import ChargeType
from ledger.domain.welfare_claims import BenefitHeading, ClaimState
from ledger.queries.welfare_card import WelfareCard
from ledger.queries.welfare_claims import ClaimRow, ClaimView
from ledger.queries.welfare_members import WelfareMembers
from ledger.queries.welfare_report import MatchRounds
from ledger.usecases.welfare_ruling import SetBenefitRule
from reports.words.benefit_reasons import benefit_reason, named_reason
from reports.words.choices import SEXES
from reports.words.figures import in_western_digits
from reports.words.voice import N_, Voice
from reports.words.welfare_words import claim_state, rhythm_name, welfare_leaving

_BETWEEN = re.compile(r"[;\n]+")
_TIER = re.compile(r"\s*(\d{1,3})(?:\+(\d{1,5}))?\s*[:=]\s*(\d[\d,]*(?:\.\d{1,2})?)\s*")

SEX_OR_NONE: Mapping[Sex | None, str] = {
    None: N_("Not entered"),
    Sex.FEMALE: SEXES[Sex.FEMALE],
    Sex.MALE: SEXES[Sex.MALE],
}


def entrance_fee_of(reader: Any, code: str) -> Money:
    """What the fund asks of who joins; nothing where it has no such fee yet."""
    kind: ChargeType | None = reader.newest(ChargeType, code)
    return ZERO if kind is None else kind.amount


class Step(Enum):
    """What Enter does with a claim: what comes next for it."""

    DECIDE = "decide"
    PAY = "pay"
    PAPER = "paper"


def next_step(row: ClaimRow) -> Step:
    """A claim that waits is decided, an approved one paid; of the others the paper is shown."""
    if row.state is ClaimState.FILED:
        return Step.DECIDE
    return Step.PAY if row.state is ClaimState.APPROVED else Step.PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleForm:
    """The rule of a benefit as it is filled in; counts and amounts at None set no limit."""

    code: str
    name_th: str
    name_en: str
    heading: BenefitHeading
    per: Per
    amount: Money | None
    tiers: str
    waiting_days: int | None
    grace_days: int | None
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
    apart_days: int | None
    documents: str
    resolution: str
    from_day: date
    closed: bool

    def command(self) -> SetBenefitRule | None:
        """None while the tiers cannot be read."""
        tiers = read_tiers(self.tiers)
        if tiers is None:
            return None
        rule = BenefitRule(
            code=self.code,
            per=self.per,
            amount=ZERO if self.amount is None else self.amount,
            tiers=tiers,
            waiting_days=self.waiting_days or 0,
            grace_days=self.grace_days or 0,
            paid_up=self.paid_up,
            sex=self.sex,
            least_age=self.least_age,
            most_age=self.most_age,
            least_years=self.least_years,
            most_per_event=self.most_per_event,
            most_per_year=self.most_per_year,
            most_per_life=self.most_per_life,
            events_per_year=self.events_per_year,
            events_per_life=self.events_per_life,
            claim_within_days=self.claim_within_days,
            apart_days=self.apart_days or 0,
            documents=separate(self.documents),
        )
        return SetBenefitRule(
            rule=rule,
            from_day=self.from_day,
            name_th=self.name_th,
            name_en=self.name_en,
            heading=self.heading,
            resolution=self.resolution,
            closed=self.closed,
        )


def separate(typed: str) -> tuple[str, ...]:
    """Several things with semicolons or lines between them."""
    return tuple(part.strip() for part in _BETWEEN.split(typed) if part.strip())


def read_tiers(typed: str) -> tuple[Tier, ...] | None:
    """Amounts by full years of membership, as in ``0+180: 3,000; 3: 10,000``; None if unreadable.

    Days after the years stand behind a plus.
    """
    found = []
    for part in separate(in_western_digits(typed)):
        read = _TIER.fullmatch(part)
        if read is None:
            return None
        years, days, amount = read.groups()
        plain = Money.from_decimal(amount.replace(",", ""))
        found.append(Tier(plain, int(years), int(days or 0)))
    return tuple(found)


def tiers_text(tiers: Sequence[Tier]) -> str:
    """The tiers as ``read_tiers`` reads them."""
    parts = []
    for tier in tiers:
        days = f"+{tier.days}" if tier.days else ""
        parts.append(f"{tier.years}{days}: {tier.amount.as_decimal()}")
    return "; ".join(parts)


def fund_facts(told: WelfareMembers, rounds: MatchRounds, voice: Voice) -> str:
    """The fund in a few words; without a fund, what to do first."""
    if told.fund is None:
        return voice.tr("There is no welfare fund in this book yet. Set it up first.")
    parts = (
        voice.tr("Members: {count}").format(count=voice.number(told.present)),
        voice.tr("Behind: {count}").format(count=voice.number(told.behind)),
        voice.tr("Due now: {amount} baht").format(amount=voice.money(told.due)),
        voice.tr("Matching still to come: {amount} baht").format(
            amount=voice.money(rounds.to_come)
        ),
    )
    return " · ".join(parts)


def member_facts(card: WelfareCard, voice: Voice) -> str:
    """Since when somebody is in the fund, what is contributed and how far it is paid."""
    if not card.memberships:
        return voice.tr("Not a member of the welfare fund.")
    row = card.memberships[-1]
    parts = [
        voice.tr("In the fund since {day}").format(day=voice.day(row.joined)),
        voice.tr("{amount} baht {rhythm}").format(
            amount=voice.money(row.amount), rhythm=rhythm_name(row.rhythm, voice)
        ),
        voice.tr("Paid through {day}").format(day=voice.day(row.through)),
    ]
    if row.ended is not None and row.ended_why is not None:
        parts.append(
            voice.tr("{why} on {day}").format(
                why=welfare_leaving(row.ended_why, voice), day=voice.day(row.ended)
            )
        )
    elif row.due > ZERO:
        parts.append(voice.tr("Due now: {amount} baht").format(amount=voice.money(row.due)))
    return " · ".join(parts)


def check_text(view: ClaimView, voice: Voice) -> str:
    """What the check found: the amount, and every reason why it is nothing or less."""
    check = view.check
    first = voice.tr("By its rule the claim comes to {amount} baht.").format(
        amount=voice.money(check.amount)
    )
    return " ".join((first, *said(check.blocks, voice), *said(check.cuts, voice)))


def said(found: Sequence[Finding], voice: Voice) -> list[str]:
    return [benefit_reason(one, voice) for one in found]


def filed_text(outcome: Outcome, voice: Voice) -> str:
    """What filing would find, from the rehearsal: shown before anybody has decided."""
    amount = Money.from_decimal(str(outcome.made.get("amount", "0.00")))
    reasons = outcome.made.get("reasons", ())
    listed = reasons if isinstance(reasons, list | tuple) else ()
    first = voice.tr("By its rule the claim comes to {amount} baht.").format(
        amount=voice.money(amount)
    )
    return " ".join((first, *(named_reason(str(one), voice) for one in listed)))


def standing(row: ClaimRow, voice: Voice) -> str:
    """Where the claim stands, and that it would fail its check while it waits."""
    word = claim_state(row.state.value, voice)
    if row.blocks:
        # note: a claim in the list: where it stands, and that the check speaks against it
        return voice.joined(
            lambda one: one.tr("{state}, fails the check").format(
                state=claim_state(row.state.value, one)
            )
        )
    return word
