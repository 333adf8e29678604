"""Sentences about grants: contracts, budget lines, parts received, spending and giving back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, grants
from reports.words.labels import quoted
from reports.words.voice import Voice


def grant_exists(refusal: grants.GrantExists, voice: Voice) -> str:
    return voice.tr("There is already a grant “{code}”. Choose another code.").format(
        code=quoted(refusal.code)
    )


def unknown_grant(refusal: grants.UnknownGrant, voice: Voice) -> str:
    return voice.tr("There is no grant “{code}”. Look it up in the list of grants.").format(
        code=quoted(refusal.code)
    )


def unknown_grant_line(refusal: grants.UnknownGrantLine, voice: Voice) -> str:
    return voice.tr(
        "Grant “{grant}” has no budget line “{line}”. Choose one of those that it has: {lines}."
    ).format(grant=quoted(refusal.grant), line=quoted(refusal.line), lines=", ".join(refusal.lines))


def grant_line_twice(refusal: grants.GrantLineTwice, voice: Voice) -> str:
    return voice.tr("Budget line “{line}” stands there twice. Give each line its own code.").format(
        line=quoted(refusal.line)
    )


def budget_does_not_add_up(refusal: grants.BudgetDoesNotAddUp, voice: Voice) -> str:
    return voice.tr(
        "The budget lines of grant “{grant}” add up to {lines} baht, but the grant is {total} "
        "baht: a difference of {difference} baht. Correct a line or the total."
    ).format(
        grant=quoted(refusal.grant),
        lines=voice.money(refusal.lines),
        total=voice.money(refusal.total),
        difference=voice.money(refusal.difference),
    )


def budget_below_spent(refusal: grants.BudgetBelowSpent, voice: Voice) -> str:
    return voice.tr(
        "Grant “{grant}”: {spent} baht were spent from budget line “{line}” already, more than "
        "the {budget} baht it would have. Give the line at least what was spent."
    ).format(
        grant=quoted(refusal.grant),
        line=quoted(refusal.line),
        spent=voice.money(refusal.spent),
        budget=voice.money(refusal.budget),
    )


def grant_over_received(refusal: grants.GrantOverReceived, voice: Voice) -> str:
    return voice.tr(
        "Grant “{grant}” is {total} baht and {received} baht were received, so {asked} baht more "
        "cannot belong to it. Check the amount, or enter the new contract sum first."
    ).format(
        grant=quoted(refusal.grant),
        total=voice.money(refusal.total),
        received=voice.money(refusal.received),
        asked=voice.money(refusal.asked),
    )


def budget_line_exceeded(refusal: grants.BudgetLineExceeded, voice: Voice) -> str:
    return voice.tr(
        "Grant “{grant}”: budget line “{line}” is {budget} baht and {spent} baht are spent, so "
        "{asked} baht more go beyond it. Ask the donor for another budget, or use another line."
    ).format(
        grant=quoted(refusal.grant),
        line=quoted(refusal.line),
        budget=voice.money(refusal.budget),
        spent=voice.money(refusal.spent),
        asked=voice.money(refusal.asked),
    )


def grant_money_short(refusal: grants.GrantMoneyShort, voice: Voice) -> str:
    return voice.tr(
        "From {day} on, only {held} baht of grant “{grant}” were received and not spent, less "
        "than the {asked} baht. Enter the part that was received first, or wait for it."
    ).format(
        day=voice.day(refusal.on),
        held=voice.money(refusal.held),
        grant=quoted(refusal.grant),
        asked=voice.money(refusal.asked),
    )


def household_missing(refusal: grants.HouseholdMissing, voice: Voice) -> str:
    return voice.tr(
        "Budget line “{line}” of grant “{grant}” is spent per household. Name the household."
    ).format(line=quoted(refusal.line), grant=quoted(refusal.grant))


def unknown_household(refusal: grants.UnknownHousehold, voice: Voice) -> str:
    return voice.tr(
        "There is no household “{household}” among the members. Enter it with the member first."
    ).format(household=quoted(refusal.household))


def household_over_limit(refusal: grants.HouseholdOverLimit, voice: Voice) -> str:
    return voice.tr(
        "Household “{household}” got {spent} baht from budget line “{line}” of grant “{grant}”, "
        "and one household may get {limit} baht. {asked} baht more go beyond it: pay less."
    ).format(
        household=quoted(refusal.household),
        spent=voice.money(refusal.spent),
        line=quoted(refusal.line),
        grant=quoted(refusal.grant),
        limit=voice.money(refusal.limit),
        asked=voice.money(refusal.asked),
    )


def grant_without_budget(refusal: grants.GrantWithoutBudget, voice: Voice) -> str:
    return voice.tr(
        "{asked} baht of grant “{grant}” cannot be paid this way, since nothing would hold them to "
        "the budget. Use “Spend from a grant” or “Return to the donor”."
    ).format(asked=voice.money(refusal.asked), grant=quoted(refusal.grant))


def grant_not_empty(refusal: grants.GrantNotEmpty, voice: Voice) -> str:
    return voice.tr(
        "{left} baht of grant “{grant}” are still there. Spend them or return them to the donor "
        "before closing it."
    ).format(left=voice.money(refusal.left), grant=quoted(refusal.grant))


def before_grant(refusal: grants.BeforeGrant, voice: Voice) -> str:
    return voice.tr(
        "Grant “{grant}” was agreed on {contract}, so nothing of it can happen on {day}. "
        "Check the day."
    ).format(
        grant=quoted(refusal.grant),
        contract=voice.day(refusal.contract),
        day=voice.day(refusal.on),
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    grants.GrantExists: grant_exists,
    grants.UnknownGrant: unknown_grant,
    grants.UnknownGrantLine: unknown_grant_line,
    grants.GrantLineTwice: grant_line_twice,
    grants.BudgetDoesNotAddUp: budget_does_not_add_up,
    grants.BudgetBelowSpent: budget_below_spent,
    grants.GrantOverReceived: grant_over_received,
    grants.BudgetLineExceeded: budget_line_exceeded,
    grants.GrantMoneyShort: grant_money_short,
    grants.HouseholdMissing: household_missing,
    grants.UnknownHousehold: unknown_household,
    grants.HouseholdOverLimit: household_over_limit,
    grants.GrantWithoutBudget: grant_without_budget,
    grants.GrantNotEmpty: grant_not_empty,
    grants.BeforeGrant: before_grant,
}
