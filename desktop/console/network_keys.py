"""``satcha network recovery-key``: an office's key with which it opens cooperatives' books."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.console.arguments import Given, Option
from desktop.console.books import words_of
from desktop.console.refusals import PlaceMissing
from desktop.console.texts import N_

if TYPE_CHECKING:
    from ledger.domain.network_key import NetworkKey
    from ledger.network.office import Office

KEY_PASSPHRASE_OPTION = Option(
    "key-passphrase-file", "FILE", N_("its first line is the passphrase of the new key's own file")
)
_PUBLIC = ".public.txt"


def make_recovery_key(given: Given, office: Office) -> object:
    """Make the key and write its two files; without a place only say which keys there are."""
    from ledger.book.network_keys import new_network_key

    if "FILE" not in given.places:
        return {"keys": [told_key(one) for one in office.recovery_keys]}
    words = words_of(given, KEY_PASSPHRASE_OPTION, "SATCHA_KEY_PASSPHRASE")
    if not words:
        raise PlaceMissing(f"--{KEY_PASSPHRASE_OPTION.name}", given.call.usage)
    private = Path(given.places["FILE"])
    public = private.with_name(f"{private.name}{_PUBLIC}")
    key = new_network_key(private, public, office.register.office.name_th, words)
    office.note_recovery_key(key)
    given.terminal.say(
        given.voice.tr(
            "Give {public} to the cooperatives, and tell them the code {code} by telephone or on "
            "paper. Keep {private} and a copy of it under lock: whoever has it and its passphrase "
            "opens their books."
        ).format(public=public, code=key.code, private=private)
    )
    return {"private": str(private), "public": str(public), **told_key(key)}


def told_key(key: NetworkKey) -> dict[str, str]:
    """A key as the console answers it."""
    return {"name": key.name, "code": key.code}
