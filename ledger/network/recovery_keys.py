"""An office's own key, to which cooperatives may seal their books (trust.md 6.5)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ledger.book.network_keys import new_network_key
from ledger.domain.network_key import NetworkKey
from ledger.network.office import Office

_PUBLIC = ".public.txt"


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key in its two files: ``private`` stays in the office, ``public`` is given away."""

    key: NetworkKey
    private: Path
    public: Path


def make_recovery_key(office: Office, private: Path, passphrase: str) -> MadeKey:
    """Make the key under the office's name, and note it in the office's chain.

    Raises:
        NetworkFileTaken, NetworkKeyUnreadable, PassphraseShort, PassphraseGuessable, DiskFull …:
            why not.
    """
    public = private.with_name(f"{private.name}{_PUBLIC}")
    key = new_network_key(private, public, office.register.office.name_th, passphrase)
    office.note_recovery_key(key)
    return MadeKey(key, private, public)
