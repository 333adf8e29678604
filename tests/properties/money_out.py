"""What can go out: withdrawals, transfers, shares, expenses, cash to the bank; what holds it."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from ledger.domain import refusals as no
from ledger.domain.money import Money
from ledger.domain.refusals.saving import ReleasedBeforeHeld
from ledger.usecases.charging import CancelCharge, ChargeMembers
from ledger.usecases.saving import PlaceHold, ReleaseHold, TransferSavings, Withdraw
from ledger.usecases.sharing import ReturnShares
from ledger.usecases.vouching import MoveMoney
from tests.properties.keeping import TwoBookkeepers, amounts, back, by_bank, pick
from tests.properties.model import (
    BANK_ACCOUNT,
    CASH,
    ModelCard,
    ModelCharge,
    ModelHold,
    ModelLine,
    Reasons,
)
from tests.properties.values import BANK, BANK_CARD, expense_of, money_side

shares = st.sampled_from([1_000, 2_000, 5_000, 10_000, 1_500, 50_000])


class MoneyOut(TwoBookkeepers):
    """Money that leaves over the counter."""

    @rule(at=pick, amount=amounts, ago=back, bank=by_bank)
    def withdraw(self, *, at: int, amount: int, ago: int, bank: bool) -> None:
        self.take_out(self._full(at, "savings"), amount, self.day(ago), bank=bank)

    def _full(self, at: int, kind: str) -> ModelCard:
        """Mostly a card that holds something, now and then any card at all."""
        full = [
            card
            for card in self.model.cards.values()
            if card.kind == kind and self.model.owed(card.number) > 0
        ]
        return full[at % len(full)] if full and at % 8 else self.card(at)

    def take_out(self, card: ModelCard, amount: int, day: date, *, bank: bool) -> None:
        lines: list[ModelLine] = [
            (card.account, card.number, amount),
            money_side(-amount, bank=bank),
        ]
        reasons = self.model.withdrawal_reasons(card, amount, day)
        if amount > 0 and no.CardWrong not in reasons:
            reasons |= self.model.entry_reasons(day, lines)
        command = Withdraw(
            card=card.number, amount=Money(amount), on=day, bank=BANK if bank else None
        )
        if self.attempt(command, reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(at=pick, other=pick, amount=amounts, ago=back)
    def transfer(self, *, at: int, other: int, amount: int, ago: int) -> None:
        source, day = self._full(at, "savings"), self.day(ago)
        same = [one for one in self.model.cards.values() if one.member == source.member]
        target = (same if other % 5 else list(self.model.cards.values()))[other % len(same)]
        lines: list[ModelLine] = [
            (source.account, source.number, amount),
            (target.account, target.number, -amount),
        ]
        reasons = self.model.withdrawal_reasons(source, amount, day)
        if source.number == target.number:
            reasons.add(no.NothingToDo)
        elif source.member != target.member:
            reasons.add(no.NotTheSameMember)
        if target.kind != "savings":
            reasons.add(no.CardWrong)
        if amount > 0 and not reasons & {no.CardWrong, no.NothingToDo, no.NotTheSameMember}:
            reasons |= self.model.entry_reasons(day, lines)
        command = TransferSavings(
            source=source.number, target=target.number, amount=Money(amount), on=day
        )
        if self.attempt(command, reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(at=pick, amount=shares, ago=back, leaving=st.sampled_from([True, True, False]))
    def return_shares(self, *, at: int, amount: int, ago: int, leaving: bool) -> None:
        self.give_back(self._full(at, "share"), amount, self.day(ago), leaving=leaving)

    def give_back(self, card: ModelCard, amount: int, day: date, *, leaving: bool) -> None:
        lines: list[ModelLine] = [(card.account, card.number, amount), (CASH, None, -amount)]
        reasons: Reasons = {no.AmountNotPositive} if amount <= 0 else set()
        if card.kind != "share":
            reasons.add(no.CardWrong)
        else:
            if amount % 1_000:
                reasons.add(no.NotWholeShares)
            if not leaving:
                reasons.add(no.SharesNotReturnable)
        if not reasons:
            reasons = self.model.entry_reasons(day, lines)
        command = ReturnShares(card=card.number, amount=Money(amount), on=day, leaving=leaving)
        if self.attempt(command, reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(amount=amounts, ago=back, bank=by_bank)
    def pay_expense(self, *, amount: int, ago: int, bank: bool) -> None:
        day = self.day(ago)
        lines = [("53010", None, amount), money_side(-amount, bank=bank)]
        reasons = self.voucher_reasons(amount, day, lines)
        if self.attempt(expense_of(amount, day, bank=bank), reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(amount=amounts, ago=back, inward=st.booleans())
    def carry_to_the_bank_or_back(self, *, amount: int, ago: int, inward: bool) -> None:
        day = self.day(ago)
        to_bank = amount if inward else -amount
        lines: list[ModelLine] = [
            (BANK_ACCOUNT, BANK_CARD, to_bank),
            (CASH, None, -to_bank),
        ]
        reasons = self.voucher_reasons(amount, day, lines)
        command = MoveMoney(
            amount=Money(amount),
            on=day,
            source=None if inward else BANK,
            target=BANK if inward else None,
        )
        if self.attempt(command, reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(at=pick, amount=amounts)
    def hold(self, *, at: int, amount: int) -> None:
        card = self.card(at)
        reasons: Reasons = {no.AmountNotPositive} if amount <= 0 else set()
        command = PlaceHold(
            card=card.number, amount=Money(amount), on=self.model.today, reason="ค้ำประกัน"
        )
        if self.attempt(command, reasons) is not None:
            number = len(self.model.holds) + 1
            self.model.holds.append(ModelHold(number, card.number, amount, self.model.today))

    @precondition(lambda self: self.model.holds)
    @rule(at=pick, ago=back)
    def release(self, *, at: int, ago: int) -> None:
        number = at % (len(self.model.holds) + 1) + 1
        reasons: Reasons = {no.FutureDay} if ago < 0 else set()
        if number > len(self.model.holds):
            reasons.add(no.UnknownHold)
        else:
            hold = self.model.holds[number - 1]
            if hold.released is not None:
                reasons.add(no.HoldReleased)
            if self.day(ago) < hold.on:
                reasons.add(ReleasedBeforeHeld)
        if self.attempt(ReleaseHold(hold=number, on=self.day(ago)), reasons) is not None:
            self.model.holds[number - 1].released = self.day(ago)

    @rule(at=pick, amount=amounts)
    def charge(self, *, at: int, amount: int) -> None:
        member = self.member(at)
        reasons: Reasons = {no.AmountNotPositive} if amount <= 0 else set()
        if member.left is not None and self.model.today >= member.left:
            reasons.add(no.MemberLeft)
        command = ChargeMembers(
            type="FINE", members=(member.number,), amount=Money(amount), due_on=self.model.today
        )
        if self.attempt(command, reasons) is not None:
            number = len(self.model.charges) + 1
            self.model.charges.append(ModelCharge(number, member.number, amount))

    @precondition(lambda self: self.model.charges)
    @rule(at=pick)
    def cancel_charge(self, *, at: int) -> None:
        number = at % (len(self.model.charges) + 1) + 1
        reasons: Reasons = set()
        if number > len(self.model.charges):
            reasons = {no.UnknownCharge}
        elif self.model.charges[number - 1].cancelled:
            reasons = {no.ChargeCancelled}
        if self.attempt(CancelCharge(charge=number, reason="มติ"), reasons) is not None:
            self.model.charges[number - 1].cancelled = True
