"""The terminal a call answers on: its streams and its surroundings, passed in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path  # loading it costs as much as starting Python

DONE, WANTING, REFUSED, TROUBLE, BUG = range(5)
STOPPED = 130  # what shells call a program that was stopped by Ctrl-C


@dataclass(frozen=True, slots=True)
class Terminal:
    """Answers for programs go to ``out``, words for people to ``err``.

    ``ask_secret`` asks whoever sits at the keys, without showing what is typed; None where nobody
    sits there, as in a script.
    """

    incoming: TextIO
    out: TextIO
    err: TextIO
    surroundings: Mapping[str, str]
    open_window: Callable[[Path | None], int]
    ask_secret: Callable[[str], str] | None = None

    def answer(self, text: str) -> None:
        self.out.write(f"{text}\n")

    def say(self, text: str) -> None:
        self.err.write(f"{text}\n")

    @property
    def language(self) -> str:
        """The language of the surroundings; Thai unless they ask for another one."""
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            words = self.surroundings.get(name, "")
            if words:
                return "en" if words.startswith("en") else "th"
        return "th"

    @property
    def has_screen(self) -> bool:
        """Whether a window can be seen here."""
        if self.surroundings.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
            return False
        if not sys.platform.startswith("linux"):
            return True
        return any(self.surroundings.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def open_terminal(open_window: Callable[[Path | None], int]) -> Terminal:
    """The terminal the program was started on: UTF-8 both ways on every system.

    What cannot be said in UTF-8, such as half a letter, is written as an escape; a program that
    was started by a double click on Windows has no streams at all.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    return Terminal(
        incoming=sys.stdin or StringIO(),
        out=sys.stdout or StringIO(),
        err=sys.stderr or StringIO(),
        surroundings=os.environ,
        open_window=open_window,
        ask_secret=_ask_secret if sys.stdin and sys.stdin.isatty() else None,
    )


def _ask_secret(prompt: str) -> str:
    from getpass import getpass

    try:
        return getpass(prompt)
    except EOFError:  # Ctrl-D: there is none
        return ""
