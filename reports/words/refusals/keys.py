"""Sentences about the keys of an encrypted book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, keys
from reports.words.labels import quoted
from reports.words.voice import Voice


def passphrase_missing(refusal: keys.PassphraseMissing, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is encrypted. Give its passphrase with --passphrase-file or in "
        "SATCHA_PASSPHRASE, then try again."
    ).format(path=refusal.path)


def wrong_passphrase(refusal: keys.WrongPassphrase, voice: Voice) -> str:
    return voice.tr(
        "This passphrase does not open the book {path}. Check capital letters, the keyboard's "
        "language and spaces, then try again; nothing was changed."
    ).format(path=refusal.path)


def try_later(refusal: keys.TryLater, voice: Voice) -> str:
    return voice.tr(
        "Several passphrases were wrong. Wait {seconds} seconds, then try again; the right one "
        "will open the book."
    ).format(seconds=voice.number(refusal.seconds))


def wrong_pin(refusal: keys.WrongPin, voice: Voice) -> str:
    if not refusal.left:
        return voice.tr("The PIN was wrong three times. Type your passphrase.")
    return voice.tr_n(
        "This PIN is wrong. Type it again; {left} try is left, then comes the passphrase.",
        "This PIN is wrong. Type it again; {left} tries are left, then comes the passphrase.",
        refusal.left,
    ).format(left=voice.number(refusal.left))


def book_locked(refusal: keys.BookLocked, voice: Voice) -> str:
    return voice.tr("The book {path} is locked. Unlock it, then try again.").format(
        path=refusal.path
    )


def passphrase_short(refusal: keys.PassphraseShort, voice: Voice) -> str:
    return voice.tr(
        "A passphrase needs at least {least} letters. Take four or five words that nobody guesses."
    ).format(least=refusal.least)


def passphrase_guessable(refusal: keys.PassphraseGuessable, voice: Voice) -> str:
    why = {
        "digits": voice.tr("This passphrase is only a number, such as a telephone or a birthday"),
        "repeated": voice.tr("This passphrase says the same few letters again and again"),
        "row": voice.tr("This passphrase is typed along the keys or the alphabet"),
        "common": voice.tr("This passphrase is made of words that everybody tries first"),
        "name": voice.tr("This passphrase is the name of the cooperative or of somebody in it"),
    }[refusal.why]
    return voice.tr(
        "{why}, so it is guessed in a moment. Take four words that have nothing to do with each "
        "other or with the cooperative."
    ).format(why=why)


def slot_missing(refusal: keys.SlotMissing, voice: Voice) -> str:
    names = ", ".join(quoted(user) for user in refusal.users if user)
    if not refusal.user:
        return voice.tr(
            "Several people have keys to this book. Say who you are, one of: {users}."
        ).format(users=names)
    return voice.tr(
        "{user} has no key to this book. Write the name as one of these, or ask one of them for a "
        "key: {users}."
    ).format(user=quoted(refusal.user), users=names or "-")


def slot_exists(refusal: keys.SlotExists, voice: Voice) -> str:
    return voice.tr(
        "{user} has a key to this book already. Change that passphrase, or take another name."
    ).format(user=quoted(refusal.user))


def last_slot(refusal: keys.LastSlot, voice: Voice) -> str:
    return voice.tr(
        "{user} is the only one with a key to this book. Give somebody else a key first."
    ).format(user=quoted(refusal.user) or "-")


def keys_lost(refusal: keys.KeysLost, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is encrypted, and its key file (the same name with .keys behind it) is "
        "missing or spoilt. Copy it from a backup to where the book lies, or open the book with "
        "the code of the recovery sheet."
    ).format(path=refusal.path)


def keys_changed(refusal: keys.KeysChanged, voice: Voice) -> str:
    return voice.tr(
        "The key file of the book {path} is spoilt, or somebody changed it by other means than "
        "this program. Tell the auditor, copy the key file from the last backup, or make a new one "
        "with the code of the recovery sheet."
    ).format(path=refusal.path)


def keys_weakened(refusal: keys.KeysWeakened, voice: Voice) -> str:
    return voice.tr(
        "In the key file of the book {path} the key of {user} was made easy to guess, so it is not "
        "used. Tell the auditor, and copy the key file from the last backup."
    ).format(path=refusal.path, user=quoted(refusal.user))


def keys_of_another(refusal: keys.KeysOfAnother, voice: Voice) -> str:
    return voice.tr(
        "The key does not open the book {path}: the key file or the recovery code belongs to "
        "another book, or the beginning of this one is damaged. Look for the key file of this "
        "book, or restore the last backup."
    ).format(path=refusal.path)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    keys.PassphraseMissing: passphrase_missing,
    keys.WrongPassphrase: wrong_passphrase,
    keys.TryLater: try_later,
    keys.WrongPin: wrong_pin,
    keys.BookLocked: book_locked,
    keys.PassphraseShort: passphrase_short,
    keys.PassphraseGuessable: passphrase_guessable,
    keys.SlotMissing: slot_missing,
    keys.SlotExists: slot_exists,
    keys.LastSlot: last_slot,
    keys.KeysLost: keys_lost,
    keys.KeysChanged: keys_changed,
    keys.KeysWeakened: keys_weakened,
    keys.KeysOfAnother: keys_of_another,
}
