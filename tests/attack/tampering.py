"""Books that somebody changed: bytes, rows, whole histories, the file's structure (TA1-TA7)."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from ledger.book import Book
from ledger.domain.fingerprint import NOTHING_BEFORE, ActDigest, chained, code_of
from ledger.domain.free_text import place_of, text_commitment
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit, find_code
from ledger.queries.integrity.chain import SOURCES, table_of
from ledger.storage import adding_up, balances
from ledger.storage.ddl import BESIDE
from ledger.storage.free_columns import free_columns
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
_ALL_REFUSED = 500  # so many harms in a row, and none of them silent, are no chance


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
    silent, target = 0, folder / "spoilt.satcha"
    for _ in range(tries):
        result.tried += 1
        spoilt, how = _spoilt(whole, chance)
        target.write_bytes(spoilt)
        verdict = _verdict(target, right, lambda reader: bool(audit(reader).findings))
        if verdict == "missed":
            result.note(how)
        silent += _verdict(target, right, lambda _reader: False) == "missed"
    # So few tries may all have hit what any reader refuses: the plant has a harm of its own then.
    more = 0
    while not silent and more < _ALL_REFUSED:
        target.write_bytes(_spoilt(whole, chance)[0])
        silent += _verdict(target, right, lambda _reader: False) == "missed"
        more += 1
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
    except Refusal:
        return "refused"


def cells(path: Path, folder: Path, *, seed: int, tries: int) -> Result:
    """TA2: cells changed, emptied and swapped, rows taken out and put in, the guards put back.

    The audit finds it and names the table; how often it names the row is said beside.
    """
    result = Result("TA2 rows", "cells and rows of every table: found, the table named", seed)
    chance, named = random.Random(seed), 0
    with stranger(Path(shutil.copy(path, folder / "cells.satcha"))) as tool:
        guards = guards_of(tool)
        todo = [
            (table, name, kind, harm)
            for table in (*CHAINED, *BESIDE)
            for name, kind in _columns(tool, table)
            for harm in HARMS
            if harm not in ("delete", "insert") or name == "act"
        ]
        chance.shuffle(todo)
        harmed = []
        for table, name, kind, harm in todo:
            if result.tried == tries:
                break
            found = _found_after(tool, guards, table, _harm(tool, harm, table, name, kind))
            if found is None:  # the file itself refused, or nothing was another thing than before
                continue
            result.tried += 1
            harmed.append((table, name, kind, harm))
            if table not in found:
                result.note(f"{harm} {table}.{name}: {sorted(found)[:3]}")
            named += any(found.get(table, ()))
        with patch("ledger.queries.integrity.chain_findings", lambda *_, **__: iter(())):
            blind = [
                _found_after(tool, guards, one[0], _harm(tool, one[3], *one[:3]))
                for one in harmed[:9]
            ]
        result.planted["an audit without the chain"] = any(found == {} for found in blind)
    result.says += f"; {named / max(1, result.tried):.1%} to the row"
    return result


HARMS = ("change", "empty", "swap", "delete", "insert")


def _harm(tool: Any, harm: str, table: str, name: str, kind: str) -> str:
    """A statement that does this harm to the first row of a table."""
    keys = [str(row[1]) for row in tool.execute(f"PRAGMA table_info({table})").fetchall() if row[5]]
    first = _row_at(tool, table, keys, "ASC")
    value = f'(SELECT "{name}" FROM {table} WHERE {_row_at(tool, table, keys, "DESC")})'
    columns = [one for one, _ in _columns(tool, table)]
    copied = [_other(one, kind_of) for one, kind_of in _columns(tool, table) if one == keys[0]]
    inserted = copied + [f'"{one}"' for one in columns if one != keys[0]]
    into = ", ".join(f'"{one}"' for one in [keys[0], *(one for one in columns if one != keys[0])])
    return {
        "change": f'UPDATE {table} SET "{name}" = {_other(name, kind)} WHERE {first}',
        "empty": f'UPDATE {table} SET "{name}" = NULL WHERE {first}',
        "swap": f'UPDATE {table} SET "{name}" = {value} WHERE {first}',
        "delete": f"DELETE FROM {table} WHERE {first}",
        "insert": f"INSERT INTO {table} ({into}) SELECT {', '.join(inserted)} FROM {table}"
        f" WHERE {first}",
    }[harm]


def _other(name: str, kind: str) -> str:
    more = f'COALESCE("{name}", 0) + 100000'
    return more if kind == "INTEGER" else f"COALESCE(\"{name}\", '') || 'ก'"


def _row_at(tool: Any, table: str, keys: list[str], order: str) -> str:
    """A condition that holds for the first row of a table, or the last."""
    quoted_keys = ", ".join(f'quote("{key}")' for key in keys)
    by = ", ".join(f'"{key}" {order}' for key in keys)
    values = tool.execute(f"SELECT {quoted_keys} FROM {table} ORDER BY {by} LIMIT 1").fetchone()
    return " AND ".join(f'"{key}" = {value}' for key, value in zip(keys, values, strict=True))


def _columns(tool: Any, table: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in tool.execute(f"PRAGMA table_info({table})").fetchall()]


def _found_after(
    tool: Any, guards: list[str], table: str, statement: str
) -> dict[str, set[str]] | None:
    """The rows that the audit names, by table; None where the harm changed nothing."""
    names = tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    tool.execute("PRAGMA ignore_check_constraints = ON")
    tool.execute("BEGIN")
    try:
        for (name,) in names:
            tool.execute(f"DROP TRIGGER {name}")
        before = tool.execute(f"SELECT * FROM {table}").fetchall()
        tool.execute(statement)
        if tool.execute(f"SELECT * FROM {table}").fetchall() == before:
            return None
        with_guards(tool, guards)
        found: dict[str, set[str]] = {}
        for one in audit(Reader(tool)).findings:
            found.setdefault(one.table, set()).add(one.row)
    except sqlcipher.IntegrityError:
        return None  # a key that clashes, a column that may not be empty: the file refuses
    else:
        return found
    finally:
        tool.execute("ROLLBACK")


# ── the clever attacker ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class SayElse:
    """Another free text in the chain, with the commitment that it would have had."""

    table: str
    column: str
    where: str
    text: str

    def __call__(self, tool: Any) -> None:
        place = f"FROM {self.table} WHERE {self.where} ORDER BY act LIMIT 1"
        ((before, act),) = tool.execute(f'SELECT "{self.column}", act {place}').fetchall()
        of_act, at = place_of(before) if before else (act, 0xFFFFFF)
        made = text_commitment(of_act, at, "salt", self.text)
        tool.execute("INSERT INTO free_texts VALUES (?, 'salt', ?, ?)", (made, self.text, of_act))
        new = (made, before, act)
        if before:
            tool.execute("DELETE FROM free_texts WHERE commitment = ?", (before,))
            for table, column in free_columns():
                tool.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{column}" = ?', new[:2])
            tool.execute("UPDATE acts SET payload = replace(payload, ?, ?)", (before, made))
        else:
            changed = f'UPDATE {self.table} SET "{self.column}" = ? WHERE {self.where} AND act = ?'
            tool.execute(changed, (made, act))


Lie = str | SayElse
LIES: tuple[Lie, ...] = (
    SayElse("vouchers", "payee", "number = 1", "ร้านอื่น จำกัด"),
    SayElse("entries", "memo", "memo <> ''", "อื่น"),
    SayElse("receipts", "payer", "number = 1", "คนอื่น"),
    "UPDATE acts SET user = 'คนอื่น' WHERE number = {act}",
    "UPDATE acts SET recorded_at = replace(recorded_at, ':30:', ':29:') WHERE number = {act}",
    "UPDATE acts SET payload = payload || ' ' WHERE number = {act}",
    "UPDATE lines SET debit = debit * 2, credit = credit * 2 WHERE act = {act}",
    SayElse("charges", "note", "number = 1", "ยกให้"),
    SayElse("members", "note", "number <> ''", "พ้นสภาพ"),
    SayElse("loan_contracts", "purpose", "card > 0", "อย่างอื่น"),
)


def rehash(connection: Any) -> None:
    """Recompute every mark, link and fingerprint, and all running balances, as the program does."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for derived in balances.DERIVED:
        connection.execute(f"DELETE FROM {derived}")
    lines = connection.execute("SELECT * FROM lines ORDER BY entry, line").fetchall()
    adding_up.add_lines(connection, lines)
    tables = [table_of(Reader(connection), source) for source in SOURCES]
    previous, changes = "", []
    acts = connection.execute(f"SELECT {', '.join(ACT_COLUMNS)} FROM acts ORDER BY number")
    for row in acts.fetchall():
        digest = ActDigest()
        for table in tables:
            if table.ahead is not None and table.ahead <= row[0]:
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
    result = Result("TA5 rewritten history", "everything recomputed; one later slip finds it", seed)
    passed = _lie_often(unsigned_book(folder / "unsigned"), folder, result, tries)
    # Without a slip it passes, as documented (trust.md 7.2): otherwise the attack is not clever.
    result.planted["no slip and no signature"] = passed > 0
    planted = Result("", "", seed)
    with patch.object(ActDigest, "fingerprint", _alone):
        _lie_often(unsigned_book(folder / "alone"), folder, planted, 10)
    result.planted["a chain without links"] = bool(planted.wrong)
    target = Path(shutil.copy(signed, folder / "signed.satcha"))
    with stranger(target) as tool:
        _lie(tool, LIES[0], 0)
    with Book.open_for_reading(target) as book:
        if book.ask(audit).clean:
            result.note("a signed history was rewritten and nothing is found")
    return result


def _alone(self: ActDigest, _: bytes, act_row: tuple[Any, ...]) -> bytes:
    """The planted bug: an act's fingerprint that does not hold the one before it."""
    return chained(NOTHING_BEFORE, act_row[:-1], self._parts)


def _lie_often(path: Path, folder: Path, result: Result, tries: int) -> int:
    """Tell so many lies and have the last slip looked at; answers how many pass the bare audit."""
    chance, passed, codes = random.Random(result.seed), 0, _codes(path)
    for number in range(tries):
        result.tried += 1
        act = chance.randrange(20, len(codes) // 2)
        lie = LIES[number % len(LIES)]
        target = Path(shutil.copy(path, folder / f"{path.parent.name}{number}.satcha"))
        with stranger(target) as tool:
            _lie(tool, lie, act)
        with Book.open_for_reading(target) as book:
            found = book.ask(audit)
            passed += found.clean
            told = book.ask(find_code, codes[-1], found)
        if told.proved:
            result.note(f"{lie}: the slip of the last act still proves")
        target.unlink()
    return passed


def _lie(tool: Any, lie: Lie, act: int) -> None:
    guards = guards_of(tool)
    tool.execute("BEGIN")
    for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    if isinstance(lie, str):
        tool.execute(lie.format(act=act))
    else:
        lie(tool)
    rehash(tool)
    with_guards(tool, guards)
    tool.execute("COMMIT")


def _codes(path: Path) -> list[str]:
    with Book.open_for_reading(path) as book:
        rows = book.ask(lambda r: r.rows("SELECT fingerprint FROM acts ORDER BY number"))
    return [code_of(bytes.fromhex(row[0])) for row in rows]


def rolled_back(folder: Path, *, seed: int, tries: int) -> Result:
    """TA6: an old file is put back and work goes on; a slip from the lost days finds it."""
    result = Result("TA6 old file put back", "a slip from the lost days finds the fork", seed)
    lost, path = _put_back(folder, result, tries)
    result.planted["no file put back"] = _proves(path, lost)
    planted = Result("", "", seed)
    with patch.object(ActDigest, "fingerprint", _number_only):
        _put_back(folder / "bug", planted, 4)
    result.planted["a code of the number only"] = bool(planted.wrong)
    return result


def _number_only(_: ActDigest, __: bytes, act_row: tuple[Any, ...]) -> bytes:
    """The planted bug: a code that says the how-manieth act it is, and not which."""
    return chained(NOTHING_BEFORE, act_row[:1], ())


def _put_back(folder: Path, result: Result, tries: int) -> tuple[str, Path]:
    """Put the old file back so often; answers the last lost slip, and the file it is true for."""
    chance, lost = random.Random(result.seed), ""
    folder.mkdir(parents=True)
    village = found_village(folder)
    number, _ = village.member()
    village.book.close()
    path = village.book.path
    old = path.read_bytes()
    for at in range(tries):
        result.tried += 1
        path.write_bytes(old)
        lost = _evening(path, number, chance.randint(1, 4), f"lost{at}")
        after = path.read_bytes()
        path.write_bytes(old)
        _evening(path, number, chance.randint(4, 6), f"again{at}")
        if _proves(path, lost):
            result.note("the slip of a lost evening still proves")
        path.write_bytes(after)
        if not _proves(path, lost):
            result.note("the slip of the right file does not prove")
    return lost, path


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
    "ALTER TABLE lines RENAME COLUMN credit TO other",
    "ALTER TABLE users DROP COLUMN locked",
    "ALTER TABLE approvals_used DROP COLUMN digest",
    "ALTER TABLE acts RENAME COLUMN marks TO stains",
    "ALTER TABLE loan_payments RENAME TO elsewhere",
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
        patch("ledger.queries.integrity.tables.schema_findings", lambda _reader: iter(())),
        Book.open_for_reading(folder / "trick.satcha") as book,
    ):
        result.planted["an audit that takes the structure as it is"] = book.ask(audit).clean
    return result
