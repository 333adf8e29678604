"""Typed values as the reader sees them, the same on pages and in text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from reports.document import Align, Column, Kind, Value
from reports.render.plain import plain
from reports.words.voice import Form, Voice

_FIGURES = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT})


def is_figure(column: Column) -> bool:
    return column.kind in _FIGURES


def wraps(column: Column) -> bool:
    """Whether a long content goes onto several lines; figures, days and codes never do."""
    return column.kind is Kind.TEXT


def first_text(columns: Sequence[Column]) -> int:
    """The column whose cells are indented."""
    return next((nth for nth, column in enumerate(columns) if wraps(column)), 0)


def alignment(column: Column) -> Align:
    if column.align is not None:
        return column.align
    return Align.END if is_figure(column) else Align.START


def cell_text(value: Value, kind: Kind, voice: Voice) -> str:
    """What stands in a cell: negatives in parentheses, zero as ``-`` (domain.md 3.8)."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Money):
        return voice.statement(value)
    if value is None:
        return ""
    if isinstance(value, int):
        return voice.digits(str(value)) if kind is Kind.CODE else voice.number(value)
    return _other_text(value, voice, "short")


def fact_text(value: Value, voice: Voice) -> str:
    """What stands beside a label: room for long days, and zero is written out."""
    if isinstance(value, Money):
        return voice.money(ZERO) if value == ZERO else voice.statement(value)
    if isinstance(value, date | Month):
        return _other_text(value, voice, "long")
    return cell_text(value, Kind.TEXT, voice)


def _other_text(value: date | Month | Fraction, voice: Voice, form: Form) -> str:
    # A sheet for both readers has no room for two days in a cell: figures are the same for both.
    form = "numeric" if form == "short" and voice.language == "both" else form
    if isinstance(value, datetime):
        return voice.moment(value, form)
    if isinstance(value, date):
        return voice.day(value, form)
    if isinstance(value, Month):
        return voice.month(value, form)
    return voice.percent(value)
