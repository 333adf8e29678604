"""Finds a calculator by its name and reads its case; nothing is imported before it is needed."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from desktop.console.calculators import CALCULATORS

DONE, WANTING = 0, 1


def calculator(name: str) -> Callable[[object], tuple[str, int]]:
    """The calculator of that name, imported now: from a case to its JSON and the call's number.

    The number is 1 where the answer says of itself that it has not ``passed``.
    """
    place, _, function = CALCULATORS[name].partition(":")
    module = import_module(place)
    as_text: Callable[[object], str] | None = getattr(module, f"{function}_text", None)
    if as_text is not None:
        return lambda case: (as_text(case), DONE)
    answer: Callable[[object], dict[str, Any]] = getattr(module, function)

    def compute(case: object) -> tuple[str, int]:
        found = answer(case)
        text = json.dumps(found, ensure_ascii=False, allow_nan=False)
        return text, DONE if found.get("passed", True) else WANTING

    return compute


def shape_of_case(name: str) -> type[Any]:
    """What a calculator reads: the dataclass ``Case`` of its module."""
    shape: type[Any] = import_module(CALCULATORS[name].partition(":")[0]).Case
    return shape


def read_case(text: str, line: int) -> dict[str, Any]:
    """The object that the text is; no number ever becomes a binary fraction.

    Raises:
        NotJson: it is something else, a name stands twice, or a number is none (``NaN``).
    """
    from decimal import Decimal

    from ledger.domain.refusals import NotJson

    try:
        found = json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except json.JSONDecodeError as error:
        raise NotJson(line + error.lineno - 1, f"{error.msg}, {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise NotJson(line, str(error) or "too deep") from error
    if not isinstance(found, dict):
        raise NotJson(line, "not an object")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice} stands twice")
    return found
