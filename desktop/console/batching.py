"""``satcha batch``: many commands from a file of lines, each in an act of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_write
from desktop.console.commanding import (
    command_id_of,
    command_in,
    named_command,
    outcome_plain,
)
from desktop.console.leaving import leave_refused
from desktop.console.own_copies import copied_after, copied_once
from desktop.console.reading import lines_of, object_in
from desktop.console.running import REHEARSE_OPTION
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book
from ledger.book.places import file_of
from ledger.domain.commands import Command, Outcome
from ledger.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Done:
    """What a batch has done so far: lines carried out, those booked before, and the last act."""

    lines: int = 0
    repeated: int = 0
    act: int | None = None
    fingerprint: str = ""
    code: str = ""
    rehearsed: bool = False

    def with_outcome(self, outcome: Outcome) -> Done:
        counted = replace(
            self, lines=self.lines + 1, repeated=self.repeated + int(outcome.repeated)
        )
        # A command for the desk has no act.
        if not outcome.act:
            return counted
        return replace(counted, act=outcome.act, fingerprint=outcome.fingerprint, code=outcome.code)


def _batch(given: Given) -> int:
    done = Done(rehearsed=given.has("rehearse"))
    line = 0
    writer = AnswerWriter(given.language)
    with _book_or_copy(given) as book:
        try:
            with copied_once(given, book) as copied:
                for line, text in lines_of(given, given.places["FILE"]):
                    outcome = _carry_out(book, text, line, copied, rehearsed=done.rehearsed)
                    done = done.with_outcome(outcome)
                    if given.has("answers"):
                        given.terminal.answer(writer.text({"line": line, **outcome_plain(outcome)}))
        except Refusal as refusal:
            where = {"line": line, "done": asdict(done)} if line else {}
            return leave_refused(refusal, given.terminal, given.language, **where)
        if done.lines > done.repeated and not done.rehearsed:
            copied_after(given, book)
    given.terminal.answer(writer.text(done))
    return DONE


def _carry_out(
    book: Book, text: str, line: int, copied: Callable[[Command], None], *, rehearsed: bool
) -> Outcome:
    name, plain = named_command(object_in(text, line))
    command = command_in(book, name, plain)
    copied(command)
    outcome = book.run(command, command_id=command_id_of(plain))
    # The copy's fingerprints are nobody's: no paper may ever show them.
    return replace(outcome, rehearsed=True, fingerprint="") if rehearsed else outcome


@contextmanager
def _book_or_copy(given: Given) -> Iterator[Book]:
    """The book; for a rehearsal a copy of it, since later lines build on earlier ones."""
    with book_to_write(given) as book:
        if not given.has("rehearse"):
            yield book
            return
    from desktop.console.copying import copy_of

    with (
        copy_of(file_of(given.places["BOOK"])) as copy,
        Book.open(copy, user=given.option("user")) as book,
    ):
        yield book


CALLS = (
    Call(
        "batch",
        N_(
            "carries out many commands, one act each; stops at the first refusal and names its line"
        ),
        _batch,
        places=("BOOK", "FILE"),
        example='{"command": "deposit", "id": "visit-7", "json": {"card": 1, "amount": "300", …}}',
        options=(
            REHEARSE_OPTION,
            Option("answers", says=N_("answer a line of JSON for every act, not only the last")),
            USER_OPTION,
        ),
    ),
)
