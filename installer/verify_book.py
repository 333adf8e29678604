"""Verifies a book of Satcha without any part of Satcha: who trusts nobody reads this file first.

    python verify_book.py BOOK [--key KEY] [--code "ABCD EFGH JKMN PQRS"]...

It needs Python 3.11 and, for encrypted books, the binding ``sqlcipher3``; plain books open with the
standard library alone. It reads the file and never writes. Close the program before: what lies in
a file that ends in ``-wal`` is not in the book yet. It proves that nothing was changed since it was
written, and that balances follow from lines; who was allowed to write it, what is signed and the
other rules of bookkeeping are looked at by the program's own audit.

The format ``satcha/1``, so that anybody can write another verifier:

* A book is an SQLite file with application id 0x53415443. An encrypted one is SQLCipher 4 with a
  raw key of 32 bytes: 64 hexadecimal digits, or the nineteen groups of the recovery sheet. Those
  are the key as one number to base 23, highest digit first, three letters a group, of the letters
  A to Z without I, L and O, of which A is 0; the fourth letter k checks the group at place i
  (from 0): a + 2b + 3c + 4k + i is 0 modulo 23.
* ``acts`` has a row for each act, numbered 1, 2, 3 …. Its columns, in order: number, recorded_at,
  business_day, user, command, payload, command_id, result, program, marks, previous, fingerprint.
  ``previous`` is the fingerprint of the act before, and empty in the first act.
* Every other table that has a column ``act`` belongs to the chain, but for ``personal`` and
  ``free_texts``. ``act`` is the last column, and says which act wrote the row.
* A value is encoded as ``n`` (NULL), ``i`` decimal digits ``;`` (integer), or ``s`` length ``:``
  and the UTF-8 bytes (text; the length counts bytes). There are no other kinds of value.
* A row is ``r`` and its values in the order of the columns, the act's number last. A table is
  ``t``, its name and its number of rows as values, then its rows in the order of their key: the
  columns of the primary key without ``act``, text compared by its UTF-8 bytes.
* The fingerprint of an act, kept as hexadecimal text, is SHA-256 over: the 32 bytes of the
  fingerprint before it (zero bytes before the first), the ASCII text ``satcha/1``, the act's own
  row without its fingerprint, and the tables the act wrote, by name.
* ``marks`` names these tables in their order, each as ``name=count:``, the CRC-32 of each encoded
  row in eight hexadecimal digits, and ``;``. It helps to name the row that was changed, and is
  itself covered by the fingerprint.
* A table with the columns ``person`` and ``commitment`` holds, in place of personal data, SHA-256
  over ``satcha/1``, the salt and the text, both as encoded values. Salt and text lie in
  ``personal`` (number, salt, value, act) under the number ``person``, or were erased, and then
  ``erasures`` has that number in its column ``person``.
* The columns named in ``FREE`` below hold free texts of people, and in their place commitments of
  56 letters: the act in eight hexadecimal digits, the text's place in the act in six, and the first
  42 of SHA-256 over the ASCII text ``satcha text/1``, the salt and the text, with a line end (LF)
  between them. Salt and text lie in ``free_texts`` under the commitment, or were erased, and then
  ``text_erasures`` has it. In ``payload`` the commitments stand as ``{"commitment":"…"}``.
* The code on paper: the fingerprint as one number, its fifteen lowest digits to base 23, lowest
  first, written with the letters A to Z without I, L and O; the sixteenth letter is the sum of
  each letter's value times its place (from 1), modulo 23.
* ``lines`` (entry, line, day, account, fund, card, debit, credit, event, act) has amounts in
  satang. An entry's lines lie on its day, are of its act, and add up to nothing in every fund.
  ``account_balances`` (by account, fund, month) and ``card_balances`` (by card, account, fund,
  month) have a row for each month with lines and hold what all lines up to its end make,
  ``account_days`` (by account, fund, day) what the lines of one day make; they follow from
  ``lines``. The newest month of the book has no ``account_balances``: it is the sum of its days.
  Lines of the events ``year_income`` and ``year_expense`` close a fiscal year; they make a period
  of their own that comes after their day and its month and is kept as the day, or the month, with
  ``+`` behind it.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import re
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

APPLICATION = 0x53415443
FORMAT = b"satcha/1"
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
PLACES = 15
_NEEDED = {"acts", "personal", "erasures", "free_texts", "text_erasures"}
_NEEDED |= {"entries", "lines", "account_days"}
_KEY_BYTES, _KEY_GROUPS = 32, 19


FREE = {"description", "effect", "end_reason", "found", "in_spite", "memo", "need", "note", "payee"}
FREE |= {"payer", "purpose", "reason", "recommendation", "released_why", "result", "text", "topic"}
FREE |= {"why"}
_COMMITMENT = 56
_TOLD = re.compile(r'\{"commitment":"([0-9a-f]{56})"\}')


class NotVerifiable(Exception):
    """The file cannot be read as a book at all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what is found; 0 is a whole book, 1 a book with faults, 2 no readable book."""
    parser = argparse.ArgumentParser(description="Verifies a book of Satcha.")
    parser.add_argument("book", type=Path)
    parser.add_argument("--key", default="", help="64 digits, or the code of the recovery sheet")
    parser.add_argument("--code", action="append", default=[], help="a code from paper")
    given = parser.parse_args(arguments)
    try:
        connection = opened(given.book, given.key)
        faults = list(faults_of(connection))
        codes = codes_of(connection)
    except NotVerifiable as trouble:
        print(f"ตรวจไม่ได้ / cannot be verified: {trouble}")
        return 2
    for fault in faults:
        print(f"พบข้อผิดพลาด / fault: {fault}")
    unknown = [code for code in given.code if not _say_code(code, codes)]
    if not faults:
        last = grouped(codes[-1]) if codes else "-"
        print(f"ถูกต้องครบถ้วน / whole: {len(codes)} acts, code {last}")
    return 1 if faults or unknown else 0


def _say_code(typed: str, codes: list[str]) -> bool:
    letters = "".join(letter for letter in typed.upper() if letter.isalpha())
    if letters and letters in codes:
        act = codes.index(letters) + 1
        print(f"รหัส / code {grouped(letters)}: กระทำที่ / act {act}")
        return True
    print(f"รหัส / code {typed}: ไม่พบในสมุดนี้ / not in this book")
    return False


def opened(path: Path, key: str = "") -> Any:
    """The book's file, opened for reading only.

    Raises:
        NotVerifiable: there is no such file, it is no book, or the key is wrong.
    """
    if not path.is_file():
        raise NotVerifiable(f"no file {path}")
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size > 0:
        raise NotVerifiable(f"{log.name} is not empty: close the program, which tidies it away")
    driver = _driver(key)
    place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = driver.connect(place, uri=True)
    try:
        if key:
            connection.execute(f"""PRAGMA key = "x'{key_of(key).hex()}'" """)
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        # Older versions take columns of tables without row numbers for empty ones.
        whole = driver.sqlite_version_info >= (3, 42)
        state = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] if whole else "ok"
    except driver.DatabaseError as error:
        raise NotVerifiable(str(error)) from error
    if found != APPLICATION:
        raise NotVerifiable("this file is no book of Satcha")
    if state != "ok":
        raise NotVerifiable(f"the file is damaged: {state}")
    return connection


def key_of(typed: str) -> bytes:
    """The 32 bytes of a key, from its digits or from the letters of the recovery sheet.

    Raises:
        NotVerifiable: a letter must be wrong.
    """
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    if len(letters) == 2 * _KEY_BYTES:
        if not _is_hexadecimal(letters.lower()):
            raise NotVerifiable("a key has 64 digits, 0 to 9 and A to F")
        return bytes.fromhex(letters)
    number, groups = 0, [letters[at : at + 4] for at in range(0, len(letters), 4)]
    for at, group in enumerate(groups):
        values = [LETTERS.find(letter) for letter in group]
        weighted = sum((place + 1) * value for place, value in enumerate(values))
        if len(values) != 4 or min(values) < 0 or (weighted + at) % len(LETTERS):
            raise NotVerifiable(f"group {at + 1} of the recovery code is mistyped")
        for value in values[:3]:
            number = number * len(LETTERS) + value
    if len(groups) != _KEY_GROUPS or number >> 8 * _KEY_BYTES:
        raise NotVerifiable(f"a recovery code has {_KEY_GROUPS} groups")
    return number.to_bytes(_KEY_BYTES, "big")


def _driver(key: str) -> Any:
    try:
        return importlib.import_module("sqlcipher3.dbapi2")
    except ModuleNotFoundError as missing:
        if key:
            raise NotVerifiable("an encrypted book needs the package sqlcipher3") from missing
        return sqlite3


def faults_of(connection: Any) -> Iterator[str]:
    """Every fault, in Thai and English words that name act, table and row.

    Raises:
        NotVerifiable: the file is a book by its name only.
    """
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if lacking := sorted(_NEEDED - {row[0] for row in names}):
        raise NotVerifiable(f"this file has no table {', '.join(lacking)}")
    for look in (*_OF_THE_CHAIN, ledger_faults, balance_faults, day_faults):
        try:
            yield from look(connection)
        except (connection.Error, IndexError, TypeError, ValueError) as error:
            yield both(f"อ่านต่อไม่ได้: {error}", f"what follows cannot be read: {error}")


def both(thai: str, english: str) -> str:
    """A fault in both languages."""
    return f"{thai} / {english}"


# ── the chain ───────────────────────────────────────────────────────────────────────────────────


def encoded(row: Sequence[Any]) -> bytes:
    """A row in the frozen encoding."""
    return b"r" + b"".join(map(_value, row))


def _value(value: Any) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, int):
        return b"i%d;" % value
    text = value.encode() if isinstance(value, str) else b"?" + repr(value).encode()
    return b"s%d:%b" % (len(text), text)


def chained_tables(connection: Any) -> dict[str, list[str]]:
    """The tables of the chain with the columns of their keys, by name."""
    names = [
        str(row[0])
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    tables = {}
    for name in sorted(set(names) - {"acts", "personal", "free_texts"}):
        columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        if "act" in [column[1] for column in columns]:
            keys = sorted((column[5], column[1]) for column in columns if column[5])
            tables[name] = [column for _, column in keys if column != "act"]
    return tables


def chain_faults(connection: Any) -> Iterator[str]:
    """What of acts, links, fingerprints and rows is not as it was sealed."""
    rows = _rows_by_act(connection)
    before, number, time = "", 0, ""
    for act in connection.execute("SELECT * FROM acts ORDER BY number"):
        number += 1
        if act[0] != number:
            yield both(f"รายการกระทำที่ {number} หายไป", f"act {number} is missing")
            number = act[0]
        if act[10] != before:
            yield both(
                f"รายการกระทำที่ {number} ไม่ต่อจากรายการก่อนหน้า",
                f"act {number} does not follow the act before it",
            )
        if str(act[1]) < time:
            yield both(
                f"รายการกระทำที่ {number} บันทึกเวลาก่อนรายการก่อนหน้า",
                f"act {number} was recorded before the act before it",
            )
        written = rows.pop(number, {})
        if _fingerprint(act, written) != act[11]:
            yield from _what_differs(act, written)
        before, time = act[11], str(act[1])
    for stray, tables in sorted(rows.items(), key=str):
        listed = ", ".join(sorted(tables))
        yield both(
            f"มีแถวของรายการกระทำที่ {stray} ซึ่งไม่มีอยู่ ในตาราง {listed}",
            f"rows of an act {stray} that does not exist, in {listed}",
        )


def _rows_by_act(connection: Any) -> dict[int, dict[str, list[tuple[str, bytes]]]]:
    found: dict[int, dict[str, list[tuple[str, bytes]]]] = {}
    for table, keys in chained_tables(connection).items():
        order = ", ".join(f'"{key}"' for key in ("act", *keys))
        cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}')
        names = [column[0] for column in cursor.description]
        places = [names.index(key) for key in keys]
        for row in cursor:
            key = "/".join(str(row[place]) for place in places)
            found.setdefault(row[-1], {}).setdefault(table, []).append((key, encoded(row)))
    return found


def _fingerprint(act: Sequence[Any], written: dict[str, list[tuple[str, bytes]]]) -> str:
    try:
        previous = bytes.fromhex(act[10]) if act[10] else bytes(32)
    except (TypeError, ValueError):
        return ""
    sealed = hashlib.sha256(previous + FORMAT + encoded(act[:11]))
    for table in sorted(written):
        sealed.update(b"t" + _value(table) + _value(len(written[table])))
        sealed.update(b"".join(row for _, row in written[table]))
    return sealed.hexdigest()


def _what_differs(act: Sequence[Any], written: dict[str, list[tuple[str, bytes]]]) -> Iterator[str]:
    own = "".join(
        f"{table}={len(rows)}:{''.join(f'{zlib.crc32(row):08x}' for _, row in rows)};"
        for table, rows in sorted(written.items())
    )
    # Where only the marks were changed, they accuse rows that are as they were.
    only_marks = _fingerprint((*act[:9], own, *act[10:]), written) == act[11]
    marked = "" if only_marks else str(act[9])
    sealed = dict(part.partition("=")[::2] for part in marked.split(";") if part)
    named = False
    for table in () if only_marks else sorted({*sealed, *written}):
        marks = sealed.get(table, "0:").partition(":")[2]
        expected = {marks[at : at + 8] for at in range(0, len(marks), 8)}
        now = {f"{zlib.crc32(row):08x}": key for key, row in written.get(table, [])}
        for mark in sorted(now.keys() - expected, key=now.__getitem__):
            named = True
            yield both(
                f"รายการกระทำที่ {act[0]} ตาราง {table} แถว {now[mark]} ไม่เหมือนเมื่อปิดผนึก",
                f"act {act[0]}, table {table}, row {now[mark]}: not as it was sealed",
            )
        if expected - now.keys() and not now.keys() - expected:
            named = True
            yield both(
                f"รายการกระทำที่ {act[0]} ตาราง {table} มีแถวหายไป",
                f"act {act[0]}, table {table}: a row is missing",
            )
    if not named:
        yield both(
            f"รายการกระทำที่ {act[0]} ถูกแก้หลังจากปิดผนึก",
            f"act {act[0]}: the act itself is not as it was sealed",
        )


# ── personal data, entries, balances ────────────────────────────────────────────────────────────


def personal_faults(connection: Any) -> Iterator[str]:
    """Personal data that are not what the chain promised."""
    kept = {
        number: (salt, text)
        for number, salt, text in connection.execute("SELECT number, salt, value FROM personal")
    }
    erased = {row[0] for row in connection.execute("SELECT person FROM erasures")}
    promised = set()
    for table in chained_tables(connection):
        names = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        if not {"person", "commitment"} <= names:
            continue
        for person, commitment in connection.execute(
            f'SELECT person, commitment FROM "{table}" WHERE person IS NOT NULL'
        ):
            promised.add(person)
            if person in kept:
                salt, text = kept[person]
                if hashlib.sha256(FORMAT + _value(salt) + _value(text)).hexdigest() != commitment:
                    yield both(f"ข้อมูลส่วนบุคคล {person} ถูกแก้", f"personal data {person} were changed")
            elif person not in erased:
                yield both(f"ข้อมูลส่วนบุคคล {person} หายไป", f"personal data {person} are missing")
    for person in sorted(kept.keys() - promised):
        yield both(f"ข้อมูลส่วนบุคคล {person} ไม่เป็นของผู้ใด", f"personal data {person} belong to nobody")


def text_faults(connection: Any) -> Iterator[str]:
    """Free texts that are not what the chain promised."""
    kept = {}
    for made, salt, text, act in connection.execute(
        "SELECT commitment, salt, words, act FROM free_texts"
    ):
        kept[made] = act
        digest = hashlib.sha256(f"satcha text/1\n{salt}\n{text}".encode()).hexdigest()
        if made[:8] != f"{act:08x}" or made[14:] != digest[: _COMMITMENT - 14]:
            yield both(f"ข้อความ {made} ถูกแก้", f"free text {made} was changed")
    erased = {row[0] for row in connection.execute("SELECT commitment FROM text_erasures")}
    promised = dict(_promised_texts(connection))
    for made in sorted(promised.keys() - kept.keys() - erased):
        where = promised[made]
        yield both(f"ข้อความ {made} หายไป ({where})", f"free text {made} is missing, {where}")
    for made in sorted(kept.keys() - promised.keys()):
        yield both(f"ไม่มีรายการใดกล่าวข้อความ {made}", f"free text {made} was said by no act")
    for made in sorted(kept.keys() & erased):
        yield both(f"ข้อความ {made} ที่ลบแล้วกลับมา", f"free text {made} was erased and is back")


def _promised_texts(connection: Any) -> Iterator[tuple[str, str]]:
    """The commitments to free texts in the chain, and where each stands."""
    for act, payload in connection.execute("SELECT number, payload FROM acts"):
        for made in _TOLD.findall(str(payload)):
            yield made, f"act {act}"
    for table in chained_tables(connection):
        for _, column, kind, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
            if column in FREE and kind == "TEXT":
                for made, act in connection.execute(
                    f'SELECT "{column}", act FROM "{table}" WHERE length("{column}") = ?',
                    (_COMMITMENT,),
                ):
                    yield made, f"act {act}, {table}.{column}"


_OF_THE_CHAIN = (chain_faults, personal_faults, text_faults)


def ledger_faults(connection: Any) -> Iterator[str]:
    """Entries that do not balance, and lines that belong to no entry."""
    for entry, fund, difference in connection.execute(
        "SELECT entry, fund, SUM(debit) - SUM(credit) FROM lines GROUP BY entry, fund"
        " HAVING SUM(debit) <> SUM(credit)"
    ):
        yield both(
            f"รายการบัญชี {entry} ไม่ดุลในกองทุน {fund} ต่างกัน {difference} สตางค์",
            f"entry {entry} does not balance in fund {fund}: {difference} satang",
        )
    for entry, line in connection.execute(
        "SELECT l.entry, l.line FROM lines AS l JOIN entries AS e ON e.number = l.entry"
        " WHERE l.day <> e.day OR l.act <> e.act"
    ):
        yield both(
            f"บรรทัด {entry}/{line} ไม่อยู่ในวันหรือรายการกระทำเดียวกับรายการบัญชี",
            f"line {entry}/{line} is not of the day and act of its entry",
        )
    for (entry,) in connection.execute(
        "SELECT DISTINCT entry FROM lines WHERE entry NOT IN (SELECT number FROM entries)"
    ):
        yield both(
            f"มีบรรทัดของรายการบัญชี {entry} ซึ่งไม่มีอยู่",
            f"lines of an entry {entry} that does not exist",
        )
    for (entry,) in connection.execute(
        "SELECT number FROM entries WHERE number NOT IN (SELECT entry FROM lines)"
    ):
        yield both(f"รายการบัญชี {entry} ไม่มีบรรทัด", f"entry {entry} has no lines")


_BALANCES = {"account_balances": "account, fund", "card_balances": "card, account, fund"}


_CLOSING = "CASE WHEN event IN ('year_income', 'year_expense') THEN '+' ELSE '' END"


def day_faults(connection: Any) -> Iterator[str]:
    """Days of accounts that are not the sum of their lines."""
    made = (
        f"SELECT account, fund, day || {_CLOSING}, SUM(debit), SUM(credit) FROM lines"
        " GROUP BY 1, 2, 3"
    )
    stored = "SELECT account, fund, day, debit, credit FROM account_days"
    for row in connection.execute(
        f"SELECT * FROM ({made} EXCEPT {stored}) UNION SELECT * FROM ({stored} EXCEPT {made})"
    ):
        yield _not_the_sum("account_days", row[:3])


def balance_faults(connection: Any) -> Iterator[str]:
    """Stored balances that are not the sum of their lines."""
    for table, place in _BALANCES.items():
        where = "WHERE card IS NOT NULL" if table == "card_balances" else ""
        sums: dict[tuple[Any, ...], tuple[int, int]] = {}
        totals: dict[tuple[Any, ...], tuple[int, int]] = {}
        for *key, month, debit, credit in connection.execute(
            f"SELECT {place}, substr(day, 1, 7) || {_CLOSING} AS month,"
            f" SUM(debit), SUM(credit) FROM lines {where}"
            f" GROUP BY {place}, month ORDER BY {place}, month"
        ):
            before = totals.get(tuple(key), (0, 0))
            totals[tuple(key)] = (before[0] + debit, before[1] + credit)
            sums[*key, month] = totals[tuple(key)]
        if table == "account_balances":
            newest = max((key[-1] for key in sums), default="")
            sums = {key: both for key, both in sums.items() if key[-1] < newest}
        stored = {
            tuple(key): (debit, credit)
            for *key, debit, credit in connection.execute(
                f"SELECT {place}, month, debit, credit FROM {table}"
            )
        }
        for key in sorted({*sums, *stored}, key=str):
            if sums.get(key) != stored.get(key):
                yield _not_the_sum(table, key)


def _not_the_sum(table: str, key: Sequence[Any]) -> str:
    place = "/".join(map(str, key))
    return both(
        f"{table} {place} ไม่ตรงกับผลรวมของบรรทัด", f"{table} {place}: not the sum of its lines"
    )


# ── codes on paper ──────────────────────────────────────────────────────────────────────────────


def codes_of(connection: Any) -> list[str]:
    """The code after each act, sixteen letters each."""
    rows = connection.execute("SELECT fingerprint FROM acts ORDER BY number")
    return [code_of(one) if _is_hexadecimal(one) else "" for one in (str(row[0]) for row in rows)]


def _is_hexadecimal(text: str) -> bool:
    return text != "" and set(text) <= set("0123456789abcdef")


def code_of(fingerprint: str) -> str:
    """The sixteen letters that stand on paper for a fingerprint."""
    number, values = int(fingerprint, 16), []
    for _ in range(PLACES):
        number, rest = divmod(number, len(LETTERS))
        values.append(rest)
    check = sum(place * value for place, value in enumerate(values, start=1)) % len(LETTERS)
    return "".join(LETTERS[value] for value in (*values, check))


def grouped(letters: str) -> str:
    """Letters in groups of four, as they are printed."""
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


if __name__ == "__main__":
    sys.exit(main())
