"""Entries with everything an accountant asks about them: lines, papers, links, act, user."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from sys import intern
from typing import Any

from ledger.domain.accounts import Account, Kind
from ledger.domain.money import Money, total
from ledger.domain.papers import receipt_label
from ledger.queries.naming import Holder, holders_of, names_of
from ledger.queries.standing import known
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of an entry with the account's names, and the holder where there is a card."""

    account: str
    name_th: str
    name_en: str
    kind: Kind
    fund: str
    debit: Money
    credit: Money
    event: str
    card: int | None = None
    member: str | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as the journal shows it.

    ``papers`` are the printed numbers of its receipts and vouchers, ``who`` paid or was paid by
    them; ``reversed_by`` is the entry that took it back, ``reverses`` the one that it takes back,
    with the ``reason``.
    """

    number: int
    on: date
    event: str
    memo: str
    lines: tuple[EntryLine, ...]
    papers: tuple[str, ...]
    who: str
    reverses: int | None
    reason: str | None
    reversed_by: int | None
    act: int
    user: str
    booked_at: datetime
    total: Money


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known about many entries besides their own rows, by their numbers."""

    lines: Mapping[int, tuple[EntryLine, ...]]
    papers: Mapping[int, tuple[str, ...]]
    people: Mapping[int, str]
    reversed_by: Mapping[int, int]


Lines = dict[tuple[Any, ...], EntryLine]  # by what the file says of a line
_AT_ONCE = 10_000  # entries


def entry_rows(reader: Reader, numbers: Iterable[int]) -> list[EntryRow]:
    """The entries of these numbers, in the order given.

    A long list is read piece by piece, and lines that say the same are one value: a member's
    savings of every month, the cash beside them. That keeps a hundred thousand entries small.
    """
    wanted, known_lines = list(numbers), Lines()
    return [
        row
        for start in range(0, len(wanted), _AT_ONCE)
        for row in _rows_of(reader, wanted[start : start + _AT_ONCE], known_lines)
    ]


def _rows_of(reader: Reader, wanted: list[int], known_lines: Lines) -> list[EntryRow]:
    listed = json.dumps(wanted)
    found = {
        row[0]: row
        for row in reader.rows(
            f"SELECT e.number, e.day, e.event, {said('e.memo')}, e.reverses, {said('e.reason')},"
            " e.act, a.user, a.recorded_at FROM entries AS e JOIN acts AS a ON a.number = e.act"
            " WHERE e.number IN (SELECT CAST(value AS BIGINT) FROM json_each(?))",
            (listed,),
        )
    }
    around = _Around(
        lines=_lines(reader, listed, known_lines),
        papers=papers_of(reader, wanted),
        people=people_of(reader, wanted),
        reversed_by=reversals_of(reader, wanted),
    )
    return [_entry_row(found[number], around) for number in wanted if number in found]


def papers_of(reader: Reader, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The printed numbers of receipts and vouchers by entry."""
    listed = json.dumps(list(numbers))
    found: dict[int, tuple[str, ...]] = {}
    for table in ("receipts", "vouchers"):
        for entry, series, year, number in reader.rows(
            f"SELECT entry, series, year, number FROM {table}"
            " WHERE entry IN (SELECT CAST(value AS BIGINT) FROM json_each(?))"
            " ORDER BY entry, number",
            (listed,),
        ):
            found[entry] = (*found.get(entry, ()), receipt_label(series, year, number))
    return found


def people_of(reader: Reader, numbers: Iterable[int]) -> dict[int, str]:
    """By entry who paid or was paid, as its receipt or voucher says."""
    listed = json.dumps(list(numbers))
    rows = reader.rows(
        f"SELECT entry, member, {said('payer')} FROM receipts"
        " WHERE entry IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))"
        f" UNION ALL SELECT entry, member, {said('payee')} FROM vouchers"
        " WHERE entry IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))",
        (listed,),
    )
    names = names_of(reader, {row[1] for row in rows if row[1] is not None}) if rows else {}
    return {entry: other or names.get(member, "") for entry, member, other in rows}


def reversals_of(reader: Reader, numbers: Iterable[int]) -> dict[int, int]:
    """By entry the entry that reversed it."""
    return dict(
        reader.rows(
            "SELECT reverses, number FROM entries WHERE reverses IN"
            f" (SELECT CAST(value AS BIGINT) FROM json_each(?)){known(reader)}",
            (json.dumps(list(numbers)),),
        )
    )


def _lines(reader: Reader, listed: str, known_lines: Lines) -> dict[int, tuple[EntryLine, ...]]:
    rows = reader.rows(
        "SELECT entry, account, fund, card, debit, credit, event FROM lines"
        " WHERE entry IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) ORDER BY entry, line",
        (listed,),
    )
    accounts = {one.code: one for one in reader.every(Account)}
    holders = holders_of(reader, {row[3] for row in rows if row[3] is not None})
    found: dict[int, list[EntryLine]] = {}
    for entry, *rest in rows:
        same = tuple(rest)
        line = known_lines.get(same)
        if line is None:
            line = known_lines[same] = _line(same, accounts, holders)
        found.setdefault(entry, []).append(line)
    return {entry: tuple(lines) for entry, lines in found.items()}


def _line(
    row: tuple[Any, ...], accounts: Mapping[str, Account], holders: Mapping[int, Holder]
) -> EntryLine:
    code, fund, card, debit, credit, event = row
    account, holder = accounts[code], holders.get(card)
    return EntryLine(
        account=code,
        name_th=account.name_th,
        name_en=account.name_en,
        kind=account.kind,
        fund=fund,
        debit=Money(debit),
        credit=Money(credit),
        event=event,
        card=card,
        member=None if holder is None else holder.member,
        holder="" if holder is None else holder.name,
    )


def _entry_row(row: tuple[Any, ...], around: _Around) -> EntryRow:
    number, day, event, memo, reverses, reason, act, user, recorded_at = row
    return EntryRow(
        number=number,
        on=date.fromisoformat(day),
        event=intern(event),
        memo=intern(memo),
        lines=around.lines.get(number, ()),
        papers=around.papers.get(number, ()),
        who=intern(around.people.get(number, "")),
        reverses=reverses,
        reason=reason,
        reversed_by=around.reversed_by.get(number),
        act=act,
        user=intern(user),
        booked_at=datetime.fromisoformat(recorded_at),
        total=total(line.debit for line in around.lines.get(number, ())),
    )
