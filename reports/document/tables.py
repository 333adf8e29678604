"""Tables as values: typed columns, typed rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reports.document.values import Align, Value


class Kind(Enum):
    """What a column is for: decides alignment, number format and width."""

    TEXT = "text"
    CODE = "code"  # account codes, receipt numbers: never wrapped, always text in a spreadsheet
    MONEY = "money"
    COUNT = "count"
    DAY = "day"
    PERCENT = "percent"


class RowStyle(Enum):
    NORMAL = "normal"
    HEADING = "heading"  # names the rows below it and stays with the first of them
    SUBTOTAL = "subtotal"  # hairline above, strong
    TOTAL = "total"  # hairline above, double line below, strong


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``weight`` shares out the width left over by the figures (0: as wide as its longest content).
    ``adds`` is False where adding up means nothing (running balances, ages): a spreadsheet then
    gets no sum. Neighbours with the same ``group`` stand under one common head.
    """

    title: str
    kind: Kind = Kind.TEXT
    weight: int = 0
    align: Align | None = None  # None: by kind
    adds: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells in the order of the columns, ``indent`` in steps of the first text cell."""

    cells: tuple[Value, ...]
    style: RowStyle = RowStyle.NORMAL
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``grid`` draws boxes for handwriting, ``row_height`` (mm) makes room for it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    name: str = ""  # of the sheet in a spreadsheet; empty: the caption or the heading above
    when_empty: str = ""  # what stands there when no row does
    keep_together: bool = False
    repeat_head: bool = True
    grid: bool = False
    row_height: int = 0

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table has columns")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row has one cell for each column")
