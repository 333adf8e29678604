"""A small reader of editable gettext catalogues, so that Thai works before one is compiled."""

from __future__ import annotations

import ast
import re

_LINE = re.compile(r'(msgid_plural|msgctxt|msgid|msgstr(?:\[\d+\])?)?\s*(".*")$')


def read_po(text: str) -> dict[str, str]:
    """Message → first translation; a message is left out when fuzzy, empty or with a context."""
    found: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        parts = _parts(block)
        message, translation = parts.get("msgid", ""), _first(parts)
        if message and translation and "msgctxt" not in parts and not _is_fuzzy(block):
            found[message] = translation
    return found


def _parts(block: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    key = ""
    for line in block.splitlines():
        match = _LINE.match(line.strip())
        if match is None:
            continue
        key = match[1] or key
        # A quoted line of a catalogue follows C, of which our texts use only what Python shares.
        parts[key] = parts.get(key, "") + str(ast.literal_eval(match[2]))
    return parts


def _first(parts: dict[str, str]) -> str:
    return parts.get("msgstr") or parts.get("msgstr[0]", "")


def _is_fuzzy(block: str) -> bool:
    return any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
