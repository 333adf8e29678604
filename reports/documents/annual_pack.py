"""The pack for the annual meeting: statements, notes, ratios, allocation and register in one."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.annual_pack import AnnualPack
from reports.document import Block, Document, Heading, PageBreak, Paragraph
from reports.documents.cash_flow import cash_flow_table
from reports.documents.dividends import register_blocks
from reports.documents.financial import position_table, year_result_table
from reports.documents.frame import Frame, at_day, paper, period_of, signatures
from reports.documents.notes import notes_blocks
from reports.documents.ratios import ratios_table
from reports.documents.surplus import fiscal_year, surplus_blocks
from reports.words.voice import Voice


def annual_pack_paper(answer: AnnualPack, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = []
    for title, part in _parts(answer, frame):
        if blocks:
            blocks.append(PageBreak())
        blocks += [Heading(title), *part]
    blocks.append(
        signatures(
            (voice.tr("Prepared by"), ""),
            (voice.tr("Checked by"), ""),
            (voice.tr("Chairperson"), ""),
        )
    )
    return paper(
        frame,
        voice.tr("Papers for the annual meeting"),
        blocks,
        period=fiscal_year(answer.year, voice),
        subtitles=(period_of(answer.since, answer.until, voice),),
    )


def _parts(answer: AnnualPack, frame: Frame) -> Iterator[tuple[str, list[Block]]]:
    """The parts in the order of the agenda, each with its title."""
    voice = frame.voice
    day = Paragraph(text=at_day(answer.until, voice))
    yield (
        voice.tr("Statement of financial position"),
        [day, position_table(answer.position, voice)],
    )
    yield voice.tr("Income and expense"), [year_result_table(answer.result, voice)]
    yield voice.tr("Cash flow statement"), [cash_flow_table(answer.flow, voice)]
    yield voice.tr("Notes to the financial statements"), [*notes_blocks(answer.notes, frame)]
    yield voice.tr("Ratios"), [ratios_table(answer.ratios, voice)]
    yield voice.tr("Surplus allocation sheet"), [*_allocation(answer, voice)]
    if answer.register is not None:
        title = voice.tr("Register of dividend and refund")
        yield title, [*register_blocks(answer.register, voice)]


def _allocation(answer: AnnualPack, voice: Voice) -> Iterator[Block]:
    if answer.sheets is None:
        yield Paragraph(text=voice.tr("The fiscal year has not been closed yet."))
    else:
        yield from surplus_blocks(answer.sheets, voice)
