"""The rules of trust.md 7.1, each as a statement over all rows that must find nothing."""

from __future__ import annotations

import hashlib
from typing import Any

from ledger.queries.integrity import audit
from ledger.storage.reading import Reader

# The number before each is the rule's number in trust.md 7.1.
STATEMENTS: dict[str, str] = {
    "1 an entry has two lines, none at zero, and adds up in every fund": """
        SELECT e.number FROM entries e LEFT JOIN lines l ON l.entry = e.number
        GROUP BY e.number, l.fund HAVING SUM(l.debit) IS NOT SUM(l.credit)
        UNION SELECT e.number FROM entries e LEFT JOIN lines l ON l.entry = e.number
        GROUP BY e.number HAVING COUNT(l.line) < 2
        UNION SELECT entry FROM lines WHERE debit + credit <= 0 OR debit * credit <> 0""",
    "2 every day adds up": """
        SELECT day FROM lines GROUP BY day HAVING SUM(debit) <> SUM(credit)""",
    "2 a line has the day of its entry": """
        SELECT l.entry FROM lines l JOIN entries e ON e.number = l.entry WHERE l.day <> e.day""",
    "3 lines stand on open leaves of the chart, with a card where one is asked": """
        SELECT l.entry, l.account FROM lines l LEFT JOIN accounts a ON a.code = l.account
          AND a.act = (SELECT MAX(act) FROM accounts v WHERE v.code = l.account AND v.act <= l.act)
        LEFT JOIN cards c ON c.number = l.card
          AND c.act = (SELECT MAX(act) FROM cards v WHERE v.number = l.card AND v.act <= l.act)
        WHERE a.code IS NULL OR a.head = 1 OR a.closed = 1 OR a.card IS NOT c.kind""",
    "4 acts are numbered without gap and never go back in time": """
        SELECT COUNT(*), MAX(number) FROM acts HAVING COUNT(*) <> MAX(number)
        UNION SELECT a.number, 0 FROM acts a JOIN acts b ON b.number = a.number + 1
        WHERE b.recorded_at < a.recorded_at""",
    "4 entries are numbered without gap": """
        SELECT COUNT(*) FROM entries HAVING COUNT(*) <> COALESCE(MAX(number), 0)""",
    "5 nothing is written in a month that was closed at that act": """
        SELECT e.number FROM entries e JOIN closings c
          ON c.number = (SELECT MAX(number) FROM closings WHERE act < e.act)
        WHERE substr(e.day, 1, 7) <= c.closed_through
          AND e.event NOT IN ('year_closed', 'year_reopened')""",
    "6 a reversal is the mirror of one earlier entry, itself no reversal, with a reason": """
        SELECT r.number FROM entries r LEFT JOIN entries o ON o.number = r.reverses
        WHERE r.reverses IS NOT NULL AND (o.number IS NULL OR o.number >= r.number
          OR o.reverses IS NOT NULL OR COALESCE(trim(r.reason), '') = '')
        UNION SELECT reverses FROM entries WHERE reverses IS NOT NULL
        GROUP BY reverses HAVING COUNT(*) > 1""",
    "6 the mirror has the lines of its original with their sides exchanged": """
        SELECT r.number FROM entries r JOIN lines l ON l.entry IN (r.number, r.reverses)
        WHERE r.reverses IS NOT NULL GROUP BY r.number, l.account, l.fund, l.card
        HAVING SUM(l.debit) <> SUM(l.credit)
        UNION SELECT r.number FROM entries r WHERE r.reverses IS NOT NULL AND
          (SELECT COUNT(*) FROM lines WHERE entry = r.number)
          <> (SELECT COUNT(*) FROM lines WHERE entry = r.reverses)""",
    "9 the days of an account are the sums of its lines": """
        SELECT * FROM (SELECT account, fund, day, SUM(debit), SUM(credit) FROM lines
          GROUP BY account, fund, day
          EXCEPT SELECT account, fund, day, debit, credit FROM account_days)
        UNION ALL SELECT * FROM (SELECT account, fund, day, debit, credit FROM account_days EXCEPT
          SELECT account, fund, day, SUM(debit), SUM(credit) FROM lines
          GROUP BY account, fund, day)""",
    "9 the months of an account carry all its lines up to their end": """
        SELECT b.account FROM account_balances b WHERE (b.debit, b.credit) <>
          (SELECT SUM(debit), SUM(credit) FROM lines l WHERE l.account = b.account
            AND l.fund = b.fund AND substr(l.day, 1, 7) <= b.month)
        UNION SELECT account FROM (SELECT account, fund, substr(day, 1, 7) AS month FROM lines
          WHERE month < (SELECT substr(MAX(day), 1, 7) FROM lines)
          EXCEPT SELECT account, fund, month FROM account_balances)
        UNION SELECT account FROM account_balances
          WHERE month >= (SELECT substr(MAX(day), 1, 7) FROM lines)""",
    "9 the months of a card carry all its lines up to their end": """
        SELECT b.card FROM card_balances b WHERE (b.debit, b.credit) <>
          (SELECT SUM(debit), SUM(credit) FROM lines l WHERE l.card = b.card
            AND l.account = b.account AND l.fund = b.fund AND substr(l.day, 1, 7) <= b.month)
        UNION SELECT card FROM (SELECT card, account, fund, substr(day, 1, 7) FROM lines
          WHERE card IS NOT NULL EXCEPT SELECT card, account, fund, month FROM card_balances)""",
    "10 a command id occurs once": """
        SELECT command_id FROM acts GROUP BY command_id HAVING COUNT(*) > 1""",
    "11 receipts and vouchers are numbered by series and year without gaps": """
        SELECT series, year FROM receipts GROUP BY series, year
        HAVING COUNT(*) <> MAX(number) OR MIN(number) <> 1
        UNION SELECT series, year FROM vouchers GROUP BY series, year
        HAVING COUNT(*) <> MAX(number) OR MIN(number) <> 1""",
    "11 a receipt has an entry of its own, of its day, and its sum is the money side": """
        SELECT r.number FROM receipts r LEFT JOIN entries e ON e.number = r.entry
        WHERE e.number IS NULL OR e.day <> r."on" OR e.act <> r.act OR r.total IS NOT
          (SELECT SUM(debit) FROM lines WHERE entry = r.entry AND account IN ('11010', '12200'))
        UNION SELECT MIN(number) FROM receipts GROUP BY entry HAVING COUNT(*) > 1""",
    "11 the lines of a receipt make up its sum": """
        SELECT r.number FROM receipts r LEFT JOIN receipt_lines i
          ON (i.series, i.year, i.number) = (r.series, r.year, r.number)
        GROUP BY r.series, r.year, r.number HAVING SUM(i.amount) IS NOT r.total""",
    "11 a receipt is void exactly when its entry is reversed": """
        SELECT r.number FROM receipts r
        LEFT JOIN entries e ON e.reverses = r.entry
        LEFT JOIN receipt_voids v ON (v.series, v.year, v.number) = (r.series, r.year, r.number)
        WHERE e.number IS NOT v.entry""",
    "12 no cash box is below nothing after any entry, or at the end of any day": """
        SELECT 1 FROM (SELECT SUM(debit - credit) OVER (ORDER BY entry) AS held FROM lines
          WHERE account = '11010') WHERE held < 0
        UNION SELECT 2 FROM (SELECT SUM(debit - credit) OVER (ORDER BY day) AS held FROM lines
          WHERE account = '11010') WHERE held < 0""",
    "14 no savings or share card is below nothing at the end of any day": """
        SELECT card FROM (SELECT l.card, SUM(credit - debit) OVER
          (PARTITION BY l.card ORDER BY l.day) AS owed FROM lines l
          WHERE l.card IN (SELECT number FROM cards WHERE kind IN ('savings', 'share')))
        WHERE owed < 0""",
    "15 the cards make up their control account": """
        SELECT a.code FROM accounts a WHERE a.card IS NOT NULL AND
          (SELECT COALESCE(SUM(debit - credit), 0) FROM lines WHERE account = a.code) <>
          (SELECT COALESCE(SUM(l.debit - l.credit), 0) FROM lines l
            JOIN (SELECT DISTINCT number, account FROM cards) c ON c.number = l.card
            WHERE l.account = a.code AND c.account = a.code)""",
    "16 shares are whole": """
        SELECT l.card FROM lines l JOIN (SELECT DISTINCT number, product FROM cards
          WHERE kind = 'share') c ON c.number = l.card
        WHERE (l.debit + l.credit) % 1000 <> 0""",
    "17 the rows of an interest posting make up its entry": """
        SELECT p.number FROM interest_postings p WHERE p.total <>
          (SELECT SUM(amount) FROM interest_rows r WHERE r.posting = p.number)
        OR p.total <> (SELECT SUM(debit) FROM lines WHERE entry = p.entry)
        UNION SELECT p.number FROM interest_postings p JOIN interest_rows r
          ON r.posting = p.number LEFT JOIN lines l ON l.entry = p.entry AND l.card = r.card
        WHERE l.credit IS NOT r.amount""",
    "18 who has left holds nothing": """
        SELECT m.number FROM members m JOIN cards c ON c.member = m.number
        WHERE m.act = (SELECT MAX(act) FROM members v WHERE v.number = m.number)
        AND c.act = (SELECT MAX(act) FROM cards v WHERE v.number = c.number)
        AND m."left" IS NOT NULL AND (c.closed_on IS NULL OR
          (SELECT COALESCE(SUM(debit - credit), 0) FROM lines WHERE card = c.number) <> 0)""",
    "18 a closed card holds nothing": """
        SELECT c.number FROM cards c
        WHERE c.act = (SELECT MAX(act) FROM cards v WHERE v.number = c.number)
        AND c.closed_on IS NOT NULL
        AND (SELECT COALESCE(SUM(debit - credit), 0) FROM lines WHERE card = c.number) <> 0""",
    "no more is paid on a charge than was asked": """
        SELECT c.number FROM charges c WHERE c.act =
          (SELECT MIN(act) FROM charges v WHERE v.number = c.number) AND c.amount <
          (SELECT COALESCE(SUM(p.amount), 0) FROM charge_payments p WHERE p.charge = c.number
            AND p.entry NOT IN (SELECT reverses FROM entries WHERE reverses IS NOT NULL))""",
}


def broken_rules(reader: Reader) -> list[str]:
    """The names of the rules that do not hold, with the first row that breaks each."""
    found = []
    for name, statement in STATEMENTS.items():
        rows = reader.rows(statement)
        if rows:
            found.append(f"{name}: {rows[0]}")
    return found


def broken_proofs(reader: Reader) -> list[str]:
    """What the chain, recomputed here a second time, and the book's own audit find."""
    return _broken_chain(reader) + [f"audit: {finding}" for finding in audit(reader).findings]


# ── rules 7 and 8: every fingerprint from every row, in an encoding written a second time ───────


def _encoded(value: Any) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, int):
        return f"i{value};".encode()
    text = str(value).encode()
    return f"s{len(text)}:".encode() + text


def _row(values: tuple[Any, ...]) -> bytes:
    return b"r" + b"".join(_encoded(value) for value in values)


_OUTSIDE = {"acts", "personal", "free_texts", "card_balances", "account_balances", "account_days"}


def _broken_chain(reader: Reader) -> list[str]:
    """Recompute the chain over all tables that have an act, in the order of their keys."""
    by_act: dict[int, dict[str, list[tuple[Any, ...]]]] = {}
    for name, columns, keys in _chained(reader):
        at = columns.index("act")
        order = ", ".join(f'"{key}"' for key in keys)
        for row in reader.rows(f"SELECT * FROM {name} ORDER BY {order}"):  # noqa: S608 - our own
            by_act.setdefault(row[at], {}).setdefault(name, []).append(row)
    previous, broken = b"", []
    for act in reader.rows("SELECT * FROM acts ORDER BY number"):
        sealed = hashlib.sha256(previous or bytes(32))
        sealed.update(b"satcha/1" + _row(act[:-1]))
        tables = by_act.pop(act[0], {})
        for name in sorted(tables):
            sealed.update(b"t" + _encoded(name) + _encoded(len(tables[name])))
            sealed.update(b"".join(map(_row, tables[name])))
        if sealed.hexdigest() != act[-1]:
            broken.append(f"7 the fingerprint of act {act[0]} does not recompute")
        previous = bytes.fromhex(act[-1])
    broken.extend(f"8 rows of no act: {number} {tables}" for number, tables in by_act.items())
    return broken


def _chained(reader: Reader) -> list[tuple[str, list[str], list[str]]]:
    found = []
    for (name,) in reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        info = reader.rows(f"PRAGMA table_info({name})")
        columns = [row[1] for row in info]
        keys = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]]
        if "act" in columns and name not in _OUTSIDE:
            found.append((name, columns, [key for key in keys if key != "act"]))
    return found
