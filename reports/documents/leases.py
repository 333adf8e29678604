"""Land leases on paper: the lease's account, and the register of plots and houses."""

from __future__ import annotations

from ledger.domain.money import ZERO
from ledger.queries.leases import LeaseCard
from ledger.queries.plots import PlotRegister, PlotRow
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    day,
    known,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.documents.passed_on import billed_table, paid_table
from reports.words.land import area_text, plot_reason
from reports.words.voice import Voice


def lease_paper(answer: LeaseCard, frame: Frame) -> Document:
    """Rent owed to the owner beside what members were billed, paid, and what was remitted."""
    voice = frame.voice
    blocks: list[Block] = [
        _facts(answer, voice),
        *_difference(answer, voice),
        Heading(voice.tr("By month"), level=2),
        _months(answer, voice),
        Heading(voice.tr("By member"), level=2),
        _members(answer, voice),
        Heading(voice.tr("Remitted to the owner"), level=2),
        _remittances(answer, voice),
        signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(
        frame,
        voice.tr("Account of a land lease"),
        blocks,
        subtitles=(answer.lease.owner,),
        period=at_day(answer.at, voice),
    )


def plot_register_paper(answer: PlotRegister, frame: Frame) -> Document:
    """Every plot with house, area and holder, and below it how it went from hand to hand."""
    voice = frame.voice
    columns = (
        code(voice.tr("Lease")),
        code(voice.tr("Plot")),
        text(voice.tr("House number")),
        text(voice.tr("Area")),
        code(voice.tr("Member number")),
        text(voice.tr("Holder"), weight=2),
        day(voice.tr("Since")),
        money(voice.tr("Rent a month")),
    )
    table = Table(
        columns,
        tuple(_plot(one, voice) for one in answer.rows),
        name=voice.tr("Register of plots and houses"),
        when_empty=voice.tr("There is no plot yet."),
    )
    facts = Facts(
        (
            Fact(voice.tr("Total area"), area_text(answer.area, voice), strong=True),
            Fact(voice.tr("Plots with a holder"), answer.held),
            Fact(voice.tr("Plots without a holder"), answer.vacant),
        )
    )
    blocks: list[Block] = [table, facts]
    if any(len(one.transfers) > 1 for one in answer.rows):
        blocks += [Heading(voice.tr("Transfers"), level=2), _transfers(answer, voice)]
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    title = voice.tr("Register of plots and houses")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def _facts(answer: LeaseCard, voice: Voice) -> Facts:
    lease, row = answer.lease, answer.row
    facts = (
        Fact(voice.tr("Contract number"), lease.contract or None),
        Fact(voice.tr("Begins on"), lease.on),
        Fact(voice.tr("Ends on"), lease.ends_on),
        Fact(voice.tr("Area of the land"), area_text(lease.area, voice)),
        Fact(voice.tr("Area of all plots"), area_text(row.plotted, voice)),
        Fact(voice.tr("Owed to the owner"), row.owed, strong=True),
        Fact(voice.tr("Remitted to the owner"), row.remitted, strong=True),
        Fact(voice.tr("Not remitted yet"), row.open, strong=True),
        Fact(voice.tr("Billed to members"), row.billed),
        Fact(voice.tr("Collected"), row.collected),
        Fact(voice.tr("Not paid by members"), row.outstanding),
        Fact(voice.tr("Collected, not remitted"), row.held, strong=True),
    )
    return known(facts)


def _difference(answer: LeaseCard, voice: Voice) -> list[Block]:
    blocks: list[Block] = []
    if answer.row.held < ZERO:
        blocks.append(
            Paragraph(
                text=voice.tr("The cooperative advanced rent that members have not paid yet."),
                strong=True,
            )
        )
    if answer.difference != ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The ledger holds {booked} baht on the card of this lease, {difference} baht "
                "other than collected less remitted."
            ).format(booked=one.money(answer.booked), difference=one.signed(answer.difference))
        )
        blocks.append(Paragraph(text=said, strong=True))
    return blocks


def _months(answer: LeaseCard, voice: Voice) -> Table:
    rows = [
        Row((voice.month(one.month), one.owed, one.billed, one.collected, one.billed - one.owed))
        for one in answer.months
    ]
    columns = (
        text(voice.tr("Month")),
        money(voice.tr("Owed to the owner")),
        money(voice.tr("Billed to members")),
        money(voice.tr("Collected")),
        # note: billed to members less what the owner asks
        money(voice.tr("Billed less owed")),
    )
    return Table(columns, tuple(rows), name=voice.tr("By month"))


def _members(answer: LeaseCard, voice: Voice) -> Table:
    return billed_table(
        ((one, ", ".join(one.plots) or None) for one in answer.members),
        answer.row,
        voice,
        what=text(voice.tr("Plots")),
        name=voice.tr("By member"),
        when_empty=voice.tr("Nobody holds a plot yet."),
    )


def _remittances(answer: LeaseCard, voice: Voice) -> Table:
    return paid_table(
        answer.remittances,
        answer.row.remitted,
        voice,
        name=voice.tr("Remitted to the owner"),
        when_empty=voice.tr("Nothing was remitted yet."),
    )


def _plot(one: PlotRow, voice: Voice) -> Row:
    holder = name_of(one.name, voice) if one.holder else voice.tr("No holder")
    area = area_text(one.area, voice)
    place = (one.lease, one.code, one.house or None, area)
    return Row((*place, one.holder or None, holder, one.since, one.rent))


def _transfers(answer: PlotRegister, voice: Voice) -> Table:
    rows = [
        Row(
            (
                f"{plot.lease} {plot.code}",
                one.on,
                one.from_member or None,
                one.to_member or None,
                plot_reason(one.reason, voice),
                one.resolution or None,
            )
        )
        for plot in answer.rows
        for one in plot.transfers
    ]
    columns = (
        code(voice.tr("Plot")),
        day(voice.tr("Day")),
        code(voice.tr("From member")),
        code(voice.tr("To member")),
        text(voice.tr("Reason")),
        text(voice.tr("Resolution"), weight=2),
    )
    return Table(columns, tuple(rows), name=voice.tr("Transfers"))
