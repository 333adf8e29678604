"""A second misfortune: the power goes in recovery, backup, restore or a change of key (C6)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from ledger.book import Book
from ledger.book.copies import back_up, copies_in
from ledger.book.copy_list import listed
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal
from ledger.queries import integrity
from tests.attack.crash import run_traced
from tests.attack.disk import Call, Disk
from tests.attack.images import Files, lay_out, shim, traced
from tests.attack.results import Result
from tests.attack.worker import TODAY, WORDS
from tests.support.books import found_village, founding
from tests.support.clocks import StandingClock
from tests.support.quick_keys import quick_guesses

Look = Callable[[Path], str]
AT_ONCE = 120  # so many images come from one run of a work


def compound(
    folder: Path, *, seed: int, tries: int, planted: int = 200, works: tuple[str, ...] = ()
) -> Result:
    """C6: after any cut in any of these works the book opens whole, and no copy is falsely good.

    ``works`` leaves the others out.
    """
    says = "power cut in recovery, backup, restore, a new key: 0 lost"
    result = Result("C6 compound", says, seed)
    if shim() is None:
        result.skipped = "no C compiler"
        return result
    chance, chosen = random.Random(seed), works or tuple(WORKS)
    for name in chosen:
        work, bug = WORKS[name]
        wanted, once_more = tries // len(chosen), work(folder / name, "", chance)
        while wanted > 0:
            root, given, look = next(once_more)
            before = result.tried
            _cut(root, *given, look, chance, result, images=min(wanted, AT_ONCE))
            wanted -= max(1, result.tried - before)
        spoilt = Result("", "", seed)
        for root, given, look in islice(work(folder / f"{name}-bug", bug, chance), 3):
            _cut(root, *given, look, chance, spoilt, images=planted, once=True)
            if spoilt.wrong:
                break
        result.planted[f"{bug} ({name})"] = bool(spoilt.wrong)
    return result


def _cut(  # noqa: PLR0913, PLR0917 - what an attack is made of
    root: Path,
    before: Files,
    calls: list[Call],
    look: Look,
    chance: random.Random,
    result: Result,
    *,
    images: int,
    once: bool = False,
) -> None:
    disk, cut = Disk(before), root.with_name(f"{root.name}-cut")
    cut.mkdir(exist_ok=True)
    chosen = set(chance.sample(range(len(calls)), min(len(calls), max(1, images // 4))))
    for at, call in enumerate(calls):
        disk.take(call)
        if once and result.wrong:
            return
        if at in chosen:
            for number, state in enumerate(disk.states(chance, 2)):
                result.tried += 1
                lay_out(state, root, cut)
                wrong = look(cut)
                if wrong:
                    result.note(f"{root.name}, call {at} of {len(calls)}, state {number}: {wrong}")


# ── the works, each with what must hold after a cut ─────────────────────────────────────────────

Works = Iterator[tuple[Path, tuple[Files, list[Call]], Look]]


def _recovered(folder: Path, bug: str, chance: random.Random) -> Works:
    """A book that a first cut left with a log; recovery writes it into the file."""
    kept = folder / "kept"
    kept.mkdir(parents=True)
    before, calls = run_traced(kept)
    for number in range(10_000):
        root = folder / f"recovery{number}"
        root.mkdir()
        disk, saved = Disk(before), 1
        for call in calls[: chance.randrange(40, len(calls))]:
            disk.take(call)
            saved = max(saved, call.number if call.letter == "M" else 1)
        state = next(islice(disk.states(chance, 1), chance.randrange(3), None))
        lay_out(state, kept, root)
        yield root, traced(root, "recover", str(root / "village.satcha"), bug), _whole(saved)


def _whole(saved: int) -> Look:
    def look(cut: Path) -> str:
        return _wrong_with(cut / "village.satcha", at_least=saved)

    return look


def _wrong_with(path: Path, *, at_least: int, passphrase: str = "") -> str:
    try:
        user = "malee" if passphrase else ""
        with Book.open(path, user=user, passphrase=passphrase) as book:
            ((acts,),) = book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM acts"))
            found = book.ask(integrity.audit)
    except Refusal as refusal:
        return f"{path.name} does not open: {refusal!r}"
    if acts < at_least:
        return f"{at_least} acts were told, {acts} are there"
    return f"the audit finds {found.findings[0]}" if found.findings else ""


def _a_book_with_copies(root: Path) -> int:
    """A book that was backed up twice into ``stick``; answers how many acts it has."""
    root.mkdir(parents=True)
    village = found_village(root)
    _, card = village.saver(baht(1), on=TODAY)
    for _ in range(2):
        back_up(village.book, root / "stick")
        village.deposit(card, baht(1))
    acts = int(village.one("SELECT MAX(number) FROM acts"))
    village.book.close()
    return acts


def _backed_up(folder: Path, bug: str, _chance: random.Random) -> Works:
    for number in range(10_000):
        root = folder / f"backup{number}"
        acts = _a_book_with_copies(root)

        def look(cut: Path, acts: int = acts) -> str:
            wrong = _wrong_with(cut / "village.satcha", at_least=acts)
            return wrong or _wrong_copies(cut / "stick", at_least=2)

        yield root, traced(root, "backup", str(root / "village.satcha"), bug), look


def _wrong_copies(stick: Path, *, at_least: int) -> str:
    """Each file that has the name of a copy is one, and so is what the list names."""
    found, spoilt = copies_in(stick)
    if spoilt:
        return f"{spoilt} files look like copies and are none"
    if len(found) < at_least:
        return f"{at_least} copies were there, {len(found)} are left"
    missing = {one.file for one in listed(stick)} - {one.file for one in found}
    return f"the list names {missing}" if missing else ""


def _restored(folder: Path, bug: str, _chance: random.Random) -> Works:
    for number in range(10_000):
        root = folder / f"restore{number}"
        acts = _a_book_with_copies(root)

        def look(cut: Path, acts: int = acts) -> str:
            wrong = _wrong_with(cut / "village.satcha", at_least=acts)
            return wrong or _wrong_copies(cut / "stick", at_least=2) or _undeclared(cut)

        yield root, traced(root, "restore", str(root / "village.satcha"), bug), look


def _undeclared(cut: Path) -> str:
    """A restored book is not there, or it is whole and says of itself that it was restored."""
    path = cut / "again.satcha"
    if not path.exists():
        return ""
    wrong = _wrong_with(path, at_least=1)
    if wrong:
        return wrong
    with Book.open(path) as book:
        last = book.ask(
            lambda reader: reader.rows("SELECT command FROM acts ORDER BY number DESC LIMIT 1")
        )
    return "" if last[0][0] == "declare-restore" else "a restored book that does not say so"


def _renewed(folder: Path, bug: str, _chance: random.Random) -> Works:
    for number in range(10_000):
        root = folder / f"renewal{number}"
        root.mkdir(parents=True)
        path = root / "village.satcha"
        with (
            quick_guesses(),
            Book.found(
                path, founding(), user="malee", passphrase=WORDS, clock=StandingClock(TODAY)
            ),
        ):
            pass

        def look(cut: Path) -> str:
            with quick_guesses():
                return _wrong_with(cut / "village.satcha", at_least=1, passphrase=WORDS)

        yield root, traced(root, "renew", str(path), bug), look


# Each work, and the bug that is planted in it.
WORKS = {
    "recovery": (_recovered, "log thrown away"),
    "backup": (_backed_up, "copied in place"),
    "restore": (_restored, "copied in place"),
    "new key": (_renewed, "book first"),
}
