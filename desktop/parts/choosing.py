"""What a chooser knows and decides, without Qt: the choices, the typed text, what it may mean."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from reports.words.search import best, is_number, means_number

MOST = 12  # as many as people look through before they type another letter


@dataclass(frozen=True, slots=True)
class Choice:
    """One of many: found by its name, typing slips allowed, or by its whole number."""

    key: Hashable
    name: str
    number: str = ""
    detail: str = ""

    @property
    def text(self) -> str:
        """As it stands in the field once it is chosen."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Choosing:
    """One state of a choice being made; typing takes back what was chosen."""

    choices: Sequence[Choice] = ()
    typed: str = ""
    chosen: Choice | None = None

    def with_typed(self, typed: str) -> Choosing:
        return replace(self, typed=typed, chosen=None)

    def with_choices(self, choices: Sequence[Choice]) -> Choosing:
        """Other choices; what was chosen stays when it is still there."""
        kept = self.chosen.key if self.chosen else None
        found = next((choice for choice in choices if choice.key == kept), None)
        return replace(self, choices=tuple(choices), chosen=found if kept is not None else None)

    def choose(self, key: Hashable) -> Choosing:
        """Take the choice with this key; none when there is no such choice."""
        found = next((choice for choice in self.choices if choice.key == key), None)
        return replace(self, chosen=found, typed="")

    @property
    def is_empty(self) -> bool:
        return self.chosen is None and not self.typed.strip()

    @property
    def offered(self) -> list[Choice]:
        """What the typed text can mean, best first; nothing once the choice is made."""
        if self.chosen is not None or not self.typed.strip():
            return []
        return best(
            self.typed,
            self.choices,
            name=lambda choice: choice.name,
            number=lambda choice: choice.number,
            most=MOST,
        )

    def settled(self) -> Choosing:
        """The only thing that the typed text can mean is chosen; between two nobody guesses."""
        offered = self.offered
        if len(offered) == 1:
            return self.choose(offered[0].key)
        for is_meant in (is_number, means_number):
            exact = [choice for choice in offered if is_meant(self.typed, choice.number)]
            if len(exact) == 1:
                return self.choose(exact[0].key)
        return self
