"""Runs a calculator: one case, or a case per line, so that thousands of cases cost one start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

from desktop.console.calculators import CALCULATORS

if TYPE_CHECKING:
    from ledger.domain.refusals import Refusal

DONE, WANTING, REFUSED = 0, 1, 2

Words = Callable[["Refusal"], "dict[str, str]"]


def run_case(name: str, text: str, out: TextIO, words: Words) -> int:
    """Answer the one case; 0 done, 1 a test in the answer does not hold, 2 refused.

    ``words`` makes the sentence of a refusal in both languages.
    """
    line, code = _answered(calculator(name), text, words, line=1)
    out.write(f"{line}\n")
    return code


def run_lines(name: str, lines: Iterable[str], out: TextIO, words: Words) -> int:
    """Answer every line that holds a case with a line; a refusal stands in its case's place.

    Answers the highest number of all lines.
    """
    worst, compute = DONE, calculator(name)
    for number, text in enumerate(lines, start=1):
        if text.strip():
            line, code = _answered(compute, text, words, line=number)
            out.write(f"{line}\n")
            worst = max(worst, code)
    return worst


def calculator(name: str) -> Callable[[object], tuple[str, int]]:
    """The calculator of that name, imported now: from a case to its JSON text and number."""
    place, _, function = CALCULATORS[name].partition(":")
    module = import_module(place)
    as_text: Callable[[object], str] | None = getattr(module, f"{function}_text", None)
    if as_text is not None:
        return lambda case: (as_text(case), DONE)
    answer: Callable[[object], dict[str, Any]] = getattr(module, function)

    def compute(case: object) -> tuple[str, int]:
        found = answer(case)
        return _json(found), DONE if found.get("passed", True) else WANTING

    return compute


def _answered(
    compute: Callable[[object], tuple[str, int]], text: str, words: Words, *, line: int
) -> tuple[str, int]:
    from ledger.domain.refusals import Refusal

    try:
        return compute(read_case(text, line))
    except Refusal as refusal:
        told = {"refusal": refusal.name, "facts": refusal.facts(), "sentence": words(refusal)}
        return _json(told), REFUSED


def read_case(text: str, line: int) -> dict[str, Any]:
    """The object that the text is; no number ever becomes a binary fraction.

    Raises:
        NotJson: it is something else, a name stands twice, or a number is none (``NaN``).
    """
    import json
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


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, allow_nan=False)
