"""An open book: the two doors. ``run`` changes things, ``ask`` reads; nothing else crosses.

What only the door in needs is loaded on first use: a question from the console starts in half the
time without the use cases.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from ledger.book.chance import Chance, Clock, SystemChance, SystemClock
from ledger.book.repeats import KeptThen, outcome_of, payload_of
from ledger.domain.commands import Command, DeskCommand, Outcome, name_of
from ledger.storage import file
from ledger.storage.known import Known
from ledger.storage.reading import Reader

if TYPE_CHECKING:
    from ledger.usecases.founding import FoundBook

PROGRAM = "satcha 0.1.0"

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Book:
    """One cooperative's open book. Only one program at a time holds its file."""

    def __init__(  # noqa: PLR0913 - all but the file have defaults
        self,
        path: Path,
        connection: file.Connection,
        *,
        user: str = "",
        passphrase: str = "",
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> None:
        self.path = path
        self._log = file.log_of(path)
        self.user = user
        self.passphrase = passphrase
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
        """Make a new book and run its first act.

        Raises:
            Refusal: the file cannot be made or the first act is refused; no file is left behind.
        """
        connection = file.create(path, passphrase)
        book = cls(path, connection, user=user, passphrase=passphrase, clock=clock, chance=chance)
        try:
            book.run(command)
        except BaseException:
            file.discard(connection, path)
            raise
        return book

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        user: str = "",
        passphrase: str = "",
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> Self:
        """Open a book alone, for reading and writing.

        Raises:
            Refusal: NoSuchBook, NotABook, BookDamaged, BookNewer, BookInUse, BookReadOnly …
        """
        connection = file.open_file(path, passphrase)
        return cls(path, connection, user=user, passphrase=passphrase, clock=clock, chance=chance)

    @classmethod
    def open_for_reading(
        cls, path: Path, *, passphrase: str = "", clock: Clock | None = None
    ) -> Self:
        """Open a book that lies on read-only media; every command is refused there."""
        connection = file.open_for_reading(path, passphrase)
        return cls(path, connection, passphrase=passphrase, clock=clock)

    def copy_to(self, target: Path) -> None:
        """Write a copy of the whole book to a new file, by the database's own means."""
        with self._lock, file.named_troubles(target):
            file.copy(self._connection, target, self.passphrase)

    def close(self) -> None:
        with self._lock, file.named_troubles(self.path):
            file.close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ── the door out ────────────────────────────────────────────────────────────────────────────

    def ask(
        self,
        question: Callable[Concatenate[Reader, P], Answer],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Answer:
        """The answer to a question; questions are functions in ``ledger.queries``."""
        with self._lock, file.named_troubles(self.path):
            return question(Reader(self._connection, memory=self._memory), *arguments, **named)

    @property
    def today(self) -> date:
        return self._clock.now().date()

    # ── the door in ─────────────────────────────────────────────────────────────────────────────

    def run(
        self,
        command: Command,
        *,
        command_id: str = "",
        rehearse: bool = False,
    ) -> Outcome:
        """Carry out a command whole or not at all.

        With ``rehearse`` the same path runs and is rolled back: what it answers is what would be
        booked. A command id that was used before with the same content answers what was booked
        then and books nothing.

        Raises:
            Refusal: a rule says no, or the file cannot be written; nothing was written.
        """
        with self._lock:
            if isinstance(command, DeskCommand):
                return self._on_desk(command)
            before = self._repeated(command, command_id) if command_id else None
            return before or self._in_one_act(command, command_id, rehearse=rehearse)

    def command_from(self, name: str, plain: object) -> Command:
        """The command of that name with the fields of a JSON object.

        Raises:
            UnknownCommand, and the refusals of ``ledger.domain.codec.read_value``.
        """
        from ledger.domain.codec import read_value
        from ledger.domain.refusals import UnknownCommand
        from ledger.usecases import COMMANDS
        from ledger.usecases.reversing import CorrectEntry

        kind = COMMANDS.get(name)
        if kind is None:
            raise UnknownCommand(name)
        if isinstance(plain, dict) and issubclass(kind, CorrectEntry):
            return self._correction_from(plain)
        command: Command = read_value(kind, plain)
        return command

    def _correction_from(self, plain: dict[str, object]) -> Command:
        """A correction carries another command: ``"instead": {"command": name, …}``."""
        from ledger.domain.codec import read_value
        from ledger.domain.refusals import WrongKind
        from ledger.usecases.reversing import CorrectEntry, ReverseEntry

        inner = plain.get("instead")
        if not isinstance(inner, dict):
            raise WrongKind("instead", "object")
        fields = {name: value for name, value in inner.items() if name != "command"}
        instead = self.command_from(str(inner.get("command", "")), fields)
        outer = {name: value for name, value in plain.items() if name != "instead"}
        reversal: ReverseEntry = read_value(ReverseEntry, outer)
        return CorrectEntry(
            entry=reversal.entry, on=reversal.on, reason=reversal.reason, instead=instead
        )

    def _in_one_act(self, command: Command, command_id: str, *, rehearse: bool) -> Outcome:
        from ledger.book.pausing import collector_paused
        from ledger.domain.fingerprint import code_of
        from ledger.storage.known import ActHead
        from ledger.storage.unit import UnitOfWork
        from ledger.usecases import handle

        head = ActHead(
            user=self.user,
            now=self._clock.now(),
            command=name_of(type(command)),
            command_id=command_id or self._chance.letters(32),
            business_day=getattr(command, "on", None) or self.today,
            program=PROGRAM,
        )
        with file.named_troubles(self.path), collector_paused():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                unit = UnitOfWork(
                    self._connection, self._known, head, lambda: self._chance.letters(32)
                )
                handle(command, unit)
                fingerprint = unit.seal(payload_of(command, unit.commitments), unit.made)
                self._connection.execute("ROLLBACK" if rehearse else "COMMIT")
            except BaseException:
                self._known.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        if rehearse:
            self._known.forget()
        else:
            file.tidy(self._connection, self._log)
        return Outcome(
            act=unit.act,
            fingerprint="" if rehearse else fingerprint,
            code="" if rehearse else code_of(bytes.fromhex(fingerprint)),
            entries=tuple(unit.posted),
            receipts=tuple(unit.labels.get("receipts", ())),
            vouchers=tuple(unit.labels.get("vouchers", ())),
            made=dict(unit.made),
            topics=unit.topics,
            rehearsed=rehearse,
        )

    def _repeated(self, command: Command, command_id: str) -> Outcome | None:
        """What was booked under this command id, when it was the same command.

        Raises:
            CommandIdReused: it was another one.
        """
        from ledger.domain.refusals import CommandIdReused

        reader = Reader(self._connection)
        with file.named_troubles(self.path):
            row = reader.one(
                "SELECT number, command, payload, result, fingerprint FROM acts"
                " WHERE command_id = ?",
                (command_id,),
            )
            if row is None:
                return None
            number, name, payload, result, fingerprint = row
            same = name == name_of(type(command))
            if not same or payload != payload_of(command, KeptThen(reader, number)):
                raise CommandIdReused(command_id, number)
            return outcome_of(reader, number, json.loads(result), fingerprint)

    def _on_desk(self, command: DeskCommand) -> Outcome:
        with file.named_troubles(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                _write_desk(self._connection, command)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        return Outcome(act=0, topics=frozenset({"desk"}))


def _write_desk(connection: file.Connection, command: DeskCommand) -> None:
    from ledger.domain.refusals import UnknownCommand
    from ledger.storage import desk
    from ledger.usecases.collecting import DropDrafts, SaveDrafts

    if isinstance(command, SaveDrafts):
        desk.save(connection, command.place, [(one.item, one.value) for one in command.items])
    elif isinstance(command, DropDrafts):
        desk.drop(connection, command.place)
    else:
        raise UnknownCommand(name_of(type(command)))
