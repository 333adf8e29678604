"""What the collection grid says: states of lines, problems of cells, what the keys do."""

from __future__ import annotations

from desktop.collection.cells import CellProblem, Problem, items_in, usual_of
from desktop.collection.lines import LineState
from desktop.collection.state import Grid
from desktop.parts.words import Says, nothing
from ledger.domain.money import Money, total
from reports.words.amounts import AmountProblem, WrongAmount
from reports.words.refusals.typing import wrong_amount
from reports.words.voice import Voice


def state_text(state: LineState, voice: Voice) -> str:
    """The word in the last column; a waiting line has none."""
    if state is LineState.CONFIRMED:
        # note: on the collection sheet: the member paid as shown on this line
        return voice.tr("paid")
    if state is LineState.NOT_PAID:
        # note: on the collection sheet: the member did not pay this time
        return voice.tr("not paid")
    return ""


def receipted_text(voice: Voice) -> str:
    """The word in the last column of a line that has its receipt."""
    # note: on the collection sheet: the member paid and got a receipt at once
    return voice.tr("got a receipt")


def receipt_now_text(name: str, amount: Money) -> Says:
    """What F9 asks about the line under the cursor."""
    return lambda voice: voice.tr(
        "Book {amount} baht of {name} now and print the receipt? The rest of the sheet stays open; "
        "this money is counted with it when you close it."
    ).format(amount=voice.money(amount), name=name)


def book_now_text(voice: Voice) -> str:
    return voice.tr("Book and print now")


def all_unprinted_text(voice: Voice) -> str:
    return voice.tr("Receipts not printed yet")


def problem_text(grid: Grid) -> Says:
    """What is wrong with the cell under the cursor."""
    problem, typed = grid.problem, grid.typing or ""
    if problem is None:
        return nothing
    if problem is CellProblem.UNUSUAL:
        usual = usual_of(items_in(grid.here, grid.columns[grid.column]))
        return lambda voice: voice.tr(
            "This is ten times what this member usually pays here ({usual} baht) or more. "
            "Press Enter again if it is right, or type another amount."
        ).format(usual=voice.money(usual))
    return lambda voice: _problem(problem, typed, voice)


def _problem(problem: Problem, typed: str, voice: Voice) -> str:
    if isinstance(problem, AmountProblem):
        return wrong_amount(WrongAmount(problem, typed), voice)
    if problem is CellProblem.NOT_WHOLE_SHARES:
        return voice.tr("This is not a whole number of shares. Type an amount for whole shares.")
    if problem is CellProblem.MORE_THAN_OPEN:
        return voice.tr("This is more than the member owes here. Type at most the amount due.")
    if problem is CellProblem.RECEIPTED:
        return voice.tr(
            "This line is booked and has a receipt. To correct it, void the receipt in Members and "
            "collect again."
        )
    if problem is CellProblem.NO_ROOM:
        return voice.tr(
            "More rows or columns were pasted than the sheet has from here. Nothing was taken. "
            "Go to the right cell and paste again."
        )
    return voice.tr(
        "The member has nothing in this column. Take away what was typed with Ctrl+Z, then go to a "
        "column with an amount."
    )


def keys_text(voice: Voice) -> str:
    return voice.tr(
        "Enter: as shown, next cell · Ctrl+Enter: whole line · F4: not paid · F6: note · "
        "F7: paid ahead · F8: pays for the household · F9: receipt now, or all · Ctrl+F: find · "
        "Ctrl+Z: undo · Del: start the line again · Esc: leave, all is kept"
    )


def standing_text(grid: Grid) -> Says:
    """How far the evening is: lines done, cash collected, what was expected."""
    done = grid.count_of(LineState.CONFIRMED)
    left = grid.count_of(LineState.WAITING)
    missed = grid.count_of(LineState.NOT_PAID)
    # What was booked alone is expected no more, but belongs to the evening.
    alone = total(grid.paid(row) for row in grid.sheet.rows if row.member in grid.receipts)
    collected, expected = grid.collected, grid.sheet.expected + alone
    return lambda voice: voice.tr(
        "{done} paid, {missed} not paid, {left} still to do. "
        "Collected {collected} of {expected} baht expected."
    ).format(
        done=voice.number(done),
        missed=voice.number(missed),
        left=voice.number(left),
        collected=voice.money(collected),
        expected=voice.money(expected),
    )


def all_expected_text(count: int, amount: Money) -> Says:
    return lambda voice: voice.tr(
        "Take {count} lines as expected, together {amount} baht? "
        "You can still change any line afterwards."
    ).format(count=voice.number(count), amount=voice.money(amount))


def pasted_text(before: Grid, after: Grid) -> Says:
    """What pasted amounts do to the sheet, asked before they are taken."""
    lines = [row for row in after.sheet.rows if after.line(row) is not before.line(row)]
    was = total(before.paid(row) for row in lines)
    will = total(after.paid(row) for row in lines)
    return lambda voice: voice.tr(
        "Take the pasted amounts on {count} lines? Together they come to {after} baht "
        "instead of {before} baht. Nothing is booked before you close the sheet."
    ).format(count=voice.number(len(lines)), after=voice.money(will), before=voice.money(was))


def count_text(counted: Money, booked: Money) -> Says:
    """The counted cash beside the sheet."""
    if counted == booked:
        return lambda voice: voice.tr("Counted {counted} baht: it agrees with the sheet.").format(
            counted=voice.money(counted)
        )
    if counted < booked:
        return lambda voice: voice.tr(
            "Counted {counted} baht: {difference} baht less than the sheet."
        ).format(counted=voice.money(counted), difference=voice.money(booked - counted))
    return lambda voice: voice.tr(
        "Counted {counted} baht: {difference} baht more than the sheet."
    ).format(counted=voice.money(counted), difference=voice.money(counted - booked))
