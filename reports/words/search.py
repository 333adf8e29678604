"""Finding a member by a name with typing slips; the same answer for the same list, always.

Names are compared in NFKC (trust.md 6.7). What sounds the same and is often exchanged, tone marks
and letters such as ศ ษ ส, weighs little; a few wrong, missing, doubled or swapped letters weigh
more. A member number matches as it is written, or without the noughts before it; never in part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from reports.words.figures import in_western_digits
from reports.words.sorting import thai_key

Row = TypeVar("Row")

_EXACT, _BEGINS, _WORD_BEGINS, _INSIDE, _SLIPPED = 100, 90, 85, 75, 60
_PER_FOLDING, _PER_SLIP = 5, 10
_BY_NUMBER, _WITHOUT_NOUGHTS, _BY_ROW = 200, 190, 180

_TITLE = re.compile(r"^(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.|(?:mrs|mr|ms|miss)\b\.?)\s*")
_NOT_IN_NAMES = re.compile(r"[\s.,'\-()/]+")
_LIGHT = re.compile("[็์่้๊๋ํฺ]")
_SOUNDS_ALIKE = str.maketrans("ศษณฎฏฐฑฒธฬภฆฅฃใ", "สสนดตททททลพคคขไ") | {ord("ถ"): "ท"}


def best(
    query: str,
    rows: Iterable[Row],
    *,
    name: Callable[[Row], str],
    number: Callable[[Row], str],
    most: int = 20,
) -> list[Row]:
    """The rows that match, best first, then in Thai order."""
    found: list[tuple[int, str, str, Row]] = []
    for row in rows:
        score = _by_number(query, number(row)) or matches(query, name(row))
        score = score or _by_row(query, number(row), name(row))
        if score is not None:
            found.append((-score, thai_key(name(row)), number(row), row))
    return [row for *_, row in sorted(found, key=lambda one: one[:3])[:most]]


def is_number(query: str, number: str) -> bool:
    """Whether the query is exactly this member number, in Thai or Western digits."""
    return _letters(query) == _letters(number) != ""


def means_number(query: str, number: str) -> bool:
    """Whether the query is this member number, the noughts before it left out or not."""
    return is_number(_bare(query), _bare(number))


def _by_number(query: str, number: str) -> int | None:
    if is_number(query, number):
        return _BY_NUMBER
    return _WITHOUT_NOUGHTS if means_number(query, number) else None


def _by_row(query: str, number: str, name: str) -> int | None:
    """A row of a list, as it is copied: the number, then the name; after a tab anything goes."""
    parts = query.split(maxsplit=1)
    if len(parts) < 2 or not _by_number(parts[0], number):
        return None
    return _BY_ROW if "\t" in query.strip() or matches(parts[1], name) else None


def _bare(text: str) -> str:
    digits = _letters(text)
    return digits.lstrip("0") if digits.isdecimal() else digits


def matches(query: str, name: str) -> int | None:
    """How well the typed text fits the name, 1 to 100; None when it does not."""
    typed, written = _words(query), " ".join(_words(name))
    if len(typed) < 2:
        return _score(typed[0], written) if typed else None
    whole = _standing(" ".join(typed), written)
    if whole is not None:
        return whole
    # Family name first, slips, or only parts of both: then every typed word has to be found.
    parts = [_score(word, written) for word in typed]
    found = [part for part in parts if part is not None]
    return min(found) - 1 if len(found) == len(parts) else None


@lru_cache(maxsize=8_192)
def _words(text: str) -> tuple[str, ...]:
    plain = _TITLE.sub(
        "", in_western_digits(unicodedata.normalize("NFKC", text)).casefold().strip()
    )
    return tuple(word for word in _NOT_IN_NAMES.split(plain) if word)


def _letters(text: str) -> str:
    return in_western_digits(unicodedata.normalize("NFKC", text)).casefold().strip()


def _score(typed: str, name: str) -> int | None:
    standing = _standing(typed, name)
    if standing is not None:
        return standing
    sounds = _folded(typed)
    allowed = min(3, len(sounds) // 3)
    slips = _slips(sounds, _folded(name), allowed) if allowed else None
    return None if slips is None else _SLIPPED - _PER_SLIP * slips


def _standing(typed: str, name: str) -> int | None:
    """The score of a text that stands in the name as typed, or at least as it sounds."""
    direct = _place(typed, name)
    if direct is not None:
        return direct
    sounds = _folded(typed)
    alike = _place(sounds, _folded(name)) if sounds else None
    return None if alike is None else alike - _PER_FOLDING


def _place(typed: str, name: str) -> int | None:
    if typed == name:
        return _EXACT
    if name.startswith(typed):
        return _BEGINS
    if f" {typed}" in name:
        return _WORD_BEGINS
    return _INSIDE if typed in name else None


@lru_cache(maxsize=8_192)
def _folded(text: str) -> str:
    """Without tone marks and doubled letters, letters of one sound as one letter."""
    light = _LIGHT.sub("", text).translate(_SOUNDS_ALIKE)
    return re.sub(r"(.)\1+", r"\1", light)


def _slips(typed: str, name: str, allowed: int) -> int | None:
    """The fewest slips with which the typed text stands anywhere in the name.

    A slip is a letter too many, too few, wrong, or exchanged with its neighbour.
    """
    # Each slip explains at most one letter (two when exchanged) that the name does not have.
    if sum(letter not in name for letter in typed) > allowed:
        return None
    before, last = [0] * (len(name) + 1), [0] * (len(name) + 1)
    for row, letter in enumerate(typed, start=1):
        this = [row]
        for column, other in enumerate(name, start=1):
            cost = min(last[column - 1] + (letter != other), last[column] + 1, this[-1] + 1)
            if row > 1 < column and letter == name[column - 2] and other == typed[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
    fewest = min(last)
    return fewest if fewest <= allowed else None
