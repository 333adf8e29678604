"""What the grid asks of the book: the sheet as it was left, and how a loan payment divides."""

from __future__ import annotations

from desktop.collection.closing import loan_command
from desktop.collection.lines import commands_of, readable
from desktop.collection.state import Grid, open_grid
from desktop.parts.words import Says, nothing
from desktop.session.session import Session
from ledger.domain.desk import sheet_place
from ledger.domain.refusals import Refusal
from ledger.queries.collection import CollectionSheet
from ledger.queries.papers import receipts_by_command
from reports.words.loan_words import splits_of
from reports.words.refused import sentence


def kept_grid(session: Session, sheet: CollectionSheet) -> Grid:
    """The sheet with what was typed on it before, and with receipts that were given meanwhile."""
    if not sheet.rows:
        return Grid(sheet, {})
    kept = readable(session.drafts(sheet_place(sheet.on, sheet.zones)))
    commands = commands_of(kept)
    given = session.ask(receipts_by_command, commands=commands) if commands else {}
    return open_grid(sheet, kept, given)


def split_of(session: Session, grid: Grid) -> Says:
    """What becomes of the loan payment under the cursor, or why it cannot be taken."""
    command = loan_command(grid)
    if command is None:
        return nothing
    try:
        outcome = session.rehearse(command)
    except Refusal as refusal:
        refused = refusal
        return lambda voice: sentence(refused, voice)
    return lambda voice: "\n".join(splits_of(outcome, voice))
