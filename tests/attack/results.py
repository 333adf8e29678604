"""What a suite tried and what it found, as the certificate prints it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Result:
    """One suite: how often it tried, what went wrong, and which planted bugs it found.

    ``wrong`` must stay empty; every planted bug must be found, or the suite proves nothing.
    """

    name: str
    says: str
    seed: int
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    planted: dict[str, bool] = field(default_factory=dict)
    skipped: str = ""

    @property
    def holds(self) -> bool:
        return not self.wrong and all(self.planted.values())

    def note(self, wrong: str) -> None:
        if len(self.wrong) < 20:
            self.wrong.append(wrong)
