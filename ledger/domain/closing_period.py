"""The closing period: a thirteenth one that lies between a year's last day and the day after it.

The entry that closes a fiscal year has the day on which the year ends, but belongs to this period.
So what a month, a day or a period of them shows is what it showed before the closing, and every
later day shows the books after it (features 72 and 77).
"""

from __future__ import annotations

YEAR_CLOSED = "year_closed"
YEAR_REOPENED = "year_reopened"

# The mark of an entry that belongs to the closing period, and that of each of its lines.
CLOSING_ENTRIES = frozenset({YEAR_CLOSED, YEAR_REOPENED})
CLOSING_LINES = frozenset({"year_income", "year_expense"})
# The same for statements in SQL, between brackets.
AS_TEXTS = ", ".join(f"'{one}'" for one in sorted(CLOSING_ENTRIES))
# What stands behind a day or a month (``2026-02-28+``, ``2026-02+``): as text it comes after
# the day and the month, and before the next ones.
AFTER = "+"


def month_of(day: str) -> str:
    """The month of a marked day, with the mark."""
    return day[:7] + day[10:]
