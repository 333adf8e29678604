"""The trial balance of a day, and of a month with what was brought forward and what moved."""

from __future__ import annotations

from ledger.domain.money import ZERO, Money
from ledger.queries.trial_balance import PeriodBalances, TrialBalance
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import Frame, after_closing, at_day, code, fund_of, money, paper, text
from reports.words.voice import Voice


def trial_balance_paper(answer: TrialBalance, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Trial balance"),
        [_table(answer, voice)],
        period=at_day(answer.at, voice),
        subtitles=(*fund_of(answer.fund, voice), *after_closing(voice, answer.after_closing)),
    )


def _table(answer: TrialBalance, voice: Voice) -> Table:
    rows = [
        Row(
            (
                row.account,
                voice.name(row.name_th, row.name_en),
                _side(row.debit),
                _side(row.credit),
            )
        )
        for row in answer.rows
    ]
    rows.append(Row((None, voice.tr("Total"), answer.debit, answer.credit), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Account")),
        money(voice.tr("Debit")),
        money(voice.tr("Credit")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Trial balance"))


def balances_table(answer: PeriodBalances, voice: Voice) -> Table:
    """The trial balance of a period: brought forward, moved, and left on its side."""
    moved, left = voice.tr("This month"), voice.tr("Balance")
    rows = [
        Row(
            (
                row.account,
                voice.name(row.name_th, row.name_en),
                row.brought_forward,
                row.debit,
                row.credit,
                _side(max(row.balance, ZERO)),
                _side(max(-row.balance, ZERO)),
            )
        )
        for row in answer.rows
    ]
    debit = Money(sum(max(row.balance.satang, 0) for row in answer.rows))
    credit = Money(sum(max(-row.balance.satang, 0) for row in answer.rows))
    total = (None, voice.tr("Total"), ZERO, answer.debit, answer.credit, debit, credit)
    rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Account")),
        money(voice.tr("Brought forward")),
        money(voice.tr("Debit"), group=moved),
        money(voice.tr("Credit"), group=moved),
        money(voice.tr("Debit"), group=left),
        money(voice.tr("Credit"), group=left),
    )
    return Table(columns, tuple(rows), name=voice.tr("Trial balance"))


def _side(amount: Money) -> Money | None:
    return None if amount == ZERO else amount
