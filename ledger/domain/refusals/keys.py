"""Troubles with the passphrase of an encrypted book: the console leaves with 3."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class PassphraseMissing(Trouble):
    """The book is encrypted, and no passphrase was given."""

    path: str


@refusal
class WrongPassphrase(Trouble):
    """This passphrase does not open the book."""

    path: str


@refusal
class PassphraseShort(Trouble):
    """The passphrase of a new book has too few letters."""

    least: int
