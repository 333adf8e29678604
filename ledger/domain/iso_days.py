"""Days and months as programs write them: the ISO forms of the common era, and nothing else."""

from __future__ import annotations

import re
from datetime import date

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.refusals import BuddhistYear, NotADay

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_FIRST_YEAR = 1583  # the first whole year of the calendar
_LAST_PLAUSIBLE_YEAR = 2400  # later years are Buddhist years in a Gregorian field


def read_day(value: object, place: str) -> date:
    """The day that a JSON text stands for.

    Raises:
        NotADay, BuddhistYear: it stands for none, or its year is of the other era.
    """
    found = _ISO_DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) < _FIRST_YEAR:
        raise NotADay(place, _shown(value))
    year, month, day = map(int, found.groups())
    if year >= _LAST_PLAUSIBLE_YEAR:
        raise BuddhistYear(place, _shown(value), f"{year - ERA_OFFSET:04d}-{month:02d}-{day:02d}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADay(place, _shown(value)) from error


def read_month(value: object, place: str) -> Month:
    """The month that a JSON text stands for.

    Raises:
        NotAMonth, BuddhistYear: it stands for none, or its year is of the other era.
    """
    # On first use: every call of the console loads this module, hardly any needs the refusal.
    from ledger.domain.refusals.intake import NotAMonth

    try:
        month = Month.parse(value) if isinstance(value, str) else None
    except ValueError:
        month = None
    if month is None or month.iso != value or month.year < _FIRST_YEAR:
        raise NotAMonth(place, _shown(value))
    if month.year >= _LAST_PLAUSIBLE_YEAR:
        meant = Month(month.year - ERA_OFFSET, month.number)
        raise BuddhistYear(place, month.iso, meant.iso)
    return month


def _shown(value: object) -> str:
    return str(value)[:80]
