"""Claims on the welfare fund: filed, decided after the check, paid with a voucher, cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.benefits import Assessment
from ledger.domain.books import Books
from ledger.domain.claim_check import benefit_of, check_of, rule_on, state_of
from ledger.domain.commands import Command
from ledger.domain.money import Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.welfare import (
    AdmissionMissing,
    ApprovedMoreThanAllowed,
    ClaimNotPayable,
    ClaimStateWrong,
    NotInWelfareFund,
    UnknownClaim,
    WelfareDayTooEarly,
)
from ledger.domain.welfare_claims import ClaimState, WelfareClaim, WelfareClaimPart, WelfareRule
from ledger.domain.welfare_fund import membership_on, welfare_fund_of
from ledger.usecases.members import the_member
from ledger.usecases.recording import (
    check_has_come,
    event_lines,
    given,
    money_place,
    positive,
    record_lines,
)
from ledger.usecases.reversing import reverse
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWelfareClaim(Command):
    """A member, or the family, asks for a benefit; nights run from ``start`` to ``end``.

    ``admitted`` is the day on which the stay began, whatever nights of it are claimed. Where a
    benefit is limited by the stay it must be stated: claims of one admission share one limit.
    ``payee`` is who takes the money where that is not the member. No diagnosis is kept.
    """

    member: str
    benefit: str
    start: date
    on: date
    end: date | None = None
    documents: tuple[str, ...] = ()
    payee: str = ""
    note: str = ""
    admitted: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideWelfareClaim(Command):
    """The committee's decision; approved is what the check allows, or less by ``amount``.

    The claim form is signed by three of the ``committee`` and the ``chair`` (domain.md 4.4).
    """

    claim: int
    approved: bool
    on: date
    resolution: str = ""
    committee: tuple[str, ...] = ()
    chair: str = ""
    amount: Money | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayWelfareClaim(Command):
    """Pay an approved claim, from cash or from a bank account."""

    claim: int
    on: date
    bank: str | None = None
    payee: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelWelfareClaim(Command):
    """A claim that no longer counts; what was paid on it is reversed on the day."""

    claim: int
    on: date
    reason: str


def file_welfare_claim(command: FileWelfareClaim, books: Books) -> None:
    claim = claim_of(command, books)
    found = check_of(books, claim)
    books.add(claim)
    books.make(
        claim=claim.number,
        payable=found.is_payable,
        amount=found.amount.as_decimal(),
        **_why(found),
    )


def decide_welfare_claim(command: DecideWelfareClaim, books: Books) -> None:
    claim = the_claim(books, command.claim, ClaimState.FILED)
    check_has_come(books, command.on)
    if command.on < claim.on:
        raise WelfareDayTooEarly(command.on, claim.on)
    if not command.approved:
        reason = given(command.reason)
        books.add(replace(_decided(claim, command), state=ClaimState.REJECTED, reason=reason))
        return
    granted = approved(claim, command, books)
    books.add(granted)
    books.make(claim=claim.number, amount=granted.amount.as_decimal())


def pay_welfare_claim(command: PayWelfareClaim, books: Books) -> None:
    claim = the_claim(books, command.claim, ClaimState.APPROVED)
    if claim.decided_on is not None and command.on < claim.decided_on:
        raise WelfareDayTooEarly(command.on, claim.decided_on)
    # What became known since the decision counts: a death, a receipt made void, another claim.
    found = _payable(books, claim)
    if claim.amount > found.amount:
        raise ApprovedMoreThanAllowed(claim.number, found.amount, claim.amount)
    books.add(paid(claim, command, books))


def claim_of(command: FileWelfareClaim, books: Books) -> WelfareClaim:
    """The claim as it is filed; nothing is written yet.

    Raises:
        NoWelfareFund, UnknownMember, FutureDay, WelfareDayTooEarly, NotInWelfareFund,
        UnknownBenefit, AdmissionMissing: why not.
    """
    welfare_fund_of(books)
    the_member(books, command.member)
    check_has_come(books, command.on)
    last = command.start if command.end is None else max(command.start, command.end)
    if command.on < last:
        raise WelfareDayTooEarly(command.on, last)
    membership = membership_on(books, command.member, command.start)
    if membership is None:
        raise NotInWelfareFund(command.member)
    rule = rule_on(books, command.benefit, command.start)
    if command.admitted is None and benefit_of(books, rule).counts_stays:
        raise AdmissionMissing(command.benefit)
    return WelfareClaim(
        number=books.next_number(WelfareClaim),
        member=command.member,
        membership=membership.number,
        benefit=command.benefit,
        rule=rule.number,
        on=command.on,
        start=command.start,
        end=command.end,
        documents="\n".join(one.strip() for one in command.documents if one.strip()),
        payee=command.payee.strip(),
        note=command.note.strip(),
        admitted=command.admitted,
    )


def approved(claim: WelfareClaim, command: DecideWelfareClaim, books: Books) -> WelfareClaim:
    """The claim with what was approved; its parts by years are written, it itself is not.

    Raises:
        ReasonMissing, ClaimNotPayable, AmountNotPositive, ApprovedMoreThanAllowed: why not.
    """
    given(command.resolution, "resolution")
    found = _payable(books, claim)
    amount = found.amount if command.amount is None else positive(command.amount)
    if amount > found.amount:
        raise ApprovedMoreThanAllowed(claim.number, found.amount, amount)
    left = amount
    for part in found.parts:
        granted = min(part.amount, left)
        left -= granted
        books.add(WelfareClaimPart(claim.number, part.start, granted))
    return replace(_decided(claim, command), state=ClaimState.APPROVED, amount=amount)


def paid(claim: WelfareClaim, command: PayWelfareClaim, books: Books) -> WelfareClaim:
    """Book the payment of an approved claim with its voucher; the claim itself is not written.

    Raises:
        Refusal: those of recording an entry.
    """
    fund = welfare_fund_of(books).fund
    rule = books.newest(WelfareRule, claim.rule)
    account = "" if rule is None else rule.account
    purpose = "" if rule is None else f"{rule.name_th} ({claim.number})"
    money = money_place(books, command.bank, fund)
    places = {"money": money, "account": Place(account, fund)}
    lines = event_lines(books, "benefit", claim.amount, places)
    posted = record_lines(books, lines, on=command.on, event="benefit", memo=purpose)
    payee = command.payee.strip() or claim.payee
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=purpose,
        payee=payee,
        member=claim.member,
        approved_by=claim.chair or claim.committee.replace("\n", ", "),
        document=command.document or claim.resolution,
    )
    return replace(
        claim,
        state=ClaimState.PAID,
        entry=posted.number,
        paid_on=command.on,
        payee=payee,
    )


def cancel_welfare_claim(command: CancelWelfareClaim, books: Books) -> None:
    claim = the_claim(books, command.claim, ClaimState.FILED, ClaimState.APPROVED, ClaimState.PAID)
    reason = given(command.reason)
    if command.on < claim.on:
        raise WelfareDayTooEarly(command.on, claim.on)
    if claim.state is ClaimState.PAID and claim.entry is not None:
        reverse(books, claim.entry, on=command.on, reason=reason)
    else:
        check_has_come(books, command.on)
    books.add(replace(claim, state=ClaimState.CANCELLED, reason=reason))


def the_claim(books: Books, number: int, *states: ClaimState) -> WelfareClaim:
    """The claim of that number, as it counts now, when it stands where it may go on from.

    Raises:
        UnknownClaim, ClaimStateWrong: there is none, or it stands elsewhere.
    """
    claim = books.newest(WelfareClaim, number)
    if claim is None:
        raise UnknownClaim(number)
    claim = replace(claim, state=state_of(books, claim))
    if claim.state not in states:
        raise ClaimStateWrong(number, claim.state.value)
    return claim


def _decided(claim: WelfareClaim, command: DecideWelfareClaim) -> WelfareClaim:
    return replace(
        claim,
        decided_on=command.on,
        resolution=command.resolution.strip(),
        committee="\n".join(one.strip() for one in command.committee if one.strip()),
        chair=command.chair.strip(),
    )


def _payable(books: Books, claim: WelfareClaim) -> Assessment:
    found = check_of(books, claim)
    if not found.is_payable:
        reasons = tuple(f"{one.reason.value} {one.fact}".strip() for one in found.blocks)
        raise ClaimNotPayable(claim.number, reasons)
    return found


def _why(found: Assessment) -> dict[str, list[str]]:
    """Every failed test and every cut with its fact, for the outcome."""
    said = [f"{one.reason.value} {one.fact}".strip() for one in (*found.blocks, *found.cuts)]
    return {"reasons": said} if said else {}
