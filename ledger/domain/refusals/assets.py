"""Refusals about fixed assets and the budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class AssetExists(Refusal):
    """An asset with that number stands in the register."""

    asset: str


@dataclass(eq=False)
class UnknownAsset(Refusal):
    """No asset of that number."""

    asset: str


@dataclass(eq=False)
class AssetGone(Refusal):
    """The asset was disposed of already."""

    asset: str
    on: date


@dataclass(eq=False)
class ResidualTooHigh(Refusal):
    """What is left at the end, with what is depreciated already, is more than the cost."""

    residual: Money
    cost: Money


@dataclass(eq=False)
class DepreciationBooked(Refusal):
    """Everything up to the end of the month is depreciated already."""

    month: str


@dataclass(eq=False)
class DepreciatedLater(Refusal):
    """Depreciation was booked for months after the day of disposal."""

    asset: str
    through: str
