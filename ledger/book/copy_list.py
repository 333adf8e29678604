"""The list of a folder with copies: which were proved there, and when."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from ledger.domain.rotation import Copy
from ledger.storage.given_files import plain_list
from ledger.storage.moving import take_place

_LONGEST = 80  # letters of a name; whoever holds the stick can write anything into its list
LIST = "satcha-backups.json"


@dataclass(frozen=True, slots=True)
class Medium:
    """What a stick or disk is called, and the letters by which it is known again.

    ``outside`` remembers that somebody said that it is kept outside the PC.
    """

    identity: str
    name: str
    outside: bool = False


def medium_of(folder: Path) -> Medium | None:
    """The medium as the folder's list names it; None where there is none that can be read."""
    try:
        plain = (plain_list(folder / LIST) or {})["medium"]
        name = "".join(letter for letter in str(plain["name"]) if letter.isprintable())
        identity = str(plain["identity"])
        outside = plain.get("outside") is True
        return Medium(identity, name[:_LONGEST], outside) if identity.isalnum() else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def listed(folder: Path) -> list[Copy]:
    """What the folder's list says; without a list that can be read, nothing is known of it."""
    try:
        plain = plain_list(folder / LIST) or {}
        return [_copy(one) for one in plain["copies"]]
    except (ValueError, KeyError, TypeError):
        return []


def _copy(plain: dict[str, Any]) -> Copy:
    """A copy as the list names it.

    Raises:
        ValueError: whoever holds the stick named a file in another place, which would be removed.
    """
    made = Copy(**{**plain, "made_on": date.fromisoformat(plain["made_on"])})
    texts = (made.file, made.book, made.fingerprint, made.sha256)
    numbers = (made.through_act, made.size)
    if not all(isinstance(one, str) for one in texts) or {type(one) for one in numbers} != {int}:
        raise ValueError("of another kind")
    if not _is_name(made.file):
        raise ValueError("not in this folder")
    return made


def _is_name(file: str) -> bool:
    """Whether it is the name of a copy in the folder itself, for every system."""
    plain = PureWindowsPath(file).name == file and PurePosixPath(file).name == file
    return plain and ":" not in file and "\0" not in file and file.endswith(".satcha")


def write_list(folder: Path, medium: Medium | None, copies: Sequence[Copy]) -> None:
    rows = [{**asdict(one), "made_on": one.made_on.isoformat()} for one in copies]
    plain = {"copies": rows} if medium is None else {"medium": asdict(medium), "copies": rows}
    write_plain(folder / LIST, plain)


def write_plain(path: Path, plain: object) -> None:
    """Put a list in its place whole or not at all."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    with unfinished.open("w", encoding="utf-8") as written:
        json.dump(plain, written, ensure_ascii=False, indent=1)
        written.flush()
        os.fsync(written.fileno())
    take_place(unfinished, path)
