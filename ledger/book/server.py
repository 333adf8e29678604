"""A book on an office's server: several people have it open at once, and one acts at a time.

Before each act the server gives the book to one program alone; what that program knew is forgotten
where somebody else has acted since. A question sees the book as it stood when it was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from typing_extensions import override

from ledger.book import Book
from ledger.book.admitting import admitted
from ledger.book.places import ServerPlace
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.committing import CommitUnknown
from ledger.domain.refusals.server import OnlyForFiles
from ledger.storage.postgres import server
from ledger.storage.troubles import named_troubles
from ledger.storage.undoing import roll_back
from ledger.storage.unit import tail_of

if TYPE_CHECKING:
    from ledger.book.chance import Chance, Clock
    from ledger.domain.commands import Command
    from ledger.storage.postgres.connection import ServerConnection
    from ledger.storage.reading import Reader

P = ParamSpec("P")
Answer = TypeVar("Answer")


class ServerBook(Book):
    """One cooperative's book on a server."""

    def __init__(
        self,
        place: ServerPlace,
        connection: ServerConnection,
        *,
        user: str = "",
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> None:
        super().__init__(Path(place.shown), connection, user=user, clock=clock, chance=chance)
        self.place = place

    copies_itself = False  # the office looks after its server's copies

    @override
    def ask(
        self,
        question: Callable[Concatenate[Reader, P], Answer],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Answer:
        with self._whole_view():
            return super().ask(question, *arguments, **named)

    @override
    @contextmanager
    def _whole_view(self) -> Iterator[None]:
        with self._lock:
            if self._connection.in_transaction:  # a question of an act sees what the act has done
                yield
                return
            with named_troubles(self.path):
                self._connect_again_if_lost()
                self._connection.execute(_AS_IT_STANDS)
            try:
                yield
            finally:
                roll_back(self._connection)

    @override
    def _begin(self) -> None:
        self._connect_again_if_lost()
        super()._begin()
        if self._known.tail is not None and self._known.tail != tail_of(self._connection):
            self._known.forget()

    @override
    def _settle(self, *, erased: bool, locked: bool) -> None:
        if erased:
            server.clean_up(self._connection)

    @override
    def _opened_again(self) -> ServerConnection:
        self._connection.close()
        try:
            return server.open_book(self.place)
        except Refusal as refusal:
            raise CommitUnknown(str(self.path), refusal.name) from refusal

    def _connect_again_if_lost(self) -> None:
        if self._connection.closed:
            self._known.forget()
            self._memory.clear()
            self._connection = server.open_book(self.place)

    @override
    def encrypt_to(self, target: Path, key: bytes) -> None:
        raise OnlyForFiles(str(self.path))

    @override
    def close(self) -> None:
        with self._lock:
            self._connection.close()


_AS_IT_STANDS = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


def found_there(
    place: ServerPlace,
    *commands: Command,
    user: str = "",
    clock: Clock | None = None,
    chance: Chance | None = None,
) -> ServerBook:
    """Make a new book on a server and run its first acts; FoundBook is the first of them.

    Raises:
        Refusal: it cannot be made or an act is refused; nothing is left behind.
    """
    connection = server.create(place)
    book = ServerBook(place, connection, user=user, clock=clock, chance=chance)
    try:
        for command in commands:
            book.run(command)
    except BaseException:
        book.close()
        server.discard(place)
        raise
    return book


def open_there(
    place: ServerPlace,
    *,
    user: str = "",
    clock: Clock | None = None,
    chance: Chance | None = None,
) -> ServerBook:
    """Open a book on a server, for reading and writing, together with others.

    Raises:
        Refusal: NoSuchBook, BookNewer, ServerUnreachable, ServerUnsafe, UserLocked …
    """
    connection = server.open_book(place)
    return admitted(ServerBook(place, connection, user=user, clock=clock, chance=chance))


def found_again_there(place: ServerPlace, lines: Iterable[str]) -> str:
    """Make a new book on a server of the file of another's acts; answers the last fingerprint.

    Raises:
        Refusal: as ``ledger.book.whole_acts.found_again``; nothing is left behind.
    """
    from ledger.book.whole_acts import made_of

    book = ServerBook(place, server.create(place))

    def discard() -> None:
        book.close()
        server.discard(place)

    return made_of(lines, book, discard)
