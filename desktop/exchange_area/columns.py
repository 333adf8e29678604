"""The columns of the lists of imports and exports."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange_area.state import Format, Imported, column_name, problem_said
from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from ledger.domain.money import ZERO
from ledger.exchange.opening_file import CellProblem, Footing
from ledger.exchange.opening_sheets import tab_of
from reports.words.voice import Voice


def problem_columns(voice: Voice) -> Sequence[ColumnSpec[CellProblem]]:
    return (
        text_column(voice.tr("Sheet"), lambda row: tab_of(row.sheet)),
        number_column(voice.tr("Row of the sheet"), lambda row: row.row or None, voice),
        text_column(voice.tr("Column"), lambda row: column_name(row, voice)),
        text_column(voice.tr("What it says"), lambda row: row.text),
        text_column(
            voice.tr("What is expected"), lambda row: problem_said(row, voice), stretch=True
        ),
    )


def footing_columns(voice: Voice) -> Sequence[ColumnSpec[Footing]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.account),
        text_column(
            voice.tr("Account"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        number_column(voice.tr("Cards"), lambda row: row.count, voice),
        money_column(voice.tr("On paper"), lambda row: row.paper, voice),
        money_column(voice.tr("As read"), lambda row: row.cards, voice),
        money_column(
            voice.tr("Difference"),
            lambda row: row.difference if row.difference != ZERO else None,
            voice,
        ),
    )


def imported_columns(voice: Voice) -> Sequence[ColumnSpec[Imported]]:
    return (
        number_column(voice.tr("No."), lambda row: row.number, voice),
        text_column(voice.tr("What it was"), lambda row: voice.tr(row.kind)),
        day_column(voice.tr("At the end of"), lambda row: row.on, voice),
        text_column(voice.tr("File"), lambda row: row.source, stretch=True),
        number_column(voice.tr("Members, entries or lines"), lambda row: row.count, voice),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
        text_column(voice.tr("Entry"), lambda row: row.entries),
        day_column(voice.tr("Taken back on"), lambda row: row.taken_back_on, voice),
    )


def format_columns(voice: Voice) -> Sequence[ColumnSpec[Format]]:
    return (
        text_column(voice.tr("Format"), lambda row: voice.tr(row.title)),
        text_column(voice.tr("What it is for"), lambda row: voice.tr(row.says), stretch=True),
    )
