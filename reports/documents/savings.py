"""Savings and shares by product, and the proof that the cards are the control accounts."""

from __future__ import annotations

from ledger.domain.accounts import CardKind
from ledger.queries.control import CardsAndControl, ControlRow
from ledger.queries.products import SavingsAndShares
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import Frame, code, count, money, paper, period_of, text
from reports.words.voice import Voice

_OWED_BY_OTHERS = (CardKind.BANK, CardKind.LOAN)


def savings_paper(answer: SavingsAndShares, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Savings and shares"),
        [products_table(answer, voice)],
        period=period_of(answer.since, answer.until, voice),
    )


def products_table(answer: SavingsAndShares, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.name(row.name_th, row.name_en),
                row.cards,
                row.brought_forward,
                row.paid_in,
                row.interest,
                row.paid_out,
                row.balance,
            )
        )
        for row in answer.rows
    ]
    sums = (answer.brought_forward, answer.paid_in, answer.interest, answer.paid_out)
    rows.append(Row((voice.tr("Total"), None, *sums, answer.balance), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Product")),
        count(voice.tr("Accounts")),
        money(voice.tr("Brought forward")),
        money(voice.tr("Paid in")),
        money(voice.tr("Of this interest")),
        money(voice.tr("Paid out")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Savings and shares"))


def proof_table(answer: CardsAndControl, voice: Voice) -> Table:
    """Both sides of every control account; the difference must be nothing."""
    rows = [_proof_row(row, voice) for row in answer.rows]
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Control account")),
        money(voice.tr("All cards together")),
        money(voice.tr("General ledger")),
        money(voice.tr("Difference")),
    )
    return Table(columns, tuple(rows), caption=voice.tr("Cards and control accounts"))


def _proof_row(row: ControlRow, voice: Voice) -> Row:
    """Positive is what stands on the usual side of such an account."""
    amounts = (row.cards_balance, row.account_balance, row.difference)
    if row.card not in _OWED_BY_OTHERS:
        amounts = (-row.cards_balance, -row.account_balance, -row.difference)
    return Row((row.account, voice.name(row.name_th, row.name_en), *amounts))
