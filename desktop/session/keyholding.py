"""Keys of the open book as the window keeps them: names, passphrases, the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

from desktop.parts.words import Says
from desktop.session.session import Session
from ledger.book import keyholding
from ledger.book import network_keys as network_keyholding
from ledger.book.keyholding import code_of_book, groups_to_ask
from ledger.book.network_keys import public_key_in
from ledger.domain.commands import Outcome
from ledger.domain.network_key import NetworkKey
from ledger.queries.standing import letterhead
from reports.words.voice import Voice

__all__ = ["groups_to_ask", "public_key_in"]


def recovery_pdf(session: Session, voice: Voice) -> bytes:
    """The sheet as PDF, in the reader's language.

    Raises:
        NotEncrypted: the book has no key.
    """
    # Papers and their lettering are not loaded at the start of the window.
    from reports.document import Printed
    from reports.documents.frame import Frame
    from reports.documents.recovery_sheet import recovery_sheet
    from reports.render.pdf import render_pdf

    frame = Frame(session.ask(letterhead), voice, Printed(session.user, session.now))
    code, offices = session.with_book(code_of_book), network_keys(session)
    sheet = recovery_sheet(code, session.path.name, frame, offices)
    out = BytesIO()
    render_pdf([sheet], voice, out)
    return out.getvalue()


def key_holders(session: Session) -> tuple[str, ...]:
    """The names that have a key.

    Raises:
        KeysLost: the key file is gone.
    """
    return session.with_book(keyholding.holders)


def give_key(session: Session, name: str, passphrase: str) -> None:
    """One more name that opens the book.

    Raises:
        NotAllowed, SlotExists, PassphraseShort: why not.
    """
    session.with_book(lambda book: keyholding.give_key(book, name, passphrase))


def change_passphrase(session: Session, name: str, passphrase: str) -> None:
    """Another passphrase for a name.

    Raises:
        NotAllowed, SlotMissing, PassphraseShort: why not.
    """
    session.with_book(lambda book: keyholding.change_passphrase(book, name, passphrase))


def network_keys(session: Session) -> tuple[NetworkKey, ...]:
    """The network offices whose key opens the book.

    Raises:
        KeysLost: the key file is gone.
    """
    return session.with_book(network_keyholding.networks)


def give_network_key(session: Session, key: NetworkKey, code: str) -> None:
    """One more network office that opens the book; ``code`` is what the office said.

    Raises:
        NetworkKeyUnconfirmed, NetworkKeyExists, NotAllowed: why not.
    """
    session.with_book(lambda book: network_keyholding.give_network_key(book, key, code))


def make_signing_key(session: Session, passphrase: str, *, lost: bool = False) -> Outcome:
    """Make the user a new signing key; the key she had signs that, where it is not lost.

    Raises:
        PassphraseShort, SignatureMissing, WrongSigningPassphrase, ApprovalNeeded: why not.
    """
    from ledger.book.signing import signing_key_for

    return session.run(signing_key_for(session.user, passphrase, lost=lost))


def look_at_sheet(session: Session, groups: Mapping[int, str]) -> None:
    """Note that the recovery sheet was found; the groups typed have to be those of the key.

    Raises:
        RecoveryCodeMistyped, NotAllowed, NotEncrypted: why not.
    """
    _tell(session, session.with_book(lambda book: keyholding.look_at_sheet(book, groups)))


def miss_sheet(session: Session) -> None:
    """Note that nobody found the recovery sheet.

    Raises:
        NotAllowed, NotEncrypted: why not.
    """
    _tell(session, session.with_book(keyholding.miss_sheet))


def _tell(session: Session, outcome: Outcome) -> None:
    session.changed.emit(outcome.topics)


def renew_keys(
    session: Session,
    without: str | None,
    *,
    network: str | None = None,
    then: Callable[[str], None],
    says: Says,
) -> None:
    """A new key in a new file, off the main thread; ``then`` hears where the old file lies."""

    def renewed() -> str:
        session.with_book(keyholding.check_keeper)
        return session.with_file(
            lambda path, secret: (
                keyholding.renew(path, secret, without=without, without_network=network).set_aside
            )
        )

    session.work(lambda _work: renewed(), then=then, says=says, alone=True)
