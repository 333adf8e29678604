"""What the welfare area decides without windows: tiers as typed, the next step of a claim."""

from __future__ import annotations

import pytest

from desktop.welfare.state import read_tiers, separate, tiers_text
from ledger.domain.benefits import Tier
from ledger.domain.money import baht


@pytest.mark.parametrize(
    ("typed", "tiers"),
    [
        ("", ()),
        ("1: 3,000", (Tier(baht(3_000), 1),)),
        ("0+180: 3000; 3=10,000.50", (Tier(baht(3_000), 0, 180), Tier(baht(10_000, 50), 3))),
        ("๓: ๑๐,๐๐๐", (Tier(baht(10_000), 3),)),
        ("three: 10", None),
        ("3 10000", None),
    ],
)
def test_tiers_are_read_as_they_are_typed(typed, tiers):
    assert read_tiers(typed) == tiers


def test_tiers_are_written_as_they_are_read():
    tiers = (Tier(baht(3_000), 0, 180), Tier(baht(10_000), 3))

    assert read_tiers(tiers_text(tiers)) == tiers


def test_things_are_separated_by_semicolons_or_lines():
    assert separate("ใบรับรองแพทย์; สูติบัตร\n ") == ("ใบรับรองแพทย์", "สูติบัตร")
