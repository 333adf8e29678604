"""The slot of a network office in a book's key file: the data key, sealed to a public key.

It has no passphrase: who has the office's private key opens it, and a new data key is sealed to it
without anybody from the office. In the text of the key ring (``ledger.storage.key_ring``) these
slots are the list ``networks`` of {name, public, sealed}, which is left out where it is empty.
``sealed`` is made as a user's, with the JSON text of [format, book, "network", name, public] as
data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ledger.domain.network_key import NetworkKey, is_name
from ledger.domain.refusals.network_key import (
    NetworkKeyExists,
    NetworkKeyMissing,
    NetworkKeyUnreadable,
)
from ledger.storage import keys


@dataclass(frozen=True, slots=True)
class NetworkSlot:
    """A network office's way to the data key."""

    key: NetworkKey
    sealed: bytes

    def opened(self, private: bytes, about: bytes) -> bytes | None:
        """The data key; nothing where the private key is another."""
        return keys.unseal(private, self.sealed, about)

    def resealed(self, data_key: bytes, about: bytes) -> NetworkSlot:
        """The same office's slot with another data key."""
        return replace(self, sealed=keys.seal(self.key.public, data_key, about))

    def to_plain(self) -> dict[str, object]:
        return {
            "name": self.key.name,
            "public": self.key.public.hex(),
            "sealed": self.sealed.hex(),
        }


def with_slot(
    slots: tuple[NetworkSlot, ...], key: NetworkKey, data_key: bytes, about: bytes
) -> tuple[NetworkSlot, ...]:
    """These slots and that of one more office.

    Raises:
        NetworkKeyExists: an office of that name, or with that key, has a slot.
        NetworkKeyUnreadable: nobody has a private key to these bytes.
    """
    if any(one.key.name == key.name or one.key.public == key.public for one in slots):
        raise NetworkKeyExists(key.name)
    try:
        return (*slots, NetworkSlot(key, keys.seal(key.public, data_key, about)))
    except ValueError as error:  # a point of small order: everybody would have the key
        raise NetworkKeyUnreadable from error


def without_slot(slots: tuple[NetworkSlot, ...], name: str) -> tuple[NetworkSlot, ...]:
    """These slots without that of an office.

    Raises:
        NetworkKeyMissing: there is no such slot.
    """
    names = tuple(one.key.name for one in slots)
    if name not in names:
        raise NetworkKeyMissing(name, names)
    return tuple(one for one in slots if one.key.name != name)


def slot_of(plain: Mapping[str, Any]) -> NetworkSlot:
    """The slot that was written.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    name, public = plain["name"], bytes.fromhex(plain["public"])
    if not isinstance(name, str) or not is_name(name) or len(public) != keys.KEY_BYTES:
        raise ValueError("no slot of a network")
    return NetworkSlot(NetworkKey(name, public), bytes.fromhex(plain["sealed"]))
