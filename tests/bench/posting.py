"""Posting beside the limit: receipts one by one, and a sheet of everybody as one command."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from ledger.book import Book
from ledger.domain.commands import Command, Outcome
from ledger.domain.days import Month
from ledger.usecases.visiting import ReceiveVisit
from tests.bench.limits import BareFile, journal_rows
from tests.bench.table import Row, a_second, at_least, lines_a_second
from tests.bench.volume import LAST, Payer, Volume, items, opened, payers_of, sheet

_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory, where the system has one
_RECEIPTS, _WARM_RECEIPTS = 600, 50
_SHEETS, _WARM_SHEETS = 7, 1


def posting_rows(found: Volume, folder: Path) -> list[Row]:
    """Ours and the bare file hold the same years of entries before either is measured."""
    months = [LAST.plus(at) for at in range(1, _SHEETS + _WARM_SHEETS + 1)]
    with _both(found, folder, months[-1]) as (book, bare):
        payers = payers_of(book)
        sheets = _of_sheets(book, bare, payers, months)
        receipts = _of_receipts(book, bare, payers, months[-1])
    return [receipts, *_without_a_disk(found, months[-1]), sheets]


@contextmanager
def _both(found: Volume, folder: Path, until: Month) -> Iterator[tuple[Book, BareFile]]:
    path = Path(shutil.copy(found.path, folder / "posting.satcha"))
    with opened(path, until.last) as book, BareFile(folder / "bare.sqlite") as bare:
        bare.put(*journal_rows(book, 1, _last_entry(book)))
        bare.tidy()
        yield book, bare


def _without_a_disk(found: Volume, month: Month) -> list[Row]:
    """The same where a commit costs nothing: what our own work costs beside the bare rows."""
    if not _MEMORY.is_dir():
        return []
    with TemporaryDirectory(dir=_MEMORY) as folder, _both(found, Path(folder), month) as both:
        row = _of_receipts(*both, payers_of(both[0]), month)
    return [replace(row, what="the same in memory, without a disk", figure="", reached=None)]


def _last_entry(book: Book) -> int:
    rows = book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM entries"))
    return int(rows[0][0])


def _of_sheets(book: Book, bare: BareFile, payers: list[Payer], months: list[Month]) -> Row:
    ours, limits = [], []
    for at, month in enumerate(months):
        outcome, seconds = _timed(book, sheet(payers, month, at))
        limit, lines = bare.put_like(book, outcome)
        ours.append(lines / seconds)
        limits.append(lines / limit)
    return at_least(
        f"a sheet of {len(payers):,} members as one command",
        median(ours[_WARM_SHEETS:]),
        median(limits[_WARM_SHEETS:]),
        figure=0.20,
        show=lines_a_second,
    )


def _of_receipts(book: Book, bare: BareFile, payers: list[Payer], month: Month) -> Row:
    ours, limits = [], []
    chosen = (payers * (1 + _RECEIPTS // len(payers)))[:_RECEIPTS]
    for payer in chosen:
        visit = ReceiveVisit(
            member=payer.member, on=month.last, items=items(payer, with_income=True)
        )
        outcome, seconds = _timed(book, visit)
        limit, _ = bare.put_like(book, outcome)
        ours.append(1 / seconds)
        limits.append(1 / limit)
    return at_least(
        "one receipt of five lines, durable",
        median(ours[_WARM_RECEIPTS:]),
        median(limits[_WARM_RECEIPTS:]),
        figure=0.35,
        show=a_second,
    )


def _timed(book: Book, command: Command) -> tuple[Outcome, float]:
    before = perf_counter()
    outcome = book.run(command)
    return outcome, perf_counter() - before
