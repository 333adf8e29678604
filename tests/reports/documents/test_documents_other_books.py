"""Papers of other books: without cash or banks, over the end of a year, without a zone."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, baht
from ledger.domain.papers import VoucherKind
from ledger.domain.refusals import NoRole
from ledger.queries.day_sheet import day_sheet
from ledger.queries.monthly_report import monthly_report
from ledger.usecases.banking import OpenBank
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.founding import FoundBook
from ledger.usecases.importing import ImportJournal, JournalRow
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import SetPromise
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome
from reports.document import PageBreak
from reports.documents import PAPERS, made
from reports.words.voice import Voice
from tests.queries.small_book import Counting, HandClock, SmallBook
from tests.reports.documents.test_documents_golden import PRINTED
from tests.reports.documents.test_documents_papers import said

DAY = date(2026, 4, 5)
EN = Voice("en")


@pytest.fixture
def journal_book(tmp_path):
    clock = HandClock(date(2026, 5, 1))
    founding = FoundBook(book="1", kind=BookKind.JOURNAL, name_th="สมุด", year_ends_in=3)
    book = Book.found(tmp_path / "j.satcha", founding, clock=clock, chance=Counting())
    small = SmallBook(book, clock)
    rows = (
        ("1", date(2026, 3, 31), "assets:cash", 700),
        ("1", date(2026, 3, 31), "income:old", -700),
        ("2", date(2026, 4, 2), "expenses:food", 40),
        ("2", date(2026, 4, 2), "assets:cash", -40),
    )
    small.run(
        ImportJournal(
            rows=tuple(
                JournalRow(entry=entry, on=on, account=account, amount=baht(amount))
                for entry, on, account, amount in rows
            )
        )
    )
    yield small
    book.close()


def test_a_book_without_cash_banks_or_members_has_its_report_too(journal_book):
    report = journal_book.book.ask(monthly_report, month=Month(2026, 4))

    text = said(journal_book.book, "monthly-report", EN, month=Month(2026, 4))

    assert report.cash is None
    assert report.balances.debit == report.balances.credit == baht(40)
    assert "Cash counts" not in text
    assert "Bank reconciliation" not in text
    assert "No cash account and no bank account." in text
    assert "assets:cash" in text


def test_what_earlier_years_left_stands_apart_in_the_position(journal_book):
    text = said(journal_book.book, "financial-position", EN, at=date(2026, 4, 30))

    assert "Result of earlier years, not yet allocated       700.00" in text
    assert "Net profit (loss) of this year                  (40.00)" in text


def test_a_book_without_cash_has_day_sheets_and_no_cash_book(journal_book):
    assert journal_book.book.ask(day_sheet).cash is None
    assert "Cash in the evening" not in said(journal_book.book, "day-sheet", EN)
    with pytest.raises(NoRole):
        said(journal_book.book, "cash-book", EN, since=DAY, until=DAY)


def test_without_a_telephone_no_auditor_is_named(tmp_path):
    clock = HandClock(DAY)
    founding = FoundBook(book="1", kind=BookKind.HOUSING, name_th="สหกรณ์")
    book = Book.found(tmp_path / "n.satcha", founding, clock=clock, chance=Counting())
    small = SmallBook(book, clock)
    small.admit("ไม่มี", "โซน", "")
    small.run(
        SetPromise(card=small.cards["0001 PROMISE"], amount=baht(9), from_month=Month.of(DAY))
    )
    receipt = small.pays("0001", ("PROMISE", baht(5))).receipts[0]

    text = said(book, "receipt", EN, receipt=receipt)

    assert "auditor" not in text
    assert "Zone" not in text
    assert "Total of zone" not in said(book, "arrears", EN)
    assert "Cash-holding limit" not in said(book, "monthly-report", EN, month=Month.of(DAY))
    assert said(book, "collection-sheet", EN, on=DAY).count("Collected by") == 1
    book.close()


def test_a_receipt_names_the_one_it_was_written_for(small):
    text = said(small.book, "receipt", EN, receipt=small.receipts["right receipt"])

    assert f"In place of receipt  {small.receipts['wrong receipt']}" in text


def test_a_voucher_names_its_document_and_its_member(mine):
    income = ReceiveIncome(
        account="45010",
        amount=baht(5),
        on=DAY,
        payee="ธนาคาร",
        purpose="ดอกเบี้ย",
        document="สมุดบัญชี 12",
    )
    mine.on(DAY).run(income, "income")
    mine.run(MoveMoney(amount=baht(1), on=DAY, target="GSB"), "moved")

    assert "Supporting document  สมุดบัญชี 12" in said(
        mine.book, "voucher", EN, voucher=mine.vouchers["income"]
    )
    assert "0001" in said(mine.book, "voucher", EN, voucher=mine.vouchers["second withdrawal"])
    moved = said(mine.book, "voucher", EN, voucher=mine.vouchers["moved"])
    assert "Cash carried to the bank" in moved
    assert "Paid to" not in moved


def test_an_entry_that_takes_nothing_back_has_a_plain_journal_voucher(small):
    text = said(small.book, "journal-voucher", EN, entry=small.entries["count"])

    assert "Cash shortage" in text
    assert "Takes back entry" not in text


def test_every_count_has_its_own_page_and_says_what_was_counted(small):
    document = made(PAPERS["cash-count"], small.book.ask, {}, EN, PRINTED)

    text = said(small.book, "cash-count", EN)
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 1
    assert "Money of collection sheet 1" in text
    assert "Cash in hand" in text


def test_a_count_without_difference_has_no_entry_and_needs_no_reason(mine):
    mine.on(DAY)
    pieces = ((baht(500), 1), (baht(100), 4), (baht(20), 2), (baht(2), 2), (baht(0, 50), 1))
    counted = tuple(Pieces(denomination=value, pieces=count) for value, count in pieces)
    mine.run(CountCash(on=DAY, pieces=counted))

    text = said(mine.book, "cash-count", EN, count=3)

    assert "Booked by entry" not in text
    assert "Reason" not in text


def test_a_bank_that_was_never_agreed_says_so_and_shows_what_it_does_not_know(mine):
    mine.on(DAY).run(OpenBank(code="KTB", bank="กรุงไทย", account_number="9", on=DAY))
    mine.run(MoveMoney(amount=baht(60), on=DAY, target="KTB", purpose="ฝาก"))

    paper = said(mine.book, "bank-reconciliation", EN, bank="KTB")
    report = said(mine.book, "monthly-report", EN, month=Month.of(DAY))

    assert "Not yet at the bank\n" in paper
    assert "Last agreed at" not in paper
    assert "No line of a statement." in paper
    assert "not agreed yet" in report


def test_a_card_from_the_beginning_has_nothing_brought_forward(small):
    card = said(small.book, "account-card", EN, account="11010")
    statement = said(small.book, "member-statement", EN, member="0001")

    assert "Balance brought forward" not in card + statement


def test_a_day_without_vouchers_or_other_entries_leaves_them_out(small):
    text = said(small.book, "day-sheet", EN, on=date(2026, 1, 10))

    assert "Vouchers" not in text
    assert "Other entries" not in text


def test_a_list_of_receipts_shows_voids_replacements_and_a_payer(small):
    text = said(small.book, "receipt-list", EN)

    assert "เขียนจำนวนเงินผิด" in text
    assert f"in place of {small.receipts['wrong receipt']}" in text
    assert "3/41" in text
    assert "none" in text
    assert "No receipt." in said(
        small.book, "receipt-list", EN, since=date(2026, 5, 1), until=date(2026, 5, 31)
    )


def test_a_voucher_of_each_kind_has_its_own_title(small):
    for label, kind in (
        ("PV2569/000001", VoucherKind.PAYMENT),
        ("RV2569/000001", VoucherKind.RECEIPT),
        ("TV2569/000001", VoucherKind.TRANSFER),
        ("JV2569/000001", VoucherKind.JOURNAL),
    ):
        document = made(PAPERS["voucher"], small.book.ask, {"voucher": label}, EN, PRINTED)
        assert document.title == f"{kind.value.capitalize()} voucher"


def test_an_expense_taken_back_in_its_month_leaves_income_and_expense_at_nothing(mine):
    mine.on(DAY)
    expense = PayExpense(account="53040", amount=baht(9), on=DAY, payee="รถ", purpose="ค่ารถ")
    mine.run(expense, "fare")
    mine.run(ReverseEntry(entry=mine.entries["fare"], on=DAY, reason="ไม่ได้ไป"))

    report = mine.book.ask(monthly_report, month=Month.of(DAY))

    assert report.result.net[0] == ZERO
    assert not [line for line in report.result.expense.lines if line.account == "53040"]
