"""What the program says by itself, and how it says it again in another language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.parts.words import Says, Spoken, retell
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice


def speak(widget: QWidget, voice: Voice) -> None:
    """Tell a window and everything in it in another voice."""
    if isinstance(widget, Spoken):
        widget.set_voice(voice)
    retell(widget, voice)


def says(refusal: Refusal) -> Says:
    return lambda voice: sentence(refusal, voice)


def restoring(voice: Voice) -> str:
    return voice.tr("Restoring the book and checking it whole")


def making(voice: Voice) -> str:
    return voice.tr("Making the practice book")
