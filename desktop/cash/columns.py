"""Columns of the lists of cash and bank."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from ledger.domain.money import ZERO, Money
from ledger.queries.accounts import CardLine
from ledger.queries.banks import BankRow, BookedRow, StatementRow
from ledger.queries.cash import CountView
from ledger.queries.papers import VoucherRow
from reports.words.events import event_name
from reports.words.kinds import voucher_kind
from reports.words.voice import Voice


def cash_columns(voice: Voice) -> Sequence[ColumnSpec[CardLine]]:
    return (
        day_column(voice.tr("Day"), lambda line: line.on, voice),
        text_column(voice.tr("What"), lambda line: _what(line, voice), stretch=True),
        text_column(voice.tr("Paper no."), lambda line: voice.digits(", ".join(line.papers))),
        money_column(voice.tr("Received"), lambda line: _some(line.debit), voice),
        money_column(voice.tr("Paid"), lambda line: _some(line.credit), voice),
        money_column(voice.tr("Balance"), lambda line: line.balance, voice, adds=False),
    )


def bank_columns(voice: Voice) -> Sequence[ColumnSpec[BankRow]]:
    unmatched: ColumnSpec[BankRow] = ColumnSpec(
        voice.tr("Open lines"),
        lambda row: voice.number(row.unmatched_lines) if row.unmatched_lines else "",
        lambda row: row.unmatched_lines,
        numeric=True,
    )
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Bank"), lambda row: bank_name(row, voice), stretch=True),
        money_column(voice.tr("Balance"), lambda row: row.balance, voice),
        day_column(
            voice.tr("Agreed at"), lambda row: row.agreement.at if row.agreement else None, voice
        ),
        unmatched,
    )


def bank_name(row: BankRow, voice: Voice) -> str:
    return voice.digits(" ".join(part for part in (row.bank, row.account_number) if part))


def line_columns(voice: Voice) -> Sequence[ColumnSpec[StatementRow]]:
    return (
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        text_column(voice.tr("What the bank wrote"), lambda row: row.text, stretch=True),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
        text_column(
            voice.tr("In the books"),
            lambda row: (
                voice.tr("open")
                if row.entry is None
                else voice.tr("entry {number}").format(number=voice.digits(str(row.entry)))
            ),
        ),
    )


def booked_columns(voice: Voice) -> Sequence[ColumnSpec[BookedRow]]:
    return (
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        text_column(
            voice.tr("Booked, not on the statement"),
            lambda row: " · ".join(
                part for part in (event_name(row.event, voice), row.memo) if part
            ),
            stretch=True,
        ),
        text_column(voice.tr("Paper no."), lambda row: voice.digits(", ".join(row.papers))),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
    )


def voucher_columns(voice: Voice) -> Sequence[ColumnSpec[VoucherRow]]:
    number: ColumnSpec[VoucherRow] = ColumnSpec(
        voice.tr("Voucher"), lambda row: voice.digits(row.voucher), lambda row: row.voucher
    )
    return (
        number,
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        text_column(voice.tr("Kind"), lambda row: voucher_kind(row.kind, voice)),
        text_column(
            voice.tr("Who and what for"),
            lambda row: " · ".join(part for part in (row.payee or row.name, row.purpose) if part),
            stretch=True,
        ),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice, adds=False),
        text_column(
            voice.tr("State"),
            lambda row: voice.tr("taken back") if row.reversed_by is not None else "",
        ),
    )


def count_columns(voice: Voice) -> Sequence[ColumnSpec[CountView]]:
    return (
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        money_column(voice.tr("Counted"), lambda row: row.counted, voice, adds=False),
        money_column(voice.tr("The books say"), lambda row: row.booked, voice, adds=False),
        money_column(voice.tr("Difference"), lambda row: _some(row.difference), voice),
        text_column(voice.tr("Reason"), lambda row: row.reason, stretch=True),
        text_column(voice.tr("Counted by"), lambda row: row.counted_by),
    )


def _what(line: CardLine, voice: Voice) -> str:
    name = event_name(line.event, voice, reversal=line.reversal)
    return " · ".join(part for part in (name, line.holder, line.memo) if part)


def _some(amount: Money) -> Money | None:
    return None if amount == ZERO else amount
