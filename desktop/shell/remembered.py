"""What this PC remembers between two starts: the books opened last, who worked, how they read."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.session.preferences import Preferences, preferences_from

_FILE = "desk.json"
_MOST = 8


@dataclass(frozen=True, slots=True)
class Remembered:
    """Nothing of the books themselves, only where they lie."""

    user: str = ""
    recent: tuple[Path, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)

    def with_opened(self, path: Path, *, user: str) -> Remembered:
        """The book stands first in the list now."""
        others = tuple(one for one in self.recent if one != path)
        return replace(self, user=user, recent=(path, *others)[:_MOST])

    def with_preferences(self, preferences: Preferences) -> Remembered:
        return replace(self, preferences=preferences)


def remembered_in(folder: Path) -> Remembered:
    """What lies in the folder; a missing or broken file is as good as none."""
    try:
        kept: Any = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(kept, dict):
        return Remembered()
    recent, preferred = kept.get("recent"), kept.get("preferences")
    paths = recent if isinstance(recent, list) else []
    items = preferred if isinstance(preferred, dict) else {}
    return Remembered(
        user=str(kept.get("user", "")),
        recent=tuple(Path(str(path)) for path in paths)[:_MOST],
        preferences=preferences_from(items, Preferences()),
    )


def remember_in(folder: Path, remembered: Remembered) -> None:
    """Write it whole or not at all; that a PC forgets is never a reason to stop working."""
    kept = {
        "user": remembered.user,
        "recent": [str(path) for path in remembered.recent],
        "preferences": dict(remembered.preferences.items()),
    }
    beside = folder / f"{_FILE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(folder / _FILE)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
