"""Claims on the welfare fund with their check against the rules, and the rules in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.benefits import Assessment, Finding
from ledger.domain.claim_check import check_of, state_of
from ledger.domain.money import Money, total
from ledger.domain.papers import Voucher
from ledger.domain.refusals.welfare import UnknownClaim
from ledger.domain.welfare_claims import (
    BenefitHeading,
    ClaimState,
    WelfareClaim,
    WelfareRule,
    WelfareRuleTier,
    lines_of_text,
)
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.queries.welfare_members import WelfareMemberRow, membership_rows
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class RuleView:
    """A benefit in force with its tiers by membership."""

    rule: WelfareRule
    tiers: tuple[WelfareRuleTier, ...]


@dataclass(frozen=True, slots=True)
class BenefitRules:
    """The benefits in force on a day, by code."""

    at: date
    rows: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its decision. ``amount`` is what was approved; before that what may be.

    ``blocks`` are the failed tests of a claim that waits for its decision or its payment.
    """

    claim: int
    member: str
    name: str
    benefit: str
    name_th: str
    name_en: str
    heading: BenefitHeading
    on: date
    start: date
    end: date | None
    state: ClaimState
    amount: Money
    blocks: tuple[Finding, ...]
    decided_on: date | None
    resolution: str
    paid_on: date | None
    voucher: str
    entry: int | None
    admitted: date | None


@dataclass(frozen=True, slots=True)
class WelfareClaims:
    """Claims by number, and sums: approved but not paid yet, and paid."""

    rows: tuple[ClaimRow, ...]
    waiting: int
    to_pay: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim whole: the row, its rule, the check with every reason, who decided."""

    row: ClaimRow
    rule: RuleView
    membership: WelfareMemberRow
    check: Assessment
    documents: tuple[str, ...]
    committee: tuple[str, ...]
    chair: str
    payee: str
    note: str
    reason: str


def benefit_rules(reader: Reader, *, at: date | None = None) -> BenefitRules:
    """The benefits in force on a day, with amounts, caps and what each asks for."""
    day = last_day(reader, at)
    newest: dict[str, WelfareRule] = {}
    for one in reader.every(WelfareRule):
        before = newest.get(one.code)
        if one.from_day <= day and (before is None or before.from_day <= one.from_day):
            newest[one.code] = one
    in_force = [rule for _, rule in sorted(newest.items()) if not rule.closed]
    return BenefitRules(day, tuple(_view(reader, rule) for rule in in_force))


def welfare_claims(
    reader: Reader, *, state: ClaimState | None = None, member: str | None = None
) -> WelfareClaims:
    """Claims on the fund, all of them or those in a state or of a member."""
    fixed = {} if member is None else {"member": member}
    every = claim_rows(reader, reader.every(WelfareClaim, **fixed))
    rows = tuple(one for one in every if state is None or one.state is state)
    return WelfareClaims(
        rows,
        waiting=sum(one.state is ClaimState.FILED for one in rows),
        to_pay=total(one.amount for one in rows if one.state is ClaimState.APPROVED),
        paid=total(one.amount for one in rows if one.state is ClaimState.PAID),
    )


def claims_waiting(reader: Reader) -> list[ClaimRow]:
    """The claims that wait for a decision or for their payment, by number, each with its check."""
    open_states = (ClaimState.FILED, ClaimState.APPROVED)
    every = reader.every(WelfareClaim)
    return claim_rows(reader, [one for one in every if state_of(reader, one) in open_states])


def welfare_claim(reader: Reader, *, claim: int) -> ClaimView:
    """One claim with its check against the rule: every failed test with its fact.

    Raises:
        UnknownClaim: there is none of that number.
    """
    found = reader.newest(WelfareClaim, claim)
    if found is None:
        raise UnknownClaim(claim)
    rule = reader.newest(WelfareRule, found.rule)
    assert rule is not None  # noqa: S101 - written with the claim
    members = membership_rows(reader, max(found.start, found.on), found.member)
    (row,) = claim_rows(reader, [found])
    return ClaimView(
        row=row,
        rule=_view(reader, rule),
        membership=next(one for one in members if one.membership == found.membership),
        check=check_of(reader, found),
        documents=lines_of_text(found.documents),
        committee=lines_of_text(found.committee),
        chair=found.chair,
        payee=found.payee,
        note=found.note,
        reason=found.reason,
    )


def _view(reader: Reader, rule: WelfareRule) -> RuleView:
    return RuleView(rule, tuple(reader.every(WelfareRuleTier, rule=rule.number)))


def claim_rows(reader: Reader, claims: list[WelfareClaim]) -> list[ClaimRow]:
    names = names_of(reader, (one.member for one in claims))
    rules = {one.number: one for one in reader.every(WelfareRule)} if claims else {}
    return [_row(reader, one, names.get(one.member, ""), rules[one.rule]) for one in claims]


def _row(reader: Reader, one: WelfareClaim, name: str, rule: WelfareRule) -> ClaimRow:
    state = state_of(reader, one)
    amount = one.amount
    blocks: tuple[Finding, ...] = ()
    if state in (ClaimState.FILED, ClaimState.APPROVED):
        found = check_of(reader, one)
        amount, blocks = (found.amount if state is ClaimState.FILED else amount), found.blocks
    vouchers = [] if one.entry is None else reader.every(Voucher, entry=one.entry)
    return ClaimRow(
        claim=one.number,
        member=one.member,
        name=name,
        benefit=one.benefit,
        name_th=rule.name_th,
        name_en=rule.name_en,
        heading=rule.heading,
        on=one.on,
        start=one.start,
        end=one.end,
        state=state,
        amount=amount,
        blocks=blocks,
        decided_on=one.decided_on,
        resolution=one.resolution,
        paid_on=one.paid_on,
        voucher=vouchers[0].label if vouchers else "",
        entry=one.entry,
        admitted=one.admitted,
    )
