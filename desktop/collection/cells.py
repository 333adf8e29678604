"""What a cell of the grid stands for: its items, what is expected of them, and what is wrong."""

from __future__ import annotations

from enum import Enum

from ledger.domain.money import ZERO, Money, total
from ledger.queries.collection import ExpectedItem, SheetColumn, SheetRow
from reports.words.amounts import UNUSUAL_TIMES, AmountProblem


class CellProblem(Enum):
    """What is wrong with a cell beyond the amount itself."""

    NOT_WHOLE_SHARES = "not_whole_shares"
    MORE_THAN_OPEN = "more_than_open"
    NOTHING_HERE = "nothing_here"
    NO_ROOM = "no_room"
    UNUSUAL = "unusual"
    RECEIPTED = "receipted"


Problem = CellProblem | AmountProblem


def key_of(column: SheetColumn) -> str:
    return f"{column.item}:{column.code}"


def items_in(row: SheetRow, column: SheetColumn) -> list[ExpectedItem]:
    return [item for item in row.items if (item.item, item.column) == (column.item, column.code)]


def expected_of(items: list[ExpectedItem]) -> Money:
    return total(item.expected for item in items)


def usual_of(items: list[ExpectedItem]) -> Money:
    """What this member pays here as a rule; zero where nothing is known."""
    return total(max(item.usual, item.monthly, item.expected) for item in items)


def is_unusual(items: list[ExpectedItem], amount: Money) -> bool:
    """Ten times the habit, or more (interface.md, "Everywhere")."""
    usual = usual_of(items)
    return usual > ZERO and amount >= usual * UNUSUAL_TIMES


def wrong_with(items: list[ExpectedItem], amount: Money) -> CellProblem | None:
    """What is wrong with an amount for these items."""
    par = items[0].par
    if par > ZERO and amount.satang % par.satang != 0:
        return CellProblem.NOT_WHOLE_SHARES
    if items[0].item == "charge" and amount > expected_of(items):
        return CellProblem.MORE_THAN_OPEN
    return None
