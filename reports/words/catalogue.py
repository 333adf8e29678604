"""The Thai texts, found and read once, when the first Thai sentence is asked for."""

from __future__ import annotations

import gettext
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from reports.words.po import read_po

_DOMAIN = "satcha"


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
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if edited.is_file():
        return EditedTexts(read_po(edited.read_text(encoding="utf-8")))
    return None


def _is_newer(edited: Path, compiled: Path) -> bool:
    return edited.is_file() and edited.stat().st_mtime_ns > compiled.stat().st_mtime_ns
