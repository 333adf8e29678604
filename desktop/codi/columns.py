"""Lists of received loans: their columns."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.session.loan_page import some
from ledger.queries.both_legs import LegPair
from ledger.queries.leg_forecast import MonthAhead
from ledger.queries.loan_life import LenderStatementRow
from reports.words.loan_words import LENDER_PAPERS
from reports.words.voice import Voice


def pair_columns(voice: Voice) -> Sequence[ColumnSpec[LegPair]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.source.card, voice),
        text_column(voice.tr("Lender"), lambda row: row.source.name, stretch=True),
        money_column(voice.tr("Drawn"), lambda row: row.drawn, voice),
        money_column(voice.tr("Owed to lenders"), lambda row: row.balance, voice),
        money_column(voice.tr("Late amount"), lambda row: some(row.source.amount_late), voice),
        day_column(
            voice.tr("Next due day"),
            lambda row: row.next_instalment.day if row.next_instalment else None,
            voice,
        ),
        money_column(
            voice.tr("Next instalment"),
            lambda row: (
                row.next_instalment.principal + row.next_instalment.interest
                if row.next_instalment
                else None
            ),
            voice,
        ),
        number_column(voice.tr("Loans"), lambda row: row.members, voice),
        money_column(voice.tr("Members owe"), lambda row: row.members_balance, voice),
        money_column(voice.tr("Members are late"), lambda row: some(row.members_late), voice),
        money_column(voice.tr("Spread earned"), lambda row: row.spread, voice),
    )


def month_columns(voice: Voice) -> Sequence[ColumnSpec[MonthAhead]]:
    month: ColumnSpec[MonthAhead] = ColumnSpec(
        voice.tr("Month"),
        lambda row: voice.month(row.month),
        lambda row: row.month.iso,
        stretch=True,
    )
    return (
        month,
        money_column(voice.tr("From members"), lambda row: row.collect, voice),
        money_column(voice.tr("To lenders"), lambda row: row.pay, voice),
        money_column(voice.tr("Left over"), lambda row: row.cover, voice),
        money_column(voice.tr("Left over so far"), lambda row: row.so_far, voice, adds=False),
    )


def figure_columns(voice: Voice) -> Sequence[ColumnSpec[LenderStatementRow]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.statement.card, voice),
        text_column(voice.tr("Lender"), lambda row: row.lender, stretch=True),
        day_column(voice.tr("At the end of"), lambda row: row.statement.at, voice),
        text_column(
            voice.tr("What the lender sent"),
            lambda row: voice.tr(LENDER_PAPERS[row.statement.kind]),
        ),
        money_column(voice.tr("The lender says"), lambda row: row.statement.stated, voice),
        money_column(voice.tr("The books said"), lambda row: row.statement.booked, voice),
        money_column(voice.tr("Difference"), lambda row: some(row.difference), voice),
    )
