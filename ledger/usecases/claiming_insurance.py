"""Claims on an insurer: reported, received, paid out to whom they belong, or reduced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
from ledger.domain.grants import counting
from ledger.domain.insurance import (
    ClaimPaidOut,
    ClaimReceived,
    ClaimReduced,
    InsuranceClaim,
    InsurancePolicy,
)
from ledger.domain.money import Money, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.insurance import (
    ClaimBeforeEvent,
    ClaimExists,
    ClaimMoneyShort,
    ClaimOverReceived,
    UnknownClaim,
)
from ledger.usecases.insuring import check_own_loan, the_policy
from ledger.usecases.members import the_member
from ledger.usecases.recording import (
    account_of_role,
    event_lines,
    given,
    money_place,
    positive,
    record_lines,
)
from ledger.usecases.vouching import add_voucher, payee_named


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim(Command):
    """The insurer owes for a member: receivable, and owed on to her, her heirs or her loan."""

    policy: str
    member: str
    event_on: date
    on: date
    amount: Money
    reason: str
    loan: int | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveClaim(Command):
    """The insurer pays on a claim."""

    claim: int
    amount: Money
    on: date
    bank: str | None = None
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOutClaim(Command):
    """What was received on a claim goes to the member or heir.

    What settles her loan is paid out here and received as her instalment, by the same bank.
    """

    claim: int
    amount: Money
    on: date
    payee: str
    bank: str | None = None
    approved_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReduceClaim(Command):
    """What the insurer will not pay of a claim is taken off."""

    claim: int
    amount: Money
    on: date
    reason: str


def report_claim(command: ReportClaim, books: Books) -> None:
    policy, amount = the_policy(books, command.policy), positive(command.amount)
    the_member(books, command.member)
    check_own_loan(books, command.loan, command.member)
    reason = given(command.reason)
    if command.event_on < policy.on:
        raise ClaimBeforeEvent(policy.code, policy.on, command.event_on)
    if command.on < command.event_on:
        raise ClaimBeforeEvent(policy.code, command.event_on, command.on)
    claims = books.every(InsuranceClaim, policy=policy.code, member=command.member)
    for other in counting(books, claims):
        if (other.event_on, other.loan) == (command.event_on, command.loan):
            raise ClaimExists(other.number, command.member, command.event_on)
    posted = _book(books, "claim_reported", policy, amount, command.on, None)
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=reason, payee="", member=command.member)
    number = books.next_number(InsuranceClaim)
    books.add(
        InsuranceClaim(
            number=number,
            policy=policy.code,
            member=command.member,
            event_on=command.event_on,
            on=command.on,
            amount=amount,
            entry=posted.number,
            reason=reason,
            loan=command.loan,
            reference=command.reference.strip(),
        )
    )
    books.make(claim=number)


def receive_claim(command: ReceiveClaim, books: Books) -> None:
    claim, amount = _the_claim(books, command.claim), positive(command.amount)
    _check_open(books, claim, amount)
    policy = the_policy(books, claim.policy)
    posted = _book(books, "claim_received", policy, amount, command.on, command)
    add_voucher(
        books,
        VoucherKind.RECEIPT,
        posted,
        purpose=claim.reason,
        payee=policy.insurer,
        member=claim.member,
        document=command.document,
    )
    number = books.next_number(ClaimReceived, claim=claim.number)
    document = command.document.strip()
    books.add(ClaimReceived(claim.number, number, command.on, amount, posted.number, document))


def pay_out_claim(command: PayOutClaim, books: Books) -> None:
    claim, amount = _the_claim(books, command.claim), positive(command.amount)
    payee = payee_named(command.payee)
    received = _sum(books, books.every(ClaimReceived, claim=claim.number))
    held = received - _sum(books, books.every(ClaimPaidOut, claim=claim.number))
    if amount > held:
        raise ClaimMoneyShort(claim.number, held, amount)
    policy = the_policy(books, claim.policy)
    posted = _book(books, "claim_paid_out", policy, amount, command.on, command)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=claim.reason,
        payee=payee,
        member=claim.member,
        approved_by=command.approved_by,
        document=command.document,
    )
    number = books.next_number(ClaimPaidOut, claim=claim.number)
    books.add(ClaimPaidOut(claim.number, number, command.on, amount, posted.number, payee))


def reduce_claim(command: ReduceClaim, books: Books) -> None:
    claim, amount = _the_claim(books, command.claim), positive(command.amount)
    reason = given(command.reason)
    _check_open(books, claim, amount)
    policy = the_policy(books, claim.policy)
    posted = _book(books, "claim_reduced", policy, amount, command.on, None)
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=reason, member=claim.member)
    number = books.next_number(ClaimReduced, claim=claim.number)
    books.add(ClaimReduced(claim.number, number, command.on, amount, posted.number, reason))


def _the_claim(books: Books, number: int) -> InsuranceClaim:
    claim = books.newest(InsuranceClaim, number)
    if claim is None or books.reversed_by(claim.entry) is not None:
        raise UnknownClaim(number)
    return claim


class _Paid(Protocol):
    """A movement on a claim, which counts while its entry is not reversed."""

    @property
    def on(self) -> date: ...

    @property
    def entry(self) -> int: ...

    @property
    def amount(self) -> Money: ...


def _sum(books: Books, rows: Iterable[_Paid]) -> Money:
    return total(one.amount for one in counting(books, rows))


def _check_open(books: Books, claim: InsuranceClaim, amount: Money) -> None:
    gone = _sum(books, books.every(ClaimReceived, claim=claim.number))
    gone += _sum(books, books.every(ClaimReduced, claim=claim.number))
    if amount > claim.amount - gone:
        raise ClaimOverReceived(claim.number, claim.amount - gone, amount)


def _book(  # noqa: PLR0913, PLR0917 - an entry with its policy
    books: Books,
    event: str,
    policy: InsurancePolicy,
    amount: Money,
    on: date,
    moved: ReceiveClaim | PayOutClaim | None,
) -> Posted:
    places = {
        "receivable": Place(account_of_role(books, "claim_receivable"), policy.fund),
        "payable": Place(account_of_role(books, "claim_payable"), policy.fund),
    }
    if moved is not None:
        places["money"] = money_place(books, moved.bank, policy.fund)
    lines = event_lines(books, event, amount, places)
    return record_lines(books, lines, on=on, event=event, memo=policy.name)
