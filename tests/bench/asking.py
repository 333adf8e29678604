"""Questions inside the program: the trial balance of any day, and a member's years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

from ledger.book import Book
from ledger.queries.statement import member_statement
from ledger.queries.trial_balance import trial_balance
from tests.bench.table import Row, at_most, seconds
from tests.bench.volume import Volume, opened, payers_of

_RUNS = 51
_MOST_FOR_A_BALANCE, _MOST_FOR_A_STATEMENT = 0.005, 0.003
# More than this between two years would mean that the time grows with the book.
_SAME = 1.5


def asking_rows(found: Volume) -> list[Row]:
    return [*_of_trial_balance(found), _of_statement(found)]


def _of_trial_balance(found: Volume) -> list[Row]:
    with opened(found.path, found.last_day) as book:
        first, last = _balance(book, found.first_year_end), _balance(book, found.last_day)
    with opened(found.longer, found.longer_last_day) as book:
        latest = _balance(book, found.longer_last_day)
    years = found.size.months // 12
    what = "trial balance, inside the program, at the end of year"
    return [
        at_most(f"{what} 1", first, most=_MOST_FOR_A_BALANCE),
        at_most(f"{what} {max(years, 1)}", last, most=_MOST_FOR_A_BALANCE),
        _grown(f"{what} {max(2 * years, 1)}", latest, first),
    ]


def _grown(what: str, latest: float, first: float) -> Row:
    ratio = latest / first
    return Row(
        what,
        seconds(latest),
        f"{seconds(first)} in year 1",
        f"{ratio:.2f} ×",
        f"≤ {seconds(_MOST_FOR_A_BALANCE)}, as in year 1",
        latest <= _MOST_FOR_A_BALANCE and ratio <= _SAME,
    )


def _balance(book: Book, at: date) -> float:
    return _time_of(lambda: book.ask(trial_balance, at=at))


def _of_statement(found: Volume) -> Row:
    with opened(found.path, found.last_day) as book:
        payers = payers_of(book)
        since = date(found.first_year_end.year, 1, 1)
        middle = payers[len(payers) // 2].member
        taken = _time_of(
            lambda: book.ask(member_statement, member=middle, since=since, until=found.last_day)
        )
    return at_most(
        f"a member's statement of {found.size.months} months, inside the program",
        taken,
        most=_MOST_FOR_A_STATEMENT,
    )


def _time_of(ask: Callable[[], object]) -> float:
    ask()
    measured = []
    for _ in range(_RUNS):
        before = perf_counter()
        ask()
        measured.append(perf_counter() - before)
    return median(measured)
