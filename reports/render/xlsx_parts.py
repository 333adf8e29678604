"""A document divided into sheets: each table gets its own, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reports.document import (
    QR,
    Block,
    Columns,
    CutLine,
    Document,
    Facts,
    Fingerprint,
    Heading,
    Paragraph,
    Placed,
    Signatures,
    SlipsTwoUp,
    Table,
    Value,
)
from reports.render.plain import one_line, plain
from reports.render.running import copy_mark, practice_words, printed_line, signature_lines
from reports.words.voice import Voice

_MOST_ABOVE = 8  # rows over a table; more would leave a frozen head no room on a small screen


@dataclass(frozen=True, slots=True)
class Words:
    """A row outside the table: its cells, and how they look."""

    cells: tuple[Value, ...] = ()
    strong: bool = False
    accent: bool = False
    size: int = 10


@dataclass(slots=True)
class Part:
    """What goes onto one sheet, in this order."""

    name: str
    above: list[Words] = field(default_factory=list)
    table: Table | None = None
    below: list[Words] = field(default_factory=list)


def parts_of(document: Document, voice: Voice) -> list[Part]:
    """The sheets of a document, at least one."""
    building = _Building(document.title)
    for block in _flat(document.blocks):
        building.add(block, voice)
    parts = building.finished()
    parts[-1].below += [Words(), *_closing(document, voice)]
    return parts


def slips_of(document: Document) -> list[Document]:
    """The document itself, or the slips that stand two on a sheet in its place."""
    pairs = [block for block in document.blocks if isinstance(block, SlipsTwoUp)]
    slips = [slip for pair in pairs for slip in (pair.upper, pair.lower) if slip is not None]
    return slips or [document]


def title_words(document: Document, voice: Voice) -> list[Words]:
    """The first rows of every sheet."""
    marks = [practice_words()] if document.practice else []
    if document.copy:
        marks.append(copy_mark(document.copy, voice))
    rows = [Words((f"[{mark}]",), strong=True) for mark in marks]
    rows.append(Words((document.cooperative,), strong=True, accent=True))
    rows.append(Words((document.title,), strong=True, size=14))
    rows += [Words((text,)) for text in (document.period, *document.subtitles) if text]
    return rows


class _Building:
    """Words before a table wait until it is known which sheet they belong to."""

    def __init__(self, title: str) -> None:
        self._parts = [Part(title)]
        self._waiting: list[Words] = []
        self._heading = ""
        self._heading_at = 0
        self._under_heading = True

    def add(self, block: Block, voice: Voice) -> None:
        if isinstance(block, Table):
            self._add_table(block)
            return
        if isinstance(block, Heading):
            self._heading = block.text
            self._heading_at = len(self._waiting)
            self._under_heading = True
        writer = _WRITERS.get(type(block))
        words = list(writer(block, voice)) if writer else []
        if self._under_heading and not isinstance(block, Signatures | Fingerprint):
            self._waiting += words
        else:
            self._flush()
            self._parts[-1].below += words

    def finished(self) -> list[Part]:
        self._flush()
        return self._parts

    def _add_table(self, table: Table) -> None:
        part = self._parts[-1]
        if part.table is not None or part.below or len(self._waiting) > _MOST_ABOVE:
            if part.table is None and not part.below:
                # Words without room over the table stay in front; its own heading goes with it,
                # unless that would leave nothing in front.
                front = self._heading_at or len(self._waiting)
                part.above, self._waiting = self._waiting[:front], self._waiting[front:]
            part = Part("")
            self._parts.append(part)
        part.name = table.name or table.caption or self._heading or part.name
        part.above, self._waiting = self._waiting, []
        part.table = table
        self._under_heading = False

    def _flush(self) -> None:
        self._parts[-1].below += self._waiting
        self._waiting = []


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Columns):
            for part in block.parts:
                yield from _flat(part)
        else:
            yield block


def _closing(document: Document, voice: Voice) -> Iterator[Words]:
    yield Words((printed_line(document.printed, voice),))
    if document.fingerprint is not None:
        yield from _fingerprint(document.fingerprint, voice)


def _heading(block: Heading, voice: Voice) -> Iterator[Words]:  # noqa: ARG001
    yield Words(
        (one_line(block.text),), strong=True, accent=True, size=12 if block.level == 1 else 10
    )


def _paragraph(block: Paragraph, voice: Voice) -> Iterator[Words]:  # noqa: ARG001
    for line in plain(block.text).split("\n"):
        yield Words((line,), strong=block.strong)


def _facts(block: Facts, voice: Voice) -> Iterator[Words]:  # noqa: ARG001
    for fact in block.facts:
        yield Words((one_line(fact.label), fact.value), strong=fact.strong)


def _signatures(block: Signatures, voice: Voice) -> Iterator[Words]:
    for place in block.places:
        yield Words()
        for line in signature_lines(place, voice):
            yield Words((line,))


def _fingerprint(block: Fingerprint, voice: Voice) -> Iterator[Words]:
    yield Words((voice.tr("Fingerprint code"),))
    yield Words((one_line(block.code),), strong=True)


def _qr(block: QR, voice: Voice) -> Iterator[Words]:  # noqa: ARG001
    yield Words((one_line(block.caption),))


def _text(block: Placed | CutLine, voice: Voice) -> Iterator[Words]:  # noqa: ARG001
    yield Words((one_line(block.text),))


_WRITERS: dict[type, Callable[[Any, Voice], Iterator[Words]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Signatures: _signatures,
    Fingerprint: _fingerprint,
    QR: _qr,
    Placed: _text,
    CutLine: _text,
}
