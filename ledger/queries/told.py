"""What the command of an act told, with its free texts as far as they are still kept."""

from __future__ import annotations

import json
from typing import Any

from ledger.domain.codec import canonical
from ledger.domain.free_text import ERASED, LENGTH, commitments_in
from ledger.storage.reading import Reader


def clear_payload(reader: Reader, payload: str) -> str | None:
    """The command as it was given, free texts in clear; None where one of them is gone.

    What people approve is the command as they read it, so approvals are of this text.
    """
    said = commitments_in(payload)
    kept = "SELECT 1 FROM free_texts WHERE commitment = ?"
    if any(reader.one(kept, (one,)) is None for one in said):
        return None
    return canonical(fields_told(reader, payload)) if said else payload


def fields_told(reader: Reader, payload: str, *, gone: str = ERASED) -> dict[str, Any]:
    """The fields of a command as JSON values; ``gone`` stands where a text was erased.

    Personal data stay commitments: who may see them reads them in the register.
    """

    def resolved(value: dict[str, Any]) -> Any:
        commitment = value.get("commitment")
        if len(value) != 1 or not isinstance(commitment, str) or len(commitment) != LENGTH:
            return value
        row = reader.one("SELECT words FROM free_texts WHERE commitment = ?", (commitment,))
        return gone if row is None else str(row[0])

    fields: dict[str, Any] = json.loads(payload, object_hook=resolved)
    return fields
