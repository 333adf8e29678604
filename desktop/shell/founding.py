"""What the form of a new book knows and decides, without Qt: its command and its file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.domain.accounts import BookKind
from ledger.domain.money import Money
from ledger.usecases.founding import FoundBook
from reports.words.voice import N_, Voice

ENDING = ".satcha"

# Kinds in the order in which they are offered, with what each is called.
KINDS: dict[BookKind, str] = {
    BookKind.HOUSING: N_("Housing cooperative"),
    BookKind.SAVINGS_GROUP: N_("Savings group"),
    BookKind.VILLAGE_FUND: N_("Village fund"),
    BookKind.WELFARE_FUND: N_("Community welfare fund"),
}


def kind_name(kind: BookKind, voice: Voice) -> str:
    return voice.tr(KINDS[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBookForm:
    """The form as it is filled in."""

    book: str
    name_th: str
    kind: BookKind
    starts_on: date
    year_ends_in: int
    name_en: str = ""
    registration: str = ""
    address: str = ""
    telephone: str = ""
    cash_limit: Money | None = None

    def command(self) -> FoundBook:
        return FoundBook(
            book=self.book,
            kind=self.kind,
            name_th=self.name_th,
            name_en=self.name_en,
            registration=self.registration,
            address=self.address,
            telephone=self.telephone,
            year_ends_in=self.year_ends_in,
            starts_on=self.starts_on,
            cash_limit=self.cash_limit,
        )


def file_name_for(name: str, ending: str = ENDING) -> str:
    """A name for the file that every system takes: letters, figures and marks, no signs."""
    plain = re.sub(r"[^\w\u0e00-\u0e7f .-]", " ", name)
    short = re.sub(r"\s+", " ", plain).strip(" .")[:80].strip(" .")
    return f"{short or 'satcha'}{ending}"


def with_ending(path: Path, ending: str = ENDING) -> Path:
    return path if path.suffix == ending else path.with_name(path.name + ending)
