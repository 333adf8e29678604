"""The month's report as it was kept when the month was closed, beside what the book says today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledger.domain.codec import canonical, plain_value
from ledger.domain.cooperative import REPORT_FORM, KeptReport
from ledger.domain.days import Month
from ledger.queries.monthly_report import monthly_report
from ledger.queries.standing import closing_act, known
from ledger.storage.reading import Reader

# What says when and by whom a report was made, and names of people, which may be erased.
_LEFT_OUT = frozenset({"head", "closed", "name"})
# What tells the rows of a list apart: an account, a member, a product, a card …
_IDENTITIES = ("product", "account", "member", "card", "charge", "entry", "count", "bank", "number")
# Of a row that is on one side alone its figures are named, not what it is called.
_CALLED = frozenset({"account", "card", "head", "kind", "level", "name_en", "name_th", "product"})


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """One figure by its place in the report (``balances/rows/11010/debit``); None: not there."""

    place: str
    then: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class KeptReportRow:
    """One kept report. While it ``stands``, the month has been closed since without a break.

    Then there is no difference, whatever was booked later; a month that was opened again may have
    any.
    """

    month: Month
    closing: int
    act: int
    kept_at: datetime
    user: str
    sha256: str
    stands: bool
    differences: tuple[ReportDifference, ...]


@dataclass(frozen=True, slots=True)
class ReportDifferences:
    """The reports kept at closings, oldest closing first."""

    rows: tuple[KeptReportRow, ...]
    differences: int


def report_text(reader: Reader, month: Month) -> str:
    """All figures of the month's report as canonical text, without names and free texts."""
    report = monthly_report(reader, month=month)
    return canonical(_figures(plain_value(report, _no_words)))


def _no_words(_: object) -> str:
    """What people typed may have to be erased, and is no figure."""
    return ""


def report_differences(reader: Reader, *, month: Month | None = None) -> ReportDifferences:
    """What the reports kept at closings say otherwise than the book says today (feature 76)."""
    rows = []
    now: dict[str, dict[str, str | None]] = {}
    for kept in reader.every(KeptReport):
        if month is not None and kept.month != month.iso:
            continue
        if kept.month not in now:
            text = report_text(reader, Month.parse(kept.month))
            now[kept.month] = dict(_flat(json.loads(text), ""))
        rows.append(_row(reader, kept, now[kept.month]))
    return ReportDifferences(tuple(rows), sum(len(row.differences) for row in rows))


def _row(reader: Reader, kept: KeptReport, now: dict[str, str | None]) -> KeptReportRow:
    then = dict(_flat(json.loads(kept.text), ""))
    ((act, at, user),) = reader.rows(
        "SELECT a.number, a.recorded_at, a.user FROM closings AS c JOIN acts AS a"
        f" ON a.number = c.act WHERE c.number = ?{known(reader, 'c.act')}",
        (kept.closing,),
    )
    places = then.keys() | now.keys()
    if kept.form != REPORT_FORM:
        # What an earlier program did not say yet, or said elsewhere, is no difference of the book.
        places = then.keys() & now.keys()
    month = Month.parse(kept.month)
    return KeptReportRow(
        month=month,
        closing=kept.closing,
        act=act,
        kept_at=datetime.fromisoformat(at),
        user=user,
        sha256=kept.sha256,
        stands=closing_act(reader, month) == act,
        differences=tuple(
            ReportDifference(place, then.get(place), now.get(place))
            for place in sorted(places)
            if then.get(place, "") != now.get(place, "")
            and ((place in then and place in now) or place.rpartition("/")[2] not in _CALLED)
        ),
    )


def _figures(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _figures(part) for key, part in value.items() if key not in _LEFT_OUT}
    return [_figures(part) for part in value] if isinstance(value, list) else value


def _flat(value: Any, place: str) -> Iterator[tuple[str, str | None]]:
    """Every figure with its place; a row of a list by what it is about, or else by its number."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(part, f"{place}/{key}" if place else key)
    elif isinstance(value, list):
        named: dict[str, int] = {}
        for part in value:
            name = _identity(part)
            named[name] = named.get(name, 0) + 1
            again = f".{named[name]}" if named[name] > 1 or not name else ""
            yield from _flat(part, f"{place}/{name}{again}")
    else:
        yield place, None if value is None else str(value)


def _identity(part: Any) -> str:
    if isinstance(part, dict):
        for name in _IDENTITIES:
            found = part.get(name)
            if isinstance(found, str | int):
                return str(found)
            if isinstance(found, dict):
                return _identity(found)
    return ""
