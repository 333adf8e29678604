"""What can be put right, and what months and interest do."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from ledger.domain import refusals as no
from ledger.domain.days import Month
from ledger.domain.refusals.closing import MonthBeforeBook
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.visiting import VoidReceipt
from tests.properties.keeping import TwoBookkeepers, amounts, back, pick
from tests.properties.model import CASH, ModelLine, Reasons, mirrored
from tests.properties.values import expense_of


class Corrections(TwoBookkeepers):
    """Reversals, voids and corrections; months closed, opened and locked; interest."""

    @rule(at=pick, ago=back)
    def reverse(self, *, at: int, ago: int) -> None:
        number, day = self._entry(at), self.day(ago)
        reasons = self.model.reversal_reasons(number, day)
        lines = [] if reasons else mirrored(self.model.entries[number - 1].lines)
        command = ReverseEntry(entry=number, on=day, reason="ลงผิด")
        if self.attempt(command, reasons, lines) is not None:
            self.model.reverse(number, day)

    @precondition(lambda self: any(entry.receipt for entry in self.model.entries))
    @rule(at=pick, ago=back)
    def void(self, *, at: int, ago: int) -> None:
        with_receipt = [entry for entry in self.model.entries if entry.receipt is not None]
        entry, day = with_receipt[-1 - at % len(with_receipt)], self.day(ago)
        reasons: Reasons = {no.ReceiptIsVoid} if entry.reversed else set()
        reasons = reasons or self.model.reversal_reasons(entry.number, day)
        command = VoidReceipt(receipt=entry.receipt or "", on=day, reason="เขียนผิด")
        if self.attempt(command, reasons, mirrored(entry.lines)) is not None:
            self.model.reverse(entry.number, day)

    @rule(at=pick, amount=amounts, ago=back)
    def correct(self, *, at: int, amount: int, ago: int) -> None:
        number, day = self._entry(at), self.day(ago)
        reasons = self.model.reversal_reasons(number, day)
        lines: list[list[ModelLine]] = []
        after = self.model.copied()
        if not reasons:
            lines.append(after.reverse(number, day).lines)
            again: list[ModelLine] = [("53010", None, amount), (CASH, None, -amount)]
            if amount <= 0:
                reasons = {no.AmountNotPositive}
            else:
                reasons = after.entry_reasons(day, again)
                lines.append(after.post(day, again).lines)
        instead = expense_of(amount, day, bank=False)
        command = CorrectEntry(entry=number, on=day, reason="แก้ไข", instead=instead)
        if self.attempt(command, reasons, *lines) is not None:
            self.model = after

    def _entry(self, at: int) -> int:
        """Mostly one of the latest entries, now and then none that exists."""
        return len(self.model.entries) + 1 - at % 12

    @rule(ago=st.integers(-1, 2))
    def close_month(self, *, ago: int) -> None:
        month = Month.of(self.model.today).plus(-ago)
        reasons = self._before_book(month)
        if month.last > self.model.today:
            reasons.add(no.MonthNotOver)
        if self.model.closed is not None and month.iso <= self.model.closed:
            reasons.add(no.MonthClosed)
        if self.attempt(CloseMonth(month=month), reasons) is not None:
            self.model.closed = month.iso

    @precondition(lambda self: self.model.closed is not None)
    @rule(ago=st.integers(0, 3))
    def reopen_month(self, *, ago: int) -> None:
        month = Month.of(self.model.today).plus(-ago)
        reasons = self._closed_reasons(month)
        if self.attempt(ReopenMonth(month=month, reason="ตกหล่น"), reasons) is not None:
            self.model.closed = month.plus(-1).iso

    @precondition(lambda self: self.model.closed is not None)
    @rule(ago=st.sampled_from([1, 1, 2, 3, 0]))
    def lock_month(self, *, ago: int) -> None:
        month = Month.of(self.model.today).plus(-ago)
        reasons = self._closed_reasons(month)
        if self.attempt(LockMonth(month=month), reasons) is not None:
            self.model.locked = month.iso

    def _closed_reasons(self, month: Month) -> Reasons:
        reasons = self._before_book(month)
        if self.model.closed is None or month.iso > self.model.closed:
            return reasons | {no.MonthNotClosed}
        locked = self.model.locked is not None and month.iso <= self.model.locked
        return reasons | {no.MonthLocked} if locked else reasons

    def _before_book(self, month: Month) -> Reasons:
        return {MonthBeforeBook} if month < Month.of(self.model.starts_on) else set()

    @rule(ago=st.sampled_from([0, 0, 0, 1, 2, 9, -1]))
    def savings_interest(self, *, ago: int) -> None:
        day = self.day(ago)
        reasons, last = self.model.day_reasons(day), self.model.last_posting()
        earned: dict[int, int] = {}
        if last is not None and last >= day:
            reasons.add(no.InterestPosted)
        else:
            earned = self.model.interest("SAVINGS", day)
            if not earned:
                reasons.add(no.NothingToDo)
        lines: list[ModelLine] = [("51010", None, sum(earned.values()))]
        lines += [("21010", card, -amount) for card, amount in earned.items()]
        command = PostSavingsInterest(product="SAVINGS", through=day)
        if self.attempt(command, reasons, lines) is not None:
            self.model.postings.append((self.model.post(day, lines).number, day))
