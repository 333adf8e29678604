"""Key slots: who opens a book, what a guess costs, and what a changed key file is worth."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from ledger.book import Book, Secret, keyholding
from ledger.domain.refusals import BookExists
from ledger.domain.refusals.keys import (
    KeysChanged,
    KeysLost,
    KeysOfAnother,
    KeysWeakened,
    PassphraseMissing,
    PassphraseShort,
    SlotExists,
    SlotMissing,
    WrongPassphrase,
)
from ledger.storage import key_file, key_ring, keys
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

MALEE, SOMCHAI = "ตะวัน ส้ม ริมน้ำ ใบตอง", "four words nobody guesses"
NEWER = "six words that nobody knows yet"


@pytest.fixture(scope="module", autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A closed book with the slots of two users, and its data key."""
    path = tmp_path_factory.mktemp("keys") / "b.satcha"
    with Book.found(path, founding(), user="malee", passphrase=MALEE) as book:
        key = book.key
    ring = key_file.ring_of(path, key)
    key_file.write(path, ring.with_user("somchai", SOMCHAI, key), ring)
    return path, key


@pytest.fixture
def copied(founded, tmp_path):
    """The same book in a folder of its own, to be harmed."""
    path, _ = founded
    for one in path.parent.iterdir():
        shutil.copy(one, tmp_path / one.name)
    return tmp_path / path.name


def changed(path, **fields):
    """Write the key file with other values in malee's slot."""
    plain = json.loads(key_file.keys_of(path).read_text("utf-8"))
    plain["slots"][0] |= fields
    key_file.keys_of(path).write_text(json.dumps(plain), "utf-8")


def test_each_user_opens_with_the_own_passphrase_only(founded):
    path, key = founded
    for user, words in (("malee", MALEE), ("somchai", SOMCHAI)):
        with Book.open(path, user=user, passphrase=words) as book:
            assert (book.user, book.key) == (user, key)
    with pytest.raises(WrongPassphrase):
        Book.open(path, user="malee", passphrase=SOMCHAI)


def test_a_name_without_a_slot_and_no_name_at_all_open_nothing(founded):
    path, _ = founded
    with pytest.raises(SlotMissing) as refused:
        Book.open(path, passphrase=MALEE)
    assert refused.value.users == ("malee", "somchai")
    with pytest.raises(SlotMissing):
        Book.open(path, user="stranger", passphrase=MALEE)
    with pytest.raises(PassphraseMissing):
        Book.open(path, user="malee")


def test_the_code_of_the_data_key_opens_without_the_key_file(copied, founded):
    _, key = founded
    key_file.discard(copied)
    with pytest.raises(KeysLost):
        Book.open(copied, user="malee", passphrase=MALEE)
    with Book.open(copied, secret=Secret("malee", data_key=key)) as book:
        assert book.key == key
    with pytest.raises(KeysOfAnother):
        Book.open(copied, secret=Secret(data_key=bytes(32)))


@pytest.mark.parametrize(
    "weak",
    [{"memory_kib": 32 * 1024}, {"iterations": 2}, {"memory_kib": 257 * 1024}, {"lanes": 0}],
)
def test_a_cheaper_or_a_ruinous_guess_is_never_made(copied, weak, monkeypatch):
    changed(copied, **weak)
    monkeypatch.setattr(keys, "stretched", lambda *_: pytest.fail("a guess was made"))
    with pytest.raises(KeysWeakened):
        Book.open(copied, user="malee", passphrase=MALEE)


def test_a_removed_slot_is_noticed_by_whoever_opens(copied):
    plain = json.loads(key_file.keys_of(copied).read_text("utf-8"))
    del plain["slots"][0]
    key_file.keys_of(copied).write_text(json.dumps(plain), "utf-8")
    with pytest.raises(KeysChanged):
        Book.open(copied, user="somchai", passphrase=SOMCHAI)


def test_changed_figures_of_another_slot_are_noticed(copied):
    changed(copied, iterations=4)
    with pytest.raises(KeysChanged):
        Book.open(copied, user="somchai", passphrase=SOMCHAI)


def test_a_key_file_of_another_book_opens_nothing(founded):
    _, key = founded
    other = key_ring.KeyRing("b" * 32).with_user("malee", MALEE, bytes(32))
    assert not other.is_of(key)
    slot = other.slots[0]
    renamed = replace(other, book="c" * 32)
    assert renamed.open(slot, MALEE, "-") is None


def test_the_generation_before_serves_where_the_newest_is_spoilt(copied):
    key_file.keys_of(copied).write_bytes(b'{"format": "satcha-keys/1", "slots": 7')
    with Book.open(copied, user="malee", passphrase=MALEE) as book:
        assert key_file.ring_of(copied, book.key).users == ("malee",)


@pytest.mark.parametrize("part", ["salt", "wrapped", "public", "sealed"])
def test_a_right_passphrase_is_not_called_wrong_where_the_newest_key_file_is_spoilt(copied, part):
    plain = json.loads(key_file.keys_of(copied).read_text("utf-8"))
    spoilt = plain["slots"][0][part]
    changed(copied, **{part: spoilt[:-1] + ("0" if spoilt[-1] != "0" else "1")})
    for words, refusal in ((MALEE, KeysChanged), (SOMCHAI, WrongPassphrase)):
        with pytest.raises(refusal):
            Book.open(copied, user="malee", passphrase=words)


def test_a_key_file_that_names_another_book_is_said_to_be_changed(copied):
    text = key_file.keys_of(copied).read_text("utf-8")
    book = json.loads(text)["book"]
    key_file.keys_of(copied).write_text(text.replace(book, book[::-1]), "utf-8")
    with pytest.raises(KeysChanged):
        Book.open(copied, user="malee", passphrase=MALEE)


def test_a_changed_passphrase_lies_beside_the_book_no_more(copied):
    """The generation before would open for whoever knows the old one and takes the newest away."""
    with Book.open(copied, user="malee", passphrase=MALEE) as book:
        keyholding.change_passphrase(book, "malee", NEWER)
    key_file.keys_of(copied).unlink()
    with pytest.raises(WrongPassphrase):
        Book.open(copied, user="malee", passphrase=MALEE)
    Book.open(copied, user="malee", passphrase=NEWER).close()


def test_a_book_is_never_founded_over_keys_that_lie_there(copied):
    copied.unlink()
    with pytest.raises(BookExists):
        Book.found(copied, founding())
    assert key_file.keys_of(copied).exists()


def test_slots_have_different_names_and_long_passphrases(founded):
    path, key = founded
    ring = key_file.ring_of(path, key)
    with pytest.raises(SlotExists):
        ring.with_user("malee", SOMCHAI, key)
    with pytest.raises(SlotMissing):
        ring.with_passphrase("stranger", SOMCHAI, key)
    with pytest.raises(PassphraseShort):
        ring.with_user("new", "  123456789  ", key)


def test_a_new_data_key_is_sealed_to_who_stays_without_their_passphrases(founded):
    path, key = founded
    fresh = keys.new_key()
    ring = key_file.ring_of(path, key).without("malee", fresh)
    assert ring.users == ("somchai",)
    assert ring.is_of(fresh)
    assert not ring.is_of(key)
    assert ring.open(ring.slots[0], SOMCHAI, "-") == fresh


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        b'{"format": "satcha-keys/1"}',
        b'{"format": "satcha-keys/1", "slots": [7], "book": "b", "generation": 1, "mark": ""}',
        b'{"format": "satcha-keys/1", "slots": [], "book": 7, "generation": 1, "mark": ""}',
        b'{"format": "satcha-keys/1", "slots": [], "book": "b", "generation": true, "mark": ""}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_key_ring_is_none(written):
    assert key_ring.read_ring(written) is None


def test_letters_composed_another_way_are_the_same_passphrase():
    assert keys.settled("น้ำ") == keys.settled("น้ํา")
