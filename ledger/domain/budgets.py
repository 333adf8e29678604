"""The budget: what a meeting decided to earn and spend in a fiscal year, account by account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class Budget(Record):
    """The budget of the fiscal year that ends in a common-era year; later versions replace it."""

    table = "budgets"
    key = ("year",)

    year: int
    on: date
    resolution: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BudgetLine(Record):
    """What an income or expense account is to bring or cost in the year, on its normal side."""

    table = "budget_lines"
    key = ("year", "account")

    year: int
    account: str
    amount: Money
