"""The list of a cycle that was shared out: what each member gets, to be signed for."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO
from ledger.queries.share_outs import ShareOutRow, ShareOuts
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    PageBreak,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import Frame, code, money, name_of, paper, signatures, text, unbroken
from reports.words.voice import Voice


def share_out_paper(answer: ShareOuts, frame: Frame) -> Document:
    """A list for each cycle of the answer, the newest first (feature 34)."""
    voice = frame.voice
    blocks: list[Block] = []
    for at, row in enumerate(reversed(answer.rows)):
        if at:
            blocks.append(PageBreak())
        blocks += _cycle(row, voice)
    if not blocks:
        blocks.append(Paragraph(text=voice.tr("No cycle was shared out yet.")))
    return paper(frame, voice.tr("Share-out at the end of the cycle"), blocks)


def _cycle(row: ShareOutRow, voice: Voice) -> Iterator[Block]:
    yield Facts(
        (
            Fact(voice.tr("Number"), voice.number(row.number)),
            Fact(voice.tr("Day"), row.on),
            Fact(voice.tr("Resolution"), row.resolution),
            Fact(voice.tr("Saved"), row.principal),
            Fact(voice.tr("Made by the group"), row.gain),
            Fact(voice.tr("Kept for the next cycle"), row.residue),
            Fact(voice.tr("Paid out"), row.paid, strong=True),
            Fact(voice.tr("Amount in words"), voice.amount_in_words(row.paid)),
        )
    )
    yield _members(row, voice)
    yield signatures(
        (voice.tr("Payer"), ""), (voice.tr("Checked by"), ""), (voice.tr("Chairperson"), "")
    )


def _members(row: ShareOutRow, voice: Voice) -> Table:
    rows = [
        Row((one.member, name_of(one.name, voice), one.held, one.part, one.paid, None))
        for one in row.members
    ]
    parts = sum((one.part for one in row.members), ZERO)
    sums = (row.principal, parts, row.paid)
    rows.append(Row((None, voice.tr("Total"), *sums, None), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Number")),
        unbroken(voice.tr("Name")),
        money(voice.tr("Saved")),
        money(voice.tr("Part of what was made")),
        money(voice.tr("Paid out")),
        text(voice.tr("Signature")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Share-out at the end of the cycle"))
