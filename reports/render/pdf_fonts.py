"""A font inside a PDF: only the glyphs used, their widths, and what each of them means."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reports.render.lettering import Letters
from reports.render.pdf_file import PdfFile

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_IN_ONE_RANGE = 100  # the most that the format allows


def put_font(file: PdfFile, letters: Letters, number: int) -> None:
    """Write the font under the object number that the pages already name."""
    used = sorted(letters.used)
    name = _subset_name(letters.face.name, used)
    program = letters.face.subset(set(used))
    font_file = file.put_stream(b"/Length1 %d" % len(program), program)
    # Sarabun's own figures; 4 says that its letters are addressed by glyph.
    descriptor = file.put(
        b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[-500 -400 1400 1300]/ItalicAngle 0"
        b"/Ascent 1068/Descent -232/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % (name, font_file)
    )
    widths = b"".join(b"%d[%d]" % (one, letters.face.advances[one]) for one in used)
    descendant = file.put(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDToGIDMap/Identity/FontDescriptor %d 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[%b]>>"
        % (name, descriptor, widths)
    )
    meanings = file.put_stream(b"", _meanings(letters.used).encode("ascii"))
    file.put(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name, descendant, meanings),
        number,
    )


def _subset_name(name: str, used: Iterable[int]) -> bytes:
    # Six capitals tell two subsets of one font apart; the same glyphs get the same letters.
    digest = hashlib.sha256(repr((name, list(used))).encode("ascii")).digest()
    letters = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    return f"{letters}+{name}".encode("ascii")


def _meanings(used: dict[int, str]) -> str:
    known = [(number, text) for number, text in sorted(used.items()) if text]
    ranges: list[str] = []
    for at in range(0, len(known), _IN_ONE_RANGE):
        part = known[at : at + _IN_ONE_RANGE]
        lines = "".join(
            f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for number, text in part
        )
        ranges.append(f"{len(part)} beginbfchar\n{lines}endbfchar\n")
    return _TO_UNICODE.format(ranges="".join(ranges))
