"""What a suite tried and what it found, as the certificate prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil


@dataclass(slots=True)
class Result:
    """One suite: how often it tried, what went wrong, and which planted bugs it found.

    ``wrong`` must stay empty and ``missed`` within a tenth; every planted bug must be found, or
    the suite proves nothing.
    """

    name: str
    says: str
    seed: int
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    planted: dict[str, bool] = field(default_factory=dict)
    skipped: str = ""
    missed: list[str] = field(default_factory=list)  # not found, where a tenth may stay so
    asked: int = 0  # so often trust.md 7.2 asks for in a night; nothing: everything was tried
    parts: int = 1

    @property
    def holds(self) -> bool:
        enough = len(self.missed) <= ceil(self.tried / 10)
        return not self.wrong and enough and all(self.planted.values())

    @property
    def said(self) -> str:
        found = self.tried - len(self.missed)
        return f"{self.says} ({found:,} found)" if self.missed else self.says

    def note(self, wrong: str) -> None:
        if len(self.wrong) < 20:
            self.wrong.append(wrong)


def together(parts: list[Result], *, asked: int, whole: bool) -> Result:
    """What the parts of one suite found, each with a seed of its own from the least one on."""
    first = min(parts, key=lambda one: one.seed)
    named = next((one for one in parts if one.says), first)  # one that broke off says nothing
    bugs = {bug for one in parts for bug in one.planted}
    made = Result(
        named.name,
        named.says,
        first.seed,
        sum(one.tried for one in parts),
        planted={bug: any(one.planted.get(bug) for one in parts) for bug in sorted(bugs)},
        skipped=named.skipped,
        missed=[missed for one in parts for missed in one.missed],
        asked=0 if whole else asked,
        parts=len(parts),
    )
    for one in parts:
        for wrong in one.wrong:
            made.note(f"seed {one.seed}: {wrong}")
    return made
