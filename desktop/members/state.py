"""What the members' forms know and decide, without Qt: commands from what was filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.commands import Posted
from ledger.domain.days import Month
from ledger.domain.identity import national_id, problem_of
from ledger.domain.members import MemberKind, Person
from ledger.domain.money import ZERO, Money
from ledger.queries.arrears import OpenItem
from ledger.queries.instalments import LoanDue
from ledger.queries.position import MemberCard, MemberPosition
from ledger.usecases.members import AdmitMember, ChangeMember
from ledger.usecases.saving import Withdraw
from ledger.usecases.sharing import ReturnShares
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from reports.words.figures import in_western_digits


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberForm:
    """Everything the register asks about a person and her membership."""

    title: str = ""
    given: str
    family: str = ""
    typed_id: str = ""
    born: date | None = None
    address: str = ""
    phone: str = ""
    nominee: str = ""
    nominee_relation: str = ""
    kind: MemberKind = MemberKind.ORDINARY
    zone: str = ""
    household: str = ""
    note: str = ""

    @property
    def person(self) -> Person:
        """The personal data as the register keeps them: the number in plain digits."""
        known = self.typed_id and problem_of(self.typed_id) is None
        return Person(
            title=self.title,
            given=self.given,
            family=self.family,
            national_id=national_id(self.typed_id) if known else self.typed_id,
            born="" if self.born is None else self.born.isoformat(),
            address=self.address,
            phone=self.phone,
            nominee=self.nominee,
            nominee_relation=self.nominee_relation,
        )

    def admit(self, *, on: date, number: str = "") -> AdmitMember:
        return AdmitMember(
            person=self.person,
            on=on,
            number=number,
            kind=self.kind,
            zone=self.zone,
            household=self.household,
            note=self.note,
        )

    def change(self, member: str, before: Person | None) -> ChangeMember:
        """The change of a member; personal data only where they differ from before."""
        return ChangeMember(
            member=member,
            person=None if self.person == before else self.person,
            kind=self.kind,
            zone=self.zone,
            household=self.household,
            note=self.note,
        )


def form_of(position: MemberPosition) -> MemberForm:
    """The form filled in with what the register knows."""
    person = position.person or Person(given=position.member.number)
    return MemberForm(
        title=person.title,
        given=person.given,
        family=person.family,
        typed_id=person.national_id,
        born=date.fromisoformat(person.born) if person.born else None,
        address=person.address,
        phone=person.phone,
        nominee=person.nominee,
        nominee_relation=person.nominee_relation,
        kind=position.member.kind,
        zone=position.member.zone,
        household=position.member.household,
        note=position.member.note,
    )


@dataclass(frozen=True, slots=True)
class Payable:
    """One line of the receiving form: a card to pay into, or something that is asked for."""

    name_th: str
    name_en: str
    expected: Money
    held: Money | None
    card: int | None = None
    charge: int | None = None
    kind: ItemKind = ItemKind.DEPOSIT

    def item(self, amount: Money) -> Item:
        if self.charge is not None:
            return Item(item=ItemKind.CHARGE, amount=amount, charge=self.charge)
        is_loan = self.kind is ItemKind.LOAN
        return Item(item=self.kind, amount=amount, card=self.card, credit=is_loan)


def payables(position: MemberPosition, loans: Sequence[LoanDue] = ()) -> tuple[Payable, ...]:
    """What a member can pay at the table: her open cards, her loans, then charges not yet paid."""
    cards = [card for card in position.cards if card.closed_on is None]
    due = {loan.card: loan.expected for loan in loans}
    return (
        *(_card_line(card) for card in cards if card.kind is not CardKind.LOAN),
        *(_loan_line(card, due[card.card]) for card in cards if card.card in due),
        *(_charge_line(item) for item in position.open_items if item.charge is not None),
    )


def _card_line(card: MemberCard) -> Payable:
    return Payable(
        card.name_th,
        card.name_en,
        expected=card.due,
        held=card.balance,
        card=card.card,
        kind=ItemKind.SHARES if card.kind is CardKind.SHARE else ItemKind.DEPOSIT,
    )


def _loan_line(card: MemberCard, expected: Money) -> Payable:
    return Payable(
        card.name_th,
        card.name_en,
        expected=expected,
        held=None,
        card=card.card,
        kind=ItemKind.LOAN,
    )


def _charge_line(item: OpenItem) -> Payable:
    return Payable(item.name_th, item.name_en, expected=item.owed, held=None, charge=item.charge)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitForm:
    """A member pays: amounts beside the lines of ``payables``, None where nothing is paid."""

    member: str
    on: date
    lines: Sequence[Payable]
    amounts: Sequence[Money | None]
    bank: str | None = None
    payer: str = ""
    paper_book: str = ""
    paper_number: str = ""
    note: str = ""

    def command(self) -> ReceiveVisit | None:
        """The receipt; None while no line has an amount."""
        items = [
            line.item(amount)
            for line, amount in zip(self.lines, self.amounts, strict=True)
            if amount is not None and amount != ZERO
        ]
        if not items:
            return None
        return ReceiveVisit(
            member=self.member,
            on=self.on,
            items=tuple(items),
            payer=self.payer,
            bank=self.bank,
            paper_book=self.paper_book,
            paper_number=self.paper_number,
            note=self.note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOutForm:
    """A member gets money: from savings, or for shares that are given back."""

    card: MemberCard
    amount: Money
    on: date
    bank: str | None = None
    approved_by: str = ""
    note: str = ""
    leaving: bool = False

    def command(self) -> Withdraw | ReturnShares:
        if self.card.kind is CardKind.SHARE:
            return ReturnShares(
                card=self.card.card,
                amount=self.amount,
                on=self.on,
                leaving=self.leaving,
                bank=self.bank,
                approved_by=self.approved_by,
                note=self.note,
            )
        return Withdraw(
            card=self.card.card,
            amount=self.amount,
            on=self.on,
            bank=self.bank,
            approved_by=self.approved_by,
            note=self.note,
        )


def payable_out(position: MemberPosition) -> tuple[MemberCard, ...]:
    """The cards from which money can be paid out: open ones that hold something."""
    return tuple(
        card
        for card in position.cards
        if card.closed_on is None
        and card.balance > ZERO
        and card.kind in (CardKind.SAVINGS, CardKind.SHARE)
    )


@dataclass(frozen=True, slots=True)
class CardAfter:
    """What a card holds once a posting is booked."""

    name_th: str
    name_en: str
    after: Money


def cards_after(cards: Sequence[MemberCard], entries: Sequence[Posted]) -> tuple[CardAfter, ...]:
    """The cards that the entries move, with what they hold then."""
    moved: dict[int, Money] = {}
    for posted in entries:
        for line in posted.entry.lines:
            if line.card is not None:
                moved[line.card] = moved.get(line.card, ZERO) + line.credit - line.debit
    return tuple(
        CardAfter(card.name_th, card.name_en, card.balance + moved[card.card])
        for card in cards
        if card.card in moved
    )


def months_from(today: date, *, back: int = 12, ahead: int = 2) -> tuple[Month, ...]:
    """Months to choose from, the newest first."""
    this = Month.of(today)
    return tuple(this.plus(number) for number in range(ahead, -back - 1, -1))


def numbers_in(typed: str) -> tuple[str, ...]:
    """Member numbers with spaces, commas or lines between, each once, in the order typed."""
    plain = in_western_digits(typed).replace(",", " ")
    return tuple(dict.fromkeys(plain.split()))
