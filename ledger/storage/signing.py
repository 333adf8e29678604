"""Ed25519 keys of users: made, kept under a passphrase, used to sign, and verified."""

from __future__ import annotations

from ledger.domain.passphrases import check_passphrase
from ledger.domain.signing import SigningKey
from ledger.storage import keys
from ledger.storage.keys import Effort

# Points of small order: whoever knows no private key can make signatures for them.
_WITHOUT_SECRET = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def new_signing_key(user: str, passphrase: str) -> SigningKey:
    """A new pair of keys for a user, the private one under her passphrase; its number comes later.

    Raises:
        PassphraseShort, PassphraseGuessable: somebody guesses it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    check_passphrase(passphrase, (user,))
    private, effort, salt = Ed25519PrivateKey.generate(), keys.effort_here(), keys.new_salt()
    public = private.public_key().public_bytes_raw().hex()
    kek = keys.stretched(passphrase, salt, effort)
    wrapped = keys.wrap(kek, private.private_bytes_raw(), _about(user, public))
    return SigningKey(
        user=user,
        number=0,
        public=public,
        wrapped=wrapped.hex(),
        salt=salt.hex(),
        memory_kib=effort.memory_kib,
        iterations=effort.iterations,
        lanes=effort.lanes,
    )


def signature_of(key: SigningKey, passphrase: str, text: bytes) -> str | None:
    """The signature as hexadecimal text; nothing where the passphrase is another."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    effort = Effort(key.memory_kib, key.iterations, key.lanes)
    if not effort.is_within(keys.LEAST, keys.MOST):
        return None
    kek = keys.stretched(passphrase, bytes.fromhex(key.salt), effort)
    private = keys.unwrap(kek, bytes.fromhex(key.wrapped), _about(key.user, key.public))
    if private is None:
        return None
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(text).hex()
    return signature if verified(key.public, signature, text) else None


def verified(public: str, signature: str, text: bytes) -> bool:
    """Whether the signature under the text was made with the private key of this public one."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = bytes.fromhex(public)
        if key[:-1] + bytes([key[-1] & 127]) in _WITHOUT_SECRET:
            return False
        Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(signature), text)
    except (InvalidSignature, ValueError, IndexError):
        return False
    return True


def _about(user: str, public: str) -> bytes:
    return f"satcha signing/1\n{user}\n{public}".encode()
