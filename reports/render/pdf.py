"""Documents into one PDF: searchable Thai, tagged, and the same bytes for the same documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from reports.document import Document
from reports.render.pdf_book import PdfBook
from reports.render.pdf_layout import draw_document
from reports.render.whole_file import whole_file
from reports.words.voice import Voice


def render_pdf(
    documents: Document | Iterable[Document],
    voice: Voice,
    target: Path | BinaryIO,
    *,
    drawn: Callable[[Document, int], object] = lambda _document, _pages: None,
) -> int:
    """Write the documents one after the other; answers the number of pages.

    Documents are taken from the iterable one at a time and not kept, so whoever makes them can
    count them for progress, and stop by raising. ``drawn`` hears of each document how many pages
    it took. The file says of itself what the first document says: title, cooperative, language,
    and the moment of printing as its date.

    Raises:
        ValueError: there is no document.
        OSError: the file cannot be written; nothing is left under its name then.
    """
    many = iter([documents] if isinstance(documents, Document) else documents)
    first = next(many, None)
    if first is None:
        raise ValueError("there is nothing to print")
    with whole_file(target) as stream:
        book = PdfBook(stream)
        pages = 0
        for document in chain([first], many):
            taken = draw_document(document, book, voice)
            drawn(document, taken)
            pages += taken
        book.close(
            title=first.title,
            author=first.cooperative,
            language=first.language or voice.tongue,
            moment=first.printed.at,
        )
    return pages
