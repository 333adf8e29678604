"""Refusals of insurance: policies, premiums billed, claims received and paid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class PolicyExists(Refusal):
    """The code belongs to another policy."""

    code: str


@dataclass(eq=False)
class UnknownPolicy(Refusal):
    """No policy of that code."""

    code: str


@dataclass(eq=False)
class PremiumBilledTwice(Refusal):
    """The member was asked for this premium with the same due day already."""

    policy: str
    member: str
    due_on: date


@dataclass(eq=False)
class LoanOfAnother(Refusal):
    """The loan belongs to somebody else."""

    loan: int
    member: str


@dataclass(eq=False)
class ClaimExists(Refusal):
    """The event was claimed already."""

    claim: int
    member: str
    event_on: date


@dataclass(eq=False)
class ClaimBeforeEvent(Refusal):
    """Something is claimed before it happened, or before the policy began."""

    policy: str
    since: date
    on: date


@dataclass(eq=False)
class UnknownClaim(Refusal):
    """No insurance claim of that number, or its entry was reversed."""

    claim: int


@dataclass(eq=False)
class ClaimOverReceived(Refusal):
    """Less of the claim is open than the insurer would pay or give up."""

    claim: int
    open: Money
    asked: Money


@dataclass(eq=False)
class ClaimMoneyShort(Refusal):
    """Less was received on the claim and is still there than would be paid out."""

    claim: int
    held: Money
    asked: Money


@dataclass(eq=False)
class ClaimMovedOn(Refusal):
    """The entry reported a claim, or received money on it, and what came after it stands."""

    entry: int
    claim: int
    moved: Money
