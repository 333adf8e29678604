"""Where a line of Thai may be broken: between words, never inside a syllable.

Thai writes no spaces between words. A run is cut into the fewest unknown letters first, then into
the fewest words of the list (technology.md 1). Beside an unknown piece, mostly a name, the cut is
only kept where the spelling itself proves that a syllable ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

LONGEST_WORD = 30

_LISTS = Path(__file__).with_name("thai_words")
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")
_LEADING_VOWELS = frozenset("เแโใไ")
# Vowels and marks that hang on the letter before them, and the signs for "again" and "and so on".
_FOLLOWERS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ")
_SILENCER = "์"
_CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_SYLLABLE_ENDS = frozenset("ะำๆฯ")

_Cost = tuple[int, int]  # unknown letters, pieces


def split(text: str) -> list[str]:
    """The pieces of the text: Thai words and what stands between them; joined, the same text."""
    pieces: list[str] = []
    at = 0
    for run in _THAI.finditer(text):
        if run.start() > at:
            pieces.append(text[at : run.start()])
        pieces.extend(_thai_words(run.group()))
        at = run.end()
    if at < len(text):
        pieces.append(text[at:])
    return pieces


def clusters(text: str) -> list[str]:
    """The smallest pieces that stay readable: a letter with its marks and its leading vowel.

    A silenced letter (with การันต์) ends the syllable before it and stays with the letter there.
    """
    pieces: list[str] = []
    for letter in text:
        if pieces and (letter in _FOLLOWERS or pieces[-1][-1] in _LEADING_VOWELS):
            pieces[-1] += letter
        else:
            pieces.append(letter)
        if letter == _SILENCER and len(pieces) > 1 and pieces[-2][-1] in _CONSONANTS:
            silenced = pieces.pop()
            pieces[-1] += silenced
    return pieces


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """The shipped list and the field's own words, longer than one letter."""
    words: set[str] = set()
    for file in (_LISTS / "words_th.txt", _LISTS / "field_words.txt"):
        words.update(file.read_text("utf-8").split("\n"))
    # Sixty thousand words are not looked at one by one: it would hold up the window's start.
    words.difference_update(map(chr, range(0x0E01, 0x0E4F)), ("",))
    return frozenset(words)


@lru_cache(maxsize=4096)
def _thai_words(run: str) -> tuple[str, ...]:
    known = known_words()
    words: list[str] = []
    was_known = True
    for word in _cheapest(run, known):
        is_known = word in known
        if words and not (is_known and was_known) and not _surely_apart(words[-1], word):
            words[-1] += word
            was_known = False
        else:
            words.append(word)
            was_known = is_known
    return tuple(words)


def _surely_apart(left: str, right: str) -> bool:
    return right[0] in _LEADING_VOWELS or left[-1] in _SYLLABLE_ENDS


def _cheapest(run: str, known: frozenset[str]) -> list[str]:
    """Fewest unknown letters, then fewest pieces, then the longer piece first."""
    starts = _cluster_starts(run)
    best: dict[int, tuple[_Cost, int]] = {len(run): ((0, 0), len(run))}  # of the rest
    for nth in range(len(starts) - 2, -1, -1):
        start = starts[nth]
        for end in _ends(start, starts[nth + 1 :]):
            is_known = run[start:end] in known
            if not is_known and end != starts[nth + 1]:
                continue  # unknown letters go on cluster by cluster
            unknown, pieces = best[end][0]
            cost = (unknown if is_known else unknown + end - start, pieces + 1)
            if start not in best or cost <= best[start][0]:
                best[start] = (cost, end)
    return _walk(run, best)


def _cluster_starts(run: str) -> list[int]:
    return list(accumulate(map(len, clusters(run)), initial=0))


def _ends(start: int, later: list[int]) -> Iterator[int]:
    yield later[0]
    for end in later[1:]:
        if end - start > LONGEST_WORD:
            return
        yield end


def _walk(run: str, best: dict[int, tuple[_Cost, int]]) -> list[str]:
    words: list[str] = []
    start = 0
    while start < len(run):
        end = best[start][1]
        words.append(run[start:end])
        start = end
    return words
