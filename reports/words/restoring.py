"""What is said when a copy becomes the book again."""

from __future__ import annotations

from ledger.domain.days import Month
from reports.words.voice import Voice


def locked_again(through: str, voice: Voice) -> str:
    """That months (up to ``YYYY-MM``) are locked which the copy did not know to be locked."""
    return voice.tr(
        "The copy was made before its book was locked up to {month}: these months are "
        "locked again. Enter what is missing in them on a day of an open month."
    ).format(month=voice.month(Month.parse(through)))
