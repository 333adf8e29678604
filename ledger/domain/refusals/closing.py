"""Refusals of closing and reopening months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class MonthNotOver(Refusal):
    """The month has not ended."""

    month: str
    today: date


@dataclass(eq=False)
class MonthClosed(Refusal):
    """The month is closed already."""

    month: str


@dataclass(eq=False)
class MonthNotClosed(Refusal):
    """The month is open."""

    month: str


@dataclass(eq=False)
class MonthLocked(Refusal):
    """The month is locked and stays so."""

    month: str
