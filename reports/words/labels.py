"""Reader's words for the ledger's own words: months, roles, reasons, uses; unknown ones stay."""

from __future__ import annotations

from datetime import date

from ledger.domain.accounts import BookKind, standard_chart
from ledger.domain.days import Month
from ledger.domain.settling import SettledKind
from reports.words.voice import N_, Voice

_LONGEST_QUOTE = 60

_KINDS = {
    "text": N_("text"),
    "integer": N_("a whole number"),
    "list": N_("a list"),
    "object": N_("an object with named fields"),
    "true or false": N_("true or false"),
}

_DEFECTS = {
    "twice": N_("it stands there twice"),
    "parent missing": N_("the heading above it is missing"),
    "parent is no head": N_("the account above it is not a heading"),
    "parent of another kind": N_("the heading above it is of another kind"),
}

_LEAVING = {
    "resigned": N_("resigned"),
    "deceased": N_("deceased"),
    "expelled": N_("expelled"),
    "incapacity": N_("incapacity"),
    "bankrupt": N_("bankruptcy"),
    "mistake": N_("entered by mistake"),
}

_DECISIONS = {
    "waiting": N_("waiting"),
    "approved": N_("approved"),
    "rejected": N_("rejected"),
}

_ITEMS = {
    "deposit": N_("deposit"),
    "shares": N_("shares"),
    "charge": N_("charge"),
    "fee": N_("fee"),
    "income": N_("income"),
    "loan": N_("loan instalment"),
}

_PARTS = {
    "penalty": N_("penalty"),
    "interest_arrears": N_("interest in arrears"),
    "interest": N_("interest"),
    "principal": N_("principal"),
}

_USES = {
    "league": N_("League fee"),
    "dividend": N_("dividend"),
    "patronage": N_("patronage refund"),
    "bonus": N_("bonus"),
    "equalisation": N_("dividend-equalisation fund"),
    "public_benefit": N_("public-benefit fund"),
    "welfare": N_("welfare and relief fund"),
    "education": N_("education fund"),
    "other": N_("other purposes"),
    "reserve": N_("reserve fund"),
    "carried": N_("loss carried on"),
}


def kind_of_value(kind: str, voice: Voice) -> str:
    return voice.tr(_KINDS[kind]) if kind in _KINDS else kind


def chart_defect(defect: str, voice: Voice) -> str:
    return voice.tr(_DEFECTS[defect]) if defect in _DEFECTS else defect


def leaving_reason(why: str, voice: Voice) -> str:
    """Why a membership ended, as on the member's card."""
    return voice.tr(_LEAVING[why]) if why in _LEAVING else why


def decision(word: str, voice: Voice) -> str:
    """What the committee decided on an application."""
    return voice.tr(_DECISIONS[word]) if word in _DECISIONS else word


def receipt_item(word: str, voice: Voice) -> str:
    """What a line of a receipt is for."""
    return voice.tr(_ITEMS[word]) if word in _ITEMS else word


def payment_part(word: str, voice: Voice) -> str:
    return voice.tr(_PARTS[word]) if word in _PARTS else word


def surplus_use(word: str, voice: Voice) -> str:
    """What a part of the surplus is for, as in the allocation of the year."""
    return voice.tr(_USES[word]) if word in _USES else word


def surplus_line(word: str, voice: Voice) -> str:
    """The same where it stands by itself: at the head of a field, or in a row of a table."""

    def alone(one: Voice) -> str:
        said = surplus_use(word, one)
        return said[:1].upper() + said[1:]

    return voice.joined(alone)


def role_name(role: str, voice: Voice) -> str:
    """The account of the standard charts that plays the role (domain.md 3.3)."""
    for kind in BookKind:
        chart = standard_chart(kind)
        code = next((one.account for one in chart.roles if one.role == role), None)
        account = next((one for one in chart.accounts if one.code == code), None)
        if account is not None:
            return voice.name(account.name_th, account.name_en)
    return role


def month_or_day(text: str, voice: Voice) -> str:
    """A month ``2026-10`` or a day ``2026-10-31``, as programs write them, for the reader."""
    try:
        if len(text) == len("2026-10"):
            return voice.month(Month.parse(text))
        return voice.day(date.fromisoformat(text))
    except ValueError:
        return text


def quoted(text: str) -> str:
    """Somebody's own text inside a sentence, shortened when it is long."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def settled_name(kind: SettledKind, name_th: str, name_en: str, voice: Voice) -> str:
    """What a line of a settlement speaks of."""
    if kind is SettledKind.WRITTEN_OFF:
        return voice.joined(
            lambda one: one.tr("{name}, written off").format(name=one.name(name_th, name_en))
        )
    if kind is SettledKind.WELFARE:
        return voice.joined(
            # note: contributions to the welfare fund that a leaving member did not pay
            lambda one: one.tr("{name} not paid").format(name=one.name(name_th, name_en))
        )
    return voice.name(name_th, name_en)
