"""Passbooks: only the new lines, each at its place, and the sheet by which places are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.domain.money import ZERO
from ledger.domain.passbooks import PassbookLayout
from ledger.queries.passbook import Passbook, PassbookLine
from reports.document import PASSBOOK, Align, Block, Document, PageBreak, Placed
from reports.documents.frame import Frame, paper
from reports.words.events import event_name
from reports.words.voice import Voice

# Columns in tenths of a millimetre from the left edge of the text: where each begins or ends.
_COLUMNS = (
    ("date", 0, Align.START),
    ("item", 170, Align.START),
    ("paid_out", 560, Align.END),
    ("paid_in", 760, Align.END),
    ("balance", 990, Align.END),
)
_WIDTH, _HEIGHT = PASSBOOK.width * 10, PASSBOOK.height * 10
_LONGEST = 18  # letters of what happened: more would run into the amounts


def passbook_paper(answer: Passbook, frame: Frame) -> Document:
    """One page of the file for each page of the book; what is printed already stays empty."""
    voice = frame.voice
    blocks: list[Block] = []
    page = answer.lines[0].page
    for one in answer.lines:
        if one.page != page:
            blocks.append(PageBreak())
            page = one.page
        blocks.extend(_placed(one, answer.layout, voice))
    return _bare(frame, voice.tr("Passbook"), blocks)


def calibration_paper(answer: PassbookLayout, frame: Frame) -> Document:
    """Rulers along both edges and a mark at every place, to lay over a page of the book."""
    voice = frame.voice
    blocks: list[Block] = [*_rulers(), *_marks(answer, voice)]
    return _bare(frame, voice.tr("Passbook calibration sheet"), blocks)


def line_height(layout: PassbookLayout, line: int) -> int:
    """Where the letters of a line stand, in tenths of a millimetre from the top of the page."""
    fold = layout.fold if 0 < layout.fold_after < line else 0
    return layout.top + (line - 1) * layout.pitch + fold


def _bare(frame: Frame, title: str, blocks: list[Block]) -> Document:
    return replace(paper(frame, title, blocks, sheet=PASSBOOK), bare=True)


def _placed(one: PassbookLine, layout: PassbookLayout, voice: Voice) -> Iterator[Placed]:
    moved = one.moved
    short = event_name(moved.event, voice, reversal=moved.reversal)
    said = {
        "date": voice.day(moved.on, "numeric"),
        "item": short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1]}…",
        "paid_out": "" if moved.paid_out == ZERO else voice.statement(moved.paid_out),
        "paid_in": "" if moved.paid_in == ZERO else voice.statement(moved.paid_in),
        "balance": voice.statement(moved.balance),
    }
    y = line_height(layout, one.line)
    for name, x, align in _COLUMNS:
        if said[name]:
            yield Placed(text=said[name], x=layout.left + x, y=y, size=layout.size, align=align)


def _rulers() -> Iterator[Placed]:
    for x in range(100, _WIDTH, 100):
        yield Placed(text=f"|{x // 10}", x=x, y=60, size=60)
    for y in range(100, _HEIGHT, 100):
        yield Placed(text=f"-{y // 10}", x=15, y=y, size=60)


def _marks(layout: PassbookLayout, voice: Voice) -> Iterator[Placed]:
    titles = {
        "date": voice.tr("Date"),
        "item": voice.tr("Item"),
        "paid_out": voice.tr("Paid out"),
        "paid_in": voice.tr("Paid in"),
        "balance": voice.tr("Balance"),
    }
    for line in range(1, layout.lines + 1):
        y = line_height(layout, line)
        if y >= _HEIGHT:
            return
        for name, x, align in _COLUMNS:
            said = titles[name] if line == 1 else "x" if name != "item" else voice.number(line)
            yield Placed(text=said, x=layout.left + x, y=y, size=layout.size, align=align)
