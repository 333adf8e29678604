"""Vouchers: income, expense, movements of money and journals written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AccountClosed,
    AmountNotPositive,
    BalanceTooLow,
    CardClosed,
    CardMissing,
    CardWrong,
    CashTooLow,
    FutureDay,
    HeadPostedTo,
    NothingToDo,
    ReasonMissing,
    TooFewLines,
    Unbalanced,
    UnknownAccount,
    UnknownBank,
    UnknownCard,
    UnknownFund,
)
from ledger.domain.refusals.commanding import PayeeNotNamed, PayerNotNamed
from ledger.domain.refusals.entering import BankTooLow, MoneyBothWays, OneSideOnly
from ledger.domain.refusals.welfare import FundMoneyTooLow
from ledger.usecases.founding import ChangeAccount, OpenFund
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from ledger.usecases.vouching import (
    JournalLine,
    MoveMoney,
    PayExpense,
    PostJournal,
    ReceiveIncome,
)
from tests.support.books import TODAY
from tests.support.refused import refused

YESTERDAY = TODAY - timedelta(days=1)


def donation(amount, **named):
    named = {"account": "46020", "on": TODAY, "payee": "วัดริมน้ำ", "purpose": "บริจาค", **named}
    return ReceiveIncome(amount=amount, **named)


def expense(amount, **named):
    named = {"account": "53020", "on": TODAY, "payee": "ร้านเครื่องเขียน", "purpose": "กระดาษ", **named}
    return PayExpense(amount=amount, **named)


def journal(*lines, purpose="ปรับปรุง"):
    return PostJournal(on=TODAY, purpose=purpose, lines=tuple(lines))


def test_income_and_expense_have_numbered_vouchers(village):
    received = village.run(donation(baht(500)))
    paid = village.run(expense(baht(120, 75), approved_by="ประธาน", document="INV-12"))

    assert received.vouchers == ("RV2569/000001",)
    assert paid.vouchers == ("PV2569/000001",)
    assert village.balance("11010") == baht(379, 25)
    assert village.balance("53020") == baht(120, 75)
    assert village.rows(
        "SELECT kind, amount, payee, purpose, approved_by, document FROM vouchers"
        " WHERE series = 'PV'"
    ) == [("payment", 12_075, "ร้านเครื่องเขียน", "กระดาษ", "ประธาน", "INV-12")]


def test_a_voucher_says_to_whom_and_what_for(village):
    village.run(donation(baht(500)))

    for command, unnamed in ((donation, PayerNotNamed), (expense, PayeeNotNamed)):
        with refused(village.book, unnamed):
            village.run(command(baht(1), payee=" "))
        with refused(village.book, ReasonMissing, field="purpose"):
            village.run(command(baht(1), purpose=""))
        with refused(village.book, AmountNotPositive):
            village.run(command(ZERO))


def test_an_expense_is_paid_from_what_is_there(village):
    bank = village.bank()
    village.run(donation(baht(100), bank=bank))

    with refused(village.book, CashTooLow, held=ZERO, asked=baht(60)):
        village.run(expense(baht(60)))
    village.run(expense(baht(60), bank=bank))
    assert village.balance("12200") == baht(40)


def test_vouchers_name_accounts_banks_and_funds_that_take_entries(village):
    village.run(donation(baht(100)))
    village.run(ChangeAccount(code="54090", closed=True))

    with refused(village.book, UnknownAccount, account="99999"):
        village.run(expense(baht(1), account="99999"))
    with refused(village.book, HeadPostedTo, account="53000"):
        village.run(expense(baht(1), account="53000"))
    with refused(village.book, AccountClosed, account="54090"):
        village.run(expense(baht(1), account="54090"))
    with refused(village.book, CardMissing, account="21010"):
        village.run(expense(baht(1), account="21010"))
    with refused(village.book, UnknownCard, card=99):
        village.run(expense(baht(1), account="21010", card=99))
    with refused(village.book, UnknownBank, bank="KTB"):
        village.run(expense(baht(1), bank="KTB"))
    with refused(village.book, UnknownFund, fund="shop"):
        village.run(expense(baht(1), fund="shop"))
    with refused(village.book, FutureDay):
        village.run(expense(baht(1), on=TODAY + timedelta(days=1)))


def test_a_card_on_an_account_of_another_kind_is_refused(village):
    _, card = village.saver(baht(100))

    with refused(village.book, CardWrong, account="53020", card=card):
        village.run(expense(baht(1), card=card))
    with refused(village.book, CardWrong, account="31010", card=card):
        village.run(expense(baht(1), account="31010", card=card))


def test_an_expense_does_not_overdraw_a_members_card(village):
    _, card = village.saver(baht(100))
    village.saver(baht(1_000))

    with refused(village.book, BalanceTooLow, card=card, held=baht(100), asked=baht(101)):
        village.run(expense(baht(101), account="21010", card=card))


def test_money_moves_between_cash_and_banks(village):
    village.bank("A")
    village.bank("B")
    village.run(donation(baht(1_000)))

    labels = [
        village.run(MoveMoney(amount=baht(900), on=TODAY, target="A")).vouchers[0],
        village.run(MoveMoney(amount=baht(300), on=TODAY, source="A", target="B")).vouchers[0],
        village.run(MoveMoney(amount=baht(50), on=TODAY, source="B")).vouchers[0],
    ]

    held = village.rows("SELECT card, SUM(debit - credit) FROM lines GROUP BY card ORDER BY card")
    assert dict(held) == {None: -85_000, 1: 60_000, 2: 25_000}
    assert village.balance("11010") == baht(150)
    assert labels == ["TV2569/000001", "TV2569/000002", "TV2569/000003"]


def test_a_movement_goes_somewhere_else(village):
    village.bank("A")
    village.run(donation(baht(1_000)))

    with refused(village.book, NothingToDo):
        village.run(MoveMoney(amount=baht(1), on=TODAY))
    with refused(village.book, NothingToDo):
        village.run(MoveMoney(amount=baht(1), on=TODAY, source="A", target="A"))
    with refused(village.book, UnknownBank, bank="C"):
        village.run(MoveMoney(amount=baht(1), on=TODAY, source="C", target="A"))
    with refused(village.book, CashTooLow, held=baht(1_000), asked=baht(1_001)):
        village.run(MoveMoney(amount=baht(1_001), on=TODAY, target="A"))
    with refused(village.book, AmountNotPositive):
        village.run(MoveMoney(amount=-baht(1), on=TODAY, target="A"))


def test_a_journal_is_booked_line_by_line_as_written(village):
    made = village.run(
        journal(
            JournalLine(account="14010", debit=baht(70)),
            JournalLine(account="53010", debit=baht(30)),
            JournalLine(account="46010", credit=baht(100)),
        )
    )

    assert made.vouchers == ("JV2569/000001",)
    assert village.rows("SELECT line, account, debit, credit, event FROM lines") == [
        (1, "14010", 7_000, 0, "journal"),
        (2, "53010", 3_000, 0, "journal"),
        (3, "46010", 0, 10_000, "journal"),
    ]


def test_a_journal_balances_has_two_lines_and_a_purpose(village):
    debit, credit = (
        JournalLine(account="14010", debit=baht(70)),
        JournalLine(account="46010", credit=baht(70, 1)),
    )

    with refused(village.book, TooFewLines, lines=1):
        village.run(journal(debit))
    with refused(village.book, Unbalanced, fund="general", debit=baht(70), credit=baht(70, 1)):
        village.run(journal(debit, credit))
    with refused(village.book, ReasonMissing, field="purpose"):
        village.run(journal(debit, JournalLine(account="46010", credit=baht(70)), purpose=""))


def test_a_journal_line_has_one_side_above_zero(village):
    good = JournalLine(account="14010", debit=baht(70))

    for line in (
        JournalLine(account="46010"),
        JournalLine(account="46010", debit=baht(70), credit=baht(70)),
    ):
        with refused(village.book, OneSideOnly, account="46010"):
            village.run(journal(good, line))
    for line in (
        JournalLine(account="46010", credit=ZERO),
        JournalLine(account="46010", credit=-baht(70)),
        JournalLine(account="46010", debit=-baht(70)),
    ):
        with refused(village.book, AmountNotPositive):
            village.run(journal(good, line))


def test_each_fund_balances_for_itself(village):
    village.run(OpenFund(code="shop", name_th="ร้านค้า"))

    with refused(village.book, Unbalanced, debit=baht(70), credit=ZERO):
        village.run(
            journal(
                JournalLine(account="14010", debit=baht(70), fund="shop"),
                JournalLine(account="46010", credit=baht(70)),
            )
        )
    village.run(
        journal(
            JournalLine(account="14010", debit=baht(70), fund="shop"),
            JournalLine(account="46010", credit=baht(70), fund="shop"),
        )
    )
    assert village.rows("SELECT DISTINCT fund FROM lines") == [("shop",)]


def test_a_journal_does_not_reach_the_card_of_somebody_who_left(village):
    number, card = village.saver()
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))

    for day in (TODAY, TODAY - timedelta(days=5)):
        with refused(village.book, CardClosed, card=card):
            village.run(
                PostJournal(
                    on=day,
                    purpose="ปรับปรุง",
                    lines=(
                        JournalLine(account="14010", debit=baht(70)),
                        JournalLine(account="21010", credit=baht(70), card=card),
                    ),
                )
            )


@pytest.mark.parametrize("difference", [ZERO, baht(1), baht(299)])
def test_no_entry_with_lines_written_out_takes_money_in_and_out_again(village, difference):
    village.run(donation(baht(1_000)))
    lines = (
        JournalLine(account="53010", debit=baht(300)),
        JournalLine(account="11010", credit=baht(300)),
        JournalLine(account="11010", debit=baht(300) - difference),
        JournalLine(account="46020", credit=baht(300) - difference),
    )

    with refused(
        village.book,
        MoneyBothWays,
        account="11010",
        came=baht(300) - difference,
        went=baht(300),
    ):
        village.run(journal(*lines))


def test_lines_written_out_pay_for_several_things_at_once_and_move_money_between_banks(village):
    banks = [village.bank(code) for code in ("BAAC", "GSB")]
    cards = [card for (card,) in village.rows("SELECT card FROM bank_accounts ORDER BY code")]
    village.run(donation(baht(1_000), bank=banks[0]))
    village.run(donation(baht(1_000)))

    village.run(
        journal(
            JournalLine(account="53010", debit=baht(300)),
            JournalLine(account="11010", credit=baht(300)),
            JournalLine(account="53020", debit=baht(200)),
            JournalLine(account="11010", credit=baht(200)),
        )
    )
    village.run(
        journal(
            JournalLine(account="12200", debit=baht(400), card=cards[1]),
            JournalLine(account="12200", credit=baht(400), card=cards[0]),
        )
    )

    assert village.balance("11010") == baht(500)


def test_a_bank_account_pays_and_gives_back_only_what_it_holds_on_the_day(village):
    """1,000 in, 600 out on the same day: 500 more, earlier or later, isn't there."""
    bank = village.bank()
    came = village.run(donation(baht(1_000), bank=bank)).entries[0].number
    village.run(expense(baht(600), bank=bank))

    for command in (
        expense(baht(500), bank=bank),
        MoveMoney(amount=baht(500), on=TODAY, source=bank),
        PostJournal(
            on=TODAY,
            purpose="ปรับปรุง",
            lines=(
                JournalLine(account="53010", debit=baht(500)),
                JournalLine(account="12200", credit=baht(500), card=1),
            ),
        ),
    ):
        with refused(village.book, BankTooLow, bank=bank, held=baht(400), asked=baht(500)):
            village.run(command)
    with refused(village.book, BankTooLow, day=YESTERDAY, held=ZERO, asked=baht(1)):
        village.run(replace(expense(baht(1), bank=bank), on=YESTERDAY))
    with refused(village.book, BankTooLow, held=baht(400), asked=baht(1_000)):
        village.run(ReverseEntry(entry=came, on=TODAY, reason="ผิด"))
    village.run(donation(baht(200), bank=bank, account="22010"))  # the bank's overdraft
    village.run(expense(baht(600), bank=bank))
    assert (village.balance("12200"), village.balance("22010")) == (ZERO, -baht(200))


def test_a_fund_pays_late_only_what_it_still_held_on_every_day_since(village):
    """100 came, all of it went yesterday, 100 came today: 50 of the day before were never there."""
    village.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    before = YESTERDAY - timedelta(days=1)
    village.run(replace(donation(baht(1_000)), on=before))
    village.run(replace(donation(baht(100), fund="SHOP"), on=before))
    village.run(replace(expense(baht(100), fund="SHOP"), on=YESTERDAY))
    village.run(donation(baht(100), fund="SHOP"))

    with refused(village.book, FundMoneyTooLow, fund="SHOP", held=ZERO, asked=baht(50)):
        village.run(replace(expense(baht(50), fund="SHOP"), on=before))
    village.run(expense(baht(100), fund="SHOP"))


def test_a_fund_pays_with_its_own_money_and_carries_its_own_cash(village):
    """The shop has 300 of the 1,300 in the box: 301 are refused, 200 of it go to the bank."""
    village.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    bank = village.bank()
    village.run(donation(baht(1_000)))
    sold = village.run(donation(baht(300), fund="SHOP")).entries[0].number

    low = {"fund": "SHOP", "held": baht(300), "asked": baht(301)}
    with refused(village.book, FundMoneyTooLow, **low):
        village.run(expense(baht(301), fund="SHOP"))
    with refused(village.book, FundMoneyTooLow, **low):
        village.run(MoveMoney(amount=baht(301), on=TODAY, target=bank, fund="SHOP"))
    village.run(MoveMoney(amount=baht(200), on=TODAY, target=bank, fund="SHOP"))
    village.run(expense(baht(150), bank=bank, fund="SHOP"))
    with refused(village.book, FundMoneyTooLow, fund="SHOP", held=baht(100), asked=baht(300)):
        village.run(ReverseEntry(entry=sold, on=TODAY, reason="ผิด"))
    assert village.rows(
        "SELECT account, SUM(debit - credit) FROM lines WHERE fund = 'SHOP'"
        " AND account < '13' GROUP BY account ORDER BY account"
    ) == [("11010", 10_000), ("12200", 5_000)]


def test_cash_does_not_come_from_itself(village):
    village.run(donation(baht(100)))

    with refused(village.book, NothingToDo, what="account"):
        village.run(donation(baht(5), account="11010"))
    with refused(village.book, NothingToDo, what="account"):
        village.run(PayExpense(account="11010", amount=baht(5), on=TODAY, payee="ก", purpose="ข"))
    number, _ = village.member()
    income = Item(item=ItemKind.INCOME, amount=baht(5), account="11010")
    with refused(village.book, NothingToDo, what="account"):
        village.run(ReceiveVisit(member=number, on=TODAY, items=(income,)))
