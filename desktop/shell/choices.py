"""What somebody chose on the first window: a book to open, to make, or to practise with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.domain.network.register import OfficeName
    from ledger.usecases.founding import FoundBook

OFFICE_ENDING = ".satnet"


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book that lies somewhere already."""

    path: Path


@dataclass(frozen=True, slots=True)
class NewBook:
    """A new book with its founding act, at a place where nothing lies yet."""

    path: Path
    command: FoundBook
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """The file of a new network office, at a place where nothing lies yet."""

    path: Path
    name: OfficeName
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class Practise:
    """The practice book; with ``anew`` the one that was broken is thrown away first."""

    anew: bool = False


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy that can become the book again: how far it goes, and its last receipt."""

    file: str
    name_th: str
    name_en: str
    on: date
    last_receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCopy:
    """A copy of a folder that is to become a new book, at a place where nothing lies yet.

    ``stub`` is the last number in the receipt book of paper: what came after the copy.
    """

    folder: Path
    file: str
    path: Path
    reason: str
    stub: str = ""
    passphrase: str = ""


Choice = OpenBook | NewBook | NewOffice | Practise | RestoreCopy
