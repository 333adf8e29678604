"""The ratios of a fiscal year, each with what stands above and below the line."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.queries.ratios import Ratio, Ratios
from reports.document import Document, Row, Table
from reports.documents.frame import Frame, at_day, paper, text
from reports.words.voice import Voice
from reports.words.year_words import grade_name, ratio_meaning, ratio_name


def ratios_paper(answer: Ratios, frame: Frame) -> Document:
    voice = frame.voice
    table = ratios_table(answer, voice)
    return paper(frame, voice.tr("Ratios"), [table], period=at_day(answer.at, voice))


def ratios_table(answer: Ratios, voice: Voice) -> Table:
    rows = [
        Row(
            (
                ratio_name(one.kind, voice),
                _value(one, voice),
                _amount(one.above, voice),
                _amount(one.below, voice),
                ratio_meaning(one.kind, answer.base, voice),
            )
        )
        for one in answer.rows
    ]
    columns = (
        text(voice.tr("Ratio"), weight=2),
        text(voice.tr("Percent")),
        # note: the number above the line of a fraction
        text(voice.tr("Above the line")),
        # note: the number below the line of a fraction
        text(voice.tr("Below the line")),
        text(voice.tr("What it is a ratio of"), weight=3),
    )
    return Table(columns, tuple(rows), name=voice.tr("Ratios"))


def _value(one: Ratio, voice: Voice) -> str:
    if one.value is None:
        return "–"
    shown = voice.percent(one.value)
    return shown if one.grade is None else f"{shown} ({grade_name(one.grade, voice)})"


def _amount(value: Money | int, voice: Voice) -> str:
    return voice.money(value) if isinstance(value, Money) else voice.number(value)
