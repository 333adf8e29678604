"""Codes that are misread or of another book, and copies that are spoilt (TA8, B1, B3)."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from ledger.book import Book, copies
from ledger.book.copies import back_up, copies_in, restore
from ledger.domain import fingerprint
from ledger.domain.fingerprint import LETTERS, plain_letters, read_code
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit, find_code
from tests.attack.results import Result
from tests.attack.tampering import _codes
from tests.support.books import found_village
from tests.support.narrow import SmallDisk, small_disk


def codes(folder: Path, *, seed: int, tries: int) -> Result:
    """TA8: a code with one or two wrong letters, or of another book, never proves anything.

    One wrong letter, or two neighbours changed about, is always seen as misread. Of a code of this
    book with one or two wrong letters, the right one is offered.
    """
    result = Result("TA8 paper", "codes misread, or of another book: none proves", seed)
    path, other = _a_book(folder / "one", 1), _a_book(folder / "other", 2)
    chance = random.Random(seed)
    _try_codes(path, other, result, chance, tries)
    planted = Result("", "", seed)
    with patch.object(fingerprint, "_check_digit", lambda digits: digits[0]):
        _try_codes(path, other, planted, chance, 400)
    result.planted["a check letter that checks one letter"] = bool(planted.wrong)
    return result


def _a_book(folder: Path, paid: int) -> Path:
    folder.mkdir(parents=True)
    village = found_village(folder)
    _, card = village.saver(baht(paid))
    for _ in range(20):
        village.deposit(card, baht(1))
    village.book.close()
    return village.book.path


def _try_codes(path: Path, other: Path, result: Result, chance: random.Random, tries: int) -> None:
    own, foreign = _codes(path), sorted({*_codes(other)} - {*_codes(path)})
    with Book.open_for_reading(path) as book:
        found = book.ask(audit)
        for _ in range(tries):
            result.tried += 1
            right = chance.choice(own)
            if chance.random() < 0.1:
                typed, wrong_letters = chance.choice(foreign), 16
            else:
                typed, wrong_letters = _misread(plain_letters(right), chance)
            told = book.ask(find_code, typed, found)
            if told.proved:
                result.note(f"{typed} proves, {right} was printed")
            elif wrong_letters == 1 and read_code(typed) is not None:
                result.note(f"{typed} passes for a code, {right} was printed")
            elif wrong_letters <= 2 and right not in told.nearest:
                result.note(f"{right} is not offered for {typed}")


def _misread(letters: str, chance: random.Random) -> tuple[str, int]:
    """The letters with one or two others in their place; how many are wrong."""
    written = list(letters)
    places = chance.sample(range(len(written)), chance.choice((1, 2)))
    for place in places:
        written[place] = chance.choice([one for one in LETTERS if one != written[place]])
    return "".join(written), len(places)


def drills(folder: Path, *, seed: int, tries: int) -> Result:
    """B1 and B3: every copy is restored and audited; a stick that spoils or fills is never good."""
    result = Result("B1-B3 copies", "restored, spoilt, cut, full: none is falsely good", seed)
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    _drill(folder / "kept", result, chance, tries)
    planted = Result("", "", seed)
    with (
        patch.object(copies, "read_back", lambda *_: None),
        patch.object(copies, "prove", lambda *_: None),
    ):
        # One harm in ten hits what the program reads of a copy without looking at all of it.
        _drill(folder / "bug", planted, chance, max(150, tries // 4), once=True)
    result.planted["a copy that is not looked at"] = bool(planted.wrong)
    return result


def _drill(
    folder: Path, result: Result, chance: random.Random, tries: int, *, once: bool = False
) -> None:
    folder.mkdir()
    village = found_village(folder)
    _, card = village.saver(baht(1))
    with small_disk(folder / "stick", megabytes=64) as disk:
        stick = disk.folder / "copies"
        for number in range(tries):
            result.tried += 1
            village.deposit(card, baht(1))
            kind = chance.choice(("whole", "whole", "flip", "cut", "full"))
            wrong = _one_copy(village.book, stick, disk, kind, chance)
            if wrong:
                result.note(f"copy {number}, {kind}: {wrong}")
                if once:
                    break
            for one in folder.glob("again*"):
                one.unlink()
    village.book.close()


def _one_copy(book: Book, stick: Path, disk: SmallDisk, kind: str, chance: random.Random) -> str:
    """Make a copy, do it harm, and restore; what is wrong with what the program says then."""
    if kind == "full":
        return _no_room(book, stick, disk, 4096 * chance.randrange(40))
    made = back_up(book, stick)
    path = Path(made.path)
    path.write_bytes(_harmed(path.read_bytes(), kind, chance))
    target = book.path.with_name("again.satcha")
    try:
        restored = restore(stick, target, reason="a drill")
    except Refusal as refusal:
        path.unlink()
        return f"nothing can be restored: {refusal!r}" if kind == "whole" else ""
    if kind == "whole":
        return _same(restored, made.copy, target)
    path.unlink()
    return "a spoilt copy was restored" if restored.copy.file == path.name else ""


def _no_room(book: Book, stick: Path, disk: SmallDisk, left: int) -> str:
    with disk.full(but_for=left), suppress(Refusal):
        back_up(book, stick)
        return "a copy was made where there is no room for it"
    _, spoilt = copies_in(stick)
    return f"{spoilt} half copies are left" if spoilt else ""


def _harmed(whole: bytes, kind: str, chance: random.Random) -> bytes:
    """Bits flipped in five places, or the end cut off."""
    if kind == "cut":
        return whole[: chance.randrange(len(whole))]
    spoilt = bytearray(whole)
    for at in chance.choices(range(len(whole)), k=5 if kind == "flip" else 0):
        spoilt[at] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _same(restored: copies.RestoredBook, copy: object, target: Path) -> str:
    if restored.copy != copy:
        return f"{restored.copy} was restored, {copy} was made"
    with Book.open(target) as book:
        findings = book.ask(audit).findings
    return f"the audit finds {findings[0]}" if findings else ""
