"""Passbooks that remember where they continued, PromptPay numbers, and papers with nothing on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import Money, baht
from ledger.domain.promptpay import checksum, promptpay_number, promptpay_text
from ledger.domain.refusals import (
    BadPromptPay,
    NoBalances,
    NoShares,
    NothingForMember,
    NothingOwed,
    NothingToCopy,
    PassbookLayoutWrong,
    PassbookPlaceWrong,
    UnknownCard,
    UnknownProduct,
    UnknownSheet,
)
from ledger.queries.cash_flow import cash_flow
from ledger.queries.inspection_report import inspection_report
from ledger.queries.member_papers import confirmation_slip, dues_slip, member_card
from ledger.queries.passbook import lines_to_copy, passbook
from ledger.queries.position import member_position
from ledger.queries.posted_sheet import posted_sheet
from ledger.queries.share_papers import share_certificate, share_register
from ledger.queries.standing import letterhead
from ledger.queries.statement import member_statement
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.passbooks import RecordPassbook, SetPassbookLayout
from tests.support.books import START, TODAY
from tests.support.lending import lent, pay, with_types
from tests.support.refused import refused


def test_a_passbook_goes_on_where_it_was_left(village):
    member, card = village.saver(baht(100))
    village.deposit(card, baht(50))
    first = village.book.ask(passbook, card=card)
    assert [(one.movement, one.page, one.line) for one in first.lines] == [(1, 1, 1), (2, 1, 2)]

    village.run(RecordPassbook(card=card, movements=2, page=1, line=2))
    village.withdraw(card, baht(30))

    (one,) = village.book.ask(passbook, card=card).lines
    assert (one.movement, one.page, one.line) == (3, 1, 3)
    assert (one.moved.paid_out, one.moved.balance) == (baht(30), baht(120))
    assert village.book.ask(lines_to_copy, member=member).cards[0].before == 2


def test_a_movement_entered_late_comes_behind_those_in_the_book(village):
    _, card = village.saver()
    village.deposit(card, baht(100), on=date(2026, 3, 1))
    village.run(RecordPassbook(card=card, movements=1, page=1, line=1))
    village.deposit(card, baht(20), on=date(2026, 2, 1))

    (one,) = village.book.ask(passbook, card=card).lines

    assert (one.moved.on, one.moved.balance) == (date(2026, 2, 1), baht(120))


def test_a_full_page_turns_and_a_new_book_begins_where_it_is_told(village):
    _, card = village.saver()
    village.run(SetPassbookLayout(lines=2))
    for _ in range(3):
        village.deposit(card, baht(10))

    def places(**named):
        return [
            (one.page, one.line) for one in village.book.ask(passbook, card=card, **named).lines
        ]

    assert places() == [(1, 1), (1, 2), (2, 1)]
    assert places(page=4) == [(4, 1), (4, 2), (5, 1)]
    assert places(page=1, line=2) == [(1, 2), (2, 1), (2, 2)]


def test_a_passbook_with_everything_in_it_is_not_printed_again(village):
    _, card = village.saver(baht(100))
    village.run(RecordPassbook(card=card, movements=1))

    with refused(village.book, NothingToCopy):
        village.book.ask(passbook, card=card)


@pytest.mark.parametrize(
    "place",
    [
        {"movements": 2, "page": 1, "line": 1},
        {"movements": -1, "page": 1, "line": 1},
        {"movements": 1, "page": 1, "line": 25},
        {"movements": 1, "page": -1, "line": 1},
        {"movements": 1, "page": 1, "line": 0},
    ],
    ids=str,
)
def test_a_place_that_no_passbook_has_is_refused(village, place):
    _, card = village.saver(baht(100))

    with refused(village.book, PassbookPlaceWrong, card=card):
        village.run(RecordPassbook(card=card, **place))


def test_printing_begins_at_no_line_that_is_not_there(village):
    _, card = village.saver(baht(100))

    with refused(village.book, PassbookPlaceWrong, line=25):
        village.book.ask(passbook, card=card, page=1, line=25)


@pytest.mark.parametrize(("measure", "value"), [("lines", 0), ("pitch", 5), ("size", 900)])
def test_a_measure_that_cannot_be_is_refused(village, measure, value):
    with refused(village.book, PassbookLayoutWrong, measure=measure, value=value):
        village.run(SetPassbookLayout(**{measure: value}))


def test_a_bank_has_no_passbook_of_a_member(village):
    with refused(village.book, UnknownCard):
        village.book.ask(passbook, card=999)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("081-234-5678", "0812345678"),
        ("+66 81 234 5678", "0812345678"),
        ("๐๘๑๒๓๔๕๖๗๘", "0812345678"),
        ("1-1017-00230-70-8", "1101700230708"),
        ("004999000288505", "004999000288505"),
    ],
)
def test_a_promptpay_number_is_kept_in_plain_digits(village, typed, kept):
    village.run(ChangeCooperative(promptpay=typed, telephone="044511000"))

    assert village.book.ask(letterhead).promptpay == kept


@pytest.mark.parametrize("typed", ["12", "0212345678", "1101700230707", "081234567a", "<b>"])
def test_a_number_that_no_bank_knows_is_refused(village, typed):
    with refused(village.book, BadPromptPay, number=typed):
        village.run(ChangeCooperative(promptpay=typed))


def test_the_promptpay_text_is_that_of_the_published_example():
    # EMVCo's own check of CRC-16/CCITT-FALSE, and a code as banks print it for a telephone.
    assert checksum("123456789") == 0x29B1
    said = promptpay_text("0812345678", baht(100))
    receiver = "0016A000000677010111" + "01130066812345678"
    assert said[:53] == f"0002010102122937{receiver}"
    assert said[53:-4] == "5303764" + "5406100.00" + "5802TH" + "6304"
    assert said[-4:] == f"{checksum(said[:-4]):04X}"
    by_number = promptpay_text("1101700230708")
    assert by_number.startswith("000201010211" + "2937" + "0016A000000677010111" + "0213")


@given(st.integers(1, 10**12), st.integers(0, 60), st.sampled_from("0123456789"))
def test_one_wrong_sign_of_a_promptpay_text_is_noticed(satang, at, other):
    said = promptpay_text("0812345678", Money(satang))
    body = said[:-4]
    wrong = body[: at % len(body)] + other + body[at % len(body) + 1 :]

    assert (wrong == body) == (f"{checksum(wrong):04X}" == said[-4:])


def test_a_promptpay_number_read_twice_stays():
    for number in ("0812345678", "1101700230708", "004999000288505"):
        assert promptpay_number(promptpay_number(number)) == number


def test_a_paper_with_nothing_on_it_is_refused_by_name(village):
    member, _ = village.member()

    for question, refusal in (
        (dues_slip, NothingOwed),
        (share_certificate, NoShares),
        (confirmation_slip, NoBalances),
        (lines_to_copy, NothingToCopy),
    ):
        assert issubclass(refusal, NothingForMember)
        with refused(village.book, refusal, member=member):
            village.book.ask(question, member=member)


def test_there_is_no_sheet_and_no_share_type_that_was_never_made(village):
    with refused(village.book, UnknownSheet, sheet=7):
        village.book.ask(posted_sheet, sheet=7)
    with refused(village.book, UnknownProduct):
        village.book.ask(share_register, product="GOLD")


def test_a_loan_is_no_saving_on_any_paper(village):
    card = lent(with_types(village))
    pay(village, card, baht(1_100), TODAY)
    member = village.one("SELECT member FROM cards WHERE number = ?", (card,))

    position = village.book.ask(member_position, member=member, at=TODAY)
    statement = village.book.ask(member_statement, member=member, until=TODAY)
    slip = village.book.ask(confirmation_slip, member=member, at=TODAY)

    assert position.savings == statement.savings == baht(0)
    assert position.loans == statement.loans == slip.loans > baht(10_000)
    assert statement.cards[-1].balance == -statement.loans
    assert slip.savings_and_shares == baht(0)


def test_cash_flows_lead_from_the_first_cash_to_the_last(village):
    card = lent(with_types(village))
    pay(village, card, baht(1_500), TODAY)
    village.saver(baht(300))

    flow = village.book.ask(cash_flow, until=TODAY)

    assert flow.opening + flow.change == flow.closing
    assert flow.closing == village.balance("11010")
    assert sum(one.total.satang for one in flow.activities) == flow.change.satang


def test_the_inspector_sees_what_was_lent_and_draws_the_same_sample_again(village):
    card = lent(with_types(village))
    pay(village, card, baht(1_500), TODAY)

    one, again = (
        village.book.ask(inspection_report, month=Month(2026, 1), seed="7") for _ in range(2)
    )

    assert one == again
    assert (one.granted.count, one.granted.amount) == (1, baht(12_000))
    assert one.granted_before.count == 0
    (row,) = one.borrowed
    assert (row.last_balance, row.balance) == (baht(0), baht(50_000))


def test_the_member_s_card_hides_the_national_number_unless_asked(village):
    person = Person(given="มาลี", national_id="1101700230708")
    member, _ = village.member(person=person)

    assert village.book.ask(member_card, member=member).national_id == "xxxxxxxxxx708"
    asked = village.book.ask(member_card, member=member, full_id=True)
    assert asked.national_id == "1101700230708"


def test_the_share_register_is_the_ledger_s_account(village):
    _, cards = village.member()
    village.buy(cards["SHARES"], baht(90))

    (kind,) = village.book.ask(share_register, at=TODAY, since=START).types

    (row,) = kind.rows
    assert (row.shares, row.bought) == (9, baht(90))
    assert kind.balance == -village.balance("31010")
    assert kind.difference == baht(0)
