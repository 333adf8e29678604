"""Keeping a loan's postings what its card says: every change of events is followed by the books.

The card is computed from its events, so a payment found late or taken back changes how later
payments divide. What was posted otherwise is moved by one correcting entry in the same act.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.domain.books import Books
from ledger.domain.entries import Entry, Line, merged
from ledger.domain.lending import Direction, LoanPayout, LoanPosting, LoanType, LoanWriteOff
from ledger.domain.loans.contract import Card, Kind
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Divided, Owing, divided_by, owing_of
from ledger.domain.posting import Place
from ledger.domain.refusals.owing import LoanIsWrittenOff, LoanOverpaid, UnknownLoanType, WrongLeg
from ledger.usecases.loan_credit import credit_place
from ledger.usecases.loan_holding import free_savings, hold_again
from ledger.usecases.recording import account_of_role, event_lines, record


def the_loan(books: Books, card: int, leg: Direction | None = None) -> Owing:
    """The loan with that card, of that leg when one is named, when it is not written off.

    Raises:
        UnknownLoan, WrongLeg, LoanIsWrittenOff: why not.
    """
    loan = owing_of(books, card)
    if leg is not None and loan.contract.direction is not leg:
        raise WrongLeg(card)
    if loan.write_off is not None:
        raise LoanIsWrittenOff(card, loan.write_off.on)
    return loan


def the_loan_type(books: Books, code: str) -> LoanType:
    """The loan type of that code.

    Raises:
        UnknownLoanType: there is none.
    """
    found = books.newest(LoanType, code)
    if found is None:
        raise UnknownLoanType(code)
    return found


def places_of_loan(loan: Owing) -> dict[str, Place]:
    """Where the parts of a payment go."""
    contract = loan.contract
    return {
        "card": Place(contract.account, contract.fund, contract.card),
        "interest": Place(contract.interest_account, contract.fund),
        "penalty": Place(contract.penalty_account, contract.fund),
    }


def advance_place(books: Books, loan: Owing) -> Place:
    """Where money that is kept for instalments to come lies; its postings say for which loan."""
    return Place(account_of_role(books, "loan_advance"), loan.contract.fund)


def moves_of(
    books: Books, loan: Owing, parts: Divided, money: Place
) -> Iterator[tuple[str, Money, dict[str, Place]]]:
    """The events of a payment in money, with amounts and places; may open a credit account."""
    leg = "loan" if loan.contract.direction is Direction.OUT else "borrowing"
    places = {**places_of_loan(loan), "money": money}
    if parts.advance > ZERO:
        places["advance"] = advance_place(books, loan)
    if parts.credit > ZERO:
        places["credit"] = credit_place(books, loan)
    for part in ("principal", "interest", "penalty", "advance", "credit"):
        amount: Money = getattr(parts, part)
        if amount > ZERO:
            yield f"{leg}_{part}", amount, places


def add_posting(books: Books, card: int, entry: int, parts: Divided) -> None:
    """Note how an entry divided what was paid."""
    number = books.next_number(LoanPosting, card=card)
    books.add(
        LoanPosting(
            card=card,
            number=number,
            entry=entry,
            principal=parts.principal,
            interest=parts.interest,
            penalty=parts.penalty,
            advance=parts.advance,
            credit=parts.credit,
        )
    )


def restate(books: Books, card: int, *, on: date) -> None:
    """Book the difference between what was posted and what the card now says, if there is one.

    What later payments are more than is owed by now goes to the member's credit account. The
    entry stands on the later of the day given and the last day on which the loan moved: from
    then on the books and the card agree.

    Raises:
        PaymentBeforePayout, PaymentOnSettledLoan, LoanOverpaid: the events do not go together.
        LoanIsWrittenOff: the loan was written off.
    """
    loan = the_loan(books, card)
    computed = loan.card(at=max(books.today, loan.last_day))
    if loan.contract.direction is Direction.IN:
        check_not_over(card, computed)
    if computed.standing.settled_on is not None:
        free_savings(books, card, computed.standing.settled_on)
    elif not loan.payouts:
        free_savings(books, card, on)
    else:
        hold_again(books, loan.contract, on)
    change = divided_by(computed).minus(loan.posted)
    lines = _correcting_lines(books, loan, change)
    if not lines:
        return
    event = lines[0].event
    entry = Entry(on=max(on, loan.last_day), event=event, lines=merged(lines))
    add_posting(books, card, record(books, entry).number, change)


def restate_after_reversal(books: Books, entry: int, *, on: date) -> None:
    """Bring the cards of all loans that an entry touched in step with its reversal."""
    cards = {one.card for one in books.every(LoanPayout, entry=entry)}
    cards |= {one.card for one in books.every(LoanPosting, entry=entry)}
    cards |= {one.card for one in books.every(LoanWriteOff, entry=entry)}
    for card in sorted(cards):
        restate(books, card, on=on)


def check_not_over(card: int, computed: Card) -> None:
    """Whether no payment on the card is more than was owed on its day.

    Raises:
        LoanOverpaid: one is.
    """
    for line in computed.lines:
        if line.kind is Kind.PAYMENT and line.over > ZERO:
            raise LoanOverpaid(card, line.date, line.amount - line.over, line.amount)


def _correcting_lines(books: Books, loan: Owing, change: Divided) -> list[Line]:
    """From what was posted too much to what was posted too little; the sum is nothing."""
    event = "loan_corrected" if loan.contract.direction is Direction.OUT else "borrowing_corrected"
    places = places_of_loan(loan)
    moved = {
        "card": change.principal.satang,
        "interest": change.interest.satang,
        "penalty": change.penalty.satang,
        "advance": change.advance.satang,
        "credit": change.credit.satang,
    }
    if change.advance != ZERO:
        places["advance"] = advance_place(books, loan)
    if change.credit != ZERO:
        places["credit"] = credit_place(books, loan)
    lines: list[Line] = []
    for less in (name for name, satang in moved.items() if satang < 0):
        for more in (name for name, satang in moved.items() if satang > 0):
            amount = min(-moved[less], moved[more])
            if amount > 0:
                ends = {"less": places[less], "more": places[more]}
                lines += event_lines(books, event, Money(amount), ends)
                moved[less] += amount
                moved[more] -= amount
    return lines
