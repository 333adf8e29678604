"""All suites with how often each tries: a few for every change, more for a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.attack.crash import crashes
from tests.attack.faults import faults
from tests.attack.keys import guess_costs, plain_text, robots, slots
from tests.attack.processes import clocks, doubles, kills, meetings
from tests.attack.results import Result
from tests.attack.rights import forgeries, own_approvals, privileges, splits
from tests.attack.rooms import rooms
from tests.attack.tampering import (
    cells,
    clever,
    flipped_bytes,
    full_book,
    rolled_back,
    tricks,
)


def all_suites(folder: Path, seed: int, scale: int) -> Iterator[Result]:
    """One result after the other; each suite gets a folder of its own."""
    yield crashes(folder / "crash", seed=seed, images=800 * scale)
    yield faults(folder / "faults", seed=seed, tries=250 * scale)
    yield kills(folder / "kills", seed=seed, tries=30 * scale)
    yield rooms(folder / "rooms", seed=seed, tries=60 * scale)
    yield meetings(folder / "meetings", seed=seed, tries=20 * scale)
    yield doubles(folder / "doubles", seed=seed, tries=500 * scale)
    yield clocks(folder / "clocks", seed=seed, tries=250 * scale)
    spoilt = folder / "spoilt"
    whole = full_book(folder / "full")
    spoilt.mkdir()
    yield flipped_bytes(whole, spoilt, seed=seed, tries=500 * scale)
    yield cells(whole, spoilt, seed=seed, tries=250 * scale)
    yield clever(whole, spoilt, seed=seed, tries=30 * scale)
    yield rolled_back(folder / "old", seed=seed, tries=30 * scale)
    yield tricks(whole, spoilt, seed=seed)
    yield guess_costs(folder / "guess", seed=seed, measured=True)
    yield robots(folder / "robots", seed=seed, tries=1_000 * scale)
    yield slots(folder / "slots", seed=seed, tries=200 * scale)
    yield plain_text(folder / "plain", seed=seed)
    yield privileges(folder / "rights", seed=seed, tries=1_000)
    yield own_approvals(folder / "own", seed=seed, tries=40 * scale)
    yield splits(folder / "splits", seed=seed, tries=200 * scale)
    yield forgeries(folder / "forged", seed=seed, tries=200 * scale)
