"""The words of the calendar: eras, weekdays, and the ways a day can be written."""

from __future__ import annotations

from enum import Enum
from typing import Literal

Form = Literal["long", "short", "numeric"]
Tongue = Literal["th", "en"]


class Era(Enum):
    """Which years are shown; days themselves are always kept in the common era."""

    BUDDHIST = "be"
    COMMON = "ce"


WEEKDAYS = {
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

ERA_SIGNS = {
    "th": {Era.BUDDHIST: "พ.ศ.", Era.COMMON: "ค.ศ."},
    "en": {Era.BUDDHIST: "BE", Era.COMMON: "CE"},
}
