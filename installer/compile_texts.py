"""Makes the catalogues that the program reads quickly out of the ones that people edit.

Babel's own command is not used: it takes the sign in "7% of" for a place to fill, and fails.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def compile_texts(folder: Path = LOCALE) -> None:
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name, abort_invalid=True)
        # Written beside and then put in place, so that a kill never leaves half a catalogue.
        made = source.with_suffix(".mo.new")
        with made.open("wb") as file:
            write_mo(file, catalogue)
        made.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_texts()
