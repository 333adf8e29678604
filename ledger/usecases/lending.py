"""Loans begin and change: types, contracts of both legs, payouts, rates and new plans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.accrual import YearPart, rate_at
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.lending import (
    Direction,
    LendingRules,
    LoanContract,
    LoanRate,
    LoanType,
    order_text,
)
from ledger.domain.limits import check_count, check_rate
from ledger.domain.loans.contract import USUAL_ORDER, Early, Part, PenaltyKind, Split
from ledger.domain.loans.division import check_order
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.terms import InterestOn, Method
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.refusals import CardWrong, MissingField
from ledger.domain.refusals.owing import (
    AdvanceNotKept,
    LoanTypeClosed,
    LoanTypeExists,
    NothingOwed,
    PlanBeforeLast,
)
from ledger.domain.welfare_fund import check_lent_from
from ledger.usecases.founding import the_account
from ledger.usecases.guaranteeing import add_guarantors
from ledger.usecases.loan_applying import use_application
from ledger.usecases.loan_cards import restate, the_loan, the_loan_type
from ledger.usecases.loan_limits import check_guarantors, check_limits
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.planning import PlanFields, add_plan, keep_free_months, terms_from
from ledger.usecases.recording import (
    check_day,
    given,
    positive,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineLoanType(Command):
    """A kind of loan given or taken, or with ``change`` new rules for contracts to come."""

    code: str
    name_th: str
    name_en: str = ""
    direction: Direction
    account: str
    interest_account: str
    penalty_account: str | None = None
    fund: str = GENERAL_FUND
    method: Method = Method.EQUAL_INSTALMENT
    interest: InterestOn = InterestOn.DECLINING
    day_count: YearPart = YearPart.ACTUAL_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    instalment_rounding: Rounding = Rounding.SATANG_HALF_UP
    principal_rounding: Rounding = Rounding.SATANG_HALF_UP
    split: Split | None = None
    order: tuple[Part, ...] = USUAL_ORDER
    early: Early = Early.SHORTEN
    penalty_kind: PenaltyKind = PenaltyKind.NONE
    penalty_amount: Money = ZERO
    penalty_rate: Fraction = Fraction(0)
    penalty_grace: int = 0
    penalty_cap: Money | None = None
    closed: bool = False
    change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLoan(PlanFields, Command):
    """A contract: with a ``member`` for a loan given, with a ``lender`` for one received.

    With an ``application`` it is the one that the committee approved, and brings its purpose and
    resolution along. The limits leave out the loans that its payout ``clears``.
    """

    type: str
    on: date
    approved: Money
    rate: Fraction
    member: str | None = None
    lender: str = ""
    contract_number: str = ""
    purpose: str = ""
    approved_by: str = ""
    resolution: str = ""
    approved_on: date | None = None
    source: int | None = None
    guarantors: tuple[str, ...] = ()
    circle_allowed: bool = False
    application: int | None = None
    clears: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLoanRate(Command):
    """The yearly rate of a contract in percent from a day on."""

    card: int
    from_day: date
    rate: Fraction
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RescheduleLoan(PlanFields, Command):
    """A new plan for what is owed on a day; the plans before it are kept.

    A rehearsal shows the rows of the new ``plan`` and those it takes the place of, ``before``.
    """

    card: int
    on: date
    resolution: str
    reason: str = ""


def define_loan_type(command: DefineLoanType, books: Books) -> None:
    if books.newest(LoanType, command.code) is not None and not command.change:
        raise LoanTypeExists(command.code)
    _check_rules(command)
    kind = CardKind.LOAN if command.direction is Direction.OUT else CardKind.BORROWING
    if the_account(books, command.account).card is not kind:
        raise CardWrong(command.account, 0)
    if command.direction is Direction.OUT:
        check_lent_from(books, command.fund)
    penalty = command.penalty_account or command.interest_account
    for code in (command.interest_account, penalty):
        the_account(books, code)
    named = {name: getattr(command, name) for name in LoanType.__dataclass_fields__}
    changed = {
        "name_en": command.name_en or command.name_th,
        "penalty_account": penalty,
        "order": order_text(command.order),
    }
    books.add(LoanType(**{**named, **changed}))
    books.make(type=command.code)


def open_loan(command: OpenLoan, books: Books) -> None:
    kind = the_loan_type(books, command.type)
    if kind.closed:
        raise LoanTypeClosed(command.type)
    _check_parties(books, command, kind)
    positive(command.approved, "approved")
    number = books.next_number(Card)
    command = _as_approved(books, command, number)
    terms = terms_from(command, kind, principal=command.approved, rate=command.rate, on=command.on)
    plan = plan_of(terms)
    books.add(_card_of(command, kind, number))
    rules = {name: getattr(kind, name) for name in LendingRules.__dataclass_fields__}
    books.add(
        LoanContract(
            **rules,
            card=number,
            type=kind.code,
            direction=kind.direction,
            on=command.on,
            approved=command.approved,
            member=command.member,
            lender=command.lender.strip(),
            contract_number=command.contract_number,
            purpose=command.purpose,
            approved_by=command.approved_by,
            resolution=command.resolution,
            approved_on=command.approved_on,
            source=command.source,
        )
    )
    books.add(LoanRate(number, command.on, command.rate, command.resolution))
    add_plan(books, number, plan, on=command.on, resolution=command.resolution)
    keep_free_months(books, number, terms, command.resolution)
    add_guarantors(books, number, command)
    books.make(card=number)


def set_loan_rate(command: SetLoanRate, books: Books) -> None:
    the_loan(books, command.card)
    check_rate("rate", command.rate)
    # A rate may be set for days to come; for days gone only while their month is open.
    check_day(books, min(command.from_day, books.today))
    books.add(LoanRate(command.card, command.from_day, command.rate, command.resolution))
    restate(books, command.card, on=min(command.from_day, books.today))


def reschedule_loan(command: RescheduleLoan, books: Books) -> None:
    loan = the_loan(books, command.card)
    resolution = given(command.resolution, "resolution")
    check_day(books, command.on)
    last = loan.plans[-1].on
    if command.on < last:
        raise PlanBeforeLast(command.card, command.on, last)
    before = loan.card(at=command.on)
    owed = before.standing.outstanding
    if owed == ZERO:
        raise NothingOwed(command.card, command.on)
    rate = rate_at(loan.rules.rates, command.on)
    terms = terms_from(command, loan.contract, principal=owed, rate=rate, on=command.on)
    plan = plan_of(terms)
    add_plan(books, command.card, plan, on=command.on, resolution=resolution, reason=command.reason)
    keep_free_months(books, command.card, terms, resolution)
    restate(books, command.card, on=command.on)
    books.make(plan=tuple(plan.rows), before=before.coming)


def _as_approved(books: Books, command: OpenLoan, card: int) -> OpenLoan:
    """The contract as the committee approved it, within the limits of its type.

    Raises:
        The refusals of ``use_application``, ``check_limits`` and ``check_guarantors``.
    """
    if command.member is None:
        return command
    check_guarantors(books, command.type, command.guarantors, command.on)
    if command.application is None:
        check_limits(
            books,
            command.member,
            command.type,
            command.approved,
            on=command.on,
            clears=command.clears,
        )
        return command
    found = use_application(
        books,
        command.application,
        card=card,
        member=command.member,
        kind=command.type,
        approved=command.approved,
        on=command.on,
    )
    return replace(
        command,
        purpose=command.purpose or found.purpose,
        resolution=command.resolution or found.resolution,
        approved_by=command.approved_by or found.decided_by,
        approved_on=command.approved_on or found.decided_on,
    )


def _check_rules(command: DefineLoanType) -> None:
    check_order(command.order)
    check_rate("penalty_rate", command.penalty_rate)
    check_count("penalty_grace", command.penalty_grace, least=0, most=366)
    if command.early is Early.ADVANCE and command.direction is Direction.IN:
        raise AdvanceNotKept("early")


def _check_parties(books: Books, command: OpenLoan, kind: LoanType) -> None:
    check_day(books, command.on)
    if kind.direction is Direction.IN:
        given(command.lender, "lender")
        if command.member is not None:
            raise MissingField("lender")
        return
    if command.member is None:
        raise MissingField("member")
    check_lent_from(books, kind.fund)
    check_membership(the_member(books, command.member), command.on)
    if command.source is not None:
        the_loan(books, command.source, Direction.IN)


def _card_of(command: OpenLoan, kind: LoanType, number: int) -> Card:
    return Card(
        number=number,
        kind=CardKind.LOAN if kind.direction is Direction.OUT else CardKind.BORROWING,
        account=kind.account,
        opened_on=command.on,
        product=kind.code,
        member=command.member,
        fund=kind.fund,
    )
