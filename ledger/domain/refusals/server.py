"""Troubles with books on an office's server: the console leaves with 3."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class ServerPlaceWrong(Trouble):
    """The address names no book: the part ``book=…`` is missing or cannot be a name there."""

    place: str


@refusal
class ServerDriverMissing(Trouble):
    """The program was installed without what talks to a server."""


@refusal
class ServerUnreachable(Trouble):
    """The server does not answer, or does not let this user in."""

    place: str
    detail: str


@refusal
class ServerUnsafe(Trouble):
    """The server does not keep a setting that the books rely on."""

    place: str
    setting: str
    found: str


@refusal
class OnlyForFiles(Trouble):
    """What was asked for works on the file of a book, and this book is on a server."""

    place: str
