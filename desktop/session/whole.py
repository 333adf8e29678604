"""All of the book, as those who write open formats see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session.session import Session

if TYPE_CHECKING:  # loaded with the first file that is written
    from ledger.exchange.whole_book import WholeBook


def whole_book(session: Session) -> WholeBook:
    from ledger.exchange.whole_book import WholeBook

    return session.with_book(WholeBook)
