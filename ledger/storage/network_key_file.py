"""The file in which a network office keeps its private key, under a passphrase of its own.

Format ``satcha-network-key/1``: one JSON object in UTF-8 with ``format``, ``name``, ``public``,
``memory_kib``, ``iterations``, ``lanes``, ``salt`` and ``wrapped``; bytes are hexadecimal digits.
``wrapped`` is 12 bytes nonce, then AES-256-GCM of the X25519 private key under Argon2id of the
passphrase, with the JSON text of the list of all the others in this order as data.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ledger.domain.network_key import NetworkKey, is_name
from ledger.domain.passphrases import check_passphrase
from ledger.domain.refusals.network_key import NetworkFileSpoilt, WrongNetworkPassphrase
from ledger.storage import given_files, keys
from ledger.storage.keys import Effort

FORMAT = "satcha-network-key/1"
MOST_BYTES = 64 << 10
_FIGURES = ("memory_kib", "iterations", "lanes")


def new_file(name: str, passphrase: str) -> tuple[NetworkKey, bytes]:
    """A new pair of keys: the public one, and the text of the file with the private one.

    Raises:
        PassphraseShort, PassphraseGuessable: why not.
    """
    check_passphrase(passphrase, (name,))
    private, public = keys.new_pair()
    effort, salt = keys.effort_here(), keys.new_salt()
    plain: dict[str, object] = {
        "format": FORMAT,
        "name": name,
        "public": public.hex(),
        "memory_kib": effort.memory_kib,
        "iterations": effort.iterations,
        "lanes": effort.lanes,
        "salt": salt.hex(),
    }
    kek = keys.stretched(passphrase, salt, effort)
    wrapped = keys.wrap(kek, private, _about(plain)).hex()
    text = json.dumps({**plain, "wrapped": wrapped}, ensure_ascii=False, indent=1)
    return NetworkKey(name, public), text.encode()


def opened(path: Path, passphrase: str) -> tuple[NetworkKey, bytes]:
    """The public and the private key in a file.

    Raises:
        NetworkFileSpoilt: it is no such file, or somebody changed it.
        WrongNetworkPassphrase: the passphrase is another.
    """
    plain = _read(path)
    effort = Effort(*(plain[one] for one in _FIGURES))
    if not effort.is_within(keys.LEAST, keys.MOST):
        raise NetworkFileSpoilt(str(path))
    kek = keys.stretched(passphrase, bytes.fromhex(plain["salt"]), effort)
    wrapped = bytes.fromhex(plain.pop("wrapped"))
    private = keys.unwrap(kek, wrapped, _about(plain))
    if private is None:
        raise WrongNetworkPassphrase(str(path))
    return NetworkKey(plain["name"], bytes.fromhex(plain["public"])), private


def _read(path: Path) -> dict[str, Any]:
    written = given_files.small(path, MOST_BYTES)
    try:
        plain = json.loads((written or b"").decode())
        names = ("format", "name", "public", *_FIGURES, "salt", "wrapped")
        found = {name: plain[name] for name in names}
        whole = found["format"] == FORMAT and is_name(found["name"])
        whole = whole and all(type(found[name]) is int for name in _FIGURES)
        whole = whole and len(bytes.fromhex(found["public"])) == keys.KEY_BYTES
        whole = whole and len(bytes.fromhex(found["salt"])) == keys.SALT_BYTES
        bytes.fromhex(found["wrapped"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NetworkFileSpoilt(str(path)) from error
    if not whole:
        raise NetworkFileSpoilt(str(path))
    return found


def _about(plain: dict[str, Any]) -> bytes:
    return json.dumps(list(plain.values()), ensure_ascii=False, separators=(",", ":")).encode()
