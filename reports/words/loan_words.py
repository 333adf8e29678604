"""The words of loans: methods, happenings of a card, classes, kinds of security."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ledger.domain.commands import Outcome
from ledger.domain.loan_life import CollateralKind, LenderPaper
from ledger.domain.loan_quality import LoanClass
from ledger.domain.loans.contract import Kind
from ledger.domain.loans.terms import InterestOn, Method
from ledger.domain.money import ZERO, Money, total
from reports.words.voice import N_, Voice

METHODS = {
    Method.EQUAL_INSTALMENT: N_("Equal instalments"),
    Method.EQUAL_PRINCIPAL: N_("Equal principal"),
    Method.BULLET: N_("Interest first, principal at the end"),
    Method.BY_HAND: N_("Decided row by row"),
}
_HAPPENINGS = {
    Kind.OPENING: N_("Balance brought forward"),
    Kind.PAID_OUT: N_("Loan paid out"),
    Kind.CHARGED: N_("Penalty charged"),
    Kind.PENALTY: N_("Penalty charged"),
    Kind.RESCHEDULED: N_("New plan"),
    Kind.PAYMENT: N_("Payment"),
    Kind.FROM_ADVANCE: N_("Paid from the advance"),
}
_CLASSES = {
    LoanClass.NORMAL: N_("Normal"),
    LoanClass.SUBSTANDARD: N_("Substandard"),
    LoanClass.DOUBTFUL: N_("Doubtful"),
    LoanClass.DOUBTFUL_OF_LOSS: N_("Doubtful of loss"),
    LoanClass.LOSS: N_("Loss"),
}
SECURITY = {
    CollateralKind.LAND: N_("Land"),
    CollateralKind.BUILDING: N_("Building"),
    CollateralKind.DEPOSIT: N_("Deposit"),
    CollateralKind.VEHICLE: N_("Vehicle"),
    CollateralKind.OTHER: N_("Other collateral"),
}

LENDER_PAPERS = {
    LenderPaper.STATEMENT: N_("Statement of the loan"),
    LenderPaper.CONFIRMATION: N_("Yearly confirmation of the balance"),
}


def method_name(method: Method, interest: InterestOn, voice: Voice) -> str:
    if interest is InterestOn.FLAT:
        return voice.tr("Flat interest")
    return voice.tr(METHODS[method])


def happening(kind: Kind, voice: Voice) -> str:
    """What a line of a loan's card tells."""
    return voice.tr(_HAPPENINGS[kind])


def class_name(found: LoanClass, voice: Voice) -> str:
    return voice.tr(_CLASSES[found])


def security_name(kind: CollateralKind, voice: Voice) -> str:
    return voice.tr(SECURITY[kind])


def split_of(outcome: Outcome, voice: Voice) -> str:
    """How a rehearsed payment of either leg divides, in one sentence."""
    parts = {"principal": ZERO, "interest": ZERO, "penalty": ZERO}
    for posted in outcome.entries:
        for line in posted.entry.lines:
            leg, _, part = line.event.partition("_")
            # The line of the part itself, not that of the money it came from or went to.
            amount = {"loan": line.credit, "borrowing": line.debit}.get(leg, ZERO)
            if part in parts:
                parts[part] += amount
    return voice.tr("Principal {principal}, interest {interest}, penalty {penalty} baht.").format(
        principal=voice.money(parts["principal"]),
        interest=voice.money(parts["interest"]),
        penalty=voice.money(parts["penalty"]),
    )


def splits_of(outcome: Outcome, voice: Voice) -> list[str]:
    """How a rehearsed receipt divides over the loans it pays, a sentence for each of them."""
    splits: Any = outcome.made.get("splits", ())
    return [_split(one, voice) for one in splits]


def _split(one: Mapping[str, Any], voice: Voice) -> str:
    def baht(*names: str) -> str:
        return voice.money(total(Money.from_decimal(one[name]) for name in names))

    said = voice.tr(
        "Loan {card}: principal {principal}, interest {interest}, penalty {penalty} baht; "
        "{owed} baht are owed then."
    ).format(
        card=one["card"],
        principal=baht("principal"),
        interest=baht("interest", "interest_arrears"),
        penalty=baht("penalty"),
        owed=baht("outstanding"),
    )
    advance, rest = (Money.from_decimal(one[name]) for name in ("advance", "rest"))
    return " ".join([said, *_beyond(advance, rest, voice)])


def _beyond(advance: Money, rest: Money, voice: Voice) -> Iterator[str]:
    """What of a payment meets no part of the loan on its day."""
    if advance > ZERO:
        kept = voice.tr("{amount} baht are kept for instalments to come.")
        yield kept.format(amount=voice.money(advance))
    elif advance < ZERO:
        used = voice.tr("{amount} baht of it had been kept in advance.")
        yield used.format(amount=voice.money(-advance))
    if rest > ZERO:
        over = voice.tr("{amount} baht are more than is owed and stay the member's.")
        yield over.format(amount=voice.money(rest))


def plans_of(outcome: Outcome, voice: Voice) -> list[str]:
    """The plan that a rehearsed rescheduling makes, beside the one it takes the place of."""
    plan: Any = outcome.made.get("plan", ())
    before: Any = outcome.made.get("before", ())
    rows = [(one["due"], one["principal"], one["interest"]) for one in plan]
    old = [(one["day"], one["principal"], one["interest"]) for one in before]
    found = []
    if rows:
        found.append(voice.tr("New plan: {plan}.").format(plan=_plan(rows, voice)))
    if old:
        found.append(voice.tr("Until now: {plan}.").format(plan=_plan(old, voice)))
    return found


def _plan(rows: Sequence[tuple[str, str, str]], voice: Voice) -> str:
    interest = total(Money.from_decimal(row[2]) for row in rows)
    first = Money.from_decimal(rows[0][1]) + Money.from_decimal(rows[0][2])
    return voice.tr(
        "{count} instalments, {amount} baht on {first}, the last on {last}, interest of all "
        "{interest} baht"
    ).format(
        count=voice.number(len(rows)),
        amount=voice.money(first),
        first=voice.day(date.fromisoformat(rows[0][0])),
        last=voice.day(date.fromisoformat(rows[-1][0])),
        interest=voice.money(interest),
    )
