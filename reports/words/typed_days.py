"""Days as people type them, read without ever guessing between two eras.

Years of four digits show their era themselves: 2400 to 2700 are Buddhist, 1857 to 2157 common, and
nothing lies in both. A year of two digits can be 25xx Buddhist or 20xx common: readings that are
no real day, or lie more than ``years_back`` before or ``years_ahead`` after the base day, fall
away; when one reading is left it is taken, otherwise the person is asked (interface.md,
"Everywhere"; domain.md 3.8). Day and month are never exchanged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.month_names import ENGLISH_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from ledger.domain.refusals import Refusal
from reports.words.figures import in_western_digits
from reports.words.months import Era

BUDDHIST_YEARS = range(2400, 2701)
COMMON_YEARS = range(2400 - ERA_OFFSET, 2701 - ERA_OFFSET)
_LONGEST = 60


class DayProblem(Enum):
    """Why a text is no day."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_BASE_DAY = "no_base_day"


@dataclass(eq=False)
class UnreadableDay(Refusal):
    """The typed text cannot be read as a day; ``month`` (common era) is given for NO_SUCH_DAY."""

    text: str
    problem: DayProblem
    month: Month | None = None


@dataclass(eq=False)
class AmbiguousDay(Refusal):
    """The typed year could belong to either era; the person chooses among the readings."""

    text: str
    readings: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A day that was read; ``era`` is that of the typed year, None where none was typed."""

    day: date
    era: Era | None = None


def parse_day(
    text: str, *, base: date | None, years_back: int = 100, years_ahead: int = 5
) -> Reading:
    """Read a typed day.

    ``base`` is the day that ``+1``, ``0`` and a missing year refer to and around which years of
    two digits are plausible; without it such years are always asked.

    Raises:
        UnreadableDay: the text is no day; says why.
        AmbiguousDay: the year could be either era; holds the readings, Buddhist first.
    """
    plain = _plain(text)
    relative = _relative(plain)
    if relative is not None:
        return _shifted(base, relative, text)
    typed = _typed(plain, text)
    if not typed.year:
        if base is None:
            raise UnreadableDay(text, DayProblem.NO_BASE_DAY)
        return Reading(_real(Month(base.year, typed.month), typed.day, text))
    readings = _readings(typed, text)
    near = range(0)
    if base is not None:
        near = range(base.year - years_back, base.year + years_ahead + 1)
    return _the_only(readings, near, text)


@dataclass(frozen=True, slots=True)
class _Typed:
    """The parts of a typed day; the year as typed, with its era when that was typed too."""

    day: int
    month: int
    year: str
    era: Era | None


_BETWEEN = r"(?:\s*[/.\-]\s*|\s+)"
_ERA = r"พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?"
_YEAR = rf"(?:(?P<era>{_ERA})\s*)?(?P<year>[0-9]{{4}}|[0-9]{{2}})(?:\s*(?P<era_after>{_ERA}))?"
_NAME = r"(?P<name>[^\W\d_][^\d/,]*?)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>[0-9]{4})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})",
        rf"(?P<day>[0-9]{{1,2}}){_BETWEEN}(?P<month>[0-9]{{1,2}})(?:{_BETWEEN}{_YEAR})?",
        rf"(?P<day>[0-9]{{1,2}})\s*[/.\-]?\s*{_NAME}(?:\s*[/.\-,]?\s*{_YEAR})?",
        rf"{_NAME}\s+(?P<day>[0-9]{{1,2}})(?:(?:\s*,\s*|\s+){_YEAR})?",
    )
)
_RELATIVE = re.compile(r"([+-])\s?([0-9]{1,4})")
_WORDS = {
    **dict.fromkeys(("0", "=", "today", "วันนี้"), 0),
    **dict.fromkeys(("yesterday", "เมื่อวาน", "เมื่อวานนี้"), -1),
    **dict.fromkeys(("tomorrow", "พรุ่งนี้"), 1),
}


def _plain(text: str) -> str:
    """Lower case, Western digits, single spaces; refuses nothing at all and far too much."""
    if len(text) > _LONGEST:
        raise UnreadableDay(text[:_LONGEST], DayProblem.NOT_UNDERSTOOD)
    plain = " ".join(in_western_digits(text).lower().split())
    plain = plain.removeprefix("วันที่").strip()
    if not plain:
        raise UnreadableDay(text, DayProblem.EMPTY)
    return plain


def _relative(plain: str) -> int | None:
    if plain in _WORDS:
        return _WORDS[plain]
    found = _RELATIVE.fullmatch(plain)
    return int(found[1] + found[2]) if found else None


def _shifted(base: date | None, days: int, text: str) -> Reading:
    if base is None:
        raise UnreadableDay(text, DayProblem.NO_BASE_DAY)
    number = base.toordinal() + days
    if not 1 <= number <= date.max.toordinal():
        raise UnreadableDay(text, DayProblem.YEAR_OUT_OF_RANGE)
    return Reading(date.fromordinal(number))


def _typed(plain: str, text: str) -> _Typed:
    for shape in _SHAPES:
        found = shape.fullmatch(plain)
        if found is not None:
            return _from_parts(found.groupdict(), text)
    raise UnreadableDay(text, DayProblem.NOT_UNDERSTOOD)


def _from_parts(parts: dict[str, str | None], text: str) -> _Typed:
    name = parts.get("name")
    month = _month_named(name) if name else int(parts["month"] or 0)
    if month is None:
        raise UnreadableDay(text, DayProblem.NOT_UNDERSTOOD)
    if not 1 <= month <= 12:
        raise UnreadableDay(text, DayProblem.NO_SUCH_MONTH)
    before, after = parts.get("era"), parts.get("era_after")
    if before and after:
        raise UnreadableDay(text, DayProblem.NOT_UNDERSTOOD)
    era = _era_named(before or after or "")
    return _Typed(int(parts["day"] or 0), month, parts["year"] or "", era)


def _era_named(sign: str) -> Era | None:
    if not sign:
        return None
    return Era.BUDDHIST if sign[0] in "พb" else Era.COMMON


def _month_named(name: str) -> int | None:
    """The month with this full, short or unmistakably begun name."""
    letters = re.sub(r"[.\s]", "", name)
    if letters in _SHORT_NAMES:
        return _SHORT_NAMES[letters]
    begun = [month for full, month in _FULL_NAMES if full.startswith(letters)]
    return begun[0] if len(letters) >= 3 and len(begun) == 1 else None


_SHORT_NAMES = {name.replace(".", ""): n for n, name in enumerate(THAI_SHORT_MONTHS, 1)}
_FULL_NAMES = tuple(
    (name.lower(), number)
    for names in (THAI_MONTHS, ENGLISH_MONTHS)
    for number, name in enumerate(names, 1)
)


def _readings(typed: _Typed, text: str) -> list[Reading]:
    """The real days that the typed year can mean, Buddhist first; at least one.

    Raises:
        UnreadableDay: no year of either era fits, or the day exists in none of them.
    """
    years = _years(typed)
    if not years:
        raise UnreadableDay(text, DayProblem.YEAR_OUT_OF_RANGE)
    readings = [
        Reading(date(year, typed.month, typed.day), era)
        for year, era in years
        if 1 <= typed.day <= Month(year, typed.month).last.day
    ]
    if not readings:
        raise UnreadableDay(text, DayProblem.NO_SUCH_DAY, Month(years[0][0], typed.month))
    return readings


def _the_only(readings: list[Reading], near: range, text: str) -> Reading:
    if len(readings) == 1:
        return readings[0]
    plausible = [reading for reading in readings if reading.day.year in near]
    if len(plausible) != 1:
        raise AmbiguousDay(text, tuple(reading.day for reading in plausible or readings))
    return plausible[0]


def _years(typed: _Typed) -> list[tuple[int, Era]]:
    """Common-era years with the era they were typed in."""
    number = int(typed.year)
    short = len(typed.year) == 2
    buddhist = 2500 + number if short else number
    common = 2000 + number if short else number
    years: list[tuple[int, Era]] = []
    if buddhist in BUDDHIST_YEARS and typed.era is not Era.COMMON:
        years.append((buddhist - ERA_OFFSET, Era.BUDDHIST))
    if common in COMMON_YEARS and typed.era is not Era.BUDDHIST:
        years.append((common, Era.COMMON))
    return years


def _real(month: Month, day: int, text: str) -> date:
    if not 1 <= day <= month.last.day:
        raise UnreadableDay(text, DayProblem.NO_SUCH_DAY, month)
    return date(month.year, month.number, day)
