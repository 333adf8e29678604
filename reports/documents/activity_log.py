"""The log on paper: who did what when, with what stood in the book before and since."""

from __future__ import annotations

from ledger.queries.act_log import ActLog, ActTold
from reports.document import Column, Document, Fact, Facts, Row, Table
from reports.documents.frame import Frame, code, paper, period_of, text
from reports.words.act_words import act_in_brief, entries_told
from reports.words.commands import command_name
from reports.words.voice import Voice


def activity_log_paper(answer: ActLog, frame: Frame) -> Document:
    voice = frame.voice
    by = [Facts((Fact(voice.tr("Done by"), answer.user),))] if answer.user else []
    return paper(
        frame,
        voice.tr("Activity log"),
        [
            *by,
            Table(
                log_columns(voice),
                tuple(log_row(row, voice) for row in answer.rows),
                when_empty=voice.tr("Nothing was done in these days."),
            ),
        ],
        period=period_of(answer.since, answer.until, voice),
    )


def log_columns(voice: Voice) -> tuple[Column, ...]:
    """The columns of a list of acts."""
    return (
        code(voice.tr("No.")),
        text(voice.tr("Recorded at")),
        text(voice.tr("By")),
        text(voice.tr("What was done, before → since")),
        code(voice.tr("Entry")),
        code(voice.tr("Fingerprint code")),
    )


def log_row(told: ActTold, voice: Voice) -> Row:
    """One act with what it changed, as far as paper shows it."""
    act = told.act
    return Row(
        (
            voice.digits(str(act.number)),
            voice.moment(act.at),
            act.user,
            "\n".join(
                (command_name(act.command, voice), *act_in_brief(told, voice, on_paper=True))
            ),
            entries_told(told.entries, voice),
            act.code,
        )
    )
