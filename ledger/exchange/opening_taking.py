"""Takes a workbook over: all of it is rehearsed first, then every sheet is an act of its own.

What is cut short between two sheets leaves whole sheets behind. The same file read again finds them
in the book and goes on with the next; taking back the workbook takes all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ledger.domain.commands import Outcome
from ledger.exchange.opening_file import OpeningFile
from ledger.queries.opening import OpeningLists


def take_over(
    run: Callable[..., Outcome], found: OpeningFile, lists: OpeningLists, source: str
) -> Iterator[tuple[str, Outcome]]:
    """Every sheet with what it brought; ``lists`` are those that the workbook was read with.

    Raises:
        MissingField, and the refusals of ``carry_forward``: why nothing more was taken over.
    """
    whole = found.command(source)
    run(whole, rehearse=True)
    workbook = lists.carried.unfinished.get((source, whole.on))
    for sheet in found.sheets(source):
        outcome = run(replace(sheet, workbook=workbook))
        if workbook is None:
            workbook = int(str(outcome.made["carrying"]))
        yield sheet.sheet, outcome
