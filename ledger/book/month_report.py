"""The report an act keeps when it closes a month: asked of the book in the middle of the act."""

from __future__ import annotations

from ledger.domain.days import Month
from ledger.storage.reading import Reader


def report_then(reader: Reader, month: Month) -> str:
    """The figures of the month's report as they stand in the open act."""
    from ledger.queries.kept_reports import report_text  # on first use: few acts close a month

    return report_text(reader, month)
