"""Who has not paid: members by zone, with what they owe and since when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ledger.domain.money import total
from ledger.queries.arrears import Arrears, MemberInArrears, OpenItem
from reports.document import Document, Fact, Facts, Row, RowStyle, Table, Value
from reports.documents.frame import Frame, at_day, code, count, day, money, name_of, paper, text
from reports.words.voice import Voice


def arrears_paper(answer: Arrears, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Who has not paid"),
        [arrears_facts(answer, voice), arrears_table(answer, voice)],
        period=at_day(answer.at, voice),
    )


def arrears_facts(answer: Arrears, voice: Voice) -> Facts:
    facts = (
        Fact(voice.tr("Members"), answer.members),
        Fact(voice.tr("Members who owe"), len(answer.rows), strong=True),
        Fact(voice.tr("Owed in all"), answer.owed, strong=True),
        Fact(voice.tr("Of this from earlier months"), answer.overdue),
    )
    return Facts(facts)


def arrears_table(answer: Arrears, voice: Voice) -> Table:
    rows: list[Row] = []
    for zone, members in groupby(answer.rows, key=lambda row: row.zone):
        rows.extend(_zone_rows(answer.zones.get(zone, zone), list(members), voice))
    sums = (None, voice.tr("Total"), *(None,) * 3, answer.owed, answer.overdue)
    if answer.rows:
        rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Member number")),
        text(voice.tr("Name"), weight=2),
        text(voice.tr("What is owed")),
        day(voice.tr("Since")),
        count(voice.tr("Months")),
        money(voice.tr("Owed")),
        money(voice.tr("Of this from earlier months")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Who has not paid"),
        when_empty=voice.tr("Everybody has paid."),
    )


def _zone_rows(zone: str, members: list[MemberInArrears], voice: Voice) -> Iterator[Row]:
    if zone:
        yield Row((None, zone, *(None,) * 5), RowStyle.HEADING)
    for member in members:
        for at, item in enumerate(member.items):
            who: tuple[Value, Value] = (None, None)
            if at == 0:
                who = (member.member, name_of(member.name, voice))
            yield Row((*who, *_cells(item, voice)))
    if zone:
        owed, overdue = total(one.owed for one in members), total(one.overdue for one in members)
        # note: the sum of one zone in a list of arrears
        label = voice.joined(lambda one: one.tr("Total of zone {zone}").format(zone=zone))
        yield Row((None, label, *(None,) * 3, owed, overdue), RowStyle.SUBTOTAL)


def _cells(item: OpenItem, voice: Voice) -> tuple[Value, ...]:
    return (
        voice.name(item.name_th, item.name_en),
        item.since,
        item.months or None,
        item.owed,
        item.overdue,
    )
