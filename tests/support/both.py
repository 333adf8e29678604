"""One book in a file and on a server, and everything that can be asked of both."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ledger.book import Book
from ledger.domain.codec import plain_value
from ledger.domain.days import Month
from ledger.domain.refusals import Refusal
from ledger.queries import QUESTIONS
from ledger.queries.samples import Sampled

# What a parameter may be, by its name; columns are read out of the book.
_OF_BOOK = {
    "account": "SELECT DISTINCT code FROM accounts WHERE head = 0 ORDER BY code",
    "act": "SELECT number FROM acts ORDER BY number",
    "bank": "SELECT DISTINCT code FROM bank_accounts ORDER BY code",
    "carrying": "SELECT DISTINCT number FROM carryings ORDER BY number",
    "claim": "SELECT DISTINCT number FROM welfare_claims ORDER BY number",
    "code": "SELECT DISTINCT code FROM welfare_rules ORDER BY code",
    "entry": "SELECT number FROM entries ORDER BY number",
    "fund": "SELECT DISTINCT code FROM funds ORDER BY code",
    "grant": "SELECT DISTINCT code FROM grants ORDER BY code",
    "lease": "SELECT DISTINCT code FROM leases ORDER BY code",
    "member": "SELECT DISTINCT number FROM members ORDER BY number",
    "policy": "SELECT DISTINCT code FROM insurance_policies ORDER BY code",
    "project": "SELECT DISTINCT code FROM projects ORDER BY code",
    "receipt": "SELECT series || year || '/' || printf('%06d', number) FROM receipts ORDER BY 1",
    "round": "SELECT DISTINCT number FROM match_rounds ORDER BY number",
    "sheet": "SELECT DISTINCT sheet FROM sheet_receipts ORDER BY sheet",
    "type": "SELECT DISTINCT code FROM loan_types ORDER BY code",
    "voucher": "SELECT series || year || '/' || printf('%06d', number) FROM vouchers ORDER BY 1",
    "zone": "SELECT DISTINCT code FROM zones ORDER BY code",
}
_CARDS = "SELECT MIN(number) FROM cards GROUP BY kind ORDER BY kind"
_DAYS = (date(2026, 3, 31), date(2026, 1, 31), date(2026, 12, 31))
_KNOWN: dict[str, tuple[Any, ...]] = {
    "at": _DAYS,
    "on": _DAYS,
    "today": _DAYS,
    "since": (date(2026, 1, 1), date(2026, 3, 1)),
    "until": _DAYS,
    "month": (Month(2026, 3), Month(2026, 1), Month(2026, 2)),
    "year": (2026, 2025),
    "count": (3,),
    "seed": ("2569",),
    "kind": tuple(Sampled),
    "text": ("000001", "ใจดี", "A"),
    "limit": (20, 2),
    "newest_first": (True, False),
}


def cases(book: Book, most: int = 8) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every question, asked in a few ways: what it must be told, then all it may be told."""
    of_book = {name: _first(book, statement) for name, statement in _OF_BOOK.items()}
    cards = book.ask(lambda reader: reader.rows(_CARDS))
    choices = {**of_book, **_KNOWN, "card": tuple(number for (number,) in cards)}
    for name, question in QUESTIONS.items():
        told = list(inspect.signature(question).parameters.values())[1:]
        needed = [one for one in told if one.default is inspect.Parameter.empty]
        more = [one for one in told if one in needed or _fits(one)]
        seen = set()
        ways = max((len(choices[one.name]) for one in more), default=1)
        for at in range(min(ways, most)):
            for chosen in (needed, more):
                named = {one.name: choices[one.name][at % len(choices[one.name])] for one in chosen}
                if repr(named) not in seen:
                    seen.add(repr(named))
                    yield name, named


def _first(book: Book, statement: str) -> tuple[Any, ...]:
    values = [row[0] for row in book.ask(lambda reader: reader.rows(statement))]
    return tuple(values[:1] + values[-1:] + values[len(values) // 2 :][:1])


def _fits(parameter: inspect.Parameter) -> bool:
    """Whether a choice by that name is of the kind this question takes."""
    if parameter.name == "kind":
        return False  # each question has kinds of its own
    return parameter.name == "card" or parameter.name in {**_OF_BOOK, **_KNOWN}


def answer(book: Book, name: str, named: dict[str, Any]) -> object:
    """What a book answers or refuses, as plain values."""
    question: Callable[..., object] = QUESTIONS[name]
    try:
        return plain_value(book.ask(question, **named))
    except Refusal as refusal:
        return refusal.name, str(refusal)
