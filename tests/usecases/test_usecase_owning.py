"""Fixed assets by hand: bought, depreciated to the satang, sold, scrapped, and refused."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from ledger.domain.assets import AssetKind, asset_standings, depreciation_due
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import ReasonMissing
from ledger.domain.refusals.assets import (
    AssetExists,
    AssetGone,
    DepreciatedLater,
    DepreciationBooked,
    ResidualTooHigh,
    UnknownAsset,
)
from ledger.queries.asset_register import asset_register
from ledger.usecases.owning import BuyAsset, DisposeAsset, PostDepreciation, RegisterAsset
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.vouching import ReceiveIncome
from tests.support.books import START
from tests.support.lending import is_sound
from tests.support.refused import refused

JANUARY, FEBRUARY, MARCH = Month(2026, 1), Month(2026, 2), Month(2026, 3)
LATER = date(2026, 5, 20)


@pytest.fixture
def rich(village):
    village.clock.set(LATER)
    village.run(
        ReceiveIncome(
            account="46020", amount=baht(50_000), on=START, payee="ผู้บริจาค", purpose="บริจาค"
        )
    )
    return village


def buy(village, number="คอม-๑", cost=10_000, **named):
    fields = {
        "name": "คอมพิวเตอร์",
        "kind": AssetKind.EQUIPMENT,
        "on": date(2026, 1, 20),
        "months": 36,
        "payee": "ร้านคอม",
        **named,
    }
    return village.run(BuyAsset(number=number, cost=baht(cost), **fields))


def run(village, month):
    return village.run(PostDepreciation(through=month)).made["total"]


def test_a_computer_loses_its_worth_by_months_and_the_last_takes_the_rest(rich):
    buy(rich)
    # 9,999 over 36 months is 277.75 a month, exactly.
    assert run(rich, JANUARY) == "277.75"
    assert (rich.balance("57010"), rich.balance("18035")) == (baht(277, 75), -baht(277, 75))
    with refused(rich.book, DepreciationBooked, month="2026-01"):
        run(rich, JANUARY)
    # A run over two months books both; the rounding never drifts.
    assert run(rich, MARCH) == "555.50"
    (kind,) = rich.book.ask(asset_register, at=MARCH.last).kinds
    assert (kind.cost, kind.depreciated, kind.worth) == (
        baht(10_000),
        baht(833, 25),
        baht(9_166, 75),
    )
    assert kind.difference == ZERO
    assert is_sound(rich)


def test_hundred_baht_over_seven_months_add_up_and_leave_the_residual(rich):
    buy(rich, cost=101, months=7)
    (row,) = rich.book.ask(asset_register, at=LATER).kinds[0].rows
    months = [Month(2026, 1).plus(k) for k in range(-1, 9)]
    worn = [row.asset.worn_through(month) for month in months]
    lost = [after - before for before, after in pairwise(worn)]
    # 100/7 = 14.2857…: 14.29, 28.57, 42.86, 57.14, 71.43, 85.71, 100.00 and then nothing.
    assert lost == [Money(one) for one in (1429, 1428, 1429, 1428, 1429, 1428, 1429, 0, 0)]
    assert row.asset.cost - worn[-1] == baht(1)


def test_what_was_there_before_the_book_goes_on_from_where_it_was(rich):
    rich.run(
        RegisterAsset(
            number="อาคาร",
            name="ที่ทำการ",
            kind=AssetKind.BUILDING,
            cost=baht(120_000),
            bought=date(2020, 1, 1),
            depreciated=baht(36_000),
            first=JANUARY,
            months=168,
            residual=ZERO,
        )
    )
    # 84,000 are left for 168 months: 500 a month. The ledger does not hold it, and that is shown.
    assert run(rich, FEBRUARY) == "1000.00"
    (kind,) = rich.book.ask(asset_register, at=FEBRUARY.last).kinds
    assert (kind.worth, kind.difference) == (baht(83_000), -baht(84_000))


def test_sold_for_more_is_gain_for_less_is_loss_and_the_due_months_are_booked_first(rich):
    buy(rich)
    buy(rich, "คอม-๒")
    # January to March are due: 833.25 of each, so that each is worth 9,166.75.
    sold = rich.run(
        DisposeAsset(number="คอม-๑", on=date(2026, 4, 2), why="ขาย", proceeds=baht(9_500))
    )
    assert sold.made["gain"] == "333.25"
    assert (rich.balance("46040"), rich.balance("18030")) == (-baht(333, 25), baht(10_000))
    scrapped = rich.run(DisposeAsset(number="คอม-๒", on=date(2026, 4, 2), why="พัง"))
    assert scrapped.made["gain"] == "-9166.75"
    assert (rich.balance("57020"), rich.balance("18030")) == (baht(9_166, 75), ZERO)
    assert rich.balance("18035") == ZERO
    assert rich.book.ask(lambda reader: depreciation_due(reader, Month(2026, 4))) == ZERO
    with refused(rich.book, AssetGone, asset="คอม-๑"):
        rich.run(DisposeAsset(number="คอม-๑", on=LATER, why="อีกครั้ง"))
    # A disposal taken back brings the asset back.
    rich.run(ReverseEntry(entry=scrapped.entries[-1].number, on=LATER, reason="ยังใช้ได้"))
    assert run(rich, Month(2026, 4)) == "277.75"
    assert is_sound(rich)


def standing_on(village, month, day):
    """Booked, due and gone, by the number of the asset."""
    told = village.book.ask(lambda reader: asset_standings(reader, month, day))
    return {one.asset.number: (one.booked, one.due, one.gone) for one in told}


def test_an_asset_stands_in_the_register_from_its_day_until_it_is_disposed_of(rich):
    buy(rich, on=date(2026, 1, 20))
    rich.run(DisposeAsset(number="คอม-๑", on=date(2026, 3, 31), why="พัง"))

    assert standing_on(rich, JANUARY, date(2026, 1, 19)) == {}
    assert standing_on(rich, JANUARY, date(2026, 1, 20)) == {"คอม-๑": (ZERO, baht(277, 75), False)}
    (_, _, gone_before), *_ = standing_on(rich, MARCH, date(2026, 3, 30)).values()
    (_, due, gone), *_ = standing_on(rich, MARCH, date(2026, 3, 31)).values()
    assert (gone_before, gone, due) == (False, True, ZERO)


def test_depreciation_that_was_taken_back_is_due_again(rich):
    buy(rich)
    assert run(rich, JANUARY) == "277.75"
    booked = rich.run(PostDepreciation(through=FEBRUARY))
    assert standing_on(rich, MARCH, LATER) == {"คอม-๑": (baht(555, 50), baht(277, 75), False)}

    rich.run(ReverseEntry(entry=booked.entries[-1].number, on=LATER, reason="เดือนผิด"))

    assert standing_on(rich, MARCH, LATER) == {"คอม-๑": (baht(277, 75), baht(555, 50), False)}
    assert run(rich, MARCH) == "555.50"
    assert is_sound(rich)


def test_a_run_counts_from_its_day_and_names_the_last_month_it_went_to(rich):
    buy(rich)
    run(rich, JANUARY)
    run(rich, MARCH)

    told = rich.book.ask(lambda reader: asset_standings(reader, MARCH, date(2026, 2, 15)))
    assert [(one.booked, one.through) for one in told] == [(baht(277, 75), "2026-01")]
    told = rich.book.ask(lambda reader: asset_standings(reader, MARCH))
    assert [(one.booked, one.through) for one in told] == [(baht(833, 25), "2026-03")]


def test_a_purchase_taken_back_is_no_asset(rich):
    bought = buy(rich)
    buy(rich, "คอม-๒")

    rich.run(ReverseEntry(entry=bought.entries[0].number, on=LATER, reason="คืนร้าน"))

    assert list(standing_on(rich, JANUARY, LATER)) == ["คอม-๒"]


def test_what_lasts_one_month_is_worn_through_in_it(rich):
    buy(rich, cost=101, months=1)

    assert standing_on(rich, JANUARY, LATER) == {"คอม-๑": (ZERO, baht(100), False)}


def test_what_cannot_be_owned_is_refused_with_its_facts(rich):
    buy(rich)
    with refused(rich.book, AssetExists, asset="คอม-๑"):
        buy(rich)
    with refused(rich.book, ResidualTooHigh, residual=baht(1)):
        rich.run(
            BuyAsset(
                number="ก",
                name="ก",
                kind=AssetKind.DURABLE,
                cost=Money(50),
                on=START,
                months=1,
                payee="ร้าน",
            )
        )
    with refused(rich.book, UnknownAsset, asset="ไม่มี"):
        rich.run(DisposeAsset(number="ไม่มี", on=LATER, why="พัง"))
    with refused(rich.book, ReasonMissing, field="why"):
        rich.run(DisposeAsset(number="คอม-๑", on=LATER, why=" "))
    run(rich, MARCH)
    with refused(rich.book, DepreciatedLater, through="2026-03"):
        rich.run(DisposeAsset(number="คอม-๑", on=date(2026, 2, 10), why="พัง"))
