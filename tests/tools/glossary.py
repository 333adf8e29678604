"""Holds translations against the glossary: one Thai word for one English term, everywhere."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.tools.tree import ROOT

GLOSSARY = Path("locale/glossary.tsv")

# Single words that mean one thing only in this field. Others ("book", "act", "balance") mean too
# many things to be looked for inside a sentence; they are held to it where they stand alone.
FIRM = frozenset(
    [
        "beneficiary",
        "bookkeeper",
        "cooperative",
        "dividend",
        "fingerprint",
        "guarantor",
        "heir",
        "passbook",
        "principal",
        "satang",
        "secretary",
        "treasurer",
    ]
)


@dataclass(frozen=True, slots=True)
class Term:
    """One English term and the Thai words that may stand for it."""

    english: str
    thai: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        return (
            re.search(rf"(?<![\w-]){re.escape(self.english)}s?(?![\w-])", text.lower()) is not None
        )

    def word_in(self, thai: str) -> str | None:
        """The glossary's word that this translation uses; the longest where one holds another."""
        used = [word for word in self.thai if word in thai]
        return max(used, key=len, default=None)


def terms(root: Path = ROOT) -> list[Term]:
    """The glossary, longest term first, alternatives paired where both sides have as many."""
    found: list[Term] = []
    with (root / GLOSSARY).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found += _terms_of_row(row["english"], row["thai"])
    return sorted(found, key=lambda term: (-len(term.english), term.english))


def breaches(
    glossary: Iterable[Term],
    translations: Mapping[str, str],
    other_sense: Iterable[tuple[str, str]] = (),
) -> list[str]:
    """What a reader of the glossary would not expect: another word, or two words for one term."""
    found: list[str] = []
    used: dict[Term, dict[str, str]] = defaultdict(dict)
    glossary, elsewhere = list(glossary), set(other_sense)
    for english, thai in sorted(translations.items()):
        for term in _terms_standing_in(english, glossary):
            if not thai or (term.english, english) in elsewhere:
                continue
            word = term.word_in(thai)
            if word is None:
                found.append(f"{english!r}: {thai!r} has no word for {term.english!r} {term.thai}")
            else:
                used[term].setdefault(word, english)
    for term, words in used.items():
        if len(words) > 1:
            found.append(f"{term.english!r} has {len(words)} Thai words: {words}")
    return found


def _terms_of_row(english: str, thai: str) -> list[Term]:
    names = [_outside_brackets(part).lower() for part in english.split(" / ")]
    words = [tuple(dict.fromkeys((part, _without_brackets(part)))) for part in thai.split(" / ")]
    if len(names) == len(words):
        return [Term(name, forms) for name, forms in zip(names, words, strict=True)]
    every = tuple(form for forms in words for form in forms)
    return [Term(name, every) for name in names]


def _outside_brackets(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)\s*", " ", text).strip()


def _without_brackets(text: str) -> str:
    # "กำไร(ขาดทุน)สุทธิ" is one word with a part that may be left out.
    return re.sub(r"\s*\([^)]*\)", "", text).strip()


def _terms_standing_in(english: str, glossary: list[Term]) -> list[Term]:
    """The terms to be found in the translation; a longer term hides the shorter ones inside it."""
    rest = english.lower()
    alone = re.sub(r"[:.…]+$", "", rest).strip()
    found = []
    for term in glossary:
        if alone in {term.english, f"{term.english}s"}:
            return [term]
        is_firm = " " in term.english or term.english in FIRM
        if is_firm and term.stands_in(rest):
            found.append(term)
            rest = re.sub(rf"\b{re.escape(term.english)}s?\b", "·", rest)
    return found
