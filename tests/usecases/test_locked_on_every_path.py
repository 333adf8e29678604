"""A locked month takes nothing, by whichever way it is tried: screen, console, file, copy, tool."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st

from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.book.locked import LOCKED
from ledger.domain.days import Month
from ledger.domain.money import Money, baht
from ledger.domain.refusals import MonthLocked, PeriodLocked, Refusal
from ledger.domain.refusals.closing import YearClosed
from ledger.queries.closings import closings
from ledger.queries.integrity import audit
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.importing import ImportJournal, JournalRow
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.visiting import BuyShares, Deposit, Item, ItemKind
from ledger.usecases.vouching import JournalLine, PayExpense, PostJournal, ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from tests.console.calling import call
from tests.support.books import TODAY, found_village
from tests.support.refused import refused

FEBRUARY = Month(2026, 2)
IN_IT = date(2026, 2, 10)


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """The months up to February are locked by a second person; the year ended with January."""
    village = found_village(tmp_path_factory.mktemp("locked"), year_ends_in=1)
    with village.book:
        village.saver(baht(500), on=date(2026, 1, 5))
        village.run(income(date(2026, 1, 6)))
        village.run(CloseYear(year=2026))
        village.deposit(3, baht(70), on=IN_IT)
        village.run(CloseMonth(month=FEBRUARY))
        village.book.user = "ประธาน"
        village.run(LockMonth(month=FEBRUARY))
        yield village


def income(on, amount=None):
    paid = baht(40) if amount is None else amount
    return ReceiveIncome(account="46020", amount=paid, on=on, payee="วัด", purpose="บริจาค")


def journal(on):
    lines = (
        JournalLine(account="11010", debit=baht(9)),
        JournalLine(account="46020", credit=baht(9)),
    )
    return PostJournal(on=on, lines=lines, purpose="ปรับปรุง")


def rows(on):
    return ImportJournal(
        rows=(
            JournalRow(entry="1", on=TODAY, account="11010", amount=baht(5)),
            JournalRow(entry="1", on=TODAY, account="46020", amount=-baht(5)),
            JournalRow(entry="2", on=on, account="11010", amount=baht(5)),
            JournalRow(entry="2", on=on, account="46020", amount=-baht(5)),
        )
    )


def sheet(on):
    item = Item(item=ItemKind.DEPOSIT, amount=baht(50), card=3)
    return PostSheet(on=on, lines=(SheetLine(member="0001", items=(item,)),), counted=())


COMMANDS = {
    "income": income,
    "expense": lambda on: PayExpense(
        account="53020", amount=baht(1), on=on, payee="ร้าน", purpose="กระดาษ"
    ),
    "journal": journal,
    "deposit": lambda on: Deposit(card=3, amount=baht(5), on=on),
    "shares": lambda on: BuyShares(card=2, amount=baht(10), on=on),
    "interest": lambda on: PostSavingsInterest(product="SAVINGS", through=on),
    "count": lambda on: CountCash(
        on=on, pieces=(Pieces(denomination=baht(1), pieces=1),), reason="ขาด"
    ),
    "import": rows,
    "sheet": sheet,
    "reversal": lambda on: ReverseEntry(entry=1, on=on, reason="ผิด"),
    "correction": lambda on: CorrectEntry(entry=1, on=TODAY, reason="ผิด", instead=income(on)),
}


@pytest.mark.parametrize("day", [IN_IT, date(2026, 2, 28), date(2026, 1, 31)])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_writes_into_a_locked_month(locked, name, day):
    before = locked.one("SELECT COUNT(*) FROM entries")
    with pytest.raises(Refusal) as caught:
        locked.run(COMMANDS[name](day))

    # A day before anything was saved has no interest to post, which is said first.
    assert type(caught.value) is PeriodLocked or name in {"interest", "count"}
    assert locked.one("SELECT COUNT(*) FROM entries") == before


@given(day=st.dates(date(2025, 12, 1), date(2026, 3, 20)), satang=st.integers(1, 10**6))
def test_whatever_the_day_nothing_lands_before_the_lock_and_the_audit_agrees(locked, day, satang):
    try:
        locked.run(income(day, Money(satang)))
    except PeriodLocked:
        assert Month.of(day) <= FEBRUARY
    else:
        assert Month.of(day) > FEBRUARY
    assert not locked.rows(
        "SELECT 1 FROM entries WHERE day <= '2026-02-28' AND act >"
        " (SELECT MAX(act) FROM closings WHERE what = 'lock')"
    )


def test_a_locked_month_is_not_opened_by_month_or_by_year(locked):
    with refused(locked.book, MonthLocked, month="2026-02"):
        locked.run(ReopenMonth(month=FEBRUARY, reason="ลืม"))
    with refused(locked.book, MonthLocked, month="2026-01"):
        locked.run(ReopenMonth(month=Month(2026, 1), reason="ลืม"))
    with refused(locked.book, YearClosed):
        locked.run(CloseYear(year=2026))


def test_a_copy_that_is_restored_is_locked_as_the_book_was(locked, tmp_path):
    back_up(locked.book, tmp_path / "stick")
    again = restore(tmp_path / "stick", tmp_path / "again.satcha", reason="เครื่องเสีย")

    def refusal(command, **fields):
        return call("run", Path(again.path), command, "--json", json.dumps(fields)).refusal

    paid = {"account": "46020", "amount": "40.00", "payee": "วัด", "purpose": "บริจาค"}
    assert refusal("receive-income", on="2026-02-10", **paid) == "PeriodLocked"
    assert refusal("reopen-month", month="2026-02", reason="ลืม") == "MonthLocked"
    journal_file = tmp_path / "import.csv"
    journal_file.write_text(
        "entry,date,account,amount,memo\n1,2026-02-10,11010,5,\n1,2026-02-10,46020,-5,\n"
    )
    assert call("import-journal", Path(again.path), journal_file).refusal == "PeriodLocked"


@pytest.mark.parametrize("known_by", ["a later copy", "the list with the copies", "the book"])
def test_a_copy_from_before_the_lock_is_locked_again(tmp_path, known_by):
    """Restoring is a path, too: whoever looks for a way around a lock may keep an old copy."""
    village = found_village(tmp_path)
    stick, place = tmp_path / "stick", tmp_path / "new place"
    with village.book:
        village.saver(baht(100))
        old = back_up(village.book, stick).copy.file
        village.run(CloseMonth(month=Month(2026, 1)))
        village.run(LockMonth(month=Month(2026, 1)))
        if known_by != "the book":
            back_up(village.book, stick)
    if known_by == "a later copy":
        (stick / LOCKED).unlink()
    elif known_by == "the list with the copies":
        for later in set(stick.glob("*.satcha")) - {stick / old}:
            later.unlink()
    else:
        place = tmp_path  # the folder of the book itself, which is lost
        village.book.path.unlink()
    place.mkdir(exist_ok=True)

    again = restore(stick, place / "again.satcha", reason="ลองดู", name=old)

    assert again.locked_through == "2026-01"
    with Book.open(Path(again.path)) as book:
        found = book.ask(closings)
        assert (found.locked_through, found.history[-1].what) == (Month(2026, 1), "restore")
        assert book.ask(audit).findings == ()
    paid = {"account": "46020", "amount": "40.00", "payee": "วัด", "purpose": "บริจาค"}
    made = call(
        "run",
        Path(again.path),
        "receive-income",
        "--json",
        json.dumps({"on": "2026-01-10", **paid}),
    )
    assert made.refusal == "PeriodLocked"
    said = call("restore", stick, "--to", place / "told.satcha", "--file", old).err
    assert "locked up to January 2569" in said


def test_a_tool_that_writes_past_the_program_is_stopped_by_the_file(locked):
    connection = locked.book._connection
    connection.execute("BEGIN")
    try:
        number = locked.one("SELECT MAX(number) + 1 FROM entries")
        act = locked.one("SELECT MAX(number) + 1 FROM acts")
        for line, account, debit, credit in ((1, "11010", 5, 0), (2, "46020", 0, 5)):
            connection.execute(
                "INSERT INTO lines VALUES (?, ?, '2026-02-10', ?, 'general', NULL, ?, ?, 'x', ?)",
                (number, line, account, debit, credit, act),
            )
        with pytest.raises(sqlcipher.Error, match="period closed"):
            connection.execute(
                "INSERT INTO entries VALUES (?, '2026-02-10', 'x', '', NULL, NULL, ?)",
                (number, act),
            )
    finally:
        connection.execute("ROLLBACK")
    assert locked.book.ask(audit).findings == ()
