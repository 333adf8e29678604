"""The receipt written last, found by its number: no index is kept over the acts of receipts."""

from __future__ import annotations

from ledger.storage.reading import Reader

# In each book of receipts numbers rise with the acts, so the last one of each is enough to look at.
_LAST = """
WITH RECURSIVE
  kinds(series) AS (
    SELECT MIN(series) FROM receipts
    UNION ALL
    SELECT (SELECT MIN(r.series) FROM receipts AS r WHERE r.series > kinds.series)
    FROM kinds WHERE series IS NOT NULL),
  books(series, year) AS (
    SELECT series, (SELECT MAX(r.year) FROM receipts AS r WHERE r.series = kinds.series)
    FROM kinds WHERE series IS NOT NULL
    UNION ALL
    SELECT series, (
      SELECT MAX(r.year) FROM receipts AS r WHERE r.series = books.series AND r.year < books.year)
    FROM books WHERE year IS NOT NULL),
  lasts(series, year, number) AS (
    SELECT series, year, (
      SELECT MAX(r.number) FROM receipts AS r
      WHERE r.series = books.series AND r.year = books.year)
    FROM books WHERE year IS NOT NULL)
SELECT series || year || '/' || printf('%06d', number)
FROM lasts CROSS JOIN receipts USING (series, year, number)
ORDER BY act DESC, number DESC LIMIT 1
"""


def last_receipt(reader: Reader) -> str:
    """Its label; empty where the book has written none."""
    row = reader.one(_LAST)
    return str(row[0]) if row else ""
