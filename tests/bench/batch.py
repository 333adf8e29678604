"""Statements of so many members of a book into one PDF: a process whose memory is measured."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.papers.making import documents, everybody, single
from desktop.papers.state import Wanted
from ledger.book import Book
from reports.render.pdf import render_pdf
from reports.words.voice import Voice
from tests.bench.volume import LAST
from tests.support.clocks import CountedLetters, StandingClock


def main() -> None:
    path, count, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    voice, clock = Voice("th"), StandingClock(LAST.last)
    with Book.open(path, clock=clock, chance=CountedLetters("batch")) as book:
        members = everybody(book.ask, today=LAST.last)[:count]
        wanted = single(Wanted("member-statement", everybody=True), members)
        papers = documents(book.ask, wanted, user="bench", now=clock.now())
        render_pdf(papers, voice, out)


if __name__ == "__main__":
    main()
