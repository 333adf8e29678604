"""The look at a book when it is opened: changed behind our back, or an older file put back.

A book that nobody may work with where it lies is opened only to be looked at.

What the look needs is loaded off the main thread with it: the window stands first.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.session import Session
from desktop.shell.status_line import Looked
from desktop.shell.window import Window
from ledger.book import Book, Secret
from ledger.domain.refusals import BookReadOnly
from ledger.domain.refusals.committing import BookElsewhere, BookInCloud
from reports.words.voice import Voice

if TYPE_CHECKING:
    from ledger.book.high_water import Mark
    from ledger.queries.integrity.findings import Finding

_GIVES_WAY = 0.0005  # seconds; a lock that is taken again at once is never free for others


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What the look at an opening found; nearly always nothing."""

    findings: tuple[Finding, ...]
    act: int
    mark: Mark | None

    def sentence(self, voice: Voice) -> str:
        """What people are told; empty where all is well."""
        from reports.words.findings import behind_sentence, finding_sentence

        said = []
        if self.findings:
            said.append(
                voice.tr(
                    "The book was changed by something else than this program. {finding} Enter "
                    "nothing more, and tell the auditor; the area Audit says the rest."
                ).format(finding=finding_sentence(self.findings[0], voice))
            )
        if self.mark is not None:
            said.append(behind_sentence(self.act, self.mark.act, self.mark.receipt, voice))
        return "\n\n".join(said)


def open_or_look(path: Path, user: str = "", secret: Secret | None = None) -> Book:
    """The book; one that nobody may work with in its place is opened for reading (trust.md, K3).

    A log beside it means that somebody works with it, or did and was cut off: what would be read
    then is not the book as it is.

    Raises:
        Refusal: as ``Book.open``.
    """
    try:
        return Book.open(path, user=user, secret=secret)
    except (BookReadOnly, BookElsewhere, BookInCloud):
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        return Book.open_for_reading(path, user=user, secret=secret)


def look_over(session: Session, shown: Callable[[], Window | None], folder: Path) -> None:
    """Look at the book off the main thread and say what was found, on the window shown then."""

    def tell(found: LookedOver) -> None:
        well = not found.findings and found.mark is None
        window = shown()
        if window is None:
            return
        window.status.show_look(Looked.WELL if well else Looked.SPOILT)
        if not well:
            window.asks.tell(found.sentence)

    window = shown()
    if window is not None:
        window.status.show_look(Looked.UNDER_WAY)
    session.work(
        lambda _work: session.with_book(lambda book: looked_over(book, folder)),
        then=tell,
        failed=lambda _refusal: None,  # the book was closed meanwhile; the next opening looks again
    )


def looked_over(book: Book, folder: Path) -> LookedOver:
    """The look itself; ``folder`` is where this PC remembers how far books had come.

    It asks step by step: whoever opens an area meanwhile waits for one table, not for the look.
    """
    from ledger.book.high_water import behind
    from ledger.queries.integrity.quick import QuickLook

    found: list[Finding] = []
    for step in QuickLook().steps():
        found += book.ask(step)
        time.sleep(_GIVES_WAY)
    return LookedOver(
        findings=tuple(found),
        act=book.ask(lambda reader: reader.one("SELECT MAX(number) FROM acts") or (0,))[0],
        mark=behind(book, folder, book.path.parent),
    )


def remember_how_far(session: Session, folder: Path) -> None:
    """Write down how far the book has come, beside it and on this PC."""
    from ledger.book.high_water import keep_mark

    if not (session.locked or session.looks_only):
        session.with_book(lambda book: keep_mark(book, folder, book.path.parent))
