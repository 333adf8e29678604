"""Where a book is: in a file, or on a server at an address; tells one from the other."""

from __future__ import annotations

from pathlib import Path

from ledger.domain.refusals.server import OnlyForFiles
from ledger.storage.belonging import check_free
from ledger.storage.postgres.place import ServerPlace, is_place, place_of

__all__ = ["ServerPlace", "check_free", "file_of", "is_place", "place_of", "shown_place"]


def file_of(text: str) -> Path:
    """The place of a file, for what can be done with files only.

    Raises:
        OnlyForFiles: it is an address.
    """
    if is_place(text):
        raise OnlyForFiles(place_of(text).shown)
    return Path(text)


def shown_place(text: str) -> str:
    """What people may see of a place: an address without what opens it."""
    return place_of(text).shown if is_place(text) else text
