"""Calls of the console for tests: in this process, or as the program that users start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from desktop.console import run
from desktop.console.terminal import Terminal
from tests.tools.tree import ROOT

ENGLISH = {"LANG": "en_GB.UTF-8"}
PROGRAM = [sys.executable, "-m", "desktop"]


@dataclass(frozen=True)
class Answered:
    """What a call left behind: its number, and what it wrote on both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        (line,) = self.out.splitlines()
        return json.loads(line)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def refusal(self) -> str:
        """The name of what was refused; the other things a refusal must have are looked at."""
        told = json.loads(self.out.splitlines()[-1])
        assert set(told) >= {"refusal", "facts", "sentence"}
        assert set(told["sentence"]) == {"th", "en"}
        assert all(told["sentence"].values())
        assert self.err.strip()
        name: str = told["refusal"]
        return name


def call(
    *words: object,
    stdin: str | TextIO = "",
    surroundings: dict[str, str] | None = None,
    open_window: Callable[[Path | None], int] | None = None,
    ask_secret: Callable[[str], str] | None = None,
) -> Answered:
    """The call inside this process, for an English reader unless the surroundings say otherwise."""
    terminal = Terminal(
        incoming=StringIO(stdin) if isinstance(stdin, str) else stdin,
        out=StringIO(),
        err=StringIO(),
        surroundings=ENGLISH if surroundings is None else surroundings,
        open_window=open_window or _no_window,
        ask_secret=ask_secret,
    )
    code = run([str(word) for word in words], terminal)
    assert isinstance(terminal.out, StringIO)
    assert isinstance(terminal.err, StringIO)
    return Answered(code, terminal.out.getvalue(), terminal.err.getvalue())


def call_program(*words: object, stdin: str | bytes = "", **surroundings: str) -> Answered:
    """The call as users make it: the program in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *(str(word) for word in words)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        check=False,
        env=program_surroundings(**surroundings),
    )
    return Answered(done.returncode, done.stdout.decode(), done.stderr.decode())


def program_surroundings(**more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, **ENGLISH, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **more}


def a_book(folder: Path, **more: object) -> Path:
    """A new book; a housing cooperative that began in 2025 unless something else is said."""
    path = folder / "a.satcha"
    fields = {"name": "บ้านมั่นคง", "kind": "housing", "starts_on": "2025-01-01", **more}
    made = call("new", path, "--from", json.dumps(fields))
    assert made.code == 0, made.err
    return path


def done(book: Path, command: str, **fields: object) -> Any:
    """What a command answers that must not be refused."""
    answered = call("run", book, command, "--json", json.dumps(fields))
    assert answered.code == 0, answered.err
    return answered.json


def a_member(book: Path, **more: object) -> str:
    """A new member's number."""
    made = done(book, "admit-member", **{"person": {"given": "สมใจ"}, "on": "2025-01-02", **more})
    number: str = made["made"]["member"]
    return number


def _no_window(_: Path | None) -> int:
    raise AssertionError("no window was to be opened")
