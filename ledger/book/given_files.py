"""The door to files of others, for those above who know nothing of storage."""

from __future__ import annotations

from ledger.storage.given_files import (
    ACTS_HEAD,
    ACTS_LINE,
    ENDLESS,
    JOURNAL_FILE,
    content,
    opened,
    small,
    text,
    whole_lines,
)

__all__ = [
    "ACTS_HEAD",
    "ACTS_LINE",
    "ENDLESS",
    "JOURNAL_FILE",
    "content",
    "opened",
    "small",
    "text",
    "whole_lines",
]
