"""Members who stand for each other's loans (domain.md 1.6)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from ledger.domain.books import Books
from ledger.domain.lending import Guarantor, LoanContract, LoanPayout
from ledger.domain.money import ZERO
from ledger.domain.refusals.owing import GuaranteeCircle, GuarantorIsBorrower
from ledger.usecases.members import check_membership, the_member


class Guaranteed(Protocol):
    """What the contract says of those who stand for it."""

    @property
    def on(self) -> date: ...

    @property
    def member(self) -> str | None: ...

    @property
    def guarantors(self) -> tuple[str, ...]: ...

    @property
    def circle_allowed(self) -> bool: ...


def add_guarantors(books: Books, card: int, contract: Guaranteed) -> None:
    """Keep those who stand for a contract.

    Raises:
        UnknownMember, MemberLeft, NotYetMember, GuarantorIsBorrower, GuaranteeCircle: why not.
    """
    for member in dict.fromkeys(contract.guarantors):
        stand_for(
            books,
            card,
            member,
            contract.member,
            contract.on,
            circle_allowed=contract.circle_allowed,
        )


def stand_for(  # noqa: PLR0913 - who stands for whom, where and since when
    books: Books, card: int, member: str, borrower: str | None, on: date, *, circle_allowed: bool
) -> None:
    """Keep one member who stands for a loan.

    Raises:
        UnknownMember, MemberLeft, NotYetMember, GuarantorIsBorrower, GuaranteeCircle: why not.
    """
    check_membership(the_member(books, member), on)
    if member == borrower:
        raise GuarantorIsBorrower(member)
    if borrower is not None and not circle_allowed:
        check_no_circle(books, member, borrower)
    books.add(Guarantor(card, member, on))


def check_no_circle(books: Books, member: str, borrower: str) -> None:
    """Whether nobody comes to stand for herself through others (domain.md 5.4, scheme 15).

    Raises:
        GuaranteeCircle: the borrower stands for the member, or for somebody who leads to her.
    """
    seen: set[str] = set()
    ahead = [borrower]
    while ahead:
        one = ahead.pop()
        if one == member:
            raise GuaranteeCircle(member, borrower)
        if one not in seen:
            seen.add(one)
            ahead += _stands_for(books, one)


def _stands_for(books: Books, guarantor: str) -> list[str]:
    """The borrowers of the loans for which a member stands, paid out or still to be."""
    found = []
    for other in books.every(Guarantor, member=guarantor):
        loan = books.newest(LoanContract, other.card)
        if other.released_on is None and loan is not None and loan.member is not None:
            still_to_come = not books.every(LoanPayout, card=loan.card)
            if still_to_come or books.card_balance(loan.card, loan.account) != ZERO:
                found.append(loan.member)
    return found
