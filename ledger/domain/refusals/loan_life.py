"""Refusals in the life of a loan: applications, limits, moratoria, security and recovery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class UnknownLoanApplication(Refusal):
    """No application for a loan of that number."""

    application: int


@dataclass(eq=False)
class LoanApplicationDecided(Refusal):
    """The committee decided on it already."""

    application: int


@dataclass(eq=False)
class LoanApplicationUsed(Refusal):
    """A contract was made from it already."""

    application: int
    card: int


@dataclass(eq=False)
class LoanNotApproved(Refusal):
    """The committee did not approve the application."""

    application: int


@dataclass(eq=False)
class ContractUnlikeApplication(Refusal):
    """The contract is not what the committee approved."""

    application: int
    field: str


@dataclass(eq=False)
class DecidedBeforeAsked(Refusal):
    """A step of an application before the one that it follows."""

    application: int
    before: date
    day: date


@dataclass(eq=False)
class GrantedTooMuch(Refusal):
    """More was granted than the member asked for."""

    asked: Money
    granted: Money


@dataclass(eq=False)
class AboveLoanLimit(Refusal):
    """The member may not owe so much of this type."""

    member: str
    limit: Money
    owed: Money
    asked: Money


@dataclass(eq=False)
class TooManyLoans(Refusal):
    """The member has as many loans of this type as are allowed."""

    member: str
    running: int
    most: int


@dataclass(eq=False)
class LoanForbidden(Refusal):
    """Missed instalments forbid a new loan; ``until`` is the last day of it (domain.md 1.4)."""

    member: str
    missed: int
    until: date


@dataclass(eq=False)
class TooManyMissed(Refusal):
    """Instalments are missed, and so there is no new loan."""

    member: str
    missed: int
    most: int


@dataclass(eq=False)
class SavingsFirst(Refusal):
    """Part of the loan has to be saved first."""

    member: str
    part: Fraction
    needed: Money
    held: Money


@dataclass(eq=False)
class TooFewGuarantors(Refusal):
    """The type asks for more guarantors."""

    given: int
    least: int


@dataclass(eq=False)
class TooManyGuarantees(Refusal):
    """The member stands for as many loans as are allowed."""

    member: str
    running: int
    most: int


@dataclass(eq=False)
class MoratoriumEmpty(Refusal):
    """No loan was named for the moratorium."""


@dataclass(eq=False)
class MoratoriumEndsBefore(Refusal):
    """The last day lies before the first."""

    start: date
    end: date


@dataclass(eq=False)
class MoratoriumOverlaps(Refusal):
    """The loan rests on some of these days already."""

    card: int
    start: date
    end: date


@dataclass(eq=False)
class NotAGuarantor(Refusal):
    """The member does not stand for this loan, or no longer."""

    member: str
    card: int


@dataclass(eq=False)
class GuarantorAlready(Refusal):
    """The member stands for this loan already."""

    member: str
    card: int


@dataclass(eq=False)
class StillGuarantor(Refusal):
    """A member who stands for loans finds somebody else first (domain.md 1.6)."""

    member: str
    cards: tuple[int, ...]


@dataclass(eq=False)
class MemberOwesLoans(Refusal):
    """A membership ends, by death as well, when no loan is owed any more (domain.md 2.6)."""

    member: str
    owed: Money
    cards: tuple[int, ...]


@dataclass(eq=False)
class SameBorrower(Refusal):
    """The loan is that member's already."""

    member: str
    card: int


@dataclass(eq=False)
class NotWrittenOff(Refusal):
    """Only what was written off can be recovered."""

    card: int


@dataclass(eq=False)
class RecoveredTooMuch(Refusal):
    """More than was written off."""

    card: int
    left: Money
    asked: Money


@dataclass(eq=False)
class UnknownCollateral(Refusal):
    """No such security of this loan."""

    card: int
    number: int


@dataclass(eq=False)
class CollateralReleased(Refusal):
    """It was given back already."""

    card: int
    number: int


@dataclass(eq=False)
class ClearsTooMuch(Refusal):
    """What is owed on the old loans is more than is paid out."""

    needed: Money
    paid_out: Money


@dataclass(eq=False)
class ClearsAnother(Refusal):
    """A new loan clears loans of the same member only."""

    card: int
    member: str
