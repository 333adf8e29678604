"""A book on a server is the file's book: the same acts, rows, fingerprints and answers."""

from __future__ import annotations

from copy import copy
from pathlib import Path
from typing import Any

import pytest

from ledger.book import Book
from ledger.book.places import ServerPlace
from ledger.book.server import ServerBook, found_again_there, found_there, open_there
from ledger.book.whole_acts import act_lines, found_again
from ledger.domain.days import Month
from ledger.domain.members import Leaving, Person
from ledger.domain.money import baht
from ledger.domain.refusals import BookInUse, Refusal
from ledger.domain.refusals.acts_file import ActsFileWrong
from ledger.domain.refusals.base import Trouble
from ledger.domain.refusals.committing import CommitFailed
from ledger.domain.refusals.server import OnlyForFiles
from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault
from ledger.storage import balances
from ledger.storage.postgres import server as places
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import DraftItem, SaveDrafts
from ledger.usecases.members import EndMembership, ErasePerson, OpenZone
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY, Village, found_village, founding
from tests.support.both import answer, cases
from tests.support.clocks import CountedLetters, StandingClock
from tests.support.server import other_database, own, owner, place


def live(village: Village) -> list[object]:
    """A short life of a book; what each command answers."""
    answers: list[object] = []
    number, card = village.saver(baht(1_000))
    other, _ = village.saver(baht(50, 25))
    answers.append(village.withdraw(card, baht(200)))
    answers.append(village.deposit(card, baht(70), rehearse=True))
    answers.append(village.deposit(card, baht(30), on=START, command_id="k" * 32))
    answers.append(village.deposit(card, baht(30), on=START, command_id="k" * 32))
    for refused in (
        lambda: village.withdraw(card, baht(9_000)),
        lambda: village.deposit(card, baht(31), on=START, command_id="k" * 32),
    ):
        with pytest.raises(Refusal) as said:
            refused()
        answers.append((said.value.name, str(said.value)))
    village.run(SaveDrafts(place="collection:2026-03-10:", items=(DraftItem(item="1", value="7"),)))
    taken = village.withdraw(card, baht(5))
    village.run(ReverseEntry(entry=taken.entries[0].number, reason="พิมพ์ผิด", on=TODAY))
    village.run(OpenZone(code="Z", name="โซน"))
    answers.append(village.run(CloseMonth(month=Month(2026, 1))))
    answers.append((number, other))
    return answers


@pytest.fixture(scope="module")
def founded(server: str) -> Any:
    """Makes copies of a book that was founded once; each is in a database of its own.

    They go with the server: to drop each would make it wait for its disk.
    """
    chance = CountedLetters()
    source, name = own("source"), own("village")
    there = place(other_database(server, source), name)
    admin = owner(place(server, name))
    admin.execute(f"CREATE DATABASE {source}".encode())
    found_there(there, founding(), clock=StandingClock(TODAY), chance=chance).close()
    made: list[str] = []

    def copied() -> tuple[ServerPlace, CountedLetters]:
        made.append(own(f"copy{len(made)}"))
        admin.execute(f"CREATE DATABASE {made[-1]} TEMPLATE {source}".encode())
        return place(other_database(server, made[-1]), name), copy(chance)

    yield copied
    admin.close()


@pytest.fixture(scope="module")
def both(founded: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same short life, in a file and on the server."""
    there, chance = founded()
    clock = StandingClock(TODAY)
    on_server = Village(open_there(there, clock=clock, chance=chance), clock)
    in_file = found_village(tmp_path_factory.mktemp("life"))
    answers = live(in_file), live(on_server)
    with in_file.book, on_server.book:
        yield in_file, on_server, answers


@pytest.fixture(scope="module")
def full(full_book: Path, server: str) -> Any:
    """The book with a row in every table, carried over to the server act by act."""
    there = place(server, own("full"))
    with Book.open_for_reading(full_book) as in_file:
        lines = list(act_lines(in_file))
        fingerprint = found_again_there(there, lines)
        with open_there(there) as on_server:
            yield in_file, on_server, lines, fingerprint
    places.discard(there)


def rows(book: Book, statement: str) -> list[tuple[Any, ...]]:
    return book.ask(lambda reader: reader.rows(statement))


def test_the_same_commands_give_the_same_acts(both):
    in_file, on_server, (here, there) = both

    assert here == there
    assert list(act_lines(in_file.book)) == list(act_lines(on_server.book))
    assert in_file.rows("SELECT * FROM desk_drafts") == on_server.rows("SELECT * FROM desk_drafts")


def test_running_balances_are_the_same(both):
    in_file, on_server, _ = both

    for table in balances.DERIVED:
        everything = f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4"  # noqa: S608 - our own tables
        assert in_file.rows(everything) == on_server.rows(everything) != []


def test_both_books_are_audited_clean_with_the_same_code(both):
    in_file, on_server, _ = both

    found = on_server.book.ask(audit)

    assert found == in_file.book.ask(audit)
    assert found.clean


def test_a_book_is_carried_over_and_back_with_every_row(full, tmp_path):
    in_file, on_server, lines, fingerprint = full

    assert list(act_lines(on_server)) == lines
    assert found_again(tmp_path / "again.satcha", act_lines(on_server)) == fingerprint
    assert in_file.ask(audit).fingerprint == fingerprint


def test_every_question_is_answered_the_same(full):
    in_file, on_server, _, _ = full

    different = [
        (name, named)
        for name, named in cases(in_file, most=1)
        if answer(in_file, name, named) != answer(on_server, name, named)
    ]

    assert different == []


@pytest.fixture
def shared(founded: Any) -> Any:
    """A book that two people have open at once."""
    there, chance = founded()
    clock = StandingClock(TODAY)
    first = open_there(there, user="ก", clock=clock, chance=chance)
    second = open_there(there, user="ข", clock=clock, chance=chance)
    with first, second:
        yield Village(first, clock), Village(second, clock)


def test_two_people_act_in_turn_and_each_knows_what_the_other_did(shared):
    first, second = shared
    _, card = first.saver(baht(100))

    second.withdraw(card, baht(40))
    first.withdraw(card, baht(40))

    assert first.held(card) == second.held(card) == baht(20)
    with pytest.raises(Refusal):
        second.withdraw(card, baht(21))
    third, _ = second.saver(baht(1))
    fourth, _ = first.saver(baht(1))
    assert (third, fourth) == ("0002", "0003")
    assert second.book.ask(audit).clean
    users = {user for (user,) in first.rows("SELECT user FROM acts")}
    assert users == {"", "ก", "ข"}


def test_who_waits_too_long_for_another_is_told_so_and_has_lost_nothing(shared):
    first, second = shared
    second.book._connection.executescript("SET lock_timeout TO '20ms'")
    first.book._connection.execute("BEGIN IMMEDIATE")

    with pytest.raises(BookInUse):
        second.run(OpenZone(code="A", name="ก"))
    assert second.rows("SELECT code FROM zones") == []

    first.book._connection.execute("ROLLBACK")
    second.run(OpenZone(code="A", name="ก"))
    assert first.rows("SELECT code FROM zones") == [("A",)]


def test_a_question_sees_the_book_as_it_stood_when_it_was_asked(shared):
    first, second = shared

    def before_and_after(reader: Any) -> tuple[int, int]:
        count = "SELECT COUNT(*) FROM acts"
        (before,) = reader.one(count)
        first.run(OpenZone(code="A", name="ก"))
        (after,) = reader.one(count)
        return before, after

    before, after = second.book.ask(before_and_after)

    assert before == after
    assert second.one("SELECT COUNT(*) FROM acts") == before + 1


def test_a_lost_connection_is_made_again(shared):
    first, second = shared
    first.run(OpenZone(code="A", name="ก"))
    with owner(first.book.place) as tool:
        tool.execute("SELECT pg_terminate_backend(%s)", (first.book._connection.process,))
    with pytest.raises(Trouble):
        first.run(OpenZone(code="B", name="ข"))

    first.run(OpenZone(code="B", name="ข"))

    assert second.rows("SELECT code FROM zones ORDER BY code") == [("A",), ("B",)]


def test_after_a_commit_that_failed_the_book_says_whether_the_act_is_there(shared, monkeypatch):
    first, _ = shared
    made = first.book._connection
    execute = type(made).execute

    def break_off(self: Any, statement: str, values: Any = ()) -> Any:
        if statement == "COMMIT" and self is made:
            self.close()
        return execute(self, statement, values)

    monkeypatch.setattr(type(made), "execute", break_off)
    with pytest.raises(CommitFailed) as told:
        first.run(OpenZone(code="A", name="ก"))

    assert (told.value.saved, told.value.act) == (False, 1)
    first.run(OpenZone(code="A", name="ก"))
    assert first.rows("SELECT code FROM zones") == [("A",)]


def test_erased_data_are_gone_from_the_server_and_the_chain_holds(shared):
    first, _ = shared
    number, _ = first.member(person=Person(given="ลับ", family="สุด"))
    first.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))

    first.run(ErasePerson(member=number, reason="ขอให้ลบ"))

    assert first.rows("SELECT value FROM personal") == []
    assert first.book.ask(audit).clean


def test_a_spoilt_schema_or_row_is_found_by_the_audit(shared):
    first, _ = shared
    first.saver(baht(100))
    with owner(first.book.place) as tool:
        tool.execute("CREATE FUNCTION evil() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        tool.execute("DROP TRIGGER zones_never_updated ON zones")
        tool.execute("ALTER TABLE lines DISABLE TRIGGER USER")
        tool.execute("UPDATE lines SET account = '1'")
        found = first.book.ask(audit).findings
        changed = {one.table for one in found if one.fault is Fault.SCHEMA_CHANGED}

    assert {"evil()", "zones_never_updated", "lines_never_updated"} <= changed
    assert any(one.fault is not Fault.SCHEMA_CHANGED and one.act for one in found)


def test_a_file_of_acts_that_is_spoilt_leaves_no_book_behind(full, server):
    _, _, lines, _ = full
    spoilt = [*lines[:-1], lines[-1].replace('"act": {', '"act": {"x": ', 1)[:-3]]

    with pytest.raises(ActsFileWrong):
        found_again_there(place(server, own("spoilt")), spoilt)
    with pytest.raises(Refusal, match="spoilt"):
        open_there(place(server, own("spoilt")))


def test_a_founding_that_is_refused_leaves_no_book_behind(server):
    with pytest.raises(Refusal):
        found_there(place(server, own("spoilt")), founding(name_th=""))
    with pytest.raises(Refusal, match="spoilt"):
        open_there(place(server, own("spoilt")))


def test_what_works_on_files_is_refused(shared, tmp_path):
    first, _ = shared

    with pytest.raises(OnlyForFiles):
        first.book.copy_to(tmp_path / "copy.satcha")
    assert isinstance(first.book, ServerBook)
    assert not (tmp_path / "copy.satcha").exists()
