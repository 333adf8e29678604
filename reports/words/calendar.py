"""Days and months as Thai people write them, in the Buddhist or the common era.

Neither Qt nor the locale data knows the Buddhist era (technology.md 2 and 3), so names and forms
are our own. The Buddhist year is the common year plus 543; its leap years are the common era's.
"""

from __future__ import annotations

from datetime import date

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.month_names import ENGLISH_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from reports.words.months import ERA_SIGNS, WEEKDAYS, Era, Form, Tongue

__all__ = [
    "Era",
    "Form",
    "Tongue",
    "day_text",
    "month_name",
    "month_text",
    "shown_year",
    "weekday_name",
    "year_text",
]


def shown_year(common_year: int, era: Era) -> int:
    return common_year + ERA_OFFSET if era is Era.BUDDHIST else common_year


def day_text(day: date, form: Form, *, tongue: Tongue, era: Era) -> str:
    """A day in Western digits.

    ``long`` 22 พฤศจิกายน พ.ศ. 2569 or 22 November 2569 BE, ``short`` 22 พ.ย. 2569 or 22 Nov 2569,
    ``numeric`` 22/11/2569.
    """
    year = shown_year(day.year, era)
    if form == "numeric":
        return f"{day.day:02d}/{day.month:02d}/{year:04d}"
    month = month_name(day.month, form, tongue=tongue)
    if form == "short":
        return f"{day.day} {month} {year}"
    return f"{day.day} {month} {_year_with_sign(year, tongue=tongue, era=era)}"


def month_text(month: Month, form: Form, *, tongue: Tongue, era: Era) -> str:
    """A month: พฤศจิกายน 2569, พ.ย. 2569 or 11/2569."""
    year = shown_year(month.year, era)
    if form == "numeric":
        return f"{month.number:02d}/{year:04d}"
    return f"{month_name(month.number, form, tongue=tongue)} {year}"


def year_text(year: int, *, tongue: Tongue, era: Era) -> str:
    """A common-era year with its era: พ.ศ. 2569, 2569 BE, ค.ศ. 2026 or 2026."""
    return _year_with_sign(shown_year(year, era), tongue=tongue, era=era)


def month_name(month: int, form: Form, *, tongue: Tongue) -> str:
    if form == "numeric":
        return f"{month:02d}"
    if tongue == "th":
        return (THAI_MONTHS if form == "long" else THAI_SHORT_MONTHS)[month - 1]
    name = ENGLISH_MONTHS[month - 1]
    return name if form == "long" else name[:3]


def weekday_name(day: date, *, tongue: Tongue) -> str:
    return WEEKDAYS[tongue][day.weekday()]


def _year_with_sign(year: int, *, tongue: Tongue, era: Era) -> str:
    if tongue == "th":
        return f"{ERA_SIGNS['th'][era]} {year}"
    # English readers take a year without a sign for a common one.
    return f"{year} {ERA_SIGNS['en'][era]}" if era is Era.BUDDHIST else f"{year}"
