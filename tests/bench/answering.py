"""When the windows of a program came, were painted and answered, seen from the screen's side.

The screen (X11) is spoken to directly, since no tool looks without polling through processes of
its own. A window is asked as window managers ask whether a program hangs: a ping (_NET_WM_PING)
that its event loop sends back when it gets to it, just as it gets to a key. Qt and GTK both do.
"""

from __future__ import annotations

import itertools
import select
import socket
import struct
import time
from dataclasses import dataclass, field
from pathlib import Path

_WATCH, _GEOMETRY, _ATOM, _PROPERTY, _SEND, _PICTURE = 2, 14, 16, 20, 25, 73
_FAILED, _REPLY, _UNMAPPED, _MAPPED, _TOLD = 0, 1, 18, 19, 33
_SENT = 0x80  # what somebody sent, not the screen
_OF_WINDOWS, _MASK = 0xA0000, 0x800  # events of the screen and of the windows on it are wanted
_ALL_PLANES, _POINTS = 0xFFFFFFFF, 2
_EVENT = 32  # bytes
_PATIENCE = 10.0
_SCREENS = Path("/", "tmp", ".X11-unix")


@dataclass(slots=True)
class Shown:
    """One window: when it came, when something was first seen in it, its pings and answers."""

    came: float
    painted: float | None = None
    asked: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)

    def usable(self, most: float) -> float | None:
        """The moment from which on it was painted and answered within so many seconds."""
        if self.painted is None:
            return None
        usable = None
        for number, asked in sorted(self.asked.items()):
            answered = self.answered.get(number)
            if answered is None and time.monotonic() - asked < most:
                break  # asked a moment ago
            if answered is None or answered - asked > most:
                usable = None
            elif usable is None:
                usable = answered
        return None if usable is None else max(usable, self.painted)


class Screen:
    """A connection to the screen that sees each window come, and asks it."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(_SCREENS / f"X{display.removeprefix(':')}"))
        self._read = b""
        self._sent = 0
        self._replies: dict[int, bytes] = {}
        self._pings = itertools.count(1)
        self.windows: dict[int, Shown] = {}
        self._root = self._greet()
        self._protocols, self._ping = self._atom("WM_PROTOCOLS"), self._atom("_NET_WM_PING")
        self._tell(_WATCH, 0, struct.pack("<III", self._root, _MASK, _OF_WINDOWS))

    def close(self) -> None:
        self._socket.close()

    def ask(self) -> None:
        """Ping every window that is there, and look whether it is painted by now."""
        for window, shown in list(self.windows.items()):
            number = next(self._pings)
            words = struct.pack("<IIIII", self._ping, number, window, 0, 0)
            event = struct.pack("<BBHII", _TOLD, 32, 0, window, self._protocols) + words
            shown.asked[number] = time.monotonic()
            self._tell(_SEND, 0, struct.pack("<II", window, 0) + event)
            if shown.painted is None and self._is_painted(window):
                shown.painted = time.monotonic()

    def hear(self, seconds: float) -> None:
        """Take for so long what comes from the screen."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._take(left)

    def largest(self) -> Shown | None:
        """The window that covers most: splash screens are gone by then, advice is smaller."""
        sizes = {window: self._size(window) for window in list(self.windows)}
        found = max(sizes, key=lambda window: sizes[window][0] * sizes[window][1], default=None)
        return None if found is None else self.windows.get(found)

    def _is_painted(self, window: int) -> bool:
        """Whether a line from its top to its bottom has more than one colour."""
        wide, high = self._size(window)
        words = struct.pack("<IhhHHI", window, wide // 3, 0, 1, high, _ALL_PLANES)
        picture = self._ask(_PICTURE, _POINTS, words)[_EVENT:]
        return len(set(struct.unpack(f"<{len(picture) // 4}I", picture))) > 1

    def _size(self, window: int) -> tuple[int, int]:
        wide, high = struct.unpack_from(
            "<HH", self._ask(_GEOMETRY, 0, struct.pack("<I", window)), 16
        )
        return wide, high

    def _atom(self, name: str) -> int:
        words = struct.pack("<Hxx", len(name)) + name.encode() + bytes(-len(name) % 4)
        (number,) = struct.unpack_from("<I", self._ask(_ATOM, 0, words), 8)
        return number

    def _greet(self) -> int:
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        told = self._exactly(struct.unpack_from("<H", self._exactly(8), 6)[0] * 4)
        vendor, formats = struct.unpack_from("<H", told, 16)[0], told[21]
        (root,) = struct.unpack_from("<I", told, 32 + (vendor + 3) // 4 * 4 + formats * 8)
        return root

    def _tell(self, code: int, detail: int, words: bytes) -> None:
        self._sent = (self._sent + 1) & 0xFFFF
        self._socket.sendall(struct.pack("<BBH", code, detail, 1 + len(words) // 4) + words)

    def _ask(self, code: int, detail: int, words: bytes) -> bytes:
        """The reply to a request; empty where the window went meanwhile."""
        self._tell(code, detail, words)
        mine = self._sent
        until = time.monotonic() + _PATIENCE
        while mine not in self._replies and time.monotonic() < until:
            self._take(_PATIENCE)
        return self._replies.pop(mine)

    def _take(self, seconds: float) -> None:
        if not self._read and not select.select([self._socket], [], [], seconds)[0]:
            return
        event = self._exactly(_EVENT)
        kind = event[0] & ~_SENT
        if kind == _REPLY:
            event += self._exactly(struct.unpack_from("<I", event, 4)[0] * 4)
            self._replies[struct.unpack_from("<H", event, 2)[0]] = event
        elif kind == _FAILED:
            self._replies[struct.unpack_from("<H", event, 2)[0]] = bytes(_EVENT)
        elif kind == _MAPPED:
            self.windows[struct.unpack_from("<I", event, 8)[0]] = Shown(time.monotonic())
        elif kind == _UNMAPPED:
            self.windows.pop(struct.unpack_from("<I", event, 8)[0], None)
        elif kind == _TOLD:
            ping, number, window = struct.unpack_from("<III", event, 12)
            if ping == self._ping and window in self.windows:
                self.windows[window].answered[number] = time.monotonic()

    def _exactly(self, count: int) -> bytes:
        while len(self._read) < count:
            more = self._socket.recv(1 << 16)
            if not more:
                raise EOFError
            self._read += more
        taken, self._read = self._read[:count], self._read[count:]
        return taken
