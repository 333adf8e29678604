"""The list of a folder with copies: which were proved there, and when."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ledger.domain.rotation import Copy
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
        plain = json.loads((folder / LIST).read_text("utf-8"))["medium"]
        name = "".join(letter for letter in str(plain["name"]) if letter.isprintable())
        identity = str(plain["identity"])
        outside = plain.get("outside") is True
        return Medium(identity, name[:_LONGEST], outside) if identity.isalnum() else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def listed(folder: Path) -> list[Copy]:
    """What the folder's list says; without a list that can be read, nothing is known of it."""
    try:
        plain = json.loads((folder / LIST).read_text("utf-8"))
        return [
            Copy(**{**one, "made_on": date.fromisoformat(one["made_on"])})
            for one in plain["copies"]
        ]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


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
