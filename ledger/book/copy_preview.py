"""What the copies in a folder hold, shown before one of them becomes the book again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.book.copies import copies_in
from ledger.domain.cooperative import Cooperative
from ledger.storage.last_receipt import last_receipt
from ledger.storage.secret import Secret


@dataclass(frozen=True, slots=True)
class CopyPreview:
    """One whole copy: how far it goes, and the last receipt that it knows (empty without any)."""

    file: str
    name_th: str
    name_en: str
    through_act: int
    on: date
    last_receipt: str


def previews(folder: Path, secret: Secret) -> tuple[list[CopyPreview], int]:
    """The copies that can be restored, the longest first, and how many files are none."""
    found, spoilt = copies_in(folder, secret)
    rows = []
    for copy in reversed(found):
        with Book.open_for_reading(folder / copy.file, secret=secret) as book:
            rows.append(book.ask(_preview, file=copy.file))
    return rows, spoilt


def _preview(reader: Any, *, file: str) -> CopyPreview:
    (cooperative,) = reader.every(Cooperative)
    act, on = reader.one("SELECT number, business_day FROM acts ORDER BY number DESC LIMIT 1")
    return CopyPreview(
        file=file,
        name_th=cooperative.name_th,
        name_en=cooperative.name_en,
        through_act=int(act),
        on=date.fromisoformat(on),
        last_receipt=last_receipt(reader),
    )
