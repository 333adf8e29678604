"""Rows of a CSV file or a workbook of somebody else, by the fields of a mapping."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from ledger.book import given_files
from ledger.domain.import_maps import ImportMap, TextEncoding
from ledger.domain.refusals import WorkbookTooLarge
from ledger.domain.refusals.importing import FileTooLarge
from ledger.domain.refusals.mapping import EncodingWrong, HeadingsMissing
from ledger.exchange import apart
from ledger.exchange.cells import shown
from ledger.exchange.csv_files import unescaped
from ledger.exchange.encodings import UTF8, WINDOWS_THAI, reads_as
from ledger.exchange.untrusted import LARGEST_FILE

_PYTHON = {TextEncoding.UTF_8: UTF8, TextEncoding.WINDOWS_874: WINDOWS_THAI}
_OTHER = {
    TextEncoding.UTF_8: TextEncoding.WINDOWS_874,
    TextEncoding.WINDOWS_874: TextEncoding.UTF_8,
}
_NEAR_THE_TOP = 50  # banks write some lines above the headings


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One row of the file: where it stands, and the cell of each field."""

    number: int
    cells: dict[str, Any]


def mapped_rows(path: Path, mapping: ImportMap) -> Iterator[MappedRow]:
    """The rows below the headings that say something.

    Raises:
        EncodingWrong, HeadingsMissing, WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros,
        WorkbookUnreadable: why it cannot be read.
        OSError: the file cannot be opened.
    """
    rows = (
        _of_workbook(path)
        if path.suffix.lower() in {".xlsx", ".xlsm"}
        else _of_text(path, mapping.encoding)
    )
    first = list(islice(rows, _NEAR_THE_TOP))
    wanted = {heading: field for field, heading in mapping.headings.items()}
    for at, (_, cells) in enumerate(first):
        names = [" ".join(shown(cell).split()) for cell in cells]
        if wanted.keys() <= set(names):
            places = [wanted.get(name) for name in names]
            yield from _below(first[at + 1 :], places)
            yield from _below(rows, places)
            return
    found = tuple(shown(cell) for cell in first[0][1]) if first else ()
    raise HeadingsMissing(path.name, tuple(wanted), found)


def headings_of(path: Path, encoding: TextEncoding = TextEncoding.UTF_8) -> tuple[str, ...]:
    """What the columns of a file are called: the fullest row near the top, the first of such.

    Raises:
        What ``mapped_rows`` raises: why it cannot be read.
        OSError: the file cannot be opened.
    """
    rows = (
        _of_workbook(path)
        if path.suffix.lower() in {".xlsx", ".xlsm"}
        else _of_text(path, encoding)
    )
    named = [
        tuple(" ".join(shown(cell).split()) for cell in cells)
        for _, cells in islice(rows, _NEAR_THE_TOP)
    ]
    fullest = max(named, key=lambda cells: sum(map(bool, cells)), default=())
    return tuple(dict.fromkeys(cell for cell in fullest if cell))


def _below(rows: Any, places: list[str | None]) -> Iterator[MappedRow]:
    for number, cells in rows:
        named = zip_longest(places, cells)
        values = {field: cell for field, cell in named if field is not None}
        if any(shown(cell) for cell in values.values()):
            yield MappedRow(number, values)


def _of_workbook(path: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for _, number, cells in apart.sheet_rows(path):
        yield number, cells


def _parting(top: str) -> str:
    """What stands between the columns: the mark that is most frequent near the top."""
    return max(",;\t", key=top.count)


def _of_text(path: Path, encoding: TextEncoding) -> Iterator[tuple[int, tuple[Any, ...]]]:
    try:
        if not reads_as(path, _PYTHON[encoding], LARGEST_FILE):
            raise EncodingWrong(path.name, encoding.value, _OTHER[encoding].value)
        yield from _rows(path, encoding)
    except FileTooLarge as error:
        raise WorkbookTooLarge(path.name) from error
    except UnicodeDecodeError as error:  # it was changed since its encoding was looked at
        raise EncodingWrong(path.name, encoding.value, _OTHER[encoding].value) from error


def _rows(path: Path, encoding: TextEncoding) -> Iterator[tuple[int, tuple[Any, ...]]]:
    cells = 0
    with given_files.text(path, LARGEST_FILE, _PYTHON[encoding]) as text:
        reader = csv.reader(text, delimiter=_parting("".join(islice(text, _NEAR_THE_TOP))))
        text.seek(0)
        try:
            for row in reader:
                cells += len(row) or 1
                if cells > apart.MOST_CELLS:
                    raise WorkbookTooLarge(path.name)
                yield reader.line_num, tuple(unescaped(cell) for cell in row)
        except csv.Error as error:  # a cell of more letters than anybody types
            raise WorkbookTooLarge(path.name) from error
