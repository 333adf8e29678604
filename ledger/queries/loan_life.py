"""Around the contracts: applications, limits, who stands for whom, and security that fails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.borrowing import held_by, limit_of, limits_of, missed_of, running_loans
from ledger.domain.lending import Guarantor, LoanContract
from ledger.domain.loan_life import Collateral, LenderStatement, LoanApplication, LoanLimits
from ledger.domain.members import Decision, Leaving, Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import owing_of
from ledger.domain.refusals.owing import UnknownLoanType
from ledger.queries.naming import names_of
from ledger.queries.position import the_member
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application for a loan with the member's name."""

    application: LoanApplication
    name: str


@dataclass(frozen=True, slots=True)
class LoanApplications:
    """Applications by number, and how many wait for the committee."""

    rows: tuple[ApplicationRow, ...]
    waiting: int
    asked: Money
    granted: Money


def loan_applications(
    reader: Reader, *, decision: Decision | None = None, member: str | None = None
) -> LoanApplications:
    """Who asked to borrow how much, and what the committee decided."""
    every = reader.every(LoanApplication)
    rows = [
        one
        for one in every
        if (decision is None or one.decision is decision)
        and (member is None or one.member == member)
    ]
    names = names_of(reader, (one.member for one in rows))
    return LoanApplications(
        tuple(ApplicationRow(one, names.get(one.member, "")) for one in rows),
        waiting=sum(one.decision is Decision.WAITING for one in every),
        asked=total(one.amount for one in rows),
        granted=total(one.granted for one in rows if one.granted is not None),
    )


@dataclass(frozen=True, slots=True)
class LoanLimit:
    """What a member may still borrow of a type on a day, with everything it follows from.

    ``limit`` and ``left`` are None where the type sets none; ``needed_savings`` is the part of
    what is left that has to be saved first.
    """

    member: str
    type: str
    at: date
    limits: LoanLimits
    savings: Money
    shares: Money
    owed: Money
    loans: int
    missed: int
    limit: Money | None
    left: Money | None


def loan_limit(reader: Reader, *, member: str, type: str, at: date | None = None) -> LoanLimit:  # noqa: A002 - the name of the field
    """How much more a member may borrow of a type of loan.

    Raises:
        UnknownMember, UnknownLoanType: there is none.
    """
    from ledger.domain.lending import LoanType

    the_member(reader, member)
    if reader.newest(LoanType, type) is None:
        raise UnknownLoanType(type)
    day = last_day(reader, at)
    limits = limits_of(reader, type, day)
    running = running_loans(reader, member)
    of_type = [one for one in running if one.type == type]
    owed = total(reader.card_balance(one.card, one.account, at=day) for one in of_type)
    limit = limit_of(reader, member, limits, day)
    return LoanLimit(
        member=member,
        type=type,
        at=day,
        limits=limits,
        savings=held_by(reader, member, CardKind.SAVINGS, day),
        shares=held_by(reader, member, CardKind.SHARE, day),
        owed=owed,
        loans=len(of_type),
        missed=sum(missed_of(owing_of(reader, one.card), day) for one in running),
        limit=limit,
        left=None if limit is None else max(ZERO, limit - owed),
    )


@dataclass(frozen=True, slots=True)
class Guarantee:
    """One member who stands, or stood, for the loan of another."""

    card: int
    borrower: str
    borrower_name: str
    guarantor: str
    guarantor_name: str
    since: date
    released_on: date | None
    outstanding: Money


@dataclass(frozen=True, slots=True)
class Guarantees:
    """Both ways: for whom a member stands, and who stands for her."""

    member: str
    given: tuple[Guarantee, ...]
    received: tuple[Guarantee, ...]


def guarantees(reader: Reader, *, member: str, at: date | None = None) -> Guarantees:
    """Whom a member guarantees, and by whom she is guaranteed.

    Raises:
        UnknownMember: there is none of that number.
    """
    the_member(reader, member)
    every = _guarantees(reader, last_day(reader, at))
    return Guarantees(
        member,
        given=tuple(one for one in every if one.guarantor == member),
        received=tuple(one for one in every if one.borrower == member),
    )


@dataclass(frozen=True, slots=True)
class DefectiveLoan:
    """A loan whose security fails, and since when; ``why`` is how the guarantor went.

    ``guarantor`` is empty where it is a pledged thing that was given back with nothing else left.
    """

    card: int
    borrower: str
    borrower_name: str
    guarantor: str
    guarantor_name: str
    why: Leaving | None
    since: date
    outstanding: Money


@dataclass(frozen=True, slots=True)
class DefectiveCollateral:
    """Loans whose security fails on a day, until it is replaced (domain.md 1.6)."""

    at: date
    rows: tuple[DefectiveLoan, ...]
    outstanding: Money


def defective_collateral(reader: Reader, *, at: date | None = None) -> DefectiveCollateral:
    """Loans whose guarantor left, died or was expelled, or that have nothing pledged any more."""
    day = last_day(reader, at)
    every = _guarantees(reader, day)
    gone = {
        one.number: one for one in reader.every(Member) if one.left is not None and one.left <= day
    }
    rows = [
        DefectiveLoan(
            card=one.card,
            borrower=one.borrower,
            borrower_name=one.borrower_name,
            guarantor=one.guarantor,
            guarantor_name=one.guarantor_name,
            why=gone[one.guarantor].left_why,
            since=gone[one.guarantor].left or day,
            outstanding=one.outstanding,
        )
        for one in every
        if one.guarantor in gone and one.released_on is None and one.outstanding > ZERO
    ]
    secured = {one.card for one in every if one.released_on is None}
    rows += _without_pledge(reader, day, secured)
    rows.sort(key=lambda one: (one.card, one.guarantor))
    each_once = {one.card: one.outstanding for one in rows}
    return DefectiveCollateral(day, tuple(rows), total(each_once.values()))


def _without_pledge(reader: Reader, day: date, secured: set[int]) -> list[DefectiveLoan]:
    pledged: dict[int, list[Collateral]] = {}
    for one in reader.every(Collateral):
        if one.on <= day:
            pledged.setdefault(one.card, []).append(one)
    found = []
    for card, things in pledged.items():
        released = [one.released_on for one in things if one.released_on is not None]
        if card in secured or len(released) < len(things) or max(released) > day:
            continue
        contract = reader.newest(LoanContract, card)
        if contract is None or contract.member is None:
            continue
        owed = reader.card_balance(card, contract.account, at=day)
        if owed > ZERO:
            name = names_of(reader, [contract.member]).get(contract.member, "")
            since = max(released)
            found.append(DefectiveLoan(card, contract.member, name, "", "", None, since, owed))
    return found


def _guarantees(reader: Reader, day: date) -> list[Guarantee]:
    contracts = {one.card: one for one in reader.every(LoanContract)}
    names = names_of(reader)
    found = []
    for one in reader.every(Guarantor):
        contract = contracts[one.card]
        borrower = contract.member or ""
        if one.since <= day:
            released = one.released_on
            found.append(
                Guarantee(
                    card=one.card,
                    borrower=borrower,
                    borrower_name=names.get(borrower, ""),
                    guarantor=one.member,
                    guarantor_name=names.get(one.member, ""),
                    since=one.since,
                    released_on=released if released is not None and released <= day else None,
                    outstanding=reader.card_balance(one.card, contract.account, at=day),
                )
            )
    return found


@dataclass(frozen=True, slots=True)
class LenderStatementRow:
    """A lender's figure beside ours; ``difference`` is theirs less ours."""

    statement: LenderStatement
    lender: str
    difference: Money


@dataclass(frozen=True, slots=True)
class LenderStatements:
    """Every figure that a lender stated, by loan and day."""

    rows: tuple[LenderStatementRow, ...]
    differing: int


def lender_statements(reader: Reader, *, card: int | None = None) -> LenderStatements:
    """What lenders confirmed, with the difference to the books of that day."""
    rows = []
    for one in reader.every(LenderStatement):
        contract = reader.newest(LoanContract, one.card)
        if contract is not None and (card is None or one.card == card):
            rows.append(LenderStatementRow(one, contract.lender, one.stated - one.booked))
    return LenderStatements(tuple(rows), sum(row.difference != ZERO for row in rows))
