"""A release of the program: each file by its SHA-256, and which version it is (trust.md 4.4, T28).

    satcha release 1
    version 0.2.0
    <sha256> <bytes> <path>
    …

Files stand in the order of their paths, so that the same files make the same list everywhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ledger.domain.fingerprint import code_of

RELEASE, SIGNATURES = "RELEASE", "RELEASE.signatures"
MOST_BYTES = 1 << 20  # what is larger is no list of ours
NEEDED = 2  # maintainers who sign: one stolen key makes no release
_HEAD = "satcha release 1"
_VERSION = re.compile(r"version ((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})")
_FILE = re.compile(r"([0-9a-f]{64}) (0|[1-9]\d{0,11}) (\S(?:.*\S)?)")
# No letter that some system reads as another place, and nothing that steps out of the folder.
_STEP = re.compile(r"(?!\.{1,2}$)[^\\:*?\"<>|\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file of the release by its path from the folder on, with forward strokes."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the program with all files that belong to it."""

    version: str
    files: tuple[ReleasedFile, ...]

    def to_bytes(self) -> bytes:
        lines = [f"{one.sha256} {one.size} {one.path}" for one in self.files]
        return "\n".join((_HEAD, f"version {self.version}", *lines, "")).encode()


def signed_text(written: bytes) -> bytes:
    """What a maintainer signs: the list byte by byte, told apart from all else that is signed."""
    return b"satcha release signature 1\n" + written


def code_of_release(written: bytes) -> str:
    """The letters that stand in the letter about a release, from the bytes of its list."""
    return code_of(hashlib.sha256(written).digest())


def read_release(written: bytes) -> Release | None:
    """The list in these bytes; None where it is none that is safe to follow."""
    try:
        head, version, *lines, last = written.decode().split("\n")
    except (UnicodeDecodeError, ValueError):
        return None
    named = _VERSION.fullmatch(version)
    found = [_FILE.fullmatch(line) for line in lines]
    if head != _HEAD or last or named is None or None in found or not found:
        return None
    files = [ReleasedFile(one[3], int(one[2]), one[1]) for one in found if one is not None]
    made = Release(named[1], tuple(files))
    return made if _in_order(one.path for one in files) and made.to_bytes() == written else None


def _in_order(paths: Iterable[str]) -> bool:
    told = list(paths)
    return (
        told == sorted(set(told))
        and all(_STEP.fullmatch(step) for path in told for step in path.split("/"))
        and not {RELEASE, SIGNATURES} & {PurePosixPath(path).name for path in told}
    )


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after the other; both are three numbers."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
