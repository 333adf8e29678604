"""A short PIN that opens a locked window again; it is worth nothing outside the running program.

Four digits fall in seconds to whoever has a file (trust.md M8), so nothing of it is ever written:
the data key stays in memory, wrapped under the PIN, and goes with the third wrong try.
"""

from __future__ import annotations

import unicodedata

from ledger.domain.refusals.keys import WrongPin
from ledger.storage import keys
from ledger.storage.secret import Secret

TRIES = 3
_ABOUT = b"satcha pin"


class SessionPin:
    """Opens for three tries; afterwards only the passphrase does."""

    def __init__(self, pin: str, user: str, key: bytes) -> None:
        self._user = user
        self._salt = keys.new_salt()
        self._wrapped = keys.wrap(self._kek(pin), key, _ABOUT)
        self.left = TRIES

    def secret(self, pin: str) -> Secret:
        """What opens the book again.

        Raises:
            WrongPin: it is another one; with none left it opens nothing any more.
        """
        key = keys.unwrap(self._kek(pin), self._wrapped, _ABOUT) if self.left else None
        if key is None:
            self.left = max(0, self.left - 1)
            if not self.left:
                self._wrapped = b""
            raise WrongPin(self.left)
        self.left = TRIES
        return Secret(self._user, found=key)

    def _kek(self, pin: str) -> bytes:
        return keys.stretched(plain_pin(pin), self._salt, keys.LEAST)


def plain_pin(pin: str) -> str:
    """The digits of a PIN, whatever script they were typed in; other signs as they are."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in pin.strip())
