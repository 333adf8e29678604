"""The journal of a period, filtered and in pages, and the single entry down to its act."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.money import Money
from ledger.domain.refusals import UnknownEntry
from ledger.queries.entries import EntryRow, entry_rows
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts_where, vouchers_where
from ledger.queries.standing import ActStamp, known, stamp_of
from ledger.storage.balances import DAYS_OF_ACCOUNT
from ledger.storage.columns import said_by
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Journal:
    """A page of the journal; ``after`` is where the next page begins, None on the last one.

    ``filters`` are those given besides the days, as their values are kept; ``entries_in_all``
    counts everything they let through.
    """

    since: date | None
    until: date | None
    filters: Mapping[str, str | int]
    entries: tuple[EntryRow, ...]
    entries_in_all: int
    after: int | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry with its papers and the act that booked it: who, when, by which command."""

    entry: EntryRow
    receipts: tuple[ReceiptRow, ...]
    vouchers: tuple[VoucherRow, ...]
    act: ActStamp
    command: str


_FILTERS = {
    "since": "e.day >= ?",
    "until": "e.day <= ?",
    "event": "(e.event = ?1 OR EXISTS (SELECT 1 FROM lines WHERE entry = e.number AND event = ?1))",
    "account": (
        f"(e.day IN ({DAYS_OF_ACCOUNT})"
        " AND EXISTS (SELECT 1 FROM lines WHERE entry = e.number AND account = ?1))"
    ),
    "fund": "EXISTS (SELECT 1 FROM lines WHERE entry = e.number AND fund = ?)",
    "card": "e.number IN (SELECT entry FROM lines WHERE card = ?)",
    "member": "e.number IN (SELECT CAST(value AS BIGINT) FROM json_each(?))",
    "user": "e.act IN (SELECT number FROM acts WHERE user = ?)",
    "text": said_by("e.memo", "?"),
    "amount": ("e.number IN (SELECT entry FROM lines WHERE debit = ?1 OR credit = ?1)"),
}


# On her cards, or paid by her for others and for what has no card.
_OF_MEMBER = (
    "SELECT entry FROM lines WHERE card IN (SELECT number FROM cards WHERE member = ?1)"
    " UNION ALL SELECT entry FROM receipts WHERE member = ?1"
)


def journal(  # noqa: PLR0913 - the filters of a list
    reader: Reader,
    *,
    since: date | None = None,
    until: date | None = None,
    event: str | None = None,
    account: str | None = None,
    fund: str | None = None,
    card: int | None = None,
    member: str | None = None,
    user: str | None = None,
    text: str | None = None,
    amount: Money | None = None,
    after: int | None = None,
    limit: int = 200,
    newest_first: bool = False,
) -> Journal:
    """Entries by day, then number; ``after`` is the last entry of the page before.

    ``event`` is an event of the posting table or of an entry; ``amount`` that of any line.

    Raises:
        UnknownEntry: ``after`` names no entry.
    """
    given: dict[str, Any] = {
        "since": since and since.isoformat(),
        "until": until and until.isoformat(),
        "event": event,
        "account": account,
        "fund": fund,
        "card": card,
        "member": member,
        "user": user,
        "text": text,
        "amount": None if amount is None else amount.satang,
    }
    where, values, limit = *_where(reader, given), max(limit, 1)
    count = reader.one(f"SELECT COUNT(*) FROM entries AS e WHERE {where}", values)
    numbers = _page(reader, where, values, after=after, limit=limit, newest_first=newest_first)
    return Journal(
        since=since,
        until=until,
        filters={
            name: value
            for name, value in given.items()
            if value is not None and name not in ("since", "until")
        },
        entries=tuple(entry_rows(reader, numbers[:limit])),
        entries_in_all=int(count[0]) if count else 0,
        after=numbers[limit - 1] if len(numbers) > limit else None,
    )


def entry(reader: Reader, *, entry: int) -> EntryView:
    """One entry, from its lines to its act.

    Raises:
        UnknownEntry: there is none of that number.
    """
    found = entry_rows(reader, [entry])
    if not found:
        raise UnknownEntry(entry)
    act = reader.one("SELECT command FROM acts WHERE number = ?", (found[0].act,))
    return EntryView(
        entry=found[0],
        receipts=receipts_where(reader, "r.entry = ?", (entry,)),
        vouchers=vouchers_where(reader, "v.entry = ?", (entry,)),
        act=stamp_of(reader, found[0].act),
        command=str(act[0]) if act else "",
    )


def _where(reader: Reader, given: dict[str, Any]) -> tuple[str, list[Any]]:
    """The clause of the filters given; each value has its own numbered place."""
    clauses, values = [f"true{known(reader, 'e.act')}"], []
    for name, value in given.items():
        if value is not None:
            values.append(_entries_of(reader, value) if name == "member" else value)
            clause = _FILTERS[name].replace("?1", "?")
            clauses.append(clause.replace("?", f"?{len(values)}"))
    return " AND ".join(clauses), values


def _entries_of(reader: Reader, member: str) -> str:
    """The entries of a member as JSON: looked up once, though they are counted and paged.

    No index leads from a member to her receipts, so each look reads all of them.
    """
    return json.dumps(sorted({int(row[0]) for row in reader.rows(_OF_MEMBER, (member,))}))


def _page(  # noqa: PLR0913 - where a page begins, how long it is, which way it runs
    reader: Reader,
    where: str,
    values: list[Any],
    *,
    after: int | None,
    limit: int,
    newest_first: bool,
) -> list[int]:
    """The entries of a page and one more, which says that there is a next one."""
    if after is not None:
        row = reader.one("SELECT day FROM entries WHERE number = ?", (after,))
        if row is None:
            raise UnknownEntry(after)
        sign, at = ("<" if newest_first else ">"), len(values)
        where = f"{where} AND (e.day, e.number) {sign} (?{at + 1}, ?{at + 2})"
        values = [*values, row[0], after]
    way = "DESC" if newest_first else "ASC"
    rows = reader.rows(
        f"SELECT e.number FROM entries AS e WHERE {where}"
        f" ORDER BY e.day {way}, e.number {way} LIMIT {limit + 1:d}",
        values,
    )
    return [int(row[0]) for row in rows]
