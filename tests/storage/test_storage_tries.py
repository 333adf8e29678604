"""Guesses at a book's passphrase: each wrong one makes the next wait, and nobody is locked out."""

from __future__ import annotations

import pytest

from ledger.book import Book, Secret
from ledger.book.keyholding import change_passphrase, give_key, recover, renew
from ledger.domain.people import UserRole
from ledger.domain.refusals.keys import TryLater, WrongPassphrase
from ledger.domain.refusals.people import UserLocked
from ledger.queries.integrity import audit
from ledger.queries.key_notes import key_notes
from ledger.storage import key_file, tries
from ledger.storage import secret as secret_module
from ledger.storage.tries import Door, Tries
from ledger.usecases.user_keeping import LockUser, NameUsers, NewUser
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

WORDS, WRONG = "four words nobody guesses", "wrong words every time"
OTHER = "other words nobody guesses"


class Wait:
    """A clock of seconds that a robot turns."""

    now = 1_000_000

    def __call__(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    made = Wait()
    monkeypatch.setattr(secret_module, "Door", lambda path: Door(path, made))
    return made


@pytest.fixture
def path(tmp_path):
    with quick_guesses():
        Book.found(tmp_path / "b.satcha", founding(), user="malee", passphrase=WORDS).close()
        yield tmp_path / "b.satcha"


def guesses_of_a_robot(path, clock, seconds):
    """It tries each second, five times a second; answers how many guesses were looked at."""
    looked, end = 0, clock.now + seconds
    while clock.now < end:
        for _ in range(5):
            try:
                Book.open(path, user="malee", passphrase=WRONG).close()
            except WrongPassphrase:
                looked += 1
            except TryLater:
                break
        clock.now += 1
    return looked


def test_a_robot_gets_seventy_guesses_an_hour_and_the_right_one_still_opens(path, clock):
    assert 60 <= guesses_of_a_robot(path, clock, 3600) <= 70
    assert guesses_of_a_robot(path, clock, 3600) <= 61

    with pytest.raises(TryLater) as refused:
        Book.open(path, user="malee", passphrase=WORDS)
    clock.now += refused.value.seconds
    Book.open(path, user="malee", passphrase=WORDS).close()
    assert not tries.tries_of(path).exists()


@pytest.mark.usefixtures("clock")
def test_five_slips_of_the_fingers_cost_no_wait(path):
    for _ in range(tries.FREE):
        with pytest.raises(WrongPassphrase):
            Book.open(path, user="malee", passphrase=WRONG)
    with pytest.raises(TryLater):
        Book.open(path, user="malee", passphrase=WORDS)


def test_the_wait_never_grows_beyond_a_minute_whatever_the_clock_does():
    assert Tries(10**6, 500).wait(500) == tries.LONGEST
    assert Tries(10**6, 500).wait(100) == tries.LONGEST
    assert Tries(6, 500).wait(501) == 1
    assert Tries(6, 500).wait(10**9) == 0


@pytest.mark.parametrize("written", ["", "[]", '{"wrong": "x"}', '{"wrong": 1}', "[" * 10_000])
def test_a_spoilt_count_is_as_good_as_none(tmp_path, written):
    tries.tries_of(tmp_path / "b.satcha").write_text(written, encoding="utf-8")

    assert Door(tmp_path / "b.satcha", lambda: 0).wait() == 0


# ── what stays of it in the book (trust.md 5) ───────────────────────────────────────────────────


def notes(book):
    return [(one.tries, one.users, one.by_sheet) for one in book.ask(key_notes).rows]


@pytest.mark.usefixtures("clock")
def test_wrong_tries_are_in_the_chain_after_the_next_success(path):
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            Book.open(path, user="malee", passphrase=WRONG)
    for _ in range(2):
        with Book.open(path, user="malee", passphrase=WORDS) as book:
            assert notes(book) == [(3, ("malee",), False)]
            assert book.ask(audit).clean
    assert not tries.tries_of(path).exists()


def test_each_change_of_keys_is_in_the_chain(path):
    with Book.open(path, user="malee", passphrase=WORDS) as book:
        assert notes(book) == []
        give_key(book, "somchai", OTHER)
        change_passphrase(book, "malee", OTHER)
        key = book.key
        came = [(one.came, one.gone) for one in book.ask(key_notes).rows]
        assert came == [((), ()), (("malee", "somchai"), ())]
    recover(path, key, "malee", WORDS)
    secret = Secret("malee", WORDS)
    renew(path, secret, without="somchai")
    with Book.open(path, secret=secret) as book:
        first = book.ask(key_notes).rows[0]
        assert (first.users, first.gone, first.by) == (("malee",), ("somchai",), "malee")
        assert [one.by_sheet for one in book.ask(key_notes).rows] == [False, True, False, False]
        assert book.ask(audit).clean


def test_a_key_file_that_was_put_back_is_in_the_chain(path):
    """Somebody puts the key file with an old slot back: the next opening tells of it."""
    keys = key_file.keys_of(path)
    old = keys.read_bytes()
    with Book.open(path, user="malee", passphrase=WORDS) as book:
        change_passphrase(book, "malee", OTHER)
    keys.write_bytes(old)
    with Book.open(path, user="malee", passphrase=WORDS) as book:
        assert [one.generation for one in book.ask(key_notes).rows] == [1, 2]


def test_who_is_locked_does_not_even_read(path):
    with Book.open(path, user="malee", passphrase=WORDS) as book:
        give_key(book, "somchai", OTHER)
        roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)
        book.run(
            NameUsers(
                users=(
                    NewUser(name="malee", roles=roles),
                    NewUser(name="somchai", roles=(UserRole.CLERK,)),
                )
            )
        )
        book.run(LockUser(user="somchai", reason="ลาออก"))
    for opens in (Book.open, Book.open_for_reading):
        with pytest.raises(UserLocked):
            opens(path, user="somchai", passphrase=OTHER)
    with Book.open(path, user="malee", passphrase=WORDS) as book:
        assert notes(book)[0][0] == 0
