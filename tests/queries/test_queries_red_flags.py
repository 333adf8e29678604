"""Red flags: silent on a clean book, and each sign shows when its scheme is planted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from ledger.book import Book
from ledger.domain.auditing import Confirmed
from ledger.domain.codec import plain_value
from ledger.domain.committees import Position
from ledger.domain.loan_life import CollateralKind
from ledger.domain.members import Leaving, Person
from ledger.domain.money import Money, baht
from ledger.domain.red_flags import FlagLimits, FlagTest, Severity, Sign
from ledger.queries.red_flags import TESTS, red_flags
from ledger.queries.red_flags.payments import digits_off
from ledger.queries.red_flags.rings import rings_in
from ledger.queries.settlement import settlement
from ledger.usecases.approving import SetApprovalRules
from ledger.usecases.auditing import RecordConfirmation
from ledger.usecases.banking import RecordStatement, StatementLine
from ledger.usecases.flag_clearing import ClearRedFlag
from ledger.usecases.lending import RescheduleLoan
from ledger.usecases.loan_security import PledgeCollateral
from ledger.usecases.members import ChangeMember, ChangeZone, EndMembership
from ledger.usecases.printing import RecordPrint
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.sanctioning import SetSanctions
from ledger.usecases.saving import TransferSavings
from ledger.usecases.seating import OpenCommittee, SeatMember
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import JournalLine, MoveMoney, PostJournal
from reports.words.red_flag_signs import sign_sentence
from reports.words.red_flag_tests import cannot_tell, how_to_clear
from reports.words.red_flag_tests import test_title as title_of
from reports.words.voice import Voice
from tests.queries.clean_book import CHAIR, FEBRUARY, MARCH, TODAY, CleanBook, clean_book
from tests.support.books import Village
from tests.support.clocks import CountedLetters
from tests.support.lending import borrowing, item, pay, pay_out
from tests.support.raw import tampered

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    made = clean_book(tmp_path_factory.mktemp("clean"))
    made.village.book.close()
    return made


@pytest.fixture
def clean(kept, tmp_path):
    path = tmp_path / "clean.satcha"
    shutil.copy(kept.village.book.path, path)
    kept.village.clock.set(TODAY)
    book = Book.open(path, clock=kept.village.clock, chance=CountedLetters("again"))
    village = Village(book, kept.village.clock)
    made = CleanBook(village, kept.saver, kept.card, kept.borrower, kept.other, kept.loan)
    with book:
        yield made


def signs(answer: Any) -> set[Sign]:
    return {row.sign for result in answer.tests for row in result.rows}


def test_every_test_is_silent_on_a_clean_book(clean):
    answer = clean.ask()

    assert [result.test for result in answer.tests] == list(FlagTest) == list(TESTS)
    assert signs(answer) == set()
    assert answer.score == answer.open == 0


def bank_unproved(c: CleanBook) -> None:
    c.on(date(2026, 1, 11)).bank("BAAC")
    c.run(MoveMoney(amount=baht(300), on=date(2026, 1, 11), target="BAAC"), date(2026, 1, 11))


def bank_not_arrived(c: CleanBook) -> None:
    c.run(MoveMoney(amount=baht(300), on=date(2026, 1, 11), target="GSB"), date(2026, 1, 11))


def bank_not_booked(c: CleanBook) -> None:
    line = StatementLine(on=date(2026, 1, 15), amount=-baht(9), text="ถอน", balance=None)
    c.run(RecordStatement(bank="GSB", lines=(line,)))


def cash_over_limit(c: CleanBook) -> None:
    c.on(TODAY).deposit(c.card, baht(5_000), on=TODAY)


def cash_below_nothing(c: CleanBook) -> None:
    held = c.village.balance("11010", at=TODAY)
    c.spend(held, payee="ร้านใหญ่")
    c.on(TODAY).deposit(c.other, baht(5), on=TODAY)


def count_short(c: CleanBook) -> None:
    c.count(TODAY, -baht(7))


def count_over(c: CleanBook) -> None:
    c.count(TODAY, baht(7))


def paper_numbers(*numbers: str) -> Callable[[CleanBook], None]:
    def plant(c: CleanBook) -> None:
        for number in numbers:
            paid = Item(item=ItemKind.DEPOSIT, amount=baht(10), card=c.card)
            visit = ReceiveVisit(
                member=c.saver, on=TODAY, items=(paid,), paper_book="๓", paper_number=number
            )
            c.run(visit)

    return plant


def member_disagrees(c: CleanBook) -> None:
    said = RecordConfirmation(card=c.card, at=TODAY, outcome=Confirmed.DISAGREED, stated=baht(1))
    c.run(said)


def member_not_found(c: CleanBook) -> None:
    c.run(RecordConfirmation(card=c.card, at=TODAY, outcome=Confirmed.NOT_FOUND))


def hole_in_payments(c: CleanBook) -> None:
    """Somebody else pays in every month, she leaves out the fourth of five."""
    for month in range(8, 13):
        day = date(2025, month, 10)
        c.on(day)
        c.village.deposit(c.other, baht(10), on=day)
        if month != 11:
            c.village.deposit(c.card, baht(10), on=day)


def void_one(c: CleanBook) -> None:
    (receipt,) = c.on(TODAY).deposit(c.card, baht(33), on=TODAY).receipts
    c.run(RecordPrint(paper=receipt))
    c.run(VoidReceipt(receipt=receipt, on=TODAY, reason="ผิดคน"))


def moved_to_another(c: CleanBook) -> None:
    void_one(c)
    c.village.deposit(c.other, baht(33), on=TODAY)


def void_before_count(c: CleanBook) -> None:
    void_one(c)
    c.count(TODAY)


def voids_by_one(c: CleanBook) -> None:
    for _ in range(5):
        void_one(c)


def same_phone(c: CleanBook) -> None:
    c.member(phone="081-000-0001")


def same_address(c: CleanBook) -> None:
    c.member("หนึ่ง", address="๑ หมู่ ๒")
    c.member("สอง", address="๑  หมู่ ๒ ")


def loan_without_papers(c: CleanBook) -> None:
    c.lent(contract_number="")


def loan_unsecured(c: CleanBook) -> None:
    c.lent(guarantors=())


def loan_without_savings(c: CleanBook) -> None:
    c.lent(c.member())


def loan_never_paid(c: CleanBook) -> None:
    c.lent(on=date(2025, 11, 1))


def loan_put_off(c: CleanBook) -> None:
    loan = c.lent()
    for day in (FEBRUARY, MARCH):
        c.run(RescheduleLoan(card=loan, on=day, resolution="มติ", instalments=20), day)


def file_changed(c: CleanBook) -> None:
    c.run(ChangeMember(member=c.saver, person=Person(given="มาลี", phone="0899999999")))


def dormant_withdrawal(c: CleanBook) -> None:
    card = c.saved(c.member(on=date(2024, 1, 1)), on=date(2024, 6, 1))
    c.on(TODAY).withdraw(card, baht(90), on=TODAY, approved_by=CHAIR)


def dormant_woken_by_a_baht(c: CleanBook) -> None:
    card = c.saved(c.member(on=date(2024, 1, 1)), on=date(2024, 6, 1))
    c.on(TODAY - DAY).deposit(card, baht(1), on=TODAY - DAY)
    c.on(TODAY).withdraw(card, baht(90), on=TODAY, approved_by=CHAIR)


def dormant_transfer(c: CleanBook) -> None:
    member = c.member(on=date(2024, 1, 1))
    card = c.saved(member, on=date(2024, 6, 1))
    other = c.village.savings(member, on=date(2024, 6, 1))
    c.run(TransferSavings(source=card, target=other, amount=baht(90), on=TODAY), TODAY)


def dormant_moved_by_hand(c: CleanBook) -> None:
    card = c.saved(c.member(on=date(2024, 1, 1)), on=date(2024, 6, 1))
    account = c.village.one("SELECT account FROM cards WHERE number = ?", (card,))
    lines = (
        JournalLine(account=account, debit=baht(90), card=card),
        JournalLine(account=account, credit=baht(90), card=c.card),
    )
    c.run(PostJournal(on=TODAY, purpose="ปรับปรุง", lines=lines, approved_by=CHAIR), TODAY)


def rules_changed(c: CleanBook) -> None:
    c.run(SetSanctions(from_day=TODAY, steps=(), resolution="มติ"), TODAY)


def no_approver_by_hand(c: CleanBook) -> None:
    lines = (
        JournalLine(account="53020", debit=baht(5)),
        JournalLine(account="11010", credit=baht(5)),
    )
    c.run(PostJournal(on=TODAY, purpose="ค่าซ่อม", lines=lines), TODAY)


def withdrawal_after_change(c: CleanBook) -> None:
    file_changed(c)
    c.on(TODAY).withdraw(c.card, baht(90), on=TODAY, approved_by=CHAIR)


def leader_with_loan(c: CleanBook, **named: Any) -> None:
    leader = c.member(zone="ก")
    c.run(ChangeZone(code="ก", leader=leader))
    c.saved(leader)
    c.lent(leader, **named)


def insider_rate(c: CleanBook) -> None:
    for _ in range(3):
        c.lent()
    leader_with_loan(c, rate=Fraction(1, 100))


def insider_unsecured(c: CleanBook) -> None:
    leader_with_loan(c, guarantors=())


def insider_of_a_committee(c: CleanBook) -> None:
    member = c.member(household="ข-๑")
    c.run(OpenCommittee(code="BOARD", name_th="คณะกรรมการ"))
    c.run(
        SeatMember(
            committee="BOARD",
            member=member,
            position=Position.CHAIRPERSON,
            since=FEBRUARY,
            until=TODAY,
            resolution="มติ ๑",
        )
    )
    wife = c.member(household="ข-๑")
    c.saved(wife)
    c.lent(wife, guarantors=())


def own_approval_of_a_loan(c: CleanBook) -> None:
    borrower = c.member("สมหมาย")
    c.saved(borrower)
    c.lent(borrower, approved_by="นายสมหมาย")


def own_approval(c: CleanBook) -> None:
    c.spend(baht(9), payee="นายช่าง", approved_by="นายช่าง ")


def rate_off_list(c: CleanBook) -> None:
    insider_rate(c)


def rate_too_high(c: CleanBook) -> None:
    c.lent(rate=Fraction(16, 100))


def interest_by_hand(c: CleanBook) -> None:
    lines = (
        JournalLine(account="23010", debit=baht(10)),
        JournalLine(account="41010", credit=baht(10)),
    )
    payable = (
        JournalLine(account="54090", debit=baht(10)),
        JournalLine(account="23010", credit=baht(10)),
    )
    c.run(PostJournal(on=TODAY, purpose="ตั้งหนี้", lines=payable))
    c.run(PostJournal(on=TODAY, purpose="ดอกเบี้ย", lines=lines))


def paid_before_year_end(c: CleanBook) -> None:
    paid_up_exactly(c)


def paid_up_exactly(c: CleanBook) -> str:
    day = date(2025, 12, 20)
    member = c.member(on=date(2025, 10, 1))
    c.saved(member, on=date(2025, 10, 2))
    loan = c.lent(member, on=date(2025, 11, 1))
    owed = c.on(day).book.ask(settlement, card=loan, on=day)
    pay(c.village, loan, owed.total, day)
    return member


def paid_and_lent_again(c: CleanBook) -> None:
    c.lent(paid_up_exactly(c), on=date(2026, 1, 5))


def round_trip(c: CleanBook) -> None:
    c.on(TODAY).deposit(c.card, baht(20_000), on=TODAY)
    c.village.withdraw(c.card, baht(20_000), on=TODAY, approved_by=CHAIR)


def reversed_after_year_end(c: CleanBook) -> None:
    day = date(2025, 12, 20)
    c.saved(c.saver, on=day)
    c.spend(baht(40), day)
    c.run(ReverseEntry(entry=c.entry(), on=date(2026, 1, 4), reason="ผิด"), date(2026, 1, 4))


def backdated(c: CleanBook) -> None:
    c.on(TODAY).deposit(c.card, baht(20), on=TODAY - 2 * DAY)


def split(c: CleanBook) -> None:
    for day, payee in ((TODAY - DAY, "ร้านเดียวกัน"), (TODAY, "บริษัท เดียวกัน จำกัด")):
        c.spend(baht(40), day, payee=payee)


def just_below(c: CleanBook) -> None:
    for payee in ("ก", "ข", "ค"):
        c.spend(baht(48), payee=payee)


def round_sums(c: CleanBook) -> None:
    c.on(TODAY).deposit(c.card, baht(12_000), on=TODAY)
    for number in range(10):
        c.spend(baht(1_000), payee=f"ร้าน {number}")


def first_digits(c: CleanBook) -> None:
    for number in range(12):
        c.spend(baht(9, number), payee=f"ร้าน {number}")


def ring(c: CleanBook) -> None:
    c.saved(c.saver)
    c.lent(c.saver, guarantors=(c.borrower,), circle_allowed=True)


def many_guarantees(c: CleanBook) -> None:
    for _ in range(3):
        c.lent()


def same_household(c: CleanBook) -> None:
    other = c.member(household="ก-๑")
    c.saved(other)
    c.lent(other)


def suspense_old(c: CleanBook) -> None:
    lines = (
        JournalLine(account="54090", debit=baht(10)),
        JournalLine(account="23060", credit=baht(10)),
    )
    c.run(PostJournal(on=date(2026, 1, 20), purpose="พัก", lines=lines), date(2026, 1, 20))


def one_payer(c: CleanBook) -> None:
    for _ in range(3):
        loan = c.lent()
        c.run(ReceiveVisit(on=FEBRUARY, items=(item(loan, baht(5)),), payer="นายหน้า"), FEBRUARY)


def same_collateral(c: CleanBook) -> None:
    ((kind, value),) = c.village.rows("SELECT kind, value FROM collaterals")
    pledged = PledgeCollateral(
        card=c.lent(),
        kind=CollateralKind(kind),
        description="โฉนด  ๑",
        value=Money(value),
        on=TODAY,
    )
    c.run(pledged)


def lender_money_held(c: CleanBook) -> None:
    day = date(2025, 11, 1)
    c.on(day)
    source = borrowing(c.village, baht(1_000), on=day)
    pay_out(c.village, source, baht(1_000), day)
    loan = c.lent(on=date(2026, 1, 10), source=source)
    pay(c.on(MARCH), loan, baht(250), MARCH)


def benefit_after_leaving(c: CleanBook) -> None:
    gone = c.member("ผู้จากไป")
    c.run(EndMembership(member=gone, on=MARCH, why=Leaving.DECEASED), MARCH)
    c.spend(baht(20), account="56050", payee="ผู้จากไป")


def benefit_twice(c: CleanBook) -> None:
    for day in (TODAY - 2 * DAY, TODAY):
        c.spend(baht(20), day, account="56050", payee="ยายมี")


def stock_unmoved(c: CleanBook) -> None:
    c.saved(c.saver, on=date(2025, 11, 1))
    c.spend(baht(20), date(2025, 11, 2), account="15010", payee="โรงสี")


def stock_negative(c: CleanBook) -> None:
    lines = (
        JournalLine(account="54090", debit=baht(10)),
        JournalLine(account="15010", credit=baht(10)),
    )
    c.run(PostJournal(on=TODAY, purpose="เบิก", lines=lines))


def no_approver(c: CleanBook) -> None:
    c.spend(baht(9), approved_by="")


LOWER = FlagLimits(payment_limit=baht(50), digits_from=10, one_user_entries=5)
PLANTED: list[tuple[Sign, Callable[[CleanBook], None]]] = [
    (Sign.BANK_UNPROVED, bank_unproved),
    (Sign.BANK_NOT_ARRIVED, bank_not_arrived),
    (Sign.BANK_NOT_BOOKED, bank_not_booked),
    (Sign.CASH_OVER_LIMIT, cash_over_limit),
    (Sign.COUNT_SHORT, count_short),
    (Sign.COUNT_OVER, count_over),
    (Sign.PAPER_NUMBER_MISSING, paper_numbers("41", "๔๓")),
    (Sign.PAPER_NUMBER_TWICE, paper_numbers("41", "๔๑")),
    (Sign.MEMBER_DISAGREES, member_disagrees),
    (Sign.MEMBER_NOT_FOUND, member_not_found),
    (Sign.HOLE_IN_PAYMENTS, hole_in_payments),
    (Sign.MOVED_TO_ANOTHER, moved_to_another),
    (Sign.VOID_AFTER_PRINT, void_one),
    (Sign.VOID_BEFORE_COUNT, void_before_count),
    (Sign.VOIDS_BY_ONE, voids_by_one),
    (Sign.SAME_PHONE, same_phone),
    (Sign.SAME_ADDRESS, same_address),
    (Sign.LOAN_WITHOUT_PAPERS, loan_without_papers),
    (Sign.LOAN_UNSECURED, loan_unsecured),
    (Sign.LOAN_WITHOUT_SAVINGS, loan_without_savings),
    (Sign.LOAN_NEVER_PAID, loan_never_paid),
    (Sign.LOAN_PUT_OFF, loan_put_off),
    (Sign.FILE_CHANGED, file_changed),
    (Sign.DORMANT_WITHDRAWAL, dormant_withdrawal),
    (Sign.DORMANT_WITHDRAWAL, dormant_woken_by_a_baht),
    (Sign.DORMANT_WITHDRAWAL, dormant_transfer),
    (Sign.DORMANT_WITHDRAWAL, dormant_moved_by_hand),
    (Sign.FILE_CHANGED, rules_changed),
    (Sign.NO_APPROVER, no_approver_by_hand),
    (Sign.WITHDRAWAL_AFTER_CHANGE, withdrawal_after_change),
    (Sign.INSIDER_RATE, insider_rate),
    (Sign.INSIDER_UNSECURED, insider_unsecured),
    (Sign.INSIDER_UNSECURED, insider_of_a_committee),
    (Sign.OWN_APPROVAL, own_approval_of_a_loan),
    (Sign.OWN_APPROVAL, own_approval),
    (Sign.RATE_OFF_LIST, rate_off_list),
    (Sign.RATE_TOO_HIGH, rate_too_high),
    (Sign.INTEREST_BY_HAND, interest_by_hand),
    (Sign.PAID_BEFORE_YEAR_END, paid_before_year_end),
    (Sign.PAID_AND_LENT_AGAIN, paid_and_lent_again),
    (Sign.ROUND_TRIP, round_trip),
    (Sign.REVERSED_AFTER_YEAR_END, reversed_after_year_end),
    (Sign.BACKDATED, backdated),
    (Sign.ROUND_SUMS, round_sums),
    (Sign.RING, ring),
    (Sign.MANY_GUARANTEES, many_guarantees),
    (Sign.SAME_HOUSEHOLD, same_household),
    (Sign.SUSPENSE_OLD, suspense_old),
    (Sign.ONE_PAYER, one_payer),
    (Sign.SAME_COLLATERAL, same_collateral),
    (Sign.LENDER_MONEY_HELD, lender_money_held),
    (Sign.BENEFIT_AFTER_LEAVING, benefit_after_leaving),
    (Sign.BENEFIT_TWICE, benefit_twice),
    (Sign.STOCK_UNMOVED, stock_unmoved),
    (Sign.STOCK_NEGATIVE, stock_negative),
    (Sign.NO_APPROVER, no_approver),
]


def said(row: Any) -> None:
    """The exception is a whole sentence in both languages."""
    for language in ("th", "en"):
        sentence = sign_sentence(row, Voice(language))
        assert "{" not in sentence
        assert "None" not in sentence


@pytest.mark.parametrize(("sign", "plant"), PLANTED, ids=[plant.__name__ for _, plant in PLANTED])
def test_a_planted_scheme_shows(sign, plant, clean):
    plant(clean)

    answer = clean.ask()

    assert sign in signs(answer)
    for result in answer.tests:
        for row in result.rows:
            said(row)


SHOWN_WITH_LIMITS = [
    (Sign.SPLIT, split),
    (Sign.JUST_BELOW, just_below),
    (Sign.FIRST_DIGITS, first_digits),
]


@pytest.mark.parametrize(("sign", "plant"), SHOWN_WITH_LIMITS)
def test_a_planted_scheme_shows_above_its_limit(sign, plant, clean):
    assert sign not in signs(clean.ask(limits=LOWER))
    plant(clean)

    assert sign in signs(clean.ask(limits=LOWER))
    assert sign not in signs(clean.ask())


def test_cash_that_reaches_the_bank_later_and_later_shows(clean):
    for month, lag in ((4, 1), (5, 5), (6, 12)):
        came = date(2026, month, 2)
        clean.on(came).deposit(clean.card, baht(50), on=came)
        banked = came + lag * DAY
        clean.run(MoveMoney(amount=baht(50), on=banked, target="GSB"), banked)

    answer = clean.village.book.ask(red_flags, at=date(2026, 6, 30), test=FlagTest.LAPPING)

    row = the_row(answer, Sign.BANKING_LATER)
    assert (row.count, row.at_risk) == (12, baht(50))


def test_a_deposit_that_is_not_what_came_in_shows_where_most_are(clean):
    def banked(day, satang):
        came = date(2026, 4, day)
        clean.on(came).deposit(clean.card, baht(50), on=came)
        clean.run(MoveMoney(amount=baht(satang), on=came, target="GSB"), came)

    def shown():
        answer = clean.village.book.ask(
            red_flags, since=date(2026, 4, 1), at=date(2026, 4, 30), test=FlagTest.LAPPING
        )
        return [row for row in answer.tests[0].rows if row.sign is Sign.DEPOSIT_DIFFERS]

    banked(2, 50)
    banked(3, 20)
    late = clean.entry()
    assert shown() == []  # as many differ as agree: change is kept in the box
    banked(4, 50)

    [row] = shown()
    assert (row.entry, row.at_risk, row.on) == (late, baht(30), date(2026, 4, 3))
    said(row)


def test_interest_that_outgrows_its_instalment_shows(clean):
    loan = clean.lent(rate=Fraction(15, 100))
    year = date(2028, 3, 20)

    answer = clean.on(year).book.ask(red_flags, at=year, test=FlagTest.INTEREST)

    rows = {one.card: one for one in answer.tests[0].rows if one.sign is Sign.INTEREST_EXCEEDS}
    assert rows[loan].at_risk > baht(0)
    said(rows[loan])
    assert Sign.INTEREST_EXCEEDS not in signs(clean.ask())


def test_money_paid_out_by_hand_is_split_as_any_other(clean):
    for _ in range(3):
        lines = (
            JournalLine(account="53020", debit=baht(40)),
            JournalLine(account="11010", credit=baht(40)),
        )
        clean.run(PostJournal(on=TODAY, purpose="ซ่อม", lines=lines, approved_by=CHAIR), TODAY)

    row = the_row(clean.ask(limits=LOWER), Sign.SPLIT)
    assert (row.count, row.at_risk) == (3, baht(120))


def test_one_household_is_one_payee(clean):
    first = clean.member("หนึ่ง", household="ง-๑")
    other = clean.member("สอง", household="ง-๑")
    for member in (first, other):
        card = clean.saved(member)
        clean.on(TODAY).withdraw(card, baht(40), on=TODAY, approved_by=CHAIR)

    assert Sign.SPLIT in signs(clean.ask(limits=LOWER))


def test_cash_that_nobody_counts_shows_after_its_days(clean):
    late = TODAY + 60 * DAY
    clean.on(late)

    rows = clean.village.book.ask(red_flags, at=late, test=FlagTest.MISSING_CASH).tests[0].rows

    assert [row.sign for row in rows] == [Sign.CASH_NOT_COUNTED]


def test_one_user_who_never_rests_shows(clean):
    start = date(2026, 3, 21)
    for week in range(46):
        day = start + 7 * week * DAY
        clean.on(day).deposit(clean.card, baht(1), on=day)

    answer = clean.village.book.ask(
        red_flags, since=start, at=start + 330 * DAY, test=FlagTest.ONE_PERSON
    )

    assert signs(answer) == {Sign.ONE_USER, Sign.NO_LEAVE}


BEHIND = {
    Sign.SAME_ID: ("UPDATE personal SET value = json_set(value, '$.national_id', '1100000000008')"),
    Sign.CONTROL_DIFFERS: "UPDATE lines SET card = NULL WHERE entry = 1 AND card IS NOT NULL",
    Sign.NEGATIVE_CARD: (
        "UPDATE lines SET debit = 99900000 WHERE event = 'withdrawal' AND debit > 0"
    ),
    Sign.INTEREST_DIFFERS: "UPDATE loan_postings SET interest = interest + 900 WHERE number = 1",
    Sign.CASH_BELOW_NOTHING: (
        "UPDATE lines SET credit = 99900000 WHERE event = 'banked' AND credit > 0"
    ),
}


@pytest.mark.parametrize("sign", BEHIND)
def test_what_only_another_tool_can_do_shows(sign, clean):
    def look(reader: Any) -> set[Sign]:
        with tampered(reader.connection):
            reader.connection.execute(BEHIND[sign])
            reader.connection.execute("DELETE FROM card_balances")
            found = red_flags(reader, at=TODAY)
            assert found.score > 0
            return signs(found)

    assert sign in clean.village.book.ask(look)


def test_every_sign_is_planted_by_a_test():
    shown = {sign for sign, _ in (*PLANTED, *SHOWN_WITH_LIMITS)} | set(BEHIND)
    shown |= {Sign.DEPOSIT_DIFFERS, Sign.INTEREST_EXCEEDS}
    shown |= {Sign.BANKING_LATER, Sign.CASH_NOT_COUNTED, Sign.ONE_USER, Sign.NO_LEAVE}
    # Those of claims on the welfare fund are planted in tests/usecases/test_usecase_welfare_claims.
    shown |= {Sign.BENEFIT_AGAINST_RULE, Sign.BENEFIT_OVER_CAP, Sign.BENEFIT_NIGHTS_TWICE}

    assert shown == set(Sign)


def the_row(answer: Any, sign: Sign) -> Any:
    (row,) = [row for result in answer.tests for row in result.rows if row.sign is sign]
    return row


def test_a_cleared_exception_stays_and_counts_no_more(clean):
    count_short(clean)
    row = the_row(clean.ask(), Sign.COUNT_SHORT)
    before = clean.ask().score

    clean.run(ClearRedFlag(flag=row.flag, amount=row.at_risk, note="ทอนผิด", by="แก้ว", on=TODAY))

    answer = clean.ask()
    cleared = the_row(answer, Sign.COUNT_SHORT)
    assert (cleared.open, cleared.cleared.by, cleared.cleared.note) == (False, "แก้ว", "ทอนผิด")
    assert answer.score == before - 3 * Severity.SERIOUS.value
    assert (answer.cleared, answer.earlier) == (1, ())


def test_an_exception_opens_again_when_more_money_is_at_risk(clean):
    cash_over_limit(clean)
    row = the_row(clean.ask(), Sign.CASH_OVER_LIMIT)
    clean.run(ClearRedFlag(flag=row.flag, amount=row.at_risk, note="ดู", by="แก้ว", on=TODAY))
    assert the_row(clean.ask(), Sign.CASH_OVER_LIMIT).open is False

    clean.village.deposit(clean.card, baht(1), on=TODAY)

    row = the_row(clean.ask(), Sign.CASH_OVER_LIMIT)
    assert row.open
    assert row.cleared.note == "ดู"


def test_a_habit_that_was_cleared_is_asked_about_again_in_the_next_year(clean):
    no_approver(clean)
    row = the_row(clean.ask(), Sign.NO_APPROVER)
    clean.run(ClearRedFlag(flag=row.flag, amount=row.at_risk, note="ดู", by="ก", on=TODAY))

    assert the_row(clean.ask(), Sign.NO_APPROVER).open is False
    later = clean.village.book.ask(red_flags, at=date(2027, 1, 2), test=FlagTest.ONE_PERSON)
    assert the_row(later, Sign.NO_APPROVER).open


def test_what_was_cleared_and_no_longer_shows_is_still_told(clean):
    clean.run(
        ClearRedFlag(flag="same_phone 0001 0002", amount=baht(0), note="พี่น้อง", by="ก", on=TODAY)
    )

    (earlier,) = clean.ask().earlier

    assert earlier.flag == "same_phone 0001 0002"


def test_the_score_is_weight_times_severity(clean):
    member_not_found(clean)
    no_approver(clean)

    answer = clean.ask()

    assert answer.score == 3 * Severity.SERIOUS.value + 1 * Severity.WARNING.value
    assert [one.test for one in answer.tests if one.open] == [FlagTest.GHOSTS, FlagTest.ONE_PERSON]


def test_no_answer_names_a_person(clean):
    same_phone(clean)
    member_not_found(clean)
    leader_with_loan(clean, guarantors=())

    told = json.dumps(plain_value(clean.ask()), ensure_ascii=False)

    names = [person for (person,) in clean.village.rows("SELECT value FROM personal")]
    given = {json.loads(name)["given"] for name in names}
    assert given
    assert not [name for name in given if name in told]


def test_every_test_says_how_to_clear_it_and_what_it_cannot_tell():
    for test in FlagTest:
        for say in (title_of, how_to_clear, cannot_tell):
            thai, english = say(test, Voice("th")), say(test, Voice("en"))
            assert thai
            assert thai != english


def test_circles_are_found_however_long():
    chain = {str(number): {str(number + 1)} for number in range(3_000)}

    assert rings_in(chain) == []
    assert rings_in({**chain, "3000": {"0"}}) == [tuple(sorted(map(str, range(3_001))))]
    assert rings_in({"a": {"b"}, "b": {"a"}, "c": {"a"}}) == [("a", "b")]


def test_first_digits_of_real_sums_are_near_their_shares():
    grown = [Money(100)]
    while len(grown) < 600:
        grown.append(Money(max(grown[-1].satang * 103 // 100, grown[-1].satang + 1)))

    assert digits_off(grown) < 100
    assert digits_off([Money(900 + number) for number in range(90)]) > 1_000


def test_a_payment_is_large_where_the_books_own_rule_says_so(clean):
    clean.run(
        SetApprovalRules(
            from_day=FEBRUARY, required=False, payout_limit=baht(50), resolution="มติ ๑"
        )
    )
    split(clean)

    assert Sign.SPLIT in signs(clean.ask())
