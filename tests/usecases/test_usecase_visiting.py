"""A visit: many items, one entry, one receipt with its number, and voiding."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AccountClosed,
    AlreadyReversed,
    AmountNotPositive,
    CardMissing,
    CardWrong,
    EmptyVisit,
    FutureDay,
    HeadPostedTo,
    ItemIncomplete,
    MemberLeft,
    NotYetMember,
    PaperNumberUsed,
    ReasonMissing,
    ReceiptIsVoid,
    UnknownAccount,
    UnknownBank,
    UnknownCard,
    UnknownChargeType,
    UnknownMember,
    UnknownReceipt,
)
from ledger.domain.refusals.saving import SpentSince
from ledger.usecases.founding import ChangeAccount
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from tests.support.books import START, TODAY
from tests.support.refused import refused

DAY = timedelta(days=1)


def visit(village, *items, **named):
    named = {"member": "0001", "on": TODAY, **named}
    return village.run(ReceiveVisit(items=items, **named))


def income(amount, account="46020"):
    return Item(item=ItemKind.INCOME, amount=amount, account=account)


def fee(amount):
    return Item(item=ItemKind.FEE, amount=amount, type="ENTRY")


def deposit_on(card, amount):
    return Item(item=ItemKind.DEPOSIT, amount=amount, card=card)


def test_one_visit_is_one_entry_with_one_sum_of_cash_and_one_receipt(village):
    _, cards = village.member()

    made = visit(
        village,
        fee(baht(50)),
        deposit_on(cards["PROMISE"], baht(100)),
        Item(item=ItemKind.SHARES, amount=baht(30), card=cards["SHARES"]),
        income(baht(20, 25)),
    )

    (posted,) = made.entries
    assert made.receipts == ("R2569/000001",)
    assert [(line.account, line.debit, line.credit) for line in posted.entry.lines] == [
        ("11010", baht(200, 25), ZERO),
        ("43010", ZERO, baht(50)),
        ("21050", ZERO, baht(100)),
        ("31010", ZERO, baht(30)),
        ("46020", ZERO, baht(20, 25)),
    ]
    assert village.one("SELECT total FROM receipts") == 20_025
    assert village.rows("SELECT line, item, amount, balance_after FROM receipt_lines") == [
        (1, "fee", 5_000, None),
        (2, "deposit", 10_000, 10_000),
        (3, "shares", 3_000, 3_000),
        (4, "income", 2_025, None),
    ]


def test_receipts_are_numbered_by_the_buddhist_year_without_gaps(village):
    village.member(on=date(2025, 1, 1))

    labels = [
        visit(village, income(baht(1)), on=day).receipts[0]
        for day in (date(2025, 12, 30), date(2026, 1, 2), date(2025, 12, 31), date(2026, 1, 1))
    ]

    assert labels == ["R2568/000001", "R2569/000001", "R2568/000002", "R2569/000002"]


def test_a_visit_pays_something_above_zero(village):
    village.member()

    with refused(village.book, EmptyVisit, member="0001"):
        visit(village)
    for amount in (ZERO, -baht(1)):
        with refused(village.book, AmountNotPositive, amount=amount):
            visit(village, income(baht(5)), income(amount))


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (Item(item=ItemKind.DEPOSIT, amount=baht(1)), "card"),
        (Item(item=ItemKind.SHARES, amount=baht(1)), "card"),
        (Item(item=ItemKind.CHARGE, amount=baht(1)), "charge"),
        (Item(item=ItemKind.FEE, amount=baht(1)), "type"),
        (Item(item=ItemKind.INCOME, amount=baht(1)), "account"),
    ],
)
def test_an_item_says_what_it_pays(village, item, field):
    village.member()

    with refused(village.book, ItemIncomplete, field=field, item=item.item.value):
        visit(village, income(baht(5)), item)


def test_items_name_things_that_exist(village):
    village.member()

    with refused(village.book, UnknownCard, card=99):
        visit(village, deposit_on(99, baht(1)))
    with refused(village.book, UnknownChargeType, type="NONE"):
        visit(village, Item(item=ItemKind.FEE, amount=baht(1), type="NONE"))
    with refused(village.book, UnknownAccount, account="99999"):
        visit(village, income(baht(1), "99999"))
    with refused(village.book, UnknownBank, bank="KTB"):
        visit(village, income(baht(1)), bank="KTB")
    with refused(village.book, UnknownMember, member="0099"):
        visit(village, income(baht(1)), member="0099")


def test_income_goes_to_accounts_that_take_entries_without_a_card(village):
    village.member()
    village.run(ChangeAccount(code="46010", closed=True))

    with refused(village.book, HeadPostedTo, account="46000"):
        visit(village, income(baht(1), "46000"))
    with refused(village.book, AccountClosed, account="46010"):
        visit(village, income(baht(1), "46010"))
    with refused(village.book, CardMissing, account="21010"):
        visit(village, income(baht(1), "21010"))


def test_a_bank_card_is_nothing_a_member_pays_into(village):
    village.member()
    village.bank()

    with refused(village.book, CardWrong, card=3):
        visit(village, deposit_on(3, baht(1)))


def test_who_left_or_has_not_joined_pays_nothing_in(village):
    _, cards = village.member(on=START + DAY)

    with refused(village.book, NotYetMember, member="0001", day=START):
        visit(village, income(baht(1)), on=START)
    with refused(village.book, NotYetMember, member="0001"):
        visit(village, deposit_on(cards["PROMISE"], baht(1)), member=None, on=START)
    village.run(EndMembership(member="0001", on=TODAY - DAY, why=Leaving.EXPELLED))
    with refused(village.book, MemberLeft, why="expelled"):
        visit(village, income(baht(1)))
    with refused(village.book, MemberLeft, why="expelled"):
        visit(village, deposit_on(cards["PROMISE"], baht(1)), member=None)


def test_one_payer_pays_for_a_household(village):
    _, mother = village.member()
    _, son = village.member()

    visit(
        village,
        deposit_on(mother["PROMISE"], baht(100)),
        deposit_on(son["PROMISE"], baht(50)),
        payer="ตัวแทนครัวเรือน A1",
    )

    assert (village.held(mother["PROMISE"]), village.held(son["PROMISE"])) == (baht(100), baht(50))


def test_nothing_is_paid_in_tomorrow(village):
    village.member()

    with refused(village.book, FutureDay, day=TODAY + DAY, today=TODAY):
        visit(village, income(baht(1)), on=TODAY + DAY)


def test_a_sheet_of_the_paper_receipt_book_is_used_once(village):
    village.member()
    visit(village, income(baht(1)), paper_book="12", paper_number="0034")

    with refused(
        village.book, PaperNumberUsed, paper_book="12", paper_number="0034", receipt="R2569/000001"
    ):
        visit(village, income(baht(1)), paper_book="12", paper_number="0034")
    visit(village, income(baht(1)), paper_book="13", paper_number="0034")


def test_a_voided_receipt_keeps_its_number_and_the_next_one_follows(village):
    _, cards = village.member()
    visit(village, deposit_on(cards["PROMISE"], baht(100)))

    village.run(VoidReceipt(receipt="R2569/000001", on=TODAY, reason="จำนวนเงินผิด"))

    assert village.held(cards["PROMISE"]) == ZERO
    assert village.balance("11010") == ZERO
    assert village.rows("SELECT year, number, reason, entry FROM receipt_voids") == [
        (2569, 1, "จำนวนเงินผิด", 2)
    ]
    assert visit(village, income(baht(5)), replaces="R2569/000001").receipts == ("R2569/000002",)


def test_a_receipt_is_voided_once_and_with_a_reason(village):
    village.member()
    visit(village, income(baht(100)))

    with refused(village.book, ReasonMissing, field="reason"):
        village.run(VoidReceipt(receipt="R2569/000001", on=TODAY, reason=""))
    village.run(VoidReceipt(receipt="R2569/000001", on=TODAY, reason="ผิด"))
    with refused(village.book, ReceiptIsVoid, receipt="R2569/000001"):
        village.run(VoidReceipt(receipt="R2569/000001", on=TODAY, reason="ผิด"))
    with refused(village.book, AlreadyReversed, entry=1, by=2):
        village.run(ReverseEntry(entry=1, on=TODAY, reason="ผิด"))


@pytest.mark.parametrize(
    "label", ["R2569/000002", "", "/", "R2569", "2569/000001", "R2569/²", "R๒๕๖๙/๒", "R/1"]
)
def test_an_unknown_receipt_is_not_voided(village, label):
    village.member()
    visit(village, income(baht(100)))

    with refused(village.book, UnknownReceipt, receipt=label):
        village.run(VoidReceipt(receipt=label, on=TODAY, reason="ผิด"))


def test_a_deposit_that_was_withdrawn_is_not_taken_back(village):
    _, card = village.saver()
    village.saver(baht(1_000))
    village.deposit(card, baht(100))
    village.withdraw(card, baht(60))

    with refused(village.book, SpentSince, card=card, held=baht(40), asked=baht(100)):
        village.run(VoidReceipt(receipt="R2569/000002", on=TODAY, reason="ผิด"))


def test_reversing_the_entry_of_a_receipt_voids_it(village):
    village.member()
    visit(village, income(baht(100)))

    village.run(ReverseEntry(entry=1, on=TODAY, reason="ลงผิดวัน"))

    assert village.one("SELECT COUNT(*) FROM receipt_voids") == 1


def test_a_receipt_replaces_one_that_exists(village):
    village.member()

    with refused(village.book, UnknownReceipt, receipt="R2569/000009"):
        visit(village, income(baht(100)), replaces="R2569/000009")


def test_a_receipt_may_be_named_as_a_thai_reader_writes_it(village):
    village.member()
    visit(village, income(baht(100)))

    village.run(VoidReceipt(receipt="R๒๕๖๙/๐๐๐๐๐๑", on=TODAY, reason="ผิด"))

    assert village.rows("SELECT year, number FROM receipt_voids") == [(2569, 1)]
