"""That the whole book left in a pack for an audit is part of its history (trust.md T27)."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.packs import PackGiven
from ledger.usecases.digests import act_before, digest_of
from ledger.usecases.recording import given


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAuditPack(Command):
    """A pack was made and proved: who gets it, and what is in it.

    ``manifest`` is the SHA-256 of the list of its files.
    """

    receiver: str
    through_act: int
    fingerprint: str
    manifest: str
    signed: bool = False
    names: bool = False
    slot: str = ""


def give_audit_pack(command: GiveAuditPack, books: Books) -> None:
    """Note what was given.

    Raises:
        ReasonMissing: nobody is named.
        WrongKind: what is said of the pack can be none.
    """
    number = books.next_number(PackGiven)
    books.add(
        PackGiven(
            number=number,
            receiver=given(command.receiver, "receiver"),
            through_act=act_before(command.through_act, books),
            fingerprint=digest_of(command.fingerprint, "fingerprint"),
            manifest=digest_of(command.manifest, "manifest"),
            signed=command.signed,
            names=command.names,
            slot=command.slot,
        )
    )
    books.make(pack=number)
