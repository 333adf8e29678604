"""A loan around its contract: application, limits, pauses, security, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.members import Decision
from ledger.domain.money import Money
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class LoanApplication(Record):
    """What a member asks to borrow and what the committee decided; ``card`` is the contract made.

    ``granted`` is the amount approved, which may be less than was asked.
    """

    table = "loan_applications"
    key = ("number",)

    number: int
    on: date
    member: str
    type: str
    amount: Money
    purpose: str
    instalments: int | None = None
    decision: Decision = Decision.WAITING
    decided_on: date | None = None
    decided_by: str = ""
    resolution: str = ""
    reason: str = ""
    granted: Money | None = None
    card: int | None = None


@dataclass(frozen=True, slots=True)
class LoanLimits(Record):
    """How much and to whom a type may be lent, from a day on (features 47, 125, 131).

    ``of_savings`` and ``of_shares`` are multiples of what the member holds (1 is as much again);
    where both are given their sum is the limit. ``most`` caps all that a member owes of the type.
    ``savings_first`` is the part of the loan that must be saved before and is held while the
    loan runs (domain.md 1.1: one tenth). ``most_missed`` instalments still allow a new loan.
    """

    table = "loan_limits"
    key = ("type", "from_day")

    type: str
    from_day: date
    of_savings: Fraction | None = None
    of_shares: Fraction | None = None
    most: Money | None = None
    most_loans: int | None = None
    savings_first: Fraction = Fraction(0)
    most_missed: int | None = None
    least_guarantors: int = 0
    most_guarantees: int | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class LoanPause(Record):
    """A moratorium of one loan, both days included (domain.md 1.5).

    With ``agreed`` it is none: the contract's own first months, free of interest.
    """

    table = "loan_pauses"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    start: date
    end: date
    interest: bool
    penalty: bool
    extended_by: int
    resolution: str
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class LoanTransfer(Record):
    """A loan that went over to an heir or a guarantor, with the resolution that said so."""

    table = "loan_transfers"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    from_member: str
    to_member: str
    reason: str
    resolution: str


@dataclass(frozen=True, slots=True)
class LoanRecovery(Record):
    """Money that came in after all on a loan written off; counts while its entry stands."""

    table = "loan_recoveries"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    entry: int


class CollateralKind(Enum):
    """What secures a loan besides guarantors."""

    LAND = "land"
    BUILDING = "building"
    DEPOSIT = "deposit"
    VEHICLE = "vehicle"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Collateral(Record):
    """Something pledged for a loan until it is given back; ``value`` as it was appraised."""

    table = "collaterals"
    key = ("card", "number")

    card: int
    number: int
    kind: CollateralKind
    description: str
    value: Money
    on: date
    released_on: date | None = None
    released_why: str = ""


class LenderPaper(Enum):
    """What a lender sent: a statement of its loan, or the yearly confirmation of the balance."""

    STATEMENT = "statement"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class LenderStatement(Record):
    """What the lender says is owed at a day: its yearly confirmation, or a statement (feature 38).

    ``booked`` is what the books said then; both are principal.
    """

    table = "lender_statements"
    key = ("card", "at")

    card: int
    at: date
    stated: Money
    booked: Money
    reference: str
    note: str
    kind: LenderPaper = LenderPaper.STATEMENT


@dataclass(frozen=True, slots=True)
class LenderReceipt(Record):
    """The number of the lender's receipt for a repayment, noted later; the newest one counts."""

    table = "lender_receipts"
    key = ("card", "payment")

    card: int
    payment: int
    receipt: str
