"""Making the practice book: the same people do the same things for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from ledger.book import Book
from ledger.book.chance import Clock, SystemClock
from ledger.domain.days import Month
from ledger.practice.beginning import founding, set_up
from ledger.practice.diary import Diary, Done
from ledger.practice.months import Calendar, close, happenings, live
from ledger.practice.people import households
from ledger.practice.pretending import PlannedClock, SeededChance
from ledger.usecases.founding import FoundBook

FILE = "practice.satcha"
_LATER = 8  # one in so many joins after the first month


@dataclass(frozen=True, slots=True)
class Story:
    """How the book was founded and every command that followed, in order."""

    founding: FoundBook
    done: tuple[Done, ...]


def make(  # noqa: PLR0913 - one name for each figure of the story
    folder: Path,
    *,
    members: int = 120,
    months: int = 14,
    seed: int = 1,
    until: Month | None = None,
    clock: Clock | None = None,
) -> Path:
    """Make ``practice.satcha`` in the folder; answers its path.

    The last month, ``until``, stays open; without it, it is the month before the one in which the
    clock stands. The figures and fingerprints follow from members, months, seed and last month.

    Raises:
        Refusal: BookExists and whatever else keeps a new book from being made.
    """
    last = until or Month.of((clock or SystemClock()).now().date()).plus(-1)
    path = folder / FILE
    tell(path, members=members, months=months, seed=seed, until=last)
    return path


def tell(path: Path, *, members: int, months: int, seed: int, until: Month) -> Story:
    """Live the whole story in a new book; answers what was done."""
    first = until.plus(1 - months)
    chance = Random(seed)  # noqa: S311 - a story that repeats itself, no secret
    ids, clock = SeededChance(seed), PlannedClock(first.first)
    command = founding(ids.letters(32), first)
    with Book.found(path, command, user="เหรัญญิก", clock=clock, chance=ids) as book:
        book.audits_closings = False
        homes = households(chance, members)
        diary = Diary(book, clock, ids, chance, homes)
        set_up(diary, first.first)
        calendar = Calendar(first, newcomers(members, months), happenings(months))
        for at in range(months):
            live(diary, calendar, at)
            if at < months - 1:
                close(diary, calendar, at)
    return Story(command, tuple(diary.done))


def newcomers(members: int, months: int) -> list[int]:
    """How many join in each month: most in the first, the others spread over the rest."""
    later = members // _LATER if months > 1 else 0
    counts = [members - later] + [0] * (months - 1)
    for one in range(later):
        counts[1 + one * (months - 1) // later] += 1
    return counts
