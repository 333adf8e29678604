"""Taking back what a file brought: all of its entries or statement lines, in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.banks import BankMatch
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.import_runs import ImportKind, ImportRun
from ledger.domain.refusals.carrying import NoSuchCarrying, TakenBackAlready
from ledger.usecases.recording import check_day, given
from ledger.usecases.reversing import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackImport(Command):
    """Undo one import: every entry of it that stands is reversed, receipts become void."""

    run: int
    on: date
    reason: str


def take_back_import(command: TakeBackImport, books: Books) -> None:
    """Reverse the entries, the last one first; lines of a statement stand in no list any more.

    Raises:
        NoSuchCarrying, TakenBackAlready, and the refusals of ``reverse``: why it stays.
    """
    run = books.newest(ImportRun, command.run)
    if run is None:
        raise NoSuchCarrying(command.run)
    if run.taken_back_on is not None:
        raise TakenBackAlready(command.run, run.taken_back_on)
    reason = given(command.reason)
    check_day(books, command.on)
    count = 0
    if run.kind is ImportKind.STATEMENT:
        count = len(run.numbers)
        for match in books.every(BankMatch, card=run.card):
            if match.bank_line in run.numbers and match.entry is not None:
                books.add(replace(match, entry=None))
    else:
        for number in reversed(run.numbers):
            if books.reversed_by(number) is None:
                reverse(books, number, on=command.on, reason=reason)
                count += 1
    books.add(replace(run, taken_back_on=command.on))
    books.make(run=run.number, taken_back=count)


def keep_run(  # noqa: PLR0913 - what there is to say of a file
    books: Books,
    kind: ImportKind,
    source: str,
    numbers: list[int],
    card: int | None = None,
    *,
    continued: bool = False,
) -> None:
    """Note what a file brought; a file that brought nothing is no import."""
    if not numbers:
        return
    run = ImportRun(books.next_number(ImportRun), kind, source, numbers[0], numbers[-1], card)
    before = next(reversed(books.every(ImportRun)), None) if continued else None
    if before is not None and _goes_on(before, run):
        run = replace(before, last=run.last)
    books.add(run)
    books.make(run=run.number)


def _goes_on(before: ImportRun, run: ImportRun) -> bool:
    """Whether the entries of a run come right behind those of one of the same file."""
    same = (before.kind, before.source, before.card) == (run.kind, run.source, run.card)
    return same and before.taken_back_on is None and before.last + 1 == run.first
