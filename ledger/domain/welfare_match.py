"""Matching one to one to one: rounds asked for, granted, received; and what forms ask besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.carried import Kept as Posted
from ledger.domain.days import day_after, plus_months
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Kept
from ledger.domain.records import Record
from ledger.domain.welfare_fund import WelfareMembership, as_left

# domain.md 4.3: the government matches a member in three rounds at most.
USUAL_ROUNDS = 3


class MatchSource(Enum):
    """Who matches what members contribute (domain.md 4.1)."""

    GOVERNMENT = "government"
    LOCAL = "local"


INCOME_ROLE = {
    MatchSource.GOVERNMENT: "match_government",
    MatchSource.LOCAL: "match_local",
}


@dataclass(frozen=True, slots=True)
class MatchRound(Record):
    """One request for matching. Members had been in the fund for a full year at ``counted_at``.

    ``contributed`` is what those members paid in that year; ``granted_by`` is the entry that booked
    what was granted as receivable.
    """

    table = "match_rounds"
    key = ("number",)

    number: int
    name: str
    on: date
    counted_at: date
    members: int
    contributed: Money
    government: Money
    local: Money
    resolution: str
    granted_government: Money = ZERO
    granted_local: Money = ZERO
    granted_on: date | None = None
    granted_by: int | None = None
    document: str = ""

    def granted(self, source: MatchSource) -> Money:
        return self.granted_government if source is MatchSource.GOVERNMENT else self.granted_local


@dataclass(frozen=True, slots=True)
class MatchMember(Record):
    """A member for whom a round asks, with what was contributed in the year."""

    table = "match_members"
    key = ("round", "member")
    versions = False

    round: int
    member: str
    contributed: Money


@dataclass(frozen=True, slots=True)
class MatchReceipt(Record):
    """Money received for a round; it counts while its entry is not reversed."""

    table = "match_receipts"
    key = ("round", "number")
    versions = False

    round: int
    number: int
    source: MatchSource
    on: date
    amount: Money
    entry: int


@dataclass(frozen=True, slots=True)
class WelfareProfile(Record):
    """What CODI's yearly form asks that no entry says (domain.md 4.3, parts 2, 3, 7 to 12)."""

    table = "welfare_profiles"
    key = ("fund",)

    fund: str
    founded_on: date | None
    founding_members: int
    founding_money: Money
    villages: int
    villages_covered: int
    population: int
    activities: str = ""
    committee: str = ""
    rules: str = ""
    member_data: str = ""
    meetings: str = ""
    accounts: str = ""
    monitoring: str = ""
    reporting: str = ""
    links: str = ""
    support: str = ""


@dataclass(frozen=True, slots=True)
class WelfareBefore(Record):
    """A figure from before this book: a source of money, a heading of benefits, or who is gone.

    ``figure`` is ``members``, ``seed``, ``government`` … or the heading's word.
    """

    table = "welfare_before"
    key = ("figure",)

    figure: str
    amount: Money
    persons: int


def stands(kept: Kept, entry: int | None) -> bool:
    """Whether an entry was made and not reversed."""
    return entry is not None and kept.reversed_by(entry) is None


def received_for(kept: Kept, number: int, source: MatchSource | None = None) -> Money:
    """What was received for a round and still counts, from one source or from both."""
    return total(
        one.amount
        for one in kept.every(MatchReceipt, round=number)
        if (source is None or one.source is source) and stands(kept, one.entry)
    )


def taken_as_income(posted: Posted, number: int, source: MatchSource, receivable: str) -> Money:
    """What came for a round before anybody had granted it.

    What was taken off the receivable belongs to a grant, also where that was reversed since.
    """
    found = ZERO
    for one in posted.every(MatchReceipt, round=number, source=source):
        entry = posted.entry(one.entry) if posted.reversed_by(one.entry) is None else None
        if entry is not None and all(line.account != receivable for line in entry.lines):
            found += one.amount
    return found


def a_full_year(kept: Kept, at: date) -> list[WelfareMembership]:
    """The memberships that had lasted a full year on a day and still lasted."""
    known = [as_left(kept, one) for one in kept.every(WelfareMembership)]
    return [
        one
        for one in known
        if plus_months(one.joined, 12) <= day_after(at) and (one.ended is None or one.ended >= at)
    ]


def rounds_of(kept: Kept) -> dict[str, int]:
    """In how many rounds each member was asked for."""
    found: dict[str, int] = {}
    for one in kept.every(MatchMember):
        found[one.member] = found.get(one.member, 0) + 1
    return found
