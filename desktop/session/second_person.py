"""How the window asks for what a second person or a signing key has to give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.people import SignatureMissing


@dataclass(slots=True)
class SecondPerson:
    """How the window asks for a signature, and whether another person is to be asked.

    ``sign`` answers the passphrase of the user's signing key, empty where none was typed.
    """

    sign: Callable[[SignatureMissing], str] = lambda _: ""
    request: Callable[[ApprovalNeeded], bool] = lambda _: False
