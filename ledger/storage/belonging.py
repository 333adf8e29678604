"""The files that belong to a book: its own, the logs of the database, its keys, its tries."""

from __future__ import annotations

import os
from pathlib import Path

from ledger.domain.refusals import BookExists
from ledger.storage import key_file
from ledger.storage.troubles import named_troubles

_OF_THE_DATABASE = ("", "-wal", "-journal")


def check_free(path: Path) -> None:
    """Refuse a place for a new file where something of another book still lies.

    The key file of a book that was lost may be all that still opens its backups, and the log of
    one that was cut off would be read into the new file as if it belonged to it.

    Raises:
        BookExists: what lies there.
    """
    own = [path.with_name(f"{path.name}{ending}") for ending in _OF_THE_DATABASE]
    with named_troubles(path):
        for taken in (*own, key_file.keys_of(path), key_file.keys_before(path)):
            if os.path.lexists(taken):
                raise BookExists(str(taken))


def clear(path: Path) -> None:
    """Take away a file with all that belongs to it: logs, keys, tries."""
    for ending in _OF_THE_DATABASE:
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    key_file.discard(path)
