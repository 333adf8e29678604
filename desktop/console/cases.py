"""Cases for calculators: one behind the call or on standard input, or with ``--lines`` many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop.console.arguments import Given, Option
from desktop.console.terminal import DONE
from desktop.console.texts import N_

if TYPE_CHECKING:
    from ledger.domain.refusals import Refusal

LINES_OPTION = Option("lines", says=N_("a case per line of standard input, an answer per line"))

Answer = Callable[[str], tuple[str, int]]


def answer_cases(given: Given, place: str, answer: Answer) -> int:
    """Answer the case, or every line that holds one; a refused line is answered by its refusal.

    ``answer`` makes of a text the text that is answered, and the number to leave with; of many
    lines the highest number counts.

    Raises:
        Refusal: the one case is refused.
    """
    if not given.has("lines"):
        text, code = answer(the_case(given, place))
        given.terminal.answer(text)
        return code
    worst = DONE
    for number, case in case_lines(given, place):
        worst = max(worst, _answer_line(given, number, case, answer))
    return worst


def the_case(given: Given, place: str) -> str:
    """The case in its place, or all of standard input.

    Raises:
        FileTooLarge, NotText: standard input is no case.
    """
    if place in given.places:
        return given.places[place]
    from desktop.console.reading import STANDARD_INPUT, text_of

    return text_of(given, STANDARD_INPUT).strip()


def case_lines(given: Given, place: str) -> Iterator[tuple[int, str]]:
    """The numbered lines that hold a case, of standard input or of the place itself.

    Raises:
        FileTooLarge: a line is no case, and never comes to its end.
    """
    lines = given.places[place].splitlines() if place in given.places else _incoming_lines(given)
    for number, line in enumerate(lines, start=1):
        if text := line.removeprefix("\ufeff").strip():
            yield number, text


def _incoming_lines(given: Given) -> Iterator[str]:
    from desktop.console.reading import JSON_FILE, STANDARD_INPUT
    from ledger.book.given_files import whole_lines

    return whole_lines(given.terminal.incoming, STANDARD_INPUT, JSON_FILE)


def _answer_line(given: Given, number: int, case: str, answer: Answer) -> int:
    try:
        text, code = answer(case)
    except Exception as error:
        from ledger.domain.refusals import Refusal

        if not isinstance(error, Refusal):
            raise
        return _refuse_line(given, number, error)
    given.terminal.answer(text)
    return code


def _refuse_line(given: Given, number: int, refusal: Refusal) -> int:
    from desktop.console.leaving import leave_refused
    from ledger.domain.refusals import NotJson

    if isinstance(refusal, NotJson):
        refusal = NotJson(number, refusal.problem)  # the case knows nothing of other lines
    return leave_refused(refusal, given.terminal, given.language, line=number)
