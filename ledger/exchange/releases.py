"""A release of the program, looked at before anybody installs it (trust.md 4.4, T28).

The keys of the makers come with the program that is installed already: a key that came with the
release proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from pathlib import Path

from ledger.book import PROGRAM, given_files
from ledger.book.copy_proofs import sum_of
from ledger.book.signing import is_signed
from ledger.domain.manifests import Signed
from ledger.domain.refusals.releasing import (
    NotARelease,
    ReleaseChanged,
    ReleaseNotNewer,
    ReleaseNotSigned,
)
from ledger.domain.releases import (
    MOST_BYTES,
    NEEDED,
    RELEASE,
    SIGNATURES,
    Release,
    code_of_release,
    is_newer,
    read_release,
    signed_text,
)

INSTALLED = PROGRAM.rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class ProvedRelease:
    """A release whose every file is what its makers signed; ``code`` stands in their letter."""

    version: str
    installed: str
    signed_by: tuple[str, ...]
    code: str
    files: int


@cache
def maintainers() -> Mapping[str, str]:
    """Who makes the program, with the public key of each as hexadecimal text."""
    text = (resources("ledger.exchange") / "maintainers.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:] if line]
    return dict(rows)


def check_release(
    folder: Path, known: Mapping[str, str] | None = None, installed: str = INSTALLED
) -> ProvedRelease:
    """Prove a release in a folder: signed by two makers, whole and unchanged, and newer.

    Nothing is read out of its files but their sums. ``known`` are the makers' keys, those of this
    program unless others are given.

    Raises:
        NotARelease, ReleaseNotSigned, ReleaseChanged, ReleaseNotNewer: why it must not be used.
    """
    written = _small(folder / RELEASE)
    release = None if written is None else read_release(written)
    if written is None or release is None:
        raise NotARelease(str(folder))
    signers = _signers(folder, written, maintainers() if known is None else known)
    if len(signers) < NEEDED:
        raise ReleaseNotSigned(release.version, signers, NEEDED)
    _check_files(folder, release)
    if not is_newer(release.version, installed):
        raise ReleaseNotNewer(release.version, installed)
    code = code_of_release(written)
    return ProvedRelease(release.version, installed, signers, code, len(release.files))


def _signers(folder: Path, written: bytes, known: Mapping[str, str]) -> tuple[str, ...]:
    """Whose signatures are good: different people with different keys."""
    text, found = signed_text(written), {}
    for line in (_small(folder / SIGNATURES) or b"").decode(errors="replace").splitlines():
        name, _, signature = line.rpartition(" ")
        public = known.get(name)
        if public is not None and is_signed(Signed(name, public, signature), text):
            found[public] = name
    return tuple(sorted(found.values()))


def _check_files(folder: Path, release: Release) -> None:
    listed = {one.path: one for one in release.files}
    there = set(_paths_in(folder)) - {RELEASE, SIGNATURES}
    for path in sorted(there ^ listed.keys()):
        raise ReleaseChanged(path)
    for path, one in listed.items():
        if sum_of(folder / path) != (one.sha256, one.size):
            raise ReleaseChanged(path)


def _paths_in(folder: Path) -> Iterator[str]:
    """Every file below the folder; a link or what is no file is told as what does not belong."""
    for path in sorted(folder.rglob("*")):
        told = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ReleaseChanged(told)
        if path.is_file():
            yield told


def _small(path: Path) -> bytes | None:
    return None if path.is_symlink() else given_files.small(path, MOST_BYTES)
