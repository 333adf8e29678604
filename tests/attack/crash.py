"""Power cuts: after every call on the disk the book must be whole (C1 to C3)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ledger.book import Book
from ledger.domain.fingerprint import code_of
from ledger.domain.refusals import Refusal
from ledger.queries import integrity
from ledger.queries.integrity import find_code
from ledger.storage.register import RECORDS
from tests.attack.disk import Call, Disk
from tests.attack.images import Files, lay_out, shim, traced
from tests.attack.results import Result
from tests.support.books import found_village

UNTOLD = 3  # acts in a row that the worker does not mark: the one under way, and a key being made
CHAINED = ("entries", "lines", *(kind.table for kind in RECORDS))


def founded(folder: Path) -> Path:
    """The closed file of a new book, with the fiscal year that the work of ``fill`` needs."""
    village = found_village(folder, year_ends_in=2)
    village.book.close()
    return village.book.path


def run_traced(folder: Path, bug: str = "") -> tuple[Files, list[Call]]:
    """The files before, and every call of a process that does one of everything."""
    path = founded(folder)
    return traced(folder, "keep", str(path), bug)


def cut_everywhere(  # noqa: PLR0913 - what an attack is made of
    before: Files,
    calls: list[Call],
    folder: Path,
    result: Result,
    *,
    images: int,
    torn: int = 2,
    once: bool = False,
) -> None:
    """Look at so many images, spread over the calls; each is opened and audited whole.

    ``once`` ends with the first that is wrong: enough to know that a planted bug is found.
    """
    chance = random.Random(result.seed)
    disk, saved, root = Disk(before), 1, _root_of(before)
    cuts = [at for at, call in enumerate(calls) if call.letter != "M"]
    chosen = set(chance.sample(cuts, min(len(cuts), max(1, images // (2 + torn)))))
    for at, call in enumerate(calls):
        if call.letter == "M":
            saved = max(saved, call.number)
            continue
        disk.take(call)
        if once and result.wrong:
            return
        if at in chosen:
            for number, state in enumerate(disk.states(chance, torn)):
                result.tried += 1
                lay_out(state, root, folder)
                wrong = _look(folder / "village.satcha", saved)
                if wrong:
                    result.note(f"call {at} of {len(calls)}, state {number}: {wrong}")


def _root_of(before: Files) -> Path:
    return next(Path(one).parent for one in before if one.endswith("village.satcha"))


def _look(path: Path, saved: int) -> str:
    try:
        with Book.open(path) as book:
            ((acts,),) = book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM acts"))
            found = book.ask(integrity.audit)
    except Refusal as refusal:
        return f"the book does not open: {refusal!r}"
    if not saved <= acts <= saved + UNTOLD:
        return f"{saved} acts were told, {acts} are there"
    return f"the audit finds {found.findings[0]}" if found.findings else ""


def crashes(folder: Path, *, seed: int, tries: int) -> Result:
    """C1: nothing that was told is lost, nothing half done is there, after any cut."""
    says = "power cut after a call on the disk: 0 lost, 0 partial"
    result = Result("C1 crash at write calls", says, seed)
    if shim() is None:
        result.skipped = "no C compiler"
        return result
    before, calls = run_traced(_made(folder / "kept"))
    cut_everywhere(before, calls, _made(folder / "cut"), result, images=tries)
    for bug in ("sync-off", "sync-normal", "no-journal", "told-too-early"):
        planted = Result(bug, "", seed)
        before, calls = run_traced(_made(folder / bug), bug)
        images = min(400, max(60, tries // 4))
        cut_everywhere(before, calls, folder / "cut", planted, images=images, once=True)
        result.planted[bug] = bool(planted.wrong)
    return result


# ── C3: a disk that says it has kept what it has not ────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Truth:
    """The book as it really went: each act's fingerprint, and the rows of all acts."""

    fingerprints: tuple[str, ...]
    rows: dict[str, list[tuple[Any, ...]]]

    def until(self, act: int) -> dict[str, list[tuple[Any, ...]]]:
        return {name: [row for row in rows if row[-1] <= act] for name, rows in self.rows.items()}


def truth_of(reader: Any) -> Truth:
    """Every row of the chain; the act is the last column of each."""
    prints = reader.rows("SELECT fingerprint FROM acts ORDER BY number")
    return Truth(
        tuple(str(row[0]) for row in prints),
        {name: sorted(reader.rows(f"SELECT * FROM {name}"), key=repr) for name in CHAINED},  # noqa: S608
    )


def lying(folder: Path, *, seed: int, tries: int, planted: int = 400) -> Result:
    """C3: the last calls are torn though the disk said they were kept; damage is always told.

    Whole acts may be gone at the end, which no file can know by itself: then the code on the last
    slip is not in the book, which is what the slip is for.
    """
    says = "16 or 64 calls torn that the disk said it kept: damage told"
    result = Result("C3 lying disk", says, seed)
    if shim() is None:
        result.skipped = "no C compiler"
        return result
    before, calls = run_traced(_made(folder / "kept"))
    with Book.open(folder / "kept" / "village.satcha") as book:
        truth = book.ask(truth_of)
    _lie_everywhere(before, calls, _made(folder / "cut"), truth, result, images=tries)
    blind = Result("", "", seed)
    before, calls = run_traced(_made(folder / "bug"), "no-journal")
    with Book.open(folder / "bug" / "village.satcha") as book:
        truth = book.ask(truth_of)
    with patch("ledger.queries.integrity._all_findings", lambda *_: iter(())):
        _lie_everywhere(before, calls, folder / "cut", truth, blind, images=planted, once=True)
    result.planted["no journal, and an audit that looks at nothing"] = bool(blind.wrong)
    return result


def _lie_everywhere(  # noqa: PLR0913 - what an attack is made of
    before: Files,
    calls: list[Call],
    folder: Path,
    truth: Truth,
    result: Result,
    *,
    images: int,
    once: bool = False,
) -> None:
    chance, root = random.Random(result.seed), _root_of(before)
    ends = sorted(chance.choices(range(64, len(calls)), k=max(1, images // 4)))
    disk, done = Disk(before), 0
    for end in ends:
        if once and result.wrong:
            return
        start = max(done, end - chance.choice((16, 64)))
        for call in calls[done:start]:
            disk.take(call)
        done = start
        torn = disk.copy()
        torn.lie(calls[start:end])
        saved = max([1, *(call.number for call in calls[:end] if call.letter == "M")])
        for state in islice(torn.states(chance, 4), 2, None):
            result.tried += 1
            lay_out(state, root, folder)
            wrong = _accepted(folder / "village.satcha", saved, truth)
            if wrong:
                result.note(f"calls {start} to {end} of {len(calls)}: {wrong}")


def _accepted(path: Path, saved: int, truth: Truth) -> str:
    """What is wrong and was not told; nothing where the book refuses, or the audit finds it."""
    try:
        with Book.open(path) as book:
            found = book.ask(integrity.audit)
            if found.findings:
                return ""
            here = book.ask(truth_of)
            slip = code_of(bytes.fromhex(truth.fingerprints[saved - 1]))
            proved = book.ask(find_code, slip, found).proved
    except Refusal:
        return ""
    acts = len(here.fingerprints)
    if here.fingerprints != truth.fingerprints[:acts] or here.rows != truth.until(acts):
        return f"other rows after {acts} acts, and nothing is told"
    if acts < saved and proved:
        return f"{saved} acts were told, {acts} are there, and the slip proves"
    return ""


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
