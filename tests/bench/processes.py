"""Whole processes measured from outside: the time by the wall clock, the memory by the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_MEASURED = Path(__file__).with_name("measured.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """The median time of a process in seconds, and the most memory it ever held in bytes."""

    seconds: float
    memory: int


class CommandFailed(Exception):
    """A measured command did not do its work, so its time means nothing."""


def cost_of(command: Sequence[str], *, runs: int, warm: bool = True) -> Cost:
    """Run a command so many times, after one that is not counted."""
    if warm:
        _run(command)
    measured = [_run(command) for _ in range(runs)]
    return Cost(median(one.seconds for one in measured), max(one.memory for one in measured))


def costs_of(commands: Sequence[Sequence[str]], *, runs: int) -> list[Cost]:
    """Several commands taking turns, so that a slow moment of the machine hits all of them."""
    measured: list[list[Cost]] = [[] for _ in commands]
    for _ in range(runs + 1):
        for command, costs in zip(commands, measured, strict=True):
            costs.append(_run(command))
    return [
        Cost(median(one.seconds for one in costs[1:]), max(one.memory for one in costs))
        for costs in measured
    ]


def _run(command: Sequence[str]) -> Cost:
    # From a small process: a child counts the memory of the one it came from as its own.
    told = subprocess.run(
        [sys.executable, "-S", "-E", str(_MEASURED), *command],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory, code = told.stdout.split()
    if int(code) != 0:
        raise CommandFailed(command[0], int(code))
    return Cost(float(seconds), int(memory))


def environment() -> dict[str, str]:
    """Ours, with compiled modules kept as on any user's machine."""
    return {name: value for name, value in os.environ.items() if name not in _UNUSUAL}


_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONDEVMODE", "PYTHONWARNINGS")


def satcha(*words: str) -> list[str]:
    """The command of the program as it is installed, else from this folder."""
    installed = Path(sys.executable).with_name("satcha")
    start = [str(installed)] if installed.exists() else [sys.executable, "-m", "desktop"]
    return [*start, *words]


def found_at(program: str) -> str | None:
    """Where a program lies: among the locked packages, else where the system has it."""
    beside = Path(sys.executable).with_name(program)
    return str(beside) if beside.exists() else shutil.which(program)


def version_of(program: str) -> str | None:
    """What an installed program says of its version; None where it is not installed."""
    path = found_at(program)
    if path is None:
        return None
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return said.stdout.splitlines()[0].split(",")[0] if said.stdout else program
