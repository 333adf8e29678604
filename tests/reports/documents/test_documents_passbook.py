"""Lines of a passbook: whatever is printed on one stands beside the rest, never over it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from ledger.domain.money import baht
from ledger.queries.passbook import passbook
from ledger.queries.standing import letterhead
from reports.document import Align, Placed
from reports.documents.frame import Frame
from reports.documents.passbooks import calibration_paper, passbook_paper
from reports.render.lettering import Letters
from reports.words.events import event_name
from reports.words.voice import Voice
from tests.reports.documents.test_documents_golden import FIELDS, PRINTED

POINT = 254 / 72  # tenths of a millimetre
GAP = 3  # tenths of a millimetre that must stay white


def placed(document):
    return [one for one in document.blocks if isinstance(one, Placed)]


def overlapping(document):
    """Texts of one line that touch, or leave less than the gap."""
    letters = Letters(strong=False)
    lines: dict[int, list[tuple[float, float, str]]] = {}
    for one in placed(document):
        width = letters.width(one.text, one.size / 10) * POINT
        start = one.x - (width if one.align is Align.END else 0)
        lines.setdefault(one.y, []).append((start, start + width, one.text))
    pairs = [pair for line in lines.values() for pair in pairwise(sorted(line))]
    return [(left[2], right[2]) for left, right in pairs if left[1] + GAP > right[0]]


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("amount", [baht(5), baht(9_999_999, 99)])
def test_nothing_stands_over_anything_else(language, amount, small):
    ask = small.book.ask
    frame = Frame(ask(letterhead), Voice(language), PRINTED)
    answer = ask(passbook, **FIELDS["passbook"])
    moved = [replace(one, moved=replace(one.moved, balance=amount)) for one in answer.lines]
    shapes = [
        *(replace(one, moved=replace(one.moved, paid_in=amount)) for one in moved),
        *(replace(one, moved=replace(one.moved, paid_out=amount)) for one in moved),
    ]
    for event in ("deposit", "withdrawal", "transfer", "savings-interest"):
        lines = tuple(
            replace(one, line=nth, moved=replace(one.moved, event=event))
            for nth, one in enumerate(shapes, start=1)
        )
        assert overlapping(passbook_paper(replace(answer, lines=lines), frame)) == []


@pytest.mark.parametrize("amount", [baht(200), baht(9_999_999, 99)])
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_movement_taken_back_is_named_whole_or_is_just_a_reversal(language, amount, small):
    ask, voice = small.book.ask, Voice(language)
    answer = ask(passbook, **FIELDS["passbook"])
    (taken_back,) = (one for one in answer.lines if one.moved.reversal)
    line = replace(taken_back, moved=replace(taken_back.moved, paid_out=amount))
    frame = Frame(ask(letterhead), voice, PRINTED)
    _, item, *_ = placed(passbook_paper(replace(answer, lines=(line,)), frame))

    whole = event_name("deposit", voice, reversal=True)
    assert item.text == (whole if amount == baht(200) else event_name("reversal", voice))
    assert item.size >= 60


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_heads_of_the_calibration_sheet_stand_apart(language, small):
    ask = small.book.ask
    layout = ask(passbook, **FIELDS["passbook"]).layout
    frame = Frame(ask(letterhead), Voice(language), PRINTED)
    heads = placed(calibration_paper(layout, frame))
    line = [one for one in heads if one.y == layout.top and one.size == layout.size]

    assert len(line) == 5
    assert overlapping(replace(calibration_paper(layout, frame), blocks=tuple(line))) == []
