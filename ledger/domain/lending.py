"""Loans as the book keeps them: types, contracts, plans and what happened, in simple columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.accrual import YearPart
from ledger.domain.loans.contract import Early, Part, PenaltyKind, Split
from ledger.domain.loans.terms import InterestOn, Method
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.records import Record


class Direction(Enum):
    """Out to a member, or in from CODI, a bank or the city fund."""

    OUT = "out"
    IN = "in"


def order_text(order: tuple[Part, ...]) -> str:
    """A payment order as it is kept: the names of its parts in a row."""
    return " ".join(part.value for part in order)


@dataclass(frozen=True, slots=True)
class LendingRules:
    """What a type proposes and a contract keeps: its accounts and how it is reckoned.

    ``account`` is the control account of the cards; interest and penalty are income of a loan
    given and expense of one received. Rates are parts of one a year (domain.md 1.3, 1.4).
    """

    account: str
    interest_account: str
    penalty_account: str
    fund: str
    method: Method
    interest: InterestOn
    day_count: YearPart
    rounding: Rounding
    instalment_rounding: Rounding
    principal_rounding: Rounding
    split: Split | None
    order: str
    early: Early
    penalty_kind: PenaltyKind
    penalty_amount: Money
    penalty_rate: Fraction
    penalty_grace: int
    penalty_cap: Money | None


@dataclass(frozen=True, slots=True)
class LoanType(LendingRules, Record):
    """A kind of loan that the cooperative gives or takes."""

    table = "loan_types"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    direction: Direction
    closed: bool = False


@dataclass(frozen=True, slots=True)
class LoanContract(LendingRules, Record):
    """One contract: ``source`` is the card of the received loan that this one is lent on from."""

    table = "loan_contracts"
    key = ("card",)

    card: int
    type: str
    direction: Direction
    on: date
    approved: Money
    member: str | None = None
    lender: str = ""
    contract_number: str = ""
    purpose: str = ""
    approved_by: str = ""
    resolution: str = ""
    approved_on: date | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class LoanRate(Record):
    """The yearly rate of a contract from a day on."""

    table = "loan_rates"
    key = ("card", "from_day")

    card: int
    from_day: date
    rate: Fraction
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class LoanPlan(Record):
    """One version of a contract's plan, in force after its day; the first is the contract's own."""

    table = "loan_plans"
    key = ("card", "version")
    versions = False

    card: int
    version: int
    on: date
    principal: Money
    resolution: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LoanPlanRow(Record):
    """One instalment of a version of a plan."""

    table = "loan_plan_rows"
    key = ("card", "version", "row")
    versions = False

    card: int
    version: int
    row: int
    due: date
    principal: Money
    interest: Money


@dataclass(frozen=True, slots=True)
class LoanPayout(Record):
    """A part of the loan paid out, or drawn from the lender; counts while its entry stands."""

    table = "loan_payouts"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    entry: int
    purpose: str = ""
    milestone: str = ""


@dataclass(frozen=True, slots=True)
class LoanPayment(Record):
    """A payment on the loan, without what went to savings; counts while its entry stands."""

    table = "loan_payments"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    entry: int
    early: Early | None = None
    lender_receipt: str = ""


@dataclass(frozen=True, slots=True)
class LoanPosting(Record):
    """How an entry divided payments of a loan; a correction's parts add up to nothing.

    ``credit`` is what was more than the loan owed and is kept on the member's credit account.
    """

    table = "loan_postings"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    entry: int
    principal: Money
    interest: Money
    penalty: Money
    advance: Money = ZERO
    credit: Money = ZERO


@dataclass(frozen=True, slots=True)
class LoanWriteOff(Record):
    """What was owed and given up by resolution; counts while its entry stands."""

    table = "loan_write_offs"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    entry: int
    resolution: str


@dataclass(frozen=True, slots=True)
class Guarantor(Record):
    """A member who stands for a loan, from the day of the contract until released."""

    table = "loan_guarantors"
    key = ("card", "member")

    card: int
    member: str
    since: date
    released_on: date | None = None
