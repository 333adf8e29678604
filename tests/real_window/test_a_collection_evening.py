"""A whole collection evening at the real program with real keys, the power cut in its middle."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from itertools import islice

from desktop.collection.cells import expected_of, items_in
from ledger.book import Book
from ledger.book.chance import SystemClock
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.queries import papers as queries
from ledger.queries.collection import CollectionSheet, SheetRow, collection_sheet
from ledger.queries.integrity import audit

pypdfium2 = import_module("pypdfium2")  # it has no types to check
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


def print_the_evening(hands) -> list[str]:
    """Every receipt in order, then the month's report, each kept as PDF; answers their texts."""
    hands.press("F9")
    receipts = hands.save_paper(hands.home / "receipts.pdf")
    hands.press("F12", "Escape")  # in English a paper is found in the list by plain letters
    hands.type("monthly report")
    hands.press("Return", "Return")
    report = hands.save_paper(hands.home / "report.pdf")
    return [text_of(path) for path in (receipts, report)]


def text_of(path) -> str:
    paper = pypdfium2.PdfDocument(path)
    return "".join(paper[at].get_textpage().get_text_range() for at in range(len(paper)))


def fill_in(hands, sheet, other) -> int:
    """Every line of the sheet, with the power cut in the middle; answers the keys that it took."""
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
    return hands.pressed - 2  # without the key that was lost, and the way back to the sheet


def close_the_sheet(hands, collected: Money) -> None:
    """Count the cash and book; nothing is left to confirm, so the next button closes the sheet."""
    hands.press("Tab", "space")
    hands.press(*(key for count in pieces(collected) for key in [*str(count), "Return"]))
    hands.press("ctrl+Return")


def test_an_evening_by_keyboard_outlives_a_power_cut_and_is_booked_to_the_satang(hands):
    on = SystemClock().now().date()
    sheet = the_sheet(hands.book, on)
    other = exceptions(sheet)
    due = total(_due(sheet, row) for row in sheet.rows if row.member in other)
    collected = sheet.expected - due + OTHER * 9

    typed = fill_in(hands, sheet, other)
    close_the_sheet(hands, collected)
    receipts, report = print_the_evening(hands)
    hands.pull_the_plug()

    assert len(other) == 9
    assert typed == (len(sheet.rows) - 9) + 9 * (len("500") + 2)
    with Book.open(hands.book, user="สมใจ") as book:
        assert book.ask(audit).clean
        given = book.ask(queries.receipts, since=on, until=on).rows
    assert len(given) == sum(row.expected > ZERO for row in sheet.rows)
    assert total(row.total for row in given) == collected
    places = [receipts.find(row.receipt) for row in given]
    assert -1 not in places
    assert places == sorted(places)
    assert {row.prints for row in given} == {1}
    assert "Monthly report" in report
    assert hands.said.read_text() == ""
