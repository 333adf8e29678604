"""Texts of the books that name a person: her data may be gone and they stay (trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.members import HIDDEN, SHORTEST_HIDDEN, Person, person_from
from ledger.queries.act_texts import NOWHERE, places_of
from ledger.queries.position import the_member
from ledger.storage.columns import quoted, shape_of
from ledger.storage.reading import Reader
from ledger.storage.register import RECORDS

# Figures kept as text; of people they name the officers alone (``ledger.queries.kept_reports``).
_FIGURES = frozenset({"kept_reports"})

# Given name and family name; one of them alone names half a village.
_Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamingText:
    """A text of the books that names a person: in which table and column, and the act it is of.

    ``commitment`` is that of a free text, which can be erased by it; other texts have none.
    """

    table: str
    column: str
    act: int
    command: str
    on: date
    text: str
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class TextsNaming:
    """Every text that names a member, by act, table and column."""

    member: str
    rows: tuple[NamingText, ...]


def texts_naming(reader: Reader, *, member: str) -> TextsNaming:
    """Payees, memos, notes and reasons that name a member in full, or say a number of hers.

    They belong to vouchers and registers: erasing her data leaves them, and free texts among them
    are erased by themselves (``erase-texts``).
    Only as long as her data are kept can they be found.

    Raises:
        UnknownMember: there is none.
    """
    the_member(reader, member)
    patterns = sorted({found for one in _kept(reader, member) for found in _patterns(one)})
    found = {
        one
        for pattern in patterns
        for one in (*_naming(reader, pattern), *_free_naming(reader, pattern))
    }
    rows = sorted(found, key=lambda one: (one.act, one.table, one.column, one.text))
    return TextsNaming(member, tuple(rows))


def _kept(reader: Reader, member: str) -> list[Person]:
    """Every version of her data that is still there: she may have had another name."""
    rows = reader.rows(
        "SELECT value FROM personal WHERE number IN (SELECT person FROM members WHERE number = ?)",
        (member,),
    )
    return [person_from(row[0]) for row in rows]


def _patterns(person: Person) -> Iterator[_Pattern]:
    names = tuple(part for part in (person.given.strip(), person.family.strip()) if part)
    if names:
        yield names
    for said in (getattr(person, name).strip() for name in HIDDEN):
        if len(said) >= SHORTEST_HIDDEN:
            yield (said,)


def _naming(reader: Reader, pattern: _Pattern) -> Iterable[NamingText]:
    for table, columns in _text_columns():
        each = [
            " AND ".join(f"instr(t.{column}, ?{at}) > 0" for at in range(1, len(pattern) + 1))
            for column in columns
        ]
        wanted = ", ".join(
            ("t.act", "a.command", "a.business_day", *(f"t.{one}" for one in columns))
        )
        rows = reader.rows(
            f"SELECT {wanted} FROM {table} AS t JOIN acts AS a ON a.number = t.act"
            f" WHERE {' OR '.join(f'({one})' for one in each)}",
            pattern,
        )
        for act, command, day, *texts in rows:
            for column, said in zip(columns, texts, strict=True):
                if said is not None and all(part in said for part in pattern):
                    where = (table, column.strip('"'))
                    yield NamingText(*where, act, command, date.fromisoformat(day), said)


def _free_naming(reader: Reader, pattern: _Pattern) -> Iterator[NamingText]:
    every = " AND ".join(f"instr(f.words, ?{at}) > 0" for at in range(1, len(pattern) + 1))
    rows = reader.rows(
        "SELECT f.commitment, f.act, a.command, a.business_day, f.words FROM free_texts AS f"
        f" JOIN acts AS a ON a.number = f.act WHERE {every} ORDER BY f.commitment",
        pattern,
    )
    places: dict[int, dict[str, tuple[tuple[str, str], ...]]] = {}
    for commitment, act, command, day, words in rows:
        of_act = places.get(act)
        if of_act is None:
            of_act = places[act] = places_of(reader, act)
        for table, column in of_act.get(commitment, (NOWHERE,)):
            on = date.fromisoformat(day)
            yield NamingText(table, column, act, command, on, words, commitment)


def _text_columns() -> Iterator[tuple[str, list[str]]]:
    """Each table with its columns of text; what the register of persons holds is hers anyway."""
    for kind in RECORDS:
        columns = [
            column.name
            for column in shape_of(kind).columns
            if column.sql == "TEXT" and not column.free
        ]
        if columns and kind.table not in _FIGURES:
            yield kind.table, [quoted((name,)) for name in columns]
