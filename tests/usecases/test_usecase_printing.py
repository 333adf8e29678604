"""Numbered papers are counted each time they are printed."""

from __future__ import annotations

from ledger.usecases.printing import RecordPrint


def test_the_first_print_is_the_original_and_later_ones_are_copies(village):
    made = [village.run(RecordPrint(paper=paper)).made for paper in ("R1", "R1", "R2", "R1")]

    assert made == [
        {"paper": "R1", "copy": 1},
        {"paper": "R1", "copy": 2},
        {"paper": "R2", "copy": 1},
        {"paper": "R1", "copy": 3},
    ]
