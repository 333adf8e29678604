"""How hard chance tries: little in the ordinary run, as much as there is in the attack."""

from __future__ import annotations

from hypothesis import settings

ORDINARY = 100


def is_attack() -> bool:
    return settings.default is not None and settings.default.max_examples > ORDINARY


def effort(examples: int, steps: int = 50) -> settings:
    """So many examples, and steps of a machine, in the ordinary run."""
    if is_attack():
        return settings()
    return settings(max_examples=examples, stateful_step_count=steps)
