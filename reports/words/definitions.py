"""What the field's terms mean, in both languages, from the one list beside this module.

``definitions.tsv`` holds a term and its meaning per line; the terms are those of the glossary.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reports.words.sorting import thai_key
from reports.words.voice import Voice

_LIST = Path(__file__).with_name("definitions.tsv")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the field and what it means, in English and Thai."""

    english: str
    thai: str
    in_english: str
    in_thai: str

    def term(self, voice: Voice) -> str:
        """The term as a reader sees it, the first letter large."""
        return voice.name(self.thai, self.english[:1].upper() + self.english[1:])

    def meaning(self, voice: Voice) -> str:
        """What the term means, in one or two sentences."""
        return voice.name(self.in_thai, self.in_english)

    def stands_in(self, text: str) -> bool:
        """True when a text uses the term, in either language."""
        return self.thai.lower() in text.lower() or self.english.lower() in text.lower()

    def holds(self, other: Definition) -> bool:
        """True when the other term is a part of this one."""
        return other.english in self.english or other.thai in self.thai


@cache
def _all() -> tuple[Definition, ...]:
    with _LIST.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Definition(**row) for row in rows)


def definitions(voice: Voice) -> tuple[Definition, ...]:
    """Every definition, in the order of the reader's dictionary."""
    return tuple(sorted(_all(), key=lambda one: thai_key(one.term(voice))))


def used_in(texts: Iterable[str], voice: Voice) -> tuple[Definition, ...]:
    """The terms that texts use, in the order of the texts.

    A term that is only a part of a longer one found in the same text gives way to it: whoever asks
    about "accrued interest receivable" is not told first what interest is.
    """
    found: dict[Definition, None] = {}
    for text in texts:
        here = [one for one in definitions(voice) if one.stands_in(text)]
        here.sort(key=lambda one: -len(one.term(voice)))
        for number, one in enumerate(here):
            if not any(longer.holds(one) for longer in here[:number]):
                found.setdefault(one)
    return tuple(found)
