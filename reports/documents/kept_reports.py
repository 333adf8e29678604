"""Kept reports against today's book: which figures of a printed month differ, and why they may."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.kept_reports import KeptReportRow, ReportDifference, ReportDifferences
from reports.document import Block, Document, Heading, Paragraph, Row, Table
from reports.documents.frame import Frame, paper, text
from reports.words.voice import N_, Voice

_PARTS = {
    "balances": N_("Trial balance"),
    "position": N_("Statement of financial position"),
    "result": N_("Income and expense"),
    "cash": N_("Cash and bank"),
    "counts": N_("Cash count"),
    "banks": N_("Cash and bank"),
    "members": N_("Members in and out"),
    "products": N_("Savings and shares"),
    "proof": N_("Cards = control accounts"),
    "arrears": N_("Who has not paid"),
    "reversals": N_("Reversals"),
}


def report_differences_paper(answer: ReportDifferences, frame: Frame) -> Document:
    voice = frame.voice
    blocks = [block for row in answer.rows for block in _row(row, voice)]
    if not blocks:
        blocks = [Paragraph(text=voice.tr("No month's report has been kept yet."))]
    return paper(frame, voice.tr("Reports kept at closing, compared with today's book"), blocks)


def _row(row: KeptReportRow, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.month(row.month))
    yield Paragraph(
        text=voice.joined(
            lambda one: one.tr("Kept on {moment} by {name}, act {act}; digest {digest}.").format(
                moment=one.moment(row.kept_at),
                name=row.user,
                act=one.digits(str(row.act)),
                digest=row.sha256[:16],
            )
        ),
        small=True,
    )
    if not row.differences:
        yield Paragraph(text=voice.tr("Every figure reads as it was printed."))
        return
    if not row.stands:
        yield Paragraph(
            text=voice.tr(
                "The month was opened again after this report, so its figures may differ."
            ),
            strong=True,
        )
    yield _differences(row.differences, voice)


def _differences(rows: tuple[ReportDifference, ...], voice: Voice) -> Table:
    lines = [
        Row((_part(one.place, voice), _inside(one.place), one.then or "–", one.now or "–"))
        for one in rows
    ]
    columns = (
        text(voice.tr("Part of the report"), weight=2),
        # note: the line and column of a figure, as programs name them
        text(voice.tr("Figure"), weight=3),
        text(voice.tr("Printed then")),
        text(voice.tr("In the book now")),
    )
    return Table(columns, tuple(lines), name=voice.tr("Differences"))


def _part(place: str, voice: Voice) -> str:
    part = place.partition("/")[0]
    if part not in _PARTS:
        return part
    return voice.tr(_PARTS[part])


def _inside(place: str) -> str:
    return " · ".join(one for one in place.split("/")[1:] if one not in ("rows", "lines"))
