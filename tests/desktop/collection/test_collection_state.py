"""The collection grid's keys as rules, without any window."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.collection.cells import CellProblem
from desktop.collection.closing import sheet_command
from desktop.collection.lines import LineState, line_from
from desktop.collection.state import Grid, changed_lines, open_grid
from ledger.domain.money import ZERO, baht, total
from ledger.queries.collection import CollectionSheet, ExpectedItem, SheetColumn, SheetRow
from reports.words.amounts import AmountProblem

DAY = date(2026, 11, 22)
SAVING = SheetColumn("PROMISE", "เงินสัจจะ", "Promise savings", "deposit")
SHARES = SheetColumn("SHARES", "ค่าหุ้น", "Shares", "shares")
FINE = SheetColumn("FINE", "ค่าปรับ", "Fine", "charge")


def saving(card: int, due: int = 200) -> ExpectedItem:
    return ExpectedItem("deposit", "PROMISE", card, None, baht(due), ZERO, ZERO, baht(200))


def shares(card: int, due: int = 100) -> ExpectedItem:
    return ExpectedItem("shares", "SHARES", card, None, baht(due), ZERO, ZERO, baht(100), baht(10))


def fine(charge: int, due: int = 50) -> ExpectedItem:
    return ExpectedItem("charge", "FINE", None, charge, baht(due), ZERO, ZERO)


def row(member: str, *items: ExpectedItem, household: str = "") -> SheetRow:
    expected = total(item.expected for item in items)
    return SheetRow(member, f"นาง {member}", "1", household, items, expected)


@pytest.fixture
def grid() -> Grid:
    rows = (
        row("0001", saving(1), shares(2), household="H1"),
        row("0002", saving(3), shares(4), fine(7), fine(8), household="H1"),
        row("0003", saving(5), shares(6)),
    )
    sheet = CollectionSheet(
        DAY, (), (SAVING, SHARES, FINE), rows, total(one.expected for one in rows)
    )
    return open_grid(sheet, {})


def test_one_key_takes_a_whole_line_as_expected(grid):
    after = grid.confirm_line()

    assert after.line(grid.sheet.rows[0]).state is LineState.CONFIRMED
    assert after.collected == baht(300)
    assert (after.row, after.column) == (1, 0)


def test_enter_goes_cell_by_cell_and_at_the_end_to_the_next_member(grid):
    second_cell = grid.confirm_cell()
    assert (second_cell.row, second_cell.column) == (0, 1)
    assert second_cell.line(second_cell.here).state is LineState.WAITING

    next_member = second_cell.confirm_cell()
    assert (next_member.row, next_member.column) == (1, 0)
    assert next_member.rows_in(LineState.CONFIRMED) == [grid.sheet.rows[0]]


def test_what_is_said_after_each_key_is_what_the_lines_say(grid):
    """Counts and sums are kept short for two thousand lines; they are those of the whole sheet."""
    fewer = grid.typed("500").confirm_cell().confirm_line().not_paid()
    for one in (grid, fewer, fewer.all_as_expected()):
        for state in LineState:
            assert one.count_of(state) == len(one.rows_in(state))
        assert one.expects is bool(one.expected_rows())
        for line in one.sheet.rows:
            shown = (one.amount(line, column) for column in one.columns)
            amounts = [amount for amount in shown if amount is not None]
            missed = one.line(line).state is LineState.NOT_PAID
            assert one.paid(line) == (ZERO if missed else total(amounts))


def test_digits_replace_the_amount_and_two_keys_more_finish_the_exception(grid):
    after = grid.typed("500").confirm_cell().confirm_line()

    assert after.amount(grid.sheet.rows[0], SAVING) == baht(500)
    assert after.collected == baht(600)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("+50", baht(250)), ("-20", baht(180)), ("300+50", baht(350)), ("๓๐๐", baht(300))],
)
def test_signs_count_from_the_expected_and_thai_digits_are_digits(grid, typed, amount):
    assert grid.typed(typed).confirm_cell().amount(grid.sheet.rows[0], SAVING) == amount


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("1e6", AmountProblem.NOT_AN_AMOUNT), ("-900", AmountProblem.NEGATIVE)],
)
def test_what_is_no_amount_stays_in_its_cell_and_says_so(grid, typed, problem):
    after = grid.typed(typed).confirm_cell()

    assert (after.problem, after.typing) == (problem, typed)
    assert (after.row, after.column) == (0, 0)
    assert after.confirm_line().problem is problem


def test_shares_come_whole(grid):
    after = grid.moved(columns=1).typed("105").confirm_cell()
    assert after.problem is CellProblem.NOT_WHOLE_SHARES


def test_a_charge_takes_no_more_than_is_open(grid):
    at_fine = grid.moved(rows=1, columns=2)
    assert at_fine.typed("101").confirm_cell().problem is CellProblem.MORE_THAN_OPEN
    assert at_fine.typed("100").confirm_cell().problem is None


def test_a_member_without_such_a_card_has_no_cell_there(grid):
    after = grid.moved(columns=2).typed("5").confirm_cell()
    assert after.problem is CellProblem.NOTHING_HERE


def test_a_member_who_did_not_pay_stays_visible_and_counts_nothing(grid):
    after = grid.not_paid()

    assert after.line(grid.sheet.rows[0]).state is LineState.NOT_PAID
    assert after.paid(grid.sheet.rows[0]) == ZERO
    assert after.row == 1


def test_paid_ahead_adds_whole_promised_months(grid):
    after = grid.paid_ahead(3)

    assert after.amount(grid.sheet.rows[0], SAVING) == baht(200 + 3 * 200)
    assert after.amount(grid.sheet.rows[0], SHARES) == baht(100 + 3 * 100)


def test_one_pays_for_the_whole_household(grid):
    after = grid.household_pays()

    confirmed = after.rows_in(LineState.CONFIRMED)
    assert [one.member for one in confirmed] == ["0001", "0002"]
    assert {after.line(one).payer for one in confirmed} == {"0001"}
    assert after.here.member == "0003"


def test_all_as_expected_leaves_what_was_decided_before(grid):
    after = grid.not_paid().all_as_expected()

    assert [one.member for one in after.rows_in(LineState.NOT_PAID)] == ["0001"]
    assert [one.member for one in after.rows_in(LineState.CONFIRMED)] == ["0002", "0003"]
    assert after.collected == baht(400 + 300)


def test_every_accepted_cell_is_kept_and_comes_back_as_it_was(grid):
    after = grid.typed("500").confirm_cell()
    kept = dict(changed_lines(grid, after))
    assert line_from(kept["0001"]).amounts == {"deposit:PROMISE": baht(500)}

    later = after.confirm_line().not_paid().noted("ไปต่างจังหวัด")
    kept = dict(changed_lines(grid, later))
    again = open_grid(grid.sheet, kept)
    assert again.lines == later.lines
    assert again.here.member == "0003"


def test_a_line_taken_back_is_taken_from_the_desk(grid):
    done = grid.confirm_line()
    back = done.at_member("0001").reopened()
    assert changed_lines(done, back) == [("0001", "")]


def test_the_sheet_books_confirmed_lines_and_divides_a_cell_over_its_charges(grid):
    at_fine = grid.not_paid().moved(columns=2)
    filled = at_fine.typed("80").confirm_cell()

    command = sheet_command(filled.confirm_line(), {baht(100): 3, baht(20): 4}, reason="")

    assert [(line.member, len(line.items)) for line in command.lines][:2] == [
        ("0001", 0),
        ("0002", 4),
    ]
    items = [(one.item.value, one.card, one.charge, one.amount) for one in command.lines[1].items]
    assert items == [
        ("deposit", 3, None, baht(200)),
        ("shares", 4, None, baht(100)),
        ("charge", None, 7, baht(50)),
        ("charge", None, 8, baht(30)),
    ]
    assert sum(one.denomination.satang * one.pieces for one in command.counted) == 38_000


def test_ten_times_the_habit_is_asked_about_once(grid):
    asked = grid.typed("2000").confirm_cell()
    assert asked.problem is CellProblem.UNUSUAL
    assert (asked.typing, asked.row, asked.column) == ("2000", 0, 0)

    meant = asked.confirm_cell()
    assert meant.problem is None
    assert meant.amount(grid.sheet.rows[0], SAVING) == baht(2_000)
    # Another amount is another question; a satang below ten times is none.
    assert asked.typed("20000").confirm_cell().problem is CellProblem.UNUSUAL
    assert grid.typed("1999.99").confirm_cell().problem is None


def test_what_was_paid_before_is_the_habit_where_nothing_is_promised(grid):
    free = replace(saving(9, due=0), monthly=ZERO, usual=baht(50))
    sheet = replace(grid.sheet, rows=(row("0009", free),))
    empty = open_grid(sheet, {})

    assert empty.typed("500").confirm_cell().problem is CellProblem.UNUSUAL
    assert empty.typed("499").confirm_cell().problem is None
    unknown = replace(sheet, rows=(row("0009", replace(free, usual=ZERO)),))
    assert open_grid(unknown, {}).typed("500000").confirm_cell().problem is None
