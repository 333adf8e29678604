"""Reader's words for the ledger's own words: fields, months, roles, reasons; unknown ones stay."""

from __future__ import annotations

from datetime import date

from ledger.domain.days import Month
from reports.words.voice import N_, Voice

_LONGEST_QUOTE = 60

_FIELDS = {
    "account": N_("account"),
    "address": N_("address"),
    "amount": N_("amount"),
    "approved_by": N_("approved by"),
    "balance": N_("balance"),
    "bank": N_("bank account"),
    "born": N_("date of birth"),
    "card": N_("card"),
    "cash_limit": N_("cash-holding limit"),
    "code": N_("code"),
    "counted": N_("cash counted"),
    "credit": N_("credit"),
    "day": N_("day"),
    "debit": N_("debit"),
    "entry": N_("entry"),
    "family": N_("family name"),
    "fund": N_("fund"),
    "given": N_("given name"),
    "household": N_("household"),
    "items": N_("items"),
    "joined": N_("day of joining"),
    "kind": N_("kind"),
    "left": N_("day of leaving"),
    "lines": N_("lines"),
    "member": N_("member number"),
    "memo": N_("note"),
    "month": N_("month"),
    "name": N_("name"),
    "name_en": N_("name in English"),
    "name_th": N_("name in Thai"),
    "national_id": N_("national ID number"),
    "nominee": N_("beneficiary"),
    "note": N_("note"),
    "number": N_("number"),
    "on": N_("day"),
    "paper_number": N_("number in the receipt book"),
    "payee": N_("payee"),
    "phone": N_("telephone"),
    "product": N_("product"),
    "purpose": N_("purpose"),
    "rate": N_("rate"),
    "reason": N_("reason"),
    "receipt": N_("receipt"),
    "resolution": N_("resolution"),
    "starts_on": N_("first day of the book"),
    "telephone": N_("telephone"),
    "through": N_("up to and including"),
    "title": N_("title"),
    "year_ends_in": N_("last month of the fiscal year"),
    "zone": N_("zone"),
}

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
}

_ROLES = {
    "cash": N_("cash in hand"),
    "bank": N_("cash at bank"),
    "cash_shortage": N_("cash shortage"),
    "cash_overage": N_("cash overage"),
    "interest": N_("interest expense"),
    "income": N_("income"),
}


def field_name(path: str, voice: Voice) -> str:
    """A field as the form calls it; ``items.2.amount`` says which item."""
    *before, last = path.split(".")
    label = voice.tr(_FIELDS[last]) if last in _FIELDS else path
    places = [part for part in before if part.isascii() and part.isdigit()]
    if not places or last not in _FIELDS:
        return label
    # note: a field of a list, such as the amount of the second item of a receipt
    return voice.tr("{field} of item {number}").format(
        field=label, number=voice.number(int(places[-1]))
    )


def kind_of_value(kind: str, voice: Voice) -> str:
    return voice.tr(_KINDS[kind]) if kind in _KINDS else kind


def chart_defect(defect: str, voice: Voice) -> str:
    return voice.tr(_DEFECTS[defect]) if defect in _DEFECTS else defect


def leaving_reason(why: str, voice: Voice) -> str:
    """Why a membership ended, as on the member's card."""
    return voice.tr(_LEAVING[why]) if why in _LEAVING else why


def role_name(role: str, voice: Voice) -> str:
    return voice.tr(_ROLES[role]) if role in _ROLES else role


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
