"""Refusals of loans kept in the book: types, contracts, payouts, payments and guarantors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownLoanType(Refusal):
    """No loan type of that code."""

    type: str


@dataclass(eq=False)
class LoanTypeExists(Refusal):
    """The code is taken."""

    type: str


@dataclass(eq=False)
class LoanTypeClosed(Refusal):
    """The type takes no new contracts."""

    type: str


@dataclass(eq=False)
class UnknownLoan(Refusal):
    """No loan has that card."""

    card: int


@dataclass(eq=False)
class WrongLeg(Refusal):
    """A loan to a member where one from a lender is meant, or the other way round."""

    card: int


@dataclass(eq=False)
class PayoutBeforeContract(Refusal):
    """Money would move before the day of the contract."""

    card: int
    day: date
    contract: date


@dataclass(eq=False)
class PayoutAboveApproval(Refusal):
    """All payouts together would be more than was approved."""

    card: int
    approved: Money
    paid_out: Money
    asked: Money


@dataclass(eq=False)
class LoanOverpaid(Refusal):
    """The payment on that day is more than is owed then."""

    card: int
    day: date
    owed: Money
    asked: Money


@dataclass(eq=False)
class LoanTwice(Refusal):
    """Two items of one visit pay the same loan."""

    card: int


@dataclass(eq=False)
class LoanIsWrittenOff(Refusal):
    """The loan was written off; nothing more is booked on it."""

    card: int
    day: date


@dataclass(eq=False)
class NothingOwed(Refusal):
    """No principal is owed on the loan."""

    card: int
    day: date


@dataclass(eq=False)
class PlanBeforeLast(Refusal):
    """A new plan from a day before that of the plan in force."""

    card: int
    day: date
    last: date


@dataclass(eq=False)
class AdvanceNotKept(Refusal):
    """Money paid ahead to a lender is not kept: the lender divides it."""

    field: str


@dataclass(eq=False)
class NoLoanToPay(Refusal):
    """The member owes nothing on any loan on that day."""

    member: str
    day: date


@dataclass(eq=False)
class GuarantorIsBorrower(Refusal):
    """Nobody stands for his own loan."""

    member: str


@dataclass(eq=False)
class GuaranteeCircle(Refusal):
    """Members would stand for each other, directly or through others."""

    member: str
    borrower: str
