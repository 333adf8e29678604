"""Columns of the journal: entries in a list, and the lines of one entry."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.journal.state import whose
from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from ledger.domain.money import ZERO
from ledger.queries.entries import EntryLine, EntryRow
from reports.words.events import event_name
from reports.words.voice import Voice


def journal_columns(voice: Voice) -> Sequence[ColumnSpec[EntryRow]]:
    number: ColumnSpec[EntryRow] = ColumnSpec(
        voice.tr("Entry"), lambda row: voice.digits(str(row.number)), lambda row: row.number
    )
    return (
        number,
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        text_column(voice.tr("What"), lambda row: event_name(row.event, voice)),
        text_column(voice.tr("Who or what for"), whose, stretch=True),
        text_column(voice.tr("Paper no."), lambda row: voice.digits(", ".join(row.papers))),
        money_column(voice.tr("Amount"), lambda row: row.total, voice),
        text_column(voice.tr("State"), lambda row: state_text(row, voice)),
    )


def state_text(row: EntryRow, voice: Voice) -> str:
    """Whether an entry stands, was taken back, or takes another one back."""
    if row.reverses is not None:
        return voice.tr("Takes back {entry}").format(entry=voice.digits(str(row.reverses)))
    if row.reversed_by is not None:
        return voice.tr("Taken back by {entry}").format(entry=voice.digits(str(row.reversed_by)))
    return ""


def line_columns(voice: Voice) -> Sequence[ColumnSpec[EntryLine]]:
    account: ColumnSpec[EntryLine] = ColumnSpec(
        voice.tr("Account"),
        lambda line: f"{line.account} {voice.name(line.name_th, line.name_en)}",
        lambda line: line.account,
        stretch=True,
    )
    return (
        account,
        text_column(voice.tr("Card of"), lambda line: line.holder),
        money_column(
            voice.tr("Debit"), lambda line: line.debit if line.debit != ZERO else None, voice
        ),
        money_column(
            voice.tr("Credit"), lambda line: line.credit if line.credit != ZERO else None, voice
        ),
    )
