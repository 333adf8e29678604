"""A PDF being made: its pages, its fonts, and what it says about itself."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from html import escape
from typing import BinaryIO

from reports.render.lettering import Letters, text_string
from reports.render.pdf_file import PdfFile
from reports.render.pdf_fonts import put_font
from reports.render.pdf_page import FONT_NAMES, Page, Pens, boxes_of
from reports.render.pdf_tags import Tags
from reports.render.pictures import jpeg_frame
from reports.render.plain import one_line
from reports.render.qr import squares

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:CreatorTool>Satcha</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class PdfBook:
    """Pages are written as they are done; the fonts follow at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = PdfFile(stream)
        self.tags = Tags(self._file)
        self.pens = Pens(Letters(strong=False), Letters(strong=True))
        self._catalog = self._file.reserve()
        self._pages = self._file.reserve()
        self._fonts = {strong: self._file.reserve() for strong in (False, True)}
        self._kids: list[bytes] = []
        self._pictures: dict[bytes, tuple[int, float] | None] = {}
        self._stamps: dict[str, int] = {}
        names = b"".join(
            b"%b %d 0 R" % (FONT_NAMES[strong], number) for strong, number in self._fonts.items()
        )
        self._font_names = b"<<%b>>" % names

    def aside(self) -> PdfBook:
        """Another file with the same letters, in which something is tried out and thrown away."""
        other = PdfBook(io.BytesIO())
        other.pens = self.pens
        return other

    def page(self, width: float, height: float) -> Page:
        return Page(width, height, number=self._file.reserve(), tags=self.tags)

    def put_page(self, page: Page) -> None:
        content = self._file.put_stream(b"", page.content)
        place = self.tags.page_done(page.owners)
        pictures = b"".join(b"%b %d 0 R" % item for item in page.pictures.items())
        self._file.put(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/StructParents %d"
            b"/Tabs/S/Resources<</Font%b/XObject<<%b>>>>>>"
            % (self._pages, page.width, page.height, content, place, self._font_names, pictures),
            page.number,
        )
        self._kids.append(b"%d 0 R" % page.number)

    def picture(self, jpeg: bytes) -> tuple[int, float] | None:
        """The image object and its height for a width of one; None where it is no JPEG."""
        key = hashlib.sha256(jpeg).digest()
        if key not in self._pictures:
            self._pictures[key] = self._put_picture(jpeg)
        return self._pictures[key]

    def stamp(self, text: str) -> int:
        """A code of squares as a form object one unit wide and high, written once a file."""
        if text not in self._stamps:
            rows = squares(text)
            facts = b"/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Matrix[%.6f 0 0 %.6f 0 0]" % (
                len(rows),
                len(rows),
                1 / len(rows),
                1 / len(rows),
            )
            drawn = b"0 g %b f" % b" ".join(boxes_of(rows, 0, len(rows), 1))
            self._stamps[text] = self._file.put_stream(facts, drawn)
        return self._stamps[text]

    def _put_picture(self, jpeg: bytes) -> tuple[int, float] | None:
        frame = jpeg_frame(jpeg)
        if frame is None:
            return None
        return self._file.put_packed(frame.facts, jpeg), frame.height / frame.width

    def close(self, *, title: str, author: str, language: str, moment: datetime) -> None:
        """Write fonts, catalogue and what the file says about itself; the moment is given."""
        for strong, number in self._fonts.items():
            put_font(self._file, self.pens.letters(strong=strong), number)
        self._file.put(
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self._kids), b" ".join(self._kids)),
            self._pages,
        )
        stamp = moment.isoformat(timespec="seconds")
        said = _XMP.format(
            title=escape(one_line(title)),
            author=escape(one_line(author)),
            language=language,
            moment=stamp,
        )
        metadata = self._file.put_stream(b"/Type/Metadata/Subtype/XML", said.encode("utf-8"))
        self._file.put(
            b"<</Type/Catalog/Pages %d 0 R/Lang(%b)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
            b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R>>"
            % (self._pages, language.encode("ascii"), self.tags.put_tree(), metadata),
            self._catalog,
        )
        day = _stamp(moment)
        info = self._file.put(
            b"<</Title%b/Author%b/Creator(Satcha)/Producer(Satcha)/CreationDate(%b)/ModDate(%b)>>"
            % (text_string(one_line(title)), text_string(one_line(author)), day, day)
        )
        self._file.close(catalog=self._catalog, info=info)


def _stamp(moment: datetime) -> bytes:
    zone = moment.strftime("%z")
    offset = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"D:{moment:%Y%m%d%H%M%S}{offset}".encode("ascii")
