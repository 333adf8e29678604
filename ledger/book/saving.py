"""What an open book does to its file around an act, and when it is copied or closed.

A book on an office's server does all of this in its own way (``ledger.book.server``).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from ledger.book.closes import Closes
from ledger.storage import file, key_file
from ledger.storage.place import check_there
from ledger.storage.troubles import named_troubles

if TYPE_CHECKING:
    from ledger.storage.place import Which
    from ledger.storage.secret import Secret


class Saving(Closes):
    """The half of a book that knows where it is kept."""

    copies_itself = True  # into a folder beside its file
    path: Path
    key: bytes
    secret: Secret
    _connection: file.Connection
    _log: str
    _which: Which | None
    _memory: dict[str, Any]
    _lock: threading.RLock

    def copy_to(self, target: Path) -> None:
        """Write a copy of the whole book to a new file, by the database's own means.

        Raises:
            KeysLost: the book is encrypted, and nobody could open the copy.
        """
        ring = key_file.ring_of(self.path, self.key) if self.key else None
        self.encrypt_to(target, self.key)
        if ring is not None:
            key_file.put(key_file.keys_of(target), ring.to_bytes())

    def encrypt_to(self, target: Path, key: bytes) -> None:
        """Write the whole book to a new file under this data key; without its key file."""
        with self._lock, named_troubles(target):
            file.copy(self._connection, target, key)

    @override
    def close(self) -> None:
        with self._lock, named_troubles(self.path):
            file.close(self._connection)

    @contextmanager
    def _whole_view(self) -> Iterator[None]:
        """All that is read inside belongs together: nobody writes in between."""
        with self._lock:
            yield

    def _begin(self) -> None:
        """From now on nobody else writes until the act is saved or taken back."""
        self._connection.execute("BEGIN IMMEDIATE")

    def _commit(self, command_id: str = "") -> None:
        check_there(self.path, self._which)
        try:
            self._connection.execute("COMMIT")
        except file.FileError as error:
            from ledger.book.committing import what_is_left

            self._memory.clear()
            self._connection = self._opened_again()
            raise what_is_left(self._connection, self.path, command_id, error) from error

    def _opened_again(self) -> file.Connection:
        from ledger.book.committing import reopened

        return reopened(self._connection, self.path, self.secret)

    def bring_in(self) -> None:
        """Bring the log into the main file; rare on purpose, as after a proved copy (6.1)."""
        with self._lock:
            file.tidy(self._connection, self._log, now=True)

    def _settle(self, *, erased: bool, locked: bool) -> None:
        """After an act was saved."""
        # The log must not go on holding what was erased (trust.md 6.8).
        file.tidy(self._connection, self._log, now=erased)
        if erased or locked:
            from ledger.book.locked import note_all_beside

            note_all_beside(self)  # type: ignore[arg-type]  # it is a book
