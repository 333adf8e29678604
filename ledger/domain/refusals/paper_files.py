"""What stops a paper from becoming a file."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class FileOpenElsewhere(Trouble):
    """A file of that name is held by another program, so it cannot be replaced."""

    path: str
