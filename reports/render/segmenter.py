"""Where a line of Thai may be broken: between words, never inside a syllable.

Thai writes no spaces between words. A run is cut into the fewest unknown letters first, then into
the fewest words of the list (technology.md 1). Beside an unknown piece, mostly a name, the cut is
only kept where the spelling itself proves that a syllable ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

LONGEST_WORD = 30
_TELLING = 2  # letters of a word by which it is looked for

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


def is_known(word: str) -> bool:
    """Whether it stands in the shipped list or is one of the field's own words."""
    return word in _known_from(word[:_TELLING])


@cache
def _known_from(beginning: str) -> frozenset[str]:
    """The words that begin with these two letters; one letter alone is no word.

    The shipped list is in the order of its letters, and only looked into where something begins
    so: to read all of its sixty thousand words would hold up the window's start.
    """
    if len(beginning) < _TELLING:
        return frozenset()
    shipped, start = _shipped(), beginning.encode()
    here = shipped[_line_from(shipped, start) : _line_from(shipped, start + b"\xff")]
    return frozenset((*here.decode().split("\n"), *_own_words().get(beginning, ())))


@cache
def _shipped() -> bytes:
    return (_LISTS / "words_th.txt").read_bytes()


@cache
def _own_words() -> dict[str, list[str]]:
    own: dict[str, list[str]] = {}
    for word in (_LISTS / "field_words.txt").read_text("utf-8").split():
        own.setdefault(word[:_TELLING], []).append(word)
    return own


def _line_from(lines: bytes, wanted: bytes) -> int:
    """Where the first line begins that does not stand before this one."""
    low, high = 0, len(lines)
    while low < high:
        begins = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        ends = lines.find(b"\n", begins) + 1
        if lines[begins:ends] < wanted:
            low = ends
        else:
            high = begins
    return low


@lru_cache(maxsize=4096)
def _thai_words(run: str) -> tuple[str, ...]:
    words: list[str] = []
    was_known = True
    for word in _cheapest(run):
        now_known = is_known(word)
        if words and not (now_known and was_known) and not _surely_apart(words[-1], word):
            words[-1] += word
            was_known = False
        else:
            words.append(word)
            was_known = now_known
    return tuple(words)


def _surely_apart(left: str, right: str) -> bool:
    return right[0] in _LEADING_VOWELS or left[-1] in _SYLLABLE_ENDS


def _cheapest(run: str) -> list[str]:
    """Fewest unknown letters, then fewest pieces, then the longer piece first."""
    starts = _cluster_starts(run)
    best: dict[int, tuple[_Cost, int]] = {len(run): ((0, 0), len(run))}  # of the rest
    for nth in range(len(starts) - 2, -1, -1):
        start = starts[nth]
        known = _known_from(run[start : start + _TELLING])
        for end in _ends(start, starts[nth + 1 :]):
            found = run[start:end] in known
            if not found and end != starts[nth + 1]:
                continue  # unknown letters go on cluster by cluster
            unknown, pieces = best[end][0]
            cost = (unknown if found else unknown + end - start, pieces + 1)
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
