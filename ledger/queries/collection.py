"""The collection sheet: what every member is expected to pay on a day, item by item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.days import Month
from ledger.domain.members import Member, Zone
from ledger.domain.money import ZERO, Money, total
from ledger.domain.products import (
    CREDIT_PRODUCT,
    Charge,
    ChargePayment,
    Promise,
    SavingsProduct,
    ShareType,
)
from ledger.queries.cards import card_balances_at
from ledger.queries.habits import largest_payments
from ledger.queries.instalments import LoanDue, loan_types_by_name, loans_due
from ledger.queries.naming import person_of
from ledger.queries.promises import paid_since
from ledger.queries.welfare_due import welfare_asked
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """One cell of the sheet. ``arrears`` is the part of ``expected`` from earlier months.

    ``item`` is the kind of receipt item (deposit, shares, charge); ``column`` the code of its
    product, share type or charge type; ``balance`` what the card holds; ``monthly`` what was
    promised for each month; ``par`` the price of one share, zero for everything else; ``usual``
    the most that was paid here at once in the last twelve months, zero where nothing was;
    ``settles`` pays off one of several loans of a type.
    """

    item: str
    column: str
    card: int | None
    charge: int | None
    expected: Money
    arrears: Money
    balance: Money
    monthly: Money = ZERO
    par: Money = ZERO
    usual: Money = ZERO
    settles: Money = ZERO


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member's line, in the order of the printed sheet: zone, then number."""

    member: str
    name: str
    zone: str
    household: str
    items: tuple[ExpectedItem, ...]
    expected: Money


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of the sheet: a savings product, share type or charge type of this book."""

    code: str
    name_th: str
    name_en: str
    item: str


@dataclass(frozen=True, slots=True)
class CollectionSheet:
    """A sheet for a day and zones; ``expected`` is the sum over all members."""

    on: date
    zones: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    expected: Money


@dataclass(frozen=True, slots=True)
class PromiseState:
    """How a promise stands on a day: what was promised up to its month, what was paid."""

    card: int
    promised: Money
    paid: Money
    monthly: Money

    @property
    def due(self) -> Money:
        """What is open including the month of the day; nothing where it was paid in advance."""
        return max(ZERO, self.promised - self.paid)

    @property
    def arrears(self) -> Money:
        """The part of what is due that belongs to earlier months."""
        return max(ZERO, self.promised - self.monthly - self.paid)

    @property
    def advance(self) -> Money:
        """What was paid ahead of the month of the day."""
        return max(ZERO, self.paid - self.promised)


def collection_sheet(reader: Reader, *, on: date, zones: tuple[str, ...] = ()) -> CollectionSheet:
    """The sheet of a collection day: every present member of the zones, all zones without any."""
    cards = _cards_by_member(reader)
    promises = promise_states(reader, on=on)
    charges = _open_charges(reader)
    loans = loans_due(reader, on=on)
    held = card_balances_at(reader, None)
    paid = largest_payments(reader, at=on)
    pars = {shares.code: shares.par for shares in reader.every(ShareType)}
    rows = []
    for member in _members_in_order(reader, on, zones):
        items = [
            replace(
                _card_item(card, promises.get(card.number), Money(-held.get(card.number, 0)), pars),
                usual=paid.get(card.number, ZERO),
            )
            for card in cards.get(member.number, [])
            if card.product != CREDIT_PRODUCT
        ]
        items += [_charge_item(*charge, on) for charge in charges.get(member.number, [])]
        items += [_loan_item(due) for due in loans.get(member.number, [])]
        expected = total(item.expected for item in items)
        rows.append(
            SheetRow(
                member.number,
                _name(reader, member),
                member.zone,
                member.household,
                tuple(items),
                expected,
            )
        )
    columns = _columns(reader, rows)
    return CollectionSheet(on, zones, columns, tuple(rows), total(row.expected for row in rows))


def promise_states(reader: Reader, *, on: date) -> dict[int, PromiseState]:
    """Every promise by card, as it stands on a day.

    Promised is the monthly amount of every month from the promise's first month to the month of
    the day, each at the amount in force then; paid is what was paid in since the first month.
    Contributions to the welfare fund are promised by joining it, in their own rhythm.
    """
    by_card: dict[int, list[Promise]] = {}
    for promise in reader.every(Promise):
        by_card.setdefault(promise.card, []).append(promise)
    paid = paid_since(reader, {card: rows[0].from_month for card, rows in by_card.items()}, on)
    month = Month.of(on)
    states = {
        card: _state(card, rows, month, paid.get(card, ZERO)) for card, rows in by_card.items()
    }
    for card, asked in welfare_asked(reader, on).items():
        states[card] = PromiseState(card, asked.promised, asked.paid, asked.monthly)
    return states


def _state(card: int, promises: list[Promise], month: Month, paid: Money) -> PromiseState:
    promised = ZERO
    monthly = ZERO
    for at, promise in enumerate(promises):
        start = Month.parse(promise.from_month)
        if start > month:
            break
        end = month.plus(1)
        if at + 1 < len(promises):
            end = min(end, Month.parse(promises[at + 1].from_month))
        promised += promise.amount * end.months_since(start)
        monthly = promise.amount
    return PromiseState(card, promised, paid, monthly)


def _members_in_order(reader: Reader, on: date, zones: tuple[str, ...]) -> list[Member]:
    present = [
        member
        for member in reader.every(Member)
        if member.is_member_on(on) and (not zones or member.zone in zones)
    ]
    return sorted(present, key=lambda member: (member.zone, member.number))


def _cards_by_member(reader: Reader) -> dict[str, list[Card]]:
    cards: dict[str, list[Card]] = {}
    kinds = (CardKind.SAVINGS, CardKind.SHARE, CardKind.CONTRIBUTION)
    for card in reader.every(Card):
        if card.member is not None and card.kind in kinds and card.closed_on is None:
            cards.setdefault(card.member, []).append(card)
    return cards


def _card_item(
    card: Card, promise: PromiseState | None, held: Money, pars: dict[str, Money]
) -> ExpectedItem:
    shares = card.kind is CardKind.SHARE
    return ExpectedItem(
        item="shares" if shares else "deposit",
        column=card.product,
        card=card.number,
        charge=None,
        expected=ZERO if promise is None else promise.due,
        arrears=ZERO if promise is None else promise.arrears,
        balance=held,
        monthly=ZERO if promise is None else promise.monthly,
        par=pars[card.product] if shares else ZERO,
    )


def _charge_item(charge: Charge, left: Money, on: date) -> ExpectedItem:
    """As of a loan, what falls due in the day's month is expected; the rest may be paid early."""
    expected = left if charge.due_on <= Month.of(on).last else ZERO
    return ExpectedItem("charge", charge.type, None, charge.number, expected, ZERO, ZERO)


def _loan_item(due: LoanDue) -> ExpectedItem:
    return ExpectedItem(
        "loan",
        due.type,
        due.card,
        None,
        due.expected,
        due.arrears,
        due.balance,
        settles=due.settles,
    )


def _open_charges(reader: Reader) -> dict[str, list[tuple[Charge, Money]]]:
    reversed_entries = {
        row[0] for row in reader.rows("SELECT reverses FROM entries WHERE reverses IS NOT NULL")
    }
    paid: dict[int, Money] = {}
    for payment in reader.every(ChargePayment):
        if payment.entry not in reversed_entries:
            paid[payment.charge] = paid.get(payment.charge, ZERO) + payment.amount
    found: dict[str, list[tuple[Charge, Money]]] = {}
    for charge in reader.every(Charge, cancelled=False):
        left = charge.amount - paid.get(charge.number, ZERO)
        if left > ZERO:
            found.setdefault(charge.member, []).append((charge, left))
    return found


def _name(reader: Reader, member: Member) -> str:
    person = person_of(reader, member.number, member.person)
    return "" if person is None else person.full_name


def _columns(reader: Reader, rows: list[SheetRow]) -> tuple[SheetColumn, ...]:
    """The columns that occur, savings before shares before charges."""
    used = {(item.item, item.column) for row in rows for item in row.items}
    columns = [
        SheetColumn(product.code, product.name_th, product.name_en, "deposit")
        for product in reader.every(SavingsProduct)
    ]
    columns += [
        SheetColumn(shares.code, shares.name_th, shares.name_en, "shares")
        for shares in reader.every(ShareType)
    ]
    columns += [
        SheetColumn(code, name_th, name_en, "charge")
        for code, name_th, name_en in reader.rows(
            "SELECT code, name_th, name_en FROM charge_types AS t"
            " WHERE act = (SELECT MAX(act) FROM charge_types WHERE code = t.code) ORDER BY code"
        )
    ]
    columns += [SheetColumn(*names, "loan") for names in loan_types_by_name(reader)]
    return tuple(column for column in columns if (column.item, column.code) in used)


def sheet_zones(reader: Reader) -> tuple[Zone, ...]:
    """The zones that are collected in, by code."""
    return tuple(reader.every(Zone, closed=False))
