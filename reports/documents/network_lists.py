"""Lists of a network office: organisations side by side, who has not reported, one of them."""

from __future__ import annotations

from typing import Any

from ledger.domain.network.answers import Comparison, Missing, OrganisationMonth
from ledger.domain.network.organisation_rows import OrganisationRow
from ledger.domain.network.rollup import Chosen
from reports.document import A4, Block, Document, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import Frame, code, count, paper, percent, single, text
from reports.documents.month_figures import figure_blocks
from reports.words.network_words import WORST
from reports.words.voice import Voice


def comparison_paper(answer: Comparison, frame: Frame) -> Document:
    """Key figures of the organisations side by side, the worst first."""
    voice = frame.voice
    title = voice.tr("Organisations side by side")
    blocks: list[Block] = [_compared(answer, voice)]
    return paper(
        frame,
        title,
        blocks,
        period=voice.month(answer.month),
        subtitles=(voice.tr(WORST[answer.worst]), *chosen_lines(answer.chosen, voice)),
        sheet=A4.landscape(),
    )


def missing_paper(answer: Missing, frame: Frame) -> Document:
    """Who has not handed in the month, with whom to telephone."""
    voice = frame.voice
    rows = [
        Row(
            (
                one.code,
                voice.name(one.name_th, one.name_en),
                ", ".join(one.networks),
                one.telephone or None,
                None if one.last is None else voice.month(one.last),
            )
        )
        for one in answer.rows
    ]
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Organisation"), weight=3),
        text(voice.tr("Networks"), weight=2),
        code(voice.tr("Telephone")),
        text(voice.tr("Last month handed in"), weight=2),
    )
    table = Table(
        columns,
        tuple(rows),
        name=voice.tr("Not handed in"),
        when_empty=voice.tr("Everybody has handed in."),
    )
    said = voice.joined(
        lambda one: one.tr("{reported} of {all} organisations have handed in.").format(
            reported=one.number(answer.reported), all=one.number(answer.organisations)
        )
    )
    blocks: list[Block] = [Paragraph(text=said, strong=True), table]
    return paper(
        frame,
        voice.tr("Not handed in"),
        blocks,
        period=voice.month(answer.month),
        subtitles=chosen_lines(answer.chosen, voice),
    )


def organisation_paper(answer: OrganisationMonth, frame: Frame) -> Document:
    """What one organisation gave of a month, and its versions."""
    voice, one = frame.voice, answer.organisation
    rows = [
        Row(
            (
                each.version,
                voice.day(each.received_at.date()),
                each.sequence,
                each.code,
                voice.tr("Figures changed") if each.changed else None,
                each.because or None,
            )
        )
        for each in answer.versions
    ]
    columns = (
        count(voice.tr("Version")),
        text(voice.tr("Received on")),
        count(voice.tr("Act")),
        code(voice.tr("Code")),
        text(voice.tr("Restated")),
        text(voice.tr("Reason"), weight=2),
    )
    blocks: list[Block] = [
        *figure_blocks(answer.figures, voice),
        Heading(voice.tr("Versions"), level=2),
        Table(columns, tuple(rows), name=voice.tr("Versions")),
    ]
    return paper(
        frame,
        voice.tr("Figures of one organisation"),
        blocks,
        period=voice.month(answer.month),
        subtitles=(f"{one.code} {voice.name(one.name_th, one.name_en)}",),
    )


def chosen_lines(chosen: Chosen, voice: Voice) -> tuple[str, ...]:
    """The network or place that a paper is limited to, as a line under its title."""
    words = [one for one in (chosen.network, chosen.place) if one]
    if not words:
        return ()
    return (voice.joined(lambda one: one.tr("Only {what}").format(what=", ".join(words))),)


def _compared(answer: Comparison, voice: Voice) -> Table:
    rows = [Row(_compared_cells(row, voice)) for row in answer.rows]
    together = answer.together
    cells = (
        None,
        voice.tr("All together"),
        *(together.par_30, together.par_90, together.collection, together.cost),
        *(together.reserve, together.in_arrears, together.savings_per_member, None, None, None),
    )
    rows.append(Row(cells, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Organisation"), weight=2),
        # note: loans more than 30 days late, of all loans
        percent(voice.tr("At risk 30")),
        # note: loans more than 90 days late, of all loans
        percent(voice.tr("At risk 90")),
        percent(voice.tr("Collected")),
        percent(voice.tr("Costs")),
        percent(voice.tr("Reserve")),
        percent(voice.tr("In arrears")),
        single(voice.tr("Savings per member")),
        count(voice.tr("Days since deposit")),
        count(voice.tr("Days since entry")),
        count(voice.tr("Corrections")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Organisations side by side"))


def _compared_cells(row: OrganisationRow, voice: Voice) -> tuple[Any, ...]:
    name = voice.name(row.name_th, row.name_en)
    if row.key is None or row.ratios is None:
        return (row.code, f"{name} – {voice.tr('Not handed in')}", *[None] * 10)
    ratios, key = row.ratios, row.key
    return (
        row.code,
        name,
        *(ratios.par_30, ratios.par_90, ratios.collection, ratios.cost),
        *(ratios.reserve, ratios.in_arrears, ratios.savings_per_member),
        *(row.days_since_deposit, row.days_since_entry),
        key.voids + key.reversals + key.entered_late,
    )
