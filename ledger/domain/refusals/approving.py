"""Refusals about four eyes: what another person has to approve first, and who may."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class ApprovalNeeded(Refusal):
    """Another person has to approve exactly this first; ``approvers`` are those who may.

    ``because`` says why (``ledger.domain.approving.Because``); with a payout ``amount`` is the sum
    of the day and ``limit`` what may be paid without asking.
    """

    command: str
    because: str
    amount: Money | None
    limit: Money | None
    approvers: tuple[str, ...]


@refusal
class UnknownRequest(Refusal):
    """No request of that number."""

    request: int


@refusal
class ApprovalDecided(Refusal):
    """Somebody has answered the request before."""

    request: int
    by: str


@refusal
class ApprovalOfOther(Refusal):
    """The content that was approved is not the content that was asked for."""

    request: int


@refusal
class ApproverInvolved(Refusal):
    """Who asks, who benefits, and whoever lives with her do not approve."""

    request: int
    user: str


@refusal
class ApprovalWaiting(Refusal):
    """The same content waits for an approval already."""

    request: int
