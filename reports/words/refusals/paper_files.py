"""Sentences about papers that do not become files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, paper_files
from reports.words.voice import Voice


def file_open_elsewhere(refusal: paper_files.FileOpenElsewhere, voice: Voice) -> str:
    return voice.tr(
        "{path} is open in another program, so it was not replaced. "
        "Close it there and save again, or choose another name."
    ).format(path=refusal.path)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    paper_files.FileOpenElsewhere: file_open_elsewhere,
}
