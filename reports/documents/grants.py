"""Grants on paper: the report to the donor, and the list of all grants."""

from __future__ import annotations

from ledger.domain.money import ZERO
from ledger.queries.grants import GrantCard, GrantRow, Grants
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
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
from reports.documents.passed_on import paid_table
from reports.words.voice import Voice


def grant_report_paper(answer: GrantCard, frame: Frame) -> Document:
    """What became of the donor's money: received, spent by line and household, what is left."""
    voice = frame.voice
    blocks: list[Block] = [
        _contract(answer, voice),
        Heading(voice.tr("Spent by budget line"), level=2),
        _lines(answer, voice),
    ]
    if answer.households:
        blocks += [Heading(voice.tr("Spent by household"), level=2), _households(answer, voice)]
    blocks += [
        Heading(voice.tr("Parts received"), level=2),
        _parts(answer, voice),
        Heading(voice.tr("Payments"), level=2),
        _spendings(answer, voice),
        *_difference(answer, voice),
        signatures(
            (voice.tr("Prepared by"), ""),
            (voice.tr("Treasurer"), ""),
            (voice.tr("Chairperson"), ""),
        ),
    ]
    return paper(
        frame,
        voice.tr("Report on a grant"),
        blocks,
        subtitles=(answer.grant.purpose,),
        period=at_day(answer.at, voice),
    )


def grant_list_paper(answer: Grants, frame: Frame) -> Document:
    """Every grant with what was received, spent, returned and is still there."""
    voice = frame.voice
    rows = [_grant(one) for one in answer.rows]
    sums = (None, voice.tr("Total"), None, None)
    amounts = (answer.received, answer.spent, answer.returned, answer.remaining)
    if rows:
        rows.append(Row((*sums, *amounts), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Donor")),
        text(voice.tr("Purpose"), weight=2),
        money(voice.tr("Grant")),
        money(voice.tr("Received")),
        money(voice.tr("Spent")),
        money(voice.tr("Returned to the donor")),
        money(voice.tr("Remaining")),
    )
    table = Table(columns, tuple(rows), when_empty=voice.tr("There is no grant yet."))
    return paper(frame, voice.tr("List of grants"), [table], period=at_day(answer.at, voice))


def _grant(one: GrantRow) -> Row:
    amounts = (one.total, one.received, one.spent, one.returned, one.remaining)
    return Row((one.code, one.donor, one.purpose, *amounts))


def _contract(answer: GrantCard, voice: Voice) -> Facts:
    grant = answer.grant
    facts = (
        Fact(voice.tr("Donor"), grant.donor),
        Fact(voice.tr("Agreement"), grant.agreement or None),
        Fact(voice.tr("Contract day"), grant.on),
        Fact(voice.tr("Ends on"), grant.ends_on),
        Fact(voice.tr("Grant"), grant.total, strong=True),
        Fact(voice.tr("Still to be received"), answer.to_receive),
        Fact(voice.tr("Received"), answer.received, strong=True),
        Fact(voice.tr("Spent"), answer.spent, strong=True),
        Fact(voice.tr("Returned to the donor"), answer.returned),
        Fact(voice.tr("Remaining"), answer.remaining, strong=True),
    )
    return known(facts)


def _lines(answer: GrantCard, voice: Voice) -> Table:
    rows = [Row((one.line, one.name, one.budget, one.spent, one.left)) for one in answer.lines]
    left = answer.grant.total - answer.spent
    rows.append(
        Row((None, voice.tr("Total"), answer.grant.total, answer.spent, left), RowStyle.TOTAL)
    )
    columns = (
        code(voice.tr("Line")),
        text(voice.tr("Name"), weight=2),
        money(voice.tr("Budget")),
        money(voice.tr("Spent")),
        money(voice.tr("Left of the budget")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Spent by budget line"))


def _households(answer: GrantCard, voice: Voice) -> Table:
    rows = [
        Row((one.household, name_of(one.name, voice), one.line, one.limit, one.spent))
        for one in answer.households
    ]
    columns = (
        code(voice.tr("Household")),
        text(voice.tr("Name"), weight=2),
        code(voice.tr("Line")),
        money(voice.tr("Most per household")),
        money(voice.tr("Spent")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Spent by household"))


def _parts(answer: GrantCard, voice: Voice) -> Table:
    return paid_table(
        answer.parts,
        answer.received,
        voice,
        name=voice.tr("Parts received"),
        when_empty=voice.tr("Nothing was received yet."),
    )


def _spendings(answer: GrantCard, voice: Voice) -> Table:
    rows = [
        Row(
            (
                one.on,
                one.line,
                one.payee or voice.tr("Spent before this book"),
                one.purpose or None,
                one.document or None,
                one.amount,
            )
        )
        for one in answer.spendings
    ]
    if rows:
        sums = (None, None, voice.tr("Total"), None, None, answer.spent)
        rows.append(Row(sums, RowStyle.TOTAL))
    rows += [
        # note: beside money of a grant that went back to the donor
        Row(
            (
                one.on,
                None,
                voice.tr("Returned to the donor"),
                None,
                one.document or None,
                one.amount,
            )
        )
        for one in answer.returns
    ]
    columns = (
        day(voice.tr("Day")),
        code(voice.tr("Line")),
        text(voice.tr("Payee")),
        text(voice.tr("Purpose"), weight=2),
        text(voice.tr("Document")),
        money(voice.tr("Amount")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Payments"),
        when_empty=voice.tr("Nothing was spent yet."),
    )


def _difference(answer: GrantCard, voice: Voice) -> list[Block]:
    if answer.difference == ZERO:
        return []
    said = voice.joined(
        lambda one: one.tr(
            "The ledger holds {booked} baht on the card of this grant, {difference} baht other "
            "than received less spent and returned."
        ).format(booked=one.money(answer.booked), difference=one.signed(answer.difference))
    )
    return [Paragraph(text=said, strong=True)]
