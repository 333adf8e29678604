"""Every test here starts from an open book with a project, a grant, and leased land."""

from __future__ import annotations

import pytest

from ledger.domain.money import baht
from tests.desktop.opened import kept_book, opened, plain_look
from tests.support.projects import granted, insured, joined, leased, plot, received

__all__ = ["given", "kept_book", "opened", "plain_look"]


@pytest.fixture
def given(opened):
    """A project, half of a grant, and a rai of leased land with one plot of member 0001."""
    village = opened.village
    joined(village)
    granted(village)
    received(village, baht(50_000))
    leased(village)
    plot(village, "A-1", "50.5", "0001")
    insured(village)
    return opened
