"""Sentences about the key with which a network office opens a cooperative's book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, network_key
from reports.words.labels import quoted
from reports.words.voice import Voice


def unreadable(_: network_key.NetworkKeyUnreadable, voice: Voice) -> str:
    return voice.tr(
        "This is no public key of a network office. Take the file that the office gave, which "
        "begins with the words “satcha network key”, or ask the office for it anew."
    )


def mistyped(refusal: network_key.NetworkKeyMistyped, voice: Voice) -> str:
    return voice.tr(
        "In the public key of the network office these groups have a wrong letter: {groups}. "
        "Compare them with the office's paper, or ask for the file anew."
    ).format(groups=", ".join(voice.number(group) for group in refusal.groups))


def changed(refusal: network_key.NetworkKeyChanged, voice: Voice) -> str:
    return voice.tr(
        "The public key of {name} was changed on its way: its code does not fit. Do not use it, "
        "and ask the office for it anew."
    ).format(name=quoted(refusal.network))


def unconfirmed(refusal: network_key.NetworkKeyUnconfirmed, voice: Voice) -> str:
    return voice.tr(
        "The key of {name} has the code {code}. Ask the office by telephone which code its key "
        "has, and give the key with that code only if it says the same."
    ).format(name=quoted(refusal.network), code=refusal.code)


def exists(refusal: network_key.NetworkKeyExists, voice: Voice) -> str:
    return voice.tr(
        "{name} can open this book already. Take that key away first if the office has a new one."
    ).format(name=quoted(refusal.network))


def missing(refusal: network_key.NetworkKeyMissing, voice: Voice) -> str:
    if not refusal.networks:
        return voice.tr(
            "No network office has a key to this book. Open it with a passphrase or with the "
            "recovery sheet; {name} can open only copies from when it had a key."
        ).format(name=quoted(refusal.network))
    return voice.tr(
        "This key of {name} does not open the book. Take the key file of the office to which the "
        "book gave a key: {networks}."
    ).format(
        name=quoted(refusal.network),
        networks=", ".join(quoted(name) for name in refusal.networks),
    )


def file_taken(refusal: network_key.NetworkFileTaken, voice: Voice) -> str:
    return voice.tr(
        "There is a file {path} already, and a key in it may be the only one. Take another name."
    ).format(path=refusal.path)


def file_spoilt(refusal: network_key.NetworkFileSpoilt, voice: Voice) -> str:
    return voice.tr(
        "{path} is no key file of a network office, or it is spoilt. Take the file that was made "
        "with “satcha network recovery-key”, or the copy of it that was put under lock."
    ).format(path=refusal.path)


def wrong_passphrase(refusal: network_key.WrongNetworkPassphrase, voice: Voice) -> str:
    return voice.tr(
        "This passphrase does not open the key file {path}. Check capital letters, the keyboard's "
        "language and spaces, then try again."
    ).format(path=refusal.path)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    network_key.NetworkKeyUnreadable: unreadable,
    network_key.NetworkKeyMistyped: mistyped,
    network_key.NetworkKeyChanged: changed,
    network_key.NetworkKeyUnconfirmed: unconfirmed,
    network_key.NetworkKeyExists: exists,
    network_key.NetworkKeyMissing: missing,
    network_key.NetworkFileTaken: file_taken,
    network_key.NetworkFileSpoilt: file_spoilt,
    network_key.WrongNetworkPassphrase: wrong_passphrase,
}
