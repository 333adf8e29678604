"""On what the figures were measured: the machine, the versions, and the exact commands."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from ledger.book import PROGRAM
from tests.bench.calls import BEANCOUNT, HLEDGER, LEDGER, READERS, Reader
from tests.bench.processes import version_of
from tests.bench.volume import Volume


def facts(found: Volume) -> str:
    """What a reader needs to judge the table, as Markdown; no folder of this machine in it."""
    size = found.size
    return f"""\
Books: {size.members:,} members, {size.months} months, {_volumes(found)}.
Machine: {_processor()}, {os.cpu_count()} cores, {_memory()}; {_system()}; load {_load()}.
Versions: {PROGRAM}, Python {platform.python_version()}, SQLite {sqlcipher.sqlite_version} through
sqlcipher3, {_versions()}.
A window is usable once it is painted and from then on answers each ping within a tenth of a second.
Medians of several runs after a warm-up; ours and what stands beside it take turns. The limits are
written through the same driver with the same settings (WAL, synchronous FULL) into a bare file
with two indexes that holds the same years.
Commands: {_commands()}.
"""


def _volumes(found: Volume) -> str:
    from tests.bench.volume import opened

    with opened(found.path, found.last_day) as book:
        (counts,) = book.ask(
            lambda reader: reader.rows(
                "SELECT (SELECT COUNT(*) FROM entries), (SELECT COUNT(*) FROM lines),"
                " (SELECT COUNT(*) FROM cards)"
            )
        )
    entries, lines, cards = counts
    megabytes = found.path.stat().st_size / 1_000_000
    return f"{entries:,} entries, {lines:,} lines, {cards:,} cards, {megabytes:.0f} MB"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.is_file():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 2**30:.0f} GiB memory"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)


def _load() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


def _versions() -> str:
    return ", ".join(version_of(one.program) or f"{one.program} not installed" for one in READERS)


def _commands() -> str:
    ours = ("satcha ask BOOK trial-balance", "satcha check BOOK", "satcha export BOOK ledger")
    theirs = [*map(_asking, (LEDGER, HLEDGER, BEANCOUNT)), _words(HLEDGER, HLEDGER.reading)]
    return ", ".join(f"`{one}`" for one in (*ours, *theirs))


def _asking(reader: Reader) -> str:
    return _words(reader, reader.balance)


def _words(reader: Reader, words: tuple[str, ...]) -> str:
    return " ".join((reader.program, *(f'"{one}"' if " " in one else one for one in words)))
