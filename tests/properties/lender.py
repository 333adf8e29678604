"""Lending under chance: loans of both legs, and what must hold after every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.domain.commands import Outcome
from ledger.domain.loans.contract import Early, Kind, PenaltyKind
from ledger.domain.loans.terms import Method
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.refusals import Refusal
from ledger.queries.both_legs import both_legs
from ledger.queries.control import cards_and_control
from ledger.queries.loans import LoanCard, loan_card
from ledger.usecases.lending import RescheduleLoan, SetLoanRate
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_paying import UseLoanAdvances
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY, Village, found_village
from tests.support.lending import (
    SIX,
    borrowing,
    contract,
    is_sound,
    pay,
    pay_out,
    repay,
    with_types,
)

DAYS = st.integers(0, (TODAY - START).days).map(lambda day: START + timedelta(days=day))
AMOUNTS = st.one_of(
    st.sampled_from((baht(1_000), baht(1_061, 15), baht(3_000))),
    st.integers(1, 800_000).map(Money),
)
WHO = st.sampled_from((0, 1, 2))
EARLY = st.sampled_from((None, Early.SHORTEN, Early.LOWER, Early.ADVANCE))
PERCENT = st.integers(0, 15)


class Lender(RuleBasedStateMachine):
    """Three members' loans out of one received loan; every step may be refused, none may differ."""

    @initialize(
        method=st.sampled_from((Method.EQUAL_PRINCIPAL, Method.EQUAL_INSTALMENT)),
        penalty=st.sampled_from((PenaltyKind.NONE, PenaltyKind.FIXED)),
    )
    def begin(self, method: Method, penalty: PenaltyKind) -> None:
        self.folder = TemporaryDirectory()
        self.village: Village = with_types(
            found_village(Path(self.folder.name)),
            method=method,
            penalty_kind=penalty,
            penalty_amount=baht(20),
        )
        self.source = borrowing(self.village)
        pay_out(self.village, self.source, baht(100_000))
        self.cards = []
        for _ in range(3):
            member, _ = self.village.member()
            card = contract(self.village, member, source=self.source)
            pay_out(self.village, card, baht(12_000))
            self.cards.append(card)
        self.booked: list[int] = []
        self.credit_used = False

    def teardown(self) -> None:
        if not hasattr(self, "village"):
            return
        try:
            assert is_sound(self.village)
        finally:
            self.village.book.close()
            self.folder.cleanup()

    def tried(self, step: Callable[..., Outcome], *given: Any, **named: Any) -> Outcome | None:
        """Do it, or be refused with nothing written."""
        before = self.village.one("SELECT MAX(number) FROM acts")
        try:
            outcome = step(*given, **named)
        except Refusal:
            assert self.village.one("SELECT MAX(number) FROM acts") == before
            return None
        self.booked += [one.number for one in outcome.entries]
        return outcome

    @rule(who=WHO, amount=AMOUNTS, on=DAYS, early=EARLY, credit=st.booleans())
    def pays(
        self, who: int, amount: Money, on: date, early: Early | None, *, credit: bool = False
    ) -> None:
        outcome = self.tried(
            pay, self.village, self.cards[who], amount, on, early=early, credit=credit
        )
        if outcome is not None:
            (split,) = list(outcome.made["splits"])  # type: ignore[call-overload]
            parts = ("penalty", "interest_arrears", "interest", "principal", "advance", "rest")
            assert total(Money.from_decimal(split[part]) for part in parts) == amount

    @rule(amount=AMOUNTS, on=DAYS)
    def the_cooperative_repays(self, amount: Money, on: date) -> None:
        self.tried(repay, self.village, self.source, amount, on)

    @rule(at=st.integers(0, 30))
    def is_taken_back(self, at: int) -> None:
        if self.booked:
            entry = self.booked[at % len(self.booked)]
            self.tried(self.village.run, ReverseEntry(entry=entry, on=TODAY, reason="ผิด"))

    @rule(who=WHO, start=DAYS, days=st.integers(0, 60), months=st.integers(0, 4))
    def rests(self, who: int, start: date, days: int, months: int) -> None:
        command = DeclareMoratorium(
            cards=(self.cards[who],),
            start=start,
            end=start + timedelta(days=days),
            extended_by=months,
            resolution="มติ",
        )
        self.tried(self.village.run, command)

    @rule(who=WHO, on=DAYS, count=st.integers(1, 24))
    def gets_a_new_plan(self, who: int, on: date, count: int) -> None:
        command = RescheduleLoan(card=self.cards[who], on=on, resolution="มติ", instalments=count)
        self.tried(self.village.run, command)

    @rule(who=WHO, on=DAYS, percent=PERCENT)
    def has_another_rate(self, who: int, on: date, percent: int) -> None:
        command = SetLoanRate(card=self.cards[who], from_day=on, rate=SIX * percent / 6)
        self.tried(self.village.run, command)

    @rule(who=WHO, on=DAYS)
    def is_written_off(self, who: int, on: date) -> None:
        self.tried(self.village.run, WriteOffLoan(card=self.cards[who], on=on, resolution="มติ"))

    @rule()
    def advances_are_used(self) -> None:
        outcome = self.tried(self.village.run, UseLoanAdvances(on=TODAY))
        paid = [] if outcome is None else [one.entry.event for one in outcome.entries]
        self.credit_used = self.credit_used or "loan_paid_from_savings" in paid

    @invariant()
    def both_legs_tie_to_the_ledger(self) -> None:
        if not hasattr(self, "village"):
            return
        told = [self.card(card) for card in (self.source, *self.cards)]
        for one in told:
            look_at(one)
        (pair,) = self.village.book.ask(both_legs, at=TODAY).rows
        assert pair.balance == -self.village.balance("24010")
        assert pair.members_balance == self.village.balance("13010")
        kept = total(one.standing.advance for one in told if one.row.written_off_on is None)
        assert kept == -self.village.balance("23120")
        over = total(line.over for one in told for line in one.lines)
        credit = -self.village.balance("23130")
        assert ZERO <= credit <= over
        assert credit == over or self.credit_used
        assert self.village.book.ask(cards_and_control).agrees

    def card(self, card: int) -> LoanCard:
        return self.village.book.ask(loan_card, card=card, at=TODAY)


def look_at(told: LoanCard) -> None:
    """The balance chain of a card, the split of its payments, and the sums of its plans."""
    assert told.difference == ZERO
    owed = ZERO
    for line in told.lines:
        parts = line.penalty + line.interest_arrears + line.interest + line.principal
        if line.kind is Kind.PAID_OUT:
            owed += line.amount
        elif line.kind is Kind.PAYMENT:
            assert parts + line.advance + line.over == line.amount
        owed -= line.principal
        assert line.outstanding == owed
    if told.row.written_off_on is None:
        assert owed == told.row.outstanding == told.booked
        left = total(row.principal for row in told.coming)
        assert left in {owed, max(ZERO, owed - told.standing.overdue_principal)}
    for version in told.plans:
        assert total(row.principal for row in version.rows) == version.plan.principal
