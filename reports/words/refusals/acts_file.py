"""Sentences about a whole book that comes in as the file of its acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal
from ledger.domain.refusals import acts_file as refusals
from reports.words.voice import Voice


def acts_file_wrong(refusal: refusals.ActsFileWrong, voice: Voice) -> str:
    return voice.tr(
        "The file makes no sound book; it breaks at line {line}. "
        "Export it again from the book itself; no new book was made."
    ).format(line=refusal.line)


def acts_file_newer(refusal: refusals.ActsFileNewer, voice: Voice) -> str:
    return voice.tr(
        "The file has version {schema} of the tables, this program has version {ours}. "
        "Use the program that wrote it."
    ).format(schema=refusal.schema, ours=refusal.ours)


def file_not_signed(refusal: refusals.FileNotSigned, voice: Voice) -> str:
    return voice.tr(
        "{file} does not agree with its list, its signature or the key you named. Nothing was read "
        "from it; ask for it again from who made it."
    ).format(file=refusal.file)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.ActsFileNewer: acts_file_newer,
    refusals.ActsFileWrong: acts_file_wrong,
    refusals.FileNotSigned: file_not_signed,
}
