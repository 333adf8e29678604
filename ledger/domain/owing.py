"""A kept loan as the engine sees it: the rows of the book made into rules, dues and events."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol, TypeVar

from ledger.domain.accrual import RateFrom
from ledger.domain.contract_rules import rules_of_contract
from ledger.domain.lending import (
    LoanContract,
    LoanPayment,
    LoanPayout,
    LoanPlan,
    LoanPlanRow,
    LoanPosting,
    LoanRate,
    LoanWriteOff,
)
from ledger.domain.loan_life import LoanPause
from ledger.domain.loan_opening import LoanOpening
from ledger.domain.loans.card import card_from, card_of, check_events, go_on, led_through
from ledger.domain.loans.contract import (
    Card,
    Due,
    Early,
    Event,
    Kind,
    LoanRules,
    Paid,
    PaidOut,
    Pause,
    Rescheduled,
)
from ledger.domain.loans.open_loan import OpenLoan
from ledger.domain.money import LARGEST_SATANG, ZERO, Money, total
from ledger.domain.records import Record
from ledger.domain.refusals.owing import UnknownLoan

R = TypeVar("R", bound=Record)
_Entered = LoanOpening | LoanPayout | LoanPayment | LoanPosting | LoanWriteOff
C = TypeVar(
    "C",
    LoanOpening,
    LoanRate,
    LoanPlan,
    LoanPlanRow,
    LoanPayout,
    LoanPayment,
    LoanPosting,
    LoanWriteOff,
    LoanPause,
)


class Kept(Protocol):
    """What an open book and a reader have in common."""

    def newest(self, kind: type[R], *key: object) -> R | None: ...

    def every(self, kind: type[R], /, **fixed: object) -> list[R]: ...

    def reversed_by(self, number: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Divided:
    """Principal, interest, penalty, what is kept in advance and what is credit, each signed."""

    principal: Money
    interest: Money
    penalty: Money
    advance: Money = ZERO
    credit: Money = ZERO

    def minus(self, other: Divided) -> Divided:
        return Divided(
            self.principal - other.principal,
            self.interest - other.interest,
            self.penalty - other.penalty,
            self.advance - other.advance,
            self.credit - other.credit,
        )

    def in_money(self) -> Divided:
        """What the money of the payment meets; an advance that is used meets the rest."""
        used = max(ZERO, -self.advance)
        principal = max(ZERO, self.principal - used)
        used -= self.principal - principal
        interest = max(ZERO, self.interest - used)
        used -= self.interest - interest
        advance = max(ZERO, self.advance)
        return Divided(principal, interest, self.penalty - used, advance, self.credit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A contract with everything that counts: what was reversed is left out already."""

    contract: LoanContract
    rates: Sequence[LoanRate]
    plans: Sequence[LoanPlan]
    rows: Sequence[LoanPlanRow]
    payouts: Sequence[LoanPayout]
    payments: Sequence[LoanPayment]
    postings: Sequence[LoanPosting]
    write_off: LoanWriteOff | None
    pauses: Sequence[LoanPause] = ()
    opening: LoanOpening | None = None
    reached: list[tuple[date, OpenLoan]] = field(default_factory=list, compare=False, repr=False)

    @property
    def rules(self) -> LoanRules:
        rates = sorted(self.rates, key=lambda one: one.from_day)
        return rules_of_contract(
            self.contract,
            tuple(RateFrom(one.from_day, one.rate) for one in rates),
            tuple(Pause(one.start, one.end, one.interest, one.penalty) for one in self.pauses),
        )

    @property
    def paid_out(self) -> Money:
        return self.paid_out_by(date.max)

    def paid_out_by(self, day: date) -> Money:
        """All that was paid out up to a day, whatever was repaid of it before the book began."""
        payouts = [one for one in self.payouts if one.on <= day]
        before = self.opening.repaid if self.opening is not None and payouts else ZERO
        return total(one.amount for one in payouts) + before

    @property
    def posted(self) -> Divided:
        return Divided(
            total(one.principal for one in self.postings),
            total(one.interest for one in self.postings),
            total(one.penalty for one in self.postings),
            total(one.advance for one in self.postings),
            total(one.credit for one in self.postings),
        )

    @property
    def last_day(self) -> date:
        """The last day on which something happened."""
        days = [one.on for one in self.payouts] + [one.on for one in self.payments]
        return max(days, default=self.contract.on)

    def dues(self, version: int) -> tuple[Due, ...]:
        rows = [one for one in self.rows if one.version == version]
        return tuple(Due(one.due, one.principal, one.interest) for one in rows)

    def events(self, *more: Event) -> list[Event]:
        """Payouts, payments and later plans in the order they were entered."""
        brought = None if self.opening is None else self.opening.entry
        happened: list[Event] = [
            PaidOut(one.on, one.amount) for one in self.payouts if one.entry != brought
        ]
        happened += [
            # A plan is made of what is owed that evening, payments of the day included.
            Rescheduled(one.on + timedelta(days=1), self.dues(one.version))
            for one in self.plans[1:]
        ]
        happened += [Paid(one.on, one.amount, one.early, kept=True) for one in self.payments]
        return [*happened, *more]

    def card(self, *more: Event, at: date) -> Card:
        """The card up to a day, with further events when they are given.

        Raises:
            PaymentBeforePayout, PaymentOnSettledLoan: the events do not go together.
        """
        opening = None if self.opening is None else self.opening.line
        if not self.reached:
            happened = self.events()
            days = [one.date for one in happened] + ([] if opening is None else [opening.date])
            last = max(days, default=None)
            if last is None or at < last:
                return self._anew(happened, more, at)
            # Where all that happened has led to is remembered: most questions go on from there.
            loan = led_through(self.rules, self.dues(1), happened, start=last, opening=opening)
            self.reached.append((last, loan))
        last, loan = self.reached[0]
        if at < last:
            return self._anew(self.events(), more, at)
        later = [one for one in more if one.date <= at] if more else []
        if later and any(_goes_before(one, last) for one in later):
            return self._anew(self.events(), more, at)
        twin = loan.copied(None if later else at)
        check_events(later)
        go_on(twin, later)
        return card_from(twin, at)

    def _anew(self, happened: Sequence[Event], more: Sequence[Event], at: date) -> Card:
        opening = None if self.opening is None else self.opening.line
        if opening is not None and at < opening.date:
            # The book knows nothing of the days before: no row is late and nothing is owed.
            return card_of(self.rules, (), more, at=at)
        return card_of(self.rules, self.dues(1), [*happened, *more], at=at, opening=opening)


def _goes_before(event: Event, last: date) -> bool:
    """Whether an event belongs before the last one; payments come last on their day."""
    return event.date < last or not isinstance(event, Paid)


def divided_by(card: Card) -> Divided:
    """How all payments on a card were divided."""
    return Divided(
        total(line.principal for line in card.lines),
        total(line.interest + line.interest_arrears for line in card.lines),
        total(line.penalty for line in card.lines),
        total(line.advance for line in card.lines),
        total(line.over for line in card.lines),
    )


def settlement_of(loan: Owing, card: Card, on: date) -> Money:
    """All that settles a loan on a day: principal, interest up to it, penalty, less an advance.

    ``card`` is the loan's card up to that day; nothing where nothing is owed.
    """
    standing = card.standing
    if standing.settled_on is not None or not loan.payouts or on < loan.payouts[0].on:
        return ZERO
    if standing.outstanding + standing.due + standing.interest == ZERO:
        return ZERO
    more_than_enough = Money(LARGEST_SATANG)
    lines = loan.card(Paid(on, more_than_enough, Early.SHORTEN), at=on).lines
    return more_than_enough - [line for line in lines if line.kind is Kind.PAYMENT][-1].over


def owing_of(kept: Kept, card: int) -> Owing:
    """The loan with that card.

    Raises:
        UnknownLoan: there is none.
    """
    contract = kept.newest(LoanContract, card)
    if contract is None:
        raise UnknownLoan(card)

    def stands(one: _Entered) -> bool:
        return kept.reversed_by(one.entry) is None

    return Owing(
        contract=contract,
        rates=kept.every(LoanRate, card=card),
        plans=kept.every(LoanPlan, card=card),
        rows=kept.every(LoanPlanRow, card=card),
        payouts=list(filter(stands, kept.every(LoanPayout, card=card))),
        payments=list(filter(stands, kept.every(LoanPayment, card=card))),
        postings=list(filter(stands, kept.every(LoanPosting, card=card))),
        write_off=next(filter(stands, kept.every(LoanWriteOff, card=card)), None),
        pauses=kept.every(LoanPause, card=card),
        opening=next(filter(stands, kept.every(LoanOpening, card=card)), None),
    )


def every_owing(kept: Kept, reversed_entries: Container[int]) -> list[Owing]:
    """Every loan of the book, put together from a handful of readings."""

    def stands(one: _Entered) -> bool:
        return one.entry not in reversed_entries

    rates, plans = _by_card(kept.every(LoanRate)), _by_card(kept.every(LoanPlan))
    rows = _by_card(kept.every(LoanPlanRow))
    payouts = _by_card(filter(stands, kept.every(LoanPayout)))
    payments = _by_card(filter(stands, kept.every(LoanPayment)))
    postings = _by_card(filter(stands, kept.every(LoanPosting)))
    write_offs = _by_card(filter(stands, kept.every(LoanWriteOff)))
    pauses = _by_card(kept.every(LoanPause))
    openings = _by_card(filter(stands, kept.every(LoanOpening)))
    return [
        Owing(
            contract=contract,
            rates=rates.get(contract.card, []),
            plans=plans.get(contract.card, []),
            rows=rows.get(contract.card, []),
            payouts=payouts.get(contract.card, []),
            payments=payments.get(contract.card, []),
            postings=postings.get(contract.card, []),
            write_off=next(iter(write_offs.get(contract.card, [])), None),
            pauses=pauses.get(contract.card, []),
            opening=next(iter(openings.get(contract.card, [])), None),
        )
        for contract in kept.every(LoanContract)
    ]


def _by_card(rows: Iterable[C]) -> dict[int, list[C]]:
    found: dict[int, list[C]] = {}
    for row in rows:
        found.setdefault(row.card, []).append(row)
    return found
