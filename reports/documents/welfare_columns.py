"""The finance report of the welfare fund in two columns, and what its registers say beside it."""

from __future__ import annotations

from ledger.domain.money import ZERO, Money
from ledger.queries.welfare_money import Compared, FigureRow, TwoColumns
from reports.document import Block, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import money, text
from reports.words.voice import Voice
from reports.words.welfare_words import compared_name, figure_name


def certificate(voice: Voice) -> Paragraph:
    """What the fund's officers certify with their signatures (domain.md 4.3)."""
    return Paragraph.of(
        voice.joined(
            lambda one: one.tr(
                "These figures are certified as true. What was matched too much will be returned."
            )
        )
    )


def two_columns_blocks(answer: TwoColumns, voice: Voice) -> list[Block]:
    """Receipts and income beside what became of them; a difference is never hidden."""
    rows = [
        *_side_by_side(answer.receipts, answer.holdings, voice),
        _totals(voice, answer.total_receipts, answer.total_holdings, 1),
        *_side_by_side(answer.income, answer.expenses, voice),
        _totals(voice, answer.total_income, answer.total_expenses, 2),
    ]
    right = answer.total_holdings + answer.total_expenses
    both = voice.tr("Together")
    rows.append(Row((both, answer.total, both, right), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Receipts and income")),
        money(voice.tr("Baht")),
        text(voice.tr("What became of it")),
        money(voice.tr("Baht")),
    )
    blocks: list[Block] = [Table(columns, tuple(rows), keep_together=True)]
    if answer.difference != ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The two sides differ by {difference} baht. Look for it before this is handed in."
            ).format(difference=one.signed(answer.difference))
        )
        blocks.append(Paragraph(text=said, strong=True))
    return blocks


def compared_blocks(rows: tuple[Compared, ...], voice: Voice) -> list[Block]:
    """What the fund's registers say beside the ledger, where they differ."""
    differing = [one for one in rows if one.difference != ZERO]
    if not differing:
        return []
    columns = (
        text(voice.tr("What differs")),
        money(voice.tr("By the fund's registers")),
        money(voice.tr("By the ledger")),
        money(voice.tr("Difference")),
    )
    found = tuple(
        Row((compared_name(one.what, voice), one.registers, one.ledger, one.difference))
        for one in differing
    )
    return [
        Heading(voice.tr("Differences to explain"), level=2),
        Table(columns, found, name=voice.tr("Differences to explain")),
    ]


def _side_by_side(
    left: tuple[FigureRow, ...], right: tuple[FigureRow, ...], voice: Voice
) -> list[Row]:
    count_ = max(len(left), len(right))
    return [Row((*_half(left, at, voice), *_half(right, at, voice))) for at in range(count_)]


def _half(rows: tuple[FigureRow, ...], at: int, voice: Voice) -> tuple[str | None, Money | None]:
    if at >= len(rows):
        return None, None
    return figure_name(rows[at].figure, voice), rows[at].amount


def _totals(voice: Voice, left: Money, right: Money, number: int) -> Row:
    # note: a sum in the finance report; both sides have a part 1 and a part 2
    said = voice.joined(lambda one: one.tr("Total {number}").format(number=one.number(number)))
    return Row((said, left, said, right), RowStyle.TOTAL)
