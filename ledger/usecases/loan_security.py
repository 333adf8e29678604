"""What secures a loan: guarantors who come and go, and things that are pledged (domain.md 1.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.lending import Direction, Guarantor
from ledger.domain.loan_life import Collateral, CollateralKind
from ledger.domain.money import Money
from ledger.domain.refusals.loan_life import (
    CollateralReleased,
    GuarantorAlready,
    NotAGuarantor,
    UnknownCollateral,
)
from ledger.usecases.guaranteeing import stand_for
from ledger.usecases.loan_cards import the_loan
from ledger.usecases.recording import check_has_come, given, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGuarantor(Command):
    """One more member stands for a loan."""

    card: int
    member: str
    on: date
    circle_allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseGuarantor(Command):
    """A guarantor is let go; ``replacement`` steps in for her in the same act."""

    card: int
    member: str
    on: date
    resolution: str
    replacement: str | None = None
    circle_allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeCollateral(Command):
    """Something is pledged for a loan; ``value`` as it was appraised."""

    card: int
    kind: CollateralKind
    description: str
    value: Money
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCollateral(Command):
    """What was pledged is given back."""

    card: int
    number: int
    on: date
    reason: str


def add_guarantor(command: AddGuarantor, books: Books) -> None:
    check_has_come(books, command.on)
    _add(books, command.card, command.member, command.on, circle_allowed=command.circle_allowed)


def release_guarantor(command: ReleaseGuarantor, books: Books) -> None:
    check_has_come(books, command.on)
    the_loan(books, command.card, Direction.OUT)
    given(command.resolution, "resolution")
    found = books.newest(Guarantor, command.card, command.member)
    if found is None or found.released_on is not None:
        raise NotAGuarantor(command.member, command.card)
    if command.replacement is not None:
        _add(
            books,
            command.card,
            command.replacement,
            command.on,
            circle_allowed=command.circle_allowed,
        )
    books.add(replace(found, released_on=command.on))


def pledge_collateral(command: PledgeCollateral, books: Books) -> None:
    check_has_come(books, command.on)
    the_loan(books, command.card)
    number = books.next_number(Collateral, card=command.card)
    description = given(command.description, "description")
    value = positive(command.value, "value")
    books.add(Collateral(command.card, number, command.kind, description, value, command.on))
    books.make(collateral=number)


def release_collateral(command: ReleaseCollateral, books: Books) -> None:
    check_has_come(books, command.on)
    found = books.newest(Collateral, command.card, command.number)
    if found is None:
        raise UnknownCollateral(command.card, command.number)
    if found.released_on is not None:
        raise CollateralReleased(command.card, command.number)
    books.add(replace(found, released_on=command.on, released_why=given(command.reason)))


def _add(books: Books, card: int, member: str, on: date, *, circle_allowed: bool) -> None:
    loan = the_loan(books, card, Direction.OUT)
    found = books.newest(Guarantor, card, member)
    if found is not None and found.released_on is None:
        raise GuarantorAlready(member, card)
    stand_for(books, card, member, loan.contract.member, on, circle_allowed=circle_allowed)
