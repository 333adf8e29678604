"""Accounts by their full names, as programs for plain-text accounting write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ledger.domain.accounts import Kind
from ledger.queries.accounts import ChartRow
from ledger.usecases.importing import KINDS

# The first part of a full name, and what import-journal takes for it.
ROOTS = {
    Kind.ASSET: "assets",
    Kind.LIABILITY: "liabilities",
    Kind.EQUITY: "equity",
    Kind.INCOME: "income",
    Kind.EXPENSE: "expenses",
}

_ASCII_WORD = re.compile("[A-Za-z0-9]+")

Clean = Callable[[str], str]


def full_names(rows: Iterable[ChartRow]) -> dict[str, str]:
    """``assets:11000 Cash:11010 Cash in hand`` by code, for hledger, ledger and CSV.

    An account that came in under a full name keeps it. No two accounts get the same name.
    """
    return _named(rows, clean=_plain_part, keep=_plain_name)


def beancount_names(rows: Iterable[ChartRow]) -> dict[str, str]:
    """``Assets:11000-Cash:11010-Cash-in-hand`` by code: Latin letters, digits and dashes only."""
    return _named(rows, clean=_dashed_part, keep=_dashed_name)


def _named(rows: Iterable[ChartRow], *, clean: Clean, keep: Clean) -> dict[str, str]:
    by_code = {row.account: row for row in rows}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in by_code.values():
        if is_full_name(row.account, row.kind):
            name = keep(row.account)
        else:
            name = ":".join([keep(ROOTS[row.kind]), *_path(row, by_code, clean)])
        names[row.account] = _free(name, taken)
    return names


def is_full_name(code: str, kind: Kind) -> bool:
    """Whether the code itself says the kind and the place, as those of import-journal do."""
    return KINDS.get(code.partition(":")[0].casefold()) is kind


def _path(row: ChartRow, by_code: dict[str, ChartRow], clean: Clean) -> list[str]:
    """The parts from below the kind down to the account; the head that is the kind is left out."""
    parts: list[str] = []
    at: ChartRow | None = row
    while at is not None and (at.parent is not None or not at.head):
        parts.append(clean(f"{at.account} {at.name_en}"))
        at = by_code.get(at.parent) if at.parent is not None else None
    return parts[::-1]


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where another account has it already."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _plain_part(text: str) -> str:
    return _plain_name(text.replace(":", "-"))


def _plain_name(name: str) -> str:
    # Two spaces end a name and a semicolon begins a comment.
    return ":".join(" ".join(part.replace(";", ",").split()) or "-" for part in name.split(":"))


def _dashed_part(text: str) -> str:
    words = _ASCII_WORD.findall(text) or ["X"]
    return "-".join([words[0][0].upper() + words[0][1:], *words[1:]])


def _dashed_name(name: str) -> str:
    first, *rest = name.split(":")
    kind = KINDS[first.casefold()]
    return ":".join([ROOTS[kind].capitalize(), *(_dashed_part(part) for part in rest)])
