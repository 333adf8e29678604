"""Names of commands, questions and papers as people type them."""

from __future__ import annotations

import re

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kebab(name: str) -> str:
    """``ReceiveVisit``, ``receive_visit`` and ``receive-visit`` are all ``receive-visit``."""
    return _WORD.sub("-", name).replace("_", "-").lower()
