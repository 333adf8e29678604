"""A month beside an earlier one: the sums of the organisations that handed in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from fractions import Fraction
from typing import Any

from ledger.domain.money import Money
from ledger.domain.network.changes import Change
from ledger.domain.network.figures import KeyFigures
from reports.document import Block, Column, Document, Heading, Paragraph, Row, Table
from reports.documents.frame import Frame, count, paper, percent, single, text
from reports.documents.network_lists import chosen_lines
from reports.words.network_words import FIGURES, RATIOS
from reports.words.voice import Voice


def change_paper(answer: Change, frame: Frame) -> Document:
    """Every figure with its difference; who handed in one of the months alone is named."""
    voice = frame.voice
    amounts: list[Row] = []
    counts: list[Row] = []
    for field in fields(KeyFigures):
        now = getattr(answer.figures, field.name)
        row = _row(FIGURES[field.name], getattr(answer.earlier_figures, field.name), now, voice)
        (amounts if isinstance(now, Money) else counts).append(row)
    per_member = answer.ratios.savings_per_member
    if per_member is not None and answer.earlier_ratios.savings_per_member is not None:
        before = answer.earlier_ratios.savings_per_member
        amounts.append(_row(RATIOS["savings_per_member"], before, per_member, voice))
    blocks: list[Block] = [
        Paragraph(text=change_said(answer, voice), strong=True),
        _table(voice.tr("Amounts"), answer, amounts, single, voice),
        Heading(voice.tr("Key figures"), level=2),
        _table(voice.tr("Key figures"), answer, _ratios(answer, voice), percent, voice),
        Heading(voice.tr("Numbers"), level=2),
        _table(voice.tr("Numbers"), answer, counts, count, voice),
    ]
    return paper(
        frame,
        voice.tr("Since an earlier month"),
        blocks,
        period=voice.month(answer.month),
        subtitles=(
            voice.joined(
                lambda one: one.tr("Beside {month}").format(month=one.month(answer.earlier))
            ),
            *chosen_lines(answer.chosen, voice),
        ),
    )


def change_said(answer: Change, voice: Voice) -> str:
    """How many are compared, and who is in neither sum."""

    def said(one: Voice) -> str:
        lines = [
            one.tr("Compared are the {count} organisations that handed in both months.").format(
                count=one.number(answer.organisations)
            )
        ]
        for month, codes in (
            (answer.month, answer.only_month),
            (answer.earlier, answer.only_earlier),
        ):
            if codes:
                lines.append(
                    one.tr("Only in {month}, and in neither sum: {codes}").format(
                        month=one.month(month), codes=", ".join(codes)
                    )
                )
        return "\n".join(lines)

    return voice.joined(said)


def _ratios(answer: Change, voice: Voice) -> Iterable[Row]:
    for name, label in RATIOS.items():
        before: Any = getattr(answer.earlier_ratios, name)
        now: Any = getattr(answer.ratios, name)
        if isinstance(before, Fraction) and isinstance(now, Fraction):
            yield _row(label, before, now, voice)


def _row(label: str, before: Any, now: Any, voice: Voice) -> Row:
    return Row((voice.tr(label), before, now, now - before))


def _table(
    name: str, answer: Change, rows: Iterable[Row], kind: Callable[[str], Column], voice: Voice
) -> Table:
    columns = (
        text(voice.tr("Figure"), weight=2),
        kind(voice.month(answer.earlier)),
        kind(voice.month(answer.month)),
        kind(voice.tr("Difference")),
    )
    return Table(columns, tuple(rows), name=name)
