"""What can happen in the register: somebody joins, days pass, somebody leaves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from ledger.domain import refusals as no
from ledger.domain.days import plus_months
from ledger.domain.members import Leaving, Person
from ledger.usecases.members import AdmitMember, EndMembership
from ledger.usecases.saving import OpenSavings, SetSavingsRate
from tests.properties.keeping import START, back, pick
from tests.properties.model import BANK_ACCOUNT, RATE, ModelCard, ModelItem, ModelMember, Reasons
from tests.properties.money_in import MoneyIn
from tests.properties.money_out import MoneyOut
from tests.properties.values import BANK, BANK_CARD, MINIMUM, open_bank, products

FIRST_TODAY = date(2026, 1, 20)
THREE_HOLDERS = 12  # the share cards before this one; a fourth and fifth may still come
ACCOUNTS = {"PROMISE": "21050", "SAVINGS": "21010", "YOUTH": "21020", "FIXED": "21030"}


class Register(MoneyIn, MoneyOut):
    """The register at the counter."""

    @initialize()
    def begin(self) -> None:
        made = self.book.run(open_bank(START)).made
        assert made["card"] == BANK_CARD
        self.model.cards[BANK_CARD] = ModelCard(
            BANK_CARD, "bank", BANK_ACCOUNT, None, BANK, opened=START
        )
        self.book.run(SetSavingsRate(product="SAVINGS", from_day=START, rate=RATE))
        for product in products():
            self.book.run(product)
        for _ in range(3):
            self.admit(ago=0, product="YOUTH")
        self.admit(ago=0, product="FIXED")
        self.admit(ago=0, product="SAVINGS")
        self.set_today(FIRST_TODAY)
        for card in list(self.model.cards.values()):
            if card.kind == "share" and card.number < THREE_HOLDERS:
                self._begin_with("shares", 10_000, card)
            elif card.product in {"PROMISE", "YOUTH", "SAVINGS"}:
                self._begin_with("deposit", 20_000, card)

    def _begin_with(self, what: str, amount: int, card: ModelCard) -> None:
        part = ModelItem(what, amount, card.number)
        self.take_in(card.member, [part], FIRST_TODAY, bank=False)

    @rule(days=st.sampled_from([1, 2, 7, 15, 31]))
    def time_passes(self, *, days: int) -> None:
        self.set_today(self.model.today + timedelta(days=days))

    @rule(ago=back, product=st.sampled_from(["YOUTH", "FIXED", "SAVINGS"]))
    def admit(self, *, ago: int, product: str) -> None:
        day = self.day(ago)
        reasons: Reasons = {no.FutureDay} if day > self.model.today else set()
        person = Person(given=f"สมาชิก {self.tried}", phone=str(self.tried))
        outcome = self.attempt(AdmitMember(person=person, on=day), reasons)
        if outcome is None:
            return
        number = str(outcome.made["member"])
        assert number == f"{len(self.model.members) + 1:04d}"
        self.model.members[number] = ModelMember(number, day)
        self._new_card(outcome.made["PROMISE"], "savings", number, "PROMISE", day)
        self._new_card(outcome.made["SHARES"], "share", number, "SHARES", day)
        for code in sorted({"SAVINGS", product}):
            made = self.book.run(OpenSavings(member=number, product=code, on=day)).made
            self._new_card(made["card"], "savings", number, code, day)

    def _new_card(self, number: Any, kind: str, member: str, product: str, day: date) -> None:
        assert number == len(self.model.cards) + 1
        self.model.cards[number] = ModelCard(
            number,
            kind,
            ACCOUNTS.get(product, "31010"),
            member,
            product,
            opened=day,
            minimum=MINIMUM if product == "YOUTH" else 0,
            matures=plus_months(day, 1) if product == "FIXED" else None,
        )

    @rule(at=pick, ago=back)
    def leave(self, *, at: int, ago: int) -> None:
        member, day = self.member(at), self.day(ago)
        reasons = self.model.day_reasons(day) | self.model.membership_reasons(member.number, day)
        cards = [card for card in self.model.cards.values() if card.member == member.number]
        if any(self.model.owed(card.number) for card in cards):
            reasons.add(no.MemberHasBalances)
        asked = [one for one in self.model.charges if one.member == member.number]
        if any(self.model.open_on(one) > 0 for one in asked if not one.cancelled):
            reasons.add(no.MemberOwesCharges)
        command = EndMembership(member=member.number, on=day, why=Leaving.RESIGNED)
        if self.attempt(command, reasons) is not None:
            member.left = day
            for card in cards:
                card.closed = True

    @rule(at=pick)
    def empty_everything_of(self, *, at: int) -> None:
        """Take all a member has, so that leaving comes about."""
        member = self.member(at)
        for card in [one for one in self.model.cards.values() if one.member == member.number]:
            if self.model.owed(card.number) == 0:
                continue
            if card.kind == "share":
                self.give_back(card, self.model.owed(card.number), self.model.today, leaving=True)
            elif card.kind == "savings":
                self.take_out(card, self.model.owed(card.number), self.model.today, bank=True)
