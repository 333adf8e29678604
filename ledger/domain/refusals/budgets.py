"""Refusals about the budget."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class BudgetEmpty(Refusal):
    """The budget names no account."""


@dataclass(eq=False)
class BudgetedTwice(Refusal):
    """An account stands twice in the budget."""

    account: str


@dataclass(eq=False)
class NotInResult(Refusal):
    """Only income and expense accounts have a budget."""

    account: str
