"""P3 again: one book in a file and on a real PostgreSQL, the same commands, the same everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from desktop.console.asking import arguments_in, signature_of
from desktop.console.commanding import command_in
from desktop.console.schemas import schema_of, schema_of_fields
from ledger.book import Book
from ledger.book.places import ServerPlace
from ledger.book.saving import Saving
from ledger.book.server import ServerBook, found_again_there, open_there
from ledger.book.whole_acts import act_lines
from ledger.domain.codec import plain_value
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal, Trouble
from ledger.queries import QUESTIONS
from ledger.queries.integrity import audit
from ledger.storage import balances
from ledger.storage.postgres.connection import Answer
from ledger.storage.reading import Reader
from ledger.usecases import COMMANDS
from ledger.usecases.visiting import Deposit
from tests.attack.guessing import Guesses
from tests.attack.lives import ENDING
from tests.attack.results import Result
from tests.attack.tampering import full_book
from tests.support.books import TODAY
from tests.support.clocks import CountedLetters, StandingClock
from tests.support.server import other_database, owner, place, running_server

A_BOOK = 400  # commands and questions; then both are compared row by row, and audited
RANDOM = frozenset({"set-signing-key"})  # its key is made by the system's chance
_SAVINGS = (
    "SELECT MIN(number) FROM cards WHERE kind = 'savings' AND number NOT IN ("
    "SELECT number FROM cards WHERE closed_on IS NOT NULL) AND member IN ("
    'SELECT number FROM members WHERE "left" IS NULL)'
)
EACH = 4  # so many questions for a command


def servers(folder: Path, *, seed: int, tries: int) -> Result:
    """Commands and questions by chance, given to the file and, from two hands, to the server."""
    says = "a file and a PostgreSQL: the same acts, fingerprints, balances, answers, refusals"
    result = Result("P3 SQLite = PostgreSQL", says, seed)
    whole = full_book(folder)
    with running_server() as server:
        with Book.open_for_reading(whole) as book, owner(place(server, "full")) as tool:
            tool.execute("CREATE DATABASE source")
            found_again_there(place(other_database(server, "source"), "full"), act_lines(book))
        for at in range(0, tries, A_BOOK):
            lived(whole, _copied(server, f"p{at}"), result, seed=seed + at, tries=tries - at)
        for bug, sown in PLANTS.items():
            planted = Result("", "", seed)
            with pytest.MonkeyPatch.context() as plant:
                there = _copied(server, bug.replace(" ", "_"))
                lived(whole, there, planted, seed=seed, tries=20, sown=lambda: sown(plant))  # noqa: B023
            result.planted[bug] = bool(planted.wrong)
    return result


def _copied(server: str, name: str) -> ServerPlace:
    """The book that was carried over once, in a database of its own."""
    with owner(place(server, "full")) as tool:
        tool.execute(f"CREATE DATABASE {name} TEMPLATE source".encode())
    return place(other_database(server, name), "full")


def lived(  # noqa: PLR0913 - what is tried, how often, and where
    whole: Path,
    there: ServerPlace,
    result: Result,
    *,
    seed: int,
    tries: int,
    sown: Callable[[], None] = lambda: None,
) -> None:
    path = whole.with_name(f"{seed}-{len(list(whole.parent.iterdir()))}.satcha")
    shutil.copyfile(whole, path)
    clock, letters = StandingClock(TODAY), (CountedLetters(str(seed)), CountedLetters(str(seed)))
    with ExitStack() as books:
        here = Book.open(path, user="สมใจ", clock=clock, chance=letters[0])
        books.enter_context(here)
        hands = [open_there(there, user="สมใจ", clock=clock, chance=letters[1]) for _ in range(2)]
        for hand in hands:
            books.enter_context(hand)
        sown()
        guesses = Guesses(seed, TODAY)
        here.ask(guesses.learn)
        _live(_Pair(here, hands, guesses, result), min(tries, A_BOOK))
        _compare(here, hands[0], result)


class _Pair:
    """The book in its file, and two hands on it at the server."""

    def __init__(
        self, here: Book, hands: list[ServerBook], guesses: Guesses, result: Result
    ) -> None:
        self.here, self.hands, self.guesses, self.result = here, hands, guesses, result

    def same(self, name: str, plain: dict[str, Any], does: Callable[[Book], object]) -> bool:
        """Whether both did it; that they do not come to the same is the finding."""
        self.result.tried += 1
        self.hands.reverse()
        here, there = _told(self.here, does), _told(self.hands[0], does)
        if here != there:
            self.result.note(f"{name} {plain}: {str(here)[:80]} / {str(there)[:80]}")
        return not (isinstance(here, str) and here.startswith("refused"))


def _told(book: Book, does: Callable[[Book], object]) -> object:
    try:
        return plain_value(does(book))
    except Trouble as trouble:
        return f"refused {trouble.name}"  # the rest is the place, and the database's own words
    except Refusal as refusal:
        return f"refused {refusal.name} {refusal}"
    except Exception as error:  # noqa: BLE001 - whatever comes out must come out of both
        return f"refused {type(error).__name__}"


def _live(pair: _Pair, tries: int) -> None:
    names = sorted(set(COMMANDS) - ENDING - RANDOM)
    kinds = [(name, schema_of(COMMANDS[name])) for name in names]
    questions = sorted(QUESTIONS)
    for _ in range(4):  # whatever chance does, something is booked, by each hand in turn
        pair.same("deposit", {}, lambda book: book.run(_deposit(book)))
    for at in range(tries):
        if pair.result.wrong and at > A_BOOK // 10:
            return
        if at % (EACH + 1):
            _ask(pair, pair.guesses.chance.choice(questions))
            continue
        name, schema = pair.guesses.chance.choice(kinds)
        plain = pair.guesses.fields(schema, kinds)
        if pair.same(name, plain, lambda book: book.run(command_in(book, name, plain))):  # noqa: B023
            pair.here.ask(pair.guesses.learn)


def _deposit(book: Book) -> Deposit:
    ((card,),) = book.ask(Reader.rows, _SAVINGS)
    return Deposit(card=card, amount=baht(10), on=TODAY)


def _ask(pair: _Pair, name: str) -> None:
    question: Any = QUESTIONS[name]
    plain = pair.guesses.fields(schema_of_fields(signature_of(question)))
    pair.same(name, plain, lambda book: book.ask(question, **arguments_in(question, plain, TODAY)))


def _compare(here: Book, there: Book, result: Result) -> None:
    """Every row of every act, every running balance, and what the audit says."""
    for one, other in zip(act_lines(here), act_lines(there), strict=False):
        if one != other:
            result.note(f"{one[:80]} / {other[:80]}")
            break
    for table in balances.DERIVED:
        rows = f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4"  # noqa: S608 - our own tables
        if here.ask(Reader.rows, rows) != there.ask(Reader.rows, rows):
            result.note(f"{table} differs")
    found, same = here.ask(audit), there.ask(audit)
    if found != same or not found.clean:
        result.note(f"audits: {found.code} {found.findings[:1]} / {same.code} {same.findings[:1]}")


def _lost(plant: pytest.MonkeyPatch) -> None:
    execute = Answer.execute

    def forgetful(self: Answer, statement: str, values: Any = ()) -> Answer:
        if "INSERT INTO account_days" in statement:
            return self
        return execute(self, statement, values)

    plant.setattr(Answer, "execute", forgetful)


def _stale(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(ServerBook, "_begin", Saving._begin)


PLANTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a running balance is lost": _lost,
    "a hand knows only what it did itself": _stale,
}
