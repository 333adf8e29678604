"""What the frame says of a book: whose it is, which months are open, whether the cards agree."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.days import Month
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class OpenMonths:
    """The months that are not closed, up to that of today."""

    first: Month
    last: Month

    def text(self, voice: Voice) -> str:
        """``ตุลาคม 2569 · เปิดอยู่``; several months as the first and the last of them."""
        if self.first >= self.last:
            return voice.tr("{month} · open").format(month=voice.month(self.last))
        return voice.tr("{first} to {last} · open").format(
            first=voice.month(self.first), last=voice.month(self.last)
        )


def open_months(*, closed_through: str | None, begins: Month, today: Month) -> OpenMonths:
    """The months from the first open one to today's; ``begins`` is the book's first month."""
    first = begins if closed_through is None else Month.parse(closed_through).plus(1)
    return OpenMonths(min(first, today), today)
