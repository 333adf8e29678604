"""What the collection grid knows and decides; every key makes a new state (interface.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.collection.cells import (
    CellProblem,
    Problem,
    expected_of,
    is_unusual,
    items_in,
    key_of,
    wrong_with,
)
from desktop.collection.lines import Line, LineState, line_from
from ledger.domain.money import ZERO, Money, total
from ledger.queries.collection import CollectionSheet, SheetColumn, SheetRow
from reports.words.amounts import WrongAmount, parse_amount


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet being filled in: its lines by member, the cursor, and what is being typed.

    ``receipts`` are those that members got while the sheet lay open; their lines are booked.
    """

    sheet: CollectionSheet
    lines: Mapping[str, Line]
    row: int = 0
    column: int = 0
    typing: str | None = None
    problem: Problem | None = None
    receipts: Mapping[str, str] = field(default_factory=dict)

    # ── what a reader sees ──────────────────────────────────────────────────────────────────────

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        return self.sheet.columns

    @property
    def here(self) -> SheetRow:
        return self.sheet.rows[self.row]

    @property
    def is_booked(self) -> bool:
        """Whether the member here has got the receipt of the line."""
        return self.here.member in self.receipts

    def line(self, row: SheetRow) -> Line:
        return self.lines.get(row.member, _UNTOUCHED)

    def amount(self, row: SheetRow, column: SheetColumn) -> Money | None:
        """What a cell shows; None where the member has nothing of that kind."""
        items = items_in(row, column)
        typed = self.line(row).amounts.get(key_of(column))
        if not items or row.member in self.receipts:
            return typed if row.member in self.receipts else None
        return expected_of(items) if typed is None else typed

    def paid(self, row: SheetRow) -> Money:
        """What the line comes to; nothing for a member who did not pay."""
        if self.line(row).state is LineState.NOT_PAID:
            return ZERO
        typed = self.line(row).amounts
        if row.member in self.receipts:
            return total(typed.values())
        if not typed:
            return row.expected
        amounts = (self.amount(row, column) for column in self.columns)
        return total(amount for amount in amounts if amount is not None)

    @property
    def collected(self) -> Money:
        """The cash that the confirmed lines come to."""
        return total(self.paid(row) for row in self.rows_in(LineState.CONFIRMED))

    def waits(self, row: SheetRow) -> bool:
        return self.line(row).state is LineState.WAITING

    def count_of(self, state: LineState) -> int:
        """How many lines are so; only lines that were touched are anything but waiting."""
        touched = [line.state for line in self.lines.values()]
        left = len(self.sheet.rows) - len(touched)
        return touched.count(state) + (left if state is LineState.WAITING else 0)

    def rows_in(self, state: LineState) -> list[SheetRow]:
        return [row for row in self.sheet.rows if self.line(row).state is state]

    def expected_rows(self) -> list[SheetRow]:
        """The waiting lines that "all as expected" would confirm."""
        return [row for row in self.rows_in(LineState.WAITING) if self.paid(row) > ZERO]

    @property
    def expects(self) -> bool:
        """Whether there is such a line; asked after each key, so one is enough."""
        return any(self.waits(row) and self.paid(row) > ZERO for row in self.sheet.rows)

    # ── keys ────────────────────────────────────────────────────────────────────────────────────

    def typed(self, text: str) -> Grid:
        """The text in the cell under the cursor changed."""
        return replace(self, typing=text, problem=None)

    def confirm_cell(self) -> Grid:
        """Enter: take the cell as shown and go on; at the end of the line, to the next member."""
        taken = self.taken_in()
        if taken.problem is not None:
            return taken
        further = [at for at in taken.cells_to_fill() if at > taken.column]
        if further:
            return replace(taken, column=further[0])
        return taken.confirming(taken.here).on_next_line()

    def confirm_line(self) -> Grid:
        """Ctrl+Enter: take the whole line as shown and go to the next member."""
        taken = self.taken_in()
        return taken if taken.problem is not None else taken.confirming(taken.here).on_next_line()

    def not_paid(self) -> Grid:
        """F4: the member did not pay; the line stays visible, arrears follow."""
        line = replace(self.line(self.here), state=LineState.NOT_PAID)
        return replace(self, typing=None, problem=None).with_line(self.here, line).on_next_line()

    def reopened(self) -> Grid:
        """Take the line back to what was expected."""
        return replace(self.with_line(self.here, _UNTOUCHED), typing=None, problem=None)

    def typed_nothing(self) -> Grid:
        """What was being typed is forgotten; the cell shows what it did before."""
        return replace(self, typing=None, problem=None)

    def in_place_of(self, later: Grid) -> Grid:
        """This state again after a later one: what that one touched lies on the desk as before."""
        lines = {**dict.fromkeys(later.lines, _UNTOUCHED), **self.lines}
        return replace(self, lines=lines, typing=None, problem=None)

    def pasted(self, cells: tuple[tuple[str, ...], ...]) -> Grid:
        """Rows and columns of amounts from the cursor on; the first that is none says so.

        Empty cells leave what is there; what does not fit on the sheet is a problem, not lost.
        """
        grid = self.typed_nothing()
        for down, row in enumerate(cells):
            for right, text in enumerate(row):
                at, column = self.row + down, self.column + right
                if not text.strip():
                    continue
                if at >= len(self.sheet.rows) or column >= len(self.columns):
                    return replace(self, typing=None, problem=CellProblem.NO_ROOM)
                # What pasted amounts come to is asked about as a whole before they are taken.
                grid = replace(grid, row=at, column=column, typing=text.strip()).taken_in(sure=True)
                if grid.problem is not None:
                    return replace(self, row=at, column=column, typing=text, problem=grid.problem)
        return replace(grid, row=self.row, column=self.column)

    def moved(self, *, rows: int = 0, columns: int = 0) -> Grid:
        """Arrows: to another cell; what is being typed is taken first, if it can be."""
        taken = self.taken_in()
        if taken.problem is not None:
            return taken
        row = min(max(taken.row + rows, 0), len(self.sheet.rows) - 1)
        column = min(max(taken.column + columns, 0), max(len(self.columns) - 1, 0))
        return replace(taken, row=row, column=column)

    def at_member(self, member: str) -> Grid:
        """Put the cursor on a member's first cell to fill."""
        found = [at for at, row in enumerate(self.sheet.rows) if row.member == member]
        if not found:
            return self
        return self.typed_nothing().on_row(found[0])

    def noted(self, note: str, paper_number: str = "") -> Grid:
        """F6: a note on the line, and the number of its paper receipt."""
        line = replace(self.line(self.here), note=note, paper_number=paper_number)
        return self.with_line(self.here, line)

    def paid_ahead(self, months: int) -> Grid:
        """F7: every promise of the line for so many months ahead, besides what is due."""
        line = self.line(self.here)
        for column in self.columns:
            items = items_in(self.here, column)
            monthly = total(item.monthly for item in items)
            if monthly > ZERO:
                line = line.with_amount(key_of(column), expected_of(items) + monthly * months)
        return replace(self.with_line(self.here, line), typing=None, problem=None)

    def household_pays(self) -> Grid:
        """F8: this member pays for the whole household; its waiting lines are confirmed."""
        payer, household = self.here.member, self.here.household
        grid = self.taken_in()
        if grid.problem is not None or not household:
            return grid
        for row in grid.rows_in(LineState.WAITING):
            if row.household == household:
                line = replace(grid.line(row), state=LineState.CONFIRMED, payer=payer)
                grid = grid.with_line(row, line)
        return grid.on_next_line()

    def all_as_expected(self) -> Grid:
        """Every waiting line with something expected is confirmed as it stands."""
        grid = self
        for row in self.expected_rows():
            grid = grid.confirming(row)
        return replace(grid, typing=None, problem=None)

    # ── inside ──────────────────────────────────────────────────────────────────────────────────

    def cells_to_fill(self) -> list[int]:
        """The columns of this line in which something is expected; else its first cell."""
        cells = [at for at, one in enumerate(self.columns) if items_in(self.here, one)]
        due = [at for at in cells if expected_of(items_in(self.here, self.columns[at])) > ZERO]
        return due or cells[:1]

    def taken_in(self, *, sure: bool = False) -> Grid:
        """The typed text as an amount in its cell, or the problem with it.

        An amount far above the habit is asked about once; taken a second time it is meant.
        """
        if self.typing is None or not self.typing.strip():
            return replace(self, typing=None, problem=None)
        if self.is_booked:
            return self.refusing()
        column = self.columns[self.column]
        items = items_in(self.here, column)
        if not items:
            return replace(self, problem=CellProblem.NOTHING_HERE)
        amount = parse_amount(self.typing, expected=expected_of(items))
        problem = amount.problem if isinstance(amount, WrongAmount) else wrong_with(items, amount)
        if problem is not None or isinstance(amount, WrongAmount):
            return replace(self, problem=problem)
        if is_unusual(items, amount) and not sure and self.problem is not CellProblem.UNUSUAL:
            return replace(self, problem=CellProblem.UNUSUAL)
        line = self.line(self.here)
        state = LineState.WAITING if line.state is LineState.NOT_PAID else line.state
        changed = replace(line.with_amount(key_of(column), amount), state=state)
        return replace(self.with_line(self.here, changed), typing=None, problem=None)

    def for_receipt(self, command: str) -> Grid:
        """F9: the line as it will be booked alone, under this id; every amount stands for itself.

        What is expected of the member falls with the booking, and the line must not fall with it.
        """
        amounts = ((key_of(one), self.amount(self.here, one)) for one in self.columns)
        kept = {key: amount for key, amount in amounts if amount is not None}
        line = replace(self.line(self.here), state=LineState.CONFIRMED, amounts=kept)
        return self.with_line(self.here, replace(line, command=command))

    def refusing(self) -> Grid:
        """The line is booked: nothing on it can be changed here."""
        return replace(self, typing=None, problem=CellProblem.RECEIPTED)

    def confirming(self, row: SheetRow) -> Grid:
        return self.with_line(row, replace(self.line(row), state=LineState.CONFIRMED))

    def with_line(self, row: SheetRow, line: Line) -> Grid:
        return replace(self, lines={**self.lines, row.member: line})

    def on_next_line(self) -> Grid:
        rows = self.sheet.rows
        further = (at for at in range(self.row + 1, len(rows)) if self.waits(rows[at]))
        return self.on_row(next(further, min(self.row + 1, len(rows) - 1)))

    def on_row(self, at: int) -> Grid:
        moved = replace(self, row=at)
        return replace(moved, column=next(iter(moved.cells_to_fill()), 0))


_UNTOUCHED = Line()


def open_grid(
    sheet: CollectionSheet, kept: Mapping[str, str], receipts: Mapping[str, str] | None = None
) -> Grid:
    """The grid as it was left, the cursor on the first line that waits.

    ``receipts`` are those of lines that were booked alone, by the id of their command.
    """
    members = {row.member for row in sheet.rows}
    lines = {member: line_from(text) for member, text in kept.items() if member in members}
    booked = {
        member: (receipts or {})[line.command]
        for member, line in lines.items()
        if line.command in (receipts or {})
    }
    grid = Grid(sheet, lines, receipts=booked)
    first = next((row for row in sheet.rows if grid.waits(row)), None)
    return grid.at_member(first.member) if first else grid


def changed_lines(before: Grid, after: Grid) -> list[tuple[str, str]]:
    """What has to be kept on the desk now: (member, text) of every line that changed."""
    return [
        (member, line.kept())
        for member, line in after.lines.items()
        if before.lines.get(member) is not line
    ]
