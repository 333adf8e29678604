"""Collection day: the sheet is booked whole with its cash count, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import (
    BadDenomination,
    CountDiffers,
    FutureDay,
    MemberLeft,
    MemberTwice,
    NegativePieces,
    NotADay,
    PaperNumberUsed,
    PeriodClosed,
    ReceiptIsVoid,
    UnknownCard,
    UnknownMember,
    UnknownReceipt,
)
from ledger.domain.refusals.closing import SheetWaiting
from ledger.domain.refusals.receiving import ReceiptCounted, ReceiptNotCash
from ledger.usecases.banking import OpenBank
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import (
    DraftItem,
    DropDrafts,
    PostSheet,
    SaveDrafts,
    SheetLine,
)
from ledger.usecases.counting import Pieces
from ledger.usecases.members import EndMembership
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from tests.support.books import TODAY, found_village, reopened
from tests.support.refused import refused


@pytest.fixture
def three(village):
    """Three members, each with a promise card 1, 3 and 5."""
    for _ in range(3):
        village.member()
    return village


def line(member, card, amount, **named):
    item = Item(item=ItemKind.DEPOSIT, amount=amount, card=card)
    return SheetLine(member=member, items=(item,), **named)


def notes(**counts):
    values = {"n1000": 1_000, "n500": 500, "n100": 100, "n50": 50, "n20": 20, "c1": 1}
    return tuple(
        Pieces(denomination=baht(values[name]), pieces=pieces) for name, pieces in counts.items()
    )


def test_every_line_is_a_visit_with_its_receipt_in_the_order_of_the_sheet(three):
    made = three.run(
        PostSheet(
            on=TODAY,
            zones=("A", "B"),
            lines=(
                line("0002", 3, baht(150)),
                SheetLine(member="0001", items=()),
                line("0003", 5, baht(100)),
            ),
            counted=notes(n100=2, n50=1),
            counted_by="เหรัญญิก",
        )
    )

    assert made.receipts == ("R2569/000001", "R2569/000002")
    assert three.rows("SELECT number, member, total FROM receipts") == [
        (1, "0002", 15_000),
        (2, "0003", 10_000),
    ]
    assert three.rows("SELECT zones, lines, total, cash_count FROM sheets") == [
        ("A,B", 2, 25_000, 1)
    ]
    assert three.rows("SELECT counted, booked, entry FROM cash_counts") == [(25_000, 25_000, None)]


def test_a_count_that_differs_needs_a_reason_and_is_booked_openly(three):
    lines = (line("0001", 1, baht(100)), line("0002", 3, baht(100)))

    with refused(
        three.book, CountDiffers, counted=baht(180), booked=baht(200), difference=-baht(20)
    ):
        three.run(PostSheet(on=TODAY, lines=lines, counted=notes(n100=1, n50=1, n20=1, c1=10)))
    three.run(
        PostSheet(
            on=TODAY,
            lines=lines,
            counted=notes(n100=1, n50=1, n20=1, c1=10),
            reason="ทอนเงินผิด",
        )
    )

    assert three.balance("11010") == baht(180)
    assert three.balance("14020") == baht(20)
    assert three.held(1) == baht(100)


def test_too_much_cash_is_booked_as_an_overage(three):
    three.run(
        PostSheet(
            on=TODAY,
            lines=(line("0001", 1, baht(100)),),
            counted=notes(n100=1, c1=5),
            reason="เงินเกิน",
        )
    )

    assert three.balance("11010") == baht(105)
    assert three.balance("23070") == -baht(5)


def test_receipts_given_while_the_sheet_lay_open_are_counted_with_it(three):
    given = three.run(
        ReceiveVisit(member="0001", on=TODAY, items=line("0001", 1, baht(100)).items)
    ).receipts
    sheet = PostSheet(
        on=TODAY, lines=(line("0002", 3, baht(100)),), counted=notes(n100=2), given=given
    )

    with refused(three.book, MemberTwice):
        three.run(replace(sheet, lines=(line("0001", 1, baht(100)),)))
    with refused(three.book, UnknownReceipt):
        three.run(replace(sheet, given=("R2569/000009",)))
    three.run(sheet)

    assert three.rows("SELECT lines, total FROM sheets") == [(2, 20_000)]
    assert three.rows("SELECT counted, booked, entry FROM cash_counts") == [(20_000, 20_000, None)]


def test_a_receipt_that_is_void_or_of_another_day_is_not_counted_with_the_sheet(three):
    paid = line("0001", 1, baht(100)).items
    void = three.run(ReceiveVisit(member="0001", on=TODAY, items=paid)).receipts
    three.run(VoidReceipt(receipt=void[0], on=TODAY, reason="ผิดคน"))
    before = three.run(
        ReceiveVisit(member="0001", on=TODAY - timedelta(days=1), items=paid)
    ).receipts

    for given, refusal in ((void, ReceiptIsVoid), (before, UnknownReceipt)):
        with refused(three.book, refusal):
            three.run(PostSheet(on=TODAY, lines=(), given=given))


def test_a_receipt_is_counted_with_one_sheet_only(three):
    """Counted twice, its cash would be missed once, and booked as a shortage."""
    paid = line("0001", 1, baht(100)).items
    given = three.run(ReceiveVisit(member="0001", on=TODAY, items=paid)).receipts
    first = three.run(
        PostSheet(on=TODAY, lines=(line("0002", 3, baht(100)),), counted=notes(n100=2), given=given)
    ).receipts

    for counted in (given, first):
        with refused(three.book, ReceiptCounted):
            three.run(PostSheet(on=TODAY, lines=(), given=counted, reason="เงินขาด"))
    assert three.rows("SELECT sheet FROM sheet_receipts") == [(1,)]


def test_what_was_no_cash_of_a_member_is_not_counted_with_the_sheet(three):
    three.run(OpenBank(code="GSB", bank="ออมสิน", account_number="1", on=TODAY))
    paid = line("0001", 1, baht(100)).items
    gift = Item(item=ItemKind.INCOME, amount=baht(20), account="46020")
    banked = three.run(ReceiveVisit(member="0001", on=TODAY, items=paid, bank="GSB"))
    strange = three.run(ReceiveVisit(payer="วัดป่า", on=TODAY, items=(gift,)))

    for other in (banked, strange):
        with refused(three.book, ReceiptNotCash):
            three.run(PostSheet(on=TODAY, lines=(), given=other.receipts, reason="เงินขาด"))


def test_one_refused_line_refuses_the_whole_sheet(three):
    good = line("0001", 1, baht(100), paper_book="1", paper_number="1")
    three.run(EndMembership(member="0003", on=TODAY, why=Leaving.RESIGNED))
    bad = {
        UnknownMember: line("0009", 3, baht(100)),
        MemberLeft: line("0003", 5, baht(100)),
        UnknownCard: line("0002", 99, baht(100)),
        MemberTwice: line("0001", 1, baht(100)),
        PaperNumberUsed: line("0002", 3, baht(100), paper_book="1", paper_number="1"),
    }
    for refusal, last in bad.items():
        with refused(three.book, refusal):
            three.run(PostSheet(on=TODAY, lines=(good, last), counted=notes(n100=2)))


@pytest.mark.parametrize(
    ("pieces", "refusal"),
    [
        (Pieces(denomination=baht(3), pieces=1), BadDenomination),
        (Pieces(denomination=Money(1), pieces=1), BadDenomination),
        (Pieces(denomination=baht(100), pieces=-1), NegativePieces),
    ],
)
def test_cash_is_counted_in_notes_and_coins_that_exist(three, pieces, refusal):
    with refused(three.book, refusal):
        three.run(PostSheet(on=TODAY, lines=(line("0001", 1, baht(100)),), counted=(pieces,)))


def test_a_sheet_on_which_nobody_paid_is_kept_with_its_empty_count(three):
    made = three.run(PostSheet(on=TODAY, lines=(SheetLine(member="0001", items=()),)))

    assert made.receipts == ()
    assert three.balance("11010") == ZERO
    assert three.one("SELECT lines FROM sheets") == 0


def test_drafts_live_on_the_desk_outside_the_chain(village):
    acts = village.one("SELECT COUNT(*) FROM acts")

    village.run(
        SaveDrafts(
            place="collection/2026-03",
            items=(DraftItem(item="0001", value="150"), DraftItem(item="0002", value="๑๐๐")),
        )
    )
    village.run(SaveDrafts(place="collection/2026-03", items=(DraftItem(item="0001", value=""),)))

    assert village.rows("SELECT * FROM desk_drafts") == [("collection/2026-03", "0002", "๑๐๐")]
    assert village.one("SELECT COUNT(*) FROM acts") == acts
    village.run(DropDrafts(place="collection/2026-03"))
    assert village.rows("SELECT * FROM desk_drafts") == []


def test_a_sheet_lies_at_one_place_however_its_place_was_written(village):
    item = DraftItem(item="0001", value="150")

    for place in ("collection:2026-02-05", "collection:2026-02-05:", "collection:20260205"):
        village.run(SaveDrafts(place=place, items=(item,)))

    assert village.rows("SELECT * FROM desk_drafts") == [("collection:2026-02-05:", "0001", "150")]
    with refused(village.book, SheetWaiting, day=date(2026, 2, 5), lines=1):
        village.run(CloseMonth(month=Month(2026, 2)))
    with refused(village.book, NotADay, field="place", text="2026-02-30"):
        village.run(SaveDrafts(place="collection:2026-02-30:", items=(item,)))
    village.run(DropDrafts(place="collection:2026-02-05"))
    assert village.rows("SELECT * FROM desk_drafts") == []


def test_drafts_survive_the_closing_of_the_book(tmp_path):
    village = found_village(tmp_path)
    village.run(SaveDrafts(place="x", items=(DraftItem(item="1", value="ค้างไว้"),)))

    again = reopened(village)

    assert again.rows("SELECT value FROM desk_drafts") == [("ค้างไว้",)]
    again.book.close()


def test_a_sheet_on_which_nobody_paid_needs_an_open_day_as_well(three):
    nobody = SheetLine(member="0001", items=())
    tomorrow, last_month = TODAY + timedelta(days=1), Month.of(TODAY).plus(-1)
    three.run(CloseMonth(month=last_month))

    with refused(three.book, FutureDay, day=tomorrow):
        three.run(PostSheet(on=tomorrow, lines=(nobody,)))
    with refused(three.book, PeriodClosed, day=last_month.last):
        three.run(PostSheet(on=last_month.last, lines=(nobody,)))
