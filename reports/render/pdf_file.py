"""The file format of PDF 1.7: objects written as they come, and the list of where they lie.

Nothing but places is kept, so a file of a thousand statements needs the memory of one. Small
objects go together into compressed streams. No clock and no chance: same objects, same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from typing import BinaryIO

from reports.render.pdf_places import Places

_EFFORT = 4  # of 9: a tenth larger than at 6, and a quarter more pages a second
_IN_ONE_STREAM = 100
_DEFLATED = b"/Filter/FlateDecode"


class PdfFile:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._written = 0
        self._sum = hashlib.sha256()
        self._places = Places()
        self._waiting: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n%\xc2\xb5\xc2\xb5\n")

    def reserve(self) -> int:
        """The number of an object that is written later."""
        return self._places.reserve()

    def put(self, body: bytes, number: int | None = None) -> int:
        """Write an object that holds no stream."""
        if number is None:
            number = self.reserve()
        self._waiting.append((number, body))
        if len(self._waiting) == _IN_ONE_STREAM:
            self._write_waiting()
        return number

    def put_stream(self, facts: bytes, content: bytes, number: int | None = None) -> int:
        """Write an object with a stream; ``facts`` are the entries of its dictionary."""
        number = number or self.reserve()
        packed = zlib.compress(content, _EFFORT)
        self._put_packed(facts + _DEFLATED, packed, number)
        return number

    def put_packed(self, facts: bytes, content: bytes) -> int:
        """Write a stream that is packed already (a JPEG); ``facts`` name the packing."""
        number = self.reserve()
        self._put_packed(facts, content, number)
        return number

    def close(self, *, catalog: int, info: int) -> None:
        """Write what is left, and the list of objects."""
        self._write_waiting()
        start = self._written
        number = self.reserve()
        self._places.at(number, start)
        identity = self._sum.hexdigest()[:32].encode("ascii")
        facts = b"/Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            len(self._places),
            catalog,
            info,
            identity,
            identity,
        )
        self._write_object(facts + _DEFLATED, _deflated(self._places.listing()), number)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _put_packed(self, facts: bytes, content: bytes, number: int) -> None:
        self._places.at(number, self._written)
        self._write_object(facts, content, number)

    def _write_object(self, facts: bytes, content: bytes, number: int) -> None:
        self._write(b"%d 0 obj\n<<%b/Length %d>>stream\n" % (number, facts, len(content)))
        self._write(content)
        self._write(b"\nendstream\nendobj\n")

    def _write_waiting(self) -> None:
        if not self._waiting:
            return
        holder = self.reserve()
        index: list[bytes] = []
        offset = 0
        for nth, (number, body) in enumerate(self._waiting):
            self._places.within(number, holder, nth)
            index.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b" "
        facts = b"/Type/ObjStm/N %d/First %d" % (len(index), len(head))
        bodies = b"\n".join(body for _, body in self._waiting)
        self._waiting.clear()
        self.put_stream(facts, head + bodies, holder)

    def _write(self, content: bytes) -> None:
        self._stream.write(content)
        self._sum.update(content)
        self._written += len(content)


def _deflated(parts: Iterable[bytes]) -> bytes:
    packing = zlib.compressobj(_EFFORT)
    return b"".join([*map(packing.compress, parts), packing.flush()])
