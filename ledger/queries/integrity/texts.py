"""Free texts beside the chain: each is what its act committed to, or was erased by another."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.free_text import commitments_in, place_of, text_commitment
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.columns import quoted
from ledger.storage.free_columns import free_columns
from ledger.storage.reading import Reader


def text_findings(reader: Reader) -> Iterator[Finding]:
    """Free texts that were changed, are missing, or that no act ever said (trust.md 6.2)."""
    kept = set()
    for commitment, salt, words, act in reader.connection.execute(
        "SELECT commitment, salt, words, act FROM free_texts"
    ):
        kept.add(commitment)
        if not _is_of(str(commitment), act, str(salt), str(words)):
            yield Finding(Fault.TEXT_CHANGED, "free_texts", str(commitment), act, str(words))
    erased = {row[0] for row in reader.rows("SELECT commitment FROM text_erasures")}
    promised = set()
    for table, commitment, act in _promised(reader):
        if commitment not in kept and commitment not in erased and commitment not in promised:
            yield Finding(Fault.TEXT_MISSING, "free_texts", str(commitment), act, found=table)
        promised.add(commitment)
    for commitment in sorted(kept - promised, key=str):
        yield Finding(Fault.ROW_ADDED, "free_texts", str(commitment))
    for commitment in sorted(kept & erased, key=str):
        yield Finding(Fault.ROW_ADDED, "free_texts", str(commitment))


def _promised(reader: Reader) -> Iterator[tuple[str, str, int]]:
    """Every commitment in the rows and the commands of acts, with its table and its act."""
    for table, column in free_columns():
        name = quoted((column,))
        for commitment, act in reader.connection.execute(
            f"SELECT {name}, act FROM {table} WHERE {name} <> ''"
        ):
            yield table, commitment, act
    for act, payload in reader.connection.execute(
        'SELECT number, payload FROM acts WHERE instr(payload, \'{"commitment":"\') > 0'
    ):
        for commitment in commitments_in(str(payload)):
            yield "acts", commitment, act


def _is_of(commitment: str, act: object, salt: str, words: str) -> bool:
    try:
        of_act, place = place_of(commitment)
    except ValueError:
        return False
    return of_act == act and text_commitment(of_act, place, salt, words) == commitment
