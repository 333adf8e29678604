"""Free texts are erased: which one, or all of them, and why (trust.md 6.2, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session.asked import AskedDialog, picks, reason
from desktop.session.session import Session
from ledger.usecases.text_erasing import EraseTexts
from reports.words.voice import Voice

_LONGEST = 60  # letters of a text in the list; enough to know it again


@dataclass(frozen=True, slots=True)
class Erasable:
    """A free text by its commitment, with the words that tell where it stands."""

    commitment: str
    says: Says


def erase_texts_form(session: Session, voice: Voice, texts: Sequence[Erasable]) -> QDialog | None:
    """The form, with each text once; None where there is none that could be erased."""
    found = {one.commitment: one.says for one in texts}
    if not found:
        return None
    every = tuple(found)
    options: list[tuple[tuple[str, ...], Says]] = [
        ((commitment,), says) for commitment, says in found.items()
    ]
    if len(every) > 1:
        options.append((every, lambda voice: _all(len(every), voice)))
    return AskedDialog(
        session,
        voice,
        title=erase_texts_title,
        verb=lambda voice: voice.tr("Erase for good"),
        told=_told,
        asks=(picks("texts", lambda voice: voice.tr("Text"), options), reason()),
        makes=EraseTexts,
    )


def erase_texts_title(voice: Voice) -> str:
    return voice.tr("Erase texts")


def shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _all(count: int, voice: Voice) -> str:
    return voice.tr("all of these: {count}").format(count=voice.digits(str(count)))


def _told(voice: Voice) -> str:
    return voice.tr(
        "The text goes for good, here and in new copies; *** stands in its place. Amounts, days "
        "and accounts stay, and so does the proof. Who paid or was paid is kept for ten years."
    )
