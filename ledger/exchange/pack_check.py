"""Checks an audit pack without trusting who made it: signature and sums first, then the book.

Nothing of a file is read as data before its sum agreed with the list, and nothing of the list
before the signature under it was compared (trust.md 5). The key that signed is known from the
copy of the book, where it stands in the chain, and better from the auditor's own pin book.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ledger.book import Book, Secret, given_files
from ledger.book.copy_proofs import head, looked_at, sum_of
from ledger.book.packing import named_troubles, names_of_keys
from ledger.book.signing import is_signed
from ledger.domain.manifests import (
    MANIFEST,
    MOST_BYTES,
    SIGNATURE,
    Manifest,
    Signed,
    read_manifest,
    read_signed,
    signed_bytes,
)
from ledger.domain.packs import FaultFound, PackFault, PackFound
from ledger.domain.refusals.copies import CopyNotVerified, NoPackThere
from ledger.exchange.audit_pack import BOOK_FILE

_SIGNATURE_BYTES = 4096
_KEYS = f"{BOOK_FILE}.keys"


def is_encrypted(folder: Path) -> bool:
    """Whether the copy of the book asks for a passphrase."""
    return (folder / _KEYS).exists()


def check_pack(folder: Path, secret: Secret | None = None, *, key: str = "") -> PackFound:
    """Compare everything in a pack; ``key`` is the signer's key code from a pin book.

    Raises:
        NoPackThere: there is no list that can be followed.
        WrongPassphrase, SlotMissing: the copy of the book does not open with this secret.
    """
    with named_troubles(folder):
        written = _read(folder / MANIFEST, MOST_BYTES)
        signature = _read(folder / SIGNATURE, _SIGNATURE_BYTES)
    signed = read_signed(signature) if signature is not None else None
    faults = []
    if written is not None and signature is not None and not _holds(signed, written):
        faults.append(FaultFound(PackFault.SIGNATURE, SIGNATURE))
    manifest = read_manifest(written) if written is not None else None
    if manifest is None:
        raise NoPackThere(str(folder))
    if key and (signed is None or _letters(signed.key_code) != _letters(key)):
        faults.append(FaultFound(PackFault.UNKNOWN_KEY, SIGNATURE))
    with named_troubles(folder):
        faults += _files(folder, manifest)
    found = PackFound(
        manifest=manifest,
        signed_by=signed.user if signed else "",
        key_code=signed.key_code if signed else "",
        key_of="",
        audited=False,
        faults=tuple(faults),
    )
    if secret is None or any(one.file in (BOOK_FILE, _KEYS) for one in faults):
        return found
    return _book(found, folder / BOOK_FILE, secret, signed)


def _read(path: Path, most: int) -> bytes | None:
    """The bytes of a small plain file; None of anything else."""
    return None if path.is_symlink() else given_files.small(path, most)


def _holds(signed: Signed | None, written: bytes) -> bool:
    return signed is not None and is_signed(signed, signed_bytes(written))


def _files(folder: Path, manifest: Manifest) -> list[FaultFound]:
    faults = []
    for one in manifest.files:
        path = folder / one.name
        if path.is_symlink() or not path.is_file():
            faults.append(FaultFound(PackFault.MISSING, one.name))
        elif path.stat().st_size != one.size or sum_of(path)[0] != one.sha256:
            faults.append(FaultFound(PackFault.CHANGED, one.name))
    listed = {one.name for one in manifest.files} | {MANIFEST, SIGNATURE}
    others = sorted(path.name for path in folder.iterdir() if path.name not in listed)
    return [*faults, *(FaultFound(PackFault.NOT_LISTED, name) for name in others)]


def _book(found: PackFound, path: Path, secret: Secret, signed: Signed | None) -> PackFound:
    """Open the copy as a stranger, audit it whole, and compare its head and its keys."""
    faults, manifest = list(found.faults), found.manifest
    with Book.open_for_reading(path, secret=secret) as book:
        act, fingerprint, identity = book.ask(head)
        keys = names_of_keys(book)
    if (act, fingerprint, identity) != (manifest.act, manifest.fingerprint, manifest.book):
        faults.append(FaultFound(PackFault.HEAD, path.name))
    try:
        looked_at(path, secret, deep=True)
    except CopyNotVerified:
        faults.append(FaultFound(PackFault.BOOK, path.name))
    if signed is not None and keys.get(signed.public) != signed.user:
        faults.append(FaultFound(PackFault.UNKNOWN_KEY, SIGNATURE))
    owner = keys.get(signed.public, "") if signed else ""
    return replace(found, key_of=owner, audited=True, faults=tuple(faults))


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalpha())
