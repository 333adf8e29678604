"""Live sums: where a total is the sum of rows above it, the spreadsheet adds them up itself.

A formula is written only when it gives exactly the figure on the paper; otherwise the figure stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ledger.domain.money import Money
from reports.document import Column, RowStyle, Table, Value

_CLOSING = frozenset({RowStyle.SUBTOTAL, RowStyle.TOTAL})
_MOST_PARTS = 200  # the arguments of one formula


@dataclass(slots=True)
class _Above:
    """The rows above that a total may be the sum of, as row numbers of the sheet."""

    since_break: list[int] = field(default_factory=list)
    since_total: list[int] = field(default_factory=list)
    subtotals: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)


def formulas(table: Table, nth: int, letter: str, first_row: int) -> dict[int, str]:
    """For column ``nth`` (``letter`` in the sheet), formulas by the place of their row."""
    if not adds_up(table.columns[nth]) or not any(row.style in _CLOSING for row in table.rows):
        return {}
    above = _Above()
    amounts: dict[int, int] = {}
    found: dict[int, str] = {}
    for place, row in enumerate(table.rows):
        number = first_row + place
        amount = _amount(row.cells[nth])
        if row.style in _CLOSING and amount is not None:
            parts = _parts_that_add_up(row.style, above, amounts, amount)
            if parts:
                found[place] = f"=SUM({','.join(_range(letter, *part) for part in parts)})"
        amounts[number] = amount or 0
        _note(above, row.style, number)
    return found


def adds_up(column: Column) -> bool:
    return column.adds and column.kind.value in {"money", "count"}


def _amount(value: Value) -> int | None:
    if isinstance(value, Money):
        return value.satang
    return value if isinstance(value, int) else None


def _ways(style: RowStyle, above: _Above) -> Iterator[list[int]]:
    yield above.since_break
    if style is RowStyle.TOTAL:
        yield above.since_total
        yield above.subtotals
        yield [*above.subtotals, *above.since_break]
        yield above.all


def _parts_that_add_up(
    style: RowStyle, above: _Above, amounts: dict[int, int], amount: int
) -> list[tuple[int, int]]:
    """First and last rows of the parts whose sum is the amount; none where nothing fits."""
    for rows in _ways(style, above):
        if rows and sum(amounts[row] for row in rows) == amount:
            parts = list(_ranges(rows))
            if len(parts) <= _MOST_PARTS:
                return parts
    return []


def _note(above: _Above, style: RowStyle, number: int) -> None:
    if style is RowStyle.NORMAL:
        for rows in (above.since_break, above.since_total, above.all):
            rows.append(number)
        return
    above.since_break.clear()
    if style is RowStyle.SUBTOTAL:
        above.subtotals.append(number)
    elif style is RowStyle.TOTAL:
        above.since_total.clear()
        above.subtotals.clear()


def _ranges(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = before = rows[0]
    for row in rows[1:]:
        if row != before + 1:
            yield start, before
            start = row
        before = row
    yield start, before


def _range(letter: str, first: int, last: int) -> str:
    return f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"
