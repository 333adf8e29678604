"""What somebody brings to open a book: a passphrase, the data key, or a network office's key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.domain.refusals.keys import (
    KeysChanged,
    KeysLost,
    PassphraseMissing,
    SlotMissing,
    TryLater,
    WrongPassphrase,
)
from ledger.storage import key_file
from ledger.storage.key_ring import KeyRing
from ledger.storage.tries import Door

if TYPE_CHECKING:
    from ledger.domain.network_key import NetworkKey


class Secret:
    """Opens books for one user; a data key that was found once opens the book's copies as well.

    ``user`` is who the slot says it is, where it has a name. ``network`` is an office's public and
    private key: it opens the slot that is sealed to them.
    """

    def __init__(
        self,
        user: str = "",
        passphrase: str = "",
        *,
        data_key: bytes = b"",
        found: bytes = b"",
        network: tuple[NetworkKey, bytes] | None = None,
    ) -> None:
        self.user = user
        self.passphrase = passphrase
        self._data_key = data_key
        self._found = [found] if found else []
        self._network = network

    @property
    def is_code(self) -> bool:
        """Whether it is the data key itself, as the recovery sheet has it."""
        return bool(self._data_key)

    def learn(self, data_key: bytes) -> None:
        """Remember a data key that was made in the meantime."""
        self._data_key = b""
        self._found.append(data_key)

    def keys_for(self, path: Path) -> Iterator[bytes]:
        """The data keys to try on an encrypted book, the likeliest first.

        Raises:
            PassphraseMissing, KeysLost, SlotMissing, WrongPassphrase, KeysWeakened, KeysChanged,
                NetworkKeyMissing: why there is none.
        """
        if self._data_key:
            yield self._data_key
            return
        rings = key_file.rings(path)
        if not rings:
            raise KeysLost(str(path))
        known = {at: key for at, ring in enumerate(rings) for key in self._found if ring.is_of(key)}
        yield from known.values()
        if self._network is not None:
            yield from self._by_network(rings, path, self._network)
            return
        for at, ring in enumerate(rings):
            if at not in known:
                yield self._unlocked(ring, path, rings[at + 1 :])

    def _by_network(
        self, rings: list[KeyRing], path: Path, network: tuple[NetworkKey, bytes]
    ) -> Iterator[bytes]:
        """What the office's slots hold; a slot of the generation before may be of the old file."""
        office, private = network
        without = []
        for ring in rings:
            key = ring.open_network(office.public, private)
            if key is None:
                without.append(ring)
                continue
            if not ring.is_of(key):
                raise KeysChanged(str(path))
            self._found.append(key)
            yield key
        if without:  # its key was taken away, or it never had one
            from ledger.domain.refusals.network_key import NetworkKeyMissing

            names = dict.fromkeys(one.key.name for ring in without for one in ring.networks)
            raise NetworkKeyMissing(office.name, tuple(names))

    def _unlocked(self, ring: KeyRing, path: Path, older: list[KeyRing]) -> bytes:
        if not self.passphrase:
            raise PassphraseMissing(str(path))
        slot = ring.slot_for(self.user)
        if slot is None:
            raise SlotMissing(self.user, ring.users)
        door = Door(path)
        if seconds := door.wait():
            raise TryLater(seconds)
        key = ring.open(slot, self.passphrase, str(path))
        if key is None and any(self._is_true(one, path, otherwise=ring) for one in older):
            door.right()
            raise KeysChanged(str(path))
        if key is None:
            door.wrong()
            raise WrongPassphrase(str(path))
        door.right()
        if not ring.is_of(key):
            raise KeysChanged(str(path))
        self.user = self.user or slot.user
        self._found.append(key)
        return key

    def _is_true(self, ring: KeyRing, path: Path, *, otherwise: KeyRing) -> bool:
        """Whether the passphrase is right in this ring, and the other one is not of its book.

        So a right passphrase is not called wrong where the newest key file is spoilt.
        """
        slot = ring.slot_for(self.user)
        same = (otherwise.book, otherwise.slot_for(self.user)) == (ring.book, slot)
        if slot is None or same:
            return False
        key = ring.open(slot, self.passphrase, str(path))
        return key is not None and ring.is_of(key) and not otherwise.is_of(key)
