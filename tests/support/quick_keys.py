"""Guesses that cost nothing, for tests that tell of something else than what a guess costs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ledger.storage import keys


@contextmanager
def quick_guesses() -> Iterator[None]:
    """Inside this block passphrases are stretched by one hash instead of Argon2id."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "effort_here", lambda: keys.LEAST)
        patch.setattr(keys, "stretched", _stretched)
        yield


def _stretched(passphrase: str, salt: bytes, _: keys.Effort) -> bytes:
    return hashlib.sha256(keys.settled(passphrase).encode() + salt).digest()
