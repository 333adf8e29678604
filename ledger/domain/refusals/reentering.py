"""What stands against a new receipt while older ones have to be entered again from paper."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class ReentryFirst(Refusal):
    """Receipts up to ``last`` were given out before the restoration; ``first`` is missing."""

    first: str
    last: str


@refusal
class NotReentered(Refusal):
    """The receipt was not entered again from paper, so no older code stands for it."""

    receipt: str


@refusal
class OldCodeUnreadable(Refusal):
    """What was typed is no code from a paper."""

    code: str


@refusal
class OldCodeKept(Refusal):
    """The older code of this receipt was typed in before."""

    receipt: str
