"""Sums of accounts at any day, from the stored balances: the same speed in every year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Fund
from ledger.domain.closing_period import AFTER
from ledger.domain.days import Month, day_before
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import Money
from ledger.domain.refusals import UnknownFund
from ledger.storage.balances import days_before
from ledger.storage.reading import Reader

# One lookup per account and fund: the newest stored sum before a month, however many there are.
_BEFORE = """
SELECT b.account, b.debit, b.credit
FROM (SELECT DISTINCT code FROM accounts) AS a
CROSS JOIN (SELECT DISTINCT code FROM funds WHERE ?2 IS NULL OR code = ?2) AS f
CROSS JOIN account_balances AS b ON b.account = a.code AND b.fund = f.code AND b.month = (
  SELECT MAX(month) FROM account_balances
  WHERE account = a.code AND fund = f.code AND month < ?1)"""
_DAYS = """
SELECT account, debit, credit FROM account_days
WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR fund = ?3)"""
# Closings of a fiscal year, and their taking back, of which an earlier act knows nothing. They
# alone get a day before months that are closed already (ledger.storage.ddl).
_CLOSED_LATER = f"""
SELECT l.account, l.fund, l.debit, l.credit
FROM (SELECT number, day FROM entries WHERE act > ?1 AND number IN (
  SELECT entry FROM fiscal_years
  UNION SELECT number FROM entries WHERE reverses IN (SELECT entry FROM fiscal_years))) AS e
JOIN lines AS l ON l.entry = e.number
WHERE substr(e.day, 1, 7) || '{AFTER}' < ?2"""
_FOR_EVER = "9999-99"


@dataclass(frozen=True, slots=True)
class Sum:
    """Satang booked on an account, side by side."""

    debit: int = 0
    credit: int = 0

    @property
    def balance(self) -> Money:
        """Debit positive."""
        return Money(self.debit - self.credit)

    def less(self, earlier: Sum) -> Sum:
        return Sum(self.debit - earlier.debit, self.credit - earlier.credit)


NOTHING = Sum()
Sums = Mapping[str, Sum]


def sums_at(reader: Reader, at: date | None, fund: str | None = None) -> Sums:
    """By account everything booked up to the end of a day (of all days without one).

    The entry that closes a fiscal year comes after its last day.

    Raises:
        UnknownFund: there is no such fund.
    """
    return _added(reader, _rows_at(reader, at, fund), fund)


def sums_before(reader: Reader, day: date, fund: str | None = None) -> Sums:
    """By account everything a day begins with: what was booked before it, closings included.

    Raises:
        UnknownFund: there is no such fund.
    """
    if day == Month.of(day).first:
        return _added(reader, _rows_before(reader, Month.of(day).iso, fund), fund)
    return sums_at(reader, day_before(day), fund)


def _added(reader: Reader, rows: list[tuple[str, int, int]], fund: str | None) -> Sums:
    if fund is not None and fund != GENERAL_FUND and reader.newest(Fund, fund) is None:
        raise UnknownFund(fund)
    found: dict[str, list[int]] = {}
    for account, debit, credit in rows:
        place = found.setdefault(account, [0, 0])
        place[0] += debit
        place[1] += credit
    return {account: Sum(debit, credit) for account, (debit, credit) in found.items()}


def sums_between(reader: Reader, since: date, until: date, fund: str | None = None) -> Sums:
    """By account what was booked on the days from since to until, both included."""
    before = sums_before(reader, since, fund)
    after = sums_at(reader, until, fund)
    return {account: sums.less(before.get(account, NOTHING)) for account, sums in after.items()}


def _rows_at(reader: Reader, at: date | None, fund: str | None) -> list[tuple[str, int, int]]:
    if at is None:
        return _rows_before(reader, _FOR_EVER, fund)
    month = Month.of(at)
    if at == month.last:
        # A whole month needs no days: its sum is the newest before its closing period.
        return _rows_before(reader, month.iso + AFTER, fund)
    rows = _rows_before(reader, month.iso, fund)
    rows += reader.rows(_DAYS, (month.first.isoformat(), at.isoformat(), fund))
    return rows


def _rows_before(reader: Reader, month: str, fund: str | None) -> list[tuple[str, int, int]]:
    rows = reader.rows(_BEFORE, (month, fund))
    for account, of_fund, debit, credit in days_before(reader.connection, month):
        if fund in (None, of_fund):
            rows.append((account, debit, credit))
    if reader.as_of is not None:
        rows += _not_yet_closed(reader, reader.as_of, month, fund)
    return rows


def _not_yet_closed(
    reader: Reader, act: int, month: str, fund: str | None
) -> list[tuple[str, int, int]]:
    """What takes out of stored sums the years that were closed, or opened again, after an act.

    A month closed before its last year keeps its report: the sums brought forward stay as printed.
    """
    return [
        (account, -debit, -credit)
        for account, of_fund, debit, credit in reader.rows(_CLOSED_LATER, (act, month))
        if fund in (None, of_fund)
    ]
