"""What a disk may hold after the power went: the calls of a trace, as far as a disk must."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Call:
    """One call that the shim saw; ``number`` is an offset, a length, or what was marked."""

    letter: str
    path: str
    number: int
    data: bytes


def calls_in(trace: Path) -> list[Call]:
    raw, at, found = trace.read_bytes(), 0, []
    while at < len(raw):
        letter, length = chr(raw[at]), struct.unpack_from("<I", raw, at + 1)[0]
        at += 5
        path = raw[at : at + length].decode()
        at += length
        number, size = struct.unpack_from("<qQ", raw, at)
        at += 16
        found.append(Call(letter, path, number, raw[at : at + size]))
        at += size
    return found


@dataclass(slots=True)
class _File:
    """What is surely on the disk, and what was asked since the last sync, in order."""

    safe: bytearray
    pending: list[Call] = field(default_factory=list)

    def asked(self) -> bytearray:
        """Everything applied: what the system's memory holds."""
        found = bytearray(self.safe)
        for call in self.pending:
            _apply(found, call)
        return found

    def torn(self, chance: random.Random) -> bytearray:
        """Some of what is pending reached the disk, some of it by single sectors only."""
        found = bytearray(self.safe)
        for call in self.pending:
            fate = chance.random()
            if fate < 0.45:
                _apply(found, call)
            elif fate < 0.75 and call.letter == "W":
                for piece in _sectors(call):
                    if chance.random() < 0.5:
                        _apply(found, piece)
        return found


class Disk:
    """Files by name. Changes of the folder itself are taken to be ordered and kept at once."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {path: _File(bytearray(data)) for path, data in files.items()}

    def take(self, call: Call) -> None:
        files = self._files
        if call.letter in "WT":
            files.setdefault(call.path, _File(bytearray())).pending.append(call)
        elif call.letter == "S" and call.path in files:
            found = files[call.path]
            found.safe, found.pending = found.asked(), []
        elif call.letter == "U":
            files.pop(call.path, None)
        elif call.letter == "R" and call.path in files:
            files[call.data.decode()] = files.pop(call.path)
        elif call.letter == "L" and call.path in files:
            files[call.data.decode()] = files[call.path]
        elif call.letter == "O" and (call.number or call.path not in files):
            files[call.path] = _File(bytearray())

    def copy(self) -> Disk:
        """Another disk that holds the same and goes its own way from here."""
        other = Disk({})
        twins = {
            id(one): _File(bytearray(one.safe), list(one.pending)) for one in self._files.values()
        }
        other._files = {path: twins[id(one)] for path, one in self._files.items()}
        return other

    def lie(self, calls: Iterable[Call]) -> None:
        """Take calls as a disk does that says it has kept what it only has in its own memory."""
        for call in calls:
            if call.letter not in "SM":
                self.take(call)

    def states(self, chance: random.Random, torn: int) -> Iterator[dict[str, bytes]]:
        """All that was asked, only what is safe, and so many things in between."""
        yield {path: bytes(one.asked()) for path, one in self._files.items()}
        yield {path: bytes(one.safe) for path, one in self._files.items()}
        for _ in range(torn):
            yield {path: bytes(one.torn(chance)) for path, one in self._files.items()}


def _apply(found: bytearray, call: Call) -> None:
    if call.letter == "T":
        if call.number <= len(found):
            del found[call.number :]
        else:
            found.extend(bytes(call.number - len(found)))
        return
    end = call.number + len(call.data)
    if end > len(found):
        found.extend(bytes(end - len(found)))
    found[call.number : end] = call.data


def _sectors(call: Call) -> Iterator[Call]:
    for start in range(0, len(call.data), SECTOR):
        yield Call("W", call.path, call.number + start, call.data[start : start + SECTOR])
