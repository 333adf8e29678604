"""Parts 1 to 9 and 11 to 12 of CODI's yearly status form (domain.md 4.3)."""

from __future__ import annotations

from ledger.queries.welfare_status import WelfareStatus
from reports.document import Block, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import Frame, count, known, money, text
from reports.words.voice import Voice
from reports.words.welfare_words import (
    criterion_name,
    group_name,
    heading_name,
    rhythm_name,
    source_name,
)


def status_parts(answer: WelfareStatus, frame: Frame) -> list[Block]:
    """The form up to its finance report, and what people wrote besides."""
    voice = frame.voice
    return [
        Heading(voice.tr("1. Identity")),
        _identity(frame),
        Heading(voice.tr("2. Founding")),
        _founding(answer, voice),
        Heading(voice.tr("3. Members")),
        _members(answer, voice),
        _groups(answer, voice),
        Heading(voice.tr("4. Money")),
        _sources(answer, voice),
        _rhythms(answer, voice),
        # note: parts 5 and 6 of the form, benefits since the founding and of this year
        Heading(voice.tr("5 and 6. Benefits")),
        _benefits(answer, voice),
        Heading(voice.tr("7 to 12. Work of the fund")),
        _written(answer, voice),
        Heading(voice.tr("Criteria of quality")),
        _criteria(answer, voice),
    ]


def _identity(frame: Frame) -> Facts:
    head, voice = frame.head, frame.voice
    facts = (
        Fact(voice.tr("Name"), voice.name(head.name_th, head.name_en), strong=True),
        Fact(voice.tr("Registration number"), head.registration or None),
        Fact(voice.tr("Address"), head.address or None),
        Fact(voice.tr("Telephone"), head.telephone or None),
    )
    return known(facts)


def _founding(answer: WelfareStatus, voice: Voice) -> Block:
    profile = answer.profile
    if profile is None:
        return Paragraph.of(voice.tr("Not entered yet: set the profile of the fund."))
    facts = (
        Fact(voice.tr("Founded on"), profile.founded_on),
        Fact(voice.tr("Members at the founding"), profile.founding_members),
        Fact(voice.tr("Money on the first day"), profile.founding_money),
        Fact(voice.tr("Villages or communities"), profile.villages),
        Fact(voice.tr("Covered by the fund"), profile.villages_covered),
        Fact(voice.tr("Population"), profile.population),
    )
    return known(facts)


def _members(answer: WelfareStatus, voice: Voice) -> Facts:
    return Facts(
        (
            Fact(voice.tr("Members ever"), answer.cumulative),
            Fact(voice.tr("Died"), answer.died),
            Fact(voice.tr("Left the fund"), answer.left),
            Fact(voice.tr("Lost membership"), answer.lapsed),
            Fact(voice.tr("Members now"), answer.current, strong=True),
            Fact(voice.tr("Members with a full year"), answer.full_year, strong=True),
            Fact(voice.tr("Joined this year"), answer.moves.joined),
        )
    )


def _groups(answer: WelfareStatus, voice: Voice) -> Table:
    rows = [
        Row((group_name(one.group, voice), one.cumulative, one.current)) for one in answer.groups
    ]
    rows.append(Row((voice.tr("Total"), answer.cumulative, answer.current), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Type of member")),
        count(voice.tr("Members ever")),
        count(voice.tr("Members now")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Type of member"), keep_together=True)


def _sources(answer: WelfareStatus, voice: Voice) -> Table:
    rows = [
        Row((source_name(one.source, voice), one.before, one.booked, one.cumulative))
        for one in answer.sources
    ]
    rows.append(Row((voice.tr("Total"), None, None, answer.received), RowStyle.TOTAL))
    rows.append(Row((voice.tr("Money there now"), None, None, answer.remaining), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Source"), weight=2),
        money(voice.tr("Before this book")),
        money(voice.tr("In this book")),
        money(voice.tr("Since the founding")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Source"), keep_together=True)


def _rhythms(answer: WelfareStatus, voice: Voice) -> Table:
    rows = tuple(
        Row((rhythm_name(one.rhythm, voice), one.members, one.amount)) for one in answer.rhythms
    )
    columns = (
        text(voice.tr("Contribution")),
        count(voice.tr("Members")),
        money(voice.tr("Together")),
    )
    return Table(
        columns,
        rows,
        name=voice.tr("Contribution"),
        when_empty=voice.tr("Nobody contributes now."),
    )


def _benefits(answer: WelfareStatus, voice: Voice) -> Table:
    rows = [
        Row(
            (
                heading_name(one.heading, voice),
                one.persons,
                one.amount,
                one.persons_year,
                one.amount_year,
            )
        )
        for one in answer.headings
    ]
    sums = (voice.tr("Total"), None, answer.benefits, None, answer.benefits_year)
    rows.append(Row(sums, RowStyle.TOTAL))
    ever, year = voice.tr("Since the founding"), voice.tr("This year")
    columns = (
        text(voice.tr("Heading"), weight=2),
        count(voice.tr("Persons, ever")),
        money(voice.tr("Baht"), group=ever),
        count(voice.tr("Persons, this year")),
        money(voice.tr("Baht"), group=year),
    )
    return Table(columns, tuple(rows), name=voice.tr("Benefits paid"))


def _written(answer: WelfareStatus, voice: Voice) -> Block:
    profile = answer.profile
    known = (
        ()
        if profile is None
        else (
            Fact(voice.tr("Activities of the community"), profile.activities),
            Fact(voice.tr("Committee"), profile.committee),
            Fact(voice.tr("Rules of the fund"), profile.rules),
            Fact(voice.tr("Data of members"), profile.member_data),
            Fact(voice.tr("Meetings"), profile.meetings),
            Fact(voice.tr("Keeping of accounts"), profile.accounts),
            Fact(voice.tr("Monitoring"), profile.monitoring),
            Fact(voice.tr("Public report"), profile.reporting),
            Fact(voice.tr("Links to others"), profile.links),
            Fact(voice.tr("Support received"), profile.support),
        )
    )
    facts = tuple(one for one in known if one.value)
    if not facts:
        return Paragraph.of(voice.tr("Not entered yet: set the profile of the fund."))
    return Facts(facts, columns=1)


def _criteria(answer: WelfareStatus, voice: Voice) -> Table:
    words = {
        True: voice.tr("met"),
        False: voice.tr("not met"),
        None: voice.tr("not known from the books"),
    }
    rows = tuple(
        Row((criterion_name(one.criterion, voice), words[one.met])) for one in answer.criteria
    )
    columns = (text(voice.tr("Criterion"), weight=3), text(voice.tr("Standing")))
    return Table(columns, rows, name=voice.tr("Criteria of quality"))
