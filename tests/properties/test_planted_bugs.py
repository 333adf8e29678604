"""Every planted bug is found: by the naive bookkeeper, by a rule, by the chain or by the audit."""

from __future__ import annotations

import pytest

from tests.properties.bugs import BUGS
from tests.properties.counter import AnyDayAtTheCounter
from tests.properties.tour import walk


def gone_through() -> None:
    machine = AnyDayAtTheCounter()
    try:
        walk(machine)
    finally:
        machine.teardown()


def test_nothing_is_found_where_nothing_is_planted():
    gone_through()


def test_enough_bugs_are_planted():
    assert len(BUGS) >= 30


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_found(monkeypatch, name):
    BUGS[name](monkeypatch)

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever cries out, it cries out
        gone_through()
