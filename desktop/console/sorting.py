"""``satcha sort`` and ``satcha id-check``: Thai dictionary order, and the check digit of an ID."""

from __future__ import annotations

from desktop.console.arguments import Call, Given
from desktop.console.cases import LINES_OPTION, answer_cases
from desktop.console.terminal import DONE, WANTING
from desktop.console.texts import N_


def _sort(given: Given) -> int:
    from desktop.console.reading import STANDARD_INPUT, text_of
    from reports.words.sorting import thai_key

    text = text_of(given, STANDARD_INPUT)
    lines = (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n") if text)
    for line in sorted(lines, key=thai_key):
        given.terminal.answer(line)
    return DONE


def _check_id(given: Given) -> int:
    return answer_cases(given, "NUMBER", _checked)


def _checked(text: str) -> tuple[str, int]:
    import json

    from ledger.domain.identity import problem_of

    problem = problem_of(text)
    told = {
        "number": text,
        "valid": problem is None,
        "problem": None if problem is None else problem.value,
    }
    return json.dumps(told, ensure_ascii=False), DONE if problem is None else WANTING


CALLS = (
    Call("sort", N_("sorts the lines of standard input in Thai dictionary order"), _sort),
    Call(
        "id-check",
        N_("checks form and check digit of a Thai national ID number"),
        _check_id,
        places=("[NUMBER]",),
        options=(LINES_OPTION,),
    ),
)
