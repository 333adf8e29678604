"""The surplus allocation sheet: lines with their percentages, legal tests, who gets how much."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ledger.domain.money import ZERO
from ledger.domain.surplus import LegalTest
from ledger.queries.surplus_sheet import ClosedYears, Sheet, SurplusSheets
from reports.document import Block, Document, Fact, Facts, Paragraph, Row, RowStyle, Table
from reports.documents.frame import Frame, money, paper, percent, signatures, text
from reports.words.labels import surplus_line
from reports.words.voice import Voice
from reports.words.year_words import legal_test


def surplus_sheet_paper(answer: ClosedYears, frame: Frame) -> Document:
    """Of one year; without a year of the newest one that was closed."""
    voice = frame.voice
    blocks: list[Block] = []
    period = ""
    if answer.years:
        year = answer.years[-1]
        blocks += surplus_blocks(year, voice)
        period = fiscal_year(year.year, voice)
    else:
        blocks.append(Paragraph(text=voice.tr("No fiscal year has been closed yet.")))
    blocks.append(
        signatures(
            (voice.tr("Prepared by"), ""),
            (voice.tr("Secretary of the meeting"), ""),
            (voice.tr("Chairperson"), ""),
        )
    )
    return paper(frame, voice.tr("Surplus allocation sheet"), blocks, period=period)


def fiscal_year(year: int, voice: Voice) -> str:
    """A fiscal year by the year in which it ends."""
    return voice.joined(lambda one: one.tr("Fiscal year {year}").format(year=one.year(year)))


def surplus_blocks(year: SurplusSheets, voice: Voice) -> Iterator[Block]:
    """The sheet that stands, or else the last proposal; the surplus alone where there is none."""
    sheet = newest_sheet(year)
    facts = []
    if year.kept_apart != ZERO:
        facts = [
            Fact(voice.tr("Net result as the statements show it"), year.surplus + year.kept_apart),
            Fact(voice.tr("Of it the welfare fund's own, not allocated"), year.kept_apart),
        ]
    facts.append(Fact(voice.tr("Surplus of the year"), year.surplus, strong=True))
    if sheet is None:
        yield Facts(tuple(facts))
        yield Paragraph(text=voice.tr("No proposal has been kept yet."))
        return
    facts.append(Fact(voice.tr("Share capital at the end of the year"), sheet.share_capital))
    facts.append(Fact(voice.tr("Date of the resolution"), sheet.on))
    if sheet.resolution:
        facts.append(Fact(voice.tr("Resolution"), sheet.resolution))
    if sheet.drawn > ZERO:
        facts.append(Fact(voice.tr("Dividend in all"), sheet.dividend))
        facts.append(Fact(voice.tr("Of it from the dividend-equalisation fund"), sheet.drawn))
    yield Facts(tuple(facts))
    if sheet.entry is None:
        yield Paragraph(text=voice.tr("A proposal: nothing has been booked yet."), strong=True)
    elif not sheet.stands:
        yield Paragraph(text=voice.tr("This allocation was taken back."), strong=True)
    yield _lines(sheet, voice)
    yield Paragraph(
        text=voice.tr(
            "Each percentage is rounded by itself, so the column need not add up to 100.00."
        ),
        small=True,
    )
    if sheet.tests:
        yield _tests(sheet, voice)


def newest_sheet(year: SurplusSheets) -> Sheet | None:
    """The allocation that stands, else the last sheet kept."""
    found = [sheet for sheet in year.sheets if sheet.stands] or list(year.sheets)
    return found[-1] if found else None


def _lines(sheet: Sheet, voice: Voice) -> Table:
    rows = [
        Row(
            (
                line.title or surplus_line(line.use.value, voice),
                line.amount,
                Fraction(line.percent, 10_000),
            )
        )
        for line in sheet.lines
    ]
    rows.append(Row((voice.tr("Total"), sheet.total, None), RowStyle.TOTAL))
    columns = (
        text(voice.tr("For"), weight=3),
        money(voice.tr("Amount")),
        percent(voice.tr("Percent")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Allocation"))


def _tests(sheet: Sheet, voice: Voice) -> Table:
    rows = [
        Row(
            (
                legal_test(one.test, voice),
                # All lines together are no line of their own.
                None if one.test == LegalTest.ADDS_UP.value else surplus_line(one.use.value, voice),
                one.found,
                one.limit,
                voice.tr("Kept") if one.holds else voice.tr("Not kept"),
            )
        )
        for one in sheet.tests
    ]
    columns = (
        text(voice.tr("Test"), weight=3),
        text(voice.tr("Item"), weight=2),
        money(voice.tr("Amount allocated")),
        money(voice.tr("Limit")),
        text(voice.tr("State")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Legal tests"))
