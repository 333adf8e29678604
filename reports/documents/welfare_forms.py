"""Forms of the welfare fund: its report, CODI's yearly status form, the request for matching."""

from __future__ import annotations

from fractions import Fraction

from ledger.domain.money import ZERO, total
from ledger.queries.match_request import MatchRequest
from ledger.queries.welfare_report import Administration, MatchRounds, MemberMoves, WelfareReport
from ledger.queries.welfare_status import WelfareStatus
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    period_of,
    signatures,
    text,
)
from reports.documents.welfare_columns import certificate, compared_blocks, two_columns_blocks
from reports.documents.welfare_parts import status_parts
from reports.words.voice import Voice
from reports.words.welfare_words import heading_name, match_source


def welfare_report_paper(answer: WelfareReport, frame: Frame) -> Document:
    """The fund in a period: members, two columns that agree, benefits, administration, rounds."""
    voice = frame.voice
    blocks: list[Block] = [
        Heading(voice.tr("Members"), level=2),
        _moves(answer.members, voice),
        Heading(voice.tr("Money"), level=2),
        *two_columns_blocks(answer.money, voice),
        Heading(voice.tr("Benefits paid"), level=2),
        _benefits(answer, voice),
        Heading(voice.tr("Administration"), level=2),
        *_administration(answer.administration, voice),
        Heading(voice.tr("Rounds of matching"), level=2),
        _rounds(answer.rounds, voice),
        *compared_blocks(answer.compared, voice),
        signatures(
            (voice.tr("Prepared by"), ""),
            (voice.tr("Treasurer"), ""),
            (voice.tr("Chairperson"), ""),
        ),
    ]
    period = period_of(answer.since, answer.until, voice)
    return paper(frame, voice.tr("Report of the welfare fund"), blocks, period=period)


def welfare_status_paper(answer: WelfareStatus, frame: Frame) -> Document:
    """CODI's yearly form in its own order; part 10 is the finance report in two columns."""
    voice = frame.voice
    blocks: list[Block] = [
        *status_parts(answer, frame),
        Heading(voice.tr("10. Finance report")),
        *two_columns_blocks(answer.money, voice),
        *compared_blocks(answer.compared, voice),
        certificate(voice),
        signatures(
            (voice.tr("Treasurer"), ""),
            (voice.tr("Secretary"), ""),
            (voice.tr("Chairperson"), ""),
        ),
    ]
    title = voice.tr("Status form of a community welfare fund")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def match_request_paper(answer: MatchRequest, frame: Frame) -> Document:
    """What is asked for of whom, every member counted, and the finance report beside it."""
    voice, asked = frame.voice, answer.round
    facts = (
        # note: a round of matching by its own name
        Fact(voice.tr("Round"), asked.name, strong=True),
        Fact(voice.tr("Resolution"), asked.resolution),
        Fact(voice.tr("Members counted on"), asked.counted_at),
        Fact(voice.tr("Members with a full year"), asked.members, strong=True),
        Fact(voice.tr("Contributed by them in that year"), asked.contributed),
        Fact(voice.tr("Asked of the government through CODI"), asked.government, strong=True),
        Fact(voice.tr("Asked of the local authority"), asked.local, strong=True),
    )
    blocks: list[Block] = [Facts(facts)]
    if answer.difference != ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The members below add up to {sum} baht, {difference} baht other than the request."
            ).format(sum=one.money(answer.contributed), difference=one.signed(answer.difference))
        )
        blocks.append(Paragraph(text=said, strong=True))
    blocks += [
        Heading(voice.tr("Earlier and present rounds"), level=2),
        _rounds(answer.rounds, voice),
        Heading(voice.tr("Finance report"), level=2),
        *two_columns_blocks(answer.money, voice),
        certificate(voice),
        signatures(
            (voice.tr("Treasurer"), ""),
            (voice.tr("Chairperson"), ""),
            (voice.tr("For the local authority"), ""),
        ),
        Heading(voice.tr("Members counted"), level=2),
        _counted(answer, voice),
    ]
    title = voice.tr("Request for matching contributions")
    return paper(frame, title, blocks, period=voice.day(asked.on, "long"))


def _moves(moves: MemberMoves, voice: Voice) -> Facts:
    return Facts(
        (
            Fact(voice.tr("At the beginning"), moves.before),
            Fact(voice.tr("New members"), moves.joined),
            Fact(voice.tr("Left the fund"), moves.left),
            Fact(voice.tr("Lost membership"), moves.lapsed),
            Fact(voice.tr("Died"), moves.died),
            Fact(voice.tr("At the end"), moves.after, strong=True),
            Fact(voice.tr("Behind with contributions"), moves.behind),
        )
    )


def _benefits(answer: WelfareReport, voice: Voice) -> Table:
    rows = [
        Row((heading_name(one.heading, voice), one.persons, one.claims, one.amount))
        for one in answer.benefits
    ]
    if rows:
        claims = sum(one.claims for one in answer.benefits)
        rows.append(Row((voice.tr("Total"), None, claims, answer.benefits_paid), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Heading")),
        count(voice.tr("Persons")),
        count(voice.tr("Claims")),
        money(voice.tr("Baht")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Benefits paid"),
        when_empty=voice.tr("No benefit was paid."),
    )


def _administration(answer: Administration, voice: Voice) -> list[Block]:
    share = None if answer.base == ZERO else Fraction(answer.spent.satang, answer.base.satang)
    facts = (
        Fact(voice.tr("Receipts and income of the period"), answer.base),
        Fact(voice.tr("Spent on administration"), answer.spent, strong=True),
        Fact(voice.tr("As a share"), "" if share is None else voice.percent(share)),
        Fact(voice.tr("The limit"), answer.limit),
        Fact(voice.tr("Left of the limit"), answer.left, strong=True),
    )
    blocks: list[Block] = [Facts(facts)]
    if answer.left < ZERO:
        said = voice.joined(
            lambda one: one.tr("Administration cost {over} baht more than the limit.").format(
                over=one.money(-answer.left)
            )
        )
        blocks.append(Paragraph(text=said, strong=True))
    return blocks


def _rounds(answer: MatchRounds, voice: Voice) -> Table:
    rows = [
        Row(
            (
                one.name,
                match_source(one.source, voice),
                one.members,
                one.asked,
                one.granted,
                one.received,
                one.to_come,
                one.unused,
            )
        )
        for one in answer.rows
    ]
    if rows:
        sums = (answer.asked, answer.granted, answer.received, answer.to_come, answer.unused)
        rows.append(Row((voice.tr("Total"), None, None, *sums), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Round")),
        text(voice.tr("Matched by")),
        count(voice.tr("Members")),
        money(voice.tr("Requested")),
        money(voice.tr("Granted")),
        money(voice.tr("Received")),
        money(voice.tr("Still to come")),
        money(voice.tr("Kept for benefits")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Rounds of matching"),
        when_empty=voice.tr("No matching was asked for yet."),
    )


def _counted(answer: MatchRequest, voice: Voice) -> Table:
    rows = [
        Row((one.member, name_of(one.name, voice), one.joined, one.contributed))
        for one in answer.rows
    ]
    rows.append(
        Row(
            (None, voice.tr("Total"), None, total(one.contributed for one in answer.rows)),
            RowStyle.TOTAL,
        )
    )
    columns = (
        code(voice.tr("Member number")),
        text(voice.tr("Name"), weight=2),
        day(voice.tr("Joined on")),
        money(voice.tr("Contributed in the year")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Members counted"))
