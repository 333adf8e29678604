"""A whole collection evening at the real program with real keys, the power cut in its middle."""

from __future__ import annotations

from datetime import date
from itertools import islice

from desktop.collection.state import expected_of, items_in
from ledger.book import Book
from ledger.book.chance import SystemClock
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.queries.collection import CollectionSheet, SheetRow, collection_sheet
from ledger.queries.integrity import audit

OTHER = baht(500)
EVERY = 12  # one in so many pays another amount than expected


def exceptions(sheet: CollectionSheet) -> set[str]:
    """Nine members who bring 500 baht for the first thing that is due of them."""
    able = [row.member for row in sheet.rows[EVERY // 2 :: EVERY] if _due(sheet, row) > ZERO]
    return set(islice(able, 9))


def _due(sheet: CollectionSheet, row: SheetRow) -> Money:
    """The savings expected in the first cell to fill; nothing where another thing stands there."""
    for column in sheet.columns:
        items = items_in(row, column)
        if items and expected_of(items) > ZERO:
            return expected_of(items) if items[0].item == "deposit" else ZERO
    return ZERO


def pieces(amount: Money) -> list[int]:
    """Notes and coins, the largest first, in the order in which the form asks for them."""
    left, counts = amount.satang, []
    for one in DENOMINATIONS:
        count, left = divmod(left, one.satang)
        counts.append(count)
    assert left == 0
    return counts


def the_sheet(path, on: date) -> CollectionSheet:
    with Book.open(path, user="สมใจ") as book:
        return book.ask(collection_sheet, on=on)


def test_an_evening_by_keyboard_outlives_a_power_cut_and_is_booked_to_the_satang(hands):
    on = SystemClock().now().date()
    sheet = the_sheet(hands.book, on)
    other = exceptions(sheet)
    keys = [
        [*"500", "Return", "ctrl+Return"] if row.member in other else ["ctrl+Return"]
        for row in sheet.rows
    ]
    half = len(keys) // 2

    hands.start()
    hands.press("alt+2")
    hands.pressed = 0
    hands.press(*(key for line in keys[:half] for key in line))
    hands.press("7")  # in the cell being typed: the one thing that may be lost
    hands.pull_the_plug()
    hands.start()
    hands.press("alt+2")
    hands.press(*(key for line in keys[half:] for key in line))
    typed = hands.pressed - 2  # without the key that was lost, and the way back to the sheet

    assert len(other) == 9
    assert typed == (len(sheet.rows) - 9) + 9 * (len("500") + 2)

    due = total(_due(sheet, row) for row in sheet.rows if row.member in other)
    collected = sheet.expected - due + OTHER * 9
    hands.press("Tab", "space")  # nothing is left to confirm, so the next button closes the sheet
    hands.press(*(key for count in pieces(collected) for key in [*str(count), "Return"]))
    hands.press("ctrl+Return")
    hands.pull_the_plug()

    with Book.open(hands.book, user="สมใจ") as book:
        receipts = book.ask(
            lambda reader: reader.rows(
                'SELECT COUNT(*), SUM(total) FROM receipts WHERE "on" = ?', (on.isoformat(),)
            )
        )
        assert receipts == [(sum(row.expected > ZERO for row in sheet.rows), collected.satang)]
        assert book.ask(audit).clean
    assert hands.said.read_text() == ""
