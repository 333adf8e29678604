"""Whole lives by chance: whatever a book lets through, it stands right and can be read."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.console.answers import AnswerWriter
from desktop.console.asking import arguments_in, signature_of
from desktop.console.commanding import command_in
from desktop.console.schemas import schema_of, schema_of_fields
from ledger.book import Book
from ledger.domain.refusals import Refusal
from ledger.queries import QUESTIONS
from ledger.queries.integrity import audit
from ledger.usecases import COMMANDS, HANDLERS
from ledger.usecases.members import OpenZone
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.words.refused import sentence
from reports.words.voice import Voice
from tests.attack.guessing import Guesses
from tests.attack.results import Result
from tests.attack.tampering import full_book
from tests.properties.bugs import BUGS
from tests.support.books import TODAY
from tests.support.clocks import CountedLetters, StandingClock

# They end what can be tried: nobody may work any more, or hardly a day is left to book on.
ENDING = frozenset(
    {"found-book", "name-users", "add-user", "set-user-roles", "lock-user", "set-approval-rules"}
    | {"close-month", "close-year", "lock-month", "declare-restore", "erase-person"}
)
VOICES = (Voice("th"), Voice("en"), Voice("both"))
A_LIFE = 1_500
MOST_LIVES = 6  # until a planted bug has to be found
LOOKS = 2  # how often a life asks each question and makes each paper


def lives(folder: Path, *, seed: int, tries: int) -> Result:
    """L1: commands with fields by chance, then an audit, each question and each paper."""
    says = "commands by chance: done or refused, then a clean audit, all questions and papers"
    result = Result("L1 lives", says, seed)
    whole = full_book(folder)
    for number in range(0, tries, A_LIFE):
        _lived(whole, f"{number}", result, seed=seed + number, tries=min(A_LIFE, tries - number))
    plants = {
        "a running balance is lost": BUGS["a running balance is lost"],
        "a command trusts what it is given": _trusting,
    }
    for bug, sown in plants.items():
        planted = Result("", "", seed)
        with pytest.MonkeyPatch.context() as plant:
            sown(plant)
            # One life in six never comes to the one command of two hundred that is spoilt.
            for life in range(seed, seed + MOST_LIVES):
                _lived(whole, f"bug-{life}", planted, seed=life, tries=300, looks=0)
                if planted.wrong:
                    break
        result.planted[bug] = bool(planted.wrong)
    return result


def _trusting(plant: pytest.MonkeyPatch) -> None:
    plant.setitem(HANDLERS, OpenZone, lambda command, _: {}[command.code])


def _lived(  # noqa: PLR0913 - what is tried, how often, and where
    whole: Path, name: str, result: Result, *, seed: int, tries: int, looks: int = LOOKS
) -> None:
    path, letters = whole.with_name(f"{name}.satcha"), CountedLetters(str(seed))
    shutil.copyfile(whole, path)
    with Book.open(path, user="สมใจ", clock=StandingClock(TODAY), chance=letters) as book:
        _live(_Life(book, Guesses(seed, TODAY), result), tries)
        for finding in book.ask(audit).findings:
            result.note(f"{finding.fault.value} {finding.table} {finding.row} act {finding.act}")
        for _ in range(looks):
            _look(_Life(book, Guesses(seed, TODAY), result))


class _Life:
    """One book, what is tried on it, and what went wrong."""

    def __init__(self, book: Book, guesses: Guesses, result: Result) -> None:
        self.book, self.guesses, self.result = book, guesses, result
        book.ask(guesses.learn)

    def tries(self, name: str, does: Callable[[], object]) -> bool:
        """Whether it was done; a refusal must have its sentences, and nothing else comes out."""
        self.result.tried += 1
        try:
            try:
                does()
            except Refusal as refusal:
                for voice in VOICES:
                    sentence(refusal, voice)
                return False
        except Exception as error:  # noqa: BLE001 - whatever comes out is the finding
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}:{place.lineno}"
            self.result.note(f"{name}: {type(error).__name__} {str(error)[:60]} ({where})")
            return False
        return True


def _live(life: _Life, tries: int) -> None:
    kinds = [(name, schema_of(kind)) for name, kind in COMMANDS.items() if name not in ENDING]
    for _ in range(tries):
        name, schema = life.guesses.chance.choice(kinds)
        plain = life.guesses.fields(schema, kinds)
        done = life.tries(name, lambda: life.book.run(command_in(life.book, name, plain)))  # noqa: B023
        if done and life.guesses.chance.random() < 0.1:
            life.book.ask(life.guesses.learn)


def _look(life: _Life) -> None:
    """Each question and each paper once, with fields by chance."""
    for name, question in QUESTIONS.items():
        plain = life.guesses.fields(schema_of_fields(signature_of(question)))
        life.tries(name, lambda: _answered(life.book, question, plain))  # noqa: B023
    for name, paper in PAPERS.items():
        plain = life.guesses.fields(schema_of_fields(signature_of(paper.question)))
        for voice in VOICES:
            life.tries(name, lambda: _printed(life.book, paper, plain, voice))  # noqa: B023


def _answered(book: Book, question: Any, plain: dict[str, Any]) -> str:
    answer = book.ask(question, **arguments_in(question, plain, TODAY))
    return AnswerWriter("th").text(answer)


def _printed(book: Book, paper: Any, plain: dict[str, Any], voice: Voice) -> object:
    fields = arguments_in(paper.question, plain, TODAY)
    return made(paper, book.ask, fields, voice, Printed("", datetime(2026, 3, 20, 9, 0)))  # noqa: DTZ001
