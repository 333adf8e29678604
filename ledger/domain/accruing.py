"""Interest run up on loans and not paid: what the books should show of it at the end of a day.

Of loans to members it is accrued interest receivable, of loans from lenders accrued interest
payable, card by card (domain.md 3.4). A run brings each card to what is unpaid on its day and
books only the change, as with the allowance: payments go on being income in full, and at every
month's end income is what was paid plus the change in what is unpaid. Where the class of a loan
suspends interest, nothing of the current fiscal year stays accrued (domain.md 3.5). Penalties are
income when they are paid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind, RoleAccount
from ledger.domain.borrowing import Holding
from ledger.domain.cards import Card
from ledger.domain.cooperative import Cooperative
from ledger.domain.days import Month, day_before
from ledger.domain.lending import Direction
from ledger.domain.loan_quality import assessments, steps_at
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing
from ledger.domain.records import Record

ROLE_OF_LEG = {Direction.OUT: "interest_receivable", Direction.IN: "interest_payable"}


@dataclass(frozen=True, slots=True)
class InterestAccrual(Record):
    """One run: by how much both legs changed; counts while its entry stands."""

    table = "interest_accruals"
    key = ("number",)
    versions = False

    number: int
    on: date
    entry: int
    receivable: Money
    payable: Money


@dataclass(frozen=True, slots=True)
class Accrued:
    """A loan on a day: unpaid interest, what the books hold of it, and what they should hold."""

    loan: Owing
    unpaid: Money
    booked: Money
    wanted: Money
    suspended: bool

    @property
    def change(self) -> Money:
        return self.wanted - self.booked


def accruals(kept: Holding, loans: Iterable[Owing], on: date) -> list[Accrued]:
    """Every loan of both legs on which interest is unpaid or accrued at the end of the day.

    A chart without the accounts for it accrues nothing.
    """
    accounts = {leg: kept.newest(RoleAccount, role) for leg, role in ROLE_OF_LEG.items()}
    pairs = [(loan, loan.card(at=on)) for loan in loans]
    lent = {one.loan.contract.card: one for one in assessments(pairs, (), steps_at(kept, on))}
    before = day_before(_year_began(kept, on))
    found = []
    for loan, card in pairs:
        leg, number = loan.contract.direction, loan.contract.card
        account = accounts[leg]
        if account is None:
            continue
        sign = 1 if leg is Direction.OUT else -1
        booked = _signed(kept.card_balance(number, account.account, at=on), sign)
        owed = lent.get(number)
        unpaid, suspended = ZERO, owed is not None and owed.suspends
        if owed is not None:
            unpaid = owed.interest_unpaid
        elif leg is Direction.IN and card.standing.outstanding > ZERO:
            unpaid = card.standing.interest + card.standing.interest_arrears
        wanted = unpaid
        if suspended:
            earlier = kept.card_balance(number, account.account, at=before)
            wanted = min(unpaid, max(ZERO, earlier))
        if _is_closed(kept, number):
            wanted = booked  # a run for a month before she left comes too late for her loan
        if (unpaid, booked) != (ZERO, ZERO):
            found.append(Accrued(loan, unpaid, booked, wanted, suspended))
    return found


def booked_by_card(kept: Holding, loans: Iterable[Owing], on: date) -> dict[int, Money]:
    """Accrued interest receivable of each loan by the books: part of the base of the allowance."""
    account = kept.newest(RoleAccount, ROLE_OF_LEG[Direction.OUT])
    if account is None:
        return {}
    cards = [one.contract.card for one in loans if one.contract.direction is Direction.OUT]
    return kept.card_balances(cards, account.account, at=on)


def holds_accrued(kept: Holding, card: Card) -> bool:
    """Whether a loan's card holds accrued interest; it stays open for the run that takes it out."""
    account = kept.newest(RoleAccount, ROLE_OF_LEG[Direction.OUT])
    if card.kind is not CardKind.LOAN or account is None:
        return False
    return kept.card_balance(card.number, account.account) != ZERO


def accrual_due(kept: Holding, loans: Iterable[Owing], on: date) -> Money:
    """How much a run on the day would book in all; zero lets the month be closed."""
    return total(abs(one.change) for one in accruals(kept, loans, on))


def _year_began(kept: Holding, day: date) -> date:
    """The first day of the fiscal year (domain.md 3.1)."""
    (cooperative,) = kept.every(Cooperative)
    month = Month.of(day)
    return month.plus(-((month.number - cooperative.year_ends_in - 1) % 12)).first


def _is_closed(kept: Holding, number: int) -> bool:
    card = kept.newest(Card, number)
    return card is not None and card.closed_on is not None


def _signed(amount: Money, sign: int) -> Money:
    return amount if sign > 0 else -amount
