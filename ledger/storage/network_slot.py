"""The slot of a network office in a book's key file: the data key, sealed to a public key.

It has no passphrase: who has the office's private key opens it, and a new data key is sealed to it
without anybody from the office. In the text of the key ring (``ledger.storage.key_ring``) these
slots are the list ``networks`` of {name, public, sealed}, which is left out where it is empty.
``sealed`` is made as a user's, with the JSON text of [format, book, "network", name, public] as
data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ledger.domain.network_key import NetworkKey, is_name
from ledger.domain.refusals.network_key import NetworkKeyUnreadable
from ledger.storage import keys


@dataclass(frozen=True, slots=True)
class NetworkSlot:
    """A network office's way to the data key."""

    key: NetworkKey
    sealed: bytes

    def opened(self, private: bytes, about: bytes) -> bytes | None:
        """The data key; nothing where the private key is another."""
        return keys.unseal(private, self.sealed, about)

    def to_plain(self) -> dict[str, object]:
        return {
            "name": self.key.name,
            "public": self.key.public.hex(),
            "sealed": self.sealed.hex(),
        }


def sealed_slot(key: NetworkKey, data_key: bytes, about: bytes) -> NetworkSlot:
    """The slot of an office.

    Raises:
        NetworkKeyUnreadable: nobody has a private key to these bytes.
    """
    try:
        return NetworkSlot(key, keys.seal(key.public, data_key, about))
    except ValueError as error:  # a point of small order: everybody would have the key
        raise NetworkKeyUnreadable from error


def resealed(slot: NetworkSlot, data_key: bytes, about: bytes) -> NetworkSlot:
    return replace(slot, sealed=keys.seal(slot.key.public, data_key, about))


def about_of(form: str, book: str, key: NetworkKey) -> bytes:
    """What a slot is about; it unseals for this book and this office only."""
    parts = [form, book, "network", key.name, key.public.hex()]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def slot_of(plain: Mapping[str, Any]) -> NetworkSlot:
    """The slot that was written.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    name, public = plain["name"], bytes.fromhex(plain["public"])
    if not isinstance(name, str) or not is_name(name) or len(public) != keys.KEY_BYTES:
        raise ValueError("no slot of a network")
    return NetworkSlot(NetworkKey(name, public), bytes.fromhex(plain["sealed"]))
