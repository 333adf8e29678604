"""Every planted bug is found: by the naive bookkeeper, by a rule, by the chain or by the audit."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.properties.bugs import BUGS
from tests.properties.counter import AnyDayAtTheCounter

# As many days at the counter as a bug may need; almost all are found on the first ones.
HUNT = settings(
    max_examples=60,
    stateful_step_count=60,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def test_enough_bugs_are_planted():
    assert len(BUGS) >= 25


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_found(monkeypatch, name):
    BUGS[name](monkeypatch)

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever cries out, it cries out
        run_state_machine_as_test(AnyDayAtTheCounter, settings=HUNT)
