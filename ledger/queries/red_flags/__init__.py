"""The red-flag tests that one book can answer (domain.md 5.4), with what was cleared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ledger.domain.approving import ApprovalRule
from ledger.domain.money import Money, total
from ledger.domain.red_flags import ClearedFlag, FlagLimits, FlagTest, Severity
from ledger.queries.red_flags import (
    accounts,
    banks,
    cash,
    changes,
    lending,
    payments,
    people,
    receipts,
    savings,
    welfare,
)
from ledger.queries.red_flags.looking import Clearance, FlagRow, Look
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

Looker = Callable[[Look], Iterable[FlagRow]]

# How telling each test is, and what answers it. What a test cannot see in one book, and how to
# clear what it shows, is said in ``reports.words.red_flag_tests``.
TESTS: Mapping[FlagTest, tuple[int, tuple[Looker, ...]]] = {
    FlagTest.FORGED_BANK: (3, (banks.bank_money,)),
    FlagTest.MISSING_CASH: (3, (cash.over_limit, cash.below_nothing, cash.counts)),
    FlagTest.UNRECORDED_RECEIPTS: (
        3,
        (receipts.paper_numbers, receipts.disagreed, receipts.holes),
    ),
    FlagTest.LAPPING: (
        3,
        (cash.banking_later, cash.deposits_differ, receipts.moved_to_another),
    ),
    FlagTest.GHOSTS: (3, (people.shared, receipts.not_found, lending.ghost_loans)),
    FlagTest.FILE_CHANGES: (1, (changes.file_changes,)),
    FlagTest.DORMANT_MONEY: (3, (savings.withdrawals,)),
    FlagTest.INSIDERS: (2, (people.insiders,)),
    FlagTest.INTEREST: (2, (lending.interest,)),
    FlagTest.WINDOW_DRESSING: (2, (savings.round_trips, savings.dressed_years)),
    FlagTest.NEGATIVE_BALANCES: (3, (savings.below_nothing,)),
    FlagTest.BACKDATING: (1, (changes.backdated,)),
    FlagTest.VOIDS: (2, (receipts.voids,)),
    FlagTest.SPLITTING: (2, (payments.payments,)),
    FlagTest.GUARANTOR_RING: (2, (lending.guarantors,)),
    FlagTest.CARDS_AND_CONTROL: (3, (accounts.control,)),
    FlagTest.SUSPENSE: (1, (accounts.suspense,)),
    FlagTest.BORROWED_NAMES: (3, (receipts.one_payer, people.same_collateral)),
    FlagTest.DIVERTED: (3, (accounts.lender_money,)),
    FlagTest.BENEFITS: (2, (payments.benefits, welfare.claims)),
    FlagTest.STOCK: (1, (accounts.stock,)),
    FlagTest.ONE_PERSON: (1, (changes.one_person,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagResult:
    """What one test saw. ``severity`` is that of the worst open exception, None without one.

    ``at_risk`` adds up the money of open exceptions; one sum may stand behind several of them.
    """

    test: FlagTest
    weight: int
    severity: Severity | None
    rows: tuple[FlagRow, ...]
    open: int
    cleared: int
    at_risk: Money

    @property
    def points(self) -> int:
        return 0 if self.severity is None else self.weight * self.severity.value


@dataclass(frozen=True, slots=True)
class RedFlags:
    """All tests over a period. ``score`` is the sum of weight times severity (domain.md 5.5).

    ``earlier`` are clearances of exceptions that no longer show.
    """

    since: date
    at: date
    tests: tuple[FlagResult, ...]
    score: int
    open: int
    cleared: int
    earlier: tuple[Clearance, ...]


def red_flags(
    reader: Reader,
    *,
    at: date | None = None,
    since: date | None = None,
    test: FlagTest | None = None,
    limits: FlagLimits | None = None,
) -> RedFlags:
    """Exceptions of every test by the end of a day, or of one test; a year back without ``since``.

    Without ``limits`` the usual ones hold, and for payments the book's own rule about approvals.

    Members stand in them by number alone, and nothing in them accuses anybody (domain.md 5.5).
    """
    day = last_day(reader, at)
    start = since or day - timedelta(days=365)
    look = Look(reader, start, day, limits or _limits_of(reader, day))
    clearances = _clearances(reader)
    results = tuple(_result(look, one, clearances) for one in TESTS if test is None or one is test)
    shown = {row.flag for result in results for row in result.rows}
    return RedFlags(
        since=start,
        at=day,
        tests=results,
        score=sum(result.points for result in results),
        open=sum(result.open for result in results),
        cleared=sum(result.cleared for result in results),
        earlier=tuple(one for name, one in clearances.items() if name not in shown),
    )


def _limits_of(reader: Reader, day: date) -> FlagLimits:
    """The usual limits; a payout is large where the book's own rule of that day says so."""
    rules = [one for one in reader.every(ApprovalRule) if one.from_day <= day]
    if not rules:
        return FlagLimits()
    return FlagLimits(payment_limit=max(rules, key=lambda one: one.from_day).payout_limit)


def _clearances(reader: Reader) -> dict[str, Clearance]:
    """By exception its newest clearance."""
    return {
        one.flag: Clearance(one.flag, one.amount, one.on, one.by, one.note)
        for one in reader.every(ClearedFlag)
    }


def _result(look: Look, test: FlagTest, clearances: Mapping[str, Clearance]) -> FlagResult:
    weight, lookers = TESTS[test]
    rows = tuple(_known(row, clearances) for looker in lookers for row in looker(look))
    open_rows = [row for row in rows if row.open]
    severities = [row.severity for row in open_rows]
    return FlagResult(
        test=test,
        weight=weight,
        severity=max(severities, key=lambda one: one.value, default=None),
        rows=rows,
        open=len(open_rows),
        cleared=len(rows) - len(open_rows),
        at_risk=total(row.at_risk for row in open_rows),
    )


def _known(row: FlagRow, clearances: Mapping[str, Clearance]) -> FlagRow:
    found = clearances.get(row.flag)
    if found is None:
        return row
    return replace(row, cleared=found, open=row.at_risk > found.amount)
