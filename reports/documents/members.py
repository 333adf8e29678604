"""The list of members, and who came and who went in a period."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.members import MemberList, MemberRow, MembersInOut, Presence
from reports.document import Block, Document, Fact, Facts, Row, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    name_of,
    paper,
    text,
    unbroken,
)
from reports.words.kinds import member_kind
from reports.words.labels import leaving_reason
from reports.words.voice import N_, Voice


def member_list_paper(answer: MemberList, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("List of members"),
        [_list(answer, voice), _sums(answer, voice)],
        period=at_day(answer.at, voice),
        subtitles=tuple(_filters(answer, voice)),
    )


def _filters(answer: MemberList, voice: Voice) -> Iterator[str]:
    """What the list was narrowed to."""
    if answer.presence is Presence.LEFT:
        yield voice.tr("Members who left")
    elif answer.presence is Presence.ALL:
        yield voice.tr("Present members and those who left")
    if answer.kind is not None:
        yield member_kind(answer.kind, voice)
    for label, value in ((N_("Zone"), answer.zone), (N_("Household"), answer.household)):
        if value is not None:
            yield f"{voice.tr(label)}: {value}"


def _list(answer: MemberList, voice: Voice) -> Table:
    """One line a member; the day of leaving only where somebody on the list has left."""
    with_left = any(row.left is not None for row in answer.rows)
    rows = []
    for at, row in enumerate(answer.rows, start=1):
        kind = member_kind(row.kind, voice)
        name = name_of(row.name, voice)
        cells = (at, row.number, name, row.zone_name, row.household, kind, row.joined)
        rows.append(Row((*cells, row.left) if with_left else cells))
    columns = [
        count(voice.tr("Row")),
        code(voice.tr("Member number")),
        unbroken(voice.tr("Name")),
        text(voice.tr("Zone")),
        text(voice.tr("Household")),
        text(voice.tr("Kind")),
        day(voice.tr("Joined on")),
    ]
    if with_left:
        columns.append(day(voice.tr("Left on")))
    return Table(tuple(columns), tuple(rows), when_empty=voice.tr("No member."))


def _sums(answer: MemberList, voice: Voice) -> Facts:
    facts = (
        Fact(voice.tr("Members"), len(answer.rows), strong=True),
        Fact(voice.tr("Ordinary members"), answer.ordinary),
        Fact(voice.tr("Associate members"), answer.associate),
    )
    return Facts(facts, columns=3)


def in_out_blocks(answer: MembersInOut, voice: Voice) -> Iterator[Block]:
    """The count from the beginning of a period to its end, then the names."""
    facts = [
        Fact(voice.tr("Members at the beginning"), answer.opening),
        Fact(voice.tr("Members who joined"), len(answer.joined)),
        Fact(voice.tr("Members who left"), len(answer.left)),
        Fact(voice.tr("Members at the end"), answer.closing, strong=True),
        Fact(voice.tr("Ordinary members"), answer.closing_ordinary),
        Fact(voice.tr("Associate members"), answer.closing_associate),
    ]
    if answer.entered_late:
        # note: members typed in after the month in which they joined had been closed
        facts.insert(3, Fact(voice.tr("Entered late, for earlier months"), answer.entered_late))
    yield Facts(tuple(facts), columns=3)
    if answer.joined:
        yield _people(answer.joined, voice.tr("Members who joined"), voice)
    if answer.left:
        yield _people(answer.left, voice.tr("Members who left"), voice)


def _people(rows: tuple[MemberRow, ...], caption: str, voice: Voice) -> Table:
    """Who came, or who went with the day and the reason."""
    went = any(row.left is not None for row in rows)
    listed = []
    for row in rows:
        kind = member_kind(row.kind, voice)
        cells = (row.number, name_of(row.name, voice), row.zone_name, kind, row.joined)
        why = leaving_reason(row.left_why.value, voice) if row.left_why is not None else ""
        listed.append(Row((*cells, row.left, why) if went else cells))
    columns = [
        code(voice.tr("Member number")),
        text(voice.tr("Name"), weight=3),
        text(voice.tr("Zone")),
        text(voice.tr("Kind")),
        day(voice.tr("Joined on")),
    ]
    if went:
        columns += [day(voice.tr("Left on")), text(voice.tr("Why"))]
    return Table(tuple(columns), tuple(listed), caption=caption)
