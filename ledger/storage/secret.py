"""What somebody brings to open a book: a name and a passphrase, or the data key itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ledger.domain.refusals.keys import (
    KeysChanged,
    KeysLost,
    PassphraseMissing,
    SlotMissing,
    WrongPassphrase,
)
from ledger.storage import key_file
from ledger.storage.key_ring import KeyRing


class Secret:
    """Opens books for one user; a data key that was found once opens the book's copies as well.

    ``user`` is who the slot says it is, where it has a name.
    """

    def __init__(
        self, user: str = "", passphrase: str = "", *, data_key: bytes = b"", found: bytes = b""
    ) -> None:
        self.user = user
        self._passphrase = passphrase
        self._data_key = data_key
        self._found = [found] if found else []

    def keys_for(self, path: Path) -> Iterator[bytes]:
        """The data keys to try on an encrypted book, the likeliest first.

        Raises:
            PassphraseMissing, KeysLost, SlotMissing, WrongPassphrase, KeysWeakened, KeysChanged:
                why there is none.
        """
        if self._data_key:
            yield self._data_key
            return
        rings = key_file.rings(path)
        if not rings:
            raise KeysLost(str(path))
        for ring in rings:
            known = next((key for key in self._found if ring.is_of(key)), None)
            yield self._unlocked(ring, path) if known is None else known

    def _unlocked(self, ring: KeyRing, path: Path) -> bytes:
        if not self._passphrase:
            raise PassphraseMissing(str(path))
        slot = ring.slot_for(self.user)
        if slot is None:
            raise SlotMissing(self.user, ring.users)
        key = ring.open(slot, self._passphrase, str(path))
        if key is None:
            raise WrongPassphrase(str(path))
        if not ring.is_of(key):
            raise KeysChanged(str(path))
        self.user = self.user or slot.user
        self._found.append(key)
        return key
