"""Audit packs: that the whole book was given to somebody, and what exactly (trust.md T27, 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.domain.manifests import Manifest
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class PackGiven(Record):
    """A pack for an auditor: the book up to ``through_act``, and who was to get it.

    ``manifest`` is the SHA-256 of the list of its files, so that the pack is known again;
    ``names`` says that its lists hold whole names, ``slot`` is the only user whose passphrase
    opens the copy of the book in it (empty: everybody's does).
    """

    table = "packs_given"
    key = ("number",)
    versions = False

    number: int
    receiver: str
    through_act: int
    fingerprint: str
    manifest: str
    signed: bool
    names: bool
    slot: str = ""


@dataclass(frozen=True, slots=True)
class PackMade:
    """Where the pack lies, what proves it, and the act that says who got it."""

    path: str
    act: int
    through_act: int
    code: str
    manifest: str
    signed_by: str
    key_code: str
    slot: str
    files: tuple[str, ...]


class PackFault(Enum):
    """What is wrong with a pack, the gravest first."""

    SIGNATURE = "signature"
    UNKNOWN_KEY = "unknown key"
    MISSING = "missing"
    CHANGED = "changed"
    NOT_LISTED = "not listed"
    BOOK = "book"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class FaultFound:
    """One fault, and the file it is about."""

    fault: PackFault
    file: str


@dataclass(frozen=True, slots=True)
class PackFound:
    """What a pack says of itself, and whether that is true.

    ``signed_by`` and ``key_code`` are empty without a signature; ``key_of`` is whose key it is by
    the book in the pack. ``audited`` says that the book was opened and audited whole: without a
    passphrase only its file is compared.
    """

    manifest: Manifest
    signed_by: str
    key_code: str
    key_of: str
    audited: bool
    faults: tuple[FaultFound, ...]
