"""Books that somebody changed: bytes, rows, whole histories, the file's structure (TA1-TA7)."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ledger.book import Book
from ledger.domain.fingerprint import NOTHING_BEFORE, ActDigest, code_of
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit, find_code
from ledger.queries.integrity.chain import _tables
from ledger.storage import balances
from ledger.storage.journal import ACT_COLUMNS
from ledger.storage.reading import Reader
from ledger.storage.register import RECORDS
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.members import ChangeMember
from ledger.usecases.vouching import PayExpense
from tests.attack.results import Result
from tests.support.books import TODAY, found_village
from tests.support.clocks import CountedLetters
from tests.support.full import fill
from tests.support.lending import lent, with_types
from tests.support.raw import guards_of, stranger, with_guards

CHAINED = ("entries", "lines", *(kind.table for kind in RECORDS))


def full_book(folder: Path) -> Path:
    """A closed book in which every table has a row."""
    folder.mkdir(parents=True, exist_ok=True)
    village = fill(found_village(folder, year_ends_in=2))
    village.book.close()
    return village.book.path


def unsigned_book(folder: Path) -> Path:
    """A closed book of people without keys of their own, with something for every lie."""
    folder.mkdir(parents=True, exist_ok=True)
    village = found_village(folder)
    lent(with_types(village))
    _, card = village.saver(baht(500))
    village.run(ChargeMembers(type="DUES", amount=baht(50), due_on=TODAY))
    paid = PayExpense(account="53020", amount=baht(9), on=TODAY, payee="ร้าน", purpose="ของใช้")
    village.run(paid)
    for _ in range(40):
        village.deposit(card, baht(1))
    village.book.close()
    return village.book.path


def rows_of(reader: Any) -> list[tuple[Any, ...]]:
    names = reader.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [(name, *row) for (name,) in names for row in reader.rows(f"SELECT * FROM {name}")]


def flipped_bytes(path: Path, folder: Path, *, seed: int, tries: int) -> Result:
    """TA1: a byte flipped, a page cut off or put elsewhere; counted where rows differ."""
    result = Result("TA1 bytes", "a flip, a cut, two pages swapped: found or harmless", seed)
    chance, whole = random.Random(seed), path.read_bytes()
    with Book.open_for_reading(path) as book:
        right = book.ask(rows_of)
    silent = 0
    for _ in range(tries):
        result.tried += 1
        spoilt, how = _spoilt(whole, chance)
        target = folder / "spoilt.satcha"
        target.write_bytes(spoilt)
        verdict = _verdict(target, right, lambda reader: bool(audit(reader).findings))
        if verdict == "missed":
            result.note(how)
        silent += _verdict(target, right, lambda _reader: False) == "missed"
    result.planted["an audit that looks at nothing"] = silent > 0
    return result


def _spoilt(whole: bytes, chance: random.Random) -> tuple[bytes, str]:
    pages = len(whole) // 4096
    kind = chance.random()
    if kind < 0.9:
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        return whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :], f"byte {at}, bit {bit}"
    if kind < 0.95:
        size = 4096 * chance.randrange(1, pages) + chance.choice((-1, 0, 1))
        return whole[:size], f"cut to {size}"
    one, other = sorted(chance.sample(range(1, pages), 2))
    piece = [whole[4096 * at : 4096 * (at + 1)] for at in range(pages)]
    piece[one], piece[other] = piece[other], piece[one]
    return b"".join(piece), f"pages {one} and {other}"


def _verdict(path: Path, right: list[Any], finds: Callable[[Any], bool]) -> str:
    try:
        with Book.open_for_reading(path) as book:
            if book.ask(finds):
                return "found"
            return "same" if book.ask(rows_of) == right else "missed"
    except (Refusal, UnicodeDecodeError):
        return "refused"


def cells(path: Path, folder: Path, *, seed: int, tries: int) -> Result:
    """TA2: cells of every table changed, the guards put back; found, and the table named."""
    result = Result("TA2 rows", "a cell of every table: found, its table named", seed)
    chance = random.Random(seed)
    with stranger(Path(shutil.copy(path, folder / "cells.satcha"))) as tool:
        guards = guards_of(tool)
        todo = [(table, name, kind) for table in CHAINED for name, kind in _columns(tool, table)]
        chance.shuffle(todo)
        for table, name, kind in todo[:tries]:
            result.tried += 1
            found = _found_after(tool, guards, *_lie_in(table, name, kind))
            if table not in found:
                result.note(f"{table}.{name}: {sorted(found)[:3]}")
        with patch("ledger.queries.integrity.chain_findings", lambda *_: iter(())):
            blind = [_found_after(tool, guards, *_lie_in(*one)) for one in todo[:8]]
        result.planted["an audit without the chain"] = any(not found for found in blind)
    return result


def _lie_in(table: str, name: str, kind: str) -> tuple[str, str]:
    """A statement that changes this column, and the row it changes."""
    more = f'COALESCE("{name}", 0) + 100000'
    other = more if kind == "INTEGER" else f"COALESCE(\"{name}\", '') || 'ก'"
    where = f"rowid = (SELECT MIN(rowid) FROM {table})"
    return f'UPDATE {table} SET "{name}" = {other}', where


def _columns(tool: Any, table: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in tool.execute(f"PRAGMA table_info({table})").fetchall()]


def _found_after(tool: Any, guards: list[str], statement: str, where: str) -> set[str]:
    names = tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    tool.execute("PRAGMA ignore_check_constraints = ON")
    tool.execute("BEGIN")
    for (name,) in names:
        tool.execute(f"DROP TRIGGER {name}")
    try:
        # Tables without a rowid are changed from end to end, which is found just the same.
        with_rowid = "WITHOUT ROWID" not in _made_by(tool, statement.split()[1])
        tool.execute(f"{statement} WHERE {where}" if with_rowid else f"{statement} WHERE true")
        with_guards(tool, guards)
        return {one.table for one in audit(Reader(tool)).findings}
    except Exception as error:  # noqa: BLE001 - a key that clashes is a change that failed
        return {statement.split()[1]} if "UNIQUE" in str(error) else {str(error)}
    finally:
        tool.execute("ROLLBACK")


def _made_by(tool: Any, table: str) -> str:
    return str(tool.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


# ── the clever attacker ─────────────────────────────────────────────────────────────────────────

LIES = (
    "UPDATE vouchers SET payee = payee || ' จำกัด' WHERE number = 1",
    "UPDATE entries SET memo = 'อื่น' WHERE number = 1",
    "UPDATE receipts SET payer = 'คนอื่น' WHERE number = 1",
    "UPDATE acts SET user = 'คนอื่น' WHERE number = {act}",
    "UPDATE acts SET recorded_at = replace(recorded_at, ':30:', ':29:') WHERE number = {act}",
    "UPDATE acts SET payload = payload || ' ' WHERE number = {act}",
    "UPDATE lines SET debit = debit * 2, credit = credit * 2 WHERE act = {act}",
    "UPDATE charges SET note = 'ยกให้' WHERE number = 1",
    "UPDATE members SET note = 'พ้นสภาพ' WHERE act = (SELECT MIN(act) FROM members)",
    "UPDATE loan_contracts SET purpose = 'อย่างอื่น'",
)


def rehash(connection: Any) -> None:
    """Recompute every mark, link and fingerprint, and all running balances, as the program does."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for derived in balances.DERIVED:
        connection.execute(f"DELETE FROM {derived}")
    lines = connection.execute("SELECT * FROM lines ORDER BY entry, line").fetchall()
    balances.add_lines(connection, lines)
    tables = _tables(Reader(connection), 1)
    previous, changes = "", []
    acts = connection.execute(f"SELECT {', '.join(ACT_COLUMNS)} FROM acts ORDER BY number")
    for row in acts.fetchall():
        digest = ActDigest()
        for table in tables:
            if table.ahead is not None and table.ahead[table.act] <= row[0]:
                mine, _ = table.of_act(row[0])
                digest.add_table(table.name, table.encode(mine))
        before = bytes.fromhex(previous) if previous else NOTHING_BEFORE
        fingerprint = digest.fingerprint(before, (*row[:9], digest.marks, previous)).hex()
        changes.append((digest.marks, previous, fingerprint, row[0]))
        previous = fingerprint
    connection.executemany(
        "UPDATE acts SET marks = ?, previous = ?, fingerprint = ? WHERE number = ?", changes
    )


def clever(signed: Path, folder: Path, *, seed: int, tries: int) -> Result:
    """TA5: a history rewritten with all fingerprints, against the code on one later slip.

    Where people sign with keys of their own, the audit finds it without any slip.
    """
    path = unsigned_book(folder / "unsigned")
    result = Result("TA5 rewritten history", "everything recomputed; one later slip finds it", seed)
    chance, passed = random.Random(seed), 0
    codes = _codes(path)
    for number in range(tries):
        result.tried += 1
        act = chance.randrange(20, len(codes) // 2)
        lie = LIES[number % len(LIES)].format(act=act)
        target = Path(shutil.copy(path, folder / "clever.satcha"))
        with stranger(target) as tool:
            _lie(tool, lie)
        with Book.open_for_reading(target) as book:
            found = book.ask(audit)
            passed += found.clean
            told = book.ask(find_code, codes[-1], found)
        if found.clean and told.proved and _codes(target)[-1] != codes[-1]:
            result.note(f"{lie}: the slip still proves")
        if told.proved:
            result.note(f"{lie}: the slip of the last act still proves")
    # Without a slip it passes, as documented (trust.md 7.2): otherwise the attack is not clever.
    result.planted["no slip and no signature"] = passed > 0
    target = Path(shutil.copy(signed, folder / "clever.satcha"))
    with stranger(target) as tool:
        _lie(tool, LIES[0])
    with Book.open_for_reading(target) as book:
        if book.ask(audit).clean:
            result.note("a signed history was rewritten and nothing is found")
    return result


def _lie(tool: Any, statement: str) -> None:
    guards = guards_of(tool)
    for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    tool.execute(statement)
    rehash(tool)
    with_guards(tool, guards)


def _codes(path: Path) -> list[str]:
    with Book.open_for_reading(path) as book:
        rows = book.ask(lambda r: r.rows("SELECT fingerprint FROM acts ORDER BY number"))
    return [code_of(bytes.fromhex(row[0])) for row in rows]


def rolled_back(folder: Path, *, seed: int, tries: int) -> Result:
    """TA6: an old file is put back and work goes on; a slip from the lost days finds it."""
    result = Result("TA6 old file put back", "a slip from the lost days finds the fork", seed)
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    village = found_village(folder)
    number, _ = village.member()
    village.book.close()
    old = village.book.path.read_bytes()
    lost = ""
    for at in range(tries):
        result.tried += 1
        village.book.path.write_bytes(old)
        lost = _evening(village.book.path, number, chance.randint(1, 4), f"lost{at}")
        after = village.book.path.read_bytes()
        village.book.path.write_bytes(old)
        _evening(village.book.path, number, chance.randint(2, 6), f"again{at}")
        if _proves(village.book.path, lost):
            result.note("the slip of a lost evening still proves")
        village.book.path.write_bytes(after)
        if not _proves(village.book.path, lost):
            result.note("the slip of the right file does not prove")
    result.planted["no file put back"] = _proves(village.book.path, lost)
    return result


def _evening(path: Path, member: str, notes: int, seed: str) -> str:
    with Book.open(path, chance=CountedLetters(seed)) as book:
        return [
            book.run(ChangeMember(member=member, note=f"{seed} {at}")).code for at in range(notes)
        ][-1]


def _proves(path: Path, code: str) -> bool:
    with Book.open_for_reading(path) as book:
        return bool(book.ask(find_code, code, book.ask(audit)).proved)


TRICKS = (
    "CREATE TRIGGER helper AFTER INSERT ON lines BEGIN SELECT 1; END",
    "CREATE VIEW receipts_of_the_day AS SELECT * FROM receipts",
    "CREATE INDEX faster ON lines (debit)",
    "CREATE TABLE notes (text TEXT)",
    "ALTER TABLE members ADD COLUMN hidden TEXT",
    "ALTER TABLE meetings ADD COLUMN twice INTEGER GENERATED ALWAYS AS (number * 2) VIRTUAL",
    "ALTER TABLE zones RENAME COLUMN name TO title",
    "ALTER TABLE zones RENAME TO areas",
    "DROP TRIGGER acts_follow",
    "DROP TRIGGER personal_only_erased",
    "DROP INDEX entries_reversed_once",
    "DROP TABLE meetings",
)


def tricks(path: Path, folder: Path, *, seed: int) -> Result:
    """TA7: the structure of the file changed by a trigger, view, index, column or CHECK."""
    result = Result("TA7 schema", "triggers, views, indexes, columns and CHECKs changed", seed)
    for trick in TRICKS:
        result.tried += 1
        target = Path(shutil.copy(path, folder / "trick.satcha"))
        with stranger(target) as tool:
            tool.execute(trick)
        if _verdict(target, [], lambda reader: bool(audit(reader).findings)) == "missed":
            result.note(trick)
    for table in CHAINED:
        result.tried += 1
        target = Path(shutil.copy(path, folder / "trick.satcha"))
        with stranger(target) as tool:
            tool.execute("PRAGMA writable_schema = ON")
            tool.execute(
                "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = ?",
                (table,),
            )
        if _verdict(target, [], lambda reader: bool(audit(reader).findings)) == "missed":
            result.note(f"{table} without NOT NULL")
    with stranger(Path(shutil.copy(path, folder / "trick.satcha"))) as tool:
        tool.execute(TRICKS[1])
    with (
        patch("ledger.queries.integrity.tables._schema_findings", lambda _reader: iter(())),
        Book.open_for_reading(folder / "trick.satcha") as book,
    ):
        result.planted["an audit that takes the structure as it is"] = book.ask(audit).clean
    return result
