"""The budget beside actual income and expense, account by account."""

from __future__ import annotations

from fractions import Fraction

from ledger.domain.money import Money
from ledger.queries.budget_comparison import BudgetComparison, BudgetRow, BudgetSection
from reports.document import Block, Document, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    money,
    paper,
    percent,
    period_of,
    signatures,
    text,
)
from reports.words.kinds import account_kind, total_of_kind
from reports.words.voice import Voice


def budget_paper(answer: BudgetComparison, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = []
    if not answer.resolution:
        blocks.append(
            Paragraph(text=voice.tr("No budget was decided for this fiscal year."), strong=True)
        )
    blocks.append(_table(answer, voice))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Chairperson"), "")))
    return paper(
        frame,
        voice.tr("Budget and actual"),
        blocks,
        period=period_of(answer.since, answer.at, voice),
        subtitles=_decided(answer, voice),
    )


def _decided(answer: BudgetComparison, voice: Voice) -> tuple[str, ...]:
    on = answer.decided_on
    if on is None:
        return ()
    said = voice.joined(
        lambda one: one.tr("Fiscal year {year}, budget by resolution {resolution} of {day}").format(
            year=one.year(answer.year), resolution=answer.resolution, day=one.day(on)
        )
    )
    return (said,)


def _table(answer: BudgetComparison, voice: Voice) -> Table:
    rows = [*_rows(answer.income, voice), *_rows(answer.expense, voice)]
    left: Money = answer.budgeted - answer.net
    net = (None, voice.tr("Income less expenses"), answer.budgeted, answer.net, left, None)
    rows.append(Row(net, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Account"), weight=2),
        money(voice.tr("Budget")),
        money(voice.tr("Actual")),
        money(voice.tr("Difference")),
        percent(voice.tr("Part used")),
    )
    return Table(columns, tuple(rows), name="budget")


def _rows(section: BudgetSection, voice: Voice) -> list[Row]:
    whole = section.total
    return [
        Row((None, account_kind(section.kind, voice), None, None, None, None), RowStyle.HEADING),
        *(Row(_cells(one, voice), indent=1) for one in section.rows),
        Row(
            (
                None,
                total_of_kind(section.kind, voice),
                whole.budget,
                whole.actual,
                whole.left,
                whole.used,
            ),
            RowStyle.SUBTOTAL,
        ),
    ]


def _cells(one: BudgetRow, voice: Voice) -> tuple[str, str, Money, Money, Money, Fraction | None]:
    name = voice.name(one.name_th, one.name_en)
    return (one.account, name, one.budget, one.actual, one.left, one.used)
