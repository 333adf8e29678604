"""Words for a passphrase that nobody guesses: five of an own list, drawn by lot (trust.md 6.5).

The list is our own, of words that everybody can spell; five of its 589 make forty-six bits, as
much as four of two thousand. Lots are drawn by who calls: chance comes from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from ledger.domain.passphrases import weakness

WORDS = 5
_LIST = Path(__file__).with_name("passphrase_words.tsv")
_COLUMNS = ("th", "en")


@cache
def words_in(tongue: str) -> tuple[str, ...]:
    """The list in a language; English for any that it does not have."""
    column = _COLUMNS.index(tongue) if tongue in _COLUMNS else 1
    _, *rows = _LIST.read_text("utf-8").splitlines()
    return tuple(row.split("\t")[column] for row in rows)


def offered(tongue: str, lot: Callable[[int], int]) -> str:
    """Five words with spaces between; ``lot(n)`` draws a number below n."""
    words = words_in(tongue)
    while True:
        drawn = " ".join(words[lot(len(words))] for _ in range(WORDS))
        if weakness(drawn) is None:  # five times one word is drawn as rarely as it is guessed
            return drawn
