"""What encryption costs: the same operations on the same book, encrypted and plain, in turn."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import sqlcipher3.dbapi2 as sqlcipher

from ledger.book import Book, Secret
from ledger.queries.integrity import audit
from ledger.queries.statement import member_statement
from ledger.queries.trial_balance import trial_balance
from ledger.storage import keys
from ledger.usecases.visiting import ReceiveVisit
from tests.bench.table import Row, seconds
from tests.bench.volume import LAST, Volume, items, opened, payers_of, sheet

MOST = 1.5  # performance.md, row 6
_RECEIPTS, _SHEETS, _QUESTIONS, _OPENINGS, _AUDITS = 200, 3, 31, 5, 3
Both = tuple[Book, Book]


def encrypting_rows(found: Volume, folder: Path) -> list[Row]:
    """Every operation goes to the plain book and to the encrypted one, one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = Path(shutil.copy(found.path, folder / "plain.satcha"))
    hidden, key = folder / "encrypted.satcha", keys.new_key()
    _encrypt(plain, hidden, key)
    until = LAST.plus(_SHEETS + 1).last
    secret = Secret(data_key=key)

    def open_plain() -> Book:
        return opened(plain, until)

    def open_hidden() -> Book:
        return opened(hidden, until, secret=secret)

    opening = _row("opening with the key", _openings(open_plain), _openings(open_hidden))
    rows = [replace(opening, figure="", reached=None)]  # no operation of ours that is listed
    with ExitStack() as both:
        books = (both.enter_context(open_plain()), both.enter_context(open_hidden()))
        rows += [_receipts(books), _sheets(books), *_questions(books, found)]
    with ExitStack() as both:
        books = (both.enter_context(open_plain()), both.enter_context(open_hidden()))
        rows.append(_asked(books, _AUDITS, "full audit", audit))
    return rows


def _encrypt(plain: Path, hidden: Path, key: bytes) -> None:
    """A copy of a plain book that is encrypted; the program itself never turns one into one."""
    with closing(sqlcipher.connect(str(plain), isolation_level=None)) as connection:
        connection.execute(f"ATTACH DATABASE '{hidden}' AS hidden KEY {keys.pragma(key)}")
        connection.execute("SELECT sqlcipher_export('hidden')").fetchall()
        for name in ("application_id", "user_version"):
            (number,) = connection.execute(f"PRAGMA main.{name}").fetchone()
            connection.execute(f"PRAGMA hidden.{name} = {number}")


def _openings(open_one: Callable[[], Book]) -> float:
    taken = []
    for _ in range(_OPENINGS):
        before = perf_counter()
        book = open_one()
        taken.append(perf_counter() - before)
        book.close()
    return median(taken)


def _receipts(books: Both) -> Row:
    payers, day = payers_of(books[0]), LAST.plus(1).last
    chosen = (payers * (1 + _RECEIPTS // len(payers)))[:_RECEIPTS]
    taken: tuple[list[float], list[float]] = ([], [])
    for payer in chosen:
        visit = ReceiveVisit(member=payer.member, on=day, items=items(payer, with_income=True))
        for book, times in zip(books, taken, strict=True):
            before = perf_counter()
            book.run(visit)
            times.append(perf_counter() - before)
    return _row("one receipt of five lines, durable", *map(median, taken))


def _sheets(books: Both) -> Row:
    payers = payers_of(books[0])
    taken: tuple[list[float], list[float]] = ([], [])
    for at in range(1, _SHEETS + 1):
        command = sheet(payers, LAST.plus(at), at)
        for book, times in zip(books, taken, strict=True):
            before = perf_counter()
            book.run(command)
            times.append(perf_counter() - before)
    return _row("a sheet of everybody as one command", *map(median, taken))


def _questions(books: Both, found: Volume) -> list[Row]:
    payers = payers_of(books[0])
    member = payers[len(payers) // 2].member
    named: dict[str, tuple[Callable[..., object], dict[str, object]]] = {
        "trial balance": (trial_balance, {"at": found.last_day}),
        "a member's statement": (member_statement, {"member": member}),
    }
    return [
        _asked(books, _QUESTIONS, what, question, **fields)
        for what, (question, fields) in named.items()
    ]


def _asked(
    books: Both, times: int, what: str, question: Callable[..., object], **fields: object
) -> Row:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for book, of_book in zip(books, taken, strict=True):
            of_book.append(_time(book, question, **fields))
    return _row(what, *map(median, taken))


def _time(book: Book, question: Callable[..., object], **fields: object) -> float:
    before = perf_counter()
    book.ask(question, **fields)
    return perf_counter() - before


def _row(what: str, plain: float, encrypted: float) -> Row:
    ratio = encrypted / plain
    return Row(
        f"encrypted: {what}",
        seconds(encrypted),
        f"{seconds(plain)} plain",
        f"{ratio:.2f} ×",
        f"≤ {MOST:.1f} ×",
        ratio <= MOST,
    )
