"""Refusals about the key of a network office: its public text, its own file, and its slot."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, Trouble, refusal


@refusal
class NetworkKeyUnreadable(Refusal):
    """This is no public key of a network office."""


@refusal
class NetworkKeyMistyped(Refusal):
    """The check letter of these groups of the public key, counted from 1, does not fit."""

    groups: tuple[int, ...]


@refusal
class NetworkKeyChanged(Refusal):
    """The public key of an office and its code do not belong together."""

    network: str


@refusal
class NetworkKeyUnconfirmed(Refusal):
    """Nobody said that the office itself tells this code of its key, or another code was said."""

    network: str
    code: str


@refusal
class NetworkKeyExists(Refusal):
    """The key, or another one of an office of this name, opens the book already."""

    network: str


@refusal
class NetworkKeyMissing(Trouble):
    """No such key of a network opens the book."""

    network: str
    networks: tuple[str, ...]


@refusal
class NetworkFileTaken(Refusal):
    """A file of that name is there already, and the key in it may be the only one of its kind."""

    path: str


@refusal
class NetworkFileSpoilt(Trouble):
    """This is no key file of a network office, or somebody changed it."""

    path: str


@refusal
class WrongNetworkPassphrase(Trouble):
    """The passphrase does not open the key file of the network office."""

    path: str
