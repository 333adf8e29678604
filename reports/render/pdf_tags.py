"""What each mark on the pages is, for readers who listen: headings, tables, rows, cells.

Elements are written as soon as they are complete; only those still open are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.render.pdf_file import PdfFile

_HEADS_A_COLUMN = b"/A<</O/Table/Scope/Column>>"


@dataclass(slots=True, eq=False)
class Element:
    """An element that holds others; ``number`` is its object."""

    role: str
    number: int
    parent: int
    language: str = ""
    kids: list[bytes] = field(default_factory=list)


class Tags:
    """The tree of one file, and for each page whose every mark is."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root = file.reserve()
        self._documents: list[bytes] = []
        self._open: list[Element] = []
        self._owners: list[bytes] = []  # for each page, the list of its marks' elements

    def document(self, language: str) -> Element:
        """Begin a document; ``finish`` writes what it leaves open."""
        element = Element("Document", self._file.reserve(), self._root, language)
        self._documents.append(_reference(element.number))
        self._open.append(element)
        return element

    def inside(self, parent: Element, role: str) -> Element:
        """An element that holds others, open until its document ends or it is closed."""
        element = Element(role, self._file.reserve(), parent.number)
        parent.kids.append(_reference(element.number))
        self._open.append(element)
        return element

    def close(self, element: Element) -> None:
        """Write an element that gets no more kids."""
        self._open.remove(element)
        self._put(element)

    def leaf(self, parent: Element, role: str, *, page: int, mark: int, text: str = "") -> int:
        """An element made of one mark on one page; ``text`` is read where there are no letters."""
        more = _HEADS_A_COLUMN if role == "TH" else b""
        if text:
            more += b"/Alt<FEFF%b>" % text.encode("utf-16-be", "replace").hex().encode("ascii")
        said = (role.encode("ascii"), parent.number, page, mark, more)
        number = self._file.put(b"<</S/%b/P %d 0 R/Pg %d 0 R/K %d%b>>" % said)
        parent.kids.append(b"%d 0 R" % number)
        return number

    def page_done(self, owners: list[int]) -> int:
        """Keep whose the marks of a page are; answers the page's place in that list."""
        number = self._file.put(b"[%b]" % b" ".join(map(_reference, owners)))
        self._owners.append(_reference(number))
        return len(self._owners) - 1

    def put_tree(self) -> int:
        """Write the root; answers its object number."""
        self.finish()
        owners = b" ".join(b"%d %b" % (nth, owner) for nth, owner in enumerate(self._owners))
        parents = self._file.put(b"<</Nums[%b]>>" % owners)
        self._file.put(
            b"<</Type/StructTreeRoot/K[%b]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (b" ".join(self._documents), parents, len(self._owners)),
            self._root,
        )
        return self._root

    def finish(self) -> None:
        """Write every element that is still open; all its marks are drawn."""
        for element in self._open:
            self._put(element)
        self._open.clear()

    def _put(self, element: Element) -> None:
        language = b"/Lang(%b)" % element.language.encode("ascii") if element.language else b""
        self._file.put(
            b"<</S/%b/P %d 0 R%b/K[%b]>>"
            % (element.role.encode("ascii"), element.parent, language, b" ".join(element.kids)),
            element.number,
        )


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number
