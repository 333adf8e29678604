"""A copy counts only after it was opened, audited and read back; restoring loses nothing."""

from __future__ import annotations

import errno
import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.book import Book, copies, copy_proofs
from ledger.book.copies import LIST, back_up, copies_in, restore
from ledger.book.erased import ERASED
from ledger.book.locked import LOCKED
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.domain.refusals import BookExists, FolderUnwritable, ReasonMissing
from ledger.domain.refusals.copies import (
    CopyNotVerified,
    FolderIsBooksOwn,
    NoBackupThere,
    NoFolder,
    NotOutside,
    SeveralBooksThere,
)
from ledger.domain.refusals.reentering import (
    NotReentered,
    OldCodeKept,
    OldCodeUnreadable,
    ReentryFirst,
)
from ledger.domain.rotation import LEAST, Copy, dispensable
from ledger.queries.backups import BackupGap, BackupLight, backup_standing
from ledger.queries.integrity import audit
from ledger.queries.reentry import reentry
from ledger.storage import disks, file
from ledger.storage.disks import Lies, lies
from ledger.usecases.members import AdmitMember
from ledger.usecases.reentering import KeepOldCode
from tests.support.books import TODAY, found_village
from tests.support.clocks import CountedLetters
from tests.support.narrow import small_disk
from tests.support.raw import stranger
from tests.support.refused import content, refused


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def carried(monkeypatch):
    """Folders of the test lie on sticks; only one of this name stays in the PC."""

    def told(folder, book):
        assert book.suffix == ".satcha"
        return {"inside": Lies.SAME_DISK, "cable": Lies.OTHER_DISK}.get(folder.name, Lies.CARRIED)

    monkeypatch.setattr(copies, "lies", told)


def lists(stick: Path) -> list[str]:
    return [one["file"] for one in json.loads((stick / LIST).read_text("utf-8"))["copies"]]


def test_a_copy_holds_every_row_and_the_book_notes_it(village, stick):
    _, card = village.saver(baht(500))
    before = content(village.book)

    made = back_up(village.book, stick, medium="แท่ง ๑")

    with Book.open_for_reading(Path(made.path)) as copy:
        assert content(copy) == before
    assert sorted(path.name for path in stick.iterdir()) == sorted([LIST, made.copy.file])
    told = village.book.ask(backup_standing, at=TODAY)
    assert (told.light, told.days, told.acts_since) == (BackupLight.RED, None, 0)
    assert told.gap is BackupGap.ONLY_INSIDE
    assert told.rows[0].backup.medium == "แท่ง ๑"
    village.deposit(card, baht(10))
    assert village.book.ask(backup_standing, at=TODAY).acts_since == 1


def test_after_a_proved_copy_the_main_file_holds_everything(village, stick, tmp_path):
    """Whoever then takes the file alone does not get an older book that looks healthy (M5)."""
    _, card = village.saver(baht(500))
    village.deposit(card, baht(10))
    before = content(village.book)
    alone = tmp_path / "alone.satcha"
    back_up(village.book, stick)
    shutil.copy(village.book.path, alone)
    with Book.open_for_reading(alone) as taken:
        held = content(taken)
    assert {name: rows for name, rows in held.items() if name in ("entries", "lines")} == {
        name: before[name] for name in ("entries", "lines")
    }


@pytest.mark.usefixtures("carried")
def test_the_light_turns_with_the_age_of_the_copies_outside_this_pc(village, tmp_path):
    def told(days=0):
        found = village.book.ask(backup_standing, at=TODAY + timedelta(days=days))
        return found.light, found.gap, found.days, found.medium, found.second_days

    red, amber, green = BackupLight.RED, BackupLight.AMBER, BackupLight.GREEN
    assert told() == (red, BackupGap.NO_COPY, None, "", None)
    back_up(village.book, tmp_path / "inside")
    assert told() == (red, BackupGap.ONLY_INSIDE, None, "", None)
    back_up(village.book, tmp_path / "cable")
    assert told() == (red, BackupGap.ONLY_INSIDE, None, "", None)
    back_up(village.book, tmp_path / "red", medium="แท่งแดง")
    assert told() == (amber, BackupGap.ONE_MEDIUM, 0, "แท่งแดง", None)

    village.clock.set(TODAY + timedelta(days=28))
    back_up(village.book, tmp_path / "red")
    assert told(28) == (amber, BackupGap.ONE_MEDIUM, 0, "แท่งแดง", None)
    back_up(village.book, tmp_path / "cable", medium="แท่งฟ้า", outside=True)
    village.clock.set(TODAY + timedelta(days=29))
    back_up(village.book, tmp_path / "cable")
    back_up(village.book, tmp_path / "red")

    assert told(29) == (green, None, 0, "แท่งแดง", 0)
    assert told(36) == (green, None, 7, "แท่งแดง", 7)
    assert told(37) == (amber, BackupGap.OLD, 8, "แท่งแดง", 8)
    assert told(43) == (amber, BackupGap.OLD, 14, "แท่งแดง", 14)
    assert told(44) == (red, BackupGap.OLD, 15, "แท่งแดง", 15)
    village.clock.set(TODAY + timedelta(days=65))
    back_up(village.book, tmp_path / "red")
    assert told(65) == (amber, BackupGap.SECOND_BEHIND, 0, "แท่งแดง", 36)
    assert village.book.ask(audit).findings == ()


def test_a_folder_on_the_disk_of_the_book_is_never_called_outside(village, stick):
    with refused(village.book, NotOutside):
        back_up(village.book, stick, outside=True)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("medium", "name"),
    [
        ({"identity": "ab12", "name": "แท่ง\u202e ๑\n" + "ก" * 90}, "แท่ง ๑" + "ก" * 74),
        ({"identity": "../x", "name": "แท่ง"}, None),
        ({"identity": 3}, None),
        ([], None),
        ("แท่ง", None),
    ],
)
def test_what_a_list_says_of_its_medium_is_not_trusted(village, stick, medium, name):
    (stick / LIST).write_text(json.dumps({"medium": medium, "copies": []}), "utf-8")

    back_up(village.book, stick)

    [row] = village.book.ask(backup_standing).rows
    assert row.backup.medium == (name or str(stick))
    assert row.backup.medium_id.isalnum()
    assert village.book.ask(audit).findings == ()


def test_where_a_folder_lies_is_asked_of_the_system(tmp_path, monkeypatch):
    book, away = tmp_path / "book.satcha", tmp_path / "not" / "made yet"
    assert lies(away, book) is Lies.SAME_DISK
    other = Path("/proc")
    if other.is_dir() and other.stat().st_dev != tmp_path.stat().st_dev:
        assert lies(other, book) is Lies.OTHER_DISK
        monkeypatch.setattr(disks, "_kind_of", lambda _place: "cifs")
        assert lies(other / "village", book) is Lies.CARRIED


def test_a_restored_book_goes_on_from_the_longest_copy_and_says_so(village, stick, tmp_path):
    _, card = village.saver(baht(500))
    back_up(village.book, stick)
    village.deposit(card, baht(10))
    longest = back_up(village.book, stick)
    village.deposit(card, baht(99))

    made = restore(stick, tmp_path / "new.satcha", reason="เครื่องเสีย", stub="R2569/000003")

    assert made.copy.file == longest.copy.file
    assert made.last_receipt == "R2569/000002"
    with Book.open(tmp_path / "new.satcha", clock=village.clock) as again:
        told = again.ask(backup_standing, at=TODAY)
        assert [(one.through_act, one.stub) for one in told.restored] == [
            (longest.copy.through_act, "R2569/000003")
        ]
        assert again.ask(audit).findings == ()
    assert len(lists(stick)) == 2


def test_a_book_is_never_written_over_and_a_reason_is_asked_for(village, stick, tmp_path):
    back_up(village.book, stick)
    with pytest.raises(BookExists):
        restore(stick, village.book.path, reason="ลองดู")
    with pytest.raises(ReasonMissing):
        restore(stick, tmp_path / "new.satcha", reason=" ")


def test_a_file_is_no_place_for_copies_and_stays_as_it_was(village, tmp_path):
    file_there = tmp_path / "letter.txt"
    file_there.write_text("ถึงประธาน")

    with refused(village.book, NoFolder, path=str(file_there)):
        back_up(village.book, file_there)

    assert file_there.read_text() == "ถึงประธาน"


def test_a_copy_beside_the_book_is_no_backup(village):
    with refused(village.book, FolderIsBooksOwn):
        back_up(village.book, village.book.path.parent)


def test_an_empty_folder_restores_nothing(stick, tmp_path):
    with pytest.raises(NoBackupThere) as caught:
        restore(stick, tmp_path / "new.satcha", reason="หาย")
    assert caught.value.spoilt == 0
    assert not (tmp_path / "new.satcha").exists()


def spoil(path: Path) -> None:
    """One balance changed with a tool, and the guard put back."""
    with stranger(path) as tool:
        guard = tool.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'lines_never_updated'"
        ).fetchone()[0]
        tool.execute("DROP TRIGGER lines_never_updated")
        tool.execute("UPDATE lines SET debit = debit + 100 WHERE debit > 0")
        tool.execute(guard)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("harm", [spoil, cut, empty, flip])
def test_a_spoilt_copy_is_passed_over_for_the_next_whole_one(village, stick, tmp_path, harm):
    _, card = village.saver(baht(500))
    good = back_up(village.book, stick)
    village.deposit(card, baht(10))
    bad = back_up(village.book, stick)
    harm(Path(bad.path))

    made = restore(stick, tmp_path / "new.satcha", reason="เครื่องเสีย")

    assert made.copy.file == good.copy.file


@pytest.mark.parametrize("harm", [spoil, cut, empty])
def test_a_copy_that_the_medium_spoils_is_never_called_a_backup(village, stick, monkeypatch, harm):
    village.saver(baht(500))
    whole = file.copy

    def bad_medium(connection, target, passphrase):
        whole(connection, target, passphrase)
        harm(target)

    monkeypatch.setattr(file, "copy", bad_medium)
    with refused(village.book, CopyNotVerified):
        back_up(village.book, stick)

    assert list(stick.iterdir()) == []


def test_what_reads_back_otherwise_than_it_was_written_is_no_backup(village, stick, monkeypatch):
    sums = iter(["as written", "as written", "as read back"])
    for module in (copies, copy_proofs):
        monkeypatch.setattr(module, "sum_of", lambda _path: (next(sums), 1))

    with refused(village.book, CopyNotVerified, problem="sum"):
        back_up(village.book, stick)

    assert not (stick / LIST).exists()


def test_a_full_stick_leaves_no_half_copy(village, tmp_path):
    village.saver(baht(500))
    with small_disk(tmp_path / "stick") as disk, disk.full(but_for=40_000):
        with pytest.raises(disk.refusals) as full:
            back_up(village.book, disk.folder / "copies")
        assert list((disk.folder / "copies").iterdir()) == []
    assert full.value.facts()["path"] == str(disk.folder / "copies")


def test_a_stick_that_nobody_may_write_is_said_to_be_one(village, tmp_path, monkeypatch):
    """Not that the book cannot be written, and never that a stick should be copied to the PC."""
    back_up(village.book, tmp_path / "stick")

    def locked(*_):
        raise PermissionError(errno.EROFS, "read-only")

    monkeypatch.setattr(file, "copy", locked)
    with refused(village.book, FolderUnwritable, path=str(tmp_path / "stick")):
        back_up(village.book, tmp_path / "stick")
    monkeypatch.setattr(copies, "copy_file", locked)
    with pytest.raises(FolderUnwritable) as there:
        restore(tmp_path / "stick", tmp_path / "new.satcha", reason="เครื่องเสีย")
    assert there.value.path == str(tmp_path)


def test_two_books_on_one_stick_are_told_apart(village, stick, tmp_path):
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    back_up(village.book, stick)
    other = found_village(elsewhere, book="99" * 16)
    with other.book:
        second = back_up(other.book, stick)

    with pytest.raises(SeveralBooksThere):
        restore(stick, tmp_path / "new.satcha", reason="หาย")
    made = restore(stick, tmp_path / "new.satcha", reason="หาย", name=second.copy.file)
    assert made.copy.book == "99" * 16


def test_a_lost_list_loses_no_copy(village, stick, tmp_path):
    back_up(village.book, stick)
    (stick / LIST).write_text("{", encoding="utf-8")

    assert len(copies_in(stick)[0]) == 1
    restore(stick, tmp_path / "new.satcha", reason="หาย")


def test_files_that_are_not_in_the_list_are_never_removed(village, stick):
    foreign = stick / "holiday.satcha"
    foreign.write_bytes(b"somebody's own")
    for day in range(16):
        village.clock.set(TODAY + timedelta(days=day))
        village.member()
        back_up(village.book, stick)

    assert foreign.read_bytes() == b"somebody's own"
    found, _ = copies_in(stick)
    assert LEAST < len(found) < 16
    assert sorted(one.file for one in found) == sorted(lists(stick))


@pytest.mark.parametrize(
    "name", ["../mine.satcha", "{folder}/mine.satcha", "a\\\\mine.satcha", "m"]
)
def test_a_list_that_leads_away_removes_nothing(village, stick, name):
    """Whoever holds the stick writes its list; that made the book remove files elsewhere."""
    mine = [stick.parent / "mine.satcha", stick / "mine.txt"]
    for one in mine:
        one.write_bytes(b"somebody's own")
    for day in range(4):
        village.clock.set(TODAY + timedelta(days=day))
        village.member()
        back_up(village.book, stick)
    plain = json.loads((stick / LIST).read_text("utf-8"))
    plain["copies"][0] |= {"file": name.format(folder=stick.parent), "made_on": "2020-01-01"}
    (stick / LIST).write_text(json.dumps(plain), encoding="utf-8")

    assert back_up(village.book, stick).removed == ()
    assert all(one.exists() for one in mine)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (LIST, '{"copies": [{"file": 1}]}'),
        (LIST, '{"copies": [], "medium": {"name": [], "identity": 1e999}}'),
        (ERASED, '{"BOOK": [{"person": 1e999, "commitment": [], "member": {}}]}'),
        (LOCKED, '{"BOOK": "9999-99"}'),
        (LOCKED, '{"BOOK": {"a": "2020-01"}}'),
        *((name, "[" * 100_000) for name in (LIST, ERASED, LOCKED)),
    ],
)
def test_lists_beside_copies_that_are_none_stop_neither_copy_nor_restoring(
    village, stick, tmp_path, name, written
):
    made = back_up(village.book, stick)
    (stick / name).write_text(written.replace("BOOK", made.copy.book), encoding="utf-8")

    back_up(village.book, stick)
    (stick / name).write_text(written.replace("BOOK", made.copy.book), encoding="utf-8")

    restored = restore(stick, tmp_path / "new.satcha", reason="หาย")

    assert restored.copy.book == made.copy.book
    unread = name != LIST and (name, written[:9]) != (LOCKED, '{"BOOK": ')
    assert restored.unread == ((str(stick / name),) if unread else ())


def test_an_old_book_put_back_never_displaces_a_longer_history(village, stick, tmp_path):
    old = tmp_path / "old.satcha"
    village.book.copy_to(old)
    for _ in range(30):
        village.member()
    longest = back_up(village.book, stick)

    with Book.open(old, clock=village.clock) as put_back:
        for day in range(14):
            village.clock.set(TODAY + timedelta(days=day))
            back_up(put_back, stick)

    assert (stick / longest.copy.file).exists()


def a_copy(at: int, day: int) -> Copy:
    return Copy(f"{at}", "book", at, "f", "s", 1, date(2026, 1, 1) + timedelta(days=day))


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 500)), max_size=60, unique=True))
def test_rotation_keeps_three_the_newest_and_every_longer_history(made):
    kept_from = [a_copy(act, day) for act, day in made]

    gone = dispensable(kept_from)

    kept = [one for one in kept_from if one not in gone]
    assert len(kept) >= min(LEAST, len(kept_from))
    if kept_from:
        newest = max(kept_from, key=lambda one: (one.made_on, one.through_act))
        assert newest in kept
        assert all(one.through_act <= newest.through_act for one in gone)


def test_two_years_of_days_leave_a_handful_of_copies():
    kept: list[Copy] = []
    for day in range(730):
        kept.append(a_copy(day + 1, day))
        gone = dispensable(kept)
        kept = [one for one in kept if one not in gone]

    assert 10 <= len(kept) <= 25
    assert (kept[-1].made_on - kept[0].made_on).days >= 60


def test_copies_older_than_ninety_days_go_but_never_the_last_three():
    weekly = [a_copy(at + 1, 7 * at) for at in range(20)]
    yearly = [a_copy(at + 1, 365 * at) for at in range(6)]

    for made, oldest in ((weekly, 90), (yearly, 2 * 365)):
        gone = dispensable(made)
        kept = [one for one in made if one not in gone]
        assert len(kept) >= LEAST
        assert (kept[-1].made_on - kept[0].made_on).days <= oldest


def test_a_copy_of_another_history_is_never_let_go(village, stick, monkeypatch):
    """Somebody went on from an older file: its copies do not push out those of the book."""
    _, card = village.saver(baht(500))
    village.book.close()
    other = shutil.copy(village.book.path, village.book.path.with_name("other.satcha"))
    village.book = Book.open(village.book.path, clock=village.clock)
    village.deposit(card, baht(10))
    kept = back_up(village.book, stick).copy.file
    village.book.close()

    monkeypatch.setattr(
        copies, "dispensable", lambda found: sorted(found, key=lambda one: one.through_act)[:-1]
    )
    with Book.open(other, clock=village.clock) as went_on:
        village.book = went_on
        removed: tuple[str, ...] = ()
        for _ in range(3):
            village.deposit(card, baht(20))
            removed += back_up(went_on, stick).removed
    assert len(removed) == 2
    assert kept in lists(stick)


@pytest.mark.parametrize("stub", ["R2569/000003", " 3 "])
def test_what_came_after_the_copy_is_entered_again(village, stick, tmp_path, stub, monkeypatch):
    monkeypatch.setattr("ledger.book.SystemClock", lambda: village.clock)
    _, card = village.saver(baht(500))
    back_up(village.book, stick)
    codes = [village.deposit(card, baht(amount)).code for amount in (10, 20)]
    made = restore(stick, tmp_path / "new.satcha", reason="เครื่องเสีย", stub=stub)

    with Book.open(Path(made.path), clock=village.clock, chance=CountedLetters("new")) as again:
        village.book = again
        village.run(AdmitMember(person=Person(given="ใหม่"), on=TODAY))
        tomorrow = TODAY + timedelta(days=1)
        village.clock.set(tomorrow)
        [open_one] = again.ask(reentry).rows
        assert (open_one.missing, open_one.following, open_one.last) == (
            2,
            "R2569/000002",
            "R2569/000003",
        )
        first = {"first": "R2569/000002", "last": "R2569/000003"}
        with refused(again, ReentryFirst, **first):
            village.deposit(card, baht(70), on=tomorrow)
        for amount, code in zip((10, 20), codes, strict=True):
            (receipt,) = village.deposit(card, baht(amount), on=TODAY).receipts
            village.run(KeepOldCode(receipt=receipt, code=code))
        told = again.ask(reentry)
        assert (told.missing, [one.code for one in told.rows[0].rows]) == (0, codes)
        assert (told.rows[0].following, told.rows[0].last) == ("", "")
        assert village.deposit(card, baht(70), on=tomorrow).receipts == ("R2569/000004",)
        for wrong, refusal in (
            ({"receipt": "R2569/000004"}, NotReentered),
            ({"receipt": "R2569/000002", "code": "AAAA"}, OldCodeUnreadable),
            ({"receipt": "R2569/000002"}, OldCodeKept),
        ):
            with refused(again, refusal):
                village.run(KeepOldCode(**{"code": codes[0], **wrong}))
        assert again.ask(audit).clean


@pytest.mark.parametrize("stub", ["", "R2569/", "x", "R2568/000009", "Q2569/000009", "/5", "๙"])
def test_a_stub_that_names_no_later_number_stops_nothing(village, stick, tmp_path, stub):
    _, card = village.saver(baht(500))
    back_up(village.book, stick)
    made = restore(stick, tmp_path / "new.satcha", reason="เครื่องเสีย", stub=stub)
    with Book.open(Path(made.path), clock=village.clock, chance=CountedLetters("new")) as again:
        village.book = again
        village.clock.set(TODAY + timedelta(days=1))
        assert village.deposit(card, baht(70)).receipts == ("R2569/000002",)
        assert again.ask(reentry).missing == 0 or stub.startswith(("R2568", "Q2569"))
