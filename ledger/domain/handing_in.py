"""What the book keeps of handing in: what was given when, and cards of other organisations."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class HandedIn(Record):
    """A sealed package of a month was made: through which act it knows the book, and its digest.

    ``month`` is written ``YYYY-MM``; ``public`` is the key that signed the package, empty in a book
    without users.
    """

    table = "handed_in"
    key = ("number",)
    versions = False

    number: int
    month: str
    through_act: int
    fingerprint: str
    sha256: str
    public: str = ""


@dataclass(frozen=True, slots=True)
class CardPartner(Record):
    """The card is another organisation's: its loan, its deposit, or what is owed to it.

    ``organisation`` is the number under which the network knows it, empty since it is nobody's.
    The network takes out of its sums what organisations owe each other (domain.md 5.2).
    """

    table = "card_partners"
    key = ("card",)

    card: int
    organisation: str
