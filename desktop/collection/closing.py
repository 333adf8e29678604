"""From the confirmed lines and the cash count to the one command that books the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.collection.cells import expected_of, items_in, key_of
from desktop.collection.lines import LineState
from desktop.collection.state import Grid
from ledger.domain.dividing import over_loans, over_promises
from ledger.domain.money import ZERO, Money
from ledger.queries.collection import ExpectedItem, SheetRow
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit


def sheet_command(
    grid: Grid,
    pieces: Mapping[Money, int],
    *,
    counted_by: str = "",
    reason: str = "",
    desk: str = "",
) -> PostSheet:
    """The command that closes the sheet: confirmed lines, lines not paid, and the cash counted."""
    counted = tuple(
        Pieces(denomination=denomination, pieces=count)
        for denomination, count in pieces.items()
        if count
    )
    return PostSheet(
        on=grid.sheet.on,
        lines=tuple(_lines(grid)),
        zones=grid.sheet.zones,
        counted=counted,
        counted_by=counted_by,
        reason=reason,
        desk=desk,
        given=tuple(grid.receipts.values()),
    )


def visit_command(grid: Grid) -> ReceiveVisit:
    """The command that books the line under the cursor alone."""
    line = grid.line(grid.here)
    return ReceiveVisit(
        member=grid.here.member,
        on=grid.sheet.on,
        items=tuple(_items(grid, grid.here)),
        payer=line.payer,
        paper_number=line.paper_number,
        note=line.note,
    )


def _lines(grid: Grid) -> Iterator[SheetLine]:
    for row in grid.sheet.rows:
        line = grid.line(row)
        if line.state is LineState.WAITING or row.member in grid.receipts:
            continue
        paid = line.state is LineState.CONFIRMED
        yield SheetLine(
            member=row.member,
            items=tuple(_items(grid, row)) if paid else (),
            payer=line.payer,
            paper_number=line.paper_number,
            note=line.note,
        )


def _items(grid: Grid, row: SheetRow) -> Iterator[Item]:
    for column in grid.columns:
        amount = grid.line(row).amounts.get(key_of(column))
        for item, part in _divided(items_in(row, column), amount):
            if part > ZERO:
                kind = ItemKind(item.item)
                yield Item(
                    item=kind,
                    amount=part,
                    card=item.card,
                    charge=item.charge,
                    # The money lies on the table: too much for a loan stays the member's.
                    credit=kind is ItemKind.LOAN,
                )


def loan_command(grid: Grid) -> ReceiveVisit | None:
    """What the loan cell under the cursor would book alone; None on any other cell."""
    if not grid.sheet.rows or not grid.columns:
        return None
    here, column = grid.here, grid.columns[grid.column]
    not_paid = grid.line(here).state is LineState.NOT_PAID
    if column.item != ItemKind.LOAN.value or not_paid or here.member in grid.receipts:
        return None
    amount = grid.line(here).amounts.get(key_of(column))
    items = tuple(
        Item(item=ItemKind.LOAN, amount=part, card=item.card, credit=True)
        for item, part in _divided(items_in(here, column), amount)
        if part > ZERO
    )
    return ReceiveVisit(member=here.member, on=grid.sheet.on, items=items) if items else None


def _divided(items: list[ExpectedItem], amount: Money | None) -> list[tuple[ExpectedItem, Money]]:
    """A cell's amount over the cards or charges behind it."""
    paid = expected_of(items) if amount is None else amount
    loans = bool(items) and items[0].item == ItemKind.LOAN.value
    parts = over_loans(items, paid) if loans else over_promises(items, paid)
    return list(zip(items, parts, strict=True))
