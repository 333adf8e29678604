"""An open book: the two doors. ``run`` changes things, ``ask`` reads; nothing else crosses.

What only the door in needs is loaded on first use: a console's question starts in half the time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from ledger.book.admitting import admitted, opened
from ledger.book.chance import Chance, Clock, SystemChance, SystemClock
from ledger.book.pausing import collector_paused
from ledger.book.saving import Saving
from ledger.domain.commands import Command, DeskCommand, Outcome
from ledger.storage import file, key_file, keys
from ledger.storage.key_file import keys_of
from ledger.storage.key_ring import KeyRing
from ledger.storage.known import Known
from ledger.storage.meeting import let_in
from ledger.storage.place import which
from ledger.storage.reading import Reader
from ledger.storage.room import check_room
from ledger.storage.secret import Secret
from ledger.storage.troubles import named_troubles
from ledger.storage.undoing import roll_back

if TYPE_CHECKING:
    from ledger.usecases.founding import FoundBook

__all__ = ["PROGRAM", "Book", "Secret", "keys_of"]

PROGRAM = "satcha 0.1.0"

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Book(Saving):
    """One cooperative's open book. Only one program at a time holds its file."""

    def __init__(  # noqa: PLR0913 - all but the file have defaults
        self,
        path: Path,
        connection: file.Connection,
        *,
        user: str = "",
        secret: Secret | None = None,
        key: bytes = b"",
        clock: Clock | None = None,
        chance: Chance | None = None,
        writes: bool = True,
    ) -> None:
        self.path, self.writes = path, writes
        self._log = file.log_of(path)
        self._which = which(path)
        self.secret = secret or Secret(user)
        self.user = user or self.secret.user
        self.key = key
        self._connection = connection
        self._clock = clock or SystemClock()
        self._chance = chance or SystemChance()
        self._known = Known()
        self._memory: dict[str, Any] = {}
        self._lock = threading.RLock()

    # ── opening and closing ─────────────────────────────────────────────────────────────────────

    @classmethod
    def found(  # noqa: PLR0913 - the same
        cls,
        path: Path,
        command: FoundBook,
        *,
        user: str = "",
        passphrase: str = "",
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> Self:
        """Make a new book and run its first act; with a passphrase it is encrypted.

        Raises:
            Refusal: the file cannot be made or the first act is refused; no file is left behind.
        """
        key = keys.new_key() if passphrase else b""
        names = (command.name_th, command.name_en)
        ring = KeyRing(command.book).with_user(user, passphrase, key, names) if key else None
        connection = file.create(path, key)
        secret = Secret(user, passphrase, found=key)
        book = cls(path, connection, user=user, secret=secret, key=key, clock=clock, chance=chance)
        try:
            if ring is not None:
                key_file.write(path, ring)
            book.run(command)
        except BaseException:
            file.discard(connection, path)
            raise
        return book

    @classmethod
    def open(  # noqa: PLR0913 - the same
        cls,
        path: Path,
        *,
        user: str = "",
        passphrase: str = "",
        secret: Secret | None = None,
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> Self:
        """Open a book alone, for reading and writing; ``secret`` stands for user and passphrase.

        Raises:
            Refusal: NoSuchBook, NotABook, BookDamaged, BookInUse, BookReadOnly, RoomTooSmall …
        """
        secret = secret or Secret(user, passphrase)
        check_room(path)
        connection, key = let_in(lambda: opened(path, secret))
        book = cls(path, connection, user=user, secret=secret, key=key, clock=clock, chance=chance)
        return admitted(book)

    @classmethod
    def open_for_reading(
        cls,
        path: Path,
        *,
        user: str = "",
        passphrase: str = "",
        secret: Secret | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Open a book that lies on read-only media; every command is refused there."""
        secret = secret or Secret(user, passphrase)
        connection, key = file.open_for_reading(path, secret)
        book = cls(path, connection, user=user, secret=secret, key=key, clock=clock, writes=False)
        return admitted(book)

    # ── the door out ────────────────────────────────────────────────────────────────────────────

    def ask(
        self,
        question: Callable[Concatenate[Reader, P], Answer],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Answer:
        """The answer to a question; questions are functions in ``ledger.queries``."""
        with self._lock, named_troubles(self.path), collector_paused():
            return question(Reader(self._connection, memory=self._memory), *arguments, **named)

    @property
    def now(self) -> datetime:
        return self._clock.now()

    @property
    def today(self) -> date:
        return self.now.date()

    # ── the door in ─────────────────────────────────────────────────────────────────────────────

    def run(
        self,
        command: Command,
        *,
        command_id: str = "",
        rehearse: bool = False,
        signing: str = "",
        rows: Callable[[int], None] | None = None,
    ) -> Outcome:
        """Carry out a command whole or not at all.

        With ``rehearse`` the same path runs and is rolled back: what it answers is what would be
        booked. A command id that was used before with the same content answers what was booked
        then and books nothing. ``signing`` is the passphrase of the user's own signing key.
        ``rows`` hears now and then how many rows a long act has; what it raises takes all back.

        Raises:
            Refusal: a rule says no, or the file cannot be written; nothing was written.
        """
        with self._lock:
            if isinstance(command, DeskCommand):
                return self._on_desk(command)
            before = self._repeated(command, command_id) if command_id else None
            return before or self._in_one_act(
                command, command_id, rehearse=rehearse, signing=signing, rows=rows
            )

    def command_from(self, name: str, plain: object) -> Command:
        """The command of that name with the fields of a JSON object.

        Raises:
            UnknownCommand, and the refusals of ``ledger.domain.codec.read_value``.
        """
        from ledger.book.from_plain import command_from

        return command_from(name, plain)

    def _in_one_act(
        self,
        command: Command,
        command_id: str,
        *,
        rehearse: bool,
        signing: str = "",
        rows: Callable[[int], None] | None = None,
    ) -> Outcome:
        from ledger.book import acting

        with named_troubles(self.path), acting.collector_paused():
            self._begin()
            try:
                head, unit = acting.begun(self, command, command_id, PROGRAM)
                if rows is not None:
                    unit.tell(rows)
                if self.audits_closings and not rehearse and head.command in acting.LOOKED_THROUGH:
                    self.ask(acting.check_closing, command, unit)
                fingerprint = acting.carried_out(command, unit, rehearse=rehearse, signing=signing)
                if rehearse:
                    self._connection.execute("ROLLBACK")
                else:
                    self._commit(head.command_id)
            except BaseException:
                self._known.forget()
                roll_back(self._connection)
                raise
        if rehearse:
            self._known.forget()
        else:
            self._settle(erased=unit.erased, locked=head.command == "lock-month")
        return Outcome(
            act=unit.act,
            fingerprint="" if rehearse else fingerprint,
            entries=tuple(unit.posted),
            receipts=tuple(unit.labels.get("receipts", ())),
            vouchers=tuple(unit.labels.get("vouchers", ())),
            made=dict(unit.made),
            topics=unit.topics,
            rehearsed=rehearse,
        )

    def _repeated(self, command: Command, command_id: str) -> Outcome | None:
        from ledger.book.repeats import repeated  # on first use

        with named_troubles(self.path):
            return repeated(Reader(self._connection), command, command_id)

    def _on_desk(self, command: DeskCommand) -> Outcome:
        from ledger.book.desk_door import write_desk
        from ledger.usecases.permitting import check_permitted

        check_permitted(command, Reader(self._connection), user=self.user, today=self.today)
        with named_troubles(self.path):
            write_desk(self._connection, command, self._commit)
        return Outcome(act=0, topics=frozenset({"desk"}))
