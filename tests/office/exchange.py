"""The workbooks that people fill in or take away, through LibreOffice and back, and in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

from openpyxl import load_workbook

from ledger.exchange.formats import FILES
from ledger.exchange.opening_sheets import tab_of
from ledger.exchange.whole_book import WholeBook
from tests.console.calling import a_book, call
from tests.console.opening import fill
from tests.office.libreoffice import resaved
from tests.support.books import found_village
from tests.support.full import fill as full_book

# So it writes what is true or false: the figure below the formula is the same.
_TRUTH = {"=TRUE()": True, "=FALSE()": False}
_PAPER = {"a11010": (1250.5, None), "a21010": (None, "1,250.50")}
_REGISTERS: dict[str, list[tuple[Any, ...]]] = {
    "assets": [("A-1", "โต๊ะ", "equipment", 12_000, "1/2/2567", 2_000, 48)],
    "chart": [("11090", "สินทรัพย์", "เงินสดร้านค้า", "", "11000")],
}


def exchange_differences(folder: Path) -> list[str]:
    """What is lost of the opening workbook, blank and filled, and of everything out."""
    first, second = (_book(folder / name) for name in ("first", "second"))
    blank, filled = (folder / f"{name}.xlsx" for name in ("blank", "filled"))
    assert call("opening-workbook", first, "--out", blank).code == 0
    copy(blank, filled)
    _fill(filled)
    again = resaved([blank, filled], folder / "again")
    found = [line for one in (blank, filled) for line in lost_values(one, again[one])]
    found += _imported_alike(first, filled, second, again[filled])
    return [*found, *_of_everything(folder / "full")]


def _of_everything(folder: Path) -> Iterator[str]:
    """The registers and the groups of a book that has a row of every kind."""
    folder.mkdir()
    with full_book(found_village(folder, year_ends_in=2)).book as book:
        for form in ("xlsx", "groups"):
            with (folder / f"{form}.xlsx").open("wb") as out:
                FILES[form](WholeBook(book), out)
    workbooks = sorted(folder.glob("*.xlsx"))
    again = resaved(workbooks, folder / "again")
    for one in workbooks:
        yield from lost_values(one, again[one])


def lost_values(first: Path, second: Path | None) -> Iterator[str]:
    """Sheets, values, drop-downs and notes that the second workbook does not have."""
    if second is None:
        yield f"{first.name} could not be opened"
        return
    ours, theirs = load_workbook(first), load_workbook(second)
    if ours.sheetnames != theirs.sheetnames:
        yield f"{first.name}: sheets {ours.sheetnames} became {theirs.sheetnames}"
        return
    for sheet in ours:
        for line in _lost_of(sheet, theirs[sheet.title]):
            yield f"{first.name} {sheet.title}: {line}"


def _lost_of(sheet: Any, other: Any) -> Iterator[str]:
    if len(sheet.data_validations.dataValidation) != len(other.data_validations.dataValidation):
        yield "drop-downs"
    if sheet.sheet_state != other.sheet_state:
        yield f"is {other.sheet_state}"
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        its = other[cell.coordinate].value
        its = _TRUTH.get(its, its) if isinstance(its, str) else its
        if cell.value not in {None, ""} and cell.value != its:
            yield f"{cell.coordinate} {cell.value!r} became {its!r}"
        if cell.comment and not other[cell.coordinate].comment:
            yield f"note of {cell.coordinate}"


def _book(folder: Path) -> Path:
    folder.mkdir()
    return a_book(folder)


def _fill(workbook: Path) -> None:
    fill(workbook, **_PAPER, a18030=(12_000, None), a18035=(None, 2_000), a33010=(None, 10_000))
    filled = load_workbook(workbook)
    for sheet, rows in _REGISTERS.items():
        for row in rows:
            filled[tab_of(sheet)].append(row)
    filled.save(workbook)


def _imported_alike(first: Path, ours: Path, second: Path, theirs: Path | None) -> Iterator[str]:
    """Both workbooks make the same book."""
    told: list[Any] = []
    for book, workbook in ((first, ours), (second, theirs)):
        answered = call("import", book, workbook)
        if answered.code:
            yield f"{workbook}: {answered.err}"
            return
        rows = call("ask", book, "trial-balance").json["rows"]
        told.append((answered.json["made"]["members"], answered.json["read"], rows))
    if told[0] != told[1]:
        yield f"{ours.name}: another book came of what was saved again"
