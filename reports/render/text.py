"""Documents as plain text: for the terminal, for screen readers, and to review in a diff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.document import (
    QR,
    Block,
    Columns,
    CutLine,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Signatures,
    SlipsTwoUp,
    Space,
    Table,
)
from reports.render.cell_text import fact_text
from reports.render.plain import one_line, plain
from reports.render.running import copy_mark, practice_words, printed_line, signature_lines
from reports.render.text_table import lines_of_table
from reports.render.text_width import padded, width_of
from reports.words.voice import Voice

_BETWEEN = "    "


def render_text(document: Document, voice: Voice) -> str:
    """The document in lines, columns aligned for letters of equal width, a line end at the end."""
    lines = [*_head(document, voice), *_blocks(document.blocks, voice), *_foot(document, voice)]
    return "\n".join(line.rstrip() for line in _without_doubled_gaps(lines)) + "\n"


def _head(document: Document, voice: Voice) -> list[str]:
    if document.bare:
        return []
    marks = [practice_words()] if document.practice else []
    if document.copy:
        marks.append(copy_mark(document.copy, voice))
    said = (document.cooperative, document.title, document.period, *document.subtitles)
    lines = [f"[{mark}]" for mark in marks] + [one_line(text) for text in said if text]
    return [*lines, "=" * max(map(width_of, lines), default=0), ""]


def _foot(document: Document, voice: Voice) -> list[str]:
    if document.bare:
        return []
    lines = ["", printed_line(document.printed, voice)]
    if document.fingerprint is not None:
        lines.append(f"{voice.tr('Fingerprint code')}: {one_line(document.fingerprint.code)}")
    return lines


def _blocks(blocks: Sequence[Block], voice: Voice) -> list[str]:
    return [line for block in blocks for line in _WRITERS[type(block)](block, voice)]


def _without_doubled_gaps(lines: list[str]) -> list[str]:
    kept = [
        line for nth, line in enumerate(lines) if line.strip() or (nth and lines[nth - 1].strip())
    ]
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _heading(block: Heading, voice: Voice) -> list[str]:  # noqa: ARG001
    text = one_line(block.text)
    return ["", text, ("=" if block.level == 1 else "-") * width_of(text)]


def _paragraph(block: Paragraph, voice: Voice) -> list[str]:  # noqa: ARG001
    return [*plain(block.text).split("\n"), ""]


def _facts(block: Facts, voice: Voice) -> list[str]:
    widest = max((width_of(one_line(fact.label)) for fact in block.facts), default=0)
    return [*(line for fact in block.facts for line in _fact(fact, widest, voice)), ""]


def _fact(fact: Fact, widest: int, voice: Voice) -> list[str]:
    first, *more = fact_text(fact.value, voice).split("\n")
    label = padded(one_line(fact.label), widest)
    return [f"{label}  {first}", *(f"{' ' * widest}  {line}" for line in more)]


def _table(block: Table, voice: Voice) -> list[str]:
    return [*lines_of_table(block, voice), ""]


def _signatures(block: Signatures, voice: Voice) -> list[str]:
    return ["", *("  ".join(signature_lines(place, voice)) for place in block.places), ""]


def _fingerprint(block: Fingerprint, voice: Voice) -> list[str]:
    act = voice.tr("Act {number}").format(number=voice.number(block.act))
    lines = ["", f"{voice.tr('Fingerprint code')}: {one_line(block.code)}", act]
    return [*lines, *([f"QR: {one_line(block.qr)}"] if block.qr else []), ""]


def _qr(block: QR, voice: Voice) -> list[str]:  # noqa: ARG001
    return [
        f"QR: {one_line(block.text)}",
        *([one_line(block.caption)] if block.caption else []),
        "",
    ]


def _picture(block: Picture, voice: Voice) -> list[str]:  # noqa: ARG001
    return [f"[{one_line(block.text)}]"] if block.text else []


def _columns(block: Columns, voice: Voice) -> list[str]:
    parts = [_without_doubled_gaps(_blocks(part, voice)) for part in block.parts]
    widths = [max(map(width_of, part), default=0) for part in parts]
    height = max(map(len, parts), default=0)
    rows = [
        [
            padded(part[nth] if nth < len(part) else "", width)
            for part, width in zip(parts, widths, strict=True)
        ]
        for nth in range(height)
    ]
    return [*(_BETWEEN.join(row) for row in rows), ""]


def _placed(block: Placed, voice: Voice) -> list[str]:  # noqa: ARG001
    return [f"{block.x / 10:g},{block.y / 10:g} mm: {one_line(block.text)}"]


def _cut(block: CutLine, voice: Voice) -> list[str]:  # noqa: ARG001
    return ["", "- " * 30, one_line(block.text), ""]


def _gap(block: Space | PageBreak, voice: Voice) -> list[str]:  # noqa: ARG001
    return [""]


def _slips(block: SlipsTwoUp, voice: Voice) -> list[str]:
    slips = [slip for slip in (block.upper, block.lower) if slip is not None]
    texts = [render_text(slip, voice).split("\n") for slip in slips]
    return [line for text in texts for line in (*text, "- " * 30, "")]


_WRITERS: dict[type, Callable[[Any, Voice], list[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Table: _table,
    Signatures: _signatures,
    Fingerprint: _fingerprint,
    QR: _qr,
    Picture: _picture,
    PageBreak: _gap,
    Space: _gap,
    CutLine: _cut,
    Columns: _columns,
    Placed: _placed,
    SlipsTwoUp: _slips,
}
