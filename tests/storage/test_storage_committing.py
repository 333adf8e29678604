"""A disk that fails while something is saved: nothing is tried again, and the truth is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ledger.book import Book
from ledger.domain.money import baht
from ledger.domain.refusals import BookInUse, DiskFull, NoSuchBook, StorageFailed
from ledger.domain.refusals.committing import (
    BookElsewhere,
    BookInCloud,
    CommitFailed,
    CommitUnknown,
    NameTooLong,
    RoomTooSmall,
    TailDamaged,
)
from ledger.queries.integrity import audit
from ledger.queries.integrity.chain import chain_findings
from ledger.storage import disks, file
from ledger.usecases.collecting import DraftItem, SaveDrafts
from tests.support.books import found_village, founding
from tests.support.refused import content


class Usage(NamedTuple):
    total: int
    used: int
    free: int


class Failing:
    """A connection whose next commit fails, before or after the disk has it."""

    def __init__(self, connection: Any, text: str, *, late: bool) -> None:
        self._connection = connection
        self._text = text
        self._late = late
        self.tried = 0

    def execute(self, statement: str, *values: Any) -> Any:
        if statement == "COMMIT":
            self.tried += 1
            if self._late:
                self._connection.execute(statement)
            raise sqlcipher.OperationalError(self._text)
        return self._connection.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@contextmanager
def failing(book: Book, text: str = "disk I/O error", *, late: bool = False) -> Iterator[Failing]:
    broken = Failing(book._connection, text, late=late)
    book._connection = broken
    yield broken


@pytest.fixture
def saver(village):
    _, card = village.saver(baht(100))
    return card


def test_what_was_not_saved_is_said_and_the_book_goes_on(village, saver):
    before = content(village.book)

    with failing(village.book) as broken, pytest.raises(CommitFailed) as told:
        village.deposit(saver, baht(5))

    assert broken.tried == 1
    assert (told.value.saved, told.value.act) == (False, len(before["acts"]))
    assert told.value.receipt == "R2569/000001"
    assert content(village.book) == before
    village.deposit(saver, baht(5))
    assert village.held(saver) == baht(105)
    assert village.book.ask(audit).clean


def test_what_was_saved_after_all_is_said_and_not_booked_twice(village, saver):
    with failing(village.book, late=True), pytest.raises(CommitFailed) as told:
        village.deposit(saver, baht(5), command_id="c" * 32)

    assert (told.value.saved, told.value.receipt) == (True, "R2569/000002")
    assert village.held(saver) == baht(105)
    assert village.deposit(saver, baht(5), command_id="c" * 32).repeated
    assert village.held(saver) == baht(105)


def test_a_full_disk_is_still_called_full(village, saver):
    with failing(village.book, "database or disk is full"), pytest.raises(DiskFull):
        village.deposit(saver, baht(5))

    assert village.held(saver) == baht(100)


def test_a_draft_that_could_not_be_saved_is_told_too(village):
    kept = SaveDrafts(place="sheet", items=(DraftItem(item="0001", value="5"),))
    with failing(village.book), pytest.raises(CommitFailed):
        village.run(kept)

    village.run(kept)
    assert village.one("SELECT value FROM desk_drafts") == "5"


@pytest.mark.usefixtures("saver")
def test_a_tail_that_is_not_whole_any_more_is_told(village):
    connection = village.book._connection
    guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in guards:
        connection.execute(f"DROP TRIGGER {name}")
    act = village.one("SELECT MAX(number) FROM acts")
    connection.execute("UPDATE lines SET debit = debit + 1 WHERE debit > 0")

    with failing(village.book, late=False), pytest.raises(TailDamaged) as told:
        village.run(SaveDrafts(place="sheet", items=()))

    assert told.value.act == act


def test_a_book_that_cannot_be_opened_again_says_that_it_does_not_know(village, saver, monkeypatch):
    def held(*_given: Any, **_named: Any) -> Any:
        raise BookInUse(str(village.book.path))

    with monkeypatch.context() as patched:
        patched.setattr(file, "open_file", held)
        with failing(village.book), pytest.raises(CommitUnknown):
            village.deposit(saver, baht(5))
        with pytest.raises(StorageFailed):
            village.deposit(saver, baht(5))

    village.book.close()
    with Book.open(village.book.path) as again:
        assert again.ask(audit).clean


@pytest.mark.usefixtures("saver")
def test_only_the_newest_acts_are_looked_at(village):
    assert village.book.ask(lambda reader: list(chain_findings(reader, since=5))) == []


# ── room ────────────────────────────────────────────────────────────────────────────────────────


def test_a_book_without_room_for_a_day_is_not_opened_and_can_be_read(village, monkeypatch):
    village.book.close()
    free = 50 * 1024 * 1024
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(0, 0, free))

    with pytest.raises(RoomTooSmall) as told:
        Book.open(village.book.path)

    size = village.book.path.stat().st_size
    assert (told.value.free, told.value.needed) == (50, -(-(3 * size + free) // (1024 * 1024)))
    with Book.open_for_reading(village.book.path) as book:
        assert book.ask(audit).clean
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(0, 0, free + 3 * size))
    Book.open(village.book.path).close()


def test_a_book_on_a_stick_or_in_the_network_is_read_and_not_worked_with(
    village, monkeypatch, tmp_path
):
    village.book.close()
    monkeypatch.setattr(disks, "_kind_of", lambda _place: "cifs")

    with pytest.raises(BookElsewhere):
        Book.open(village.book.path)
    with pytest.raises(BookElsewhere):
        found_village(tmp_path / "new.satcha")

    assert not (tmp_path / "new.satcha").exists()
    with Book.open_for_reading(village.book.path) as book:
        assert book.ask(audit).clean


@pytest.mark.parametrize(
    "folder", ["OneDrive - สหกรณ์บ้านมั่นคง", "Dropbox", "Google Drive/บัญชี", "named"]
)
def test_a_book_that_is_copied_into_the_network_while_it_is_open_is_only_read(
    village, monkeypatch, tmp_path, folder
):
    village.book.close()
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "named"))
    place = tmp_path / folder
    place.mkdir(parents=True)
    path = Path(shutil.copy(village.book.path, place / "b.satcha"))

    with pytest.raises(BookInCloud):
        Book.open(path)
    with pytest.raises(BookInCloud):
        found_village(place)
    assert [one.name for one in place.iterdir()] == ["b.satcha"]
    with Book.open_for_reading(path) as book:
        assert book.ask(audit).clean


def test_a_path_in_thai_that_is_long_is_a_place_and_one_too_long_is_said_to_be(tmp_path):
    deep = tmp_path.joinpath(*["ก" * 60] * 2)
    deep.mkdir(parents=True)
    with found_village(deep).book as book:
        assert len(os.fsencode(book.path)) > 400
        assert book.ask(audit).clean
    deeper = deep / ("ข" * 60)
    deeper.mkdir()
    for path in (deeper / "b.satcha", tmp_path / f"{'ก' * 90}.satcha"):
        with pytest.raises(NameTooLong):
            Book.found(path, founding())
    assert list(deeper.iterdir()) == []


def test_a_book_that_is_open_goes_on_when_room_runs_out(village, saver, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(0, 0, 0))

    with failing(village.book), pytest.raises(CommitFailed):
        village.deposit(saver, baht(5))

    village.deposit(saver, baht(5))
    assert village.held(saver) == baht(105)


def test_the_tests_of_this_file_would_see_a_commit_that_is_tried_again(village, saver):
    """The planted bug: a program that simply tries once more tells nobody of the disk."""

    def again(self: Book, _command_id: str = "") -> None:
        try:
            self._connection.execute("COMMIT")
        except file.FileError:
            self._connection._connection.execute("COMMIT")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Book, "_commit", again)
        with failing(village.book):
            village.deposit(saver, baht(5))
    assert village.held(saver) == baht(105)


def test_nothing_is_saved_into_a_file_that_was_moved_or_replaced(village, saver, tmp_path):
    path, away = village.book.path, tmp_path / "away"
    kept = SaveDrafts(place="sheet", items=(DraftItem(item="0001", value="5"),))
    before = content(village.book)
    path.rename(away)

    for gone in (True, False):
        if not gone:
            shutil.copy(away, path)  # as a program does that synchronises folders
        with pytest.raises(NoSuchBook):
            village.deposit(saver, baht(5))
        with pytest.raises(NoSuchBook):
            village.run(kept)
    assert content(village.book) == before

    away.replace(path)
    village.deposit(saver, baht(5))
    assert village.held(saver) == baht(105)
