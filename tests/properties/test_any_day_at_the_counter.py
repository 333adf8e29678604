"""The book under chance: whatever is done, both bookkeepers agree and every rule holds."""

from __future__ import annotations

from hypothesis.stateful import run_state_machine_as_test

from tests.properties.counter import AnyDayAtTheCounter
from tests.support.effort import effort


def test_whatever_is_done_at_the_counter_both_bookkeepers_agree_and_every_rule_holds():
    run_state_machine_as_test(AnyDayAtTheCounter, settings=effort(examples=40, steps=40))
