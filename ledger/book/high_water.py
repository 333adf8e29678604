"""The high-water mark: how far a book had come on this PC, so that an older file is announced.

It lies outside the book's folder as well (trust.md 6.1). It stops accidents, not attackers: who can
put an old book back can put an old mark back. A restoration that the book declares is no rollback.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from ledger.book import Book
from ledger.book.copy_list import write_plain
from ledger.domain.codec import read_value
from ledger.domain.cooperative import Cooperative
from ledger.domain.refusals import Refusal
from ledger.storage.given_files import plain_list
from ledger.storage.last_receipt import last_receipt
from ledger.storage.reading import Reader

MARKS = "satcha-marks.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest act of a book as it was once seen, with the last receipt.

    ``restored`` are the fingerprints of the acts by which it had been restored until then.
    """

    act: int
    fingerprint: str
    receipt: str
    restored: tuple[str, ...] = ()


def behind(book: Book, *folders: Path) -> Mark | None:
    """The mark that a book does not reach, in any of these folders; None where all is well."""
    if _is_practice(book):
        return None
    now = book.ask(_mark)
    for folder in folders:
        mark = _marks(folder).get(_identity(book))
        if (
            mark is not None
            and not _holds(book, mark)
            and not set(now.restored) - set(mark.restored)
        ):
            return mark
    return None


def keep_mark(book: Book, *folders: Path) -> None:
    """Write down how far the book has come; a mark that it does not reach stays."""
    if _is_practice(book) or behind(book, *folders) is not None:
        return
    mark = book.ask(_mark)
    for folder in folders:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            marks = {name: asdict(one) for name, one in _marks(folder).items()}
            write_plain(folder / MARKS, {**marks, _identity(book): asdict(mark)})


def _mark(reader: Reader) -> Mark:
    act, fingerprint = reader.one(
        "SELECT number, fingerprint FROM acts ORDER BY number DESC LIMIT 1"
    ) or (0, "")
    restored = reader.rows(
        "SELECT a.fingerprint FROM restorations AS r JOIN acts AS a ON a.number = r.act"
        " ORDER BY r.number"
    )
    return Mark(act, fingerprint, last_receipt(reader), tuple(row[0] for row in restored))


def _holds(book: Book, mark: Mark) -> bool:
    """Whether the act of the mark is in the book's history."""
    row = book.ask(
        lambda reader: reader.one("SELECT fingerprint FROM acts WHERE number = ?", (mark.act,))
    )
    return row is not None and row[0] == mark.fingerprint


def _identity(book: Book) -> str:
    return str(book.ask(lambda reader: reader.every(Cooperative))[0].book)


def _is_practice(book: Book) -> bool:
    return book.ask(lambda reader: reader.every(Cooperative))[0].practice


def _marks(folder: Path) -> dict[str, Mark]:
    plain = plain_list(folder / MARKS) or {}
    try:
        return {name: read_value(Mark, one) for name, one in plain.items()}
    except Refusal:
        return {}
