"""Reads our PDF back by the book of the format, sharing no code with what wrote it."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from reports.document import Document
from reports.render.pdf import render_pdf
from reports.words.voice import Voice

_STREAM = re.compile(rb"(\d+) 0 obj\n<<(.*?)/Length (\d+)>>stream\n", re.DOTALL)
_OPERATORS = re.compile(
    rb"/Span<</ActualText <FEFF(?P<telling>[0-9A-F]*)>>>BDC|/(?P<tag>\w+)(?:<<.*?>>BDC| BMC)"
    rb"|(?P<end>EMC)|/(?P<font_named>F\d) 1 Tf|(?P<begin>BT)|(?P<finish>ET)"
    rb"|(?P<matrix>[-\d.]+ 0 0 [-\d.]+ [-\d.]+ [-\d.]+) Tm|(?P<rise>[-\d.]+) Ts"
    rb"|\[(?P<parts>(?:<[0-9a-f]*>|-?\d+)*)\]TJ|(?P<string><[0-9a-f]*>)Tj"
)


@dataclass(frozen=True)
class Shown:
    """One glyph on a page: thousandths from the start of its line, right and up."""

    number: int
    right: int
    up: int


@dataclass
class Run:
    """What stands between BT and ET."""

    role: str = ""
    strong: bool = False
    size: float = 0
    x: float = 0
    y: float = 0
    text: str = ""
    glyphs: list[Shown] = field(default_factory=list)


class PdfCopy:
    """All objects of a file, found through its own list of places."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
        _, facts, table = self._stream_at(start)
        self.trailer = facts
        self.objects: dict[int, tuple[bytes, bytes | None]] = {}
        for number in range(len(table) // 8):
            entry = table[number * 8 : number * 8 + 8]
            place, nth = int.from_bytes(entry[1:6], "big"), int.from_bytes(entry[6:], "big")
            if entry[0] == 1:
                found, facts, stream = self._stream_at(place)
                assert found == number
                self.objects[number] = (facts, stream)
            elif entry[0] == 2:
                self.objects[number] = (self._within(place, nth, table), None)

    def _stream_at(self, place: int) -> tuple[int, bytes, bytes]:
        head = _STREAM.match(self.content, place)
        assert head is not None
        number, facts, length = head.groups()
        raw = self.content[head.end() : head.end() + int(length)]
        return int(number), facts, zlib.decompress(raw) if b"Flate" in facts else raw

    def _within(self, holder: int, nth: int, table: bytes) -> bytes:
        place = int.from_bytes(table[holder * 8 + 1 : holder * 8 + 6], "big")
        _, facts, stream = self._stream_at(place)
        first = int(_first(rb"/First (\d+)", facts))
        numbers = list(map(int, stream[:first].split()))
        starts = [*numbers[1::2], len(stream) - first]
        return stream[first + starts[nth] : first + starts[nth + 1]].strip()

    def named(self, facts: bytes, name: str) -> tuple[bytes, bytes | None]:
        """The object that an entry of a dictionary names."""
        return self.objects[int(_first(rb"/%b (\d+) 0 R" % name.encode(), facts))]

    @cached_property
    def catalog(self) -> bytes:
        return self.named(self.trailer, "Root")[0]

    @cached_property
    def pages(self) -> list[bytes]:
        tree = self.named(self.catalog, "Pages")[0]
        kids = _first(rb"/Kids\[(.*?)\]", tree)
        return [self.objects[int(kid)][0] for kid in re.findall(rb"(\d+) 0 R", kids)]

    def page_content(self, nth: int) -> bytes:
        return self.named(self.pages[nth], "Contents")[1] or b""

    def font(self, name: str) -> tuple[dict[int, str], dict[int, int]]:
        """What the glyphs of a font mean, and how wide they are."""
        fonts = _first(rb"/%b (\d+) 0 R" % name.encode(), self.pages[0])
        facts = self.objects[int(fonts)][0]
        cmap = self.named(facts, "ToUnicode")[1] or b""
        meanings = {
            int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for glyph, text in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)
        }
        descendant = int(_first(rb"/DescendantFonts\[(\d+)", facts))
        widths = re.findall(rb"(\d+)\[(\d+)\]", self.objects[descendant][0])
        return meanings, {int(glyph): int(width) for glyph, width in widths}

    def runs(self, nth: int) -> list[Run]:
        """The texts of a page in the order in which they are drawn."""
        return list(_Reader(self, self.page_content(nth)).runs())


class _Reader:
    """Follows the operators of a page; one method for each of them."""

    def __init__(self, file: PdfCopy, content: bytes) -> None:
        self._content = content
        self._fonts = {name: file.font(name) for name in ("F1", "F2")}
        self._font = "F1"
        self._tags: list[str] = []
        self._run = Run()
        self._pen = self._up = 0

    def runs(self):
        for found in _OPERATORS.finditer(self._content):
            name = found.lastgroup or ""
            getattr(self, f"_{name}")(found[name].decode())
            if found.lastgroup == "finish":
                yield self._run

    def _begin(self, _):
        self._run = Run(role=self._tags[-1])
        self._pen = self._up = 0

    def _finish(self, _):
        assert "Span text" not in self._tags

    def _telling(self, text):
        self._tags.append("Span text")
        self._run.text += bytes.fromhex(text).decode("utf-16-be", "surrogatepass")

    def _tag(self, name):
        self._tags.append(name)

    def _end(self, _):
        self._tags.pop()

    def _font_named(self, name):
        self._font = name

    def _matrix(self, numbers):
        size, _, _, _, x, y = map(float, numbers.split())
        self._run.size, self._run.x, self._run.y = size, x, y

    def _rise(self, number):
        self._up = round(float(number) * 1000)

    def _parts(self, parts):
        self._run.strong = self._font == "F2"
        meanings, widths = self._fonts[self._font]
        for string, number in re.findall(r"<([0-9a-f]*)>|(-?\d+)", parts):
            self._pen -= int(number or 0)
            for at in range(0, len(string), 4):
                glyph = int(string[at : at + 4], 16)
                self._run.glyphs.append(Shown(glyph, self._pen, self._up))
                self._pen += widths[glyph]
                self._run.text += "" if "Span text" in self._tags else meanings[glyph]

    _string = _parts


def _first(pattern: bytes, content: bytes) -> bytes:
    found = re.search(pattern, content)
    assert found is not None, pattern
    return found.group(1)


def pdf_bytes(document: Document, voice: Voice) -> bytes:
    """The PDF of one document."""
    stream = io.BytesIO()
    render_pdf(document, voice, stream)
    return stream.getvalue()


def pdf_of(document: Document, voice: Voice) -> PdfCopy:
    """The PDF of one document, read back."""
    return PdfCopy(pdf_bytes(document, voice))


def texts_of(copy: PdfCopy, nth: int = 0) -> list[str]:
    """The lines of a page as a reader of the format gets them."""
    return [run.text for run in copy.runs(nth)]
