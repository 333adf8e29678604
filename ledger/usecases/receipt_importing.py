"""Receipts from a file of another program or a spreadsheet, booked in one act."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.import_runs import ImportKind
from ledger.domain.refusals import NothingToDo
from ledger.usecases.import_back import keep_run
from ledger.usecases.visiting import ReceiveVisit, visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReceipts(Command):
    """What members paid, as the rows of a file say; every visit gets its receipt."""

    visits: tuple[ReceiveVisit, ...]
    source: str = ""


def import_receipts(command: ImportReceipts, books: Books) -> None:
    """Book all of them or none.

    Raises:
        NothingToDo, and the refusals of ``visit``: why nothing was booked.
    """
    if not command.visits:
        raise NothingToDo("import-receipts")
    entries = [visit(one, books).receipt.entry for one in command.visits]
    keep_run(books, ImportKind.RECEIPTS, command.source, entries)
    books.make(receipts=len(entries), source=command.source)
