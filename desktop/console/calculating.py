"""The calculators of the books' rules, which need no book: JSON in, JSON out."""

from __future__ import annotations

from dataclasses import replace

from desktop.console.arguments import Call, Given, Option
from desktop.console.calculators import CALCULATORS
from desktop.console.cases import LINES_OPTION, answer_cases
from desktop.console.terminal import DONE
from desktop.console.texts import N_

_SAYS = {
    "plan": N_("computes the instalments of a loan"),
    "divide": N_("splits payments into penalty, interest and principal"),
    "savings-interest": N_("computes the interest of a savings account"),
    "dividend": N_("computes dividend and patronage refund"),
    "surplus": N_("allocates a net surplus and tests it against the law"),
    "welfare": N_("says what a welfare benefit comes to, and why"),
}


SCHEMA_OPTION = Option("schema", says=N_("shows the JSON schema of a case, and computes nothing"))


def _calculate(given: Given) -> int:
    if given.has("schema"):
        return _shown(given)
    from desktop.console.calculators.runner import calculator, read_case

    compute = calculator(given.call.name)
    return answer_cases(_with_file_read(given), "CASE", lambda text: compute(read_case(text, 1)))


def _shown(given: Given) -> int:
    from desktop.console.answers import json_text
    from desktop.console.calculators.runner import shape_of_case
    from desktop.console.schemas import schema_of

    given.terminal.answer(json_text(schema_of(shape_of_case(given.call.name))))
    return DONE


def _with_file_read(given: Given) -> Given:
    """What is not JSON itself is the name of a file, or ``-`` for standard input."""
    source = given.places.get("CASE", "")
    if not source or source.lstrip().startswith(("{", "[")):
        return given
    from desktop.console.reading import text_of

    return replace(given, places={"CASE": text_of(given, source)})


CALLS = tuple(
    Call(
        name,
        _SAYS.get(name, ""),
        _calculate,
        places=("[CASE]",),
        options=(LINES_OPTION, SCHEMA_OPTION),
    )
    for name in CALCULATORS
)
