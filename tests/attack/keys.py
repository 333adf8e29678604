"""Keys of encrypted books: guesses, slots, and what can be read (trust.md 7.2, KD1 to KD3, X1)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter

import pytest

from ledger.book import Book, Secret, keyholding, keys_of
from ledger.book.copies import back_up
from ledger.book.network_keys import (
    give_network_key,
    networks,
    new_network_key,
    recover_by_network,
)
from ledger.domain.members import Person
from ledger.domain.recovery import key_from, recovery_code
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import TryLater, WrongPassphrase
from ledger.storage import file, key_file, keys, network_slot
from ledger.storage import secret as secret_module
from ledger.storage.tries import Door
from ledger.usecases.members import AdmitMember
from tests.attack.results import Result
from tests.support.books import START, founding
from tests.support.quick_keys import quick_guesses

WORDS, OTHERS = "ตะวัน ส้ม ริมน้ำ ใบตอง", "five other words for somchai"
SURIN = "เครือข่ายสุรินทร์"
NAMES = ("สมชายผู้มีชื่อแปลก", "Unmistakable-Surname", "1101700230678")


# ── KD1 and KD2: what a guess costs, and how many a robot gets ──────────────────────────────────


def guess_costs(folder: Path, *, seed: int, measured: bool) -> Result:
    """KD1: what a new slot asks of a guess; the time only where it is asked for."""
    result = Result("KD1 guess", "a new slot costs 64 MiB and 0.2 s a guess or more", seed, 1)
    effort = keys.effort_here()
    if not effort.is_within(keys.LEAST, keys.MOST) or keys.LEAST.memory_kib < 64 * 1024:
        result.note(f"{effort}")
    if measured:
        before = perf_counter()
        keys.stretched(WORDS, bytes(keys.SALT_BYTES), effort)
        if perf_counter() - before < 0.2:
            result.note(f"{perf_counter() - before:.3f} s")
    folder.mkdir()
    path = folder / "b.satcha"
    with quick_guesses():
        Book.found(path, founding(), user="malee", passphrase=WORDS).close()
        text = keys_of(path).read_text("utf-8")
        keys_of(path).write_text(text.replace('"memory_kib": 65536', '"memory_kib": 1024'), "utf-8")
        try:
            Book.open(path, user="malee", passphrase=WORDS).close()
        except Refusal as refusal:
            result.planted["cheaper guess"] = refusal.name == "KeysWeakened"
    return result


class Clock:
    """Seconds that only the robot turns."""

    now = 1_000_000

    def __call__(self) -> int:
        return self.now


def hours_of(path: Path, clock: Clock, guesses: int) -> tuple[float, int]:
    """Lets a robot have so many guesses; answers the hours it took, and the most in one hour."""
    looked: list[int] = []
    began = clock.now
    while len(looked) < guesses:
        try:
            Book.open(path, user="malee", passphrase=OTHERS).close()
        except TryLater as refused:
            clock.now += refused.seconds
        except WrongPassphrase:
            looked.append(clock.now)
    most = max(sum(at <= other < at + 3600 for other in looked) for at in looked)
    return (clock.now - began) / 3600, most


@contextmanager
def door_by(clock: Clock) -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch, quick_guesses():
        patch.setattr(secret_module, "Door", lambda path: Door(path, clock))
        yield patch


def robots(folder: Path, *, seed: int, tries: int) -> Result:
    """KD2: a robot guesses as fast as it may; afterwards the owner still comes in."""
    result = Result("KD2 robot", "at most 70 guesses an hour, the right one still opens", seed)
    folder.mkdir()
    path, clock = folder / "b.satcha", Clock()
    with door_by(clock) as patch:
        Book.found(path, founding(), user="malee", passphrase=WORDS).close()
        hours, most = hours_of(path, clock, tries)
        result.tried = tries
        if most > 70 or hours < (tries - 70) / 60:
            result.note(f"{most} guesses in an hour, {hours:.1f} hours in all")
        clock.now += 60
        try:
            Book.open(path, user="malee", passphrase=WORDS).close()
        except Refusal as refusal:
            result.note(f"the owner was refused: {refusal.name}")
        patch.setattr(Door, "wrong", lambda _: None)
        result.planted["nobody counts"] = hours_of(path, clock, 80)[1] > 70
    return result


# ── KD3: slots, crashes, lost and mixed key files ───────────────────────────────────────────────


class Cut(Exception):
    """The current went off here."""


class Slots:
    """A book whose keys are changed by chance and cut off by chance.

    The paper must always open it, and the network office as long as the key file names it.
    """

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.chance = path, random.Random(seed)
        self.code, self.names = "", ["malee"]
        with Book.found(path, founding(), user="malee", passphrase=WORDS) as book:
            self.code, self.key = recovery_code(book.key), book.key
        self.old = [keys_of(path).read_bytes()]
        self.office = path.with_name(f"{path.name}-office.key")
        public = path.with_name(f"{path.name}-office.txt")
        self.public = new_network_key(self.office, public, SURIN, OTHERS)

    def step(self) -> None:
        moves = (self.give, self.network, self.change, self.renew, self.lose, self.mix)
        move = self.chance.choice(moves)
        with pytest.MonkeyPatch.context() as patch, suppress(Cut, Refusal):
            if self.chance.random() < 0.3:
                cut_off(patch, self.chance.randrange(1, 12))
            move()
        self.check()

    def give(self) -> None:
        name = f"user{self.chance.randrange(6)}"
        with self.open() as book:
            keyholding.give_key(book, name, OTHERS)

    def network(self) -> None:
        """The office gets a key, or loses it."""
        with self.open() as book:
            there = bool(networks(book))
            if not there:
                give_network_key(book, self.public, self.public.code)
        if there:
            keyholding.renew(self.path, Secret("malee", found=self.key), without_network=SURIN)

    def change(self) -> None:
        with self.open() as book:
            keyholding.change_passphrase(book, "malee", WORDS)

    def renew(self) -> None:
        with self.open() as book:
            others = [name for name in keyholding.holders(book) if name != "malee"]
        without = self.chance.choice(others) if others else None
        keyholding.renew(self.path, Secret("malee", found=self.key), without=without)

    def lose(self) -> None:
        for one in (keys_of(self.path), key_file.keys_before(self.path)):
            if self.chance.random() < 0.5:
                one.unlink(missing_ok=True)

    def mix(self) -> None:
        """Put back a key file of another day."""
        keys_of(self.path).write_bytes(self.chance.choice(self.old))

    def open(self) -> Book:
        return Book.open(self.path, secret=Secret("malee", data_key=self.key))

    def check(self) -> None:
        """The book opens by the newest paper, or a renewal was done and has a new one."""
        with suppress(OSError):
            self.old.append(keys_of(self.path).read_bytes())
        try:
            keyholding.recover(self.path, key_from(self.code), "malee", WORDS)
        except Refusal:
            # The new key was in place when the current went off: whoever has a key prints anew.
            with Book.open(self.path, user="malee", passphrase=WORDS) as book:
                self.key, self.code = book.key, recovery_code(book.key)
            keyholding.recover(self.path, key_from(self.code), "malee", WORDS)
        with Book.open(self.path, user="malee", passphrase=WORDS) as book:
            named = bool(networks(book))
        if named:
            recover_by_network(self.path, self.office, words=OTHERS, user="malee", passphrase=WORDS)


def cut_off(patch: pytest.MonkeyPatch, at: int) -> None:
    """The current goes off at the call of this number."""
    came = [0]

    def cutting(module: object, name: str) -> None:
        whole = getattr(module, name)

        def step(*given: object, **named: object) -> object:
            came[0] += 1
            if came[0] == at:
                raise Cut
            return whole(*given, **named)

        patch.setattr(module, name, step)

    for module, name in ((file, "copy"), (key_file, "put"), (keyholding, "name_twice")):
        cutting(module, name)
    cutting(os, "replace")


def slots(folder: Path, *, seed: int, tries: int) -> Result:
    """KD3: keys given, changed, renewed, lost and mixed, cut off by chance; the paper opens."""
    says = "slots changed, cut off, lost, mixed: the recovery sheet opens, and the network's key"
    result = Result("KD3 slots", says, seed)
    folder.mkdir()
    with quick_guesses():
        _lives(Slots(folder / "b.satcha", seed), result, tries)
        planted = Result("", "", seed)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(keyholding, "_put_in_place", _book_first)
            _lives(Slots(folder / "bug.satcha", 7), planted, 60)
        result.planted["book switched before its keys"] = bool(planted.wrong)
        unsealed = Result("", "", seed)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(network_slot.NetworkSlot, "resealed", lambda slot, *_: slot)
            _lives(Slots(folder / "office.satcha", 7), unsealed, 60)
        result.planted["new key not sealed to the office"] = bool(unsealed.wrong)
    return result


def _lives(slots_: Slots, result: Result, tries: int) -> None:
    for _ in range(tries):
        result.tried += 1
        try:
            slots_.step()
        except Refusal as refusal:
            result.note(f"step {result.tried}: {refusal!r}")
            return


def _book_first(path: Path, beside: Path, ring: object, made: object) -> Path:
    """The planted bug: a cut between the two leaves a book that nothing opens."""
    beside.replace(path)
    key_file.write(path, made, ring)  # type: ignore[arg-type]  # as they were handed over
    return path


# ── X1: nothing can be read in any file ─────────────────────────────────────────────────────────


_PERSON = Person(given=NAMES[0], family=NAMES[1], national_id=NAMES[2])


def leaks(folder: Path, secrets: tuple[str, ...]) -> list[str]:
    """Every file under the folder in which one of the texts, or a plain database, is readable."""
    found = []
    for path in folder.rglob("*"):
        whole = path.read_bytes() if path.is_file() else b""
        forms = [text.encode(form) for text in secrets for form in ("utf-8", "utf-16-le")]
        if whole.startswith(b"SQLite format") or any(form in whole for form in forms):
            found.append(path.name)
    return found


def a_lived_in_book(folder: Path) -> list[list[str]]:
    """What leaks while it is open, after backups and a new key, and when it is closed."""
    path, seen = folder / "b.satcha", []
    with Book.found(path, founding(), user="malee", passphrase=WORDS) as book:
        book.run(AdmitMember(person=_PERSON, on=START))
        assert Path(file.log_of(path)).stat().st_size > 0
        seen.append(leaks(folder, (*NAMES, WORDS)))
        back_up(book, folder / "stick")
        keyholding.give_key(book, "somchai", OTHERS)
        seen.append(leaks(folder, (*NAMES, WORDS, OTHERS)))
        secret = book.secret
    with suppress(WrongPassphrase):
        Book.open(path, user="malee", passphrase=OTHERS)
    keyholding.renew(path, secret, without="somchai")
    seen.append(leaks(folder, (*NAMES, WORDS, OTHERS)))
    return seen


def plain_text(folder: Path, *, seed: int) -> Result:
    """X1: every file of a book that was lived in, while open and closed, is searched."""
    result = Result("X1 plain text", "names in book, log, keys, copies, old files: 0 hits", seed)
    folder.mkdir()
    with quick_guesses():
        for found in a_lived_in_book(folder):
            result.tried += 1
            for name in found:
                result.note(f"{name} can be read")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file, "_give_key", lambda *_: None)
            bug = folder / "bug"
            bug.mkdir()
            with Book.found(bug / "b.satcha", founding(), passphrase=WORDS) as book:
                book.run(AdmitMember(person=_PERSON, on=START))
                result.planted["not encrypted"] = bool(leaks(bug, NAMES))
    return result
