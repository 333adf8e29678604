"""Refusals of the welfare fund: its members, its rules, claims and rounds of matching."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class NoWelfareFund(Refusal):
    """The book keeps no welfare fund yet."""


@dataclass(eq=False)
class WelfareNotLent(Refusal):
    """The rules of the welfare fund do not allow its money to be lent to members."""

    fund: str


@dataclass(eq=False)
class ProductNoContribution(Refusal):
    """A savings product whose money is not a contribution to the fund."""

    product: str


@dataclass(eq=False)
class AlreadyInWelfareFund(Refusal):
    """The member is in the fund already."""

    member: str
    since: date


@dataclass(eq=False)
class NotInWelfareFund(Refusal):
    """The member is not in the fund, or no longer."""

    member: str


@dataclass(eq=False)
class WelfareDayTooEarly(Refusal):
    """The day lies before one that must come first: the joining, the claim, the decision."""

    day: date
    earliest: date


@dataclass(eq=False)
class UnknownBenefit(Refusal):
    """No benefit of that name is in force on the day."""

    benefit: str
    day: date


@dataclass(eq=False)
class AdmissionMissing(Refusal):
    """A benefit limited by the stay is claimed without the day on which the stay began."""

    benefit: str


@dataclass(eq=False)
class BenefitOfNothing(Refusal):
    """A rule without an amount and without a tier that pays something."""

    benefit: str


@dataclass(eq=False)
class BenefitAccountWrong(Refusal):
    """Benefits are booked to a plain expense account."""

    account: str


@dataclass(eq=False)
class UnknownClaim(Refusal):
    """No claim of that number."""

    claim: int


@dataclass(eq=False)
class ClaimStateWrong(Refusal):
    """The claim stands where this cannot be done: decided, paid or cancelled, or not yet."""

    claim: int
    state: str


@dataclass(eq=False)
class ClaimNotPayable(Refusal):
    """The check found reasons why nothing is paid; each is its name and its fact."""

    claim: int
    reasons: tuple[str, ...]


@dataclass(eq=False)
class ApprovedMoreThanAllowed(Refusal):
    """More than the check allows, at the decision or at the payment."""

    claim: int
    allowed: Money
    asked: Money


@dataclass(eq=False)
class FundMoneyTooLow(Refusal):
    """The fund itself has less money in that place; what else lies there is not the fund's."""

    fund: str
    name_th: str
    name_en: str
    held: Money
    asked: Money


@dataclass(eq=False)
class UnknownMatchRound(Refusal):
    """No round of matching of that number."""

    round: int


@dataclass(eq=False)
class NobodyToMatch(Refusal):
    """No member was in the fund for a full year on the day, within the rounds allowed."""

    day: date


@dataclass(eq=False)
class MatchGrantedAlready(Refusal):
    """What was granted for the round is booked already."""

    round: int


@dataclass(eq=False)
class MatchMoreThanGranted(Refusal):
    """More comes in than is still open of what was granted."""

    round: int
    open: Money
    asked: Money


@dataclass(eq=False)
class MatchLessThanReceived(Refusal):
    """Less is granted than has come in for the round already."""

    round: int
    received: Money
    asked: Money


@dataclass(eq=False)
class UnknownWelfareFigure(Refusal):
    """The yearly form has no figure of that name."""

    figure: str
    known: str


@dataclass(eq=False)
class WelfareFigureTwice(Refusal):
    """A figure of the yearly form is given twice: which of them holds is not said."""

    figure: str


@dataclass(eq=False)
class BenefitNotBefore(Refusal):
    """What is paid in the time of this book is claimed and booked in it, not taken over."""

    day: date
    last: date


@dataclass(eq=False)
class BenefitCarriedAlready(Refusal):
    """A claim of the member on this benefit for that day is there already."""

    claim: int
    member: str
    start: date
