"""Keys: a book's one data key, what a guess at a passphrase costs, and how a slot is wrapped.

A book is encrypted with 32 random bytes, its data key. Nobody types them: each user has a pair of
X25519 keys; the private one is wrapped by AES-256-GCM under Argon2id of the user's passphrase, and
the data key is sealed to the public one. So a passphrase can be changed without the others, and a
new data key can be sealed to everybody who stays without asking for their passphrases.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from time import process_time_ns

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_NANOSECONDS_A_GUESS = 500_000_000  # half a second to one, since efforts double (trust.md 6.5)


@dataclass(frozen=True, slots=True)
class Effort:
    """What Argon2id spends on one guess."""

    memory_kib: int
    iterations: int
    lanes: int = 1

    def is_within(self, least: Effort, most: Effort) -> bool:
        return (
            least.memory_kib <= self.memory_kib <= most.memory_kib
            and least.iterations <= self.iterations <= most.iterations
            and least.lanes <= self.lanes <= most.lanes
        )


LEAST = Effort(memory_kib=64 * 1024, iterations=3)
# More would lock out a PC with little memory; a file that asks for more is not ours.
MOST = Effort(memory_kib=256 * 1024, iterations=64, lanes=8)


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def new_salt() -> bytes:
    return os.urandom(SALT_BYTES)


def pragma(key: bytes) -> str:
    """The key as the cipher takes it; each file has a salt of its own in its first 16 bytes."""
    return f"\"x'{key.hex()}'\""


def settled(passphrase: str) -> str:
    """One spelling of a passphrase, whatever keyboard composed its letters (trust.md M11)."""
    return unicodedata.normalize("NFKC", passphrase)


# ── what a guess costs ──────────────────────────────────────────────────────────────────────────


def calibrated(nanoseconds_of: Callable[[Effort], int]) -> Effort:
    """The effort that costs enough on this PC: more memory first, more rounds where that is out."""
    effort = LEAST
    while (
        nanoseconds_of(effort) < _NANOSECONDS_A_GUESS and effort.iterations * 2 <= MOST.iterations
    ):
        if effort.memory_kib < MOST.memory_kib:
            effort = replace(effort, memory_kib=effort.memory_kib * 2)
        else:
            effort = replace(effort, iterations=effort.iterations * 2)
    return effort


@cache
def effort_here() -> Effort:
    """The effort for new slots on this PC, measured once in the life of the program."""
    return calibrated(_nanoseconds_here)


def _nanoseconds_here(effort: Effort) -> int:
    before = process_time_ns()
    stretched("", bytes(SALT_BYTES), effort)
    return process_time_ns() - before


def stretched(passphrase: str, salt: bytes, effort: Effort) -> bytes:
    """The key that wraps a slot."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=effort.iterations,
        lanes=effort.lanes,
        memory_cost=effort.memory_kib,
    ).derive(settled(passphrase).encode())


# ── wrapping ────────────────────────────────────────────────────────────────────────────────────


def wrap(key: bytes, secret: bytes, about: bytes) -> bytes:
    """The secret under the key; ``about`` must be the same to unwrap it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def unwrap(key: bytes, wrapped: bytes, about: bytes) -> bytes | None:
    """What was wrapped; nothing where the key is another or a byte was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, rest = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, rest, about)
    except (InvalidTag, ValueError):
        return None


def new_pair() -> tuple[bytes, bytes]:
    """A private key and its public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal(public: bytes, secret: bytes, about: bytes) -> bytes:
    """The secret for whoever has the private key that belongs to the public one."""
    once, once_public = new_pair()
    return once_public + wrap(_shared(once, public, once_public), secret, about)


def unseal(private: bytes, sealed: bytes, about: bytes) -> bytes | None:
    """What was sealed; nothing where the key is another or a byte was changed."""
    once_public, wrapped = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    try:
        shared = _shared(private, once_public, once_public)
    except ValueError:  # a point that nobody's key leads to
        return None
    return unwrap(shared, wrapped, about)


def _shared(private: bytes, public: bytes, once_public: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    secret = X25519PrivateKey.from_private_bytes(private).exchange(
        X25519PublicKey.from_public_bytes(public)
    )
    return hmac.digest(secret, b"satcha-keys/1 seal" + once_public, hashlib.sha256)


def mark(data_key: bytes, text: bytes) -> bytes:
    """What nobody without the data key can put under a text (HMAC-SHA-256)."""
    own = hmac.digest(data_key, b"satcha-keys/1 mark", hashlib.sha256)
    return hmac.digest(own, text, hashlib.sha256)
