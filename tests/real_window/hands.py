"""The program as its own process on a virtual screen, with a person's hands on the keys.

Use:
    hands.start()
    hands.press("alt+2", *"250", "ctrl+Return")
    hands.pull_the_plug()
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60  # seconds that a busy machine gets before a test gives up
_LOOK = 0.05  # seconds between two looks
_QUIET = 6  # so many looks without any work mean that everything typed has been dealt with
_CPU = slice(11, 13)  # time in the program and in the system, after the name in /proc/PID/stat


@contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen of 1366×768 of one's own; answers its name for DISPLAY."""
    read, write = os.pipe()
    # Without -noreset the screen starts anew whenever nobody looks, and refuses who comes then.
    command = ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1366x768x24"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


class Hands:
    """Types into the window that has the keyboard; counts the keys of a member's line."""

    def __init__(self, display: str, book: Path, home: Path) -> None:
        self.book = Path(book)
        self.home = home
        self.pressed = 0
        self._display = display
        self._program: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Open the book's window and put the keyboard into it."""
        words = [sys.executable, "-m", "desktop", "window", str(self.book)]
        with self.said.open("ab") as said:
            self._program = subprocess.Popen(words, env=self._surroundings(), stderr=said)
        found = self._until(self._window)
        self.wait()
        self._xdotool("windowfocus", "--sync", found)

    @property
    def said(self) -> Path:
        """What the program said on its error stream; a good one says nothing."""
        return self.home / "said.txt"

    def press(self, *keys: str) -> None:
        """Press these keys one after the other and wait until they have been dealt with."""
        self.pressed += len(keys)
        self._xdotool("key", "--delay", "1", *keys)
        self.wait()

    def type(self, text: str) -> None:
        """Type a text into whatever has the keyboard."""
        self._xdotool("type", "--delay", "5", text)
        self.wait()

    def save_paper(self, path: Path) -> Path:
        """Ctrl+S on a paper that is shown, its place typed, and the answer read."""
        self.press("ctrl+s")
        self.type(str(path))
        self.press("Return")
        self._until(lambda: path.exists() and path.stat().st_size)
        self.wait()
        self.press("Return")
        return path

    def wait(self) -> None:
        """Until the program has nothing to do."""
        before, quiet = "", 0
        end = time.monotonic() + _PATIENCE
        while quiet < _QUIET and time.monotonic() < end:
            time.sleep(_LOOK)
            after = self._work()
            quiet = quiet + 1 if after == before else 0
            before = after

    def pull_the_plug(self) -> None:
        """The power goes: the program is killed where it stands."""
        if self._program is not None:
            self._program.kill()
            self._program.wait()
            self._program = None

    def _work(self) -> str:
        """The work done so far; another answer each time while the program wants the processor."""
        assert self._program is not None
        assert self._program.poll() is None, self.said.read_text()
        stat = Path(f"/proc/{self._program.pid}/stat").read_text().rpartition(")")[2].split()
        waits = stat[0] == "S"
        return " ".join(stat[_CPU]) if waits else f"at work {time.monotonic()}"

    def _window(self) -> str:
        assert self._program is not None
        assert self._program.poll() is None, self.said.read_text()
        words = ("xdotool", "search", "--onlyvisible", "--pid", str(self._program.pid))
        found = subprocess.run(words, env=self._surroundings(), capture_output=True, check=False)
        lines = found.stdout.decode().split()
        return lines[-1] if lines else ""

    def _until(self, look) -> str:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            time.sleep(_LOOK)
        raise AssertionError("nothing came on the screen")

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._surroundings(), check=True)

    def _surroundings(self) -> dict[str, str]:
        """A person's own folder, the screen, and no word to Qt to draw elsewhere."""
        found = {name: text for name, text in os.environ.items() if not name.startswith("QT_")}
        folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        return {**found, **dict.fromkeys(folders, str(self.home)), "DISPLAY": self._display}
