"""Columns of the lists at the auditor's desk."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.audit.state import FlagLine, about
from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from ledger.domain.auditing import Inspection
from ledger.domain.money import ZERO
from ledger.queries.acts import ActRow
from ledger.queries.audit_desk import ConfirmationRow, QuestionView, Said
from ledger.queries.consents import ConsentGap
from ledger.queries.integrity.findings import Finding
from ledger.queries.red_flags import FlagResult
from ledger.queries.samples import SampleRow
from reports.words.act_words import told_in_short
from reports.words.choices import QUESTION_STATES, REPLIES
from reports.words.commands import command_name
from reports.words.consents import kept_words
from reports.words.findings import finding_sentence
from reports.words.labels import month_or_day
from reports.words.red_flag_signs import sign_sentence
from reports.words.red_flag_tests import severity_word, test_title
from reports.words.voice import Voice


def finding_columns(voice: Voice) -> Sequence[ColumnSpec[Finding]]:
    return (
        text_column(
            voice.tr("What the audit found"), lambda row: finding_sentence(row, voice), stretch=True
        ),
    )


def question_columns(voice: Voice) -> Sequence[ColumnSpec[QuestionView]]:
    return (
        number_column(voice.tr("No."), lambda row: row.question, voice),
        day_column(voice.tr("Date"), lambda row: row.on, voice),
        text_column(voice.tr("State"), lambda row: voice.tr(QUESTION_STATES[row.state])),
        text_column(voice.tr("About"), lambda row: about(row, voice)),
        text_column(voice.tr("Question"), lambda row: row.text, stretch=True),
        text_column(voice.tr("Asked by"), lambda row: row.asked_by),
    )


def consent_gap_columns(voice: Voice) -> Sequence[ColumnSpec[ConsentGap]]:
    return (
        text_column(voice.tr("Member number"), lambda row: voice.digits(row.member)),
        text_column(voice.tr("Name"), lambda row: row.name),
        text_column(voice.tr("What is kept"), lambda row: kept_words(row, voice), stretch=True),
        day_column(voice.tr("Since"), lambda row: row.since, voice),
        day_column(voice.tr("Consent taken back on"), lambda row: row.withdrawn, voice),
    )


def answer_columns(voice: Voice) -> Sequence[ColumnSpec[Said]]:
    return (
        day_column(voice.tr("Date"), lambda row: row.on, voice),
        text_column(voice.tr("What was said"), lambda row: row.text, stretch=True),
        text_column(voice.tr("By"), lambda row: row.user),
    )


def act_columns(voice: Voice) -> Sequence[ColumnSpec[ActRow]]:
    recorded: ColumnSpec[ActRow] = ColumnSpec(
        voice.tr("Recorded at"), lambda row: voice.moment(row.at), lambda row: row.number
    )
    return (
        number_column(voice.tr("No."), lambda row: row.number, voice),
        recorded,
        text_column(voice.tr("By"), lambda row: row.user),
        text_column(voice.tr("What was done"), lambda row: command_name(row.command, voice)),
        text_column(
            voice.tr("About"),
            lambda row: " · ".join(told_in_short(row.fields, voice)),
            stretch=True,
        ),
        number_column(voice.tr("Entries"), lambda row: row.entries or None, voice),
    )


def sample_columns(voice: Voice) -> Sequence[ColumnSpec[SampleRow]]:
    return (
        text_column(voice.tr("Number"), lambda row: voice.digits(row.key)),
        day_column(voice.tr("Date"), lambda row: row.on, voice),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
    )


def confirmation_columns(voice: Voice) -> Sequence[ColumnSpec[ConfirmationRow]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.card, voice),
        text_column(voice.tr("Member"), lambda row: f"{voice.digits(row.member)} {row.holder}"),
        text_column(
            voice.tr("Account"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        money_column(voice.tr("The book says"), lambda row: row.booked, voice, adds=False),
        text_column(
            voice.tr("Reply"), lambda row: voice.tr(REPLIES[row.outcome]) if row.outcome else ""
        ),
        money_column(voice.tr("The member says"), lambda row: row.stated, voice, adds=False),
        money_column(
            voice.tr("Difference"),
            lambda row: None if row.difference == ZERO else row.difference,
            voice,
        ),
    )


def inspection_columns(voice: Voice) -> Sequence[ColumnSpec[Inspection]]:
    return (
        number_column(voice.tr("No."), lambda row: row.number, voice),
        text_column(voice.tr("Month"), lambda row: month_or_day(row.month, voice)),
        text_column(voice.tr("Topic"), lambda row: row.topic),
        text_column(voice.tr("What was found"), lambda row: row.found, stretch=True),
        text_column(voice.tr("Recommendation"), lambda row: row.recommendation),
        text_column(voice.tr("Follow-up"), lambda row: row.result),
        text_column(voice.tr("State"), lambda row: _state(voice, settled=row.settled)),
    )


def test_columns(voice: Voice) -> Sequence[ColumnSpec[FlagResult]]:
    severity: ColumnSpec[FlagResult] = ColumnSpec(
        voice.tr("Severity"),
        lambda row: severity_word(row.severity, voice),
        lambda row: row.points,
    )
    return (
        text_column(voice.tr("Test"), lambda row: test_title(row.test, voice), stretch=True),
        severity,
        number_column(voice.tr("To look into"), lambda row: row.open or None, voice),
        number_column(voice.tr("Cleared"), lambda row: row.cleared or None, voice),
        money_column(
            voice.tr("Money at risk"),
            lambda row: None if row.at_risk == ZERO else row.at_risk,
            voice,
            adds=False,
        ),
    )


def flag_columns(voice: Voice) -> Sequence[ColumnSpec[FlagLine]]:
    severity: ColumnSpec[FlagLine] = ColumnSpec(
        voice.tr("Severity"),
        lambda line: severity_word(line.row.severity, voice),
        lambda line: line.row.severity.value,
    )
    return (
        text_column(
            voice.tr("Exception"), lambda line: sign_sentence(line.row, voice), stretch=True
        ),
        severity,
        money_column(
            voice.tr("Money at risk"),
            lambda line: None if line.row.at_risk == ZERO else line.row.at_risk,
            voice,
            adds=False,
        ),
        text_column(voice.tr("Cleared by"), lambda line: _cleared(line, voice)),
    )


def _cleared(line: FlagLine, voice: Voice) -> str:
    found = line.row.cleared
    if found is None:
        return ""
    # note: who cleared a red flag, such as "22 Nov 2569, Somjai: the slip is in the file"
    said = voice.tr("{day}, {name}: {note}").format(
        day=voice.day(found.on), name=found.by, note=found.note
    )
    # note: below what was said when a red flag was cleared, where it stands open again
    again = voice.tr("(more is at risk now)")
    return f"{said} {again}" if line.row.open else said


def _state(voice: Voice, *, settled: bool) -> str:
    return voice.tr("put right") if settled else voice.tr("still open")
