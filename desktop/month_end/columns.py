"""Columns of the lists at the end of a month."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.month_end.state import check_state, check_text
from desktop.parts.columns import ColumnSpec, text_column
from ledger.queries.closings import ClosingRow, MonthRow
from ledger.queries.integrity.findings import Finding
from ledger.queries.month_checklist import CheckRow, CheckState
from reports.words.findings import finding_sentence
from reports.words.kinds import month_state
from reports.words.voice import Voice

_SIGNS = {
    CheckState.RIGHT: "✓",
    CheckState.OPEN: "○",
    CheckState.WRONG: "✗",
    CheckState.UNKNOWN: "?",
}


def check_columns(voice: Voice) -> Sequence[ColumnSpec[CheckRow]]:
    item: ColumnSpec[CheckRow] = ColumnSpec(
        voice.tr("Before closing"),
        lambda check: f"{_SIGNS[check.state]}  {check_text(check, voice)}",
        lambda check: check.item.value,
        stretch=True,
    )
    state: ColumnSpec[CheckRow] = ColumnSpec(
        voice.tr("State"), lambda check: check_state(check, voice), lambda check: check.state.value
    )
    return item, state


def month_columns(voice: Voice) -> Sequence[ColumnSpec[MonthRow]]:
    month: ColumnSpec[MonthRow] = ColumnSpec(
        voice.tr("Month"),
        lambda row: voice.month(row.month),
        lambda row: row.month,
        stretch=True,
    )
    entries: ColumnSpec[MonthRow] = ColumnSpec(
        voice.tr("Entries"),
        lambda row: voice.number(row.entries),
        lambda row: row.entries,
        numeric=True,
    )
    closed: ColumnSpec[MonthRow] = ColumnSpec(
        voice.tr("Closed"),
        lambda row: voice.moment(row.closed_at) if row.closed_at else "",
        lambda row: row.closed_at,
    )
    return (
        month,
        text_column(voice.tr("State"), lambda row: month_state(row.state, voice)),
        entries,
        closed,
        text_column(voice.tr("By"), lambda row: row.closed_by),
    )


def history_columns(voice: Voice) -> Sequence[ColumnSpec[ClosingRow]]:
    when: ColumnSpec[ClosingRow] = ColumnSpec(
        voice.tr("When"), lambda row: voice.moment(row.at), lambda row: row.at
    )
    return (
        when,
        text_column(voice.tr("What"), lambda row: what_text(row, voice), stretch=True),
        text_column(voice.tr("Reason"), lambda row: row.reason),
        text_column(voice.tr("By"), lambda row: row.user),
    )


def what_text(row: ClosingRow, voice: Voice) -> str:
    """What a closing did, with the month it was about."""
    closed = voice.month(row.closed_through) if row.closed_through else ""
    locked = voice.month(row.locked_through) if row.locked_through else ""
    if row.what == "close":
        return voice.tr("Closed up to {month}").format(month=closed)
    if row.what == "lock":
        return voice.tr("Locked up to {month}").format(month=locked)
    if row.what == "restore":
        return voice.tr("Restored from a copy; locked again up to {month}").format(month=locked)
    if not closed:
        return voice.tr("All months opened again")
    return voice.tr("Opened again; closed up to {month}").format(month=closed)


def finding_columns(voice: Voice) -> Sequence[ColumnSpec[Finding]]:
    return (
        text_column(
            voice.tr("What the audit found"),
            lambda row: finding_sentence(row, voice),
            stretch=True,
        ),
    )
