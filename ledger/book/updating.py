"""A book of an older program is brought to this one's schema: on a copy, audited, then switched.

The book itself is never migrated. What is cut off leaves it as it was (trust.md 6.3, rule 7).
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ledger.book.replacing import free_name, name_twice
from ledger.domain.refusals import BookInUse, Refusal
from ledger.domain.refusals.updating import UpdateFailed
from ledger.queries.integrity import Audit, audit
from ledger.storage import belonging, file, key_file, migrations
from ledger.storage.moving import take_place
from ledger.storage.reading import Reader
from ledger.storage.secret import Secret
from ledger.storage.troubles import named_troubles

if TYPE_CHECKING:
    from ledger.book import Book

_FIGURES = (
    "SELECT COUNT(*), MAX(fingerprint) FROM acts WHERE number = (SELECT MAX(number) FROM acts)",
    "SELECT COUNT(*) FROM acts",
    "SELECT account, fund, month, debit, credit FROM account_balances ORDER BY 1, 2, 3",
    "SELECT account, fund, day, debit, credit FROM account_days ORDER BY 1, 2, 3",
    "SELECT card, account, fund, month, debit, credit FROM card_balances ORDER BY 1, 2, 3, 4",
    "SELECT COUNT(*), SUM(debit), SUM(credit) FROM lines",
)


def update(path: Path, secret: Secret) -> Path:
    """Bring a book to the newest schema; answers where the file of the older one lies now.

    Raises:
        UpdateFailed: the copy was not what it should be; the book is as before.
        BookInUse, DiskFull, BookReadOnly: why there is no copy.
    """
    beside = path.with_name(f".{path.name}.updated")
    belonging.clear(beside)
    try:
        with named_troubles(path):
            old, key = file.open_file(path, secret, outdated=True)
            try:
                before = _figures(old)
                file.copy(old, beside, key)
            finally:
                file.close(old)
        found = migrated(path, beside, key)
        if not found.clean:
            raise UpdateFailed(str(path), found.findings[0].fault.value)
        with named_troubles(path):
            _check_same(path, beside, key, before)
            return _put_in_place(path, beside, key)
    finally:
        belonging.clear(beside)


def migrated(path: Path, beside: Path, key: bytes) -> Audit:
    """Migrate the copy of a book and audit it whole.

    Raises:
        UpdateFailed: the migration stopped.
    """
    try:
        with named_troubles(beside):
            made, _ = file.open_file(beside, Secret(data_key=key), outdated=True)
            try:
                migrations.migrate(made, file.version_of(made))
                found = audit(Reader(made))
            finally:
                file.close(made)
    except Refusal as refusal:
        raise UpdateFailed(str(path), refusal.name) from refusal
    return found


def audited(book: Book) -> Audit:
    """The audit of a book; one of an older program is audited as this one would keep it.

    Raises:
        UpdateFailed: it cannot be brought up to date.
    """
    if book.ask(lambda reader: file.version_of(reader.connection)) == migrations.NEWEST:
        return book.ask(audit)
    with TemporaryDirectory() as place:
        beside = Path(place) / book.path.name
        book.encrypt_to(beside, book.key)
        return migrated(book.path, beside, book.key)


def _figures(connection: Any) -> list[Any]:
    return [connection.execute(one).fetchall() for one in _FIGURES]


def _check_same(path: Path, beside: Path, key: bytes, before: list[Any]) -> None:
    made, _ = file.open_file(beside, Secret(data_key=key))
    try:
        if _figures(made) != before:
            raise UpdateFailed(str(path), "balances")
    finally:
        file.close(made)


def _put_in_place(path: Path, beside: Path, key: bytes) -> Path:
    """The old file gets a second name, then the new one takes its first; both open at any time."""
    aside = free_name(path, "before-update")
    if key:
        key_file.put(key_file.keys_of(aside), key_file.ring_of(path, key).to_bytes())
    name_twice(path, aside)
    if Path(file.log_of(path)).exists():
        raise BookInUse(str(path))  # somebody opened it since we closed it
    take_place(beside, path)
    key_file.settle_folder(path.parent)
    return aside
