"""All suites with how often each tries: a few for every change, and so many for a certificate."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

from tests.attack import keys, papers, processes, rights, tampering
from tests.attack.compound import compound
from tests.attack.crash import crashes, lying
from tests.attack.faults import faults
from tests.attack.fuzz import fuzz
from tests.attack.likeness import alike
from tests.attack.lives import lives
from tests.attack.mutants import mutants
from tests.attack.results import Result, together
from tests.attack.rooms import rooms
from tests.attack.scanner import scanned
from tests.attack.servers import servers
from tests.attack.years import years

Run = Callable[..., Result]  # of a folder, seed and tries


@dataclass(frozen=True, slots=True)
class Suite:
    """One suite: how often trust.md 7.2 asks it to try in a night, and in one go.

    ``whole`` is for suites that try everything there is, however much is asked for; ``least`` is
    with how many tries a suite finds what is planted in it.
    """

    run: Run
    asked: int
    part: int
    whole: bool = False
    least: int = 1

    def parts(self, share: float) -> list[int]:
        """How often each part tries, for this share of a night."""
        if self.whole:
            return [self.asked]
        tries = max(self.least, round(self.asked * share))
        parts = ceil(tries / self.part)
        return [ceil(tries / parts)] * parts


def _on_a_whole_book(attack: Callable[..., Result], folder: Path, **named: int) -> Result:
    """For attacks on a book in which every table has a row, and on copies of it."""
    spoilt = folder / "spoilt"
    spoilt.mkdir(parents=True)
    return attack(tampering.full_book(folder / "full"), spoilt, **named)


def _at_once(attack: Callable[..., Result], folder: Path, *, seed: int, **_: int) -> Result:
    """For attacks that try what there is, once."""
    return attack(folder, seed=seed)


def _guesses(folder: Path, *, seed: int) -> Result:
    return keys.guess_costs(folder, seed=seed, measured=True)


def _tricks(whole: Path, spoilt: Path, *, seed: int, **_: int) -> Result:
    return tampering.tricks(whole, spoilt, seed=seed)


# What a night asks for is the middle column of trust.md 7.2.
SUITES = (
    Suite(mutants, 660, 330),  # a tenth of all there are; first, as each part takes hours
    Suite(crashes, 200_000, 9_000),
    Suite(lying, 20_000, 2_500),
    Suite(faults, 20_000, 1_000),
    Suite(processes.kills, 5_000, 250),
    Suite(compound, 20_000, 1_000),
    Suite(rooms, 1_000, 200),
    Suite(processes.meetings, 1_000, 250),
    Suite(scanned, 5_000, 500),
    Suite(processes.doubles, 5_000, 1_000),
    Suite(processes.clocks, 5_000, 500),
    Suite(partial(_on_a_whole_book, tampering.flipped_bytes), 20_000, 1_000),
    Suite(partial(_on_a_whole_book, tampering.cells), 5_000, 5_000, whole=True),
    Suite(partial(_on_a_whole_book, tampering.clever), 60, 60),
    Suite(tampering.rolled_back, 60, 60, whole=True),
    Suite(partial(_on_a_whole_book, _tricks), 150, 150, whole=True),
    Suite(papers.codes, 10_000, 5_000),
    Suite(rights.privileges, 1_000, 1_000, whole=True),
    Suite(rights.own_approvals, 200, 40),
    Suite(rights.splits, 5_000, 500, least=25),
    Suite(rights.forgeries, 2_000, 500, least=25),
    Suite(partial(_at_once, _guesses), 1, 1, whole=True),
    Suite(keys.robots, 1_000, 1_000, whole=True),
    Suite(keys.slots, 10_000, 500),
    Suite(papers.drills, 300, 75),
    Suite(fuzz, 10_000_000, 100_000),
    Suite(lives, 1_000_000, 30_000),  # not asked for there, and worth a night
    Suite(alike, 50_000, 2_000),
    Suite(servers, 50_000, 2_000),
    Suite(years, 50, 1),
    Suite(partial(_at_once, keys.plain_text), 3, 3, whole=True),
)


def _tried(run: Run, place: Path, *, seed: int, tries: int) -> Result:
    """One part, in a folder that goes with it: the books of a whole night would fill a disk.

    A part that breaks off is wrong, and no reason to lose what the others found in a night.
    """
    place.mkdir()
    try:
        return run(place / "x", seed=seed, tries=tries)
    except Exception as error:  # noqa: BLE001 - whatever comes out is the finding
        at = traceback.extract_tb(error.__traceback__)[-1]
        broken = Result(getattr(run, "__name__", "a suite"), "", seed)
        broken.note(f"broke off: {error!r} ({Path(at.filename).name}:{at.lineno})")
        return broken
    finally:
        shutil.rmtree(place, ignore_errors=True)


def all_suites(
    folder: Path, seed: int, share: float, mutated: int | None = None
) -> Iterator[Result]:
    """One result a suite as soon as all its parts are there.

    ``mutated`` is how many rules are changed, where it is not the share: one of them that no test
    finds takes as long as a thousand images. There is a process for each core, and one more: who
    waits for another program, as K1 does for seconds, needs no core.
    """
    spawn, hands = multiprocessing.get_context("spawn"), (os.cpu_count() or 1) + 1
    with ProcessPoolExecutor(hands, mp_context=spawn, max_tasks_per_child=1) as pool:
        waiting: dict[Future[Result], int] = {}
        left: dict[int, int] = {}
        found: dict[int, list[Result]] = {}
        for number, suite in enumerate(SUITES):
            of_night = (
                share if mutated is None or suite.run is not mutants else mutated / suite.asked
            )
            parts = suite.parts(of_night)
            left[number], found[number] = len(parts), []
            for at, tries in enumerate(parts):
                place = folder / f"{number}-{at}"
                future = pool.submit(_tried, suite.run, place, seed=seed + at, tries=tries)
                waiting[future] = number
        for done in as_completed(waiting):
            number = waiting[done]
            found[number].append(done.result())
            if len(found[number]) == left[number]:
                suite = SUITES[number]
                yield together(found[number], asked=suite.asked, whole=suite.whole)
