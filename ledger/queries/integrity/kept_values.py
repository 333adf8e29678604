"""Values that a table does not admit, row by row, however they came into the file.

The file's own conditions stand in its text. SQLite leaves them out of what it knows of a file that
is opened for reading only, so that its check of the whole file passes over them there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.reading import Reader

_MOST = 50  # so many rows of one table are listed; the first ones tell the story
_CHECK = "CHECK ("
OF_THE_FILE = "CHECK constraint failed"
"""How SQLite begins what this module says with the row's name."""


def value_findings(reader: Reader, tables: Mapping[str, str]) -> Iterator[Finding]:
    """Rows that hold what their table never admits, and days that are none.

    ``tables`` has the text of each table as the program makes it: that of a file may be anything.
    """
    for name, text in sorted(tables.items()):
        if wrong := " OR ".join(f"NOT ({condition})" for condition in conditions(text)):
            yield from _not_admitted(reader, name, wrong)
    for table, key in (("entries", "number"), ("lines", "entry || '/' || line")):
        for (day,) in reader.rows(f"SELECT DISTINCT day FROM {table}"):
            if not _is_day(day):
                rows = reader.rows(f"SELECT {key}, act FROM {table} WHERE day = ?", (day,))
                for row, act in rows[:_MOST]:
                    yield Finding(Fault.VALUE_WRONG, table, str(row), act, str(day))


def _not_admitted(reader: Reader, table: str, wrong: str) -> Iterator[Finding]:
    columns = reader.rows(f'PRAGMA table_info("{table}")')
    keys = [str(name) for _, _, name in sorted((c[5], c[0], c[1]) for c in columns if c[5])]
    row = " || '/' || ".join(f'"{key}"' for key in keys if key != "act") or "rowid"
    act = "act" if any(column[1] == "act" for column in columns) else "NULL"
    found = reader.rows(f'SELECT {row}, {act} FROM "{table}" WHERE {wrong} LIMIT {_MOST}')
    for key, number in found:
        yield Finding(Fault.VALUE_WRONG, table, str(key), number)


def conditions(text: str) -> list[str]:
    """The conditions in a table's text, each without the brackets around it."""
    found, at = [], text.find(_CHECK)
    while at >= 0:
        start = at + len(_CHECK)
        end = _closed(text, start)
        found.append(text[start:end])
        at = text.find(_CHECK, end)
    return found


def _closed(text: str, start: int) -> int:
    """Where the bracket closes that was opened before; brackets in quotes are none."""
    depth, quote = 1, ""
    for at in range(start, len(text)):
        letter = text[at]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "()":
            depth += 1 if letter == "(" else -1
            if depth == 0:
                return at
    return len(text)


def _is_day(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False
