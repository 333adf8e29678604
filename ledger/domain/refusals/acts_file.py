"""Refusals of a whole book that comes in as the file of its acts."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class ActsFileWrong(Refusal):
    """The file makes no sound book: the line that breaks it, or the act that the audit named."""

    line: int


@dataclass(eq=False)
class ActsFileNewer(Refusal):
    """The file was written by a program with another schema."""

    schema: int
    ours: int


@dataclass(eq=False)
class FileNotSigned(Refusal):
    """The file, its list or the signature was changed, or another key signed it."""

    file: str
