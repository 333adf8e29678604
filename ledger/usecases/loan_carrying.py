"""Loans of both legs taken over in mid-life: original amount, repaid so far, arrears, next due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.carried import EVENT
from ledger.domain.entries import Line, Side
from ledger.domain.lending import (
    Direction,
    LendingRules,
    LoanContract,
    LoanPayout,
    LoanPlan,
    LoanPlanRow,
    LoanRate,
    LoanType,
)
from ledger.domain.loan_opening import LoanOpening
from ledger.domain.money import ZERO
from ledger.domain.refusals import MissingField
from ledger.domain.refusals.carrying import (
    CarriedAlready,
    SourceNotFound,
)
from ledger.usecases.carried_loan import CarriedLoan, check_carried, rows_of, terms_to_come
from ledger.usecases.guaranteeing import stand_for
from ledger.usecases.loan_cards import the_loan_type
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.planning import keep_free_months
from ledger.usecases.recording import account_of_role


@dataclass(frozen=True, slots=True)
class Taken:
    """A contract that was kept; how it stood is kept with the entry that is made of all lines."""

    card: int
    loan: CarriedLoan
    lines: tuple[Line, ...]


def take_loans(books: Books, loans: Sequence[CarriedLoan], *, on: date) -> list[Taken]:
    """Keep contracts with their plans and guarantors; each has its line of the opening entry.

    Raises:
        UnknownLoanType, MissingField, UnknownMember, MemberLeft, NotYetMember,
        GuarantorIsBorrower, SourceNotFound, CarriedAlready, and the refusals of
        ``check_carried`` and ``rows_of``: why one is not taken over.
    """
    taken = []
    known = {_name(one): one for one in books.every(LoanContract)} if loans else {}
    for loan in loans:
        kind = the_loan_type(books, loan.type)
        _check_parties(books, loan, kind, on)
        contract = _contract(books, loan, kind, books.next_number(Card))
        if (before := known.get(_name(contract))) is not None:
            _check_not_there(books, before, loan.party)
        known[_name(contract)] = contract
        taken.append(_take(books, loan, contract, on))
    return taken


def keep_openings(books: Books, taken: Sequence[Taken], *, on: date, entry: int) -> None:
    """Note how the contracts stood, with the entry in which they were booked."""
    for one in taken:
        loan = one.loan
        books.add(LoanPayout(one.card, 1, on, loan.owed, entry))
        books.add(
            LoanOpening(
                card=one.card,
                number=1,
                on=loan.reckoned_to or on,
                paid_out=loan.lent,
                repaid=loan.repaid,
                interest_late=loan.late_interest,
                penalty=loan.penalty,
                entry=entry,
                advance=loan.advance,
            )
        )


def _take(books: Books, loan: CarriedLoan, contract: LoanContract, on: date) -> Taken:
    check_carried(loan, on)
    rows = rows_of(loan, contract, on)
    card, out = contract.card, contract.direction is Direction.OUT
    books.add(
        Card(
            number=card,
            kind=CardKind.LOAN if out else CardKind.BORROWING,
            account=contract.account,
            opened_on=loan.on,
            product=contract.type,
            member=loan.member,
            fund=contract.fund,
        )
    )
    books.add(contract)
    books.add(LoanRate(card, loan.on, loan.rate))
    books.add(LoanPlan(card, 1, loan.reckoned_to or on, loan.owed))
    for number, row in enumerate(rows, start=1):
        books.add(LoanPlanRow(card, 1, number, row.day, row.principal, row.interest))
    if loan.grace_free and loan.owed > loan.late_principal:
        terms = terms_to_come(loan, contract, on)
        keep_free_months(books, card, terms, "")
    for member in dict.fromkeys(loan.guarantors):
        # Circles that stand on paper are taken over as they are; the red flags show them.
        stand_for(books, card, member, loan.member, on, circle_allowed=True)
    side = Side.DEBIT if out else Side.CREDIT
    owed = Line(contract.account, side, loan.owed, contract.fund, card, EVENT)
    if loan.advance == ZERO:
        return Taken(card, loan, (owed,))
    kept = account_of_role(books, "loan_advance")
    ahead = Line(kept, Side.CREDIT, loan.advance, contract.fund, None, EVENT)
    return Taken(card, loan, (owed, ahead))


def booked_by_loans(books: Books, loans: Sequence[CarriedLoan]) -> frozenset[str]:
    """The account of what was paid ahead, where loans taken over say what lies on it."""
    before = books.every(LoanOpening)
    if any(one.advance > ZERO for one in loans) or any(
        one.advance > ZERO and books.reversed_by(one.entry) is None for one in before
    ):
        return frozenset({account_of_role(books, "loan_advance")})
    return frozenset()


def _check_parties(books: Books, loan: CarriedLoan, kind: LoanType, on: date) -> None:
    out = kind.direction is Direction.OUT
    if out and loan.member is None:
        raise MissingField("member")
    if not out and (loan.member is not None or not loan.lender.strip()):
        raise MissingField("lender")
    if loan.member is not None:
        check_membership(the_member(books, loan.member), on)


def _name(contract: LoanContract) -> tuple[object, ...]:
    """What tells contracts of one party apart on paper."""
    party = contract.member or contract.lender
    return (party, contract.type, contract.contract_number, contract.on)


def _check_not_there(books: Books, before: LoanContract, party: str) -> None:
    """Whether nothing is owed on a contract any more, since what was taken over was taken back."""
    for payout in books.every(LoanPayout, card=before.card):
        if books.reversed_by(payout.entry) is None:
            raise CarriedAlready(party, payout.amount, payout.entry)


def _contract(books: Books, loan: CarriedLoan, kind: LoanType, card: int) -> LoanContract:
    rules = {name: getattr(kind, name) for name in LendingRules.__dataclass_fields__}
    return LoanContract(
        **rules,
        card=card,
        type=kind.code,
        direction=kind.direction,
        on=loan.on,
        approved=loan.approved,
        member=loan.member,
        lender=loan.lender.strip(),
        contract_number=loan.contract_number,
        purpose=loan.purpose,
        source=_source(books, loan.source) if loan.source else None,
    )


def _source(books: Books, contract_number: str) -> int:
    for one in books.every(LoanContract, direction=Direction.IN):
        if one.contract_number == contract_number:
            return one.card
    raise SourceNotFound(contract_number)
