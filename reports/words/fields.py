"""What the form calls the fields that the books know by their own names."""

from __future__ import annotations

from reports.words.voice import N_, Voice

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
    "early": N_("money paid early"),
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
    "area": N_("area"),
    "year_ends_in": N_("last month of the fiscal year"),
    "zone": N_("zone"),
    "missed": N_("missed instalments"),
    "grace_days": N_("days of grace"),
    "no_loan_months": N_("months without a new loan"),
    "no_welfare_months": N_("months without welfare"),
    "more_than": N_("days late, more than"),
    # fixed assets and the settlement with who leaves
    "cost": N_("cost"),
    "residual": N_("residual value"),
    "depreciated": N_("depreciated already"),
    "proceeds": N_("selling price"),
    "share_value": N_("worth of the shares"),
    "why": N_("reason"),
    # what loans, interest and dividends are computed from
    "annual_rate": N_("annual interest rate"),
    "cutoff_day": N_("cut-off day"),
    "dates": N_("due dates"),
    "disbursed": N_("day of payout"),
    "every": N_("months or weeks between instalments"),
    "first_due": N_("first due date"),
    "from_amount": N_("from which amount"),
    "grace.interest": N_("instalments free of interest"),
    "grace.principal": N_("instalments free of principal"),
    "instalment": N_("instalment"),
    "instalments": N_("number of instalments"),
    "interest": N_("interest"),
    "method": N_("method"),
    "minimum": N_("minimum balance"),
    "months": N_("number of months"),
    "par": N_("value of one share"),
    "payouts": N_("payouts"),
    "penalty.annual_rate": N_("yearly penalty rate"),
    "principal": N_("principal"),
    "principals": N_("parts of the principal"),
    "source": N_("from which account"),
    "target": N_("to which account"),
}


def field_name(path: str, voice: Voice) -> str:
    """A field as the form calls it; ``items.2.amount`` says which item."""
    *before, last = path.split(".")
    known = _FIELDS.get(path) or _FIELDS.get(last)
    if known is None:
        return path
    places = [part for part in before if part.isascii() and part.isdigit()]
    if not places:
        return voice.tr(known)
    # note: a field of a list, such as the amount of the second item of a receipt
    return voice.tr("{field} of item {number}").format(
        field=voice.tr(known), number=voice.number(int(places[-1]))
    )
