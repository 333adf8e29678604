"""Members whose missed instalments forbid something: no new loan, no welfare, no refund."""

from __future__ import annotations

from ledger.queries.sanctions import SanctionedMember, SanctionList
from reports.document import Document, Row, Table
from reports.documents.frame import Frame, at_day, code, count, day, name_of, paper, text
from reports.words.voice import Voice


def sanction_list_paper(answer: SanctionList, frame: Frame) -> Document:
    """Who is under a sanction on the day, and up to when (domain.md 1.4)."""
    voice = frame.voice
    columns = (
        code(voice.tr("No.")),
        text(voice.tr("Name"), weight=2),
        count(voice.tr("Missed this year")),
        count(voice.tr("Most in a row")),
        day(voice.tr("No new loan up to")),
        day(voice.tr("No welfare up to")),
        text(voice.tr("Patronage refund")),
    )
    table = Table(
        columns,
        tuple(_row(one, voice) for one in answer.rows),
        name=voice.tr("Sanctions for missed instalments"),
        when_empty=voice.tr("Nobody is under a sanction."),
    )
    title = voice.tr("Sanctions for missed instalments")
    return paper(frame, title, [table], period=at_day(answer.at, voice))


def _row(one: SanctionedMember, voice: Voice) -> Row:
    return Row(
        (
            one.member,
            name_of(one.name, voice),
            one.missed_in_year,
            one.longest_row,
            one.no_loan_until,
            one.no_welfare_until,
            voice.tr("Lost for this year") if one.refund_lost else None,
        )
    )
