"""A member's welfare card: what was contributed and received, and what is left to claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.benefits import Finding, Per
from ledger.domain.claim_check import benefit_of, claimant_of, claimed_before, fund_year
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import UnknownMember
from ledger.domain.stays import amounts_by_year, stays
from ledger.domain.welfare import membership_amount, standing_blocks
from ledger.domain.welfare_claims import BenefitHeading, WelfareRule
from ledger.domain.welfare_fund import as_left, membership_on
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.queries.welfare_claims import ClaimRow, benefit_rules, welfare_claims
from ledger.queries.welfare_members import WelfareMemberRow, membership_rows
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ClaimableRow:
    """What a member may still claim by one rule. Fields at None set no limit.

    ``rate`` is the amount for one event, night or other unit on the day; ``blocks`` are the tests
    that an event of the day would fail.
    """

    benefit: str
    name_th: str
    name_en: str
    heading: BenefitHeading
    per: Per
    rate: Money
    paid_this_year: Money
    times_this_year: int
    left_this_year: Money | None
    left_in_life: Money | None
    times_left: int | None
    blocks: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Claimable:
    """What a member may still claim in the fund's year of a day, by rule."""

    member: str
    name: str
    at: date
    year_start: date
    year_end: date
    rows: tuple[ClaimableRow, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One payment to the fund, or its reversal."""

    on: date
    entry: int
    amount: Money


@dataclass(frozen=True, slots=True)
class WelfareCard:
    """A member's card in the fund: memberships, contributions, claims, what is left to claim."""

    member: str
    name: str
    at: date
    memberships: tuple[WelfareMemberRow, ...]
    contributions: tuple[Contribution, ...]
    claims: tuple[ClaimRow, ...]
    claimable: tuple[ClaimableRow, ...]
    contributed: Money
    received: Money


def claimable(reader: Reader, *, member: str, at: date | None = None) -> Claimable:
    """What remains claimable this year for a member, rule by rule.

    Raises:
        UnknownMember: there is none of that number.
    """
    if reader.newest(Member, member) is None:
        raise UnknownMember(member)
    day = last_day(reader, at)
    year = fund_year(reader, day)
    rows = tuple(
        one
        for view in benefit_rules(reader, at=day).rows
        if (one := _claimable(reader, member, view.rule, day)) is not None
    )
    name = names_of(reader, (member,)).get(member, "")
    return Claimable(member, name, day, year.start, year.end, rows)


def welfare_card(reader: Reader, *, member: str, at: date | None = None) -> WelfareCard:
    """A member's welfare card: contributions with the day they reach, claims, what is left.

    Raises:
        UnknownMember: there is none of that number.
    """
    left = claimable(reader, member=member, at=at)
    memberships = tuple(membership_rows(reader, left.at, member))
    claims = welfare_claims(reader, member=member)
    paid = tuple(
        one
        for card in sorted({one.card for one in memberships})
        for one in _contributions(reader, card, left.at)
    )
    return WelfareCard(
        member=member,
        name=left.name,
        at=left.at,
        memberships=memberships,
        contributions=paid,
        claims=tuple(one for one in claims.rows if one.on <= left.at),
        claimable=left.rows,
        contributed=total(one.amount for one in paid),
        received=claims.paid,
    )


def _claimable(reader: Reader, member: str, rule: WelfareRule, day: date) -> ClaimableRow | None:
    membership = membership_on(reader, member, day)
    if membership is None:
        return None
    benefit, year = benefit_of(reader, rule), fund_year(reader, day)
    paid = claimed_before(reader, member, rule.code)
    claimant = claimant_of(reader, as_left(reader, membership), day)
    by_year = [amounts_by_year(rule.per, one, year) for one in paid]
    this_year = total(one.get(year.start, ZERO) for one in by_year)
    begun = stays(benefit, paid, year)
    times = sum(1 for start in begun if year.holds(start))
    return ClaimableRow(
        benefit=rule.code,
        name_th=rule.name_th,
        name_en=rule.name_en,
        heading=rule.heading,
        per=rule.per,
        rate=membership_amount(benefit, membership.joined, day),
        paid_this_year=this_year,
        times_this_year=times,
        left_this_year=_left(rule.most_per_year, this_year),
        left_in_life=_left(rule.most_per_life, total(one.amount for one in paid)),
        times_left=_times_left(rule, times, len(begun)),
        blocks=tuple(standing_blocks(benefit, claimant, day)),
    )


def _left(most: Money | None, spent: Money) -> Money | None:
    return None if most is None else max(ZERO, most - spent)


def _times_left(rule: WelfareRule, in_year: int, in_life: int) -> int | None:
    limits = (
        None if rule.events_per_year is None else rule.events_per_year - in_year,
        None if rule.events_per_life is None else rule.events_per_life - in_life,
    )
    known = [max(0, one) for one in limits if one is not None]
    return min(known, default=None)


def _contributions(reader: Reader, card: int, day: date) -> list[Contribution]:
    rows = reader.rows(
        "SELECT day, entry, SUM(credit - debit) FROM lines WHERE card = ?1 AND day <= ?2"
        " AND (?3 IS NULL OR act <= ?3) GROUP BY day, entry ORDER BY day, entry",
        (card, day.isoformat(), reader.as_of),
    )
    return [
        Contribution(date.fromisoformat(on), entry, Money(satang)) for on, entry, satang in rows
    ]
