"""A second, naive bookkeeper: lists and sums, no database; what the books may and must do."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from ledger.domain import refusals as no
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.entering import BankTooLow
from ledger.domain.refusals.saving import SpentSince

CASH, BANK_ACCOUNT = "11010", "12200"
SHORT, OVER = "14020", "23070"
PAR = 1_000
RATE = Fraction(1, 100)
DAY = timedelta(days=1)

Reasons = set[type[Refusal]]
ModelLine = tuple[str, int | None, int]  # account, card, satang with debit positive


@dataclass
class ModelCard:
    number: int
    kind: str
    account: str
    member: str | None
    product: str
    opened: date
    minimum: int = 0
    matures: date | None = None
    closed: bool = False


@dataclass
class ModelMember:
    number: str
    joined: date
    left: date | None = None


@dataclass
class ModelEntry:
    number: int
    day: date
    lines: list[ModelLine]
    reverses: int | None = None
    reversed: bool = False
    receipt: str | None = None
    pays: dict[int, int] = field(default_factory=dict)


@dataclass
class ModelCharge:
    number: int
    member: str
    amount: int
    cancelled: bool = False


@dataclass
class ModelHold:
    number: int
    card: int
    amount: int
    on: date
    released: date | None = None


@dataclass
class ModelItem:
    """``what`` is deposit, shares, charge, fee or income; ``on`` its card, charge or account."""

    what: str
    amount: int
    on: int | str


@dataclass
class Model:
    """Everything the naive bookkeeper remembers."""

    today: date
    starts_on: date
    closed: str | None = None
    locked: str | None = None
    members: dict[str, ModelMember] = field(default_factory=dict)
    cards: dict[int, ModelCard] = field(default_factory=dict)
    entries: list[ModelEntry] = field(default_factory=list)
    charges: list[ModelCharge] = field(default_factory=list)
    holds: list[ModelHold] = field(default_factory=list)
    receipts: dict[int, int] = field(default_factory=dict)
    postings: list[tuple[int, date]] = field(default_factory=list)

    def copied(self) -> Model:
        return copy.deepcopy(self)

    # ── sums, each time over everything ─────────────────────────────────────────────────────────

    def _lines(self) -> Iterator[tuple[date, ModelLine]]:
        for entry in self.entries:
            for line in entry.lines:
                yield entry.day, line

    def balance(self, account: str, at: date | None = None) -> int:
        return sum(
            amount
            for day, (place, _, amount) in self._lines()
            if place == account and (at is None or day <= at)
        )

    def owed(self, card: int, at: date | None = None) -> int:
        return -sum(
            amount
            for day, (_, place, amount) in self._lines()
            if place == card and (at is None or day <= at)
        )

    def days(self, since: date) -> list[date]:
        return sorted({since, *(entry.day for entry in self.entries if entry.day > since)})

    def least_owed(self, card: int, since: date) -> int:
        return min(self.owed(card, day) for day in self.days(since))

    def least_cash(self, since: date) -> int:
        return min(self.balance(CASH, day) for day in self.days(since))

    def least_bank(self, since: date) -> int:
        return min(self.balance(BANK_ACCOUNT, day) for day in self.days(since))

    def open_on(self, charge: ModelCharge) -> int:
        paid = (one.pays.get(charge.number, 0) for one in self.entries if not one.reversed)
        return charge.amount - sum(paid)

    def on_hold(self, card: int, on: date) -> int:
        return sum(
            hold.amount
            for hold in self.holds
            if hold.card == card and (hold.released is None or on < hold.released)
        )

    # ── what may be booked ──────────────────────────────────────────────────────────────────────

    def day_reasons(self, day: date) -> Reasons:
        month = day.isoformat()[:7]
        reasons: Reasons = set()
        if day > self.today:
            reasons.add(no.FutureDay)
        if day < self.starts_on:
            reasons.add(no.BeforeStart)
        if self.locked is not None and month <= self.locked:
            reasons.add(no.PeriodLocked)
        elif self.closed is not None and month <= self.closed:
            reasons.add(no.PeriodClosed)
        return reasons

    def entry_reasons(self, day: date, lines: list[ModelLine]) -> Reasons:
        reasons = self.day_reasons(day)
        after = copy.copy(self)
        after.entries = [*self.entries, ModelEntry(0, day, lines)]
        for account, number, amount in lines:
            card = self.cards.get(number or 0)
            if card is not None and card.closed:
                reasons.add(no.CardClosed)
            if card is not None and amount > 0 and card.kind in {"savings", "share"}:
                if after.least_owed(card.number, day) < 0:
                    reasons.add(no.BalanceTooLow)
            elif account == CASH and amount < 0 and after.least_cash(day) < 0:
                reasons.add(no.CashTooLow)
            elif account == BANK_ACCOUNT and amount < 0 and after.least_bank(day) < 0:
                reasons.add(BankTooLow)
        return reasons

    def membership_reasons(self, number: str | None, day: date) -> Reasons:
        member = self.members.get(number or "")
        if member is None:
            return set()
        if day < member.joined:
            return {no.NotYetMember}
        return {no.MemberLeft} if member.left is not None and day >= member.left else set()

    def post(self, day: date, lines: list[ModelLine]) -> ModelEntry:
        entry = ModelEntry(len(self.entries) + 1, day, lines)
        self.entries.append(entry)
        return entry

    # ── visits ──────────────────────────────────────────────────────────────────────────────────

    def visit_lines(self, items: Iterable[ModelItem], bank: int | None) -> list[ModelLine]:
        sums: dict[tuple[str, int | None], int] = {}
        for item in items:
            place = self._paid_into(item)
            sums[place] = sums.get(place, 0) - item.amount
        whole = -sum(sums.values())
        money = (BANK_ACCOUNT, bank, whole) if bank is not None else (CASH, None, whole)
        return [money, *((account, card, amount) for (account, card), amount in sums.items())]

    def visit_reasons(
        self, member: str | None, items: list[ModelItem], day: date, bank: int | None
    ) -> Reasons:
        reasons = self.membership_reasons(member, day)
        asked: dict[int, int] = {}
        for item in items:
            reasons |= self._item_reasons(item, day)
            if item.what == "charge" and isinstance(item.on, int):
                asked[item.on] = asked.get(item.on, 0) + item.amount
        for number, amount in asked.items():
            if number <= len(self.charges) and amount > self.open_on(self.charges[number - 1]):
                reasons.add(no.ChargeOverpaid)
        if not items:
            reasons.add(no.EmptyVisit)
        if reasons - {no.ChargeOverpaid}:
            return reasons
        return reasons | self.entry_reasons(day, self.visit_lines(items, bank))

    def visit(
        self, member: str | None, items: list[ModelItem], day: date, bank: int | None
    ) -> ModelEntry:
        entry = self.post(day, self.visit_lines(items, bank))
        for item in items:
            number = item.on
            if item.what == "fee" and member is not None:
                number = len(self.charges) + 1
                self.charges.append(ModelCharge(number, member, item.amount))
            if item.what in {"charge", "fee"} and isinstance(number, int):
                entry.pays[number] = entry.pays.get(number, 0) + item.amount
        year = day.year + 543
        self.receipts[year] = self.receipts.get(year, 0) + 1
        entry.receipt = f"R{year}/{self.receipts[year]:06d}"
        return entry

    def _paid_into(self, item: ModelItem) -> tuple[str, int | None]:
        if item.what in {"deposit", "shares"}:
            card = self.cards[int(item.on)]
            return card.account, card.number
        return {"charge": "42040", "fee": "43010"}.get(item.what, str(item.on)), None

    def _item_reasons(self, item: ModelItem, day: date) -> Reasons:
        reasons: Reasons = {no.AmountNotPositive} if item.amount <= 0 else set()
        if item.what == "charge":
            number = int(item.on)
            if number > len(self.charges):
                reasons.add(no.UnknownCharge)
            elif self.charges[number - 1].cancelled:
                reasons.add(no.ChargeCancelled)
        if item.what in {"deposit", "shares"}:
            reasons |= self._paid_card_reasons(item, day)
        return reasons

    def _paid_card_reasons(self, item: ModelItem, day: date) -> Reasons:
        card = self.cards.get(int(item.on))
        if card is None:
            return {no.UnknownCard}
        if card.kind != ("share" if item.what == "shares" else "savings"):
            return {no.CardWrong}
        reasons = self.membership_reasons(card.member, day)
        if card.closed:
            reasons.add(no.CardClosed)
        if item.what == "shares":
            if item.amount % PAR:
                reasons.add(no.NotWholeShares)
            holders = [one for one in self.cards.values() if one.kind == "share"]
            holding = [one for one in holders if self.owed(one.number) != 0]
            limit = (-self.balance(card.account) + item.amount) // 5
            if len(holding) >= 5 and self.owed(card.number) + item.amount > limit:
                reasons.add(no.OneFifthExceeded)
        return reasons

    # ── money out ───────────────────────────────────────────────────────────────────────────────

    def withdrawal_reasons(self, card: ModelCard, amount: int, day: date) -> Reasons:
        """What speaks against taking so much off a savings card, besides the entry itself."""
        reasons: Reasons = {no.AmountNotPositive} if amount <= 0 else set()
        if card.kind != "savings":
            return reasons | {no.CardWrong}
        reasons |= self.membership_reasons(card.member, day)
        if card.matures is not None and day < card.matures:
            reasons.add(no.NotMatured)
        held, hold = self.least_owed(card.number, day), self.on_hold(card.number, day)
        if amount <= held < amount + hold:
            reasons.add(no.OnHold)
        if 0 < held - amount < card.minimum:
            reasons.add(no.BelowMinimum)
        return reasons

    # ── corrections ─────────────────────────────────────────────────────────────────────────────

    def reversal_reasons(self, number: int, day: date) -> Reasons:
        if not 1 <= number <= len(self.entries):
            return {no.UnknownEntry}
        entry = self.entries[number - 1]
        if entry.reverses is not None:
            return {no.ReversalOfReversal}
        if entry.reversed:
            return {no.AlreadyReversed}
        found = self.entry_reasons(day, mirrored(entry.lines))
        return {SpentSince if one is no.BalanceTooLow else one for one in found}

    def reverse(self, number: int, day: date) -> ModelEntry:
        entry = self.entries[number - 1]
        entry.reversed = True
        mirror = self.post(day, mirrored(entry.lines))
        mirror.reverses = number
        return mirror

    # ── interest, day by day ────────────────────────────────────────────────────────────────────

    def last_posting(self) -> date | None:
        counting = [day for number, day in self.postings if not self.entries[number - 1].reversed]
        return max(counting, default=None)

    def interest(self, product: str, through: date) -> dict[int, int]:
        """What each card of the product earns up to that day, in satang, half up."""
        last = self.last_posting()
        earned = {}
        for card in self.cards.values():
            if card.product != product or card.closed:
                continue
            moved = [day for day, (_, place, _) in self._lines() if place == card.number]
            first = min([card.opened, *moved]) if last is None else max(card.opened, last + DAY)
            days = (first + DAY * at for at in range((through - first).days + 1))
            exact = sum((self.owed(card.number, day) * RATE / 365 for day in days), Fraction(0))
            satang = (exact + Fraction(1, 2)).__floor__()
            if satang > 0:
                earned[card.number] = satang
        return earned


def mirrored(lines: list[ModelLine]) -> list[ModelLine]:
    return [(account, card, -amount) for account, card, amount in lines]
