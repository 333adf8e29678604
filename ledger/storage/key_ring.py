"""The key ring: the slots of a book, who may open it, as the text that lies beside its file.

Format ``satcha-keys/1``: one JSON object in UTF-8; bytes are lower-case hexadecimal digits.

    format      "satcha-keys/1"
    book        the book's 32 letters
    generation  an integer that grows by one with each change
    slots       list of {user, memory_kib, iterations, lanes, salt, public, wrapped, sealed}
    networks    list of {name, public, sealed} (``ledger.storage.network_slot``), left out if empty
    mark        HMAC-SHA-256 over the object without ``mark``

*about* of a slot is the JSON text of [format, book, user, memory_kib, iterations, lanes, salt,
public]. JSON text has no spaces between its parts, sorted names and no escapes but those JSON asks
for. With KEK = Argon2id(passphrase in NFKC, salt, the slot's figures; 32 bytes):

    wrapped  12 bytes nonce, then AES-256-GCM under KEK of the X25519 private key, about as data
    sealed   32 bytes of a public key used once, 12 bytes nonce, then AES-256-GCM of the data key,
             about as data, under HMAC-SHA-256(key: X25519 of the two keys, text: the ASCII text
             "satcha-keys/1 seal" and the public key used once)
    mark     HMAC-SHA-256(key: HMAC-SHA-256(key: data key, text: "satcha-keys/1 mark"), text)
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ledger.domain.passphrases import check_passphrase
from ledger.domain.refusals.keys import (
    KeysWeakened,
    LastSlot,
    SlotExists,
    SlotMissing,
)
from ledger.storage import keys
from ledger.storage.keys import Effort

if TYPE_CHECKING:  # few books have such a slot, and every start would load what it needs
    from ledger.domain.network_key import NetworkKey
    from ledger.storage.network_slot import NetworkSlot

FORMAT = "satcha-keys/1"
MOST_BYTES = 1 << 20  # what is larger is no key ring
_MOST_SLOTS = 500


@dataclass(frozen=True, slots=True)
class Slot:
    """One user's way to the data key; a slot without a name is everybody's."""

    user: str
    effort: Effort
    salt: bytes
    public: bytes
    wrapped: bytes
    sealed: bytes

    def about(self, book: str) -> bytes:
        effort = self.effort
        parts = [FORMAT, book, self.user, effort.memory_kib, effort.iterations, effort.lanes]
        return _text_of([*parts, self.salt.hex(), self.public.hex()])


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Everybody's slots; ``mark`` shows that they were written by somebody who had the key."""

    book: str
    generation: int = 0
    slots: tuple[Slot, ...] = ()
    mark: bytes = b""
    networks: tuple[NetworkSlot, ...] = ()

    @property
    def users(self) -> tuple[str, ...]:
        return tuple(slot.user for slot in self.slots)

    def is_of(self, data_key: bytes) -> bool:
        """Whether this ring was written with the data key and not changed since."""
        return hmac.compare_digest(self.mark, self.mark_under(data_key))

    def mark_under(self, data_key: bytes) -> bytes:
        return keys.mark(data_key, _text_of(self._plain()))

    def slot_for(self, user: str) -> Slot | None:
        """The user's own slot, else the one without a name, else the only one for no name."""
        named = {slot.user: slot for slot in self.slots}
        if not user and len(self.slots) == 1:
            return self.slots[0]
        return named.get(user) or named.get("")

    def open(self, slot: Slot, passphrase: str, path: str) -> bytes | None:
        """The data key; nothing where the passphrase is another.

        Raises:
            KeysWeakened: the slot asks for a guess that costs too little.
        """
        if not slot.effort.is_within(keys.LEAST, keys.MOST):
            raise KeysWeakened(path, slot.user)
        about = slot.about(self.book)
        kek = keys.stretched(passphrase, slot.salt, slot.effort)
        private = keys.unwrap(kek, slot.wrapped, about)
        return None if private is None else keys.unseal(private, slot.sealed, about)

    def open_network(self, public: bytes, private: bytes) -> bytes | None:
        """The data key by the private key of a network office; nothing where it has no slot."""
        for slot in self.networks:
            if slot.key.public == public:
                return slot.opened(private, self._about(slot.key))
        return None

    # ── changes, each a new generation ──────────────────────────────────────────────────────────

    def with_user(
        self, user: str, passphrase: str, data_key: bytes, names: tuple[str, ...] = ()
    ) -> KeyRing:
        """One more slot; a passphrase made of these names is refused.

        Raises:
            SlotExists, PassphraseShort, PassphraseGuessable: why not.
        """
        if user in self.users:
            raise SlotExists(user)
        check_passphrase(passphrase, names)
        return self._signed((*self.slots, self._slot(user, passphrase, data_key)), data_key)

    def with_passphrase(self, user: str, passphrase: str, data_key: bytes) -> KeyRing:
        """The user's slot under another passphrase.

        Raises:
            SlotMissing, PassphraseShort, PassphraseGuessable: why not.
        """
        self._check(user)
        made = self._slot(user, passphrase, data_key)
        slots = tuple(made if slot.user == user else slot for slot in self.slots)
        return self._signed(slots, data_key)

    def without(self, user: str, data_key: bytes) -> KeyRing:
        """The slots of those who stay, with another data key; it opens another file, of course.

        Raises:
            SlotMissing: there is no such slot.
            LastSlot: nobody else could open the book.
        """
        self._check(user)
        staying = tuple(slot for slot in self.slots if slot.user != user)
        if not staying:
            raise LastSlot(user)
        return replace(self, slots=staying).renewed(data_key)

    def with_network(self, key: NetworkKey, data_key: bytes) -> KeyRing:
        """One more office that opens the book with its own key.

        Raises:
            NetworkKeyExists, NetworkKeyUnreadable: why not.
        """
        from ledger.storage.network_slot import with_slot

        networks = with_slot(self.networks, key, data_key, self._about(key))
        return self._signed(self.slots, data_key, networks)

    def without_network(self, name: str, data_key: bytes) -> KeyRing:
        """Without an office's slot, with another data key.

        Raises:
            NetworkKeyMissing: there is no such slot.
        """
        from ledger.storage.network_slot import without_slot

        return replace(self, networks=without_slot(self.networks, name)).renewed(data_key)

    def only(self, user: str, data_key: bytes) -> KeyRing:
        """The slot of one user alone, for a copy that she is given.

        Raises:
            SlotMissing: there is no such slot.
        """
        self._check(user)
        slots = tuple(one for one in self.slots if one.user == user)
        return self._signed(slots, data_key, ())

    def renewed(self, data_key: bytes) -> KeyRing:
        """The same slots with another data key."""
        networks = tuple(one.resealed(data_key, self._about(one.key)) for one in self.networks)
        slots = tuple(self._sealed(slot, data_key) for slot in self.slots)
        return self._signed(slots, data_key, networks)

    def _about(self, key: NetworkKey) -> bytes:
        """What a slot of an office is about; it unseals for this book and this office only."""
        return _text_of([FORMAT, self.book, "network", key.name, key.public.hex()])

    def _check(self, user: str) -> None:
        if user not in self.users:
            raise SlotMissing(user, self.users)

    def _slot(self, user: str, passphrase: str, data_key: bytes) -> Slot:
        check_passphrase(passphrase, (user,))
        private, public = keys.new_pair()
        slot = Slot(user, keys.effort_here(), keys.new_salt(), public, b"", b"")
        kek = keys.stretched(passphrase, slot.salt, slot.effort)
        wrapped = keys.wrap(kek, private, slot.about(self.book))
        return self._sealed(replace(slot, wrapped=wrapped), data_key)

    def _sealed(self, slot: Slot, data_key: bytes) -> Slot:
        return replace(slot, sealed=keys.seal(slot.public, data_key, slot.about(self.book)))

    def _signed(
        self,
        slots: tuple[Slot, ...],
        data_key: bytes,
        networks: tuple[NetworkSlot, ...] | None = None,
    ) -> KeyRing:
        made = replace(
            self,
            generation=self.generation + 1,
            slots=slots,
            networks=self.networks if networks is None else networks,
            mark=b"",
        )
        return replace(made, mark=made.mark_under(data_key))

    # ── as text ─────────────────────────────────────────────────────────────────────────────────

    def to_bytes(self) -> bytes:
        plain = {**self._plain(), "mark": self.mark.hex()}
        return json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True).encode()

    def _plain(self) -> dict[str, object]:
        networks = [slot.to_plain() for slot in self.networks]
        return {
            "format": FORMAT,
            "book": self.book,
            "generation": self.generation,
            "slots": [_plain_slot(slot) for slot in self.slots],
            **({"networks": networks} if networks else {}),
        }


def read_ring(written: bytes) -> KeyRing | None:
    """The ring that was written, true or not; nothing where it is none."""
    try:
        plain = json.loads(written.decode())
        if plain["format"] != FORMAT or len(plain["slots"]) > _MOST_SLOTS:
            return None
        slots = tuple(_slot_of(one) for one in plain["slots"])
        networks = _networks_of(plain.get("networks", ())) if "networks" in plain else ()
        book, generation = _text(plain["book"]), _number(plain["generation"])
        return KeyRing(book, generation, slots, bytes.fromhex(plain["mark"]), networks)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _plain_slot(slot: Slot) -> dict[str, object]:
    return {
        "user": slot.user,
        "memory_kib": slot.effort.memory_kib,
        "iterations": slot.effort.iterations,
        "lanes": slot.effort.lanes,
        "salt": slot.salt.hex(),
        "public": slot.public.hex(),
        "wrapped": slot.wrapped.hex(),
        "sealed": slot.sealed.hex(),
    }


def _slot_of(plain: dict[str, Any]) -> Slot:
    effort = Effort(*(_number(plain[name]) for name in ("memory_kib", "iterations", "lanes")))
    slot = Slot(
        _text(plain["user"]),
        effort,
        *(bytes.fromhex(plain[name]) for name in ("salt", "public", "wrapped", "sealed")),
    )
    if len(slot.salt) != keys.SALT_BYTES or len(slot.public) != keys.KEY_BYTES:
        raise ValueError("salt or public key of another length")
    return slot


def _networks_of(plain: list[Any]) -> tuple[NetworkSlot, ...]:
    from ledger.storage.network_slot import slot_of

    return tuple(slot_of(one) for one in plain[:_MOST_SLOTS])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:  # a truth is no number
        raise TypeError("not a number")
    return value


def _text_of(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
