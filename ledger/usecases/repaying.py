"""Payments on loans: what a member pays on a visit, what the cooperative pays to its lender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import Gathered
from ledger.domain.lending import Direction, LoanPayment, LoanWriteOff
from ledger.domain.loans.contract import CardLine, Early, Kind, Paid
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Divided, Owing
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals import CardWrong
from ledger.domain.refusals.owing import AdvanceNotKept, LoanOverpaid, LoanTwice, NothingOwed
from ledger.usecases.loan_cards import (
    add_posting,
    advance_place,
    moves_of,
    places_of_loan,
    restate,
    the_loan,
)
from ledger.usecases.loan_holding import free_savings
from ledger.usecases.recording import (
    account_of_role,
    event_lines,
    gather_event,
    given,
    money_place,
    positive,
    record_lines,
    the_card,
)
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class RepayLender(Command):
    """The cooperative pays on a loan it received; ``lender_receipt`` is the lender's number."""

    card: int
    amount: Money
    on: date
    bank: str | None = None
    early: Early | None = None
    lender_receipt: str = ""
    approved_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOffLoan(Command):
    """The principal of a loan to a member given up by resolution, against expense or allowance."""

    card: int
    on: date
    resolution: str
    allowance: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanSplit:
    """A payment as it divides, shown by a rehearsal before it is saved.

    ``advance`` is what is kept for later instalments, or negative what is used of it; ``rest``
    goes to savings or to the member's credit; ``outstanding`` is the principal owed after it.
    """

    card: int
    amount: Money
    penalty: Money
    interest_arrears: Money
    interest: Money
    principal: Money
    advance: Money
    rest: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class Instalment:
    """A payment as it divides; more than was owed goes to the card ``savings``, or to credit."""

    loan: Owing
    paid: Paid
    line: CardLine
    savings: int | None = None

    @property
    def parts(self) -> Divided:
        line = self.line
        interest = line.interest_arrears + line.interest
        credit = line.over - self.rest
        return Divided(line.principal, interest, line.penalty, line.advance, credit).in_money()

    @property
    def rest(self) -> Money:
        """What goes to a savings account and is no part of the payment on the loan."""
        return ZERO if self.savings is None else self.line.over

    @property
    def split(self) -> LoanSplit:
        line = self.line
        return LoanSplit(
            card=self.loan.contract.card,
            amount=line.amount,
            penalty=line.penalty,
            interest_arrears=line.interest_arrears,
            interest=line.interest,
            principal=line.principal,
            advance=line.advance,
            rest=line.over,
            outstanding=line.outstanding,
        )


@dataclass(frozen=True, slots=True)
class LoanItem:
    """What somebody brings for a loan on a visit."""

    card: int
    amount: Money
    early: Early | None
    savings: int | None
    credit: bool = False


def instalments(books: Books, items: Iterable[LoanItem], on: date) -> dict[int, Instalment]:
    """How payments on members' loans divide, by card; whoever brings the money.

    Raises:
        LoanTwice: two items pay one loan; and what ``the_loan`` and ``instalment_of`` raise.
    """
    found: dict[int, Instalment] = {}
    for item in items:
        if item.card in found:
            raise LoanTwice(item.card)
        loan = the_loan(books, item.card, Direction.OUT)
        found[item.card] = instalment_of(
            loan,
            item.amount,
            on,
            early=item.early,
            savings=item.savings,
            credit=item.credit,
        )
    return found


def instalment_of(  # noqa: PLR0913 - a payment, and where more than is owed goes
    loan: Owing,
    amount: Money,
    on: date,
    *,
    early: Early | None,
    savings: int | None = None,
    credit: bool = False,
) -> Instalment:
    """How a payment on that day divides, by the card with all its other events.

    Raises:
        LoanOverpaid: it is more than is owed, and neither savings nor credit take the rest.
        PaymentBeforePayout, PaymentOnSettledLoan: nothing is owed.
    """
    if early is Early.ADVANCE and loan.contract.direction is Direction.IN:
        raise AdvanceNotKept("early")
    paid = Paid(on, positive(amount), early)
    line = _line_of(loan, paid)
    if line.over > ZERO and savings is None and not credit:
        raise LoanOverpaid(loan.contract.card, on, amount - line.over, amount)
    rest = ZERO if savings is None else line.over
    return Instalment(loan, Paid(on, amount - rest, early), line, savings)


def gather_instalment(books: Books, gathered: Gathered, paid: Instalment, bank: str | None) -> None:
    """Add the lines of a member's payment to those of the visit."""
    money = money_place(books, bank, paid.loan.contract.fund)
    for event, amount, places in moves_of(books, paid.loan, paid.parts, money):
        gather_event(books, gathered, event, amount, places)
    if paid.rest > ZERO:
        savings = _savings_for(books, paid)
        gather_event(books, gathered, "deposit", paid.rest, {"card": savings, "money": money})


def keep_instalment(books: Books, paid: Instalment, entry: int, lender_receipt: str = "") -> None:
    """Note the payment, and correct how later ones were divided where it comes before them.

    An advance that the payment uses is booked by that correction too.
    """
    card = paid.loan.contract.card
    number = books.next_number(LoanPayment, card=card)
    event = paid.paid
    books.add(
        LoanPayment(card, number, event.date, event.amount, entry, event.early, lender_receipt)
    )
    add_posting(books, card, entry, paid.parts)
    restate(books, card, on=event.date)


def keep_instalments(books: Books, loans: Mapping[int, Instalment], entry: int) -> None:
    for paid in loans.values():
        keep_instalment(books, paid, entry)


def repay_lender(command: RepayLender, books: Books) -> None:
    loan = the_loan(books, command.card, Direction.IN)
    paid = instalment_of(loan, command.amount, command.on, early=command.early)
    money = money_place(books, command.bank, loan.contract.fund)
    lines = [
        line
        for event, amount, places in moves_of(books, loan, paid.parts, money)
        for line in event_lines(books, event, amount, places)
    ]
    posted = record_lines(books, lines, on=command.on, event="borrowing_repaid", memo=command.note)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.note,
        payee=loan.contract.lender,
        approved_by=command.approved_by,
        document=command.lender_receipt,
    )
    keep_instalment(books, paid, posted.number, command.lender_receipt)
    books.make(splits=(paid.split,))


def write_off_loan(command: WriteOffLoan, books: Books) -> None:
    loan = the_loan(books, command.card, Direction.OUT)
    resolution = given(command.resolution, "resolution")
    # What instalments have met in advance is booked first; what is kept still is set off.
    restate(books, command.card, on=command.on)
    loan = the_loan(books, command.card)
    now = loan.card(at=max(books.today, loan.last_day)).standing
    owed = now.outstanding
    if owed == ZERO or command.on < loan.last_day:
        raise NothingOwed(command.card, command.on)
    role = "loan_allowance" if command.allowance else "doubtful_expense"
    places = {
        "card": places_of_loan(loan)["card"],
        "loss": Place(account_of_role(books, role), loan.contract.fund),
    }
    kept = min(now.advance, owed)
    lines = event_lines(books, "loan_written_off", owed - kept, places) if owed > kept else []
    if kept > ZERO:
        places["advance"] = advance_place(books, loan)
        lines += event_lines(books, "loan_advance_used", kept, places)
    owed -= kept
    posted = record_lines(books, lines, on=command.on, event="loan_written_off", memo=resolution)
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=resolution,
        member=loan.contract.member,
        approved_by=command.approved_by,
    )
    number = books.next_number(LoanWriteOff, card=command.card)
    books.add(LoanWriteOff(command.card, number, command.on, owed, posted.number, resolution))
    free_savings(books, command.card, command.on)


def _line_of(loan: Owing, paid: Paid) -> CardLine:
    """The line that the payment makes: the last payment of its day, since it is entered last."""
    lines = loan.card(paid, at=paid.date).lines
    return [line for line in lines if line.kind is Kind.PAYMENT][-1]


def _savings_for(books: Books, paid: Instalment) -> Place:
    """The borrower's own savings card, for what was paid too much.

    Raises:
        UnknownCard, CardWrong: it is none.
    """
    card = the_card(books, paid.savings or 0)
    if card.kind is not CardKind.SAVINGS or card.member != paid.loan.contract.member:
        raise CardWrong(card.account, card.number)
    return Place(card.account, card.fund, card.number)
