"""Insurance: the policy with its insurer, premiums asked of members, and their remittance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.insurance import InsurancePolicy, PremiumBill
from ledger.domain.members import Member
from ledger.domain.money import Money
from ledger.domain.products import Charge, ChargeKind, ChargeType
from ledger.domain.refusals import ChargeTypeExists, NothingToDo
from ledger.domain.refusals.insurance import (
    ClaimBeforeEvent,
    LoanOfAnother,
    PolicyExists,
    PremiumBilledTwice,
    UnknownPolicy,
)
from ledger.usecases.charging import ask
from ledger.usecases.lease_money import Remitting, remit
from ledger.usecases.members import the_member
from ledger.usecases.recording import account_of_role, check_fund, check_has_come, named, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInsurance(Command):
    """A policy of a third party whose premiums the cooperative collects (domain.md 1.7)."""

    code: str
    insurer: str
    name: str
    on: date
    fund: str = GENERAL_FUND
    contract: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premium:
    """The premium of one member, for a loan where the policy insures one."""

    member: str
    amount: Money
    loan: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPremiums(Command):
    """Ask for premiums: those named, or ``amount`` of every present member."""

    policy: str
    due_on: date
    premiums: tuple[Premium, ...] = ()
    amount: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemitPremiums(Command):
    """Premiums are paid to the insurer; ``advance`` lets the cooperative pay before collecting."""

    policy: str
    amount: Money
    on: date
    bank: str | None = None
    advance: bool = False
    approved_by: str = ""
    document: str = ""


def open_insurance(command: OpenInsurance, books: Books) -> None:
    check_has_come(books, command.on)
    code, insurer = named(command.code, "code"), named(command.insurer, "insurer")
    name = named(command.name, "name")
    if books.newest(InsurancePolicy, code) is not None:
        raise PolicyExists(code)
    check_fund(books, command.fund)
    charge_type = f"INS-{code}"
    if books.newest(ChargeType, charge_type) is not None:
        raise ChargeTypeExists(charge_type)
    account = account_of_role(books, "insurance_payable")
    number = books.next_number(Card)
    books.add(Card(number, CardKind.REMITTANCE, account, command.on, code, fund=command.fund))
    books.add(
        ChargeType(
            code=charge_type,
            name_th=f"เบี้ยประกัน {name}",
            name_en=f"Insurance premium {name}",
            kind=ChargeKind.PREMIUM,
            account=account,
            fund=command.fund,
            card=number,
        )
    )
    books.add(
        InsurancePolicy(
            code=code,
            card=number,
            charge_type=charge_type,
            insurer=insurer,
            name=name,
            on=command.on,
            fund=command.fund,
            contract=command.contract.strip(),
        )
    )
    books.make(policy=code, card=number, charge_type=charge_type)


def bill_premiums(command: BillPremiums, books: Books) -> None:
    policy = the_policy(books, command.policy)
    if command.amount is not None:
        positive(command.amount)
    if command.due_on < policy.on:
        raise ClaimBeforeEvent(policy.code, policy.on, command.due_on)
    asked = {
        (one.member, loan.loan if (loan := books.newest(PremiumBill, one.number)) else None)
        for one in books.every(Charge, type=policy.charge_type, cancelled=False)
        if one.due_on == command.due_on
    }
    numbers = []
    for premium in _premiums(command, books):
        the_member(books, premium.member)
        check_own_loan(books, premium.loan, premium.member)
        if (premium.member, premium.loan) in asked:
            raise PremiumBilledTwice(policy.code, premium.member, command.due_on)
        asked.add((premium.member, premium.loan))
        amount = positive(premium.amount)
        number = ask(
            books, policy.charge_type, premium.member, amount, command.due_on, command.note
        )
        books.add(PremiumBill(number, policy.code, premium.loan))
        numbers.append(number)
    if not numbers:
        raise NothingToDo("premiums")
    books.make(charges=numbers)


def remit_premiums(command: RemitPremiums, books: Books) -> None:
    policy = the_policy(books, command.policy)
    remit(
        books,
        Remitting(
            event="premium_remitted",
            code=policy.code,
            card=policy.card,
            payee=policy.insurer,
            amount=positive(command.amount),
            on=command.on,
            bank=command.bank,
            advance=command.advance,
            approved_by=command.approved_by,
            document=command.document,
        ),
    )


def the_policy(books: Books, code: str) -> InsurancePolicy:
    """The policy of that code.

    Raises:
        UnknownPolicy: there is none.
    """
    policy = books.newest(InsurancePolicy, code)
    if policy is None:
        raise UnknownPolicy(code)
    return policy


def check_own_loan(books: Books, loan: int | None, member: str) -> None:
    """Whether the loan, where one is named, is the member's.

    Raises:
        LoanOfAnother: it is not, or it is no loan.
    """
    if loan is None:
        return
    card = books.newest(Card, loan)
    if card is None or card.kind is not CardKind.LOAN or card.member != member:
        raise LoanOfAnother(loan, member)


def _premiums(command: BillPremiums, books: Books) -> list[Premium]:
    if command.premiums or command.amount is None:
        return list(command.premiums)
    present = [one for one in books.every(Member) if one.is_member_on(command.due_on)]
    return [Premium(member=one.number, amount=command.amount) for one in present]
