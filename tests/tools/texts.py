"""Brings the sentences of the code into the catalogues, and keeps the translations they have.

Run as ``python -m tests.tools.texts --update [--merge FILE ...]`` (or ``make texts``).
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tests.tools.tree import PACKAGES, ROOT

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"tr": None, "tr_n": (1, 2), "N_": None}
TEMPLATE = Path("locale/satcha.pot")
THAI = Path("locale/th/LC_MESSAGES/satcha.po")

# What gettext writes about the moment of writing only makes noise in a diff.
_NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team'
    r"|Report-Msgid-Bugs-To): .*\n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue in step with the code, and what a person should know about how it came about."""

    catalogue: Catalog
    untranslated: tuple[Message, ...]
    dropped: tuple[str, ...]
    disputed: tuple[str, ...]


def extracted(root: Path = ROOT) -> Catalog:
    """All sentences of the code, with the notes for the translator."""
    catalogue = _empty(locale=None)
    for package in PACKAGES:
        found = extract_from_dir(
            root / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("note:",)
        )
        for file, line, message, notes, _context in found:
            catalogue.add(message, locations=[(f"{package}/{file}", line)], auto_comments=notes)
    return catalogue


def read(path: Path) -> Catalog:
    """The catalogue in a file; an empty one where there is none."""
    if not path.is_file():
        return _empty(locale="th")
    # A template has English's two forms of a plural, the Thai catalogue the one of its language.
    locale = None if path.suffix == ".pot" else "th"
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def singular(message: Message | str) -> str:
    """The English text by which a message is found; of a plural message the first form."""
    key = message if isinstance(message, str) else message.id
    return key if isinstance(key, str) else key[0]


def translation(message: Message) -> str:
    """The Thai text, empty where there is none; Thai has one form, also of plural messages."""
    text = message.string or ""
    return text if isinstance(text, str) else next(iter(text), "")


def entries(catalogue: Catalog) -> list[Message]:
    """Every message but the header."""
    return [message for message in catalogue if message.id]


def merged(template: Catalog, known: Iterable[Catalog]) -> Merged:
    """The messages of the template with the translations known; later catalogues overrule."""
    thai: dict[str, str] = {}
    disputed = []
    for number, catalogue in enumerate(known):
        for message in entries(catalogue):
            key, text = singular(message), translation(message)
            if not text or message.fuzzy:
                continue
            # The first catalogue is the project's own: overruling it is what a merge is for.
            if number > 1 and thai.get(key, text) != text:
                disputed.append(f"{key!r}: {thai[key]!r} or {text!r}")
            thai[key] = text
    made = _empty(locale="th")
    for message in entries(template):
        text = thai.get(singular(message), "")
        made.add(
            message.id,
            (text,) if message.pluralizable else text,
            auto_comments=message.auto_comments,
        )
    wanted = {singular(message) for message in entries(template)}
    return Merged(
        made,
        untranslated=tuple(message for message in entries(made) if not translation(message)),
        dropped=tuple(sorted(thai.keys() - wanted)),
        disputed=tuple(disputed),
    )


def as_text(catalogue: Catalog) -> str:
    """The file's content: sorted, without line numbers and dates, so that diffs stay small."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, no_location=True, sort_output=True, ignore_obsolete=True)
    return _NOISE.sub("", buffer.getvalue().decode("utf-8"))


def _empty(locale: str | None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Satcha",
        version="1",
        copyright_holder="the Satcha authors",
        header_comment="# Texts of Satcha. Terms: locale/glossary.tsv.",
        charset="utf-8",
        fuzzy=False,
    )


def _update(root: Path, fragments: list[Path]) -> int:
    template = extracted(root)
    result = merged(template, [read(root / THAI), *(read(path) for path in fragments)])
    (root / THAI).parent.mkdir(parents=True, exist_ok=True)
    (root / TEMPLATE).write_text(as_text(template), encoding="utf-8")
    (root / THAI).write_text(as_text(result.catalogue), encoding="utf-8")
    for text in result.dropped:
        print(f"dropped, no longer in the code: {text!r}", file=sys.stderr)
    for text in result.disputed:
        print(f"two translations, the later one taken: {text}", file=sys.stderr)
    for message in result.untranslated:
        print(f"untranslated: {singular(message)!r}", file=sys.stderr)
    count = len(entries(template))
    print(f"{count} texts, {count - len(result.untranslated)} translated")
    return 0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", required=True)
    parser.add_argument("--merge", type=Path, nargs="*", default=[], metavar="FILE")
    chosen = parser.parse_args(arguments)
    absent = [path for path in chosen.merge if not path.is_file()]
    if absent:
        parser.error(f"no such file: {', '.join(map(str, absent))}")
    return _update(ROOT, chosen.merge)


if __name__ == "__main__":
    sys.exit(main())
