"""Members of the welfare fund: what they contribute, how far it is paid, who is behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.benefits import Sex
from ledger.domain.contributions import Rate, Rhythm
from ledger.domain.days import day_before
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.welfare import NoWelfareFund
from ledger.domain.welfare_fund import (
    Contributed,
    WelfareFund,
    WelfareGroup,
    WelfareLeaving,
    WelfareMembership,
    WelfareRate,
    as_left,
    ended_with,
    standing_of,
    welfare_fund_of,
)
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


class WelfareState(Enum):
    """Whether contributions of a member are paid through the day, or the membership is over."""

    PAID_UP = "paid_up"
    BEHIND = "behind"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class WelfareMemberRow:
    """One membership. ``through`` is the last day paid for; ``due`` is what is open by the day.

    ``paid`` is what was contributed in this membership, ``ahead`` what is left for the next period.
    """

    membership: int
    member: str
    name: str
    card: int
    joined: date
    group: WelfareGroup
    sex: Sex | None
    rhythm: Rhythm
    amount: Money
    paid: Money
    ahead: Money
    through: date
    due: Money
    state: WelfareState
    ended: date | None
    ended_why: WelfareLeaving | None
    note: str


@dataclass(frozen=True, slots=True)
class WelfareMembers:
    """Everybody who was in the fund by the day, by number; sums of those who are."""

    at: date
    fund: WelfareFund | None
    rows: tuple[WelfareMemberRow, ...]
    present: int
    behind: int
    contributed: Money
    due: Money


def welfare_members(
    reader: Reader, *, at: date | None = None, state: WelfareState | None = None
) -> WelfareMembers:
    """Members of the welfare fund with what they contribute and how far it is paid.

    ``fund`` is None where the book keeps none.
    """
    day = last_day(reader, at)
    rows = membership_rows(reader, day)
    present = [one for one in rows if one.state is not WelfareState.ENDED]
    return WelfareMembers(
        at=day,
        fund=fund_or_none(reader),
        rows=tuple(one for one in rows if state is None or one.state is state),
        present=len(present),
        behind=sum(one.state is WelfareState.BEHIND for one in present),
        contributed=total(one.paid for one in rows),
        due=total(one.due for one in present),
    )


def fund_or_none(reader: Reader) -> WelfareFund | None:
    try:
        return welfare_fund_of(reader)
    except NoWelfareFund:
        return None


def membership_rows(reader: Reader, day: date, member: str | None = None) -> list[WelfareMemberRow]:
    """Every membership begun by a day, by member number and day of joining."""
    fixed = {} if member is None else {"member": member}
    known = [one for one in reader.every(WelfareMembership, **fixed) if one.joined <= day]
    people = {one.number: one for one in reader.every(Member)} if member is None else {}
    known = [
        ended_with(people[one.member], one) if people else as_left(reader, one) for one in known
    ]
    if member is None:  # her own card shows what was entered by mistake, too
        known = [one for one in known if not one.is_mistake]
    names = names_of(reader, (one.member for one in known))
    paid = paid_in(reader, known, day)
    rates = all_rates(reader)
    rows = []
    for one in sorted(known, key=lambda one: (one.member, one.joined)):
        standing = standing_of(one, rates[one.number], paid[one.number], day)
        rows.append(_row(one, names.get(one.member, ""), standing, day))
    return rows


def all_rates(reader: Reader) -> dict[int, list[Rate]]:
    """What every member agreed to contribute, by membership."""
    rates: dict[int, list[Rate]] = {}
    for one in reader.every(WelfareRate):
        rates.setdefault(one.membership, []).append(Rate(one.from_day, one.rhythm, one.amount))
    return rates


def _row(one: WelfareMembership, name: str, standing: Contributed, day: date) -> WelfareMemberRow:
    over = one.ended is not None and one.ended < day
    due = ZERO if over else max(ZERO, standing.owed - standing.paid)
    state = WelfareState.BEHIND if standing.covered.through < day else WelfareState.PAID_UP
    return WelfareMemberRow(
        membership=one.number,
        member=one.member,
        name=name,
        card=one.card,
        joined=one.joined,
        group=one.group,
        sex=one.sex,
        rhythm=standing.rate.rhythm,
        amount=standing.rate.amount,
        paid=standing.paid,
        ahead=standing.covered.rest,
        through=standing.covered.through,
        due=due,
        state=WelfareState.ENDED if over else state,
        ended=one.ended if over else None,
        ended_why=one.ended_why if over else None,
        note=one.note,
    )


def paid_in(
    reader: Reader, memberships: Iterable[WelfareMembership], day: date
) -> dict[int, Money]:
    """What was paid on the card of each membership from its first day on, up to the next one's.

    Who leaves may have contributions set off on a later day.
    """
    begins: dict[int, list[date]] = {}
    for one in reader.every(WelfareMembership):
        begins.setdefault(one.card, []).append(one.joined)
    by_card: dict[int, list[tuple[str, int]]] = {}
    for card, on, satang in reader.rows(
        "SELECT card, day, SUM(credit - debit) FROM lines WHERE card IN"
        " (SELECT DISTINCT card FROM welfare_memberships)"
        " AND day <= ?1 AND (?2 IS NULL OR act <= ?2) GROUP BY card, day",
        (day.isoformat(), reader.as_of),
    ):
        by_card.setdefault(card, []).append((on, satang))
    found = {}
    for one in memberships:
        later = [joined for joined in begins[one.card] if joined > one.joined]
        last = min([day, *map(day_before, later)]).isoformat()
        paid = sum(
            satang
            for on, satang in by_card.get(one.card, [])
            if one.joined.isoformat() <= on <= last
        )
        found[one.number] = max(ZERO, Money(paid) - one.brought)
    return found
