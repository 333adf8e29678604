"""Refusals of files that are brought in."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownKindOfAccount(Refusal):
    """The account's name begins with none of the five kinds."""

    account: str
    line: int


@refusal
class BadRow(Refusal):
    """A row of the file cannot be read."""

    line: int
    column: str
    text: str


@refusal
class ImportUnbalanced(Refusal):
    """The lines of an entry do not add up to zero."""

    entry: str
    line: int
    difference: Money


@refusal
class EntryMissing(Refusal):
    """A row has no entry to belong to."""

    line: int


@refusal
class NotText(Refusal):
    """The file is not text in UTF-8 or Windows-874."""

    path: str
