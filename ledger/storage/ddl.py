"""The schema as one SQL script: the tables, and the guards that any tool meets in the file."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger.storage.register import RECORDS
from ledger.storage.tables import METADATA

CHAINED = ("acts", "entries", "lines", *(kind.table for kind in RECORDS))
# What the chain covers by commitments only, so that it can be erased.
BESIDE = ("personal", "free_texts")
# Acts follow each other by their own guard; lines belong to the act of the entry that seals them.
SEALED_OTHERWISE = ("acts", "lines")

GUARDS = """
CREATE TRIGGER acts_follow BEFORE INSERT ON acts
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
  OR NEW.previous <> COALESCE((SELECT fingerprint FROM acts ORDER BY number DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'satcha: acts follow each other'); END;
CREATE TRIGGER entries_sealed BEFORE INSERT ON entries
BEGIN
  SELECT RAISE(ABORT, 'satcha: unbalanced') FROM (
    SELECT COUNT(*) AS number, SUM(debit) <> SUM(credit) AS differ,
      MIN(fund) <> MAX(fund) AS funds, MIN(day) AS first_day, MAX(day) AS last_day,
      MIN(act) AS first_act, MAX(act) AS last_act,
      MAX(event IN ('year_income', 'year_expense')) AS closing
    FROM lines WHERE entry = NEW.number)
  WHERE number < 2 OR differ
    OR first_day <> NEW.day OR last_day <> NEW.day
    OR first_act <> NEW.act OR last_act <> NEW.act
    OR closing AND NEW.event NOT IN ('year_closed', 'year_reopened')
    OR funds AND EXISTS (SELECT 1 FROM lines WHERE entry = NEW.number
                         GROUP BY fund HAVING SUM(debit) <> SUM(credit));
  SELECT RAISE(ABORT, 'satcha: period closed')
  WHERE NEW.event NOT IN ('year_closed', 'year_reopened') AND EXISTS (
    SELECT 1 FROM closings WHERE number = (SELECT MAX(number) FROM closings)
    AND closed_through IS NOT NULL AND substr(NEW.day, 1, 7) <= closed_through);
  SELECT RAISE(ABORT, 'satcha: entry numbers follow each other')
  WHERE NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entries);
END;
CREATE TRIGGER entries_close_years BEFORE INSERT ON entries
WHEN NEW.event IN ('year_closed', 'year_reopened')
BEGIN
  SELECT RAISE(ABORT, 'satcha: only lines that close a year') WHERE EXISTS (
    SELECT 1 FROM lines WHERE entry = NEW.number
    AND (event NOT IN ('year_income', 'year_expense') OR card IS NOT NULL));
  SELECT RAISE(ABORT, 'satcha: year closed') WHERE (NEW.event = 'year_reopened') <> (
    SELECT COUNT(*) FROM fiscal_years AS y WHERE y."on" >= NEW.day AND y.closed = 1
    AND y.act = (SELECT MAX(act) FROM fiscal_years WHERE year = y.year));
  SELECT RAISE(ABORT, 'satcha: year closed') WHERE NEW.event = 'year_reopened'
  AND (NEW.reverses IS NULL
    OR NEW.reverses NOT IN (SELECT entry FROM fiscal_years WHERE "on" = NEW.day));
END;
CREATE TRIGGER lines_before_seal BEFORE INSERT ON lines
WHEN NEW.entry <= (SELECT COALESCE(MAX(number), 0) FROM entries)
BEGIN SELECT RAISE(ABORT, 'satcha: the entry is sealed'); END;
CREATE TRIGGER personal_never_updated BEFORE UPDATE ON personal
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER personal_only_erased BEFORE DELETE ON personal
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE person = OLD.number)
BEGIN SELECT RAISE(ABORT, 'satcha: personal data are erased by an act'); END;
CREATE TRIGGER personal_in_act BEFORE INSERT ON personal
WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER free_texts_never_updated BEFORE UPDATE ON free_texts
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER free_texts_only_erased BEFORE DELETE ON free_texts
WHEN NOT EXISTS (SELECT 1 FROM text_erasures WHERE commitment = OLD.commitment)
BEGIN SELECT RAISE(ABORT, 'satcha: free texts are erased by an act'); END;
CREATE TRIGGER free_texts_in_act BEFORE INSERT ON free_texts
WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
"""


def schema() -> str:
    """Everything a new book is made of; frozen as ``migrations/v0001.sql`` at the first release."""
    dialect = sqlite.dialect()
    parts = [str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables]
    parts += [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in METADATA.sorted_tables
        for index in sorted(table.indexes, key=lambda one: str(one.name))
    ]
    tables = "\n".join(f"{_tidy(part)};" for part in parts)
    guards = [GUARDS.strip(), *_append_only(CHAINED), *_written_once()]
    return "\n".join([tables, *guards]) + "\n"


def _tidy(statement: str) -> str:
    lines = (line.rstrip().replace("\t", "  ") for line in statement.splitlines())
    return "\n".join(line for line in lines if line)


def _append_only(tables: tuple[str, ...]) -> Iterator[str]:
    for table in tables:
        for verb, done in (("UPDATE", "updated"), ("DELETE", "deleted")):
            yield (
                f"CREATE TRIGGER {table}_never_{done} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'satcha: nothing is {done}'); END;"
            )
        if table not in SEALED_OTHERWISE:
            yield (
                f"CREATE TRIGGER {table}_in_act BEFORE INSERT ON {table} "
                "WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) "
                "BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;"
            )


def _written_once() -> Iterator[str]:
    """A tool that replaces rows deletes the old one without asking the guard against deleting.

    Versions need no such guard: their key holds the act, and the open act has written none yet.
    """
    keys = {kind.table: kind.key for kind in RECORDS if not kind.versions}
    for table, key in {**keys, "personal": ("number",), "free_texts": ("commitment",)}.items():
        same = " AND ".join(f'"{name}" = NEW."{name}"' for name in key)
        yield (
            f"CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            "BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;"
        )
