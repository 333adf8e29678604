"""The report of the welfare fund: members, money, benefits, administration, rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.claim_check import fund_year
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.welfare_claims import BenefitHeading, ClaimState, WelfareClaim, WelfareRule
from ledger.domain.welfare_fund import (
    WelfareLeaving,
    WelfareMembership,
    as_left,
    welfare_fund_of,
)
from ledger.domain.welfare_match import MatchReceipt, MatchRound, MatchSource, received_for, stands
from ledger.queries.standing import last_day
from ledger.queries.welfare_members import WelfareState, membership_rows
from ledger.queries.welfare_money import Compared, Figure, TwoColumns, compared, stood, two_columns
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MemberMoves:
    """Members at the beginning, who came, who left and why, members at the end."""

    before: int
    joined: int
    left: int
    lapsed: int
    died: int
    after: int
    behind: int


@dataclass(frozen=True, slots=True)
class BenefitSum:
    """What was paid under one heading in the period."""

    heading: BenefitHeading
    persons: int
    claims: int
    amount: Money


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of matching and one source: asked, granted, received, still to come.

    ``unused`` is what was received and not yet spent on benefits of that day or later, the oldest
    money first; it may be used for nothing else.
    """

    round: int
    name: str
    on: date
    source: MatchSource
    members: int
    asked: Money
    granted: Money
    received: Money
    to_come: Money
    unused: Money


@dataclass(frozen=True, slots=True)
class MatchRounds:
    """Every round with its sources, and sums."""

    rows: tuple[RoundRow, ...]
    asked: Money
    granted: Money
    received: Money
    to_come: Money
    unused: Money


@dataclass(frozen=True, slots=True)
class Administration:
    """What running the fund cost, and the most it is meant to cost.

    The limit is a share of all receipts and income of the period (domain.md 4.1).
    """

    spent: Money
    base: Money
    limit: Money

    @property
    def left(self) -> Money:
        """Below zero where more was spent than the limit."""
        return self.limit - self.spent


@dataclass(frozen=True, slots=True)
class WelfareReport:
    """The fund in a period; what its registers and the ledger disagree on is shown as it is."""

    fund: str
    since: date
    until: date
    members: MemberMoves
    money: TwoColumns
    benefits: tuple[BenefitSum, ...]
    benefits_paid: Money
    administration: Administration
    rounds: MatchRounds
    compared: tuple[Compared, ...]


def welfare_report(
    reader: Reader, *, since: date | None = None, until: date | None = None
) -> WelfareReport:
    """The report of the welfare fund for a period; the fiscal year of its last day without one.

    Raises:
        NoWelfareFund: the book keeps none.
    """
    fund = welfare_fund_of(reader)
    last = last_day(reader, until)
    first = fund_year(reader, last).start if since is None else since
    money = two_columns(reader, fund.fund, since=first, until=last)
    brought = money.amount(Figure.BROUGHT_FORWARD)
    base = max(ZERO, money.total - brought)
    benefits = benefits_by_heading(reader, first, last)
    return WelfareReport(
        fund=fund.fund,
        since=first,
        until=last,
        members=member_moves(reader, first, last),
        money=money,
        benefits=benefits,
        benefits_paid=total(one.amount for one in benefits),
        administration=Administration(
            money.total_expenses,
            base,
            base.times(fund.administration, Rounding.SATANG_DOWN),
        ),
        rounds=match_rounds(reader),
        compared=compared(reader, fund.fund, last),
    )


def match_rounds(reader: Reader) -> MatchRounds:
    """Rounds of matching: what was asked for, granted and received, and what is still unused."""
    rows: list[RoundRow] = []
    unused = _unused(reader)
    for one in reader.every(MatchRound):
        granted = stands(reader, one.granted_by)
        for source in MatchSource:
            asked = one.government if source is MatchSource.GOVERNMENT else one.local
            booked = one.granted(source) if granted else ZERO
            received = received_for(reader, one.number, source)
            rows.append(
                RoundRow(
                    round=one.number,
                    name=one.name,
                    on=one.on,
                    source=source,
                    members=one.members,
                    asked=asked,
                    granted=booked,
                    received=received,
                    to_come=max(ZERO, booked - received),
                    unused=unused.get((one.number, source), ZERO),
                )
            )
    return MatchRounds(
        tuple(rows),
        asked=total(row.asked for row in rows),
        granted=total(row.granted for row in rows),
        received=total(row.received for row in rows),
        to_come=total(row.to_come for row in rows),
        unused=total(row.unused for row in rows),
    )


def _unused(reader: Reader) -> dict[tuple[int, MatchSource], Money]:
    """What is left of each round: every benefit takes from the oldest money there on its day."""
    received = [one for one in reader.every(MatchReceipt) if stands(reader, one.entry)]
    paid = [
        one
        for one in reader.every(WelfareClaim, state=ClaimState.PAID)
        if stands(reader, one.entry)
    ]
    left: dict[tuple[int, MatchSource], Money] = {}
    days = sorted({one.on for one in received} | {one.paid_on or one.on for one in paid})
    for day in days:
        for receipt in received:
            if receipt.on == day:
                key = (receipt.round, receipt.source)
                left[key] = left.get(key, ZERO) + receipt.amount
        spent = total(one.amount for one in paid if (one.paid_on or one.on) == day)
        for key, amount in left.items():
            used = min(spent, amount)
            left[key] = amount - used
            spent -= used
    return left


def benefits_by_heading(reader: Reader, since: date | None, until: date) -> tuple[BenefitSum, ...]:
    """Benefits paid in a period and not taken back by its end, by heading; only those with any."""
    headings = {one.number: one.heading for one in reader.every(WelfareRule)}
    found: dict[BenefitHeading, list[WelfareClaim]] = {}
    for one in reader.every(WelfareClaim):
        begun = since is None or (one.paid_on is not None and one.paid_on >= since)
        if begun and stood(reader, one.entry, until):
            found.setdefault(headings[one.rule], []).append(one)
    return tuple(
        BenefitSum(
            heading,
            persons=len({one.member for one in found[heading]}),
            claims=len(found[heading]),
            amount=total(one.amount for one in found[heading]),
        )
        for heading in BenefitHeading
        if heading in found
    )


def member_moves(reader: Reader, since: date, until: date) -> MemberMoves:
    """Who was in the fund when a period began, came, left, and is in it after its last day."""
    known = [as_left(reader, one) for one in reader.every(WelfareMembership)]
    begun = [one for one in known if one.joined <= until and not one.is_mistake]
    gone = [one for one in begun if one.ended is not None and since <= one.ended <= until]

    def counted(why: WelfareLeaving) -> int:
        return sum(one.ended_why is why for one in gone)

    rows = membership_rows(reader, until)
    return MemberMoves(
        before=sum(
            one.joined < since and (one.ended is None or one.ended >= since) for one in begun
        ),
        joined=sum(one.joined >= since for one in begun),
        left=counted(WelfareLeaving.LEFT),
        lapsed=counted(WelfareLeaving.LAPSED),
        died=counted(WelfareLeaving.DIED),
        after=sum(one.ended is None or one.ended > until for one in begun),
        behind=sum(one.state is WelfareState.BEHIND for one in rows),
    )
