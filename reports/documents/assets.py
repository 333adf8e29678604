"""The register of fixed assets as a paper, kind by kind, beside the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO
from ledger.queries.asset_register import AssetRegister, AssetRow, AssetsOfKind
from reports.document import A4, Block, Document, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    money,
    paper,
    signatures,
    single,
    text,
)
from reports.words.kinds import asset_kind
from reports.words.voice import Voice


def asset_register_paper(answer: AssetRegister, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = []
    for kind in answer.kinds:
        blocks.extend(_of_kind(kind, voice))
    if not blocks:
        blocks.append(Paragraph(text=voice.tr("The cooperative has no fixed assets.")))
    if answer.due > ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "Depreciation of {amount} baht up to the end of {month} is not booked yet."
            ).format(amount=one.money(answer.due), month=one.month(answer.due_through))
        )
        blocks.append(Paragraph(text=said, strong=True))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    return paper(
        frame,
        voice.tr("Register of fixed assets"),
        blocks,
        period=at_day(answer.at, voice),
        sheet=A4.landscape(),
    )


def _of_kind(kind: AssetsOfKind, voice: Voice) -> Iterator[Block]:
    rows = [_row(one, voice) for one in kind.rows]
    sums = (kind.cost, None, None, None, kind.depreciated, kind.worth, None)
    rows.append(Row((None, voice.tr("Total"), None, None, *sums), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Asset number")),
        text(voice.tr("Name"), weight=2),
        text(voice.tr("Where it stands")),
        day(voice.tr("Bought on")),
        money(voice.tr("Cost")),
        single(voice.tr("Residual value")),
        count(voice.tr("Months")),
        single(voice.tr("Depreciation this month")),
        money(voice.tr("Accumulated depreciation")),
        money(voice.tr("Book value")),
        text(voice.tr("Disposed of")),
    )
    yield Table(columns, tuple(rows), caption=asset_kind(kind.kind, voice), name=kind.kind.value)
    if kind.difference != ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The register and the ledger differ by {amount} baht: have the book checked."
            ).format(amount=one.signed(kind.difference))
        )
        yield Paragraph(text=said, strong=True)


def _row(one: AssetRow, voice: Voice) -> Row:
    asset = one.asset
    gone = "" if asset.disposed is None else f"{voice.day(asset.disposed)} {asset.why}".strip()
    sums = (None, None) if one.gone else (one.depreciated, one.worth)
    return Row(
        (
            asset.number,
            asset.name,
            asset.place,
            asset.bought,
            None if one.gone else asset.cost,
            asset.residual,
            asset.months,
            one.month,
            *sums,
            gone if one.gone else "",
        )
    )
