"""The calculators, which need no book, as calls of the console."""

from __future__ import annotations

from desktop.console.arguments import Call


def calculator_call(name: str) -> Call | None:
    return None


def calculator_calls() -> list[Call]:
    return []
