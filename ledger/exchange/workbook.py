"""Tables as one workbook, a sheet each, with real figures and days in typed cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from ledger.domain.money import SATANG_PER_BAHT, Money
from ledger.exchange.tables import Cell, Row, Table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

CONTENTS = "สารบัญ contents"
LONGEST_SHEET = 1_000_000  # rows; the format holds 48,576 more


@dataclass(frozen=True, slots=True)
class Names:
    """What a table is called in the list at the front."""

    th: str
    en: str


def write_workbook(tables: Iterable[Table], out: BinaryIO) -> None:
    """Write the tables; one that is too long for a sheet goes on in the next."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in tables:
        _write_table(book, table)
    book.save(out)


def write_registers(tables: Iterable[Table], names: Mapping[str, Names], out: BinaryIO) -> None:
    """Write the tables behind a list of them; a detail without any row has no sheet of its own."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    listed = book.create_sheet(CONTENTS)
    listed.freeze_panes = "A2"
    for column, width in (("A", 24), ("B", 44), ("C", 44), ("D", 14)):
        listed.column_dimensions[column].width = width
    listed.append(("แผ่นงาน / Sheet", "ไทย", "English", "แถว / Rows"))
    for table in tables:
        count = _write_table(book, table)
        name = names.get(table.name, Names(table.name, table.name))
        place = table.name if count is None else _link(listed, table.name)
        listed.append((place, name.th, name.en, count or 0))
    book.save(out)


def _write_table(book: Workbook, table: Table) -> int | None:
    """How many rows were written; None where there is no sheet."""
    count = 0
    for name, rows in _sheets(table):
        first = next(rows, None)
        if first is None and table.detail:
            return None
        sheet = book.create_sheet(name)
        sheet.freeze_panes = f"A{len(table.above) + 2}"
        for line in table.above:
            sheet.append((_cell(sheet, line),))
        sheet.append(table.columns)
        for row in () if first is None else chain([first], rows):
            sheet.append([_cell(sheet, cell) for cell in row])
            count += 1
    return count


def _link(sheet: WriteOnlyWorksheet, name: str) -> Any:
    """The name of a sheet, which leads to it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = WriteOnlyCell(sheet, name)
    cell.hyperlink = Hyperlink(ref="", location=f"'{name}'!A1")
    return cell


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
