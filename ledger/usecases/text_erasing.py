"""Free texts that have to go: what somebody typed about a person into a memo or a note."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.days import plus_months
from ledger.domain.free_text import TextErasure, place_of
from ledger.domain.refusals import MissingField
from ledger.domain.refusals.personal import TextStillNeeded, UnknownText
from ledger.usecases.recording import given

PAPERS_KEPT_YEARS = 10
"""So long receipts and vouchers say who paid and who was paid (trust.md 3.3: keep ten years)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseTexts(Command):
    """Erase free texts of earlier acts, by their commitments; the books stay provable."""

    texts: tuple[str, ...]
    reason: str


def erase_texts(command: EraseTexts, books: Books) -> None:
    """Take the texts and their salts out of the book (trust.md 6.2).

    Raises:
        MissingField: no text is named.
        UnknownText: there is no such text, or no more.
        TextStillNeeded: it says who paid or was paid, on a paper that must be kept.
    """
    reason = given(command.reason)
    if not command.texts:
        raise MissingField("texts")
    for commitment in dict.fromkeys(command.texts):
        text = books.free_text(commitment)
        if text is None:
            raise UnknownText(commitment)
        if books.is_party(commitment):
            until = plus_months(books.day_of(place_of(commitment)[0]), 12 * PAPERS_KEPT_YEARS)
            if books.recorded_day < until:
                raise TextStillNeeded(text, until)
        take_out(books, commitment, reason)


def take_out(books: Books, commitment: str, reason: str) -> None:
    """Erase one text that is there."""
    books.add(TextErasure(commitment, place_of(commitment)[0], reason))
    books.erase_text(commitment)
