"""CODI's yearly status form of a welfare fund, filled from the books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.claim_check import fund_year
from ledger.domain.contributions import Rhythm
from ledger.domain.days import day_after, plus_months
from ledger.domain.money import ZERO, Money, total
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import (
    WelfareGroup,
    WelfareLeaving,
    WelfareMembership,
    as_left,
    welfare_fund_of,
)
from ledger.domain.welfare_match import (
    WelfareBefore,
    WelfareProfile,
    a_full_year,
)
from ledger.queries.standing import last_day
from ledger.queries.welfare_claims import benefit_rules
from ledger.queries.welfare_members import WelfareState, membership_rows
from ledger.queries.welfare_money import Compared, Figure, TwoColumns, compared, two_columns
from ledger.queries.welfare_report import (
    MemberMoves,
    benefits_by_heading,
    member_moves,
)
from ledger.storage.reading import Reader

# domain.md 4.3: at least three of the basic benefits, and members from half of the villages.
BASIC = (
    *(BenefitHeading.BIRTH, BenefitHeading.SICKNESS, BenefitHeading.ELDERLY),
    *(BenefitHeading.DEATH, BenefitHeading.OCCUPATION, BenefitHeading.EDUCATION),
)
_LEAST_BASIC = 3
_SOURCES = (
    ("members", Figure.MEMBERS),
    ("seed", Figure.SEED),
    ("government", Figure.GOVERNMENT),
    ("local", Figure.LOCAL),
    ("state", Figure.STATE),
    ("interest", Figure.INTEREST),
    ("entrance", Figure.ENTRANCE),
    ("donation", Figure.DONATION),
)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Members of one type: all that ever joined, and those in the fund now."""

    group: WelfareGroup
    cumulative: int
    current: int


@dataclass(frozen=True, slots=True)
class SourceSum:
    """Money from one source: before this book, in it, and together since the founding."""

    source: str
    before: Money
    booked: Money

    @property
    def cumulative(self) -> Money:
        return self.before + self.booked


@dataclass(frozen=True, slots=True)
class HeadingSum:
    """Benefits under one heading: this year, and together since the founding."""

    heading: BenefitHeading
    persons_year: int
    amount_year: Money
    persons: int
    amount: Money


@dataclass(frozen=True, slots=True)
class RhythmCount:
    """How many members contribute in a rhythm, and what they give in it together."""

    rhythm: Rhythm
    members: int
    amount: Money


class Criterion(Enum):
    """One of the six criteria of quality (domain.md 4.3) that the books can speak to."""

    ONE_YEAR = "one_year"
    VILLAGES = "villages"
    CONTRIBUTIONS = "contributions"
    LOCAL_SUPPORT = "local_support"
    BASIC_BENEFITS = "basic_benefits"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Whether a criterion is met; None where the books do not know."""

    criterion: Criterion
    met: bool | None


@dataclass(frozen=True, slots=True)
class WelfareStatus:
    """The yearly status form: members, money, benefits, the two columns, what people wrote.

    ``cumulative`` is everybody who ever was a member, and ``current`` is it less who died, left or
    lost status; who was gone before this book is counted as the profile says.
    """

    at: date
    year_start: date
    profile: WelfareProfile | None
    cumulative: int
    died: int
    left: int
    lapsed: int
    current: int
    full_year: int
    moves: MemberMoves
    groups: tuple[GroupCount, ...]
    rhythms: tuple[RhythmCount, ...]
    sources: tuple[SourceSum, ...]
    received: Money
    remaining: Money
    headings: tuple[HeadingSum, ...]
    benefits_year: Money
    benefits: Money
    money: TwoColumns
    criteria: tuple[CriterionRow, ...]
    compared: tuple[Compared, ...]


def welfare_status(reader: Reader, *, at: date | None = None) -> WelfareStatus:
    """CODI's yearly status form of the fund on a day, its two columns from the first entry on.

    Raises:
        NoWelfareFund: the book keeps none.
    """
    fund = welfare_fund_of(reader)
    day = last_day(reader, at)
    year = fund_year(reader, day)
    begun = [as_left(reader, one) for one in reader.every(WelfareMembership) if one.joined <= day]
    known = [one for one in begun if not one.is_mistake]
    ended = [one for one in known if one.ended is not None and one.ended <= day]
    money = two_columns(reader, fund.fund, since=None, until=day)
    sources = _sources(reader, money)
    headings = _headings(reader, year.start, day)
    profile = reader.newest(WelfareProfile, fund.fund)
    before = {one.figure: one.persons for one in reader.every(WelfareBefore)}
    gone = {why: before.get(why.value, 0) for why in WelfareLeaving}
    return WelfareStatus(
        at=day,
        year_start=year.start,
        profile=profile,
        cumulative=len(known) + sum(gone.values()),
        died=_why(ended, WelfareLeaving.DIED) + gone[WelfareLeaving.DIED],
        left=_why(ended, WelfareLeaving.LEFT) + gone[WelfareLeaving.LEFT],
        lapsed=_why(ended, WelfareLeaving.LAPSED) + gone[WelfareLeaving.LAPSED],
        current=len(known) - len(ended),
        full_year=len(a_full_year(reader, day)),
        moves=member_moves(reader, year.start, day),
        groups=_groups(known, ended),
        rhythms=_rhythms(reader, day),
        sources=sources,
        received=total(one.cumulative for one in sources),
        remaining=money.amount(Figure.BANK) + money.amount(Figure.CASH),
        headings=headings,
        benefits_year=total(one.amount_year for one in headings),
        benefits=total(one.amount for one in headings),
        money=money,
        criteria=_criteria(reader, profile, sources, day),
        compared=compared(reader, fund.fund, day),
    )


def _why(ended: list[WelfareMembership], why: WelfareLeaving) -> int:
    return sum(one.ended_why is why for one in ended)


def _groups(
    known: list[WelfareMembership], ended: list[WelfareMembership]
) -> tuple[GroupCount, ...]:
    return tuple(
        GroupCount(
            group,
            sum(one.group is group for one in known),
            sum(one.group is group for one in known) - sum(one.group is group for one in ended),
        )
        for group in WelfareGroup
    )


def _rhythms(reader: Reader, day: date) -> tuple[RhythmCount, ...]:
    present = [one for one in membership_rows(reader, day) if one.state is not WelfareState.ENDED]
    return tuple(
        RhythmCount(
            rhythm,
            sum(one.rhythm is rhythm for one in present),
            total(one.amount for one in present if one.rhythm is rhythm),
        )
        for rhythm in Rhythm
        if any(one.rhythm is rhythm for one in present)
    )


def _sources(reader: Reader, money: TwoColumns) -> tuple[SourceSum, ...]:
    before = {one.figure: one.amount for one in reader.every(WelfareBefore)}
    rows = [
        SourceSum(source, before.get(source, ZERO), money.amount(figure))
        for source, figure in _SOURCES
    ]
    other = money.amount(Figure.OTHER_INCOME)
    rows.append(SourceSum("community", before.get("community", ZERO), ZERO))
    rows.append(SourceSum("other", before.get("other", ZERO), other))
    return tuple(rows)


def _headings(reader: Reader, start: date, day: date) -> tuple[HeadingSum, ...]:
    year = {one.heading: one for one in benefits_by_heading(reader, start, day)}
    booked = {one.heading: one for one in benefits_by_heading(reader, None, day)}
    before = {one.figure: one for one in reader.every(WelfareBefore)}
    rows = []
    for heading in BenefitHeading:
        word = "other_benefit" if heading is BenefitHeading.OTHER else heading.value
        known = before.get(word, WelfareBefore(word, ZERO, 0))
        in_year, in_book = year.get(heading), booked.get(heading)
        rows.append(
            HeadingSum(
                heading,
                persons_year=0 if in_year is None else in_year.persons,
                amount_year=ZERO if in_year is None else in_year.amount,
                persons=known.persons + (0 if in_book is None else in_book.persons),
                amount=known.amount + (ZERO if in_book is None else in_book.amount),
            )
        )
    return tuple(rows)


def _criteria(
    reader: Reader,
    profile: WelfareProfile | None,
    sources: tuple[SourceSum, ...],
    day: date,
) -> tuple[CriterionRow, ...]:
    by_source = {one.source: one.cumulative for one in sources}
    founded = None if profile is None else profile.founded_on
    villages = None if profile is None or profile.villages == 0 else profile
    basic = {view.rule.heading for view in benefit_rules(reader, at=day).rows} & set(BASIC)
    return (
        CriterionRow(
            Criterion.ONE_YEAR,
            None if founded is None else plus_months(founded, 12) <= day_after(day),
        ),
        CriterionRow(
            Criterion.VILLAGES,
            None if villages is None else 2 * villages.villages_covered >= villages.villages,
        ),
        CriterionRow(Criterion.CONTRIBUTIONS, by_source["members"] > ZERO),
        CriterionRow(Criterion.LOCAL_SUPPORT, by_source["local"] > ZERO),
        CriterionRow(Criterion.BASIC_BENEFITS, len(basic) >= _LEAST_BASIC),
    )
