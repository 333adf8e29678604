"""The yearly archive: the books of a closed year without names, kept for ever (trust.md 6.3, 6.8).

Full copies go after ninety days, so that what was erased is gone; what the law wants kept is this.
"""

from __future__ import annotations

from ledger.book import Book
from ledger.book.own_copies import folder_of
from ledger.domain.year_end import FiscalYear
from ledger.exchange.audit_pack import make_pack

RECEIVER = "คลังรายปี / yearly archive"


def archive_year(book: Book) -> bool:
    """Archive the newest closed year beside the book, once for each closing of it.

    Raises:
        Refusal: the disk or the user's rights say no.
    """
    years = [one for one in book.ask(lambda reader: reader.every(FiscalYear)) if one.closed]
    if not years:
        return False
    newest = max(years, key=lambda one: one.entry)
    folder = folder_of(book.path) / f"archive-{newest.year}-entry-{newest.entry}"
    if folder.exists():
        return False
    make_pack(book, folder, receiver=RECEIVER, signing=None, books_only=True)
    return True
