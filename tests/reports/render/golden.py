"""Golden files: what a paper looked like when a person last agreed with it."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).with_name("golden")


def agrees(name: str, text: str) -> bool:
    """Whether the text is that of the golden file; GOLDEN=write writes it, to be reviewed."""
    file = _FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8") == text
