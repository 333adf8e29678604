"""Land rent: billed to the holders of plots month by month, and remitted to the owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.leases import (
    Lease,
    LeaseRent,
    Plot,
    PlotTransfer,
    Remittance,
    RentBill,
    holder_on,
    rent_of_plot,
)
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import Charge
from ledger.domain.refusals.leases import PlotRentUnknown, RemittedTooMuch, RentBilled
from ledger.usecases.charging import ask
from ledger.usecases.leasing import check_month, the_lease
from ledger.usecases.recording import event_lines, money_place, positive, record_lines, the_card
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRent(Command):
    """Ask the holders of all plots for a month's rent; a plot billed already is left out.

    The rent falls due on ``due_on``, by default the last day of the month, and is asked of who
    held the plot on that day.
    """

    lease: str
    month: Month
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemitRent(Command):
    """Rent is paid to the owner; ``advance`` lets the cooperative pay more than it collected."""

    lease: str
    amount: Money
    on: date
    bank: str | None = None
    advance: bool = False
    approved_by: str = ""
    document: str = ""


def bill_rent(command: BillRent, books: Books) -> None:
    lease, month = the_lease(books, command.lease), command.month
    check_month(lease, month)
    rents = books.every(LeaseRent, lease=lease.code)
    billed, due_on = _billed(books, lease, month), command.due_on or month.last
    numbers = []
    for plot in books.every(Plot, lease=lease.code):
        transfers = books.every(PlotTransfer, lease=lease.code, plot=plot.code)
        holder = holder_on(transfers, due_on)
        if not holder or plot.code in billed:
            continue
        amount = rent_of_plot(plot, lease, rents, month)
        if amount is None or amount <= ZERO:
            raise PlotRentUnknown(lease.code, plot.code)
        note = f"{plot.code} {month.iso}"
        number = ask(books, lease.charge_type, holder, amount, due_on, note)
        books.add(RentBill(number, lease.code, plot.code, month.iso))
        numbers.append(number)
    if not numbers:
        raise RentBilled(lease.code, month.iso)
    books.make(charges=numbers)


def remit_rent(command: RemitRent, books: Books) -> None:
    lease = the_lease(books, command.lease)
    remit(
        books,
        Remitting(
            event="rent_remitted",
            code=lease.code,
            card=lease.card,
            payee=lease.owner,
            amount=positive(command.amount),
            on=command.on,
            bank=command.bank,
            advance=command.advance,
            approved_by=command.approved_by,
            document=command.document,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remitting:
    """What is passed on of a card, to whom, and from where."""

    event: str
    code: str
    card: int
    payee: str
    amount: Money
    on: date
    bank: str | None
    advance: bool
    approved_by: str
    document: str


def remit(books: Books, what: Remitting) -> None:
    """Pay what was collected on a card to whom it belongs.

    Raises:
        RemittedTooMuch: less was collected, and the cooperative advances nothing.
    """
    card = the_card(books, what.card)
    held = books.least_owed(card.number, card.account, since=what.on)
    if what.amount > held and not what.advance:
        raise RemittedTooMuch(what.code, what.on, max(ZERO, held), what.amount)
    places = {
        "payable": Place(card.account, card.fund, card.number),
        "money": money_place(books, what.bank, card.fund),
    }
    lines = event_lines(books, what.event, what.amount, places)
    posted = record_lines(books, lines, on=what.on, event=what.event, memo=what.code)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=what.code,
        payee=what.payee,
        approved_by=what.approved_by,
        document=what.document,
    )
    number = books.next_number(Remittance, card=card.number)
    document = what.document.strip()
    books.add(Remittance(card.number, number, what.on, what.amount, posted.number, document))


def _billed(books: Books, lease: Lease, month: Month) -> set[str]:
    """The plots whose rent of the month is asked for and was not cancelled."""
    found = set()
    for bill in books.every(RentBill, lease=lease.code, month=month.iso):
        charge = books.newest(Charge, bill.charge)
        if charge is not None and not charge.cancelled:
            found.add(bill.plot)
    return found
