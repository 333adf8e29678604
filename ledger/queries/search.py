"""One search over members, receipts, vouchers and entries, by number, text, amount or day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.members import Member
from ledger.domain.money import Money
from ledger.queries.entries import EntryRow, entry_rows
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import names_of
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts_where, vouchers_where
from ledger.queries.standing import known
from ledger.storage.columns import said_by
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, each list with its best or newest first.

    Members are found by their number or by words that stand in their name; names with typing slips
    are searched by whoever asks, over the list of members.
    """

    members: tuple[MemberRow, ...]
    receipts: tuple[ReceiptRow, ...]
    vouchers: tuple[VoucherRow, ...]
    entries: tuple[EntryRow, ...]


def search(
    reader: Reader,
    *,
    text: str = "",
    amount: Money | None = None,
    on: date | None = None,
    limit: int = 20,
) -> Found:
    """Whatever carries the text as its number or in its words, the amount, or the day.

    ``amount`` and ``on`` are what the reader's way of writing makes of the text; each finds for
    itself.
    """
    wanted = text.strip()
    if not wanted and amount is None and on is None:
        return Found((), (), (), ())
    receipt = _any_of(_RECEIPT, wanted, amount, on)
    voucher = _any_of(_VOUCHER, wanted, amount, on)
    return Found(
        members=_members(reader, wanted, limit),
        receipts=receipts_where(reader, *receipt, newest=limit),
        vouchers=vouchers_where(reader, *voucher, newest=limit),
        entries=tuple(entry_rows(reader, _entries(reader, wanted, amount, on, limit))),
    )


_RECEIPT = {
    "label": "(r.series = ? AND r.year = ? AND r.number = ?)",
    "number": "r.number = ?",
    "text": f"(r.paper_number = ?1 OR {said_by('r.payer', '?1')})",
    "amount": "r.total = ?",
    "on": 'r."on" = ?',
}
_VOUCHER = {
    "label": "(v.series = ? AND v.year = ? AND v.number = ?)",
    "number": "v.number = ?",
    "text": (f"(v.document = ?1 OR {said_by('v.payee', '?1')} OR {said_by('v.purpose', '?1')})"),
    "amount": "v.amount = ?",
    "on": 'v."on" = ?',
}
_ENTRY = {
    "number": "e.number = ?",
    "text": said_by("e.memo", "?"),
    "amount": "e.number IN (SELECT entry FROM lines WHERE debit = ?1 OR credit = ?1)",
    "on": "e.day = ?",
}


def _any_of(
    clauses: Mapping[str, str], text: str, amount: Money | None, on: date | None
) -> tuple[str, list[Any]]:
    """One clause that is true where any of the given things is found."""
    given = {
        "label": _label(text),
        "number": (int(text),) if _is_number(text) else None,
        "text": (text,) if text else None,
        "amount": None if amount is None else (amount.satang,),
        "on": None if on is None else (on.isoformat(),),
    }
    parts: list[str] = []
    values: list[Any] = []
    for name, wanted in given.items():
        if wanted is not None and name in clauses:
            parts.append(_numbered(clauses[name], len(values)))
            values.extend(wanted)
    return f"({' OR '.join(parts) or 'false'})", values


def _numbered(clause: str, before: int) -> str:
    """The clause with its places numbered after those before it."""
    if "?1" in clause:
        return clause.replace("?1", f"?{before + 1}")
    first, *rest = clause.split("?")
    return first + "".join(f"?{before + at}{part}" for at, part in enumerate(rest, start=1))


def _label(text: str) -> tuple[str, int, int] | None:
    """Series, year and number of a printed number such as ``R2569/000123``."""
    series_year, slash, number = text.partition("/")
    series, year = series_year[:-4], series_year[-4:]
    if slash and _is_number(year) and _is_number(number):
        return series.upper(), int(year), int(number)
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _members(reader: Reader, text: str, limit: int) -> tuple[MemberRow, ...]:
    """The member of that number, typed with or without its leading zeros; else those so named."""
    if not text:
        return ()
    plain, words = text.lstrip("0"), text.casefold().split()
    every = reader.every(Member)
    found = [one for one in every if one.number.lstrip("0") == plain]
    if not found and not _is_number(text):
        names = {number: name.casefold() for number, name in names_of(reader).items()}
        found = [one for one in every if all(word in names[one.number] for word in words)]
    return member_rows(reader, found[:limit])


def _entries(
    reader: Reader, text: str, amount: Money | None, on: date | None, limit: int
) -> list[int]:
    clause, values = _any_of(_ENTRY, text, amount, on)
    rows = reader.rows(
        f"SELECT e.number FROM entries AS e WHERE {clause}{known(reader, 'e.act')}"
        f" ORDER BY e.number DESC LIMIT {limit:d}",
        values,
    )
    return [int(row[0]) for row in rows]
