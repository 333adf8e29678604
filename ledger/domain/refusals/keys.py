"""Troubles with the keys of an encrypted book: the console leaves with 3."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, Trouble, refusal


@refusal
class PassphraseMissing(Trouble):
    """The book is encrypted, and no passphrase was given."""

    path: str


@refusal
class WrongPassphrase(Trouble):
    """This passphrase does not open the book."""

    path: str


@refusal
class TryLater(Trouble):
    """After several wrong passphrases the next try has to wait; nobody is ever locked out."""

    seconds: int


@refusal
class WrongPin(Trouble):
    """Another PIN than this session's; with no try left only the passphrase opens."""

    left: int


@refusal
class BookLocked(Trouble):
    """The window is locked, and with it the book."""

    path: str


@refusal
class PassphraseShort(Trouble):
    """A new passphrase has too few letters."""

    least: int


@refusal
class PassphraseGuessable(Trouble):
    """A new passphrase is made of what is guessed first; ``why`` is a ``Weakness``.

    It is never shown which part is guessed: somebody may look over the shoulder.
    """

    why: str


@refusal
class SlotMissing(Trouble):
    """Nobody of that name has a key to the book; an empty name means that none was given."""

    user: str
    users: tuple[str, ...]


@refusal
class SlotExists(Refusal):
    """Somebody of that name has a key already."""

    user: str


@refusal
class LastSlot(Refusal):
    """Nobody but this name could open the book any more."""

    user: str


@refusal
class KeysLost(Trouble):
    """The book is encrypted, and no key file that can be read lies beside it."""

    path: str


@refusal
class KeysChanged(Trouble):
    """The key file was changed by something else than this program."""

    path: str


@refusal
class KeysWeakened(Trouble):
    """A slot asks for less work a guess than this program ever writes, or for more."""

    path: str
    user: str


@refusal
class KeysOfAnother(Trouble):
    """The key file opens, but its key does not open this book."""

    path: str
