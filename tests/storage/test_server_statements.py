"""A statement of SQLite means the same in PostgreSQL's words."""

from __future__ import annotations

import pytest
from sqlalchemy.dialects.postgresql.base import RESERVED_WORDS
from sqlalchemy.dialects.sqlite.base import SQLiteIdentifierPreparer

from ledger.storage.postgres.statements import RESERVED, turned
from ledger.storage.tables import METADATA


@pytest.mark.parametrize(
    ("statement", "expected", "values"),
    [
        ("SELECT '?', \":a\" FROM x WHERE y = ?", "SELECT '?', \":a\" FROM x WHERE y = $1", (0,)),
        ("WHERE a = ?2 AND b = ?1 AND c = ?2", "WHERE a = $1 AND b = $2 AND c = $1", (1, 0)),
        ("WHERE a = :day AND b = :fund", "WHERE a = $1 AND b = $2", ("day", "fund")),
        ("SELECT a.user FROM acts", 'SELECT a."user" FROM acts', ()),
        ("SELECT 'user''s', \"user\"", "SELECT 'user''s', \"user\"", ()),
        ("a IS NULL OR b IS NOT NULL", "a IS NULL OR b IS NOT NULL", ()),
        ("a IS ?", "a IS NOT DISTINCT FROM $1", (0,)),
        ("a IS NOT SUM(b)", "a IS DISTINCT FROM  SUM(b)", ()),
        ("a IS DISTINCT FROM b", "a IS DISTINCT FROM b", ()),
        ("a IN money", "a IN (SELECT * FROM money)", ()),
        ("a IN (?, ?)", "a IN ($1, $2)", (0, 1)),
        ("a CROSS JOIN (SELECT 1) AS b", "a CROSS JOIN (SELECT 1) AS b", ()),
        ("a CROSS JOIN b ON b.x = a.x", "a  JOIN b ON b.x = a.x", ()),
        (
            "a CROSS JOIN b CROSS JOIN c USING (x) WHERE y",
            "a CROSS JOIN b  JOIN c USING (x) WHERE y",
            (),
        ),
        ("ORDER BY act DESC LIMIT 1", "ORDER BY act DESC LIMIT 1", ()),
        (
            '(x ORDER BY a.member DESC, "closed_on", act) y',
            '(x ORDER BY a.member DESC NULLS LAST, "closed_on" NULLS FIRST, act) y',
            (),
        ),
        ("PRAGMA table_info(acts)", "SELECT * FROM pragma_table_info('acts')", ()),
        ("ROLLBACK", "ROLLBACK", ()),
    ],
)
def test_a_statement_is_turned_word_by_word(statement, expected, values):
    found = turned(statement, frozenset())

    assert (found.text, found.values) == (expected, values)


def test_a_value_that_is_missing_is_written_out():
    found = turned("WHERE ?2 IS NULL OR a = ?2 OR b = ?1", frozenset({1}))

    assert (found.text, found.values) == ("WHERE NULL IS NULL OR a = NULL OR b = $1", (0,))


def test_every_column_that_only_postgresql_reserves_is_known():
    names = {column.name for table in METADATA.tables.values() for column in table.columns}
    quoted = names & RESERVED_WORDS - SQLiteIdentifierPreparer.reserved_words

    assert quoted == RESERVED
