"""The card of one account, and the cash book, both with a balance that runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ledger.domain.money import ZERO, Money
from ledger.queries.accounts import AccountCard, CardLine
from ledger.queries.cash import CashBook
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    day,
    fund_of,
    money,
    paper,
    period_of,
    running,
    text,
)
from reports.words.events import event_name
from reports.words.voice import Voice


def account_card_paper(answer: AccountCard, frame: Frame) -> Document:
    voice = frame.voice
    # note: title of the card of one account in the general ledger
    title = voice.tr("General ledger")
    name = voice.name(answer.name_th, answer.name_en)
    sides = (voice.tr("Debit"), voice.tr("Credit"))
    total = (answer.debit, answer.credit, answer.balance)
    rows = _rows(answer.lines, answer.since, answer.brought_forward, voice)
    return paper(
        frame,
        title,
        [_table([*rows, _total(total, voice)], sides, voice)],
        period=period_of(answer.since, answer.until, voice),
        subtitles=(f"{answer.account} {name}", *fund_of(answer.fund, voice)),
    )


def cash_book_paper(answer: CashBook, frame: Frame) -> Document:
    voice = frame.voice
    sides = (voice.tr("Received"), voice.tr("Paid"))
    total = (answer.received, answer.paid, answer.balance)
    rows = _rows(answer.lines, answer.since, answer.brought_forward, voice)
    return paper(
        frame,
        voice.tr("Cash book"),
        [_table([*rows, _total(total, voice)], sides, voice)],
        period=period_of(answer.since, answer.until, voice),
    )


def what_for(line: CardLine, voice: Voice) -> str:
    """Event, person and note of a movement, each on its own line of the cell."""
    said = [event_name(line.event, voice, reversal=line.reversal), line.who or line.holder]
    said.append(line.reason if line.reversal else line.memo)
    return "\n".join(part for part in said if part)


def _rows(lines: Iterable[CardLine], since: date | None, before: Money, voice: Voice) -> list[Row]:
    rows: list[Row] = []
    if since is not None:
        label = voice.tr("Balance brought forward")
        rows.append(Row((since, None, label, None, None, before)))
    return [*rows, *(_line(line, voice) for line in lines)]


def _line(line: CardLine, voice: Voice) -> Row:
    return Row(
        (
            line.on,
            "\n".join(line.papers) or f"#{line.entry}",
            what_for(line, voice),
            None if line.debit == ZERO else line.debit,
            None if line.credit == ZERO else line.credit,
            line.balance,
        )
    )


def _total(amounts: tuple[Money, Money, Money], voice: Voice) -> Row:
    return Row((None, None, voice.tr("Total"), *amounts), RowStyle.TOTAL)


def _table(rows: list[Row], sides: tuple[str, str], voice: Voice) -> Table:
    columns = (
        day(voice.tr("Date")),
        code(voice.tr("Paper number")),
        text(voice.tr("Item")),
        money(sides[0]),
        money(sides[1]),
        running(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows))
