"""On what a paper is printed, where that is not its own sheet: half a page, a roll, two on one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from reports.document import A4, A5, ROLL_80, Document, two_up


class Sheet(Enum):
    """On what a paper is printed, where that is not its own sheet."""

    A4 = "a4"
    A5 = "a5"
    ROLL = "roll"
    TWO_ON_A4 = "two-on-a4"


_PAPER_OF = {Sheet.A4: A4, Sheet.A5: A5, Sheet.ROLL: ROLL_80}


def on_sheet(papers: Iterable[Document], sheet: Sheet | None) -> Iterable[Document]:
    """The papers on that kind of sheet, one at a time; as they are without one.

    Papers that are made for one sheet only, such as passbooks, stay on their own.
    """
    if sheet is None:
        return papers
    if sheet is Sheet.TWO_ON_A4:
        return two_up(papers)
    wanted = _PAPER_OF[sheet]
    return (one if one.bare else replace(one, paper=wanted) for one in papers)
