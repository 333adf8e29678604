"""Every test here starts from an open book with loans of both legs."""

from __future__ import annotations

import pytest

from ledger.domain.money import baht
from tests.desktop.opened import kept_book, opened, plain_look
from tests.support.books import START
from tests.support.lending import borrowing, contract, pay_out, with_types

__all__ = ["kept_book", "lent", "opened", "plain_look"]


@pytest.fixture
def lent(opened):
    """The opened book with a CODI loan and a loan to member 0001 that is late since February."""
    village = with_types(opened.village)
    source = borrowing(village)
    pay_out(village, source, baht(50_000))
    card = contract(village, "0001", baht(12_000), source=source)
    pay_out(village, card, baht(12_000), on=START)
    return opened


def asked_further(plan):
    """Somebody wants the rows of a plan that few contracts need."""
    plan.further.pick(value=True)
    plan.further.changed.emit()
