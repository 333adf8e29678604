"""Receipts and vouchers: voids, reprints, gaps, and each paper as it was when it was booked."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import ZERO, baht, total
from ledger.domain.papers import VoucherKind
from ledger.domain.refusals import UnknownEntry, UnknownReceipt
from ledger.domain.refusals.receiving import UnknownVoucher
from ledger.queries.papers import receipts, vouchers
from ledger.queries.printed import entry_paper, receipt, voucher
from ledger.usecases.printing import RecordPrint
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from tests.queries.brute import tampered
from tests.queries.small_book import april


def test_void_receipts_keep_their_number_and_count_for_nothing(small):
    answer = small.book.ask(receipts)

    assert [row.receipt for row in answer.rows] == [f"R2569/{at:06d}" for at in range(1, 10)]
    void = [row for row in answer.rows if row.void is not None]
    assert [row.receipt for row in void] == [small.receipts["wrong receipt"]]
    assert void[0].void.reason == "เขียนจำนวนเงินผิด"
    assert void[0].void.on == date(2026, 3, 10)
    assert answer.void_total == baht(200)
    assert answer.total == total(row.total for row in answer.rows) - baht(200)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"since": date(2026, 3, 1)}, 4),
        ({"until": date(2026, 1, 31)}, 3),
        ({"member": "0001"}, 3),
        ({"void_only": True}, 1),
    ],
    ids=str,
)
def test_a_filter_keeps_what_it_says(small, filters, count):
    assert len(small.book.ask(receipts, **filters).rows) == count


def test_no_number_is_missing(small):
    for question in (receipts, vouchers):
        for series in small.book.ask(question).series:
            assert (series.first, series.count, series.missing) == (1, series.last, ())


def test_a_receipt_taken_out_of_the_file_is_missed(mine):
    tampered(
        mine,
        "DROP TRIGGER receipts_never_deleted",
        "DELETE FROM receipts WHERE number IN (1, 4)",
    )

    (series,) = mine.book.ask(receipts).series

    assert series.missing == (1, 4)


def test_the_reprints_are_counted(mine):
    label = mine.receipts["first visit"]
    mine.run(RecordPrint(paper=label))
    mine.run(RecordPrint(paper=label))

    assert mine.book.ask(receipts).rows[0].prints == 2
    assert mine.book.ask(receipt, receipt=label).copy == 3
    assert mine.book.ask(receipt, receipt=label, copy=2).copy == 2


def test_vouchers_of_one_kind_are_listed_alone(small):
    answer = small.book.ask(vouchers, kind=VoucherKind.PAYMENT)

    assert [row.voucher for row in answer.rows] == [f"PV2569/{at:06d}" for at in (1, 2, 3)]
    assert answer.total == baht(120, 50) + baht(250) + baht(200)
    assert answer.rows[1].reversed_by == small.entries["withdrawal reversed"]


def test_a_receipt_says_what_was_paid_and_what_is_left(small):
    answer = small.book.ask(receipt, receipt=small.receipts["first visit"])

    told = [(one.item, one.name_en, one.amount, one.balance_after) for one in answer.items]
    assert told == [
        ("deposit", "Promise savings", baht(100), baht(100)),
        ("shares", "Shares", baht(50), baht(50)),
        ("deposit", "Savings deposit", baht(1_000), baht(1_000)),
        ("fee", "Entrance fee", baht(20), None),
    ]
    assert answer.row.total == total(one.amount for one in answer.items)
    assert answer.zone == "โซนริมคลอง"
    assert answer.copy == 1


def test_a_receipt_names_the_charge_that_was_paid(small):
    answer = small.book.ask(receipt, receipt=small.receipts["third visit"])

    assert [one.name_en for one in answer.items] == ["Promise savings", "Shares", "Dues"]


def test_a_receipt_for_other_income_names_its_account(mine):
    items = (Item(item=ItemKind.INCOME, account="46020", amount=baht(5)),)
    mine.on(date(2026, 4, 5))
    outcome = mine.run(ReceiveVisit(payer="ผู้ใจบุญ", on=date(2026, 4, 5), items=items))

    answer = mine.book.ask(receipt, receipt=outcome.receipts[0])

    assert (answer.items[0].name_en, answer.row.payer, answer.row.member) == (
        "Donations",
        "ผู้ใจบุญ",
        None,
    )


def test_a_receipt_prints_the_names_and_the_fingerprint_of_its_own_day(mine):
    label = mine.receipts["first visit"]
    before = mine.book.ask(receipt, receipt=label)
    april(mine)

    after = mine.book.ask(receipt, receipt=label)

    assert after == before
    assert after.head.act.number < mine.book.ask(receipt, receipt="R2569/000009").head.act.number


def test_a_later_void_shows_on_the_receipt_printed_again(mine):
    april(mine)

    answer = mine.book.ask(receipt, receipt=mine.receipts["third visit"])

    assert answer.row.void.reason == "ลงผิดคน"


def test_a_voucher_shows_the_lines_of_its_entry(small):
    answer = small.book.ask(voucher, voucher=small.vouchers["stationery"])

    assert [(line.account, line.debit, line.credit) for line in answer.entry.lines] == [
        ("53020", baht(120, 50), ZERO),
        ("11010", ZERO, baht(120, 50)),
    ]
    assert (answer.row.payee, answer.row.approved_by) == ("ร้านเครื่องเขียนสุรินทร์", "นายบุญมี มีสุข")
    assert answer.copy == 1


def test_an_entry_without_voucher_has_its_paper_too(small):
    answer = small.book.ask(entry_paper, entry=small.entries["withdrawal reversed"])

    assert answer.entry.reverses == small.entries["withdrawal"]
    assert answer.head.act.number == answer.entry.act


@pytest.mark.parametrize(
    "label", ["R2569/000099", "R2569", "X2569/000001", "R2569/๑", "", "R/1", "/"]
)
def test_a_number_that_is_not_there_is_refused(small, label):
    with pytest.raises(UnknownReceipt):
        small.book.ask(receipt, receipt=label)
    with pytest.raises(UnknownVoucher):
        small.book.ask(voucher, voucher=label)


def test_an_entry_that_is_not_there_has_no_paper(small):
    with pytest.raises(UnknownEntry):
        small.book.ask(entry_paper, entry=99)
