"""Refusals of closing and reopening months."""

from __future__ import annotations

from datetime import date

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class MonthNotOver(Refusal):
    """The month has not ended."""

    month: str
    today: date


@refusal
class MonthClosed(Refusal):
    """The month is closed already."""

    month: str


@refusal
class MonthNotClosed(Refusal):
    """The month is open."""

    month: str


@refusal
class MonthLocked(Refusal):
    """The month is locked and stays so."""

    month: str
