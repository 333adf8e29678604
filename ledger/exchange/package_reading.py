"""Sealed packages in: opened in a process of its own, and the seal before anything is believed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from ledger.book import given_files
from ledger.book.signing import is_signed
from ledger.domain.manifests import Signed
from ledger.domain.network.figures import MonthFigures
from ledger.domain.network.submission import Manifest
from ledger.domain.refusals.importing import FileTooLarge
from ledger.domain.refusals.network import (
    PackageChanged,
    PackageSignatureWrong,
    PackageTooLarge,
)
from ledger.exchange.package_apart import Look, looking_apart
from ledger.exchange.package_parts import (
    FIGURES,
    LARGEST_FILE,
    MANIFEST,
    SIGNATURE,
    looked_at,
    read_manifest,
    read_parts,
)

_SIGNED = re.compile(rb"ed25519 ([0-9a-f]{64}) ([0-9a-f]{128})\n")
_UNSIGNED = b"unsigned\n"


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose seal held and whose sums foot; ``public`` is empty where nobody signed."""

    content: bytes
    manifest: Manifest
    figures: MonthFigures
    public: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_package(path: Path, look: Look | None = None) -> Package:
    """The package in a file; ``look`` is whoever looks at many of them.

    Raises:
        PackageTooLarge, NotAPackage, PackageSignatureWrong, PackageChanged, PackageNewer,
        PackageUnreadable, PackageOfOpenMonth, PackageNotFooting: why it is none.
        OSError: the file cannot be read.
    """
    try:
        content = given_files.content(path, LARGEST_FILE)
    except FileTooLarge as error:
        raise PackageTooLarge(path.name) from error
    if look is not None:
        return package_from(content, path.name, look)
    with looking_apart() as alone:
        return package_from(content, path.name, alone)


def package_from(content: bytes, name: str, look: Look = looked_at) -> Package:
    """The package of these bytes; the same refusals."""
    looked = look(content, name)
    public = _signer(looked.parts, name)
    if read_manifest(looked.parts, name).figures != _digest(looked.parts[FIGURES]):
        raise PackageChanged(name)
    if looked.refusal is not None:
        raise looked.refusal
    manifest, figures = read_parts(looked.parts, name)
    return Package(content, manifest, figures, public)


def _digest(part: bytes) -> str:
    return hashlib.sha256(part).hexdigest()


def _signer(parts: dict[str, bytes], name: str) -> str:
    """The key that made the signature, which holds; empty for a package that nobody signed."""
    line = parts[SIGNATURE]
    if line == _UNSIGNED:
        return ""
    found = _SIGNED.fullmatch(line)
    if found is None:
        raise PackageSignatureWrong(name)
    signed = Signed("", found[1].decode(), found[2].decode())
    if not is_signed(signed, parts[MANIFEST]):
        raise PackageSignatureWrong(name)
    return signed.public
