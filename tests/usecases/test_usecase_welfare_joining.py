"""The welfare fund in a book: joining, contributions paid through a day, leaving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from ledger.domain.accounts import BookKind
from ledger.domain.contributions import Rhythm
from ledger.domain.lending import Direction
from ledger.domain.limits import RateOutOfRange
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.products import Nature
from ledger.domain.refusals import AmountNotPositive, MemberLeft
from ledger.domain.refusals.saving import NotRefundable
from ledger.domain.refusals.welfare import (
    AlreadyInWelfareFund,
    NotInWelfareFund,
    NoWelfareFund,
    ProductNoContribution,
    WelfareDayTooEarly,
    WelfareNotLent,
)
from ledger.domain.welfare_fund import WelfareGroup, WelfareLeaving, WelfareMembership
from ledger.queries.collection import collection_sheet
from ledger.queries.surplus_sheet import surplus_sheet
from ledger.queries.welfare_members import WelfareState, welfare_members
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.lending import DefineLoanType
from ledger.usecases.members import EndMembership
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.welfare_joining import (
    JoinWelfare,
    LeaveWelfare,
    SetContribution,
    SetWelfareFund,
)
from ledger.usecases.year_closing import CloseYear
from tests.support.books import START, TODAY, found_village
from tests.support.lending import contract, is_sound
from tests.support.refused import refused


@pytest.fixture
def village(tmp_path):
    """A housing cooperative with a welfare fund of its own in the same book."""
    made = found_village(tmp_path, today=date(2026, 12, 31))
    with made.book:
        made.run(SetWelfareFund(fund="WELFARE", entrance_fee=baht(10)))
        yield made
        assert is_sound(made)


def join(village, member=None, **fields):
    member = member or village.member()[0]
    fields = {"on": START, "rhythm": Rhythm.DAY, "amount": baht(1), **fields}
    return member, dict(village.run(JoinWelfare(member=member, **fields)).made)


def row_of(village, member, at=TODAY):
    rows = village.book.ask(welfare_members, at=at).rows
    return next(one for one in rows if one.member == member)


def test_a_baht_a_day_paid_for_the_year_reaches_to_its_last_day(village):
    member, made = join(village)
    before = row_of(village, member)
    village.deposit(made["card"], baht(365), on=date(2026, 2, 1))
    after = row_of(village, member)

    # 1 January to 20 March are 79 days.
    assert (before.through, before.due, before.state) == (
        date(2025, 12, 31),
        baht(79),
        WelfareState.BEHIND,
    )
    assert (after.through, after.due, after.state) == (
        date(2026, 12, 31),
        ZERO,
        WelfareState.PAID_UP,
    )


def test_what_reaches_beyond_every_day_that_can_be_written_waits(village):
    member, made = join(village)
    village.deposit(made["card"], baht(9_999_999), on=date(2026, 2, 1))

    assert row_of(village, member).through == date(2399, 12, 31)


@pytest.mark.parametrize(
    ("rhythm", "amount", "paid", "through", "ahead", "due"),
    [
        (Rhythm.DAY, baht(1), baht(30), date(2026, 1, 30), ZERO, baht(49)),
        (Rhythm.WEEK, baht(7), baht(30), date(2026, 1, 28), baht(2), baht(54)),
        (Rhythm.MONTH, baht(30), baht(75), date(2026, 2, 28), baht(15), baht(15)),
        (Rhythm.HALF_YEAR, baht(180), baht(180), date(2026, 6, 30), ZERO, ZERO),
        (Rhythm.YEAR, baht(365), baht(364), date(2025, 12, 31), baht(364), baht(1)),
    ],
)
def test_every_rhythm_is_paid_in_whole_periods(  # noqa: PLR0913, PLR0917 - a table of cases
    village, rhythm, amount, paid, through, ahead, due
):
    member, made = join(village, rhythm=rhythm, amount=amount)
    village.deposit(made["card"], paid, on=TODAY)

    row = row_of(village, member)

    assert (row.through, row.ahead, row.due) == (through, ahead, due)


def test_contributions_are_income_of_the_fund_and_stay_there(village):
    member, made = join(village, entrance_fee=baht(10))
    village.run(
        ReceiveVisit(
            member=member,
            on=TODAY,
            items=(
                Item(item=ItemKind.DEPOSIT, amount=baht(365), card=made["card"]),
                Item(item=ItemKind.CHARGE, amount=baht(10), charge=made["charge"]),
            ),
        )
    )

    assert village.rows(
        "SELECT account, fund, credit FROM lines WHERE credit > 0 ORDER BY account"
    ) == [("43010", "WELFARE", 1_000), ("47010", "WELFARE", 36_500)]
    with refused(village.book, NotRefundable, product="WELFARE"):
        village.withdraw(made["card"], baht(1), on=TODAY)


def test_a_void_receipt_takes_the_days_back(village):
    member, made = join(village)
    village.deposit(made["card"], baht(100), on=START)
    assert row_of(village, member).through == date(2026, 4, 10)

    village.run(VoidReceipt(receipt="R2569/000001", on=TODAY, reason="ผิดคน"))

    assert row_of(village, member).through == date(2025, 12, 31)
    assert row_of(village, member, at=date(2026, 3, 19)).through == date(2026, 4, 10)


def test_another_contribution_holds_for_periods_from_its_day(village):
    member, made = join(village, rhythm=Rhythm.MONTH, amount=baht(30))
    village.run(
        SetContribution(
            member=member, from_day=date(2026, 3, 1), rhythm=Rhythm.WEEK, amount=baht(10)
        )
    )
    village.deposit(made["card"], baht(85), on=START)

    row = row_of(village, member)

    # Two months at 30, then two weeks at 10 from 1 March; 20 March lies in the third week.
    assert (row.through, row.ahead, row.due) == (date(2026, 3, 14), baht(5), baht(5))
    assert (row.rhythm, row.amount) == (Rhythm.WEEK, baht(10))


def test_who_is_taken_over_goes_on_where_the_old_book_ended(village):
    member, made = join(
        village, on=START, through=date(2026, 2, 28), rhythm=Rhythm.MONTH, amount=baht(30)
    )
    assert row_of(village, member).due == baht(30)

    village.deposit(made["card"], baht(30), on=TODAY)

    assert row_of(village, member).through == date(2026, 3, 31)


def test_the_collection_sheet_asks_for_what_is_due(village):
    member, _ = join(village, rhythm=Rhythm.MONTH, amount=baht(30))
    sheet = village.book.ask(collection_sheet, on=TODAY)
    (item,) = [one for one in sheet.rows[0].items if one.column == "WELFARE"]

    assert (item.expected, item.arrears, item.monthly) == (baht(90), baht(60), baht(30))
    paid = Item(item=ItemKind.DEPOSIT, amount=item.expected, card=item.card)
    counted = (Pieces(denomination=baht(10), pieces=9),)
    line = SheetLine(member=member, items=(paid,))
    village.run(PostSheet(on=TODAY, lines=(line,), counted=counted))
    assert row_of(village, member).through == date(2026, 3, 31)


def test_who_has_left_is_asked_for_nothing_and_pays_nothing_more(village):
    member, made = join(village)
    village.run(LeaveWelfare(member=member, on=date(2026, 3, 1), why=WelfareLeaving.LAPSED))

    row = row_of(village, member)
    assert (row.state, row.due, row.ended_why) == (WelfareState.ENDED, ZERO, WelfareLeaving.LAPSED)
    sheet = village.book.ask(collection_sheet, on=TODAY)
    assert [one.expected for one in sheet.rows[0].items if one.column == "WELFARE"] == [ZERO]
    with refused(village.book, NotInWelfareFund, member=member):
        village.deposit(made["card"], baht(1), on=TODAY)
    # A receipt found late, for a day in the fund, still counts.
    village.deposit(made["card"], baht(60), on=date(2026, 3, 1))
    assert row_of(village, member).through == date(2026, 3, 1)


def test_who_comes_back_begins_anew(village):
    member, made = join(village)
    village.deposit(made["card"], baht(100), on=START)
    village.run(LeaveWelfare(member=member, on=date(2026, 2, 1), why=WelfareLeaving.LEFT))
    _, again = join(village, member, on=date(2026, 3, 1))
    village.deposit(again["card"], baht(10), on=date(2026, 3, 2))

    old, new = village.book.ask(welfare_members, at=TODAY).rows

    assert again["card"] == made["card"]
    assert (old.state, old.paid) == (WelfareState.ENDED, baht(100))
    assert (new.paid, new.through) == (baht(10), date(2026, 3, 10))


def test_who_leaves_the_cooperative_leaves_the_fund(village):
    member, made = join(village)
    village.deposit(made["card"], baht(365), on=START)

    # Contributions are not owed to the member, so they do not stand in the way.
    village.run(EndMembership(member=member, on=TODAY, why=Leaving.DECEASED))

    row = row_of(village, member, at=date(2026, 4, 1))
    assert (row.state, row.ended, row.ended_why) == (
        WelfareState.ENDED,
        TODAY,
        WelfareLeaving.DIED,
    )
    with refused(village.book, MemberLeft):
        join(village, member, on=date(2026, 4, 1))


def test_what_the_fund_has_left_over_is_not_the_cooperative_s_to_allocate(village):
    _, made = join(village)
    village.deposit(made["card"], baht(365), on=START)
    village.run(
        ReceiveIncome(account="46020", amount=baht(90), on=START, payee="วัด", purpose="บริจาค")
    )
    village.clock.set(date(2027, 1, 31))

    closed = village.run(CloseYear(year=2026)).made

    assert closed["surplus"] == "90.00"
    assert village.rows(
        "SELECT fund, SUM(credit - debit) FROM lines WHERE account ="
        " (SELECT account FROM roles WHERE role = 'surplus_year') GROUP BY fund ORDER BY fund"
    ) == [("WELFARE", 36_500), ("general", 9_000)]
    (year,) = village.book.ask(surplus_sheet).years
    assert (year.surplus, year.kept_apart) == (baht(90), baht(365))


def test_a_membership_of_one_day_is_none_entered_by_mistake():
    day = date(2026, 2, 1)
    one = WelfareMembership(1, "0001", 5, day, WelfareGroup.GENERAL, None, None, ended=day)

    assert not one.is_mistake
    assert replace(one, ended=day - timedelta(days=1)).is_mistake
    assert not replace(one, ended=None).is_mistake


def test_what_the_fund_refuses(village):
    member, _ = join(village)
    other, _ = village.member()
    with refused(village.book, AlreadyInWelfareFund, since=START):
        join(village, member, on=TODAY)
    with refused(village.book, NotInWelfareFund, member=other):
        village.run(LeaveWelfare(member=other, on=TODAY, why=WelfareLeaving.LEFT))
    with refused(village.book, WelfareDayTooEarly, earliest=START):
        village.run(LeaveWelfare(member=member, on=date(2025, 12, 31), why=WelfareLeaving.LEFT))
    leaves = LeaveWelfare(member=member, on=START, why=WelfareLeaving.LEFT)
    assert village.run(leaves, rehearse=True)
    with refused(village.book, WelfareDayTooEarly):
        village.run(
            SetContribution(
                member=member, from_day=date(2025, 1, 1), rhythm=Rhythm.DAY, amount=baht(2)
            )
        )
    with refused(village.book, AmountNotPositive):
        join(village, other, amount=ZERO)
    with refused(village.book, ProductNoContribution, product="SAVINGS"):
        village.run(SetWelfareFund(fund="WELFARE", product="SAVINGS"))
    with refused(village.book, RateOutOfRange):
        village.run(SetWelfareFund(fund="WELFARE", administration=Fraction(2)))


def test_a_product_of_that_name_makes_no_welfare_fund_of_a_cooperative(tmp_path):
    made = found_village(tmp_path)
    with made.book:
        made.product("WELFARE", nature=Nature.CONTRIBUTION, account="23110")
        member, _ = made.member()
        with refused(made.book, NoWelfareFund):
            made.run(JoinWelfare(member=member, on=TODAY, rhythm=Rhythm.MONTH, amount=baht(30)))


def test_a_cooperative_without_a_fund_says_so(tmp_path):
    made = found_village(tmp_path)
    with made.book:
        member, _ = made.member()
        with refused(made.book, NoWelfareFund):
            join(made, member)


def test_a_book_that_is_a_welfare_fund_needs_no_setting(tmp_path):
    made = found_village(tmp_path, kind=BookKind.WELFARE_FUND)
    with made.book:
        member, cards = made.member()
        _, joined = join(made, member, entrance_fee=baht(10))

        assert joined["card"] == cards["WELFARE"]
        assert made.one("SELECT nature FROM savings_products") == Nature.CONTRIBUTION.value
        made.deposit(joined["card"], baht(365), on=START)
        assert row_of(made, member).through == date(2026, 12, 31)


def test_money_of_the_fund_is_lent_only_where_its_rules_say_so(village):
    kind = DefineLoanType(
        code="AID",
        name_th="กู้ฉุกเฉิน",
        direction=Direction.OUT,
        account="13020",
        interest_account="41020",
        fund="WELFARE",
    )
    with refused(village.book, WelfareNotLent, fund="WELFARE"):
        village.run(kind)
    village.run(replace(kind, code="EMERGENCY", fund="general"))
    village.run(SetWelfareFund(fund="WELFARE", lending=True))
    village.run(kind)
    member, _ = village.member()
    contract(village, member, type="AID")
    village.run(SetWelfareFund(fund="WELFARE"))
    with refused(village.book, WelfareNotLent, fund="WELFARE"):
        contract(village, member, type="AID")
    contract(village, member, type="EMERGENCY")
