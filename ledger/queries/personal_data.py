"""Everything the book holds about one person, and whose data were erased (trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.consents import ConsentTime
from ledger.domain.members import ErasedPerson, Person, Restriction, person_from
from ledger.queries.consents import consent_times
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.position import MemberCard, member_cards, the_member
from ledger.queries.standing import Letterhead, last_day, letterhead
from ledger.queries.texts_naming import NamingText, texts_naming
from ledger.storage.columns import quoted, shape_of
from ledger.storage.reading import Reader, selected
from ledger.storage.register import RECORDS

# Whatever a record calls the member it is about.
_NAMES = ("member", "leader", "from_member", "to_member", "guarantor")
_OWN = ("members",)  # the register itself calls her number
# Tables that are about her through another one.
_THROUGH = {
    "receipt_lines": (
        "(series, year, number) IN (SELECT series, year, number FROM receipts WHERE member = ?1)"
    ),
    "receipt_voids": (
        "(series, year, number) IN (SELECT series, year, number FROM receipts WHERE member = ?1)"
    ),
    "charge_payments": "charge IN (SELECT number FROM charges WHERE member = ?1)",
    "audit_answers": "question IN (SELECT number FROM audit_questions WHERE member = ?1)",
}


@dataclass(frozen=True, slots=True)
class PersonVersion:
    """Personal data as they were kept by an act; None where they were erased since."""

    act: int
    at: datetime
    person: Person | None


@dataclass(frozen=True, slots=True)
class HeldRows:
    """The rows of one table that are about the person, as the book keeps them."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that the book holds about one person: what she is given when she asks for it (PDPA s.30).

    ``restricted`` is the restriction in force; ``tables`` holds every row that names her or one of
    her cards, and the lines of those cards. Amounts in them are satang. ``named`` are the texts
    that name her, wherever they stand; they outlast an erasure (``ledger.queries.texts_naming``).
    """

    head: Letterhead
    at: date
    member: MemberRow
    person: Person | None
    restricted: Restriction | None
    versions: tuple[PersonVersion, ...]
    photo: bool
    consents: tuple[ConsentTime, ...]
    cards: tuple[MemberCard, ...]
    tables: tuple[HeldRows, ...]
    named: tuple[NamingText, ...]


def personal_data(reader: Reader, *, member: str, at: date | None = None) -> PersonalData:
    """Everything about one person, table by table: for her who asks for her data.

    Raises:
        UnknownMember: there is none.
    """
    day = last_day(reader, at)
    found = the_member(reader, member)
    kept = reader.one("SELECT value FROM personal WHERE number = ?", (found.person,))
    restriction = reader.newest(Restriction, member)
    photo = reader.rows(
        "SELECT 1 FROM member_photos AS m JOIN personal AS p ON p.number = m.person"
        " WHERE m.member = ?",
        (member,),
    )
    return PersonalData(
        head=letterhead(reader),
        at=day,
        member=member_rows(reader, [found])[0],
        person=person_from(kept[0]) if kept else None,
        restricted=restriction if restriction is not None and restriction.restricted else None,
        versions=_versions(reader, member),
        photo=bool(photo),
        consents=consent_times(reader, member),
        cards=member_cards(reader, member, day),
        tables=tuple(_tables(reader, member)),
        named=texts_naming(reader, member=member).rows,
    )


def _versions(reader: Reader, member: str) -> tuple[PersonVersion, ...]:
    rows = reader.rows(
        "SELECT MIN(m.act), MIN(a.recorded_at), p.value FROM members AS m JOIN acts AS a"
        " ON a.number = m.act LEFT JOIN personal AS p ON p.number = m.person WHERE m.number = ?"
        " GROUP BY m.person, p.value ORDER BY 1",
        (member,),
    )
    return tuple(
        PersonVersion(act, datetime.fromisoformat(at), person_from(kept) if kept else None)
        for act, at, kept in rows
    )


def _tables(reader: Reader, member: str) -> Iterable[HeldRows]:
    """Found by what columns are called, so that a table added later is not forgotten."""
    cards = "SELECT number FROM cards WHERE member = ?1"
    for kind in RECORDS:
        shape = shape_of(kind)
        names = tuple(column.name for column in shape.columns)
        clauses = [f'"{name}" = ?1' for name in names if name in _NAMES]
        if kind.table in _OWN:
            clauses.append("number = ?1")
        if any((column.name, column.sql) == ("card", "INTEGER") for column in shape.columns):
            clauses.append(f"card IN ({cards})")
        if kind.table in _THROUGH:
            clauses.append(_THROUGH[kind.table])
        if clauses:
            where = f"{' OR '.join(clauses)} ORDER BY {quoted(shape.primary)}"
            read = dict(zip(names, selected(shape), strict=True))
            yield from _rows(reader, kind.table, read, where, member)
    columns = ("entry", "day", "account", "card", "debit", "credit", "event")
    where = f"card IN ({cards}) ORDER BY entry, line"
    yield from _rows(reader, "lines", dict(zip(columns, columns, strict=True)), where, member)


def _rows(
    reader: Reader, table: str, columns: Mapping[str, str], where: str, member: str
) -> Iterable[HeldRows]:
    """``columns`` are expressions by the name of the column."""
    rows = reader.rows(
        f"SELECT {', '.join(columns.values())} FROM {table} WHERE {where}", (member,)
    )
    if rows:
        yield HeldRows(table, tuple(columns), tuple(rows))


# ── the erasure list ────────────────────────────────────────────────────────────────────────────

_COMMITTED = """
SELECT person, commitment, number FROM members UNION
SELECT person, commitment, COALESCE(member, '') FROM applications UNION
SELECT person, commitment, member FROM member_photos WHERE person IS NOT NULL"""


def erased_persons(reader: Reader) -> tuple[ErasedPerson, ...]:
    """Whose data were erased, by number and commitment; no word of the data themselves."""
    rows = reader.rows(
        f"SELECT c.person, c.commitment, e.member FROM ({_COMMITTED}) AS c"
        " JOIN erasures AS e ON e.person = c.person ORDER BY 1"
    )
    return tuple(ErasedPerson(*row) for row in rows)


def kept_again(reader: Reader, erased: Iterable[ErasedPerson]) -> tuple[ErasedPerson, ...]:
    """Those of an erasure list whose data this book holds: an older copy brought them back."""
    gone = {(one.person, one.commitment) for one in erased}
    rows = reader.rows(
        f"SELECT c.person, c.commitment, c.number FROM ({_COMMITTED}) AS c"
        " JOIN personal AS p ON p.number = c.person ORDER BY 1"
    )
    return tuple(ErasedPerson(*row) for row in rows if row[:2] in gone)
