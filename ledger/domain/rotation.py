"""Which copies may go: the newest, and some of each day, week and month, stay (trust.md 6.3)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

KEPT_SESSIONS = 10
KEPT_DAYS = 7
KEPT_WEEKS = 5
KEPT_MONTHS = 3
LEAST = 3
OLDEST = 90  # days; what was erased in the book is gone from its copies by then (trust.md 6.8)


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy as the list of a folder knows it; ``made_on`` is a Thai day."""

    file: str
    book: str
    through_act: int
    fingerprint: str
    sha256: str
    size: int
    made_on: date


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was proved, and the older ones that made room for it.

    ``outside`` says that it lies on a medium that is not in this PC.
    """

    copy: Copy
    path: str
    act: int
    removed: tuple[str, ...]
    outside: bool


def dispensable(copies: Sequence[Copy]) -> list[Copy]:
    """The copies of one book that are not needed any more, oldest first.

    Kept are the last ten, the last of each of seven days, five weeks and three months, and always
    at least three; what is ninety days older than the newest goes, but for those three. A copy
    with a longer history than the newest one is never dispensable: the shorter one may come from
    an old book that somebody put back.
    """
    if not copies:
        return []
    in_order = sorted(copies, key=lambda one: (one.made_on, one.through_act))
    kept = set(in_order[-max(KEPT_SESSIONS, LEAST) :])
    for count, period in ((KEPT_DAYS, _day), (KEPT_WEEKS, _week), (KEPT_MONTHS, _month)):
        kept |= _last_of_each(in_order, period, count)
    newest = in_order[-1]
    kept = {one for one in kept if (newest.made_on - one.made_on).days <= OLDEST}
    kept |= set(in_order[-LEAST:])
    longer = {one for one in copies if one.through_act > newest.through_act}
    return [one for one in in_order if one not in kept | longer]


def _last_of_each(
    in_order: Sequence[Copy], period: Callable[[date], Hashable], count: int
) -> set[Copy]:
    last = {period(one.made_on): one for one in in_order}
    return set(list(last.values())[-count:])


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
