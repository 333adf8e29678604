"""Tables as one workbook, a sheet each, with real figures and days in typed cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from ledger.domain.money import SATANG_PER_BAHT, Money
from ledger.exchange.tables import Cell, Row, Table

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST_SHEET = 1_000_000  # rows; the format holds 48,576 more


def write_workbook(tables: Iterable[Table], out: BinaryIO) -> None:
    """Write the tables; one that is too long for a sheet goes on in the next."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in tables:
        for name, rows in _sheets(table):
            sheet = book.create_sheet(name)
            sheet.freeze_panes = "A2"
            sheet.append(table.columns)
            for row in rows:
                sheet.append([_cell(sheet, cell) for cell in row])
    book.save(out)


def _sheets(table: Table) -> Iterator[tuple[str, Iterator[Row]]]:
    rows = iter(table.rows)
    number = 1
    while True:
        name = table.name if number == 1 else f"{table.name} {number}"
        first = next(rows, None)
        if first is None and number > 1:
            return
        yield name, chain([] if first is None else [first], islice(rows, LONGEST_SHEET - 1))
        number += 1


def _cell(sheet: WriteOnlyWorksheet, cell: Cell) -> Any:
    if isinstance(cell, Money):
        return Decimal(cell.satang) / SATANG_PER_BAHT
    if isinstance(cell, str) and cell.startswith("="):
        return _typed_text(sheet, cell)
    return cell


def _typed_text(sheet: WriteOnlyWorksheet, text: str) -> Any:
    """A text that looks like a formula, as the text that it is."""
    from openpyxl.cell import WriteOnlyCell

    typed = WriteOnlyCell(sheet, text)
    typed.data_type = "s"
    return typed
