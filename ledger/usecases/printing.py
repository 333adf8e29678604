"""Printing of numbered papers, counted: the first is the original, every later one a copy."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.papers import PaperPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPrint(Command):
    """A paper was sent to a printer; ``made`` names how often so far (1 is the original)."""

    paper: str


def record_print(command: RecordPrint, books: Books) -> None:
    copy = books.next_number(PaperPrint, paper=command.paper)
    books.add(PaperPrint(command.paper, copy))
    books.make(paper=command.paper, copy=copy)
