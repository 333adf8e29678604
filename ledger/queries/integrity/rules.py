"""The rules of the books looked for again in the rows (trust.md 7.1, rules 1 to 18)."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.closing_period import AS_TEXTS, CLOSING_LINES, YEAR_CLOSED, YEAR_REOPENED
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.reading import Reader

# A receipt or voucher as it is printed.
_PAPER = "r.series || r.year || '/' || printf('%06d', r.number)"
_OF_A_YEAR = ", ".join(f"'{event}'" for event in sorted(CLOSING_LINES))
_NUMBERED = {"receipts": "series || year", "vouchers": "series || year", "entries": "''"}


# Each statement answers rows (key, act, found, expected) of what should not be.
_STATEMENTS: tuple[tuple[Fault, str, str], ...] = (
    (
        Fault.UNBALANCED,
        "entries",
        (
            "SELECT entry, MIN(act), SUM(debit), SUM(credit) FROM lines"
            " GROUP BY entry, fund HAVING SUM(debit) <> SUM(credit)"
        ),
    ),
    (
        Fault.TOO_FEW_LINES,
        "entries",
        (
            "SELECT e.number, e.act, COUNT(l.line), 2 FROM entries AS e"
            " LEFT JOIN lines AS l ON l.entry = e.number GROUP BY e.number HAVING COUNT(l.line) < 2"
        ),
    ),
    (
        Fault.ROW_ADDED,
        "lines",
        (
            "SELECT entry || '/' || line, act, '', '' FROM lines"
            " WHERE entry NOT IN (SELECT number FROM entries)"
        ),
    ),
    (
        Fault.ACCOUNT_UNKNOWN,
        "lines",
        (
            "SELECT entry || '/' || line, act, account, '' FROM lines"
            " WHERE account NOT IN (SELECT code FROM accounts)"
        ),
    ),
    (
        Fault.HEAD_POSTED,
        "lines",
        (
            "SELECT entry || '/' || line, act, account, '' FROM lines"
            " WHERE account IN (SELECT code FROM accounts WHERE head = 1)"
        ),
    ),
    (
        Fault.CARD_WRONG,
        "lines",
        (
            # Each account and card once, and only then the lines of those that are wrong.
            "WITH wrong AS (SELECT u.account, u.card FROM"
            " (SELECT DISTINCT account, card FROM lines) AS u"
            " JOIN accounts AS a ON a.code = u.account"
            " AND a.act = (SELECT MAX(act) FROM accounts WHERE code = u.account)"
            " LEFT JOIN (SELECT DISTINCT number, kind FROM cards) AS c ON c.number = u.card"
            " WHERE a.card IS NOT c.kind)"
            " SELECT entry || '/' || line, l.act, l.account, COALESCE(CAST(l.card AS TEXT), '')"
            " FROM wrong AS w CROSS JOIN lines AS l"
            " ON l.account = w.account AND l.card IS w.card"
        ),
    ),
    (
        Fault.RECEIPT_WRONG,
        "receipt_lines",
        (
            f"SELECT {_PAPER}, r.act, SUM(i.amount), r.total"
            " FROM receipts AS r LEFT JOIN receipt_lines AS i"
            " ON (i.series, i.year, i.number) = (r.series, r.year, r.number)"
            " GROUP BY r.series, r.year, r.number HAVING SUM(i.amount) IS NOT r.total"
        ),
    ),
    (
        Fault.VOID_WRONG,
        "receipt_voids",
        (
            f"SELECT {_PAPER}, r.act, '', '' FROM receipt_voids AS r"
            " LEFT JOIN receipts AS o"
            " ON (r.series, r.year, r.number) = (o.series, o.year, o.number)"
            " LEFT JOIN entries AS e ON e.number = r.entry AND e.reverses = o.entry"
            " WHERE e.number IS NULL"
        ),
    ),
    (
        Fault.REVERSAL_WRONG,
        "entries",
        (
            "SELECT r.number, r.act, r.reverses, '' FROM entries AS r"
            " LEFT JOIN entries AS o ON o.number = r.reverses"
            " WHERE r.reverses IS NOT NULL AND (o.number IS NULL OR o.reverses IS NOT NULL"
            " OR o.number >= r.number OR r.reason IS NULL OR trim(r.reason) = '')"
        ),
    ),
    (
        Fault.REVERSAL_WRONG,
        "lines",
        (
            "SELECT l.entry || '/' || l.line, l.act, o.number, '' FROM entries AS r"
            " JOIN lines AS l ON l.entry = r.number"
            " JOIN entries AS o ON o.number = r.reverses"
            " LEFT JOIN lines AS m ON m.entry = o.number AND m.line = l.line"
            " WHERE m.line IS NULL OR m.account <> l.account OR m.fund <> l.fund"
            " OR m.card IS NOT l.card OR m.debit <> l.credit OR m.credit <> l.debit"
        ),
    ),
    (
        Fault.REVERSAL_WRONG,
        "lines",
        (
            # And what of the entry was not taken back.
            "SELECT m.entry || '/' || m.line, r.act, r.number, '' FROM entries AS r"
            " JOIN lines AS m ON m.entry = r.reverses"
            " LEFT JOIN lines AS l ON l.entry = r.number AND l.line = m.line"
            " WHERE l.line IS NULL"
        ),
    ),
    (
        Fault.CLOSING_WRONG,
        "lines",
        (
            # Such a line lies behind its day and month, where no report of them looks.
            "SELECT e.number, e.act, e.day, '' FROM entries AS e WHERE e.event NOT IN"
            f" ({AS_TEXTS}) AND e.number IN (SELECT entry FROM lines WHERE event IN"
            f" ({_OF_A_YEAR}))"
        ),
    ),
    # Entries of a closing period, and the years that were closed and opened, name each other.
    (
        Fault.CLOSING_WRONG,
        "entries",
        (
            "SELECT e.number, e.act, e.day, '' FROM entries AS e"
            f" WHERE e.event = '{YEAR_CLOSED}' AND NOT EXISTS (SELECT 1 FROM fiscal_years"
            ' WHERE entry = e.number AND act = e.act AND closed = 1 AND "on" = e.day)'
            f" OR e.event = '{YEAR_REOPENED}' AND NOT EXISTS (SELECT 1 FROM fiscal_years"
            ' WHERE entry = e.reverses AND act = e.act AND closed = 0 AND "on" = e.day)'
        ),
    ),
)


def rule_findings(reader: Reader) -> Iterator[Finding]:
    for fault, table, statement in _STATEMENTS:
        for key, act, found, expected in reader.rows(statement):
            yield Finding(fault, table, str(key), act, _text(found), _text(expected))
    yield from _gap_findings(reader)
    yield from _closed_month_findings(reader)


def _gap_findings(reader: Reader) -> Iterator[Finding]:
    """The first number that is missing in each run of numbers (rules 4 and 11)."""
    for table, run in _NUMBERED.items():
        numbered = f"(SELECT {run} AS run, number FROM {table}) AS papers"
        for series, count, highest in reader.rows(
            f"SELECT run, COUNT(*), MAX(number) FROM {numbered} GROUP BY run"
            " HAVING COUNT(*) <> MAX(number) OR MIN(number) <> 1 ORDER BY run"
        ):
            there = reader.rows(
                f"SELECT number FROM {numbered} WHERE run = ? ORDER BY number", (series,)
            )
            gaps = (at for at, (number,) in enumerate(there, start=1) if number != at)
            first = next(gaps, highest)
            row = f"{series}/{first:06d}" if series else str(first)
            yield Finding(Fault.NUMBER_GAP, table, row, None, str(count), str(highest))


def _closed_month_findings(reader: Reader) -> Iterator[Finding]:
    """Entries whose day lay in a month that was closed when they were written (rule 5)."""
    rows = reader.rows("SELECT act, closed_through FROM closings ORDER BY number")
    for at, (act, through) in enumerate(rows):
        until = rows[at + 1][0] if at + 1 < len(rows) else None
        if through is None:
            continue
        for number, entry_act, day in reader.rows(
            "SELECT number, act, day FROM entries WHERE act > ? AND (? IS NULL OR act < ?)"
            f" AND substr(day, 1, 7) <= ? AND event NOT IN ({AS_TEXTS})",
            (act, until, until, through),
        ):
            yield Finding(Fault.CLOSED_MONTH, "entries", str(number), entry_act, day, through)


def _text(value: object) -> str:
    return "" if value is None else str(value)
