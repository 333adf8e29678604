"""Receipts and vouchers: lists with voids, reprints and gaps, and each one as it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ledger.domain.money import Money, total
from ledger.domain.papers import VoucherKind, receipt_label
from ledger.queries.naming import names_of
from ledger.queries.standing import known
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Void:
    """Why a receipt no longer counts, since which day, and the entry that reversed it."""

    reason: str
    on: date
    entry: int


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt; ``prints`` counts how often it was printed, reprints included."""

    receipt: str
    on: date
    member: str | None
    name: str
    payer: str
    total: Money
    entry: int
    void: Void | None
    prints: int
    paper_book: str
    paper_number: str
    replaces: str
    user: str
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """One voucher; ``reversed_by`` is the entry that took its entry back."""

    voucher: str
    kind: VoucherKind
    on: date
    amount: Money
    payee: str
    member: str | None
    name: str
    purpose: str
    approved_by: str
    document: str
    entry: int
    event: str
    reversed_by: int | None
    prints: int
    user: str
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one series in one Buddhist year; ``missing`` must be empty (domain.md 2.3)."""

    series: str
    year: int
    first: int
    last: int
    count: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReceiptList:
    """Receipts of a period in order of number; ``total`` leaves out the void ones."""

    since: date | None
    until: date | None
    rows: tuple[ReceiptRow, ...]
    total: Money
    void_total: Money
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class VoucherList:
    """Vouchers of a period in order of number."""

    since: date | None
    until: date | None
    rows: tuple[VoucherRow, ...]
    total: Money
    series: tuple[Series, ...]


def receipts(
    reader: Reader,
    *,
    since: date | None = None,
    until: date | None = None,
    member: str | None = None,
    void_only: bool = False,
) -> ReceiptList:
    """Receipts by number with their voids and reprints, and the proof that no number is missing."""
    clause, values = _period("r", since, until)
    if member is not None:
        clause, values = f"{clause} AND r.member = ?", [*values, member]
    rows = receipts_where(reader, clause, values)
    if void_only:
        rows = tuple(row for row in rows if row.void is not None)
    return ReceiptList(
        since=since,
        until=until,
        rows=rows,
        total=total(row.total for row in rows if row.void is None),
        void_total=total(row.total for row in rows if row.void is not None),
        series=_series(reader, "receipts"),
    )


def vouchers(
    reader: Reader,
    *,
    since: date | None = None,
    until: date | None = None,
    kind: VoucherKind | None = None,
) -> VoucherList:
    """Vouchers by number, of one kind or of all."""
    clause, values = _period("v", since, until)
    if kind is not None:
        clause, values = f"{clause} AND v.kind = ?", [*values, kind.value]
    rows = vouchers_where(reader, clause, values)
    amount = total(row.amount for row in rows)
    return VoucherList(since, until, rows, amount, _series(reader, "vouchers"))


def receipts_counted(reader: Reader, *, since: date, until: date) -> tuple[int, int]:
    """How many receipts were written in a period, and how many of them still wait for a printer.

    Counted in the file: a month of two thousand members is not read for two numbers.
    """
    clause, values = _period("r", since, until)
    row = reader.one(
        "SELECT COUNT(*), COALESCE(SUM(v.act IS NULL AND NOT EXISTS (SELECT 1 FROM paper_prints"
        " AS p WHERE p.paper = r.series || r.year || '/' || printf('%06d', r.number)"
        f"{known(reader, 'p.act')})), 0) FROM receipts AS r"
        " LEFT JOIN receipt_voids AS v ON v.series = r.series"
        f" AND v.year = r.year AND v.number = r.number{known(reader, 'v.act')}"
        f" WHERE {clause}{known(reader, 'r.act')}",
        values,
    )
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


def receipts_by_command(reader: Reader, *, commands: Sequence[str]) -> dict[str, str]:
    """The receipts that still count of the acts that ran under these ids, by the id."""
    asked = ", ".join("?" * len(commands))
    return {
        command: receipt_label(series, year, number)
        for command, series, year, number in reader.rows(
            "SELECT a.command_id, r.series, r.year, r.number FROM acts AS a"
            " JOIN receipts AS r ON r.act = a.number LEFT JOIN receipt_voids AS v"
            " ON v.series = r.series AND v.year = r.year AND v.number = r.number"
            f" WHERE a.command_id IN ({asked}) AND v.act IS NULL",
            tuple(commands),
        )
    }


def receipts_where(
    reader: Reader, clause: str, values: Sequence[Any], *, newest: int | None = None
) -> tuple[ReceiptRow, ...]:
    """The receipts ``r`` that a clause lets through by number, or so many of the newest first."""
    rows = reader.rows(
        f'SELECT r.series, r.year, r.number, r."on", r.member, {said("r.payer")}, r.total, r.entry,'
        f" r.paper_book, r.paper_number, r.replaces, a.user, a.recorded_at, {said('v.reason')},"
        ' v."on", v.entry,'
        " (SELECT COUNT(*) FROM paper_prints AS p"
        f" WHERE p.paper = r.series || r.year || '/' || printf('%06d', r.number)"
        f"{known(reader, 'p.act')})"
        " FROM receipts AS r JOIN acts AS a ON a.number = r.act"
        " LEFT JOIN receipt_voids AS v ON v.series = r.series"
        f" AND v.year = r.year AND v.number = r.number{known(reader, 'v.act')}"
        f" WHERE {clause}{known(reader, 'r.act')}{_order('r', newest)}",
        values,
    )
    names = names_of(reader, {row[4] for row in rows if row[4] is not None}) if rows else {}
    return tuple(_receipt(row, names) for row in rows)


def vouchers_where(
    reader: Reader, clause: str, values: Sequence[Any], *, newest: int | None = None
) -> tuple[VoucherRow, ...]:
    """The vouchers ``v`` that a clause lets through by number, or so many of the newest first."""
    rows = reader.rows(
        f'SELECT v.series, v.year, v.number, v.kind, v."on", v.amount, {said("v.payee")}, v.member,'
        f" {said('v.purpose')}, v.approved_by, v.document, v.entry, e.event, x.number,"
        " a.user, a.recorded_at, (SELECT COUNT(*) FROM paper_prints AS p"
        " WHERE p.paper = v.series || v.year || '/' || printf('%06d', v.number)"
        f"{known(reader, 'p.act')})"
        " FROM vouchers AS v JOIN acts AS a ON a.number = v.act"
        " JOIN entries AS e ON e.number = v.entry"
        f" LEFT JOIN entries AS x ON x.reverses = v.entry{known(reader, 'x.act')}"
        f" WHERE {clause}{known(reader, 'v.act')}{_order('v', newest)}",
        values,
    )
    names = names_of(reader, {row[7] for row in rows if row[7] is not None}) if rows else {}
    return tuple(_voucher(row, names) for row in rows)


def _receipt(row: tuple[Any, ...], names: dict[str, str]) -> ReceiptRow:
    series, year, number, day, member, payer, satang, entry = row[:8]
    paper_book, paper_number, replaces, user, recorded_at, reason, void_on, by, prints = row[8:]
    return ReceiptRow(
        receipt=receipt_label(series, year, number),
        on=date.fromisoformat(day),
        member=member,
        name=names.get(member, "") if member is not None else "",
        payer=payer,
        total=Money(satang),
        entry=entry,
        void=None if reason is None else Void(reason, date.fromisoformat(void_on), by),
        prints=prints,
        paper_book=paper_book,
        paper_number=paper_number,
        replaces=replaces,
        user=user,
        booked_at=datetime.fromisoformat(recorded_at),
    )


def _voucher(row: tuple[Any, ...], names: dict[str, str]) -> VoucherRow:
    series, year, number, kind, day, satang, payee, member, purpose = row[:9]
    approved_by, document, entry, event, reversed_by, user, recorded_at, prints = row[9:]
    return VoucherRow(
        voucher=receipt_label(series, year, number),
        kind=VoucherKind(kind),
        on=date.fromisoformat(day),
        amount=Money(satang),
        payee=payee,
        member=member,
        name=names.get(member, "") if member is not None else "",
        purpose=purpose,
        approved_by=approved_by,
        document=document,
        entry=entry,
        event=event,
        reversed_by=reversed_by,
        prints=prints,
        user=user,
        booked_at=datetime.fromisoformat(recorded_at),
    )


def _order(table: str, newest: int | None) -> str:
    if newest is None:
        return f" ORDER BY {table}.year, {table}.series, {table}.number"
    return f" ORDER BY {table}.entry DESC LIMIT {newest:d}"


def _period(table: str, since: date | None, until: date | None) -> tuple[str, list[Any]]:
    clauses, values = ["true"], []
    for day, sign in ((since, ">="), (until, "<=")):
        if day is not None:
            clauses.append(f'{table}."on" {sign} ?')
            values.append(day.isoformat())
    return " AND ".join(clauses), values


def _series(reader: Reader, table: str) -> tuple[Series, ...]:
    """First and last number of every series and year, and the numbers between that are missing."""
    rows = reader.rows(
        f"SELECT series, year, MIN(number), MAX(number), COUNT(*) FROM {table}"
        f" WHERE true{known(reader)} GROUP BY series, year ORDER BY year, series"
    )
    found = []
    for series, year, first, last, count in rows:
        missing = () if count == last else _missing(reader, table, series, year, last)
        found.append(Series(series, year, first, last, count, missing))
    return tuple(found)


def _missing(reader: Reader, table: str, series: str, year: int, last: int) -> tuple[int, ...]:
    rows = reader.rows(f"SELECT number FROM {table} WHERE series = ? AND year = ?", (series, year))
    there = {int(row[0]) for row in rows}
    return tuple(number for number in range(1, last + 1) if number not in there)
