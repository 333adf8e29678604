"""Sentences about the chart of accounts, funds and cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals.entering import AccountHasRole, AccountHolds
from reports.words.labels import chart_defect, role_name
from reports.words.voice import Voice


def chart_broken(refusal: refusals.ChartBroken, voice: Voice) -> str:
    return voice.tr(
        "Account {account} does not fit into the chart of accounts: {defect}. "
        "Put the chart right before it is used."
    ).format(account=refusal.account, defect=chart_defect(refusal.defect, voice))


def unknown_account(refusal: refusals.UnknownAccount, voice: Voice) -> str:
    return voice.tr(
        "There is no account {account} in the chart of accounts. "
        "Choose one from the list or add it first."
    ).format(account=refusal.account)


def account_exists(refusal: refusals.AccountExists, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is in the chart of accounts already. Use it, or choose another code."
    ).format(account=refusal.account)


def head_posted_to(refusal: refusals.HeadPostedTo, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is a heading and takes no entries. Choose an account under it."
    ).format(account=refusal.account)


def account_closed(refusal: refusals.AccountClosed, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is closed and takes no more entries. Choose another account."
    ).format(account=refusal.account)


def card_missing(refusal: refusals.CardMissing, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is a control account: choose the card that the amount belongs to."
    ).format(account=refusal.account)


def card_wrong(refusal: refusals.CardWrong, voice: Voice) -> str:
    return voice.tr(
        "Card {card} with account {account} cannot be used for this. "
        "Choose a card of the kind that is needed here."
    ).format(card=refusal.card, account=refusal.account)


def unknown_card(refusal: refusals.UnknownCard, voice: Voice) -> str:
    return voice.tr(
        "There is no card {card} in this book. Check the number or choose the card from the list."
    ).format(card=refusal.card)


def card_closed(refusal: refusals.CardClosed, voice: Voice) -> str:
    return voice.tr(
        "Card {card} was closed on {day} and takes no more entries. "
        "Choose another card or open a new one."
    ).format(card=refusal.card, day=voice.day(refusal.closed_on))


def account_holds(refusal: AccountHolds, voice: Voice) -> str:
    return voice.tr(
        "Account {account} still holds {held}, so it cannot be closed. "
        "Move its balance to another account first."
    ).format(account=refusal.account, held=voice.money(refusal.held))


def account_has_role(refusal: AccountHasRole, voice: Voice) -> str:
    return voice.tr(
        "Account {account} is used for “{role}”, so it cannot be closed. "
        "Choose another account for that in the set-up first."
    ).format(account=refusal.account, role=role_name(refusal.role, voice))


def unknown_fund(refusal: refusals.UnknownFund, voice: Voice) -> str:
    return voice.tr(
        "There is no fund {fund} in this book. Choose one from the list or add it first."
    ).format(fund=refusal.fund)


def fund_exists(refusal: refusals.FundExists, voice: Voice) -> str:
    return voice.tr("Fund {fund} is in the book already. Use it, or choose another code.").format(
        fund=refusal.fund
    )


def no_role(refusal: refusals.NoRole, voice: Voice) -> str:
    return voice.tr(
        "The chart of accounts does not say which account is used for “{role}”. "
        "Choose that account in the set-up, then try again."
    ).format(role=role_name(refusal.role, voice))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.ChartBroken: chart_broken,
    refusals.UnknownAccount: unknown_account,
    refusals.AccountExists: account_exists,
    refusals.HeadPostedTo: head_posted_to,
    refusals.AccountClosed: account_closed,
    refusals.CardMissing: card_missing,
    refusals.CardWrong: card_wrong,
    refusals.UnknownCard: unknown_card,
    refusals.CardClosed: card_closed,
    AccountHolds: account_holds,
    AccountHasRole: account_has_role,
    refusals.UnknownFund: unknown_fund,
    refusals.FundExists: fund_exists,
    refusals.NoRole: no_role,
}
