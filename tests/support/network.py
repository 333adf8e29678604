"""Builders for the network: small cooperatives with a closed January, and what they hand in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.exchange.package import ENDING, Sealed, hand_in, seal
from ledger.usecases.closing import CloseMonth
from tests.support.books import Village, found_village

JANUARY = Month(2026, 1)
TENTH = date(2026, 1, 10)


def cooperative(folder: Path, registration: str, *saved: Money, **named: Any) -> Village:
    """A cooperative with a member for each sum saved, on the tenth of January; not closed yet."""
    folder.mkdir(parents=True, exist_ok=True)
    number = sum(map(ord, registration))
    village = found_village(
        folder,
        book=f"{number:032x}",
        registration=registration,
        name_th=f"สหกรณ์ {registration}",
        **named,
    )
    for amount in saved:
        member, _ = village.member()
        card = village.savings(member)
        village.deposit(card, amount, on=TENTH)
    return village


def close_january(village: Village, **named: Any) -> None:
    village.run(CloseMonth(month=JANUARY), **named)


def handed_in(village: Village, **named: Any) -> Sealed:
    """The package of January, noted in the book."""
    sealed = seal(village.book, JANUARY, **named)
    hand_in(village.book, sealed, **named)
    return sealed


def put(sealed: Sealed, folder: Path) -> Path:
    """The package as a file on a stick."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sealed.name
    assert path.suffix == ENDING
    path.write_bytes(sealed.content)
    return path
