"""A refusal said to people; the list of all sentences is loaded with the first one that is said.

The window starts without the list; ``reports.words.sentences`` holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.domain.refusals import Refusal
    from reports.words.voice import Voice


def sentence(refusal: Refusal, voice: Voice) -> str:
    """The refusal in the reader's words; ``both`` says it in Thai, then in English."""
    from reports.words.sentences import sentence as said

    return said(refusal, voice)


def sentence_of_cell(refusal: Refusal, heading: str, voice: Voice) -> str:
    """The same of a cell of a workbook, whose heading is what people see above it."""
    from ledger.domain.refusals import MissingField

    if isinstance(refusal, MissingField):
        return voice.tr("“{field}” is missing. Fill it in, then try again.").format(field=heading)
    return sentence(refusal, voice)
