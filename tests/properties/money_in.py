"""What can come in: visits of many items, deposits, shares, other income, whole sheets."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ledger.domain import refusals as no
from ledger.domain.money import Money
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import CountCash
from ledger.usecases.visiting import ReceiveVisit
from ledger.usecases.vouching import ReceiveIncome
from tests.properties.keeping import TwoBookkeepers, amounts, back, by_bank, pick
from tests.properties.model import (
    CASH,
    OVER,
    SHORT,
    ModelCard,
    ModelEntry,
    ModelItem,
    ModelLine,
)
from tests.properties.values import BANK, BANK_CARD, as_item, money_side, pieces_of

shares = st.sampled_from([1_000, 2_000, 5_000, 10_000, 1_500, 50_000])
kinds = st.sampled_from(["deposit", "deposit", "shares", "charge", "fee", "income"])
items = st.lists(st.tuples(kinds, pick, amounts), min_size=1, max_size=3)
paid = st.lists(st.tuples(pick, st.integers(1, 400)), max_size=4)


class MoneyIn(TwoBookkeepers):
    """Money that comes over the counter."""

    @rule(at=pick, drawn=items, ago=back, bank=by_bank)
    def visit(self, *, at: int, drawn: list[tuple[str, int, int]], ago: int, bank: bool) -> None:
        member, day = self.member(at), self.day(ago)
        mine = [one for one in self.model.cards.values() if one.member == member.number]
        parts = [self._item(what, number, amount, mine) for what, number, amount in drawn]
        self.take_in(member.number, parts, day, bank=bank)

    @rule(at=pick, amount=amounts, ago=back, bank=by_bank)
    def deposit(self, *, at: int, amount: int, ago: int, bank: bool) -> None:
        savings = [one for one in self.model.cards.values() if one.kind == "savings"]
        card = savings[at % len(savings)] if at % 6 else self.card(at)
        self.take_in(
            card.member, [ModelItem("deposit", amount, card.number)], self.day(ago), bank=bank
        )

    @rule(at=pick, amount=shares, ago=back)
    def buy_shares(self, *, at: int, amount: int, ago: int) -> None:
        share_cards = [card for card in self.model.cards.values() if card.kind == "share"]
        card = share_cards[at % len(share_cards)]
        self.take_in(
            card.member, [ModelItem("shares", amount, card.number)], self.day(ago), bank=False
        )

    def _item(self, what: str, at: int, amount: int, mine: list[ModelCard]) -> ModelItem:
        if what == "charge":
            return ModelItem(what, amount, at % (len(self.model.charges) + 1) + 1)
        if what in {"deposit", "shares"}:
            wanted = [one for one in mine if (one.kind == "share") == (what == "shares")]
            amount = amount // 1_000 * 1_000 if what == "shares" and at % 2 else amount
            return ModelItem(what, amount, wanted[at % len(wanted)].number)
        return ModelItem(what, amount, "46020")

    def take_in(self, member: str | None, parts: list[ModelItem], day: date, *, bank: bool) -> None:
        card = BANK_CARD if bank else None
        reasons = self.model.visit_reasons(member, parts, day, card)
        command = ReceiveVisit(
            member=member,
            on=day,
            items=tuple(as_item(part) for part in parts),
            bank=BANK if bank else None,
        )
        lines = [] if reasons else self.model.visit_lines(parts, card)
        outcome = self.attempt(command, reasons, lines)
        if outcome is not None:
            entry = self.model.visit(member, parts, day, card)
            assert outcome.receipts == (entry.receipt,)
            self._compare_receipt(parts)

    def _compare_receipt(self, parts: list[ModelItem]) -> None:
        rows = self.book.ask(
            lambda reader: reader.rows(
                "SELECT item, amount, balance_after FROM receipt_lines"
                " WHERE act = (SELECT MAX(number) FROM acts) ORDER BY line"
            )
        )
        assert rows == [
            (
                part.what,
                part.amount,
                self.model.owed(int(part.on)) if part.what in {"deposit", "shares"} else None,
            )
            for part in parts
        ]

    @rule(amount=amounts, ago=back, bank=by_bank)
    def receive_income(self, *, amount: int, ago: int, bank: bool) -> None:
        day = self.day(ago)
        lines = [money_side(amount, bank=bank), ("46020", None, -amount)]
        reasons = self.voucher_reasons(amount, day, lines)
        command = ReceiveIncome(
            account="46020",
            amount=Money(amount),
            on=day,
            payee="วัด",
            purpose="บริจาค",
            bank=BANK if bank else None,
        )
        if self.attempt(command, reasons, lines) is not None:
            self.model.post(day, lines)

    @rule(
        paid=st.lists(st.tuples(pick, st.integers(1, 400)), max_size=4),
        ago=back,
        short=st.sampled_from([0, 0, 25, -2_000]),
    )
    def sheet(self, paid: list[tuple[int, int]], ago: int, short: int) -> None:
        day, after = self.day(ago), self.model.copied()
        lines: list[SheetLine] = []
        expected: list[list[ModelLine]] = []
        entries: list[ModelEntry] = []
        # A sheet has its day, even where nobody paid.
        reasons = self.model.day_reasons(day)
        seen: set[str] = set()
        for at, quarters in paid:
            member = self.member(at)
            if member.number in seen:
                reasons.add(no.MemberTwice)
            seen.add(member.number)
            card = next(
                one
                for one in self.model.cards.values()
                if one.member == member.number and one.product == "PROMISE"
            )
            parts = [ModelItem("deposit", quarters * 25, card.number)]
            reasons |= after.visit_reasons(member.number, parts, day, None)
            entries.append(after.visit(member.number, parts, day, None))
            expected.append(after.visit_lines(parts, None))
            lines.append(SheetLine(member=member.number, items=(as_item(parts[0]),)))
        booked = sum(quarters * 25 for _, quarters in paid)
        counted = max(0, booked - short)
        difference = self._difference(counted - booked)
        if difference:
            reasons |= after.entry_reasons(day, difference)
            after.post(day, difference)
            expected.append(difference)
        command = PostSheet(
            on=day, lines=tuple(lines), counted=pieces_of(counted), reason="ไม่ตรง" if short else ""
        )
        outcome = self.attempt(command, reasons, *expected)
        if outcome is not None:
            assert list(outcome.receipts) == [entry.receipt for entry in entries]
            self.model = after

    @rule(ago=back, off=st.sampled_from([0, 0, 25, -25, 500, -3_000]), said=st.booleans())
    def count_cash(self, *, ago: int, off: int, said: bool) -> None:
        day = self.day(ago)
        booked = self.model.balance(CASH, day)
        counted = max(0, booked // 25 * 25 + off)
        difference = self._difference(counted - booked)
        reasons = self.model.day_reasons(day)
        if difference and not said:
            reasons.add(no.CountDiffers)
        elif difference:
            reasons |= self.model.entry_reasons(day, difference)
        command = CountCash(on=day, pieces=pieces_of(counted), reason="ไม่ทราบสาเหตุ" if said else "")
        expected = [difference] if difference else []
        if self.attempt(command, reasons, *expected) is not None and difference:
            self.model.post(day, difference)

    @staticmethod
    def _difference(off: int) -> list[ModelLine]:
        if off == 0:
            return []
        return [(CASH, None, off), (SHORT if off < 0 else OVER, None, -off)]
