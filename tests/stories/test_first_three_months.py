"""A cooperative's first three months, every figure worked by hand beside the act it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Leaving, Person
from ledger.domain.money import ZERO, Money, baht
from ledger.queries.integrity import audit
from ledger.queries.trial_balance import trial_balance
from ledger.usecases.banking import MatchBankLine, ReconcileBank, RecordStatement, StatementLine
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.members import AdmitMember, EndMembership
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import OpenSavings, SetPromise
from ledger.usecases.sharing import ReturnShares
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome
from tests.support.books import Village, found_village

JANUARY, FEBRUARY, MARCH = Month(2026, 1), Month(2026, 2), Month(2026, 3)
NAMES = ("สมศรี", "บุญมี", "จันทร์", "ประเสริฐ", "ลำดวน", "วิเชียร")

# Members are admitted in this order, and every one of them gets two cards in the same act:
# 0001 has cards 2 (promise) and 3 (shares), 0002 has 4 and 5 … 0006 has 12 and 13; card 1 is the
# bank account. The savings accounts opened afterwards are cards 14 (0001) and 15 (0004).
BANK_CARD = 1
PROMISE = {f"000{at}": 2 * at for at in range(1, 7)}
SHARES = {member: card + 1 for member, card in PROMISE.items()}
SAVINGS = {"0001": 14, "0004": 15}


def on(month: Month, day: int) -> date:
    return date(month.year, month.number, day)


def saved(member: str, whole: int) -> Item:
    return Item(item=ItemKind.DEPOSIT, amount=baht(whole), card=PROMISE[member])


def shares(member: str, whole: int) -> Item:
    return Item(item=ItemKind.SHARES, amount=baht(whole), card=SHARES[member])


def notes(**counts: int) -> tuple[Pieces, ...]:
    """``n100=2`` are two notes of 100 baht, ``s25=1`` is one coin of 25 satang."""
    return tuple(
        Pieces(
            denomination=baht(int(name[1:])) if name[0] == "n" else Money(int(name[1:])),
            pieces=count,
        )
        for name, count in counts.items()
    )


def expense(account: str, amount: Money, day: date, bank: str | None = None) -> PayExpense:
    return PayExpense(
        account=account, amount=amount, on=day, payee="ร้านริมน้ำ", purpose="ค่าใช้จ่าย", bank=bank
    )


def january(village: Village) -> None:
    village.clock.set(on(JANUARY, 1))
    village.bank("BAAC")
    for name in NAMES:
        village.run(AdmitMember(person=Person(given=name), on=on(JANUARY, 1)))
    for member, card in PROMISE.items():
        promised = baht(200 if member == "0003" else 100)
        village.run(SetPromise(card=card, amount=promised, from_month=JANUARY))

    # 10 January. Entrance fee 50, promise 100 (0003: 200), ten shares of 10 each:
    #   five members pay 250 and 0003 pays 350 = 1,600.00            receipts 1 to 6
    #   fees 6 x 50 = 300, promise 5 x 100 + 200 = 700, shares 6 x 100 = 600
    village.clock.set(on(JANUARY, 10))
    for member in PROMISE:
        items = (
            Item(item=ItemKind.FEE, amount=baht(50), type="ENTRY"),
            saved(member, 200 if member == "0003" else 100),
            shares(member, 100),
        )
        village.run(ReceiveVisit(member=member, on=on(JANUARY, 10), items=items))
    # 0001 deposits 5,000.00 and 0004 deposits 2,000.50              receipts 7 and 8
    #   cash 1,600.00 + 7,000.50 = 8,600.50
    for member in SAVINGS:
        village.run(OpenSavings(member=member, product="SAVINGS", on=on(JANUARY, 10)))
    village.deposit(14, baht(5_000), on=on(JANUARY, 10))
    village.deposit(15, baht(2_000, 50), on=on(JANUARY, 10))
    # 12 January: 8,000.00 to the bank; cash 600.50
    village.clock.set(on(JANUARY, 12))
    village.run(MoveMoney(amount=baht(8_000), on=on(JANUARY, 12), target="BAAC"))
    # 20 January: paper for 120.25; cash 480.25
    village.clock.set(on(JANUARY, 20))
    village.run(expense("53020", baht(120, 25), on(JANUARY, 20)))
    # 25 January: 0004 takes 300.00; cash 180.25, the account holds 1,700.50
    village.clock.set(on(JANUARY, 25))
    village.withdraw(15, baht(300), on=on(JANUARY, 25))
    # 31 January: counted 100 + 50 + 20 + 10 + 0.25 = 180.25, as in the books
    village.clock.set(on(JANUARY, 31))
    village.run(CountCash(on=on(JANUARY, 31), pieces=notes(n100=1, n50=1, n20=1, n10=1, s25=1)))


AFTER_JANUARY = {
    "11010": baht(180, 25),
    "12200": baht(8_000),
    "53020": baht(120, 25),
    "21010": -baht(6_700, 50),  # 5,000.00 + 1,700.50
    "21050": -baht(700),
    "31010": -baht(600),
    "43010": -baht(300),
}  # 8,300.50 on each side


def february(village: Village) -> None:
    village.clock.set(on(FEBRUARY, 2))
    village.run(CloseMonth(month=JANUARY))
    # 7 February, one sheet. 0001: 100 + 2 shares = 120, 0002: 100, 0003: 200 + 2 shares = 220,
    # 0005 pays for herself and for 0006: 200. 0004 does not come.  receipts 9 to 12
    #   due 640.00, counted 500 + 100 + 20 = 620.00, so 20.00 are missing
    #   cash 180.25 + 620.00 = 800.25
    village.clock.set(on(FEBRUARY, 7))
    lines = (
        SheetLine(member="0001", items=(saved("0001", 100), shares("0001", 20))),
        SheetLine(member="0002", items=(saved("0002", 100),)),
        SheetLine(member="0003", items=(saved("0003", 200), shares("0003", 20))),
        SheetLine(member="0004", items=()),
        SheetLine(member="0005", items=(saved("0005", 100), saved("0006", 100)), payer="บ้านเลขที่ 5"),
        SheetLine(member="0006", items=()),
    )
    village.run(
        PostSheet(
            on=on(FEBRUARY, 7),
            lines=lines,
            counted=notes(n500=1, n100=1, n20=1),
            reason="ทอนเงินเกิน",
        )
    )
    # 8 February: 0004 is fined 20.00; nothing moves
    village.clock.set(on(FEBRUARY, 8))
    village.run(
        ChargeMembers(type="FINE", members=("0004",), amount=baht(20), due_on=on(FEBRUARY, 8))
    )
    # 9 February: 500.00 to the bank; cash 300.25, bank 8,500.00
    village.clock.set(on(FEBRUARY, 9))
    village.run(MoveMoney(amount=baht(500), on=on(FEBRUARY, 9), target="BAAC"))
    # 14 February: 0004 pays two months (200) and the fine (20). Receipt 13 says 300 + 20 by mistake
    # and is voided; receipt 14 replaces it. Cash 300.25 + 220.00 = 520.25
    village.clock.set(on(FEBRUARY, 14))
    fine = Item(item=ItemKind.CHARGE, amount=baht(20), charge=7)  # charges 1 to 6 are the fees
    day = on(FEBRUARY, 14)
    village.run(ReceiveVisit(member="0004", on=day, items=(saved("0004", 300), fine)))
    village.run(VoidReceipt(receipt="R2569/000013", on=day, reason="เขียนเกิน 100 บาท"))
    village.run(
        ReceiveVisit(
            member="0004", on=day, items=(saved("0004", 200), fine), replaces="R2569/000013"
        )
    )
    # 15 February: a repair for 400.00 from the bank, booked as paper; bank 8,100.00
    village.clock.set(on(FEBRUARY, 15))
    village.run(expense("53020", baht(400), on(FEBRUARY, 15), "BAAC"))
    # 20 February: travel 60.00; cash 460.25
    village.clock.set(on(FEBRUARY, 20))
    village.run(expense("53040", baht(60), on(FEBRUARY, 20)))
    # 27 February: 0001 takes 1,000.00 through the bank; bank 7,100.00, the account holds 4,000.00
    village.clock.set(on(FEBRUARY, 27))
    village.withdraw(14, baht(1_000), on=on(FEBRUARY, 27), bank="BAAC")
    # 28 February: counted 400 + 60 + 0.25; the bank says 8,115.75:
    #   8,000.00 + 500.00 - 400.00 + 15.75 interest, and has not paid the 1,000.00 yet
    village.clock.set(on(FEBRUARY, 28))
    village.run(CountCash(on=on(FEBRUARY, 28), pieces=notes(n100=4, n50=1, n10=1, s25=1)))
    bank_agrees(village)


def bank_agrees(village: Village) -> None:
    told = (
        StatementLine(on=on(JANUARY, 12), amount=baht(8_000), balance=baht(8_000)),
        StatementLine(on=on(FEBRUARY, 9), amount=baht(500), balance=baht(8_500)),
        StatementLine(on=on(FEBRUARY, 15), amount=-baht(400), balance=baht(8_100)),
        StatementLine(on=on(FEBRUARY, 28), amount=baht(15, 75), balance=baht(8_115, 75)),
    )
    village.run(RecordStatement(bank="BAAC", lines=told))
    entries = village.rows("SELECT entry FROM lines WHERE card = 1 ORDER BY entry LIMIT 3")
    for line, (entry,) in enumerate(entries, start=1):
        village.run(MatchBankLine(bank="BAAC", line=line, entry=entry))
    # Books 7,100.00, still out 1,000.00, not booked 15.75: 7,100.00 + 1,000.00 + 15.75 = 8,115.75
    village.run(ReconcileBank(bank="BAAC", at=on(FEBRUARY, 28), statement=baht(8_115, 75)))


AFTER_FEBRUARY = {
    "11010": baht(460, 25),
    "12200": baht(7_100),
    "14020": baht(20),
    "53020": baht(520, 25),  # 120.25 + 400.00
    "53040": baht(60),
    "21010": -baht(5_700, 50),  # 4,000.00 + 1,700.50
    "21050": -baht(1_500),  # 700 + 600 on the sheet + 200 of 0004
    "31010": -baht(640),
    "42040": -baht(20),
    "43010": -baht(300),
}  # 8,160.50 on each side


def march(village: Village) -> None:
    village.clock.set(on(MARCH, 2))
    village.run(CloseMonth(month=FEBRUARY))
    # 2 March: February is closed, so the repair is taken back today and booked where it belongs;
    # the bank's interest of 15.75 is booked and its line matched. Bank 7,115.75
    day = on(MARCH, 2)
    wrong = village.one("SELECT entry FROM lines WHERE account = '53020' AND debit = 40000")
    village.run(ReverseEntry(entry=wrong, on=day, reason="เป็นค่าซ่อมแซม ไม่ใช่ค่าเครื่องเขียน"))
    village.run(expense("54020", baht(400), day, "BAAC"))
    interest = village.run(
        ReceiveIncome(
            account="45010",
            amount=baht(15, 75),
            on=day,
            payee="ธ.ก.ส.",
            purpose="ดอกเบี้ยเงินฝาก",
            bank="BAAC",
        )
    )
    village.run(MatchBankLine(bank="BAAC", line=4, entry=interest.entries[0].number))
    # 7 March, the sheet: 100 + 100 + 200 + 100 + (100 + 100) = 700.00, counted 700.00
    #   cash 460.25 + 700.00 = 1,160.25                              receipts 15 to 19
    village.clock.set(on(MARCH, 7))
    lines = tuple(
        SheetLine(member=member, items=(saved(member, 200 if member == "0003" else 100),))
        for member in ("0001", "0002", "0003", "0004")
    )
    both = SheetLine(member="0005", items=(saved("0005", 100), saved("0006", 100)))
    village.run(PostSheet(on=on(MARCH, 7), lines=(*lines, both), counted=notes(n500=1, n100=2)))
    # 9 March: 0006 leaves with three months of promise (300) and ten shares (100); cash 760.25
    day = on(MARCH, 9)
    village.clock.set(day)
    village.withdraw(PROMISE["0006"], baht(300), on=day, note="ลาออก")
    village.run(ReturnShares(card=SHARES["0006"], amount=baht(100), on=day, leaving=True))
    village.run(EndMembership(member="0006", on=day, why=Leaving.RESIGNED))
    # 31 March: interest at 1 % a year, actual/365, satang half up, for each day's closing balance.
    #   0001: 5,000.00 from 10 January to 26 February (22 + 26 = 48 days), 4,000.00 from 27 February
    #         to 31 March (2 + 31 = 33 days): (50 x 48 + 40 x 33) / 365 = 3,720 / 365 = 10.1917…
    #         so 10.19
    #   0004: 2,000.50 from 10 to 24 January (15 days), 1,700.50 from 25 January to 31 March
    #         (7 + 28 + 31 = 66 days): (20.005 x 15 + 17.005 x 66) / 365
    #         = (300.075 + 1,122.33) / 365 = 1,422.405 / 365 = 3.8970…, so 3.90
    #   together 14.09
    village.clock.set(on(MARCH, 31))
    village.run(PostSavingsInterest(product="SAVINGS", through=on(MARCH, 31)))
    village.run(CloseMonth(month=MARCH))


AFTER_MARCH = {
    "11010": baht(760, 25),
    "12200": baht(7_115, 75),
    "14020": baht(20),
    "51010": baht(14, 9),
    "53020": baht(120, 25),
    "53040": baht(60),
    "54020": baht(400),
    "21010": -baht(5_714, 59),  # 4,010.19 + 1,704.40
    "21050": -baht(1_900),  # 1,500 + 700 - 300
    "31010": -baht(540),
    "42040": -baht(20),
    "43010": -baht(300),
    "45010": -baht(15, 75),
}  # 8,490.34 on each side


def totals(village: Village, at: date) -> dict[str, Money]:
    """The balance of every account at the end of a day, those at zero left out."""
    found = village.book.ask(trial_balance, at=at)
    assert found.debit == found.credit
    return {row.account: row.balance for row in found.rows}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    village = found_village(tmp_path_factory.mktemp("story"), today=on(JANUARY, 1))
    january(village)
    assert totals(village, JANUARY.last) == AFTER_JANUARY
    february(village)
    assert totals(village, FEBRUARY.last) == AFTER_FEBRUARY
    march(village)
    with village.book:
        yield village


@pytest.mark.parametrize(
    ("month", "expected", "each_side"),
    [
        (JANUARY, AFTER_JANUARY, baht(8_300, 50)),
        (FEBRUARY, AFTER_FEBRUARY, baht(8_160, 50)),
        (MARCH, AFTER_MARCH, baht(8_490, 34)),
    ],
)
def test_the_trial_balance_of_each_month_is_the_one_worked_by_hand(
    lived, month, expected, each_side
):
    found = totals(lived, month.last)

    assert found == expected
    assert sum(amount.satang for amount in found.values() if amount > ZERO) == each_side.satang
    assert sum(amount.satang for amount in found.values()) == 0


def test_every_member_has_what_the_hand_figures_say(lived):
    promise = {member: lived.held(card) for member, card in PROMISE.items()}
    held = {member: lived.held(card) for member, card in SHARES.items()}
    savings = {member: lived.held(card) for member, card in SAVINGS.items()}

    # 0001: 100 + 100 + 100; 0003: 200 three times; 0004: 100, then 200, then 100; 0006 has left
    assert promise == {
        "0001": baht(300),
        "0002": baht(300),
        "0003": baht(600),
        "0004": baht(400),
        "0005": baht(300),
        "0006": ZERO,
    }
    assert held == {
        "0001": baht(120),
        "0002": baht(100),
        "0003": baht(120),
        "0004": baht(100),
        "0005": baht(100),
        "0006": ZERO,
    }
    assert savings == {"0001": baht(4_010, 19), "0004": baht(1_704, 40)}


@pytest.mark.parametrize(
    ("account", "cards"),
    [("21050", PROMISE), ("31010", SHARES), ("21010", SAVINGS), ("12200", {"": BANK_CARD})],
)
def test_the_cards_make_up_their_control_account(lived, account, cards):
    assert -lived.balance(account) == Money(sum(lived.held(card).satang for card in cards.values()))


def test_receipts_are_numbered_one_to_nineteen_and_the_voided_one_keeps_its_number(lived):
    numbers = lived.rows("SELECT series, year, number, total FROM receipts ORDER BY number")

    assert [row[:3] for row in numbers] == [("R", 2569, number) for number in range(1, 20)]
    assert [row[3] // 100 for row in numbers] == [
        250, 250, 350, 250, 250, 250, 5_000, 2_000,
        120, 100, 220, 200, 320, 220,
        100, 100, 200, 100, 200,
    ]  # fmt: skip
    assert lived.rows("SELECT number, reason FROM receipt_voids") == [(13, "เขียนเกิน 100 บาท")]
    assert lived.rows("SELECT number, replaces FROM receipts WHERE replaces <> ''") == [
        (14, "R2569/000013")
    ]


def test_vouchers_are_numbered_by_kind_without_gaps(lived):
    found = lived.rows(
        "SELECT series, COUNT(*), MAX(number) FROM vouchers GROUP BY series ORDER BY series"
    )

    # Journal: the interest. Payments: paper, 300 out, repair, travel, 1,000 out, repair again,
    # 300 and 100 to the one who left. One receipt voucher, two movements to the bank.
    assert found == [("JV", 1, 1), ("PV", 8, 8), ("RV", 1, 1), ("TV", 2, 2)]


def test_what_was_missing_and_what_was_wrong_stands_openly_in_the_books(lived):
    short = lived.rows("SELECT counted, booked, reason FROM cash_counts WHERE counted <> booked")
    reversals = lived.rows("SELECT day, reason FROM entries WHERE reverses > 0 ORDER BY number")

    assert short == [(62_000, 64_000, "ทอนเงินเกิน")]
    assert reversals == [
        ("2026-02-14", "เขียนเกิน 100 บาท"),
        ("2026-03-02", "เป็นค่าซ่อมแซม ไม่ใช่ค่าเครื่องเขียน"),
    ]


def test_the_bank_agreed_with_two_open_items(lived):
    assert lived.rows("SELECT booked, not_at_bank, not_in_books FROM reconciliations") == [
        (710_000, -100_000, 1_575)
    ]


def test_the_audit_finds_nothing(lived):
    found = lived.book.ask(audit)

    assert found.findings == ()
    assert found.totals.receipts == 19
