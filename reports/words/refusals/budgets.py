"""Sentences about the budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, budgets
from reports.words.voice import Voice


def budget_empty(_refusal: budgets.BudgetEmpty, voice: Voice) -> str:
    return voice.tr("The budget names no account. Give at least one account with its amount.")


def budgeted_twice(refusal: budgets.BudgetedTwice, voice: Voice) -> str:
    return voice.tr(
        "The account {account} stands twice in the budget. Put both amounts into one line."
    ).format(account=voice.digits(refusal.account))


def not_in_result(refusal: budgets.NotInResult, voice: Voice) -> str:
    return voice.tr(
        "The account {account} is neither income nor expense, so it has no budget. Choose another "
        "account."
    ).format(account=voice.digits(refusal.account))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    budgets.BudgetEmpty: budget_empty,
    budgets.BudgetedTwice: budgeted_twice,
    budgets.NotInResult: not_in_result,
}
