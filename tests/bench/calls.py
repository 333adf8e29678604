"""Calls of the console as whole processes, beside other programs that read the same books."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import Cost, cost_of, costs_of, found_at, satcha, version_of
from tests.bench.table import Row, absent, at_most_part, at_most_times, megabytes, seconds
from tests.bench.volume import Volume

_RUNS = 11
_READERS_RUNS = 3  # they take seconds each
_NOTE = re.compile(r"  ;.*")  # behind a posting or an account
_PLAN = (
    '{"principal": "100000.00", "annual_rate": "6", "instalments": 60,'
    ' "method": "equal_instalment", "interest": "declining", "day_count": "actual/365",'
    ' "disbursed": "2026-01-01",'
    ' "first_due": "2026-02-01"}'
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Another program: how it is asked for a trial balance, and for nothing but reading."""

    program: str
    format: str
    balance: tuple[str, ...]
    reading: tuple[str, ...]

    def command(self, journal: Path, words: tuple[str, ...]) -> list[str]:
        program = found_at(self.program) or self.program
        return [program, *(str(journal) if word == "JOURNAL" else word for word in words)]


LEDGER = Reader(
    "ledger", "ledger", ("-f", "JOURNAL", "balance", "--flat"), ("-f", "JOURNAL", "stats")
)
HLEDGER = Reader(
    "hledger", "hledger", ("-f", "JOURNAL", "balance", "--flat"), ("-f", "JOURNAL", "stats")
)
BEANCOUNT = Reader(
    "bean-query",
    "beancount",
    ("JOURNAL", "SELECT account, SUM(position) GROUP BY account"),
    ("JOURNAL", "SELECT COUNT(position)"),
)
READERS = (LEDGER, HLEDGER, BEANCOUNT)


def call_rows(found: Volume, folder: Path) -> list[Row]:
    question = satcha("ask", str(found.path), "trial-balance")
    ours = cost_of(question, runs=_RUNS)
    balances = {
        reader.program: cost_of(
            reader.command(_journal(found, reader, folder), reader.balance),
            runs=_READERS_RUNS,
            warm=False,
        )
        for reader in READERS
        if version_of(reader.program) is not None
    }
    return [
        *_of_starts(found),
        *_of_balances(ours, balances),
        _of_memory(ours, balances),
        _of_audit(found, folder),
    ]


def _of_starts(found: Volume) -> list[Row]:
    commands = {
        "a plan": (satcha("plan", _PLAN), 6),
        "an amount in words": (satcha("words", "1234.50"), 6),
        "a question to the book": (satcha("ask", str(found.path), "trial-balance"), 30),
    }
    nothing = [sys.executable, "-c", "pass"]
    base, *costs = costs_of([nothing, *(command for command, _ in commands.values())], runs=21)
    return [
        at_most_times(
            f"console, whole process: {what}",
            cost.seconds,
            base.seconds,
            times=times,
            name="`python -c pass`",
        )
        for (what, (_, times)), cost in zip(commands.items(), costs, strict=True)
    ]


def _of_balances(ours: Cost, balances: dict[str, Cost]) -> list[Row]:
    what = "trial balance as a console call, whole process"
    rows = []
    for reader, part in ((LEDGER, 8), (HLEDGER, 40)):
        peer = balances.get(reader.program)
        if peer is None:
            rows.append(absent(what, seconds(ours.seconds), reader.program, f"≤ 1/{part}"))
        else:
            rows.append(
                at_most_part(
                    what, ours.seconds, peer.seconds, part=part, show=seconds, name=reader.program
                )
            )
    beancount = balances.get(BEANCOUNT.program)
    if beancount is None:
        return [*rows, absent(what, seconds(ours.seconds), "beancount", "")]
    ratio = f"1/{beancount.seconds / ours.seconds:.1f}"
    beside = f"{seconds(beancount.seconds)} beancount"
    return [*rows, Row(what, seconds(ours.seconds), beside, ratio)]


def _of_memory(ours: Cost, balances: dict[str, Cost]) -> Row:
    what, peer = "memory of that call", balances.get(LEDGER.program)
    if peer is None:
        return absent(what, megabytes(ours.memory), LEDGER.program, "≤ 1/5")
    return at_most_part(what, ours.memory, peer.memory, part=5, show=megabytes, name="ledger")


def _of_audit(found: Volume, folder: Path) -> Row:
    what = "full audit, whole process"
    ours = cost_of(satcha("check", str(found.path)), runs=_READERS_RUNS, warm=False)
    if version_of(HLEDGER.program) is None:
        return absent(what, seconds(ours.seconds), HLEDGER.program, "faster than it reads")
    journal = _journal(found, HLEDGER, folder)
    peer = cost_of(HLEDGER.command(journal, HLEDGER.reading), runs=_READERS_RUNS, warm=False)
    return Row(
        what,
        seconds(ours.seconds),
        f"{seconds(peer.seconds)} hledger reading",
        f"1/{peer.seconds / ours.seconds:.1f}",
        "faster than it reads",
        ours.seconds < peer.seconds,
    )


def _journal(found: Volume, reader: Reader, folder: Path) -> Path:
    """The books as the program exports them, without the notes that only cost the reader time."""
    journal = folder / f"{found.path.stem}.{reader.format}"
    if not journal.exists():
        exported = folder / f"exported.{reader.format}"
        cost_of(
            satcha("export", str(found.path), reader.format, "--out", str(exported)),
            runs=1,
            warm=False,
        )
        with exported.open(encoding="utf-8") as whole, journal.open("w", encoding="utf-8") as bare:
            bare.writelines(_NOTE.sub("", line) for line in whole if not _is_note(line))
        exported.unlink()
    return journal


def _is_note(line: str) -> bool:
    return line.startswith(" ") and line.lstrip().startswith(";")
