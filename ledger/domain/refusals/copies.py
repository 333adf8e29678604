"""Refusals about copies: what is no good copy, and what would lose something."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal, Trouble


@dataclass(eq=False)
class CopyNotVerified(Trouble):
    """The copy is not what the book says, so it is not called a backup."""

    path: str
    problem: str


@dataclass(eq=False)
class NoFolder(Refusal):
    """A file stands where a folder is wanted."""

    path: str


@dataclass(eq=False)
class FolderIsBooksOwn(Refusal):
    """A copy beside the book is lost together with it."""

    folder: str


@dataclass(eq=False)
class NotOutside(Refusal):
    """The folder lies on the disk of the book: it cannot be called one outside this PC."""

    folder: str


@dataclass(eq=False)
class NoBackupThere(Refusal):
    """No copy lies in the folder that opens and is whole."""

    folder: str
    spoilt: int


@dataclass(eq=False)
class SeveralBooksThere(Refusal):
    """The folder has copies of several books; one has to be named."""

    folder: str
    files: tuple[str, ...]


@dataclass(eq=False)
class PackPlaceTaken(Refusal):
    """A pack gets a folder of its own: nothing is written among other files."""

    folder: str


@dataclass(eq=False)
class NoPackThere(Refusal):
    """The folder holds no list of files that can be read as one."""

    folder: str
