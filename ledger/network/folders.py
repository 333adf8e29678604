"""All packages of a stick, one after the other: those of a book in the order it made them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.domain.refusals import Refusal
from ledger.exchange.package import ENDING
from ledger.exchange.package_apart import looking_apart
from ledger.network.office import Office
from ledger.network.receiving import NOTHING_CONFIRMED, Confirmed, Received, receive

_NAMED = re.compile(r"_(\d{4}-\d{2})_(\d{1,15})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Refused:
    """A package that is not received, and why: a refusal, or what the system said to reading it."""

    path: str
    why: Refusal | OSError


def packages_in(folder: Path) -> list[Path]:
    """The packages that lie in a folder, by month and act, as they are named when made."""
    return sorted(folder.glob(f"*{ENDING}"), key=_order)


def receive_each(
    office: Office,
    paths: Sequence[Path],
    said: Confirmed | Mapping[Path, Confirmed] = NOTHING_CONFIRMED,
    *,
    rehearse: bool = False,
) -> Iterator[Received | Refused]:
    """Receive these packages in their order; one that is refused stops none of the others.

    ``said`` is of all of them, or of each.
    """
    with looking_apart() as look:
        for path in paths:
            of_it = said if isinstance(said, Confirmed) else said.get(path, NOTHING_CONFIRMED)
            try:
                yield receive(office, path, of_it, rehearse=rehearse, look=look)
            except (Refusal, OSError) as why:
                yield Refused(str(path), why)


def _order(path: Path) -> tuple[str, int, str]:
    found = _NAMED.search(path.stem)
    return (found[1], int(found[2]), path.name) if found else ("9", 0, path.name)
