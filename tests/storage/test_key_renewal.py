"""A new data key in a new file: who was removed is out, and whatever is cut off, the book opens."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace

import pytest

from ledger.book import Book, Secret, keyholding, replacing
from ledger.book.copies import back_up, restore
from ledger.domain.recovery import key_from
from ledger.domain.refusals import BookInUse
from ledger.domain.refusals.committing import RoomTooSmall
from ledger.domain.refusals.copies import CopyNotVerified
from ledger.domain.refusals.keys import KeysOfAnother, LastSlot, SlotMissing, WrongPassphrase
from ledger.domain.refusals.recovery import NotEncrypted
from ledger.queries.integrity import audit
from ledger.queries.key_notes import key_notes
from ledger.queries.sheet_looks import sheet_looks
from ledger.storage import file, key_file, room
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

MALEE, SOMCHAI = "ตะวัน ส้ม ริมน้ำ ใบตอง", "four words nobody guesses"


class Cut(Exception):
    """The current went off here."""


@pytest.fixture(scope="module", autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    path = tmp_path_factory.mktemp("renewal") / "b.satcha"
    with Book.found(path, founding(), user="malee", passphrase=MALEE) as book:
        keyholding.give_key(book, "somchai", SOMCHAI)
        secret, key = book.secret, book.key
    return path, secret, key


@pytest.fixture
def copied(founded, tmp_path):
    """A copy of the book, and a secret that knows its key without stretching a passphrase."""
    path, _, key = founded
    for one in path.parent.iterdir():
        shutil.copy(one, tmp_path / one.name)
    return tmp_path / path.name, Secret("malee", found=key), key


def test_who_is_removed_is_out_and_who_stays_opens_with_the_old_passphrase(copied):
    path, secret, old = copied
    made = keyholding.renew(path, secret, without="somchai")
    assert made.users == ("malee",)
    with pytest.raises(SlotMissing):
        Book.open(path, user="somchai", passphrase=SOMCHAI)
    with pytest.raises(KeysOfAnother):
        Book.open(path, secret=Secret(data_key=old))
    with Book.open(path, user="malee", passphrase=MALEE) as book:
        assert book.key != old
        assert book.ask(audit).clean
    assert [ring.users for ring in key_file.rings(path)] == [("malee",), ("malee",)]
    with Book.open(path.with_name("b-set-aside-1.satcha"), secret=Secret(found=old)) as aside:
        assert aside.ask(audit).clean


def points(monkeypatch, at):
    """The step ``at`` of a renewal is cut off before it is done; answers whether it came."""
    came = []

    def cutting(module, name):
        whole = getattr(module, name)

        def step(*given, **named):
            came.append(name)
            if len(came) == at:
                raise Cut
            return whole(*given, **named)

        monkeypatch.setattr(module, name, step)

    for module, name in (
        (file, "copy"),
        (key_file, "put"),
        (keyholding, "prove_as"),
        (keyholding, "name_twice"),
        (os, "replace"),
        (key_file, "settle_folder"),
    ):
        cutting(module, name)
    return came


def test_a_renewal_cut_off_at_any_step_leaves_a_book_that_opens(copied, tmp_path):
    path, _, old = copied
    at, came, renewed = 0, [], False
    untouched = len(list(path.parent.glob("b.satcha*")))
    while not renewed:
        at += 1
        book = copied_to(path, tmp_path / f"cut-{at}")
        with pytest.MonkeyPatch.context() as patch, suppress(Cut):
            came = points(patch, at)
            keyholding.renew(book, Secret("malee", found=old), without="somchai")
            renewed = True
        secret = Secret("malee", MALEE, found=old)
        with Book.open(book, secret=secret) as opened:
            assert opened.ask(audit).clean
            done = opened.key != old
        if not done and len(list(book.parent.iterdir())) > untouched:
            assert keyholding.renew(book, secret, without="somchai").users == ("malee",)
            done = True
        if done:
            with pytest.raises(SlotMissing):
                Book.open(book, user="somchai", passphrase=SOMCHAI)
    assert len(came) > 12, "too few steps were cut off"


def copied_to(path, folder):
    folder.mkdir()
    for one in path.parent.glob("b.satcha*"):
        shutil.copy(one, folder / one.name)
    return folder / path.name


def test_the_key_file_is_cut_off_at_every_step_too(copied):
    """Giving a key: either the old users open the book, or the old ones and the new one."""
    path, secret, key = copied
    with Book.open(path, secret=secret) as book:
        for at in (1, 2, 3, 4):
            with pytest.MonkeyPatch.context() as patch, suppress(Cut):
                points(patch, at)
                keyholding.change_passphrase(book, "somchai", SOMCHAI)
            assert key_file.ring_of(path, key).users == ("malee", "somchai")


def test_a_new_file_that_is_not_whole_never_takes_the_place(copied, monkeypatch):
    path, secret, _ = copied
    whole = file.copy

    def bad_disk(connection, target, key):
        whole(connection, target, key)
        spoilt = bytearray(target.read_bytes())
        spoilt[-2000] ^= 1
        target.write_bytes(spoilt)

    monkeypatch.setattr(file, "copy", bad_disk)
    before = path.read_bytes()
    with pytest.raises(CopyNotVerified):
        keyholding.renew(path, secret)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))


def test_a_book_that_somebody_opened_meanwhile_is_left(copied, monkeypatch):
    path, secret, old = copied
    whole = replacing.name_twice

    def opened_now(one, aside):
        whole(one, aside)
        one.with_name(f"{one.name}-wal").write_bytes(b"")

    monkeypatch.setattr(keyholding, "name_twice", opened_now)
    with pytest.raises(BookInUse):
        keyholding.renew(path, secret)
    path.with_name(f"{path.name}-wal").unlink()
    with Book.open(path, secret=Secret("malee", found=old)) as book:
        assert book.key == old


def test_no_new_key_is_made_where_the_book_would_not_open_beside_the_old_one(copied, monkeypatch):
    """What is set aside needs room too: a book that was renewed must open again."""
    path, secret, _ = copied
    size = path.stat().st_size

    def left(_folder):
        others = sum(1 for one in path.parent.iterdir() if one.stat().st_size >= size) - 1
        return SimpleNamespace(free=(room.TIMES - others) * size + size // 2 + room.BESIDE)

    monkeypatch.setattr(shutil, "disk_usage", left)
    with suppress(RoomTooSmall):
        keyholding.renew(path, secret)
    Book.open(path, secret=secret).close()


def test_the_paper_opens_the_book_without_its_key_file_and_makes_a_new_one(copied):
    path, secret, _ = copied
    with Book.open(path, secret=secret) as book:
        code = keyholding.code_of_book(book)
    key_file.discard(path)
    keyholding.recover(path, key_from(code), "pim", MALEE)
    with Book.open(path, user="pim", passphrase=MALEE) as book:
        assert keyholding.holders(book) == ("pim",)


def test_with_the_key_file_still_there_the_others_keep_their_keys(copied):
    path, _, key = copied
    keyholding.recover(path, key, "somchai", MALEE)
    with Book.open(path, user="somchai", passphrase=MALEE) as book:
        assert keyholding.holders(book) == ("malee", "somchai")
    with pytest.raises(WrongPassphrase):
        Book.open(path, user="somchai", passphrase=SOMCHAI)


def test_the_key_file_of_another_book_that_lies_there_is_kept(copied, tmp_path):
    """Two books whose key files were mixed up: opening one by its sheet costs the other nothing."""
    path, _, key = copied
    other = tmp_path / "other.satcha"
    Book.found(other, founding(book="0f" * 16), user="malee", passphrase=SOMCHAI).close()
    key_file.keys_of(path).unlink()
    key_file.keys_of(other).rename(key_file.keys_of(path))

    keyholding.recover(path, key, "malee", MALEE)

    Book.open(path, user="malee", passphrase=MALEE).close()
    [kept] = path.parent.glob("*.keys-of-another-*")
    kept.rename(key_file.keys_of(other))
    Book.open(other, user="malee", passphrase=SOMCHAI).close()


def test_a_sheet_that_was_opened_is_worth_a_new_key_until_there_is_one(copied):
    path, secret, key = copied
    with Book.open(path, secret=secret) as book:
        assert not book.ask(sheet_looks).due
    keyholding.recover(path, key, "malee", MALEE)
    with Book.open(path, secret=secret) as book:
        told, day = book.ask(sheet_looks), book.today
        assert (told.used, told.by_network, told.due, told.missing) == (day, "", True, False)
        keyholding.give_key(book, "pim", SOMCHAI)
        keyholding.look_at_sheet(book, {1: keyholding.code_of_book(book)[:4]})
        assert book.ask(sheet_looks).used == day
    keyholding.renew(path, secret)
    with Book.open(path, secret=secret) as book:
        told = book.ask(sheet_looks)
        assert (told.used, told.due, len(told.rows)) == (None, False, 1)
        assert [one.renewed for one in book.ask(key_notes).rows] == [True, False, False, False]
        assert book.ask(audit).clean


def test_a_sheet_that_nobody_finds_is_made_anew_with_the_new_key(copied):
    path, secret, _ = copied
    with Book.open(path, secret=secret) as book:
        keyholding.miss_sheet(book)
        assert book.ask(sheet_looks).missing
    keyholding.renew(path, secret)
    with Book.open(path, secret=secret) as book:
        told = book.ask(sheet_looks, at=book.today + timedelta(days=365))
        assert (told.missing, told.due, told.since) == (False, False, book.today)
        assert book.ask(sheet_looks, at=book.today + timedelta(days=366)).due


def test_a_backup_carries_the_keys_of_its_day(copied, tmp_path):
    path, secret, _ = copied
    stick = tmp_path / "stick"
    with Book.open(path, secret=secret) as book:
        made = back_up(book, stick)
    keyholding.renew(path, secret, without="somchai")
    assert key_file.keys_of(stick / made.copy.file).exists()
    with Book.open_for_reading(stick / made.copy.file, user="somchai", passphrase=SOMCHAI) as old:
        assert old.ask(audit).clean
    restored = restore(stick, tmp_path / "new.satcha", reason="หาย", secret=secret)
    assert key_file.rings(tmp_path / "new.satcha")[0].users == ("malee", "somchai")
    assert restored.copy.file == made.copy.file


def test_the_last_key_stays_and_a_plain_book_has_none(copied, tmp_path):
    path, secret, _ = copied
    keyholding.renew(path, secret, without="somchai")
    with pytest.raises(LastSlot):
        keyholding.renew(path, secret, without="malee")
    with Book.found(tmp_path / "plain.satcha", founding()) as book, pytest.raises(NotEncrypted):
        keyholding.holders(book)
