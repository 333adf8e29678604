"""Refusals of commands as such."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class CommandIdReused(Refusal):
    """The same command id came with another content."""

    command_id: str
    act: int


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """A reason has to be given in words."""

    field: str


@dataclass(eq=False)
class AmountNotPositive(Refusal):
    """The amount must be above zero."""

    field: str
    amount: Money


@dataclass(eq=False)
class RehearsalOnly(Refusal):
    """This command can only be rehearsed here."""

    command: str


@dataclass(eq=False)
class NothingToDo(Refusal):
    """Nothing would change."""

    what: str
