"""Who missed instalments, and what that forbids: no new loan, no welfare, no patronage refund."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.borrowing import missed_instalments_on
from ledger.domain.days import Month
from ledger.domain.lending import Direction
from ledger.domain.members import Member
from ledger.domain.owing import Owing, owing_of
from ledger.domain.refusals import UnknownMember
from ledger.domain.sanctions import (
    Missed,
    SanctionRule,
    SanctionRuleStep,
    SanctionTable,
    sanction_table_of,
    sanctions_of,
)
from ledger.queries.loans import named_loans
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day, year_start
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MissedRow:
    """An instalment of a loan that was not paid in time, and how many in a row it is."""

    card: int
    due: date
    in_a_row: int


@dataclass(frozen=True, slots=True)
class SanctionedMember:
    """What a member's missed instalments forbid on the day.

    The days are the last ones on which it is forbidden, None where it is not; ``missed_in_year``
    counts the fiscal year of the day, ``longest_row`` all years.
    """

    member: str
    name: str
    missed: tuple[MissedRow, ...]
    missed_in_year: int
    longest_row: int
    no_loan_until: date | None
    no_welfare_until: date | None
    refund_lost: bool


@dataclass(frozen=True, slots=True)
class SanctionList:
    """Members under any sanction on the day; of one member also when there is none."""

    at: date
    year_start: date
    rows: tuple[SanctionedMember, ...]


def sanctions(reader: Reader, *, at: date | None = None, member: str | None = None) -> SanctionList:
    """Members whose missed instalments forbid something on a day (domain.md 1.4).

    Raises:
        UnknownMember: there is none of that number.
    """
    if member is not None and reader.newest(Member, member) is None:
        raise UnknownMember(member)
    day = last_day(reader, at)
    begin = year_start(reader, Month.of(day)).first
    table = sanction_table_of(reader.every(SanctionRule), reader.every(SanctionRuleStep), day)
    found: dict[str, list[MissedRow]] = {}
    for loan in _loans(reader, member):
        if loan.contract.member is None or loan.contract.direction is Direction.IN:
            continue
        rows = found.setdefault(loan.contract.member, [])
        rows += [
            MissedRow(loan.contract.card, one.due, one.in_a_row)
            for one in missed_instalments_on(loan, table.grace_days, day)
        ]
    if member is not None:
        found.setdefault(member, [])
    names = names_of(reader, found)
    judged = (
        _member(number, names.get(number, ""), rows, table, begin=begin, at=day)
        for number, rows in sorted(found.items())
    )
    return SanctionList(
        day, begin, tuple(one for one in judged if member is not None or _is_sanctioned(one))
    )


def _loans(reader: Reader, member: str | None) -> list[Owing]:
    if member is None:
        return [loan for loan, _ in named_loans(reader)]
    from ledger.domain.lending import LoanContract

    return [owing_of(reader, one.card) for one in reader.every(LoanContract, member=member)]


def _member(  # noqa: PLR0913 - what a row consists of
    number: str,
    name: str,
    rows: list[MissedRow],
    table: SanctionTable,
    *,
    begin: date,
    at: date,
) -> SanctionedMember:
    missed = [Missed(row.due, row.in_a_row) for row in rows]
    found = sanctions_of(missed, table, year_start=begin, at=at)
    return SanctionedMember(
        member=number,
        name=name,
        missed=tuple(sorted(rows, key=lambda row: (row.due, row.card))),
        missed_in_year=sum(row.due >= begin for row in rows),
        longest_row=max((row.in_a_row for row in rows), default=0),
        no_loan_until=found.no_loan_until,
        no_welfare_until=found.no_welfare_until,
        refund_lost=found.refund_lost,
    )


def _is_sanctioned(one: SanctionedMember) -> bool:
    return one.refund_lost or one.no_loan_until is not None or one.no_welfare_until is not None
