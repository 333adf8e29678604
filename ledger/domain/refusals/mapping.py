"""Refusals of files with columns of somebody else: mappings, encodings, bank statements."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class EncodingWrong(Refusal):
    """The file is not written in the encoding that was said."""

    path: str
    encoding: str
    other: str


@dataclass(eq=False)
class HeadingsMissing(Refusal):
    """No row near the top of the file holds all headings of the mapping."""

    path: str
    needed: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(eq=False)
class InAndOutFilled(Refusal):
    """A line of a statement has amounts in several of its columns."""

    paid_in: Money
    paid_out: Money


@dataclass(eq=False)
class UnknownImportMap(Refusal):
    """No mapping of that name is kept."""

    name_asked: str
    known: tuple[str, ...]


@dataclass(eq=False)
class FieldsNotMapped(Refusal):
    """Fields that an import needs have no column."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class NotAnOfxFile(Refusal):
    """The file is no statement of a bank in OFX."""

    path: str


@dataclass(eq=False)
class SeveralCards(Refusal):
    """The member has more than one card of that product, and the file does not say which."""

    member: str
    product: str
    cards: tuple[str, ...]
