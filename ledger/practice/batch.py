"""The acts of the practice book as lines of JSON, for whoever enters it through the console."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from ledger.domain.codec import plain_value
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.practice.diary import Done
from ledger.practice.making import FILE, tell
from ledger.usecases import name_of


def write_batch(
    path: Path, *, until: Month, members: int = 120, months: int = 14, seed: int = 1
) -> Path:
    """Write one command a line to ``path``; answers the file that founds the book.

    The second file lies beside it, ends in ``.new.json`` and is what ``satcha new --from`` takes.
    """
    with tempfile.TemporaryDirectory() as folder:
        story = tell(Path(folder) / FILE, members=members, months=months, seed=seed, until=until)
    path.write_text("".join(f"{line_of(done)}\n" for done in story.done), "utf-8")
    founding = path.with_suffix(".new.json")
    founding.write_text(_json(plain_value(story.founding)), "utf-8")
    return founding


def line_of(done: Done) -> str:
    """``{"id": …, "command": name, "json": {…}}`` in one line."""
    return _json({"id": done.command_id, **_named(done.command)})


def _named(command: Command) -> dict[str, object]:
    fields: dict[str, object] = plain_value(command)
    inner = getattr(command, "instead", None)
    if isinstance(inner, Command):
        fields["instead"] = _named(inner)
    return {"command": name_of(type(command)), "json": fields}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
