"""Insurance on paper: premiums by member, what was remitted, and claims."""

from __future__ import annotations

from ledger.domain.money import ZERO, total
from ledger.queries.insurance import InsuranceCard
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
from reports.documents.passed_on import billed_table, paid_table
from reports.words.voice import Voice


def insurance_paper(answer: InsuranceCard, frame: Frame) -> Document:
    """Premiums billed, collected and remitted, and every claim with what is open of it."""
    voice = frame.voice
    blocks: list[Block] = [
        _facts(answer, voice),
        *_difference(answer, voice),
        Heading(voice.tr("Premiums by member"), level=2),
        _premiums(answer, voice),
        Heading(voice.tr("Remitted to the insurer"), level=2),
        _remittances(answer, voice),
        Heading(voice.tr("Insurance claims"), level=2),
        _claims(answer, voice),
        signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(
        frame,
        voice.tr("Account of an insurance"),
        blocks,
        subtitles=(answer.policy.name,),
        period=at_day(answer.at, voice),
    )


def _facts(answer: InsuranceCard, voice: Voice) -> Facts:
    row = answer.row
    facts = (
        Fact(voice.tr("Insurer"), answer.policy.insurer),
        Fact(voice.tr("Contract number"), answer.policy.contract or None),
        Fact(voice.tr("Billed to members"), row.billed),
        Fact(voice.tr("Collected"), row.collected, strong=True),
        Fact(voice.tr("Not paid by members"), row.outstanding),
        Fact(voice.tr("Remitted to the insurer"), row.remitted, strong=True),
        Fact(voice.tr("Collected, not remitted"), row.held, strong=True),
        Fact(voice.tr("Claims the insurer still owes"), row.claims_open),
        Fact(voice.tr("Claims received, not paid out"), row.claims_held),
    )
    return known(facts)


def _difference(answer: InsuranceCard, voice: Voice) -> list[Block]:
    blocks: list[Block] = []
    if answer.row.held < ZERO:
        said = voice.tr("The cooperative advanced premiums that members have not paid yet.")
        blocks.append(Paragraph(text=said, strong=True))
    if answer.difference != ZERO:
        told = voice.joined(
            lambda one: one.tr(
                "The ledger holds {booked} baht on the card of this insurance, {difference} baht "
                "other than collected less remitted."
            ).format(booked=one.money(answer.booked), difference=one.signed(answer.difference))
        )
        blocks.append(Paragraph(text=told, strong=True))
    return blocks


def _premiums(answer: InsuranceCard, voice: Voice) -> Table:
    return billed_table(
        (
            (one, None if one.loan is None else voice.digits(str(one.loan)))
            for one in answer.premiums
        ),
        answer.row,
        voice,
        what=code(voice.tr("Loan card")),
        name=voice.tr("Premiums by member"),
        when_empty=voice.tr("No premium was billed yet."),
    )


def _remittances(answer: InsuranceCard, voice: Voice) -> Table:
    return paid_table(
        answer.remittances,
        answer.row.remitted,
        voice,
        name=voice.tr("Remitted to the insurer"),
        when_empty=voice.tr("Nothing was remitted yet."),
    )


def _claims(answer: InsuranceCard, voice: Voice) -> Table:
    """Every claim; what the insurer took off has a column where there is anything."""
    off = any(one.reduced != ZERO for one in answer.claims)
    rows = [
        Row(
            (
                voice.digits(str(one.claim.number)),
                name_of(one.name, voice),
                one.claim.event_on,
                one.claim.reason,
                one.claim.amount,
                *((one.reduced,) if off else ()),
                one.received,
                one.paid_out,
                one.open,
            )
        )
        for one in answer.claims
    ]
    if rows:
        sums = (
            total(one.claim.amount for one in answer.claims),
            *((total(one.reduced for one in answer.claims),) if off else ()),
            total(one.received for one in answer.claims),
            total(one.paid_out for one in answer.claims),
            answer.row.claims_open,
        )
        rows.append(Row((None, voice.tr("Total"), None, None, *sums), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Insurance claim")),
        text(voice.tr("Name"), weight=2),
        day(voice.tr("Happened on")),
        text(voice.tr("Reason")),
        money(voice.tr("Claimed")),
        *((money(voice.tr("Taken off")),) if off else ()),
        money(voice.tr("Received")),
        money(voice.tr("Paid out")),
        money(voice.tr("Still open")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Insurance claims"),
        when_empty=voice.tr("Nothing was claimed yet."),
    )
