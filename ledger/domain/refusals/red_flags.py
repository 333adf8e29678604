"""Refusals when an exception of the red-flag tests is cleared."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownFlag(Refusal):
    """No exception can have this name."""

    flag: str


@dataclass(eq=False)
class FlagAlreadyCleared(Refusal):
    """The exception was cleared before, for as much money or more."""

    flag: str
