"""The public half of a network office's key, as the short text that it gives to a cooperative.

A book can be sealed to it, so that the office opens the book when nobody else can any more, and
nothing secret lies in the village (trust.md 6.5). The text is four lines:

    satcha network key/1
    name: what the office calls itself
    key: nineteen groups of letters (``ledger.domain.key_letters``) of the X25519 public key
    code: sixteen letters of SHA-256 over the first line, the name and the key, each with its line
          feed; people read it to each other before they trust the file
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ledger.domain.fingerprint import code_of, plain_letters, read_code
from ledger.domain.key_letters import GROUPS, IN_GROUP, bytes_of, letters_of, wrong_groups
from ledger.domain.refusals.base import Refusal
from ledger.domain.refusals.network_key import (
    NetworkKeyChanged,
    NetworkKeyMistyped,
    NetworkKeyUnreadable,
)
from ledger.domain.seen import check_length, check_seen

HEAD = "satcha network key/1"
_SHIFT = 7  # a recovery code is never taken for it: that would be written where everybody reads
_LINES = ("name", "key", "code")


@dataclass(frozen=True, slots=True)
class NetworkKey:
    """Whose key it is, and the 32 bytes to which books are sealed; none of it is secret."""

    name: str
    public: bytes

    @property
    def letters(self) -> str:
        return letters_of(self.public, _SHIFT)

    @property
    def code(self) -> str:
        """Sixteen letters over name and key, to be compared by telephone."""
        return code_of(hashlib.sha256(self._signed().encode()).digest())

    def to_text(self) -> str:
        return f"{HEAD}\nname: {self.name}\nkey: {self.letters}\ncode: {self.code}\n"

    def _signed(self) -> str:
        return f"{HEAD}\n{self.name}\n{self.letters}\n"


def read_network_key(text: str) -> NetworkKey:
    """The key of such a text, typed or as a file.

    Raises:
        NetworkKeyUnreadable: it is no such text.
        NetworkKeyMistyped: these groups of the key have a wrong letter.
        NetworkKeyChanged: the code is not that of this name and this key.
    """
    head, *lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    said = [line.partition(":") for line in lines]
    if head != HEAD or tuple(name.strip() for name, _, _ in said) != _LINES:
        raise NetworkKeyUnreadable
    name, key, code = (value.strip() for _, _, value in said)
    if not is_name(name) or len(plain_letters(key)) != GROUPS * IN_GROUP:
        raise NetworkKeyUnreadable
    if wrong := wrong_groups(key, _SHIFT):
        raise NetworkKeyMistyped(wrong)
    found = NetworkKey(name, bytes_of(key))
    if read_code(code) != found.code:
        raise NetworkKeyChanged(name)
    return found


def is_name(name: str) -> bool:
    """Whether an office can be called that: one line that everybody sees."""
    try:
        check_seen(check_length(name, "name"), "name")
    except Refusal:
        return False
    return bool(name) and name == " ".join(name.split())
