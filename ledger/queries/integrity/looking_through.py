"""The whole audit before a closing, remembered until the next act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Finding
from ledger.storage.reading import Reader

_REMEMBERED = "looked through"


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """The whole audit of a book that ended with this act, with what it found."""

    act: int
    findings: tuple[Finding, ...]


def look_through(
    reader: Reader, progress: Callable[[int, int], None] | None = None
) -> LookedThrough:
    """Audit the whole book; remembered for a closing that comes next, as long as it is open."""
    found = LookedThrough(_last_act(reader), audit(reader, progress).findings)
    if reader.memory is not None:
        reader.memory[_REMEMBERED] = found
    return found


def looked_through(reader: Reader) -> LookedThrough:
    """The audit of the book as it stands, made now unless it was made since the last act.

    The file is held alone, so that a look remains true until then.
    """
    known: LookedThrough | None = (reader.memory or {}).get(_REMEMBERED)
    return known if known and known.act == _last_act(reader) else look_through(reader)


def _last_act(reader: Reader) -> int:
    return int((reader.one("SELECT MAX(number) FROM acts") or (0,))[0] or 0)
