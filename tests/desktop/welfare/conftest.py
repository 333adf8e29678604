"""Every test here starts from an open book with a welfare fund."""

from __future__ import annotations

import pytest

from tests.desktop.opened import kept_book, opened, plain_look
from tests.support.welfare import with_fund

__all__ = ["fund", "kept_book", "opened", "plain_look"]


@pytest.fixture
def fund(opened):
    """Member 0001 paid the year; two nights in hospital are worth 400, and 600 the most."""
    with_fund(opened.village)
    return opened
