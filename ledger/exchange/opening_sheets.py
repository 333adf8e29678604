"""The sheets and columns of the opening workbook, as data: what each holds, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class OpeningColumn:
    """One column; ``kind`` says what its cells hold or which list of the book they name."""

    sheet: str
    name: str
    kind: str
    needed: bool
    th: str
    en: str

    @property
    def heading(self) -> str:
        """The heading: people read both languages, the program the word in brackets."""
        return f"{self.th} / {self.en} [{self.name}]"


@cache
def opening_sheets() -> Mapping[str, tuple[OpeningColumn, ...]]:
    """Every sheet with its columns, in the order of ``opening_sheets.tsv``."""
    text = resources.files("ledger.exchange").joinpath("opening_sheets.tsv").read_text("utf-8")
    sheets: dict[str, tuple[OpeningColumn, ...]] = {}
    for row in text.splitlines()[1:]:
        sheet, name, kind, needed, th, en = row.split("\t")
        column = OpeningColumn(sheet, name, kind, needed == "yes", th, en)
        sheets[sheet] = (*sheets.get(sheet, ()), column)
    return sheets
