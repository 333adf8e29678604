"""``satcha commands``, ``questions`` and ``papers``: what there is, with the JSON it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import get_type_hints

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given
from desktop.console.asking import find_question, signature_of
from desktop.console.naming import kebab
from desktop.console.schemas import Schema, first_sentence, schema_of, schema_of_fields
from desktop.console.sentences import voice_of
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.refusals import UnknownCommand


def _commands(given: Given) -> int:
    from ledger.usecases import COMMANDS

    def command(name: str) -> Schema:
        kind = COMMANDS.get(kebab(name))
        if kind is None:
            raise UnknownCommand(name)
        return {"name": kebab(name), "does": first_sentence(kind), "schema": schema_of(kind)}

    return _list(given, COMMANDS, command)


def _questions(given: Given) -> int:
    from ledger.queries import QUESTIONS

    def question(name: str) -> Schema:
        asked = find_question(name)
        return {
            "name": kebab(name),
            "does": first_sentence(asked),
            "schema": schema_of_fields(signature_of(asked)),
            "answer": schema_of(get_type_hints(asked)["return"]),
        }

    return _list(given, QUESTIONS, question)


def _papers(given: Given) -> int:
    from desktop.console.printing import LANGUAGES, fields_of_paper, find_paper
    from reports.documents import PAPERS

    def paper(name: str) -> Schema:
        kind = find_paper(name)
        title = {language: voice_of(language).tr(kind.title) for language in ("th", "en")}
        return {
            "name": kebab(name),
            "title": title,
            "languages": LANGUAGES,
            "schema": schema_of_fields(fields_of_paper(kind)),
        }

    return _list(given, PAPERS, paper)


def _list(given: Given, names: Mapping[str, object], describe: Callable[[str], Schema]) -> int:
    chosen = given.places.get("NAME")
    wanted: Iterator[str] = iter([chosen]) if chosen else iter(sorted(names))
    described = [describe(name) for name in wanted]
    given.terminal.answer(json_text(described[0] if chosen else described))
    return DONE


CALLS = (
    Call(
        "commands",
        N_("lists all commands with what they take"),
        _commands,
        places=("[NAME]",),
    ),
    Call(
        "questions",
        N_("lists all questions with what they take and answer"),
        _questions,
        places=("[NAME]",),
    ),
    Call(
        "papers",
        N_("lists all papers with what they take"),
        _papers,
        places=("[NAME]",),
    ),
)
