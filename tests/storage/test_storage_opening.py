"""Opening: what is no book, no longer a book, not yet a book, or somebody else's just now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ledger.book import Book, Secret
from ledger.book.copies import back_up, restore
from ledger.domain.money import baht
from ledger.domain.refusals import (
    BookDamaged,
    BookInUse,
    BookNewer,
    BookReadOnly,
    NoSuchBook,
    NotABook,
    Refusal,
    Trouble,
)
from ledger.domain.refusals.updating import UpdateFailed
from ledger.queries.integrity import audit
from ledger.storage import file, migrations
from ledger.usecases.founding import OpenFund
from tests.support.books import TODAY, Village, found_village, founding
from tests.support.clocks import CountedLetters, StandingClock
from tests.support.narrow import as_anybody, nobody_may_write, small_disk
from tests.support.quick_keys import quick_guesses
from tests.support.raw import copy_of, stranger
from tests.support.refused import content

_HOLD = """
import sys
from pathlib import Path
from ledger.book import Book, Secret
from ledger.book.copies import back_up, restore
book = Book.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def closed(full_book: Path, tmp_path: Path) -> Path:
    """A closed book of its own for the test."""
    return copy_of(full_book, tmp_path)


@pytest.fixture
def holder(closed: Path):
    """Another program that holds the book."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(closed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


@pytest.mark.usefixtures("holder")
def test_a_second_program_is_told_that_the_book_is_in_use(closed):
    with pytest.raises(BookInUse) as caught:
        Book.open(closed)

    assert caught.value.path == str(closed)


def test_a_program_that_was_killed_leaves_no_lock(holder, closed):
    holder.kill()
    holder.wait()

    with Book.open(closed) as book:
        assert book.ask(audit).clean


def test_one_program_opens_a_book_once(closed):
    with Book.open(closed), pytest.raises(BookInUse):
        Book.open(closed)


def test_where_no_file_lies_there_is_no_book(tmp_path):
    for path in (tmp_path / "none.satcha", tmp_path, tmp_path / "no folder" / "none.satcha"):
        with pytest.raises(NoSuchBook):
            Book.open(path)
        with pytest.raises(NoSuchBook):
            Book.open_for_reading(path)


def test_a_book_is_not_made_where_there_is_no_folder(tmp_path):
    with pytest.raises(NoSuchBook):
        Book.found(tmp_path / "none" / "new.satcha", founding())


def test_a_book_whose_structure_is_no_text_is_damaged(closed):
    with stranger(closed) as tool:
        tool.execute("PRAGMA writable_schema = ON")
        tool.execute(
            "UPDATE sqlite_master SET name = CAST(x'ff' AS TEXT), sql = 'CREATE'"
            " WHERE name = 'acts_follow'"
        )

    for opens in (Book.open, Book.open_for_reading):
        with pytest.raises(BookDamaged):
            opens(closed)


@pytest.mark.parametrize("opens", [Book.open, Book.open_for_reading])
def test_a_table_that_is_a_view_is_refused_before_anybody_reads_it(closed, opens):
    """Rows without end would be read for ever, by the audit as by every question."""
    with stranger(closed) as tool:
        tool.execute("DROP TABLE account_days")
        tool.execute(
            "CREATE VIEW Account_Days AS WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT"
            " n + 1 FROM endless) SELECT '2026-01-01' AS day, '11010' AS account,"
            " 'general' AS fund, n AS debit, 0 AS credit FROM endless"
        )

    with pytest.raises(BookDamaged) as caught:
        opens(closed)
    assert caught.value.detail == "Account_Days"


def test_every_table_of_a_book_is_known_by_name(closed):
    with stranger(closed) as tool:
        rows = tool.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()

    assert {name for (name,) in rows} == migrations.tables()


def test_a_book_by_its_name_only_is_damaged_and_no_disk_is_blamed(tmp_path):
    path = tmp_path / "hollow.satcha"
    with stranger(path) as tool:
        tool.execute(f"PRAGMA application_id = {file.APPLICATION}")
        tool.execute("CREATE TABLE acts (number)")

    with pytest.raises(BookDamaged), Book.open_for_reading(path) as book:
        book.ask(audit)


def test_an_empty_file_is_a_damaged_book(tmp_path):
    path = tmp_path / "empty.satcha"
    path.touch()

    with pytest.raises(BookDamaged) as caught:
        Book.open(path)
    assert caught.value.detail == "empty"
    assert path.stat().st_size == 0


@pytest.mark.parametrize("text", [b"PK\x03\x04 a workbook", b"%PDF-1.7", "สมุดบัญชี".encode(), b"x"])
def test_a_file_of_another_program_is_no_book(tmp_path, text):
    path = tmp_path / "other.satcha"
    path.write_bytes(text)

    for door in (Book.open, Book.open_for_reading):
        with pytest.raises(NotABook):
            door(path)
    assert path.read_bytes() == text


def test_another_programs_database_is_no_book_and_stays_untouched(tmp_path):
    path = tmp_path / "other.satcha"
    with stranger(path) as tool:
        tool.execute("CREATE TABLE notes (text TEXT)")

    with pytest.raises(NotABook):
        Book.open(path)
    with stranger(path) as tool:
        assert tool.execute("SELECT name FROM sqlite_master").fetchall() == [("notes",)]


def test_a_book_of_a_newer_program_is_refused_and_left_as_it_is(closed):
    with stranger(closed) as tool:
        tool.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")

    for door in (Book.open, Book.open_for_reading):
        with pytest.raises(BookNewer) as caught:
            door(closed)
        assert caught.value.book_version == migrations.NEWEST + 1
        assert caught.value.program_version == migrations.NEWEST


@pytest.mark.parametrize("kept", [16, 100, 4_095, 4_096, 8_192, 40_960])
def test_a_file_that_was_cut_off_is_never_taken_for_a_whole_book(closed, kept):
    closed.write_bytes(closed.read_bytes()[:kept])

    assert _found_out(closed)


def test_a_changed_byte_is_found_or_changes_nothing(closed):
    whole = closed.read_bytes()
    with Book.open(closed) as book:
        rows = content(book)
    silent = []
    for at in range(24, len(whole), len(whole) // 61):
        closed.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        if not _found_out(closed) and _rows_of(closed) != rows:
            silent.append(at)

    assert not silent


def _found_out(path: Path) -> bool:
    try:
        with Book.open_for_reading(path) as book:
            return not book.ask(audit).clean
    except Trouble:
        return True


def _rows_of(path: Path) -> object:
    with Book.open_for_reading(path) as book:
        return content(book)


def test_the_settings_of_an_open_book_are_those_it_relies_on(village):
    expected = {
        "page_size": 4096,
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "wal_autocheckpoint": 0,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "application_id": file.APPLICATION,
        "user_version": migrations.NEWEST,
    }

    assert {name: village.one(f"PRAGMA {name}") for name in expected} == expected


# ── nobody may write ────────────────────────────────────────────────────────────────────────────


def test_a_read_only_book_is_refused_for_writing_and_opens_for_reading(closed):
    before = closed.read_bytes()

    def read_it() -> None:
        with Book.open_for_reading(closed, clock=StandingClock(TODAY)) as book:
            assert book.ask(audit).clean
            book.user = "สมใจ"  # who may do it everywhere else
            with pytest.raises(BookReadOnly):
                book.run(OpenFund(code="shop", name_th="ร้านค้า"))

    with nobody_may_write(closed, closed.parent):
        with pytest.raises(BookReadOnly):
            as_anybody(lambda: Book.open(closed))
        as_anybody(read_it)

    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_book_is_not_made_in_a_folder_that_takes_no_files(tmp_path):
    with nobody_may_write(tmp_path), pytest.raises(BookReadOnly):
        as_anybody(lambda: Book.found(tmp_path / "new.satcha", founding()))

    assert not list(tmp_path.iterdir())


# ── no room ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("room", [0, 4_096, 20_000, 40_000])
def test_an_act_that_finds_no_room_writes_nothing_and_succeeds_later(tmp_path, room):
    with small_disk(tmp_path / "disk") as disk:
        village = found_village(disk.folder)
        _, card = village.saver(baht(100))
        before = content(village.book)

        with disk.full(but_for=room):
            refusal = _deposits_until_full(village, card)
        kept = content(village.book)
        done = len(kept["acts"]) - len(before["acts"])
        village.deposit(card, baht(7))

        assert isinstance(refusal, disk.refusals)
        assert village.held(card) == baht(107 + done)
        assert village.book.ask(audit).clean
        village.book.close()


def _deposits_until_full(village: Village, card: int) -> Refusal:
    for _ in range(200):
        try:
            village.deposit(card, baht(1))
        except Refusal as refusal:
            return refusal
    raise AssertionError("the disk never filled up")


def test_a_book_that_finds_no_room_to_be_made_leaves_nothing_behind(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        with disk.full(but_for=100_000), pytest.raises(disk.refusals):
            found_village(disk.folder)

        assert not list(disk.folder.glob("village*"))


def test_a_book_whose_disk_was_full_opens_again_with_all_that_was_saved(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        village = found_village(disk.folder)
        _, card = village.saver(baht(100))
        with disk.full(but_for=8_192):
            _deposits_until_full(village, card)
        before = content(village.book)
        village.book.close()

        with Book.open(village.book.path, chance=CountedLetters("again")) as book:
            assert content(book) == before
            assert book.ask(audit).clean


def log_of(village: Village) -> Path:
    return village.book.path.with_name(f"{village.book.path.name}-wal")


def test_a_question_that_breaks_off_is_not_taken_for_a_book_in_use(closed):
    def broken(reader):
        rows = iter(reader.connection.execute("SELECT * FROM accounts"))
        raise ZeroDivisionError(next(rows))

    with pytest.raises(ZeroDivisionError), Book.open(closed) as book:
        book.ask(broken)

    Book.open(closed).close()


def test_the_log_is_left_alone_while_it_is_small(village):
    village.member()

    assert log_of(village).stat().st_size > 0


def test_a_log_that_has_grown_large_goes_into_the_book_and_nothing_is_lost(village, monkeypatch):
    monkeypatch.setattr(file.tidy, "__kwdefaults__", {"now": False, "above": 1_000})

    number, _ = village.member()

    assert log_of(village).stat().st_size == 0
    assert village.one("SELECT COUNT(*) FROM members WHERE number = ?", (number,)) == 1
    assert village.book.ask(audit).findings == ()


def test_a_disk_that_refuses_to_tidy_the_log_makes_no_act_undone(village, monkeypatch):
    def full(_connection):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file.tidy, "__kwdefaults__", {"now": False, "above": 0})
    monkeypatch.setattr(file, "checkpoint", full)

    number, _ = village.member()
    monkeypatch.undo()

    assert village.one("SELECT COUNT(*) FROM members WHERE number = ?", (number,)) == 1


# ── a book of an older program ──────────────────────────────────────────────────────────────────

_NEWER = "CREATE TABLE later (number INTEGER NOT NULL, PRIMARY KEY (number)) WITHOUT ROWID, STRICT;"


@pytest.fixture
def later(monkeypatch):
    """The program as it will be one day: with one more version of the schema."""

    def becomes(script: str = _NEWER) -> None:
        first = migrations.script(1)
        monkeypatch.setattr(migrations, "VERSIONS", (1, 2))
        monkeypatch.setattr(migrations, "NEWEST", 2)
        monkeypatch.setattr(migrations, "script", {1: first, 2: script}.__getitem__)

    return becomes


@pytest.fixture
def small(tmp_path):
    """A closed book in a folder of its own, with a receipt."""
    (tmp_path / "pc").mkdir()
    village = found_village(tmp_path / "pc")
    with village.book:
        village.saver(baht(500))
    return village.book.path


def _head(path, **named):
    with Book.open(path, **named) as book:
        assert book.ask(audit).clean
        return book.ask(lambda reader: reader.one("SELECT MAX(number), MAX(fingerprint) FROM acts"))


def test_a_book_of_an_older_program_is_updated_on_a_copy_and_switched(small, later, tmp_path):
    stick = tmp_path / "stick"
    with Book.open(small) as book:
        older = back_up(book, stick).copy
    head = _head(small)
    before = small.read_bytes()
    later()

    assert _head(small) == head
    with Book.open(small) as book:
        assert book.ask(lambda reader: reader.one("PRAGMA user_version")) == (2,)
        book.run(OpenFund(code="LATER", name_th="กองทุน", name_en="Fund"))
    (aside,) = small.parent.glob("*-before-update-1.satcha")
    assert aside.read_bytes() == before
    assert restore(stick, tmp_path / "again.satcha", reason="เครื่องเสีย").copy == older
    assert _head(tmp_path / "again.satcha")[0] == head[0]


def test_an_update_that_goes_wrong_leaves_the_book_as_it_was(small, later, monkeypatch):
    whole = migrations.script(1)
    before = small.read_bytes()
    wrong = (
        "SELECT nonsense;",
        "DROP TABLE zones;",
        "DROP TRIGGER acts_never_updated; UPDATE acts SET user = 'x';",
        "DROP TRIGGER acts_follow; DELETE FROM account_days;",
    )
    for script in wrong:
        later(script)
        with pytest.raises(UpdateFailed):
            Book.open(small)
        assert small.read_bytes() == before
        assert [one.name for one in small.parent.iterdir()] == [small.name]
        monkeypatch.undo()
        assert migrations.script(1) == whole


def test_an_update_cut_off_before_the_switch_leaves_the_old_book(small, later, monkeypatch):
    head = _head(small)
    later()

    def cut(*_):
        raise OSError("power")

    with monkeypatch.context() as patch:
        patch.setattr("ledger.storage.moving.os.replace", cut)
        with pytest.raises(Trouble):
            Book.open(small)
    assert _head(small) == head


def test_an_encrypted_book_is_updated_with_its_keys(later, tmp_path):
    path, words = tmp_path / "b.satcha", "four words nobody guesses"
    with quick_guesses():
        Book.found(path, founding(), user="malee", passphrase=words).close()
        later()
        secret = Secret("malee", words)
        head = _head(path, secret=secret)
        (aside,) = tmp_path.glob("*-before-update-1.satcha")
        with Book.open_for_reading(aside, secret=secret) as old:
            assert old.ask(lambda reader: reader.one("PRAGMA user_version")) == (1,)
            assert old.ask(lambda r: r.one("SELECT MAX(number) FROM acts")) == head[:1]
