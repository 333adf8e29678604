"""What is said when a copy becomes the book again."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.days import Month
from reports.words.voice import Voice


def lists_unread(files: Sequence[str], voice: Voice) -> str:
    """That nobody knows who was erased, or what was locked, after the copy was made."""
    return voice.tr(
        "These lists cannot be read: {files}. Persons who were erased after the copy was made may "
        "be in the book again, and months that were locked may be open: erase and lock them again."
    ).format(files=", ".join(files))


def locked_again(through: str, voice: Voice) -> str:
    """That months (up to ``YYYY-MM``) are locked which the copy did not know to be locked."""
    return voice.tr(
        "The copy was made before its book was locked up to {month}: these months are "
        "locked again. Enter what is missing in them on a day of an open month."
    ).format(month=voice.month(Month.parse(through)))
