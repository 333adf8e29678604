"""An audit pack made from a button, off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.session.session import Session
from ledger.book import Book
from reports.words.voice import Voice

if TYPE_CHECKING:
    from ledger.domain.packs import PackMade


def has_signing_key(session: Session) -> bool:
    """Whether the user signs what leaves the house."""
    from ledger.book.signing import key_of

    return session.with_book(key_of) is not None


def make_pack(
    session: Session, place: Path, receiver: str, signing: str, *, then: Callable[[PackMade], None]
) -> None:
    """A pack in a new folder at this place; a refusal goes to the window."""

    def make(book: Book) -> PackMade:
        from ledger.exchange.audit_pack import make_pack as made_of
        from reports.words.pack_words import read_me

        text = "\n".join(read_me(Voice(name)) for name in ("th", "en")).encode()
        folder = place / f"audit-pack-{session.path.stem}-{session.newest_act():06d}"
        return made_of(
            book,
            folder,
            receiver=receiver,
            signing=signing,
            more=[("read-me.txt", lambda out: out.write(text))],
        )

    def noted(made: PackMade) -> None:
        session.changed.emit(frozenset({"packs_given"}))
        then(made)

    session.work(
        lambda _work: session.with_book(make),
        then=noted,
        failed=session.refused.emit,
        says=lambda voice: voice.tr("Making the audit pack"),
        alone=True,
    )
