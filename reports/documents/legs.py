"""Both legs of loans side by side, and whether the months ahead cover the lenders."""

from __future__ import annotations

from ledger.domain.money import total
from ledger.queries.both_legs import BothLegs, LegPair
from ledger.queries.leg_forecast import Forecast, LegForecast
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    money,
    paper,
    running,
    signatures,
    text,
)
from reports.words.voice import Voice


def both_legs_paper(answer: BothLegs, frame: Frame) -> Document:
    """What members owe and pay beside what the cooperative owes and pays, loan by loan."""
    voice = frame.voice
    blocks: list[Block] = []
    for pair in answer.rows:
        blocks.append(Heading(pair.source.name or pair.source.party, level=2))
        blocks.append(_pair(pair, voice))
        if pair.longest is not None:
            blocks.append(Paragraph(text=_outlasting(pair, voice), strong=True))
    if not answer.rows:
        blocks.append(Paragraph.of(voice.tr("No loan was received.")))
    facts = (
        Fact(voice.tr("Members owe"), answer.members_balance, strong=True),
        Fact(voice.tr("Owed to lenders"), answer.balance, strong=True),
        Fact(voice.tr("Collected from members"), answer.collected),
        Fact(voice.tr("Paid to lenders"), answer.paid),
        Fact(voice.tr("Spread earned"), answer.spread, strong=True),
    )
    blocks.append(Facts(facts))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    return paper(frame, voice.tr("Both legs of loans"), blocks, period=at_day(answer.at, voice))


def forecast_paper(answer: Forecast, frame: Frame) -> Document:
    """Month by month, whether collections cover the lenders' instalments."""
    voice = frame.voice
    blocks: list[Block] = [Heading(voice.tr("All lenders together"), level=2)]
    blocks += _ahead(answer.together, voice)
    for one in answer.sources:
        if len(answer.sources) > 1:
            blocks.append(Heading(one.lender, level=2))
            blocks += _ahead(one, voice)
    return paper(frame, voice.tr("The months ahead"), blocks, period=at_day(answer.at, voice))


def _pair(pair: LegPair, voice: Voice) -> Table:
    collected, repaid = pair.collected, pair.repaid
    amounts = (
        (voice.tr("Paid out"), pair.lent, pair.drawn),
        (voice.tr("Principal paid"), collected.principal, repaid.principal),
        (voice.tr("Interest paid"), collected.interest, repaid.interest),
        (voice.tr("Penalty paid"), collected.penalty, repaid.penalty),
        (voice.tr("Late amount"), pair.members_late, pair.source.amount_late),
    )
    found = [Row(cells) for cells in amounts]
    balance = (voice.tr("Principal owed"), pair.members_balance, pair.balance)
    found.append(Row(balance, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Item")),
        money(voice.tr("Members to the cooperative")),
        money(voice.tr("Cooperative to the lender")),
    )
    # note: over both legs of one received loan: how many members' loans were lent on from it
    caption = voice.joined(
        lambda one: one.tr("{count} loans to members").format(count=one.number(pair.members))
    )
    return Table(columns, tuple(found), caption=caption, keep_together=True)


def _outlasting(pair: LegPair, voice: Voice) -> str:
    last = pair.longest
    return voice.joined(
        lambda one: one.tr(
            "Members' loans run until {day}, longer than the loan they were lent on from."
        ).format(day="" if last is None else one.day(last))
    )


def _ahead(answer: LegForecast, voice: Voice) -> list[Block]:
    rows = [
        Row((voice.month(one.month), one.collect, one.pay, one.cover, one.so_far))
        for one in answer.months
    ]
    sums = (
        voice.tr("Total"),
        total(one.collect for one in answer.months),
        total(one.pay for one in answer.months),
        total(one.cover for one in answer.months),
        None,
    )
    rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Month")),
        money(voice.tr("From members")),
        money(voice.tr("To lenders")),
        money(voice.tr("Left over")),
        running(voice.tr("Left over so far")),
    )
    blocks: list[Block] = [Table(columns, tuple(rows), name=voice.tr("The months ahead"))]
    if answer.short_from is not None:
        short = answer.short_from
        said = voice.joined(
            lambda one: one.tr("From {month} on, collections do not cover the lenders.").format(
                month=one.month(short)
            )
        )
        blocks.append(Paragraph(text=said, strong=True))
    return blocks
