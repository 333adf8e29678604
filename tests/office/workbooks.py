"""Two workbooks side by side: what the second one no longer says, or calculates differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

_PARTS = re.compile(r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")
_QUOTES = re.compile(r'[\\"]')
_CALENDAR = re.compile(r"\[\$-107[0-9A-F]{4}\]")
_WIDTH = 0.6  # letters; another program counts the edge of a column differently


@dataclass(slots=True)
class Seen:
    """What was looked at, and a line for everything that differs."""

    lost: list[str] = field(default_factory=list)
    cells: int = 0
    sums: int = 0


def differences(first: Path, second: Path | None) -> Seen:
    """What ``second`` has lost of ``first``; None stands for a file that could not be opened."""
    seen = Seen()
    if second is None:
        seen.lost.append("could not be opened")
        return seen
    ours, theirs = load_workbook(first), load_workbook(second)
    figures = load_workbook(second, data_only=True)
    if ours.sheetnames != theirs.sheetnames:
        seen.lost.append(f"sheets {ours.sheetnames} became {theirs.sheetnames}")
        return seen
    for name in ours.sheetnames:
        lines = [*_of_page(ours[name], theirs[name])]
        lines += _of_cells(ours[name], theirs[name], figures[name], seen)
        seen.lost += [f"{name}: {line}" for line in lines]
    return seen


def _of_page(ours: Any, theirs: Any) -> Iterator[str]:
    """Repeated heads, merged cells, paper, footer and widths.

    Not frozen heads: who saves without a window writes no view, of any workbook.
    """
    if ours.print_title_rows != theirs.print_title_rows:
        yield f"repeated rows {ours.print_title_rows} became {theirs.print_title_rows}"
    if _merged(ours) != _merged(theirs):
        yield "merged cells"
    for what in ("paperSize", "orientation", "fitToWidth", "fitToHeight"):
        mine, other = getattr(ours.page_setup, what), getattr(theirs.page_setup, what)
        if str(mine) != str(other):
            yield f"{what} {mine} became {other}"
    for side in ("left", "right"):
        mine, other = (getattr(one.oddFooter, side).text for one in (ours, theirs))
        if (mine or "") != (other or ""):
            yield f"footer {mine!r} became {other!r}"
    yield from _of_widths(_widths(ours), _widths(theirs))


def _of_widths(ours: dict[int, float], theirs: dict[int, float]) -> Iterator[str]:
    for letter, width in ours.items():
        if abs(theirs.get(letter, 0) - width) > _WIDTH:
            yield f"column {letter} {width} became {theirs.get(letter)}"


def _merged(sheet: Any) -> set[str]:
    return {str(one) for one in sheet.merged_cells.ranges}


def _widths(sheet: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    for one in sheet.column_dimensions.values():
        for column in range(one.min, one.max + 1):
            found[column] = one.width
    return found


def _of_cells(ours: Any, theirs: Any, figures: Any, seen: Seen) -> Iterator[str]:
    for row in ours.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            seen.cells += 1
            other, figure = theirs[cell.coordinate], figures[cell.coordinate]
            if cell.data_type == "f":
                seen.sums += 1
                yield from _of_sum(ours, cell, other, figure)
            elif not _same(cell.value, other.value):
                yield f"{cell.coordinate} {cell.value!r} became {other.value!r}"
            yield from _of_looks(cell, other)


def _of_sum(sheet: Any, cell: Any, other: Any, figure: Any) -> Iterator[str]:
    if other.data_type != "f" or other.value.replace("$", "") != cell.value:
        yield f"{cell.coordinate} {cell.value} became {other.value!r}"
    expected = calculated(sheet, cell.coordinate)
    if not isinstance(figure.value, int | float) or in_hundredths(figure.value) != expected:
        yield f"{cell.coordinate} {cell.value} is {figure.value!r}, not {expected / 100}"


def _of_looks(cell: Any, other: Any) -> Iterator[str]:
    if cell.data_type != other.data_type:
        yield f"{cell.coordinate} type {cell.data_type} became {other.data_type}"
    if _format(cell) != _format(other):
        yield f"{cell.coordinate} format {cell.number_format} became {other.number_format}"
    looks = [
        (bool(one.font.b), one.alignment.horizontal, one.alignment.wrap_text or False)
        for one in (cell, other)
    ]
    if looks[0] != looks[1]:
        yield f"{cell.coordinate} looks {looks[0]} became {looks[1]}"


def _format(cell: Any) -> str:
    """The format with one way of quoting; of a calendar only its number, not the language."""
    return _CALENDAR.sub("[$-107]", _QUOTES.sub("", cell.number_format))


def _same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return bool(ours == theirs)


def calculated(sheet: Any, place: str) -> int:
    """What a cell comes to in hundredths, by adding up itself what its formula names."""
    value = sheet[place].value
    if not isinstance(value, str) or not value.startswith("=SUM("):
        return in_hundredths(value) if isinstance(value, int | float) else 0
    return sum(
        calculated(sheet, cell.coordinate)
        for part in _PARTS.findall(value)
        for cell in _cells_of(sheet, part)
    )


def _cells_of(sheet: Any, part: str) -> Iterator[Any]:
    left, top, right, bottom = range_boundaries(part)
    for row in sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right):
        yield from row


def in_hundredths(value: float) -> int:
    return int((Decimal(repr(value)) * 100).to_integral_value())
