"""The book under chance: whatever is done, both bookkeepers agree and every rule holds."""

from __future__ import annotations

from tests.properties.counter import AnyDayAtTheCounter
from tests.support.effort import effort

TestAnyDayAtTheCounter = AnyDayAtTheCounter.TestCase
TestAnyDayAtTheCounter.settings = effort(examples=30, steps=30)
