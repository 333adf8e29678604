"""Encryption at rest: one passphrase opens the book's file, and nothing in it is read without.

The key is made by scrypt with 64 MiB a guess (trust.md 6.5 asks for no less), with the salt that
SQLCipher keeps in the first 16 bytes of the file: a copy of the file needs nothing beside it.
"""

from __future__ import annotations

import hashlib
import os

SHORTEST = 10  # letters of a passphrase (trust.md 6.5)
_SALT_BYTES = 16
_KEY_BYTES = 32
# 128 × 2^16 × 8 bytes = 64 MiB a guess.
_COST, _BLOCK = 2**16, 8
_MOST_MEMORY = 2**27


def new_salt() -> bytes:
    return os.urandom(_SALT_BYTES)


def raw_key(passphrase: str, salt: bytes) -> str:
    """The key and its salt as the cipher takes them: hexadecimal digits between quotes."""
    key = hashlib.scrypt(
        passphrase.encode(),
        salt=salt,
        n=_COST,
        r=_BLOCK,
        p=1,
        maxmem=_MOST_MEMORY,
        dklen=_KEY_BYTES,
    )
    return f"\"x'{key.hex()}{salt.hex()}'\""
