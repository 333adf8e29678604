"""The Thai texts, found and read once, when the first Thai sentence is asked for."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from reports.words.po import read_po

_DOMAIN = "satcha"
_MAGIC = 0x950412DE  # how a compiled catalogue begins


class Texts(Protocol):
    """What both kinds of catalogue answer; a text that is not in it comes back as it is."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, count: int, /) -> str: ...


@dataclass(frozen=True, slots=True)
class EditedTexts:
    """Translations read from the editable file, for the time before it is compiled."""

    translations: dict[str, str]

    def gettext(self, message: str, /) -> str:
        return self.translations.get(message, message)

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        # Thai has one plural form, filed under the singular message.
        return self.translations.get(one, one if count == 1 else many)


class CompiledTexts:
    """Translations of the compiled file, in the order of its messages; none has a context.

    Each is looked for when it is said: to read all five thousand holds up the window's start.
    """

    def __init__(self, file: bytes) -> None:
        magic, _, self._count, self._messages, self._texts = struct.unpack_from("<5I", file)
        if magic != _MAGIC:
            raise ValueError(f"not a compiled catalogue: {magic:x}")
        self._file = file
        self._known: dict[str, str | None] = {}

    def gettext(self, message: str, /) -> str:
        return self._find(message) or message

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        # Thai has one plural form, filed under the singular message and the plural one.
        return self._find(one) or (one if count == 1 else many)

    def _find(self, message: str) -> str | None:
        if message not in self._known:
            self._known[message] = self._looked_up(message)
        return self._known[message]

    def _looked_up(self, message: str) -> str | None:
        wanted = message.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._at(self._messages, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low < self._count and self._at(self._messages, low).split(b"\0")[0] == wanted:
            return self._at(self._texts, low).decode()
        return None

    def _at(self, table: int, place: int) -> bytes:
        length, start = struct.unpack_from("<2I", self._file, table + 8 * place)
        return self._file[start : start + length]


@cache
def thai_texts() -> Texts:
    """The Thai translations of this program; English stays where a text has none."""
    # Beside the packages in a checkout and in a bundle; under share/ where pip installed us.
    beside = Path(__file__).resolve().parents[2] / "locale"
    installed = Path(sys.prefix) / "share" / _DOMAIN / "locale"
    return texts_in(beside) or texts_in(installed) or EditedTexts({})


def texts_in(locale: Path) -> Texts | None:
    """The Thai catalogue of a locale folder: compiled, or edited where that is newer."""
    folder = locale / "th" / "LC_MESSAGES"
    compiled, edited = folder / f"{_DOMAIN}.mo", folder / f"{_DOMAIN}.po"
    if compiled.is_file() and not _is_newer(edited, compiled):
        return CompiledTexts(compiled.read_bytes())
    if edited.is_file():
        return EditedTexts(read_po(edited.read_text(encoding="utf-8")))
    return None


def _is_newer(edited: Path, compiled: Path) -> bool:
    return edited.is_file() and edited.stat().st_mtime_ns > compiled.stat().st_mtime_ns
