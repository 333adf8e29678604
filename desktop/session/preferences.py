"""How one user likes to read: language, text size, brightness; kept on the desk, per user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reports.words.voice import Voice

Tongue = Literal["th", "en"]

# The sizes that the look offers; named again because nothing here may know Qt.
SIZES = (100, 110, 125, 150, 175, 200)
# Idle minutes after which an encrypted book is locked.
LOCK_MINUTES = (2, 5, 10, 15, 30)
USUAL_LOCK_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Preferences:
    """One user's choice; ``percent`` is the size of the text."""

    language: Tongue = "th"
    percent: int = 100
    dark: bool = False
    lock_minutes: int = USUAL_LOCK_MINUTES

    @property
    def voice(self) -> Voice:
        return Voice(self.language)

    def in_other_language(self) -> Preferences:
        return replace(self, language="en" if self.language == "th" else "th")

    def in_other_light(self) -> Preferences:
        return replace(self, dark=not self.dark)

    def larger(self) -> Preferences:
        return replace(self, percent=min((s for s in SIZES if s > self.percent), default=SIZES[-1]))

    def smaller(self) -> Preferences:
        return replace(self, percent=max((s for s in SIZES if s < self.percent), default=SIZES[0]))

    def items(self) -> tuple[tuple[str, str], ...]:
        """As they are kept."""
        return (
            ("language", self.language),
            ("percent", str(self.percent)),
            ("dark", "dark" if self.dark else "light"),
            ("lock_minutes", str(self.lock_minutes)),
        )


def place_of(user: str) -> str:
    """The place of the desk where a user's preferences lie."""
    return f"preferences/{user}"


def preferences_from(kept: Mapping[str, str], otherwise: Preferences) -> Preferences:
    """What was kept; where something is missing or makes no sense, what the machine had before."""
    percent = kept.get("percent", "")
    sizes = [size for size in SIZES if str(size) == percent]
    language: Tongue = otherwise.language
    if kept.get("language") in ("th", "en"):
        language = "en" if kept["language"] == "en" else "th"
    dark = {"dark": True, "light": False}.get(kept.get("dark", ""), otherwise.dark)
    minutes = [count for count in LOCK_MINUTES if str(count) == kept.get("lock_minutes")]
    return Preferences(
        language,
        sizes[0] if sizes else otherwise.percent,
        dark,
        minutes[0] if minutes else otherwise.lock_minutes,
    )
