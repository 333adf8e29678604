"""What is inside of a sealed package: taken out within limits, and read as what packages say.

Nothing here knows a book or a key: it is all that the process of its own loads in which packages
of others are opened (``ledger.exchange.package_apart``).
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar
from zipfile import BadZipFile, ZipFile, ZipInfo

from ledger.domain.codec import canonical, read_value
from ledger.domain.network.checks import footings
from ledger.domain.network.common_chart import common_groups
from ledger.domain.network.figures import FORM, MonthFigures
from ledger.domain.network.submission import SCHEMA, Manifest
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network import (
    NotAPackage,
    PackageNewer,
    PackageNotFooting,
    PackageOfOpenMonth,
    PackageTooLarge,
    PackageUnreadable,
)

MANIFEST, FIGURES, SIGNATURE = "manifest.json", "figures.json", "signature.txt"
LARGEST_FILE = 1 << 20  # bytes; a month's figures are some ten thousand
_PARTS = (MANIFEST, FIGURES, SIGNATURE)
_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Looked:
    """The parts of a package by name, and why what they say is none of a package's, if so."""

    parts: dict[str, bytes]
    refusal: Refusal | None = None


def looked_at(content: bytes, name: str) -> Looked:
    """The parts of these bytes, and whether they say what a package says.

    Raises:
        NotAPackage, PackageTooLarge: there are no such parts.
    """
    parts = _unpacked(content, name)
    try:
        read_parts(parts, name)
    except Refusal as refusal:
        return Looked(parts, refusal)
    return Looked(parts)


def read_parts(parts: dict[str, bytes], name: str) -> tuple[Manifest, MonthFigures]:
    """The manifest and the figures.

    Raises:
        PackageNewer, PackageUnreadable, PackageOfOpenMonth, PackageNotFooting: why not.
    """
    manifest = read_manifest(parts, name)
    figures = _read(MonthFigures, parts[FIGURES], name)
    _check(manifest, figures, name)
    return manifest, figures


def read_manifest(parts: dict[str, bytes], name: str) -> Manifest:
    """The manifest alone.

    Raises:
        PackageNewer, PackageUnreadable: why not.
    """
    manifest = _read(Manifest, parts[MANIFEST], name)
    if manifest.schema != SCHEMA:
        raise PackageNewer(name)
    return manifest


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    if len(content) > LARGEST_FILE:
        raise PackageTooLarge(name)
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
