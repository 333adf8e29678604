"""The plan of instalments: terms in, rows of due days and amounts out (domain.md 1.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.loans.checks import check_payouts, check_terms, most_rows
from ledger.domain.loans.course import course_of
from ledger.domain.loans.declining import Columns
from ledger.domain.loans.dues import due_days, shifted
from ledger.domain.loans.flat import flat_columns
from ledger.domain.loans.segments import declining_columns
from ledger.domain.loans.terms import InterestOn, PlanTerms
from ledger.domain.money import Money


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One instalment; ``balance`` is the principal owed after it."""

    n: int
    due: date
    days: int
    principal: Money
    interest: Money
    total: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class PlanTotals:
    principal: Money
    interest: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan kept as columns, in satang; ``rows`` shows it instalment by instalment."""

    dues: tuple[date, ...]
    days: tuple[int, ...]
    principal: tuple[int, ...]
    interest: tuple[int, ...]
    balance: tuple[int, ...]

    @property
    def rows(self) -> Iterator[PlanRow]:
        columns = zip(
            self.dues, self.days, self.principal, self.interest, self.balance, strict=True
        )
        for n, (due, days, principal, interest, balance) in enumerate(columns, start=1):
            total = Money(principal + interest)
            yield PlanRow(n, due, days, Money(principal), Money(interest), total, Money(balance))

    @property
    def totals(self) -> PlanTotals:
        principal, interest = sum(self.principal), sum(self.interest)
        return PlanTotals(Money(principal), Money(interest), Money(principal + interest))


def plan_of(terms: PlanTerms) -> Plan:
    """The plan of these terms; the same terms always give the same plan.

    Equal instalments: the total is rounded by ``rounding.instalment``, the interest of the counted
    days by ``rounding.interest``, and the principal is the difference. Equal principal: the part is
    rounded by ``rounding.principal`` and the total is the sum. The residue row takes the rest; an
    instalment rounded up repays sooner and makes the plan shorter.

    Raises:
        The refusals of ``loans.refusals`` and MissingField for terms that make no plan.
    """
    check_terms(terms)
    ends = due_days(terms, most_rows(terms))
    check_payouts(terms, ends[-1])
    course = course_of(terms, ends)
    flat = terms.interest is InterestOn.FLAT
    columns = flat_columns(terms, course) if flat else declining_columns(terms, course)
    _defer_interest(columns, terms.grace.interest)
    count = len(columns.principal)
    return Plan(
        dues=tuple(shifted(ends[:count], terms.holidays, terms.disbursed)),
        days=tuple(course.days[:count]),
        principal=tuple(columns.principal),
        interest=tuple(columns.interest),
        balance=tuple(columns.balance),
    )


def _defer_interest(columns: Columns, rows: int) -> None:
    """Interest of the first rows waits for the row after them."""
    if rows and rows < len(columns.interest):
        columns.interest[rows] += sum(columns.interest[:rows])
        columns.interest[:rows] = [0] * rows
