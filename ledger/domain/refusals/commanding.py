"""Refusals of commands as such."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class CommandIdReused(Refusal):
    """The same command id came with another content."""

    command_id: str
    act: int


@refusal
class ReasonMissing(Refusal):
    """A reason has to be given in words."""

    field: str


@refusal
class PayerNotNamed(Refusal):
    """Money came in, and nobody is named who gave it."""


@refusal
class PayeeNotNamed(Refusal):
    """Money goes out, and nobody is named who gets it."""


@refusal
class AmountNotPositive(Refusal):
    """The amount must be above zero."""

    field: str
    amount: Money


@refusal
class RehearsalOnly(Refusal):
    """This command can only be rehearsed here."""

    command: str


@refusal
class NothingToDo(Refusal):
    """Nothing would change."""

    what: str
