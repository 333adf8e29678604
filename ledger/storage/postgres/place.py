"""Where a book on a server is; knows no driver, so that whoever only looks starts fast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ledger.domain.refusals.server import ServerPlaceWrong

SCHEMES = ("postgresql://", "postgres://")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """Where a book is: the address for the driver, and the book's name in that database."""

    address: str
    book: str

    @property
    def schema(self) -> str:
        return f"satcha_{self.book}"

    @property
    def role(self) -> str:
        return f"satcha_{self.book}_program"

    @property
    def shown(self) -> str:
        """The place without what opens it, for people to read."""
        parts = urlsplit(self.address)
        return f"{parts.hostname or ''}{parts.path}?book={self.book}"


def is_place(text: str) -> bool:
    """Whether somebody names a book on a server, not a file."""
    return text.startswith(SCHEMES)


def place_of(text: str) -> ServerPlace:
    """The place that an address names: ``postgresql://user@host/database?book=rimnam``.

    Raises:
        ServerPlaceWrong: it names no book.
    """
    parts = urlsplit(text)
    options = parse_qsl(parts.query, keep_blank_values=True)
    books = [value for name, value in options if name == "book"]
    if len(books) != 1 or not _NAME.fullmatch(books[0]):
        raise ServerPlaceWrong(f"{parts.hostname or ''}{parts.path}")
    rest = urlencode([(name, value) for name, value in options if name != "book"], safe="/")
    return ServerPlace(urlunsplit(parts._replace(query=rest)), books[0])
