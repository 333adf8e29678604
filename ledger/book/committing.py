"""Saving an act; after any error of the disk the book is opened again and its tail looked at.

An error of a commit or a sync is never tried again: what the disk holds by then is not known, and
trying again has been seen to report success over lost pages (trust.md 6.1).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ledger.domain.refusals import DiskFull, Refusal
from ledger.domain.refusals.committing import CommitFailed, CommitUnknown, TailDamaged
from ledger.queries.integrity.chain import chain_findings
from ledger.storage import file
from ledger.storage.last_receipt import last_receipt
from ledger.storage.reading import Reader
from ledger.storage.secret import Secret
from ledger.storage.troubles import named_troubles

TAIL = 20  # so many acts before the last are looked at, row by row


def reopened(connection: file.Connection, path: Path, secret: Secret) -> file.Connection:
    """The file closed and opened again; the lock is free for a moment in between.

    Raises:
        CommitUnknown: it cannot be opened now.
    """
    with suppress(file.FileError, OSError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    with suppress(file.FileError, OSError):
        connection.close()
    try:
        found, _ = file.open_file(path, secret)
    except Refusal as refusal:
        raise CommitUnknown(str(path), refusal.name) from refusal
    return found


def what_is_left(
    connection: file.Connection, path: Path, command_id: str, error: Exception
) -> Refusal:
    """What to tell after an error: whether the act was saved, and up to where the book is whole."""
    reader = Reader(connection)
    with named_troubles(path):
        ((act, saved),) = reader.rows(
            "SELECT MAX(number), COUNT(*) FILTER (WHERE command_id = ?) FROM acts", (command_id,)
        )
        findings = list(chain_findings(reader, since=max(1, act - TAIL)))
        if findings:
            return TailDamaged(str(path), str(error), findings[0].act or act)
        receipt = last_receipt(reader)
    if not saved and "full" in str(error):
        return DiskFull(str(path))
    return CommitFailed(str(path), str(error), bool(saved), act, receipt)
