"""Funds on paper: the balance sheet of each beside the whole, and income and expense of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.domain.money import ZERO, Money
from ledger.queries.financial import Section
from ledger.queries.fund_position import FundIncome, FundPosition
from ledger.queries.trading import Trade
from reports.document import Block, Document, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.financial import group_rows
from reports.documents.frame import Frame, at_day, money, paper, period_of, signatures, text
from reports.words.kinds import account_kind, total_of_kind
from reports.words.voice import Voice

_AT_ONCE = 3  # funds beside each other on one sheet, and the whole book beside them


def fund_position_paper(answer: FundPosition, frame: Frame) -> Document:
    """Assets, liabilities and equity of every fund side by side, three to a table."""
    voice = frame.voice
    blocks: list[Block] = []
    for first in range(0, max(1, len(answer.funds)), _AT_ONCE):
        places = [*range(first, min(first + _AT_ONCE, len(answer.funds))), len(answer.funds)]
        blocks.append(_table(answer, places, voice))
    if answer.owed_to_funds:
        blocks.append(_owed(answer, voice))
    if not answer.agrees:
        said = voice.tr("A fund does not balance. Check the book before you print it.")
        blocks.append(Paragraph(text=said, strong=True))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    return paper(frame, voice.tr("Balance sheet by fund"), blocks, period=at_day(answer.at, voice))


def _owed(answer: FundPosition, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.name(one.name_th, one.name_en),
                voice.name(one.account_th, one.account_en),
                one.amount,
            )
        )
        for one in answer.owed_to_funds
    ]
    columns = (
        text(voice.tr("Fund")),
        text(voice.tr("Paid from")),
        money(voice.tr("Owed to the other funds")),
    )
    note = voice.tr(
        "These funds paid with money of other funds. It needs a document, and is to be given back."
    )
    return Table(columns, tuple(rows), caption=note, name=voice.tr("Owed to the other funds"))


def fund_income_paper(answer: FundIncome, frame: Frame) -> Document:
    """What a fund such as a community enterprise earned and spent."""
    voice = frame.voice
    rows = (
        _traded(answer.trade, voice)
        if answer.trade is not None
        else [
            *_rows(answer.income, [0], voice),
            *_rows(answer.expense, [0], voice),
        ]
    )
    rows.append(Row((voice.tr("Net profit (loss)"), answer.net), RowStyle.TOTAL))
    columns = (text(voice.tr("Account")), money(voice.tr("Amount")))
    name = voice.name(answer.fund.name_th, answer.fund.name_en)
    blocks: list[Block] = [
        Heading(name, level=2),
        Table(columns, tuple(rows), name=voice.tr("Income and expense of a fund")),
        signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(
        frame,
        voice.tr("Income and expense of a fund"),
        blocks,
        period=period_of(answer.since, answer.until, voice),
    )


def _traded(trade: Trade, voice: Voice) -> list[Row]:
    """What was sold, less what it had cost, before the other income and expense."""
    rows = [*_grouped(trade.sales, voice), *_grouped(trade.cost, voice)]
    rows.append(Row((voice.tr("Gross profit (loss)"), trade.gross), RowStyle.SUBTOTAL))
    rows += _rows(trade.other_income, [0], voice) if trade.other_income.lines else ()
    rows += _rows(trade.other_expense, [0], voice) if trade.other_expense.lines else ()
    return rows


def _grouped(section: Section, voice: Voice) -> Iterator[Row]:
    """Its own head counts as a group, not as the kind of accounts."""
    deeper = tuple(replace(line, level=line.level + 1) for line in section.lines)
    return group_rows(replace(section, lines=deeper), voice)


def _table(answer: FundPosition, places: list[int], voice: Voice) -> Table:
    rows = [
        *_rows(answer.assets, places, voice),
        *_rows(answer.liabilities, places, voice),
        *_rows(answer.equity, places, voice, total=False),
    ]
    result = _chosen(answer.result, places)
    if any(one != ZERO for one in result):
        rows.append(Row((voice.tr("Result not yet closed"), *result), indent=1))
    equity = [answer.liabilities_and_equity[at] - answer.liabilities.totals[at] for at in places]
    rows.append(Row((total_of_kind(answer.equity.kind, voice), *equity), RowStyle.SUBTOTAL))
    sums = _chosen(answer.liabilities_and_equity, places)
    rows.append(Row((voice.tr("Total liabilities and equity"), *sums), RowStyle.TOTAL))
    heads = [voice.name(one.name_th, one.name_en) for one in answer.funds]
    # note: the last column of the balance sheet by fund: all funds together
    heads.append(voice.tr("All funds"))
    columns = (text(voice.tr("Account")), *(money(heads[at]) for at in places))
    return Table(columns, tuple(rows), name=voice.tr("Balance sheet by fund"))


def _rows(
    section: Section, places: list[int], voice: Voice, *, total: bool = True
) -> Iterator[Row]:
    """The part of a section in these columns, without accounts that hold nothing there."""
    part = _part(section, places)
    blank = (None,) * len(places)
    yield Row((account_kind(section.kind, voice), *blank), RowStyle.HEADING)
    yield from group_rows(part, voice)
    if total:
        style = RowStyle.TOTAL if section.kind.value == "asset" else RowStyle.SUBTOTAL
        yield Row((total_of_kind(section.kind, voice), *part.totals), style)


def _part(section: Section, places: list[int]) -> Section:
    lines = [replace(one, amounts=_chosen(one.amounts, places)) for one in section.lines]
    return Section(section.kind, tuple(lines), _chosen(section.totals, places))


def _chosen(amounts: tuple[Money, ...], places: list[int]) -> tuple[Money, ...]:
    return tuple(amounts[at] for at in places)
