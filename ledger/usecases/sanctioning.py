"""What missed instalments forbid, by resolution: new loans, welfare, the patronage refund."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.limits import check_count
from ledger.domain.refusals.loan_quality import SanctionStepsWrong
from ledger.domain.sanctions import SanctionRule, SanctionRuleStep
from ledger.usecases.recording import given

_MOST_MISSED, _MOST_MONTHS, _MOST_GRACE = 1_200, 1_200, 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """From so many instalments missed in a row on; months count from the last one missed."""

    missed: int
    no_loan_months: int = 0
    no_welfare_months: int = 0
    no_refund: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSanctions(Command):
    """The whole table of sanctions from a day on (domain.md 1.4); without steps there are none.

    An instalment paid within ``grace_days`` of its due day is not missed.
    """

    from_day: date
    steps: tuple[Sanction, ...]
    resolution: str
    grace_days: int = 0


def set_sanctions(command: SetSanctions, books: Books) -> None:
    resolution = given(command.resolution, "resolution")
    check_count("grace_days", command.grace_days, least=0, most=_MOST_GRACE)
    missed = [step.missed for step in command.steps]
    if missed != sorted(set(missed)):
        raise SanctionStepsWrong
    number = books.next_number(SanctionRule)
    books.add(SanctionRule(number, command.from_day, resolution, command.grace_days))
    for step in command.steps:
        check_count("missed", step.missed, least=1, most=_MOST_MISSED)
        check_count("no_loan_months", step.no_loan_months, least=0, most=_MOST_MONTHS)
        check_count("no_welfare_months", step.no_welfare_months, least=0, most=_MOST_MONTHS)
        books.add(
            SanctionRuleStep(
                number, step.missed, step.no_loan_months, step.no_welfare_months, step.no_refund
            )
        )
