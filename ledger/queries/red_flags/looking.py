"""What every red-flag test looks at, and the exceptions it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ledger.domain.lending import Direction
from ledger.domain.loans.contract import Card
from ledger.domain.members import Person, person_from
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing
from ledger.domain.red_flags import FlagLimits, Severity, Sign
from ledger.queries.kept_loans import every_loan
from ledger.storage.reading import Reader

_SERIOUS = frozenset(
    {
        Sign.BANK_NOT_BOOKED,
        Sign.COUNT_SHORT,
        Sign.PAPER_NUMBER_TWICE,
        Sign.MEMBER_DISAGREES,
        Sign.SAME_ID,
        Sign.MEMBER_NOT_FOUND,
        Sign.PAID_AND_LENT_AGAIN,
        Sign.NEGATIVE_CARD,
        Sign.RING,
        Sign.CONTROL_DIFFERS,
        Sign.LENDER_MONEY_HELD,
        Sign.BENEFIT_AFTER_LEAVING,
        Sign.BENEFIT_AGAINST_RULE,
        Sign.STOCK_NEGATIVE,
        Sign.OWN_APPROVAL,
    }
)
_NOTICE = frozenset(
    {
        Sign.CASH_OVER_LIMIT,
        Sign.CASH_BELOW_NOTHING,
        Sign.COUNT_OVER,
        Sign.CASH_NOT_COUNTED,
        Sign.SAME_PHONE,
        Sign.SAME_ADDRESS,
        Sign.LOAN_UNSECURED,
        Sign.FILE_CHANGED,
        Sign.RATE_OFF_LIST,
        Sign.INTEREST_BY_HAND,
        Sign.PAID_BEFORE_YEAR_END,
        Sign.BACKDATED,
        Sign.VOID_AFTER_PRINT,
        Sign.ROUND_SUMS,
        Sign.FIRST_DIGITS,
        Sign.SAME_HOUSEHOLD,
        Sign.STOCK_UNMOVED,
        Sign.NO_LEAVE,
    }
)


@dataclass(frozen=True, slots=True)
class Clearance:
    """Who looked into an exception, when, and what was found."""

    flag: str
    amount: Money
    on: date
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """One exception. ``flag`` is its name, which ``clear-red-flag`` takes.

    Members stand by number, never by name (domain.md 5.5). ``what`` is what else the sign speaks
    of: a bank, an account, numbers of papers; ``count`` its days, papers or members.
    ``cleared`` is the newest clearance; ``open`` is True without one, and again where more money
    is at risk than was when it was cleared.
    """

    flag: str
    sign: Sign
    severity: Severity
    at_risk: Money
    on: date | None = None
    act: int | None = None
    entry: int | None = None
    member: str | None = None
    card: int | None = None
    what: str = ""
    count: int = 0
    cleared: Clearance | None = None
    open: bool = True


def flag(sign: Sign, subject: object, at_risk: Money = ZERO, **facts: Any) -> FlagRow:
    """An exception named after its sign and its subject, which must be the same at every look."""
    severity = Severity.WARNING
    if sign in _SERIOUS:
        severity = Severity.SERIOUS
    elif sign in _NOTICE:
        severity = Severity.NOTICE
    name = " ".join(f"{sign.value} {subject}".split())
    return FlagRow(flag=name, sign=sign, severity=severity, at_risk=at_risk, **facts)


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan to a member as it stands on the day."""

    loan: Owing
    card: Card
    outstanding: Money

    @property
    def number(self) -> int:
        return self.loan.contract.card

    @property
    def member(self) -> str:
        return self.loan.contract.member or ""


@dataclass(frozen=True, slots=True)
class Known:
    """A present member with her personal data, where they were not erased."""

    number: str
    household: str
    person: Person | None


class Look:
    """A book, the period looked at, and the limits; what several tests need is read once."""

    def __init__(self, reader: Reader, since: date, at: date, limits: FlagLimits) -> None:
        self.reader = reader
        self.since = since
        self.at = at
        self.limits = limits

    @property
    def period(self) -> tuple[str, str]:
        return self.since.isoformat(), self.at.isoformat()

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.reader.rows(statement, values)

    def in_period(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of a statement whose first two places are the days of the period."""
        return self.reader.rows(statement, (*self.period, *values))

    @cached_property
    def loans(self) -> list[Lent]:
        """Every loan to a member that was made by the day."""
        found = []
        for loan in every_loan(self.reader):
            contract, off = loan.contract, loan.write_off
            if contract.direction is Direction.OUT and contract.on <= self.at:
                card = loan.card(at=self.at)
                gone = off is not None and off.on <= self.at
                found.append(Lent(loan, card, ZERO if gone else card.standing.outstanding))
        return found

    @cached_property
    def live(self) -> list[Lent]:
        """Loans on which something is outstanding."""
        return [one for one in self.loans if one.outstanding > ZERO]

    @cached_property
    def members(self) -> list[Known]:
        """Members who have not left, by number."""
        rows = self.rows(
            "SELECT m.number, m.household, p.value FROM members AS m"
            " LEFT JOIN personal AS p ON p.number = m.person WHERE m.left IS NULL"
            " AND m.act = (SELECT MAX(act) FROM members WHERE number = m.number) ORDER BY m.number"
        )
        return [
            Known(number, household, person_from(kept) if kept else None)
            for number, household, kept in rows
        ]

    def owed_by(self, *members: str) -> Money:
        """What these members owe on their loans together."""
        return Money(sum(one.outstanding.satang for one in self.live if one.member in members))

    def of_year(self, subject: str) -> str:
        """A habit rather than a happening: cleared in one year, it is asked about in the next."""
        return f"{self.at.year} {subject}"

    def days_before_end(self, day: date) -> int:
        return (self.at - day).days
