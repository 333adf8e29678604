"""A field for due days of a contract's own, with commas between them."""

from __future__ import annotations

import re
from datetime import date

from typing_extensions import override

from desktop.parts.day_state import DayEntry
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says

_BETWEEN = re.compile(r"[,;\s]+")


class DaysField(TextField):
    """Hands over the days in the order typed, in either era; None while one cannot be read."""

    def days(self) -> tuple[date, ...] | None:
        parts = [part for part in _BETWEEN.split(self.typed().strip()) if part]
        found = [day for part in parts if (day := DayEntry(part).day) is not None]
        return tuple(found) if len(found) == len(parts) else None

    @override
    def trouble(self) -> Says | None:
        if self.days() is not None:
            return super().trouble()
        return lambda voice: voice.tr(
            "Write days with commas between them, such as 31/1/2570, 30/6/2570."
        )
