"""``satcha ask``: one question, its answer as JSON."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from datetime import date
from typing import Any, get_type_hints

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given
from desktop.console.books import USER_OPTION, book_to_read
from desktop.console.naming import kebab
from desktop.console.reading import JSON_OPTION, json_given
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.codec import read_value
from ledger.domain.refusals import MissingField, UnknownField, UnknownQuestion

Question = Callable[..., object]


def find_question(name: str) -> Question:
    """The question of that name.

    Raises:
        UnknownQuestion: there is none.
    """
    from ledger.queries import QUESTIONS

    question: Question | None = QUESTIONS.get(kebab(name))
    if question is None:
        raise UnknownQuestion(name)
    return question


def signature_of(question: Question) -> dict[str, tuple[Any, object]]:
    """What a question may be asked with: the type of each field, and its default or ``MISSING``."""
    hints = get_type_hints(question)
    _, *asked = inspect.signature(question).parameters.values()
    return {
        one.name: (hints[one.name], MISSING if one.default is one.empty else one.default)
        for one in asked
        if not _is_callable(hints[one.name])
    }


def arguments_in(question: Question, plain: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The values a question is asked with; ``today`` is filled in where nobody says another day.

    Raises:
        UnknownField, MissingField, and the refusals of ``ledger.domain.codec.read_value``.
    """
    wanted = signature_of(question)
    for name in plain:
        if name not in wanted:
            raise UnknownField(name, tuple(wanted))
    values: dict[str, Any] = {}
    for name, (kind, default) in wanted.items():
        if name in plain:
            values[name] = read_value(kind, plain[name], name)
        elif name == "today":
            values[name] = today
        elif default is MISSING:
            raise MissingField(name)
    return values


def _is_callable(hint: Any) -> bool:
    # Such as a listener for progress: nothing that JSON could say.
    return "Callable" in str(hint)


def _ask(given: Given) -> int:
    question = find_question(given.places["QUESTION"])
    plain = json_given(given)
    with book_to_read(given) as book:
        answer = book.ask(question, **arguments_in(question, plain, book.today))
    given.terminal.answer(AnswerWriter(given.language).text(answer))
    return DONE


CALLS = (
    Call(
        "ask",
        N_("asks one question, such as trial-balance; answers JSON"),
        _ask,
        places=("BOOK", "QUESTION"),
        example='satcha ask a.satcha trial-balance --json \'{"at": "2026-10-31"}\'',
        options=(JSON_OPTION, USER_OPTION),
    ),
)
