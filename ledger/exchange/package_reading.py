"""Sealed packages in: limits before anything is unpacked, the seal before anything is read."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile, ZipFile, ZipInfo

from ledger.book import given_files
from ledger.book.signing import is_signed
from ledger.domain.codec import canonical, read_value
from ledger.domain.manifests import Signed
from ledger.domain.network.checks import footings
from ledger.domain.network.common_chart import common_groups
from ledger.domain.network.figures import FORM, MonthFigures
from ledger.domain.network.submission import SCHEMA, Manifest
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.importing import FileTooLarge
from ledger.domain.refusals.network import (
    NotAPackage,
    PackageChanged,
    PackageNewer,
    PackageNotFooting,
    PackageOfOpenMonth,
    PackageSignatureWrong,
    PackageTooLarge,
    PackageUnreadable,
)
from ledger.exchange.package import FIGURES, MANIFEST, SIGNATURE

LARGEST_FILE = 1 << 20  # bytes; a month's figures are some ten thousand
_PARTS = (MANIFEST, FIGURES, SIGNATURE)
_SIGNED = re.compile(rb"ed25519 ([0-9a-f]{64}) ([0-9a-f]{128})\n")
_UNSIGNED = b"unsigned\n"
_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

T = TypeVar("T")


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


def read_package(path: Path) -> Package:
    """The package in a file.

    Raises:
        PackageTooLarge, NotAPackage, PackageSignatureWrong, PackageChanged, PackageNewer,
        PackageUnreadable, PackageOfOpenMonth, PackageNotFooting: why it is none.
        OSError: the file cannot be read.
    """
    try:
        return package_from(given_files.content(path, LARGEST_FILE), path.name)
    except FileTooLarge as error:
        raise PackageTooLarge(path.name) from error


def package_from(content: bytes, name: str) -> Package:
    """The package of these bytes; the same refusals."""
    parts = _unpacked(content, name)
    public = _signer(parts, name)
    manifest = _read(Manifest, parts[MANIFEST], name)
    if manifest.schema != SCHEMA:
        raise PackageNewer(name)
    if hashlib.sha256(parts[FIGURES]).hexdigest() != manifest.figures:
        raise PackageChanged(name)
    figures = _read(MonthFigures, parts[FIGURES], name)
    _check(manifest, figures, name)
    return Package(content, manifest, figures, public)


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as packed:
            found = packed.infolist()
            _check_directory(found, name)
            return {part.filename: _content(packed, part, name) for part in found}
    except _BROKEN as error:
        raise NotAPackage(name) from error


def _check_directory(found: list[ZipInfo], name: str) -> None:
    """Exactly our parts, in the open, none that unpacks to more than a whole package may be."""
    if sorted(part.filename for part in found) != sorted(_PARTS):
        raise NotAPackage(name)
    if sum(part.file_size for part in found) > LARGEST_FILE:
        raise PackageTooLarge(name)
    if any(part.flag_bits & 1 for part in found):
        raise NotAPackage(name)


def _content(packed: ZipFile, part: ZipInfo, name: str) -> bytes:
    with packed.open(part) as opened:
        content = opened.read(LARGEST_FILE + 1)  # the directory may lie about the size
    if len(content) > LARGEST_FILE:
        raise PackageTooLarge(name)
    return content


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


def _read(kind: type[T], part: bytes, name: str) -> T:
    """The value of a part; only canonical text counts, so nothing in it can be read in two ways."""
    plain = _plain(part)
    if isinstance(plain, dict) and _is_newer(plain):
        raise PackageNewer(name)
    try:
        value: T = read_value(kind, plain)
    except Refusal as error:
        field = str(error.facts().get("field") or kind.__name__)
        raise PackageUnreadable(name, field) from error
    except (ValueError, TypeError) as error:
        raise PackageUnreadable(name, kind.__name__) from error
    return value


def _plain(part: bytes) -> Any:
    """What the canonical text says; None for any other text, which is no part of ours."""
    try:
        text = part.decode()
        plain = json.loads(text)
        return plain if canonical(plain) == text else None
    except (ValueError, RecursionError, TypeError):
        return None


def _is_newer(plain: dict[str, Any]) -> bool:
    """Whether a later program says of itself that it says more."""
    schema, form = plain.get("schema", SCHEMA), plain.get("form", FORM)
    return schema != SCHEMA or (isinstance(form, int) and form > FORM)


def _check(manifest: Manifest, figures: MonthFigures, name: str) -> None:
    if not _HEX.fullmatch(manifest.head) or manifest.sequence < 1:
        raise PackageUnreadable(name, "head")
    if figures.month != manifest.month or figures.kind is not manifest.kind:
        raise PackageUnreadable(name, "month")
    if {row.group for row in figures.groups} - set(common_groups()):
        raise PackageUnreadable(name, "groups")
    if not figures.closed:
        raise PackageOfOpenMonth(name, manifest.month)
    wrong = footings(figures)
    if wrong:
        first = wrong[0]
        raise PackageNotFooting(name, len(wrong), first.place, first.said, first.added)
