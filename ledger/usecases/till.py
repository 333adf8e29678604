"""Where visits are paid: what all visits of one act have in common is looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Posted
from ledger.domain.copies import Restored
from ledger.domain.entries import Entry, Gathered, Line, Side
from ledger.domain.money import total
from ledger.domain.papers import Receipt, ReceiptLine, paper_year
from ledger.domain.posting import Place, Spot, gather, spots_of
from ledger.domain.refusals import CardWrong, NothingToDo
from ledger.usecases.charging import charge_target, the_charge, the_charge_type
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.paid_items import Item, ItemKind, Visit, wanted
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    money_place,
    positive,
    record_on_checked_day,
    the_card,
    the_cooperative,
)
from ledger.usecases.reentering import check_stubs_first
from ledger.usecases.repaying import Instalment, gather_instalment
from ledger.usecases.sharing import check_purchase
from ledger.usecases.welfare_joining import check_contributes

# Looked up here once, since asking an enumeration for its member costs as much as a call.
_DEBIT = Side.DEBIT
_DEPOSIT, _SHARES, _INCOME = ItemKind.DEPOSIT, ItemKind.SHARES, ItemKind.INCOME
_CHARGE, _LOAN = ItemKind.CHARGE, ItemKind.LOAN
_SHARE, _CONTRIBUTION = CardKind.SHARE, CardKind.CONTRIBUTION
_PAID_INTO = (CardKind.SAVINGS, _CONTRIBUTION, _SHARE)


class Till:
    """The visits of one act: all on one day, their money all in cash or all at one bank."""

    def __init__(self, books: Books, on: date, bank: str | None = None) -> None:
        self._books = books
        self.on = on
        self._bank = bank
        self._cards: dict[int, Card] = {}
        self._spots: dict[tuple[str, str, str], tuple[Spot, ...]] = {}
        self._day_is_checked = False
        self._year = paper_year(on)
        self._series = ""
        self._restored: list[Restored] = []

    def lines(
        self, items: tuple[Item, ...], member: str | None, loans: Mapping[int, Instalment]
    ) -> tuple[Line, ...]:
        """The money side as one line before the items, as on the receipt."""
        books, spots, gathered = self._books, self._spots, Gathered()
        for item in items:
            amount, kind, number = positive(item.amount), item.item, item.card
            if kind is _LOAN:
                gather_instalment(books, gathered, loans[item.card or 0], self._bank)
                continue
            if kind is _DEPOSIT or kind is _SHARES:
                card = self._paid_card(item, member, shares=kind is _SHARES)
                event, end = "deposit" if kind is _DEPOSIT else "shares_bought", "card"
                account, fund = card.account, card.fund
            else:
                event, end, place = self._target(item)
                account, fund, number = place.account, place.fund, place.card
            found = spots.get((event, account, fund))
            if found is None:
                money = money_place(books, self._bank, fund)
                if money == Place(account, fund, number):
                    raise NothingToDo("account")
                places, role_of = {end: Place(account, fund), "money": money}, self._account_of
                found = spots[event, account, fund] = spots_of(event, places, role_of, end=end)
            gather(gathered, event, amount, found, number)
        return gathered.debits_first()

    def _account_of(self, role: str) -> str:
        return account_of_role(self._books, role)

    def record(self, entry: Entry) -> Posted:
        """Write the entry of a visit on the till's day."""
        if not self._day_is_checked:
            check_day(self._books, self.on)
            self._day_is_checked = True
        return record_on_checked_day(self._books, entry)

    def give_receipt(self, visit: Visit, entry: int) -> Receipt:
        """Number the receipt of a visit and write it with its lines."""
        books = self._books
        if not self._series:
            self._series = the_cooperative(books).receipt_series
            self._restored = books.every(Restored)
        series, year = self._series, self._year
        number = books.next_number(Receipt, series=series, year=year)
        if self._restored:
            check_stubs_first(self._restored, series, year, number, self.on)
        receipt = Receipt(
            series,
            year,
            number,
            entry,
            self.on,
            total([item.amount for item in visit.items]),
            visit.member,
            visit.payer,
            visit.paper_book,
            visit.paper_number,
            visit.replaces,
        )
        books.add(receipt)
        add_receipt_lines(books, receipt, visit.items, self._cards)
        return receipt

    def _target(self, item: Item) -> tuple[str, str, Place]:
        """The event of income or a charge, and the name and place it pays into."""
        if item.item is _INCOME:
            return "income", "account", Place(wanted(item.account, "account", item))
        if item.item is _CHARGE:
            code = the_charge(self._books, wanted(item.charge, "charge", item)).type
        else:
            code = wanted(item.type, "type", item)
        return charge_target(the_charge_type(self._books, code))

    def _paid_card(self, item: Item, member: str | None, *, shares: bool) -> Card:
        books, number = self._books, wanted(item.card, "card", item)
        card = self._cards[number] = the_card(books, number)
        kind = card.kind
        if (kind is _SHARE) is not shares or kind not in _PAID_INTO:
            raise CardWrong(card.account, card.number)
        # Somebody may pay for a household: then the others' memberships count as well.
        if card.member is not None and card.member != member:
            check_membership(the_member(books, card.member), self.on)
        if kind is _CONTRIBUTION:
            check_contributes(books, card, self.on)
        if shares:
            check_purchase(books, card, item.amount)
        return card


def add_receipt_lines(
    books: Books, receipt: Receipt, items: tuple[Item, ...], cards: Mapping[int, Card]
) -> None:
    """The items of a receipt with what each card holds after it; ``cards`` are known already."""
    series, year, number = receipt.series, receipt.year, receipt.number
    rows = []
    for at, item in enumerate(items, start=1):
        card, after = item.card, None
        if card is not None:
            account = (cards.get(card) or the_card(books, card)).account
            after = abs(books.card_balance(card, account).satang)
        kind = item.item._value_  # what Enum.value answers, without its long way
        on = item.account if item.type is None else item.type
        paid = (kind, item.amount.satang, card, item.charge, on, after, item.note)
        rows.append((series, year, number, at, *paid))
    books.add_rows(ReceiptLine, rows)
