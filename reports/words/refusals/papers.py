"""Sentences about papers that would be empty, and about the settings of papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals import Refusal
from reports.words.labels import quoted
from reports.words.voice import N_, Voice


def nothing_for_member(refusal: refusals.NothingForMember, voice: Voice) -> str:
    return voice.tr(
        "There is nothing to print for member {member}. Choose another member or another day."
    ).format(member=refusal.member)


def nothing_owed(refusal: refusals.NothingOwed, voice: Voice) -> str:
    return voice.tr(
        "Member {member} owes nothing on that day, so there is nothing to ask for."
    ).format(member=refusal.member)


def no_shares(refusal: refusals.NoShares, voice: Voice) -> str:
    return voice.tr(
        "Member {member} holds no whole share on that day. Choose another member or another day."
    ).format(member=refusal.member)


def no_balances(refusal: refusals.NoBalances, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has no balance on that day, so there is nothing to confirm."
    ).format(member=refusal.member)


def nothing_to_copy(refusal: refusals.NothingToCopy, voice: Voice) -> str:
    return voice.tr(
        "Every movement of member {member} stands in the passbook already. "
        "To print lines again, say from which day, or from which movement on."
    ).format(member=refusal.member)


def unknown_sheet(refusal: refusals.UnknownSheet, voice: Voice) -> str:
    return voice.tr(
        "No collection sheet with number {sheet} was closed. Look up the number in the day sheet."
    ).format(sheet=voice.number(refusal.sheet))


def bad_promptpay(refusal: refusals.BadPromptPay, voice: Voice) -> str:
    return voice.tr(
        "“{number}” is no PromptPay number. Give a mobile telephone of ten digits, a national "
        "or tax number of thirteen, or an e-wallet of fifteen, as the bank registered it."
    ).format(number=quoted(refusal.number))


def passbook_place_wrong(refusal: refusals.PassbookPlaceWrong, voice: Voice) -> str:
    return voice.tr(
        "The passbook of card {card} has no page {page}, line {line} for {movements} movements. "
        "Look into the book for the last printed line and give the one after it."
    ).format(card=refusal.card, page=refusal.page, line=refusal.line, movements=refusal.movements)


_MEASURES = {
    "lines": N_("lines on a page"),
    "top": N_("height of the first line"),
    "pitch": N_("distance from line to line"),
    "left": N_("left edge"),
    "fold_after": N_("lines above the fold"),
    "fold": N_("room for the fold"),
    "size": N_("size of the letters"),
}


def passbook_layout_wrong(refusal: refusals.PassbookLayoutWrong, voice: Voice) -> str:
    return voice.tr(
        "{value} cannot be the passbook's measure “{measure}”. "
        "Measure on the calibration sheet, in tenths of a millimetre."
    ).format(value=refusal.value, measure=_measure(refusal.measure, voice))


def _measure(name: str, voice: Voice) -> str:
    return voice.tr(_MEASURES[name]) if name in _MEASURES else name


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.NothingForMember: nothing_for_member,
    refusals.NothingOwed: nothing_owed,
    refusals.NoShares: no_shares,
    refusals.NoBalances: no_balances,
    refusals.NothingToCopy: nothing_to_copy,
    refusals.UnknownSheet: unknown_sheet,
    refusals.BadPromptPay: bad_promptpay,
    refusals.PassbookPlaceWrong: passbook_place_wrong,
    refusals.PassbookLayoutWrong: passbook_layout_wrong,
}
