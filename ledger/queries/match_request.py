"""The request for one round of matching: members counted, sums asked for, the two columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money, total
from ledger.domain.refusals.welfare import UnknownMatchRound
from ledger.domain.welfare_fund import welfare_fund_of
from ledger.domain.welfare_match import MatchMember, MatchRound, a_full_year
from ledger.queries.naming import names_of
from ledger.queries.welfare_money import TwoColumns, two_columns
from ledger.queries.welfare_report import MatchRounds, match_rounds
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MatchMemberRow:
    member: str
    name: str
    joined: date
    contributed: Money


@dataclass(frozen=True, slots=True)
class MatchRequest:
    """The request for one round: each member counted, the sums asked for, the fund's two columns.

    ``difference`` is the sum asked for as contributed less the sum of the members' lines.
    """

    round: MatchRound
    rows: tuple[MatchMemberRow, ...]
    contributed: Money
    difference: Money
    money: TwoColumns
    rounds: MatchRounds


def match_request(reader: Reader, *, round: int) -> MatchRequest:  # noqa: A002 - the field's word
    """The request for one round of matching, with every member it asks for.

    Raises:
        UnknownMatchRound: there is none of that number.
    """
    found = reader.newest(MatchRound, round)
    if found is None:
        raise UnknownMatchRound(round)
    members = reader.every(MatchMember, round=round)
    names = names_of(reader, (one.member for one in members))
    joined = {one.member: one.joined for one in a_full_year(reader, found.counted_at)}
    rows = tuple(
        MatchMemberRow(
            one.member,
            names.get(one.member, ""),
            joined.get(one.member, found.counted_at),
            one.contributed,
        )
        for one in members
    )
    contributed = total(row.contributed for row in rows)
    fund = welfare_fund_of(reader).fund
    return MatchRequest(
        found,
        rows,
        contributed,
        found.contributed - contributed,
        two_columns(reader, fund, since=None, until=found.on),
        match_rounds(reader),
    )
