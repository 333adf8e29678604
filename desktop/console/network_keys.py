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


def make_recovery_key(given: Given, office: Office) -> object:
    """Make the key and write its two files; without a place only say which keys there are."""
    from ledger.network.recovery_keys import make_recovery_key as make

    if "FILE" not in given.places:
        return {"keys": [told_key(one) for one in office.recovery_keys]}
    words = words_of(given, KEY_PASSPHRASE_OPTION, "SATCHA_KEY_PASSPHRASE")
    if not words:
        raise PlaceMissing(f"--{KEY_PASSPHRASE_OPTION.name}", given.call.usage)
    made = make(office, Path(given.places["FILE"]), words)
    given.terminal.say(
        given.voice.tr(
            "Give {public} to the cooperatives, and tell them the code {code} by telephone or on "
            "paper. Keep {private} and a copy of it under lock: whoever has it and its passphrase "
            "opens their books."
        ).format(public=made.public, code=made.key.code, private=made.private)
    )
    return {"private": str(made.private), "public": str(made.public), **told_key(made.key)}


def told_key(key: NetworkKey) -> dict[str, str]:
    """A key as the console answers it."""
    return {"name": key.name, "code": key.code}
