"""P4: ten years of a cooperative by chance, month for month closed; nothing of it may change."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from ledger.book import Book
from ledger.domain.days import Month, day_after
from ledger.domain.dividend import WeightRule
from ledger.domain.money import ZERO, Rounding
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.entering import CashTooLow
from ledger.practice.beginning import founding, set_up
from ledger.practice.diary import BANK, Diary
from ledger.practice.making import newcomers
from ledger.practice.months import Calendar, close, first_saturday, happenings, live
from ledger.practice.people import households
from ledger.practice.pretending import PlannedClock, SeededChance
from ledger.practice.statements import agree
from ledger.queries.instalments import loans_due
from ledger.queries.integrity import audit
from ledger.queries.monthly_report import monthly_report
from ledger.queries.surplus_sheet import surplus_sheet
from ledger.usecases.due_paying import PayDues
from ledger.usecases.loan_paying import PayLoans
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.year_closing import CloseYear
from tests.attack.results import Result
from tests.properties.bugs import BUGS

MEMBERS, MONTHS = 300, 120
FIRST = Month(2016, 1)
DIVIDEND = DividendTerms(  # in whole baht, as it is paid over the counter
    rate=Fraction(3, 100), weights=WeightRule.MONTH_AFTER, rounding=Rounding.BAHT_DOWN
)
YEAR_ENDS = 12
VERIFIER = Path(__file__).resolve().parents[2] / "installer" / "verify_book.py"


def years(folder: Path, *, seed: int, tries: int) -> Result:
    """Books of ten years: clean audits, a stranger's verifier, and each month's report the same."""
    result = Result(
        "P4 years", "ten years of 300 members, each month's report stays as it was", seed
    )
    folder.mkdir(parents=True)
    for number in range(tries):
        result.tried += 1
        lived(folder / f"{number}.satcha", result, seed=seed + number)
    for bug, sown in PLANTS.items():
        planted = Result("", "", seed)
        with pytest.MonkeyPatch.context() as plant:
            sown(plant)
            lived(folder / f"{bug}.satcha", planted, seed=seed, members=12, months=14)
        result.planted[bug] = bool(planted.wrong)
    return result


def _with_what_came_later(plant: pytest.MonkeyPatch) -> None:
    plant.setattr("ledger.queries.monthly_report.as_closed", lambda reader, _month: reader)


PLANTS = {
    "a running balance is lost": BUGS["a running balance is lost"],
    "a report with what came later": _with_what_came_later,
}


def lived(
    path: Path, result: Result, *, seed: int, members: int = MEMBERS, months: int = MONTHS
) -> None:
    """One book from its founding on; after each year it is audited and its surplus shared."""
    try:
        _lived(path, result, seed, members, months)
    except Refusal as refusal:
        result.note(f"{seed}: refused: {type(refusal).__name__} {refusal}")


def _lived(path: Path, result: Result, seed: int, members: int, months: int) -> None:
    chance, ids, clock = Random(seed), SeededChance(seed), PlannedClock(FIRST.first)
    command = founding(ids.letters(32), FIRST)
    with Book.found(path, command, user="เหรัญญิก", clock=clock, chance=ids) as book:
        book.audits_closings = False  # a hundred audits more would find what those here find
        diary = Diary(book, clock, ids, chance, households(chance, members))
        set_up(diary, FIRST.first)
        calendar = Calendar(FIRST, newcomers(members, months), happenings(months))
        printed = {}
        for at in range(months):
            month = FIRST.plus(at)
            _last_instalments(diary, first_saturday(month) - timedelta(days=1))
            live(diary, calendar, at)
            if month.number == YEAR_ENDS:
                _year_closed(diary, calendar, at)
                _audited(book, f"{seed}: {month}", result)
            else:
                close(diary, calendar, at)
            printed[month] = book.ask(monthly_report, month=month)
        for month, report in printed.items():
            if book.ask(monthly_report, month=month) != report:
                result.note(f"{seed}: the report of {month} is not what it was when it was closed")
        _audited(book, f"{seed}: at the end", result)
    verified = subprocess.run(
        [sys.executable, "-I", str(VERIFIER), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    if verified.returncode:
        result.note(f"{seed}: the verifier says {(verified.stdout + verified.stderr)[-200:]}")


def _last_instalments(diary: Diary, on: date) -> None:
    """To the satang through the bank: at the counter people bring whole baht."""
    for member, loans in diary.book.ask(loans_due, on=on).items():
        for due in loans:
            if due.expected >= due.balance:
                cards = (due.card,)
                paying = PayLoans(member=member, cards=cards, amount=due.expected, on=on, bank=BANK)
                diary.run(paying, on)


def _audited(book: Book, when: str, result: Result) -> None:
    for finding in book.ask(audit).findings:
        result.note(f"{when}: {finding.fault.value} {finding.table} {finding.row}")


def _year_closed(diary: Diary, calendar: Calendar, at: int) -> None:
    """The last month's bank agreed, the year closed, and what it earned shared and paid."""
    month = calendar.first.plus(at)
    agree(diary, calendar.bank, month, fee=False, late=False)
    diary.run(CloseYear(year=month.year), day_after(month.last))
    [closed] = diary.book.ask(surplus_sheet, year=month.year).years
    if closed.surplus <= ZERO:
        return
    meeting, words = month.plus(1).last, "มติที่ประชุมใหญ่"
    sharing = AllocateSurplus(year=month.year, on=meeting, resolution=words, dividend=DIVIDEND)
    try:
        diary.run(sharing, meeting)
    except Refusal:  # it takes more than the year earned
        diary.run(replace(sharing, dividend=None), meeting)
        return
    with suppress(CashTooLow):  # then it stays owed
        diary.run(PayDues(year=month.year, on=meeting), meeting)
