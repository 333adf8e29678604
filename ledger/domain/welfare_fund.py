"""The welfare fund in the book: its settings, its members and what they contribute."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Protocol, TypeVar

from ledger.domain.accounts import BookKind
from ledger.domain.benefits import Sex
from ledger.domain.cards import Card
from ledger.domain.contributions import Covered, Rate, Rhythm, covered_by, owed_by
from ledger.domain.cooperative import Cooperative
from ledger.domain.days import day_after, day_before
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.members import Leaving, Member
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Kept
from ledger.domain.products import SavingsProduct
from ledger.domain.records import Record
from ledger.domain.refusals.welfare import NoWelfareFund, WelfareNotLent

R = TypeVar("R", bound=Record)
USUAL_PRODUCT = "WELFARE"
# domain.md 4.1: at most a fifth of the fund is spent on administration.
USUAL_ADMINISTRATION = Fraction(1, 5)


class WelfareLeaving(Enum):
    """Why somebody is no longer in the fund (domain.md 4.3: died, left, lost status)."""

    LEFT = "left"
    LAPSED = "lapsed"
    DIED = "died"


class WelfareGroup(Enum):
    """The type of member that CODI's yearly form counts (domain.md 4.3)."""

    GENERAL = "general"
    CHILD = "child"
    ELDERLY = "elderly"
    DISADVANTAGED = "disadvantaged"
    DISABLED = "disabled"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class WelfareFund(Record):
    """The welfare fund of the book. ``fund`` tags its lines, ``product`` holds contributions.

    ``entrance`` is the charge type of the entrance fee; with ``sanctions`` missed loan instalments
    forbid benefits (domain.md 1.4). Only with ``lending`` may its money be lent to members (4.1).
    """

    table = "welfare_funds"
    key = ("fund",)

    fund: str
    product: str
    entrance: str
    administration: Fraction
    sanctions: bool
    lending: bool = False


@dataclass(frozen=True, slots=True)
class WelfareMembership(Record):
    """A member's time in the fund; ``ended`` is its last day. Who comes back gets a new one.

    ``through`` is how far contributions were paid before this book began to keep them; ``brought``
    is what of them the card held already, which pays for nothing after that day.
    """

    table = "welfare_memberships"
    key = ("number",)

    number: int
    member: str
    card: int
    joined: date
    group: WelfareGroup
    sex: Sex | None
    through: date | None
    ended: date | None = None
    ended_why: WelfareLeaving | None = None
    note: str = ""
    brought: Money = ZERO

    @property
    def is_mistake(self) -> bool:
        """Whether it ended before it began: entered by mistake, and never a membership."""
        return self.ended is not None and self.ended < self.joined

    @property
    def counted_from(self) -> date:
        """From which day contributions kept in this book pay."""
        return self.joined if self.through is None else max(self.joined, day_after(self.through))


@dataclass(frozen=True, slots=True)
class WelfareRate(Record):
    """What a member contributes from a day on."""

    table = "welfare_rates"
    key = ("membership", "from_day")

    membership: int
    from_day: date
    rhythm: Rhythm
    amount: Money


class Contributing(Kept, Protocol):
    """What an open book and a reader have in common, with the balances of cards."""

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money: ...


@dataclass(frozen=True, slots=True)
class Contributed:
    """How a membership stands on a day: paid in all, paid through, due now and in arrears."""

    paid: Money
    covered: Covered
    owed: Money
    rate: Rate


def welfare_fund_of(kept: Kept) -> WelfareFund:
    """The welfare fund of the book; a book that is one needs no setting.

    Raises:
        NoWelfareFund: this cooperative keeps none yet.
    """
    funds = kept.every(WelfareFund)
    if funds:
        return funds[0]
    (cooperative,) = kept.every(Cooperative)
    product = kept.newest(SavingsProduct, USUAL_PRODUCT)
    if cooperative.kind is not BookKind.WELFARE_FUND or product is None:
        raise NoWelfareFund
    return WelfareFund(GENERAL_FUND, product.code, "ENTRY", USUAL_ADMINISTRATION, sanctions=True)


def check_lent_from(kept: Kept, fund: str) -> None:
    """Whether money of a fund may be lent to members.

    Raises:
        WelfareNotLent: it is the welfare fund, whose rules do not allow it.
    """
    try:
        welfare = welfare_fund_of(kept)
    except NoWelfareFund:
        return
    if welfare.fund == fund and not welfare.lending:
        raise WelfareNotLent(fund)


def membership_on(kept: Kept, member: str, day: date) -> WelfareMembership | None:
    """The membership that holds the day; else the last one begun before it, else the newest."""
    known = kept.every(WelfareMembership, member=member)
    begun = [one for one in known if one.joined <= day]
    chosen = begun or known
    return max(chosen, key=lambda one: (one.joined, one.number), default=None)


def as_left(kept: Kept, membership: WelfareMembership) -> WelfareMembership:
    """The membership as it ended: who leaves the cooperative or dies has left its fund too."""
    return ended_with(kept.newest(Member, membership.member), membership)


def ended_with(member: Member | None, membership: WelfareMembership) -> WelfareMembership:
    """The membership of somebody who is known; for many at once."""
    if member is None or member.left is None or membership.ended is not None:
        return membership
    if member.left_why is Leaving.DECEASED:
        return replace(membership, ended=member.left, ended_why=WelfareLeaving.DIED)
    return replace(membership, ended=day_before(member.left), ended_why=WelfareLeaving.LEFT)


def rates_of(kept: Kept, membership: WelfareMembership) -> list[Rate]:
    return [
        Rate(one.from_day, one.rhythm, one.amount)
        for one in kept.every(WelfareRate, membership=membership.number)
    ]


def contributed(kept: Contributing, membership: WelfareMembership, at: date) -> Contributed:
    """What was paid for a membership by the end of a day, how far it reaches, what was due."""
    card = kept.newest(Card, membership.card)
    day = at if membership.ended is None else min(at, membership.ended)
    paid = _paid(kept, membership, card.account if card is not None else "", day)
    return standing_of(membership, rates_of(kept, membership), paid, day)


def standing_of(
    membership: WelfareMembership, rates: list[Rate], paid: Money, day: date
) -> Contributed:
    """The standing by what was paid; nothing is due after the last day of a membership."""
    last = day if membership.ended is None else min(day, membership.ended)
    begun = [one for one in rates if one.from_day <= max(last, membership.joined)]
    since = membership.counted_from
    return Contributed(
        paid,
        covered_by(paid, rates, since),
        owed_by(last, rates, since),
        max(begun or rates, key=lambda one: one.from_day),
    )


def _paid(kept: Contributing, membership: WelfareMembership, account: str, day: date) -> Money:
    before = day_before(membership.joined)
    if day < membership.joined:
        return ZERO
    paid = kept.card_balance(membership.card, account, at=before) - kept.card_balance(
        membership.card, account, at=day
    )
    return max(ZERO, paid - membership.brought)
