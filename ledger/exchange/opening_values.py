"""Reads the cells of the opening workbook by what their columns hold, against the book's lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ledger.domain.accounts import Account
from ledger.domain.identity import problem_of
from ledger.domain.lending import Direction
from ledger.domain.money import ZERO
from ledger.domain.refusals import (
    BadNationalId,
    MissingField,
    NotAChoice,
    UnknownAccount,
    UnknownMember,
)
from ledger.domain.seen import check_length, longest_of
from ledger.exchange.cells import (
    cell_amount,
    cell_count,
    cell_day,
    cell_digits,
    cell_rate,
    cell_text,
    shown,
)
from ledger.exchange.opening_sheets import CHOICES, OpeningColumn, chosen, labels_of
from ledger.queries.opening import OpeningLists

_READERS: dict[str, Callable[[Any], Any]] = {
    "amount": cell_amount,
    "some": cell_amount,
    "count": cell_count,
    "day": cell_day,
    "digits": cell_digits,
    "rate": cell_rate,
}
_EMPTY: dict[str, Any] = {
    "amount": ZERO,
    "members": (),
    **dict.fromkeys(("some", "count", "day", "rate")),
}
_BETWEEN = re.compile(r"[\s,;]+")


def choices_of(lists: OpeningLists) -> dict[str, tuple[str, ...]]:
    """The codes of the book that cells of each kind may name."""
    return {
        "zone": lists.zones,
        "savings": lists.savings,
        "shares": lists.shares,
        "bank": lists.banks,
        "loan": lists.types_of(Direction.OUT),
        "borrowing": lists.types_of(Direction.IN),
        "fund": lists.funds,
        "benefit": lists.benefits,
    }


@dataclass(slots=True)
class Values:
    """What cells may name: lists of the book, and members and accounts of rows above."""

    lists: OpeningLists
    members: set[str]
    accounts: dict[str, Account]
    choices: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.choices = choices_of(self.lists)

    def value(self, column: OpeningColumn, cell: Any) -> Any:
        """What the cell holds.

        Raises:
            Refusal: it is none of what the column asks for.
        """
        read = _READERS.get(column.kind) or cell_text
        value: Any = read(cell) if shown(cell) else None
        if value is None or value == "":
            if column.needed:
                raise MissingField(column.name)
            return _EMPTY.get(column.kind, "")
        if column.kind in CHOICES:
            return _choice(column, value)
        self._check(column, value)
        return self._several(value) if column.kind == "members" else value

    def _several(self, text: str) -> tuple[str, ...]:
        numbers = tuple(one for one in _BETWEEN.split(text) if one)
        for one in numbers:
            self._check_member(one)
        return numbers

    def _check(self, column: OpeningColumn, value: Any) -> None:
        choices = self.choices.get(column.kind)
        if choices is not None and value not in choices:
            raise NotAChoice(column.name, value, choices)
        if column.kind == "member":
            self._check_member(value)
        if column.kind == "account" and value not in self.accounts:
            raise UnknownAccount(value)
        if column.kind == "text":
            check_length(value, column.name, longest_of(column.name))
        if column.kind == "digits" and (problem := problem_of(value)) is not None:
            raise BadNationalId(problem.value)

    def _check_member(self, number: str) -> None:
        if not (number in self.lists.members or number in self.members):
            raise UnknownMember(number)


def _choice(column: OpeningColumn, text: str) -> str:
    if (value := chosen(column.kind, text)) is None:
        raise NotAChoice(column.name, text, labels_of(column.kind))
    return value
