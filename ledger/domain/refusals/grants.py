"""Refusals of grants: contracts, budget lines, parts received, spending and giving back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class GrantExists(Refusal):
    """The code belongs to another grant."""

    code: str


@dataclass(eq=False)
class UnknownGrant(Refusal):
    """No grant of that code."""

    code: str


@dataclass(eq=False)
class UnknownGrantLine(Refusal):
    """The grant has no budget line of that code."""

    grant: str
    line: str
    lines: tuple[str, ...]


@dataclass(eq=False)
class GrantLineTwice(Refusal):
    """Two budget lines have one code."""

    line: str


@dataclass(eq=False)
class BudgetDoesNotAddUp(Refusal):
    """The budget lines do not add up to the grant."""

    grant: str
    total: Money
    lines: Money
    difference: Money


@dataclass(eq=False)
class BudgetBelowSpent(Refusal):
    """More was spent from the line than the new budget gives it."""

    grant: str
    line: str
    spent: Money
    budget: Money


@dataclass(eq=False)
class GrantOverReceived(Refusal):
    """The donor cannot pay more than the contract says."""

    grant: str
    total: Money
    received: Money
    asked: Money


@dataclass(eq=False)
class BudgetLineExceeded(Refusal):
    """The budget line does not hold so much any more."""

    grant: str
    line: str
    budget: Money
    spent: Money
    asked: Money


@dataclass(eq=False)
class GrantMoneyShort(Refusal):
    """Less was received and is still there than would be spent or given back."""

    grant: str
    on: date
    held: Money
    asked: Money


@dataclass(eq=False)
class HouseholdMissing(Refusal):
    """The budget line is spent per household, and none is named."""

    grant: str
    line: str


@dataclass(eq=False)
class UnknownHousehold(Refusal):
    """No member lives in that household."""

    household: str


@dataclass(eq=False)
class HouseholdOverLimit(Refusal):
    """The household would get more than the budget line allows one household."""

    grant: str
    line: str
    household: str
    limit: Money
    spent: Money
    asked: Money


@dataclass(eq=False)
class GrantWithoutBudget(Refusal):
    """Money of a grant is spent or given back only by its own commands, which know the budget."""

    grant: str
    asked: Money


@dataclass(eq=False)
class GrantNotEmpty(Refusal):
    """Money of the grant is still there."""

    grant: str
    left: Money


@dataclass(eq=False)
class BeforeGrant(Refusal):
    """The day lies before the contract."""

    grant: str
    contract: date
    on: date
