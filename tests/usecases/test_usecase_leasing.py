"""Leased land: plots from hand to hand, rent billed, collected with the sheet, and remitted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.codec import plain_value, read_value
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.leases import PlotReason
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.products import ChargeKind
from ledger.domain.refusals import (
    CardMissing,
    ChargeOverpaid,
    ChargeTypeExists,
    MemberOwesCharges,
    UnknownFund,
)
from ledger.domain.refusals.base import Refusal
from ledger.domain.refusals.leases import (
    BeforeHolder,
    LeaseExists,
    LeaseRentUnclear,
    NotAnArea,
    OutsideLease,
    PlotExists,
    PlotRentUnknown,
    PlotsExceedLease,
    RemittedTooMuch,
    RentBilled,
    SameHolder,
    UnknownLease,
    UnknownPlot,
)
from ledger.queries.collection import collection_sheet
from ledger.queries.control import cards_and_control
from ledger.queries.integrity import audit
from ledger.queries.leases import lease_card, leases
from ledger.queries.plots import plot_register
from ledger.usecases.charging import CancelCharge, DefineChargeType
from ledger.usecases.leasing import AddPlot, ChangePlot, SetLeaseRent, TransferPlot
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY, found_village
from tests.support.projects import (
    FEBRUARY,
    JANUARY,
    billed,
    household,
    leased,
    plot,
    remitted,
    rent_paid,
)
from tests.support.refused import refused

FEB, MAR = Month(2026, 2), Month(2026, 3)


def card(village, **named):
    return village.book.ask(lease_card, lease="SRT", **{"at": TODAY, **named})


@pytest.mark.parametrize(
    ("text", "deed", "wah"),
    [
        ("1-2-35.5", "1-2-35.5", 63_550),
        ("235.5", "0-2-35.5", 23_550),
        ("400", "1-0-0", 40_000),
        ("0-0-99.99", "0-0-99.99", 9_999),
        ("0-3-5.05", "0-3-5.05", 30_505),
    ],
)
def test_an_area_is_read_and_written_as_on_a_deed(text, deed, wah):
    area = LandArea.parse(text)

    assert (area.hundredths, area.deed) == (wah, deed)
    assert read_value(LandArea, plain_value(area)) == area


@pytest.mark.parametrize(
    "text", ["", "1-4-0", "1-2-100", "-5", "1-2", "1-2-3-4", "2.345", "ห้า", "1e3", "9" * 9, 5, None]
)
def test_what_is_no_area_is_refused(text):
    with pytest.raises(NotAnArea):
        read_value(LandArea, text, "area")


@given(st.integers(0, 10**9))
def test_every_area_comes_back_from_its_deed(hundredths):
    assert LandArea.parse(LandArea(hundredths).deed) == LandArea(hundredths)


def with_land(village):
    household(village, "ก-๑")
    household(village, "ก-๒", "วิชัย")
    leased(village)
    plot(village, "A-1", "50.5", "0001")
    plot(village, "A-2", "0-1-0", "0002")
    return village


@pytest.fixture
def land(village):
    """A rai at 2.50 a square wah: 1,000 baht a month; two members hold 150.5 wah of it."""
    return with_land(village)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The same book for what is refused, which leaves it as it was."""
    village = with_land(found_village(tmp_path_factory.mktemp("kept")))
    with village.book:
        yield village


def test_rent_is_billed_collected_and_remitted_and_every_difference_shown(land):
    """By hand: 50.5 × 2.50 = 126.25 and 250.00 a month; the owner asks 1,000 a month."""
    first, second = billed(land)
    rent_paid(land, first, baht(126, 25))
    rent_paid(land, second, baht(100))
    remitted(land, baht(200))

    told = card(land, at=date(2026, 2, 28))

    row = told.row
    assert (row.owed, row.billed, row.collected) == (baht(2_000), baht(376, 25), baht(226, 25))
    assert (row.outstanding, row.remitted, row.held) == (baht(150), baht(200), baht(26, 25))
    assert row.open == baht(1_800)
    assert (told.booked, told.difference) == (baht(26, 25), ZERO)
    assert [(one.month, one.owed, one.billed) for one in told.months] == [
        (JANUARY, baht(1_000), baht(376, 25)),
        (FEB, baht(1_000), ZERO),
    ]
    assert [(one.member, one.plots, one.outstanding) for one in told.members] == [
        ("0001", ("A-1",), ZERO),
        ("0002", ("A-2",), baht(150)),
    ]
    assert land.balance("23080") == -baht(26, 25)
    assert land.book.ask(cards_and_control).agrees


def test_rent_stands_on_the_collection_sheet_in_a_column_of_its_own(land):
    billed(land)
    billed(land, FEB)

    sheet = land.book.ask(collection_sheet, on=date(2026, 3, 10))

    assert [(one.code, one.name_th) for one in sheet.columns if one.item == "charge"] == [
        ("RENT-SRT", "ค่าเช่าที่ดิน SRT")
    ]
    expected = [
        sum(item.expected.satang for item in row.items if item.column == "RENT-SRT")
        for row in sheet.rows
    ]
    assert expected == [2 * 12_625, 2 * 25_000]


def test_rent_never_touches_income(land):
    first, _ = billed(land)
    rent_paid(land, first, baht(126, 25))

    assert land.rows("SELECT account FROM lines ORDER BY line") == [("11010",), ("23080",)]


def test_a_month_is_billed_once_and_a_plot_added_later_is_billed_alone(land):
    billed(land)
    with refused(land.book, RentBilled, month="2026-01"):
        billed(land)

    plot(land, "A-3", "10", "0001")

    assert len(billed(land)) == 1


def test_a_bill_that_was_cancelled_may_be_billed_again(land):
    first, _ = billed(land)
    land.run(CancelCharge(charge=first, reason="เนื้อที่ผิด"))

    assert len(billed(land)) == 1
    assert card(land).row.billed == baht(376, 25)


def test_rent_is_asked_of_who_held_the_plot_when_it_fell_due(land):
    land.run(
        TransferPlot(
            lease="SRT",
            plot="A-2",
            to="0001",
            on=FEBRUARY,
            reason=PlotReason.SALE,
            resolution="มติ ๑",
        )
    )
    billed(land)
    billed(land, FEB)

    rows = land.rows("SELECT member, amount FROM charges ORDER BY number")
    assert rows == [("0001", 12_625), ("0002", 25_000), ("0001", 12_625), ("0001", 25_000)]


def test_no_more_rent_is_remitted_than_was_collected_unless_it_is_advanced(land):
    first, _ = billed(land)
    rent_paid(land, first, baht(126, 25))
    with refused(land.book, RemittedTooMuch, held=baht(126, 25), asked=baht(1_000)):
        remitted(land, baht(1_000))

    land.saver(baht(5_000))
    remitted(land, baht(1_000), on=TODAY, advance=True)

    assert card(land).row.held == -baht(873, 75)
    assert card(land).difference == ZERO


def test_a_payment_taken_back_is_no_longer_collected(land):
    first, _ = billed(land)
    rent_paid(land, first, baht(126, 25))
    land.run(ReverseEntry(entry=1, on=TODAY, reason="ผิดคน"))

    assert (card(land).row.collected, card(land).booked) == (ZERO, ZERO)
    assert card(land, at=FEBRUARY).row.collected == baht(126, 25)


def test_the_rent_changes_from_a_month_on(land):
    land.run(SetLeaseRent(lease="SRT", from_month=MAR, rate=baht(3), resolution="หนังสือ รฟท."))

    told = card(land)

    assert [one.owed for one in told.months] == [baht(1_000), baht(1_000), baht(1_200)]


def test_a_fixed_rent_is_owed_at_the_beginning_of_each_period(village):
    leased(village, fixed=baht(6_000), every=2)

    told = [one.owed for one in card(village).months]

    assert told == [baht(6_000), ZERO, baht(6_000)]


def test_under_a_fixed_rent_each_plot_has_its_own(village):
    household(village, "ก-๑")
    leased(village, fixed=baht(6_000), every=12)
    plot(village, "A-1", "20", "0001")
    with refused(village.book, PlotRentUnknown, plot="A-1"):
        billed(village)

    village.run(ChangePlot(lease="SRT", plot="A-1", monthly=baht(80), house="๙/๙"))
    billed(village)

    assert card(village).row.billed == baht(80)


def test_a_plot_goes_from_hand_to_hand_and_no_hand_is_forgotten(land):
    for to, reason, on in (
        ("0002", PlotReason.HEIR, FEBRUARY),
        (None, PlotReason.RETURNED, TODAY),
    ):
        land.run(
            TransferPlot(lease="SRT", plot="A-1", to=to, on=on, reason=reason, resolution="มติ ๑")
        )

    now = land.book.ask(plot_register, at=TODAY)
    then = land.book.ask(plot_register, at=FEBRUARY, lease="SRT")

    assert [(one.code, one.holder, len(one.transfers)) for one in now.rows] == [
        ("A-1", "", 3),
        ("A-2", "0002", 1),
    ]
    assert (then.rows[0].holder, then.rows[0].name) == ("0002", "วิชัย ริมน้ำ")
    assert (now.held, now.vacant, now.area.deed) == (1, 1, "0-1-50.5")


TO_TWO = {"lease": "SRT", "plot": "A-1", "to": "0002", "on": FEBRUARY, "resolution": "มติ ๑"}


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"to": "0001"}, SameHolder),
        ({"plot": "Z-9"}, UnknownPlot),
        ({"lease": "MOON"}, UnknownLease),
        ({"on": date(2025, 12, 31)}, BeforeHolder),
    ],
)
def test_a_transfer_that_cannot_be_is_refused(kept, named, why):
    with refused(kept.book, why):
        kept.run(TransferPlot(reason=PlotReason.SALE, **{**TO_TWO, **named}))


def test_a_vacant_plot_is_not_given_back(land):
    plot(land, "A-3", "10")

    with refused(land.book, SameHolder, holder=""):
        land.run(
            TransferPlot(
                lease="SRT", plot="A-3", on=TODAY, reason=PlotReason.RETURNED, resolution="มติ"
            )
        )


def test_plots_are_never_larger_than_the_land(land):
    with refused(land.book, PlotsExceedLease, land="1-0-0", plots="1-0-0.01"):
        plot(land, "A-3", "249.51")
    with refused(land.book, PlotsExceedLease):
        land.run(ChangePlot(lease="SRT", plot="A-1", area=LandArea.parse("300.01")))

    plot(land, "A-3", "249.5")


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"rate": None}, LeaseRentUnclear),
        ({"rate": baht(1), "fixed": baht(1)}, LeaseRentUnclear),
        ({"fund": "MOON"}, UnknownFund),
        ({"code": "SRT"}, LeaseExists),
    ],
)
def test_a_lease_that_is_unclear_is_refused(kept, named, why):
    from ledger.usecases.leasing import OpenLease

    fields = {"code": "NEW", "owner": "กรมธนารักษ์", "area": LandArea(100), "on": START, **named}
    fields.setdefault("rate", baht(1))
    with refused(kept.book, why):
        kept.run(OpenLease(**fields))


def test_months_outside_the_lease_are_not_billed(village):
    leased(village, ends_on=date(2026, 2, 28))
    for month in (Month(2025, 12), MAR):
        with refused(village.book, OutsideLease, month=month.iso):
            billed(village, month)

    assert [one.owed for one in card(village).months] == [baht(1_000), baht(1_000), ZERO]


def test_a_plot_is_added_once(land):
    with refused(land.book, PlotExists, plot="A-1"):
        land.run(AddPlot(lease="SRT", code="A-1", area=LandArea(1), on=START))


def test_no_more_rent_is_taken_than_was_asked(land):
    first, _ = billed(land)

    with refused(land.book, ChargeOverpaid, charge=first):
        rent_paid(land, first, baht(126, 26))


def test_a_type_of_charge_of_ones_own_takes_no_account_with_cards(land):
    command = DefineChargeType(code="X", name_th="เช่า", kind=ChargeKind.RENT, account="23080")

    with refused(land.book, CardMissing, account="23080"):
        land.run(command)


def test_the_type_of_charge_of_a_lease_is_its_own(village):
    village.run(
        DefineChargeType(code="RENT-SRT", name_th="เช่า", kind=ChargeKind.DUES, account="43040")
    )

    with refused(village.book, ChargeTypeExists):
        leased(village)


def test_who_owes_rent_does_not_leave(land):
    billed(land)

    with refused(land.book, MemberOwesCharges, owed=baht(126, 25)):
        land.run(EndMembership(member="0001", on=TODAY, why=Leaving.RESIGNED))


def test_leases_are_listed_with_their_sums(land):
    leased(land, "BMA", area=LandArea.parse("100"), rate=baht(1))

    told = land.book.ask(leases, at=TODAY)

    assert [(one.code, one.owed) for one in told.rows] == [
        ("BMA", baht(300)),
        ("SRT", baht(3_000)),
    ]
    assert told.open == baht(3_300)


steps = st.lists(
    st.tuples(
        st.sampled_from(["bill", "pay", "pay", "remit", "advance", "undo", "cancel"]),
        st.integers(1, 30_000).map(Money),
    ),
    max_size=14,
)


@settings(max_examples=6)
@given(steps)
def test_billed_is_always_collected_and_outstanding(tmp_path_factory, moves):
    village = found_village(tmp_path_factory.mktemp("lease"))
    with village.book:
        village.saver(baht(9_000))
        leased(village)
        plot(village, "A-1", "50.5", "0001")
        for at, (move, amount) in enumerate(moves):
            try:
                _do(village, move, amount, at)
            except Refusal:
                continue
            told = card(village, at=TODAY)
            row = told.row
            assert row.billed == row.collected + row.outstanding
            assert row.outstanding >= ZERO
            assert row.collected == row.remitted + row.held
            assert told.difference == ZERO
        assert village.book.ask(audit).findings == ()


def _do(village, move, amount, at):
    charge = village.one("SELECT COALESCE(MAX(number), 1) FROM charges")
    if move == "bill":
        billed(village, Month(2026, 1).plus(at % 3))
    elif move == "pay":
        rent_paid(village, charge, amount)
    elif move == "cancel":
        village.run(CancelCharge(charge=charge, reason="ผิด"))
    elif move == "undo":
        last = village.one("SELECT MAX(number) FROM entries WHERE reverses IS NULL")
        village.run(ReverseEntry(entry=last, on=TODAY, reason="ผิด"))
    else:
        remitted(village, amount, on=TODAY, advance=move == "advance")
