"""One open book shared by all screens: a single door for commands, a single door for questions.

What only a command needs is loaded with the first one: the window starts without the use cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from desktop.parts.words import Says
from desktop.session.drafts import drafts
from desktop.session.lately import Lately
from desktop.session.only_looking import for_looking
from desktop.session.second_person import SecondPerson
from desktop.session.working import Working
from desktop.tasks import Running, Runs, Work
from ledger.book import Book, Secret
from ledger.book.chance import Chance, Clock, SystemChance, SystemClock
from ledger.domain.commands import Command, Outcome
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.keys import BookLocked
from ledger.domain.refusals.people import SignatureMissing
from ledger.queries.people import Rights, rights
from ledger.queries.standing import stamp_of

P = ParamSpec("P")
T = TypeVar("T")
# A question takes the book's reader first; screens hand it only the rest.
Question = Callable[Concatenate[Any, P], T]


class Session(Working):
    """The open book; whatever was booked is told to everybody: ``changed`` carries its topics."""

    changed = Signal(object)

    def __init__(
        self,
        book: Book,
        tasks: Runs,
        *,
        chance: Chance | None = None,
        clock: Clock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._held: Book | None = book
        self._path, self._user, self._encrypted = book.path, book.user, bool(book.key)
        self.looks_only = not book.writes  # it lies where no book may be worked with
        self._chance = chance or SystemChance()
        self._clock = clock or SystemClock()
        self.lately = Lately()
        self.second_person = SecondPerson()  # the window puts its own here
        self.ahead: Callable[[Command], None] = lambda _: None  # and the program its own copies

    @property
    def _book(self) -> Book:
        if self._held is None:
            raise BookLocked(str(self._path))
        return self._held

    @property
    def path(self) -> Path:
        return self._path

    @property
    def user(self) -> str:
        return self._user

    @property
    def locked(self) -> bool:
        """Whether the book is closed until somebody shows that he may open it."""
        return self._held is None

    @property
    def encrypted(self) -> bool:
        """Whether nothing of the book can be read without a key."""
        return self._encrypted

    @property
    def today(self) -> date:
        """The business day: today by this PC's clock, in Thai time."""
        return self._book.today

    @property
    def now(self) -> datetime:
        """The moment, as it stands on papers that are printed."""
        return self._clock.now()

    def command_id(self) -> str:
        """An id for the form that opens now; the same id books once, however often it comes."""
        return self._chance.letters(32)

    def run(self, command: Command, *, command_id: str = "") -> Outcome:
        """Carry out the command and tell everybody what changed.

        Raises:
            Refusal: a rule says no; nothing was written.
        """
        self.ahead(command)
        try:
            outcome = self._book.run(command, command_id=command_id)
        except (SignatureMissing, ApprovalNeeded) as needed:
            signing = self._signing(command, needed)
            outcome = self._book.run(command, command_id=command_id, signing=signing)
        return self._was_run(command, outcome)

    def _was_run(self, command: Command, outcome: Outcome) -> Outcome:
        self.lately.note(command, outcome)
        self.changed.emit(outcome.topics)
        return outcome

    def _signing(self, command: Command, needed: Refusal) -> str:
        """The passphrase that the command is run with again, or the same refusal once more."""
        if isinstance(needed, SignatureMissing):
            signing = self.second_person.sign(needed)
            if signing:
                return signing
        elif isinstance(needed, ApprovalNeeded) and self.second_person.request(needed):
            from ledger.usecases.approving import RequestApproval

            self.run(RequestApproval(wanted=command))
        raise needed

    @property
    def may(self) -> Rights:
        """What the user at the keyboard may do in this book today; nothing where one only looks."""
        found = self._book.ask(rights, today=self.today, user=self.user)
        return for_looking(found) if self.looks_only else found

    def change_user(self, user: str, passphrase: str = "") -> None:
        """Somebody else sits down at the keyboard; an encrypted book asks for her passphrase.

        Raises:
            WrongPassphrase, SlotMissing, PassphraseMissing: she does not open this book.
        """
        if self.encrypted:
            next(Secret(user, passphrase).keys_for(self.path))
        self._book.user = self._user = user

    def prove(self, passphrase: str) -> None:
        """Whether the passphrase is that of the user at the keyboard.

        Raises:
            WrongPassphrase, PassphraseMissing, TooManyTries: it is not, or is not looked at yet.
        """
        next(Secret(self._user, passphrase).keys_for(self.path))

    def rehearse(self, command: Command, work: Work | None = None) -> Outcome:
        """What the command would book; the same path, rolled back.

        Raises:
            Refusal: what ``run`` would refuse.
            Cancelled: nobody waits for it any more.
        """
        return self._book.run(command, rehearse=True, rows=None if work is None else work.count)

    def command_from(self, name: str, fields: Mapping[str, Any]) -> Command:
        """The command of that name with the fields of a JSON object.

        Raises:
            Refusal: a field is missing, unknown or wrong.
        """
        return self._book.command_from(name, dict(fields))

    def attempt(self, command: Command, *, command_id: str = "") -> Outcome | None:
        """Carry out the command; a refusal is told to the window instead of the caller."""
        try:
            return self.run(command, command_id=command_id)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def ask(self, question: Question[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """The answer to a question; safe in any thread.

        Raises:
            Refusal: what the question refuses, such as an unknown number.
        """
        return self._book.ask(question, *arguments, **named)

    def run_long(  # noqa: PLR0913 - who hears of it, and how it is shown
        self,
        command: Command,
        *,
        then: Callable[[Outcome], None],
        says: Says,
        command_id: str = "",
        signing: str = "",
        failed: Callable[[Refusal], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Running:
        """As ``run``, off the main thread and stopped when asked: nothing was booked then.

        A refusal goes to ``failed``, without one to the window.
        """
        tell = failed or self._refused_behind

        def told(outcome: Outcome) -> None:
            then(self._was_run(command, outcome))

        def call(work: Work) -> Outcome:
            self.ahead(command)
            return self._book.run(command, command_id=command_id, signing=signing, rows=work.count)

        def refused(refusal: Refusal) -> None:
            try:
                signs = self._signing(command, refusal)
            except Refusal as still:
                tell(still)
            else:
                self.run_long(
                    command,
                    then=then,
                    says=says,
                    command_id=command_id,
                    signing=signs,
                    failed=failed,
                    stopped=stopped,
                )

        return self.work(call, then=told, says=says, failed=refused, stopped=stopped, alone=True)

    def drafts(self, place: str) -> Mapping[str, str]:
        """What is kept at a place of the desk, by item."""
        return self.ask(drafts, place=place)

    def save_drafts(self, place: str, items: Iterable[tuple[str, str]]) -> None:
        """Keep what is being typed, where one does not only look; empty takes the item away.

        Raises:
            Refusal: the file cannot be written.
        """
        from ledger.usecases.collecting import DraftItem, SaveDrafts

        if self.looks_only:
            return
        kept = tuple(DraftItem(item=item, value=value) for item, value in items)
        self._book.run(SaveDrafts(place=place, items=kept))

    def drop_drafts(self, place: str) -> None:
        from ledger.usecases.collecting import DropDrafts

        self._book.run(DropDrafts(place=place))

    def newest_act(self) -> int:
        """The number of the last act: whether anything was booked meanwhile."""
        return self.ask(stamp_of, None).number

    def lock(self) -> None:
        """Close the book and forget its key; nothing is asked of it or booked until ``unlock``.

        A disk that refuses to tidy up now is no reason to stay open: what was booked is in the log.
        """
        book, self._held = self._book, None
        with suppress(Refusal):
            book.close()

    def unlock(self, book: Book) -> None:
        """Go on with the same book, opened anew."""
        self._held = book

    def with_book(self, act: Callable[[Book], T]) -> T:
        """What is done with the book beside commands and questions: its keys."""
        return act(self._book)

    def with_file(self, act: Callable[[Path, Secret], T]) -> T:
        """Close the book, do something with its file, and open it again."""
        secret = self._book.secret
        secret.user = self._user  # somebody else may have sat down since it was opened
        self.lock()
        try:
            return act(self._path, secret)
        finally:
            self.unlock(Book.open(self._path, user=self._user, secret=secret))

    @override
    def _refused_behind(self, refusal: Refusal) -> None:
        if not isinstance(refusal, BookLocked):  # it asks again when it is unlocked
            super()._refused_behind(refusal)

    def close(self) -> None:
        self._closed = True
        book, self._held = self._held, None
        if book is not None:
            book.close()
