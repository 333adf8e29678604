"""A list with a signature beside a file that was exported, and its check before anything is read.

Who takes the file in again compares it with a key that he knows from his pin book: a key that
came with the file proves nothing (trust.md 5).
"""

from __future__ import annotations

from pathlib import Path

from ledger.book import Book, given_files
from ledger.book.copy_proofs import head, sum_of
from ledger.book.packing import cooperative_of
from ledger.book.signing import is_signed, signed_by_user
from ledger.domain.manifests import (
    MOST_BYTES,
    ListedFile,
    Manifest,
    Signed,
    read_manifest,
    read_signed,
    signed_bytes,
)
from ledger.domain.refusals.acts_file import FileNotSigned

LISTED = {"json": "book.json", "acts": "acts.jsonl"}  # whatever people call the file itself
_SIGNATURE_BYTES = 4096


def manifest_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.manifest.json")


def signature_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.signature.json")


def check_signing(book: Book, signing: str) -> None:
    """Look whether the passphrase opens the user's key, before anything is written.

    Raises:
        NoSigningKey, WrongSigningPassphrase: why nobody could sign.
    """
    if signing:
        signed_by_user(book, b"", signing, command="export")


def sign_file(book: Book, path: Path, form: str, signing: str) -> tuple[Path, ...]:
    """Write the list and the signature beside a file of a whole book; answers where they lie.

    Without a passphrase nobody signs, and what was signed of an older file of that name goes with
    it: it would call the new one false.

    Raises:
        NoSigningKey, WrongSigningPassphrase: why it is not signed.
    """
    beside = (manifest_of(path), signature_of(path))
    if not signing:
        for old in beside:
            old.unlink(missing_ok=True)
        return ()
    act, fingerprint, identity = book.ask(head)
    cooperative = cooperative_of(book)
    sha256, size = sum_of(path)
    manifest = Manifest(
        kind=form,
        book=identity,
        name_th=cooperative.name_th,
        name_en=cooperative.name_en,
        act=act,
        fingerprint=fingerprint,
        made_at=book.now.isoformat(timespec="seconds"),
        made_by=book.user,
        receiver="",
        files=(ListedFile(LISTED[form], size, sha256),),
    ).to_bytes()
    signed = signed_by_user(book, signed_bytes(manifest), signing, command="export")
    if signed is None:
        return ()
    for place, content in zip(beside, (manifest, signed.to_bytes()), strict=True):
        place.write_bytes(content)
    return beside


def check_file(path: Path, *, key: str = "") -> Signed | None:
    """Compare a file with its list and the list with its signature; None where it has neither.

    ``key`` is the signer's key code from a pin book: with it the file has to be signed by that.

    Raises:
        FileNotSigned: what does not agree.
    """
    written = _small(manifest_of(path), MOST_BYTES)
    signature = _small(signature_of(path), _SIGNATURE_BYTES)
    if written is None and signature is None and not key:
        return None
    signed = None if signature is None else read_signed(signature)
    if written is None or signed is None or not is_signed(signed, signed_bytes(written)):
        raise FileNotSigned(path.name)
    if key and _letters(signed.key_code) != _letters(key):
        raise FileNotSigned(path.name)
    manifest = read_manifest(written)
    if manifest is None or len(manifest.files) != 1:
        raise FileNotSigned(path.name)
    sha256, size = sum_of(path)
    if (size, sha256) != (manifest.files[0].size, manifest.files[0].sha256):
        raise FileNotSigned(path.name)
    return signed


def _small(path: Path, most: int) -> bytes | None:
    return None if path.is_symlink() else given_files.small(path, most)


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalpha())
