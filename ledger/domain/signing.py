"""Personal signatures: who approved and who closed, so that nobody writes it for her (trust.md 5).

A signature is made with the user's own Ed25519 key over the content of its act and over the
fingerprint of the act before it, and so over the whole history she had before her eyes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.codec import canonical
from ledger.domain.records import Record

SIGNED = frozenset(
    {
        "approve",
        "close-month",
        "close-year",
        "decline-approval",
        "hand-in",
        "lock-month",
        "set-signing-key",
    }
)
"""The commands that a user who has a key signs; the first key of all cannot sign itself."""


@dataclass(frozen=True, slots=True)
class SigningKey(Record):
    """A user's public key, and the private one under her own passphrase; bytes as hexadecimal text.

    The newest key signs. Older ones stay, for what they signed stays valid.
    """

    table = "signing_keys"
    key = ("user", "number")
    versions = False

    user: str
    number: int
    public: str
    wrapped: str
    salt: str
    memory_kib: int
    iterations: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Signature(Record):
    """The signature under the act that wrote this row, by the user of that act."""

    table = "signatures"
    key = ("number",)
    versions = False

    number: int
    user: str
    signing_key: int
    signature: str


def signed_text(book: str, previous: str, user: str, command: str, payload: str) -> bytes:
    """What is signed: the book, the fingerprint before the act, who, and what the command says.

    The format is frozen; an auditor's own tool can make it from the row of the act.
    """
    parts = ["satcha signature/1", book, previous, user, command, payload]
    return canonical(parts).encode()
