"""Statements of so many members of a book into one PDF: a process whose memory is measured."""

from __future__ import annotations

import sys
from pathlib import Path

from ledger.book import Book
from ledger.queries import QUESTIONS
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.words.voice import Voice
from tests.bench.volume import LAST
from tests.support.clocks import CountedLetters, StandingClock


def main() -> None:
    path, count, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    voice, clock = Voice("th"), StandingClock(LAST.last)
    with Book.open(path, clock=clock, chance=CountedLetters("batch")) as book:
        rows = book.ask(QUESTIONS["members"]).rows[:count]
        printed = Printed("bench", clock.now())
        kind = PAPERS["member-statement"]
        papers = (made(kind, book.ask, {"member": row.number}, voice, printed) for row in rows)
        render_pdf(papers, voice, out)


if __name__ == "__main__":
    main()
