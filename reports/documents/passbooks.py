"""Passbooks: only the new lines, each at its place, and the sheet by which places are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import category

from ledger.domain.money import ZERO
from ledger.domain.passbooks import PassbookLayout
from ledger.queries.passbook import Passbook, PassbookLine
from ledger.queries.statement import StatementLine
from reports.document import PASSBOOK, Align, Block, Document, PageBreak, Placed
from reports.documents.frame import Frame, paper
from reports.words.events import event_name
from reports.words.voice import Voice

# Columns in tenths of a millimetre from the left edge of the text: where each begins or ends.
_ITEM = 190
_COLUMNS = (
    ("date", 0, Align.START),
    ("item", _ITEM, Align.START),
    ("paid_out", 560, Align.END),
    ("paid_in", 760, Align.END),
    ("balance", 990, Align.END),
)
_WIDTH, _HEIGHT = PASSBOOK.width * 10, PASSBOOK.height * 10
_LETTER = 18  # tenths of a millimetre of one letter of nine points
_USUAL = 90
_SMALLEST = 60  # tenths of a point that old eyes can read


def passbook_paper(answer: Passbook, frame: Frame) -> Document:
    """One page of the file for each page of the book; what is printed already stays empty.

    A line of a passbook has room for one language, the first of the two.
    """
    voice = _single(frame.voice)
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
    voice = _single(frame.voice)
    blocks: list[Block] = [*_rulers(), *_marks(answer, voice)]
    return _bare(frame, voice.tr("Passbook calibration sheet"), blocks)


def line_height(layout: PassbookLayout, line: int) -> int:
    """Where the letters of a line stand, in tenths of a millimetre from the top of the page."""
    fold = layout.fold if 0 < layout.fold_after < line else 0
    return layout.top + (line - 1) * layout.pitch + fold


def _bare(frame: Frame, title: str, blocks: list[Block]) -> Document:
    return replace(paper(frame, title, blocks, sheet=PASSBOOK), bare=True)


def _single(voice: Voice) -> Voice:
    return replace(voice, language=voice.tongue)


def _item(moved: StatementLine, room: int, size: int, voice: Voice) -> tuple[str, int]:
    """What happened and the size of its letters, in so many tenths of a millimetre.

    Long words are set smaller; a reversal whose words are too long even then is just that.
    """
    said = event_name(moved.event, voice, reversal=moved.reversal)
    if moved.reversal and _largest(said, room) < _SMALLEST:
        said = event_name("reversal", voice)
    fitting = min(size, max(_largest(said, room), _SMALLEST))
    return _shortened(said, room, fitting), fitting


def _largest(text: str, room: int) -> int:
    """The size at which the text fills the room; marks over and under letters take none of it."""
    letters = sum(category(sign) != "Mn" for sign in text)
    return room * _USUAL // (_LETTER * max(letters, 1))


def _shortened(text: str, room: int, size: int) -> str:
    """As much of the text as fits into tenths of a millimetre, whole letters with their marks."""
    most = room * _USUAL // (_LETTER * size)
    letters = 0
    for at, sign in enumerate(text):
        letters += category(sign) != "Mn"
        if letters > most:
            return text[:at].rstrip("เแโใไ ") + "…"
    return text


def _placed(one: PassbookLine, layout: PassbookLayout, voice: Voice) -> Iterator[Placed]:
    moved = one.moved
    said = {
        "date": voice.day(moved.on, "numeric"),
        "paid_out": "" if moved.paid_out == ZERO else voice.statement(moved.paid_out),
        "paid_in": "" if moved.paid_in == ZERO else voice.statement(moved.paid_in),
        "balance": voice.statement(moved.balance),
    }
    ends = next(x - len(said[name]) * _LETTER for name, x, _ in _COLUMNS[2:] if said[name])
    said["item"], small = _item(moved, ends - _ITEM - _LETTER, layout.size, voice)
    y = line_height(layout, one.line)
    before = 0
    for name, x, align in _COLUMNS:
        if said[name]:
            # An amount that would run into the one before it is set in smaller letters.
            room = (x - before - _LETTER) * _USUAL // (_LETTER * len(said[name]))
            size = small if name == "item" else min(layout.size, room) if before else layout.size
            yield Placed(text=said[name], x=layout.left + x, y=y, size=size, align=align)
            before = x if align is Align.END else 0


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
