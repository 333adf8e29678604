"""A sealed package as values: whose it is, how far the book was then, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.fingerprint import code_of
from ledger.domain.network.figures import MonthFigures

SCHEMA = "satcha package/1"


@dataclass(frozen=True, slots=True)
class Perpetual:
    """Counts since the book began, and the sum of all debits ever in satang: they only grow."""

    acts: int
    entries: int
    lines: int
    receipts: int
    debits_satang: int

    def shrank_since(self, earlier: Perpetual) -> bool:
        """Whether any of them is less than it was."""
        return any(
            now < then
            for now, then in (
                (self.acts, earlier.acts),
                (self.entries, earlier.entries),
                (self.lines, earlier.lines),
                (self.receipts, earlier.receipts),
                (self.debits_satang, earlier.debits_satang),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The one text of a package that is signed.

    ``book`` is the random number of the book, ``sequence`` its last act then and ``head`` the
    fingerprint of that act; ``restorations`` counts how often the book went on from a copy, and
    ``figures`` is the digest of the part with the figures.
    """

    schema: str
    program: str
    book: str
    registration: str
    name_th: str
    name_en: str
    kind: BookKind
    practice: bool
    month: Month
    sequence: int
    head: str
    restorations: int
    perpetual: Perpetual
    figures: str

    @property
    def code(self) -> str:
        """The sixteen letters of the act, as papers of that moment have them."""
        return code_of(bytes.fromhex(self.head))


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One package as an office received it; a restated month is a later ``version``.

    ``public`` is the key that signed it, empty for none; ``because`` is why a person took it
    although it is older than what was known, empty for all others.
    """

    organisation: str
    version: int
    act: int
    received_at: datetime
    user: str
    manifest: Manifest
    figures: MonthFigures
    public: str
    sha256: str
    because: str = ""

    @property
    def month(self) -> Month:
        return self.manifest.month
