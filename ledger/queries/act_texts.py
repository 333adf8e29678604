"""The free texts of an act, where they stand and which were erased (trust.md 6.2, 6.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.domain.fingerprint import marks_by_table
from ledger.domain.free_text import place_of
from ledger.domain.refusals.auditing import UnknownAct
from ledger.storage.columns import quoted
from ledger.storage.free_columns import free_columns
from ledger.storage.reading import Reader

NOWHERE = ("acts", "payload")
"""Where a text stands that only the command of its act says."""


@dataclass(frozen=True, slots=True)
class ActText:
    """A free text by its commitment; ``text`` is None where it was erased.

    ``places`` are the tables and columns in which it stands: one text may stand in several.
    """

    commitment: str
    text: str | None
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ActTexts:
    """Every free text of an act, in the order in which it was said."""

    act: int
    rows: tuple[ActText, ...]


def act_texts(reader: Reader, *, act: int) -> ActTexts:
    """The free texts of one act.

    Raises:
        UnknownAct: there is none of that number.
    """
    if reader.one("SELECT 1 FROM acts WHERE number = ?", (act,)) is None:
        raise UnknownAct(act)
    kept = {
        str(commitment): str(words)
        for commitment, words in reader.rows(
            "SELECT commitment, words FROM free_texts WHERE act = ?", (act,)
        )
    }
    gone = reader.rows("SELECT commitment FROM text_erasures WHERE of_act = ?", (act,))
    places = places_of(reader, act)
    return ActTexts(
        act,
        tuple(
            ActText(one, kept.get(one), places.get(one, (NOWHERE,)))
            for one in sorted({*kept, *(row[0] for row in gone)}, key=place_of)
        ),
    )


def places_of(reader: Reader, act: int) -> dict[str, tuple[tuple[str, str], ...]]:
    """By commitment the tables and columns in which the texts of an act stand."""
    ((marks,),) = reader.rows("SELECT marks FROM acts WHERE number = ?", (act,))
    tables = marks_by_table(str(marks))
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for table, column in free_columns():
        if table in tables:
            name = quoted((column,))
            for (commitment,) in reader.rows(
                f"SELECT DISTINCT {name} FROM {table} WHERE act = ? AND {name} <> ''", (act,)
            ):
                found[commitment] = (*found.get(commitment, ()), (table, column))
    return found


def erased_texts(reader: Reader) -> tuple[str, ...]:
    """Which free texts were erased, by their commitments; no word of the texts themselves."""
    rows = reader.rows("SELECT commitment FROM text_erasures ORDER BY commitment")
    return tuple(str(row[0]) for row in rows)


def texts_kept_again(reader: Reader, erased: Iterable[str]) -> tuple[str, ...]:
    """Those of an erasure list that this book still says: an older copy brought them back."""
    return tuple(
        one
        for one in sorted(erased)
        if reader.one("SELECT 1 FROM free_texts WHERE commitment = ?", (one,))
    )
