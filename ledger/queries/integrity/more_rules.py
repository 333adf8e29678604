"""More rules of trust.md 7.1 as statements over the rows: 2, 3, 8, 11, 17, 18, 31 and 32."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.loan_rules import NEWEST_OF_CARDS
from ledger.storage.reading import Reader

_PAPER = "r.series || r.year || '/' || printf('%06d', r.number)"
_OTHER = _PAPER.replace("r.", "o.")
# A paper says its entry's day and sum.
_AGREES = (
    "WITH sums AS (SELECT entry, MIN(day) AS day, SUM(debit) AS total FROM lines"
    " WHERE entry IN (SELECT entry FROM {table}) GROUP BY entry)"
    " SELECT {paper}, r.act,"
    ' CASE WHEN {total} IS NOT s.total THEN CAST({total} AS TEXT) ELSE r."on" END,'
    " CASE WHEN {total} IS NOT s.total THEN CAST(s.total AS TEXT) ELSE s.day END"
    " FROM {table} AS r LEFT JOIN sums AS s ON s.entry = r.entry"
    ' WHERE {total} IS NOT s.total OR r."on" IS NOT s.day'
)

# Each answers rows (key, act, found, expected) of what should not be; before it the rule's number.
STATEMENTS: tuple[tuple[int, Fault, str, str], ...] = (
    (
        2,
        Fault.LINE_APART,
        "lines",
        (
            # Balances go by the line's own day, people by the entry's.
            "SELECT l.entry || '/' || l.line, l.act, l.day, e.day FROM lines AS l"
            " JOIN entries AS e ON e.number = l.entry WHERE l.day <> e.day"
        ),
    ),
    (
        8,
        Fault.ROW_ADDED,
        "lines",
        (
            "SELECT l.entry || '/' || l.line, l.act, '', '' FROM lines AS l"
            " JOIN entries AS e ON e.number = l.entry WHERE l.act <> e.act"
        ),
    ),
    (
        3,
        Fault.FUND_UNKNOWN,
        "lines",
        (
            "SELECT l.entry || '/' || l.line, l.act, l.fund, '' FROM"
            " (SELECT DISTINCT fund FROM account_days WHERE fund NOT IN (SELECT code FROM funds))"
            " AS wrong JOIN lines AS l ON l.fund = wrong.fund"
        ),
    ),
    *(
        (11, fault, table, _AGREES.format(table=table, total=total, paper=_PAPER))
        for fault, table, total in (
            (Fault.RECEIPT_WRONG, "receipts", "r.total"),
            (Fault.VOUCHER_WRONG, "vouchers", "r.amount"),
        )
    ),
    *(
        (
            11,
            Fault.PAPER_TWICE,
            table,
            (
                f"SELECT r.entry, o.act, {_PAPER}, {_OTHER} FROM {table} AS r JOIN {table} AS o"
                " ON o.entry = r.entry"
                " AND (r.series, r.year, r.number) < (o.series, o.year, o.number)"
            ),
        )
        for table in ("receipts", "vouchers")
    ),
    (
        11,
        Fault.VOID_WRONG,
        "receipt_voids",
        (
            f"SELECT {_PAPER}, e.act, e.number, v.entry"
            " FROM receipts AS r JOIN entries AS e ON e.reverses = r.entry"
            " LEFT JOIN receipt_voids AS v"
            " ON (v.series, v.year, v.number) = (r.series, r.year, r.number)"
            " WHERE v.entry IS NOT e.number"
        ),
    ),
    (
        17,
        Fault.INTEREST_WRONG,
        "interest_postings",
        (
            "SELECT p.number, p.act, p.total, SUM(r.amount) FROM interest_postings AS p"
            " LEFT JOIN interest_rows AS r ON r.posting = p.number GROUP BY p.number"
            " HAVING p.total IS NOT COALESCE(SUM(r.amount), 0)"
        ),
    ),
    (
        17,
        Fault.INTEREST_WRONG,
        "interest_rows",
        (
            "SELECT r.posting || '/' || r.card, r.act, r.amount, SUM(l.credit)"
            " FROM interest_rows AS r JOIN interest_postings AS p ON p.number = r.posting"
            " LEFT JOIN lines AS l ON l.entry = p.entry AND l.card = r.card"
            " WHERE r.amount <> 0 GROUP BY r.posting, r.card HAVING r.amount IS NOT SUM(l.credit)"
        ),
    ),
    (
        18,
        Fault.NOT_EMPTY,
        "cards",
        (
            "WITH held AS (SELECT card, SUM(debit - credit) AS balance"
            f" FROM {NEWEST_OF_CARDS} GROUP BY card HAVING SUM(debit - credit) <> 0)"
            " SELECT c.number, c.act, h.balance, COALESCE(m.number, '') FROM held AS h"
            " JOIN cards AS c ON c.number = h.card"
            " AND c.act = (SELECT MAX(act) FROM cards WHERE number = c.number)"
            ' LEFT JOIN members AS m ON m.number = c.member AND m."left" IS NOT NULL'
            " AND m.act = (SELECT MAX(act) FROM members WHERE number = m.number)"
            # What a guarantor goes on owing and what was contributed stay behind.
            " WHERE c.kind IN ('savings', 'share')"
            " AND (c.closed_on IS NOT NULL OR m.number IS NOT NULL)"
        ),
    ),
    (
        31,
        Fault.LOCK_MOVED,
        "closings",
        (
            "SELECT c.number, c.act, b.closed_through, COALESCE(c.closed_through, '-')"
            " FROM closings AS c JOIN closings AS b ON b.number = c.number - 1"
            " JOIN acts AS a ON a.number = c.act"
            " WHERE COALESCE(c.closed_through, '') < b.closed_through"
            " AND a.command NOT IN ('reopen-month', 'reopen-year')"
            " OR COALESCE(c.locked_through, '') < b.locked_through"
        ),
    ),
    (
        32,
        Fault.PERSONAL_SHOWN,
        "acts",
        (
            "SELECT DISTINCT a.number, a.number, '', '' FROM personal AS p"
            " JOIN acts AS a ON a.number = p.act, json_each(CASE WHEN json_valid(p.value)"
            " THEN p.value ELSE '{}' END) AS v WHERE v.key IN ('national_id', 'phone', 'address')"
            " AND length(v.value) >= 8 AND instr(a.payload, v.value) > 0"
        ),
    ),
)


def more_rule_findings(reader: Reader) -> Iterator[Finding]:
    """What of the rows is against one of these rules."""
    for _, fault, table, statement in STATEMENTS:
        for key, act, found, expected in reader.rows(statement):
            yield Finding(fault, table, str(key), act, _text(found), _text(expected))


def _text(value: object) -> str:
    return "" if value is None else str(value)
