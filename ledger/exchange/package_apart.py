"""Opens sealed packages of others in a process of its own, with little memory and time.

trust.md 6.6: whatever a hostile file does to the one that unpacks and reads it happens there. Bytes
go in, a line for each package; what comes back are its three parts and, where what they say
is none of a package's, the name and the facts of the refusal. The seal is looked at afterwards by
whoever asked: nothing that this process says of it is believed.

    with looking_apart() as look:       # one process for all packages of a folder
        for path in paths:
            package = read_package(path, look)
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO, Any

from ledger.domain.codec import read_value
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network import (
    NotAPackage,
    PackageNewer,
    PackageNotFooting,
    PackageOfOpenMonth,
    PackageTooLarge,
    PackageUnreadable,
)
from ledger.exchange import apart
from ledger.exchange.package_parts import LARGEST_FILE, Looked, looked_at

Look = Callable[[bytes, str], Looked]

_LONGEST = 4 * LARGEST_FILE  # of an answer: the parts, written in letters
MOST_SECONDS = apart.MOST_SECONDS  # for each package
_REFUSALS: dict[str, type[Refusal]] = {
    one.__name__: one
    for one in (
        NotAPackage,
        PackageNewer,
        PackageNotFooting,
        PackageOfOpenMonth,
        PackageTooLarge,
        PackageUnreadable,
    )
}


@contextmanager
def looking_apart() -> Iterator[Look]:
    """Whoever looks at packages, as long as the block goes on."""
    reader = _MAKES()
    try:
        yield reader.look
    finally:
        reader.close()


class Apart:
    """The process; it is begun with the first package, and again after one that it did not bear."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def look(self, content: bytes, name: str) -> Looked:
        """What the process says of these bytes.

        Raises:
            NotAPackage, PackageTooLarge: there are no parts, or looking took too much.
        """
        asked = json.dumps([name, base64.b64encode(content).decode()]).encode()
        told = self._answered(asked + b"\n")
        if told is None:
            self.close()
            raise PackageTooLarge(name)
        return _looked(told)

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for end in (process.stdin, process.stdout):
                _shut(end)
            process.wait()

    def _answered(self, asked: bytes) -> Any:
        """The answer; None where the process was ended, or ended by itself."""
        process = self._process = self._process or _begun()
        if process.stdin is None or process.stdout is None:
            return None
        watch = Timer(MOST_SECONDS, process.kill)
        watch.start()
        try:
            process.stdin.write(asked)
            process.stdin.flush()
            line = process.stdout.readline(_LONGEST)
        except OSError:
            return None
        finally:
            watch.cancel()
        return json.loads(line) if line.endswith(b"\n") else None


class Here:
    """The twin for tests, in this process."""

    look = staticmethod(looked_at)

    def close(self) -> None:
        """Nothing was begun."""


def _begun() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", __name__, str(apart.MOST_MEMORY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=apart.surroundings(),
    )


def _shut(end: IO[bytes] | None) -> None:
    if end is not None:
        try:
            end.close()
        except OSError:
            return  # what was still to be written has no reader any more


def _looked(told: Any) -> Looked:
    parts = {part: base64.b64decode(text) for part, text in told["parts"].items()}
    if told["refusal"] is None:
        return Looked(parts)
    name, facts = told["refusal"]
    refusal: Refusal = read_value(_REFUSALS[name], facts)
    if not parts:
        raise refusal
    return Looked(parts, refusal)


_MAKES: Callable[[], Apart | Here] = Apart


def _main() -> None:
    """The other end: a line in for each package, a line out."""
    apart.limit_memory(int(sys.argv[1]))
    for line in sys.stdin:
        name, content = json.loads(line)
        sys.stdout.write(json.dumps(_told(base64.b64decode(content), name)) + "\n")
        sys.stdout.flush()


def _told(content: bytes, name: str) -> dict[str, Any]:
    try:
        looked = looked_at(content, name)
    except Refusal as refusal:
        return _refused({}, refusal)
    parts = {part: base64.b64encode(text).decode() for part, text in looked.parts.items()}
    return _refused(parts, looked.refusal)


def _refused(parts: dict[str, str], refusal: Refusal | None) -> dict[str, Any]:
    told = None if refusal is None else [refusal.name, refusal.facts()]
    return {"parts": parts, "refusal": told}


if __name__ == "__main__":
    _main()
