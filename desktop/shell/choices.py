"""What somebody chose on the first window: a book to open, to make, or to practise with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ledger.usecases.founding import FoundBook


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
class Practise:
    """The practice book; with ``anew`` the one that was broken is thrown away first."""

    anew: bool = False


Choice = OpenBook | NewBook | Practise
