"""The list of what leaves the book together: each file by its SHA-256, signed as it is written.

The signature stands over the very bytes of the list and nothing is read out of it before they
were compared (trust.md 5). Files are named from a short list of letters, never by a path.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from ledger.domain.codec import canonical
from ledger.domain.fingerprint import code_of

FORMAT = "satcha-manifest/1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.signature.json"
MOST_BYTES = 1 << 20  # what is larger is no manifest
MOST_FILES = 200
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}(\.[a-z0-9]{1,8}){1,2}")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of the pack as it was written."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is handed over: of which book, up to which act, and every file of it."""

    kind: str
    book: str
    name_th: str
    name_en: str
    act: int
    fingerprint: str
    made_at: str
    made_by: str
    receiver: str
    files: tuple[ListedFile, ...]

    @property
    def code(self) -> str:
        """The short form of the head, as papers print it."""
        return code_of(bytes.fromhex(self.fingerprint))

    def to_bytes(self) -> bytes:
        plain = {"format": FORMAT, "code": self.code, **asdict(self)}
        return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed, with which public key; all hexadecimal text."""

    user: str
    public: str
    signature: str

    @property
    def key_code(self) -> str:
        """The short form of the public key, for a pin book."""
        return key_code(self.public)

    def to_bytes(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def key_code(public: str) -> str:
    """The short form of a public key: four groups that a person can compare."""
    return code_of(bytes.fromhex(public))


def signed_bytes(manifest: bytes) -> bytes:
    """What is signed: the name of the format, then the manifest byte by byte."""
    return canonical([FORMAT]).encode() + b"\n" + manifest


def read_manifest(written: bytes) -> Manifest | None:
    """The manifest in these bytes; None where they are none that is safe to follow."""
    try:
        plain = json.loads(written.decode())
        plain.pop("code")
        if plain.pop("format") != FORMAT or len(plain["files"]) > MOST_FILES:
            return None
        files = tuple(ListedFile(**one) for one in plain.pop("files"))
        made = Manifest(**plain, files=files)
        return made if _is_plain(made) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def read_signed(written: bytes) -> Signed | None:
    """The signature in these bytes; None where they are none."""
    try:
        made = Signed(**json.loads(written.decode()))
        good = all(isinstance(one, str) for one in asdict(made).values())
        return made if good and _HEX.fullmatch(made.public) else None
    except (ValueError, TypeError, RecursionError):
        return None


def is_name(name: str) -> bool:
    """Whether a file may be called so: no path, no device, nothing that another system reads."""
    return bool(_NAME.fullmatch(name)) and not _DEVICES.fullmatch(name)


def _is_plain(made: Manifest) -> bool:
    texts = (made.kind, made.book, made.name_th, made.name_en, made.made_at, made.made_by)
    return (
        all(map(_is_text, (*texts, made.receiver)))
        and type(made.act) is int
        and _is_hash(made.fingerprint)
        and _are_files(made.files)
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_files(files: Iterable[ListedFile]) -> bool:
    names = [one.name for one in files]
    return len(set(names)) == len(names) and all(
        _is_text(one.name)
        and is_name(one.name)
        and type(one.size) is int
        and one.size >= 0
        and _is_hash(one.sha256)
        for one in files
    )


def _is_hash(text: object) -> bool:
    return isinstance(text, str) and bool(_HEX.fullmatch(text))
