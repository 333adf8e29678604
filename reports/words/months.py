"""The words of the calendar: eras, months, weekdays, and the ways a day can be written."""

from __future__ import annotations

from enum import Enum
from typing import Literal

Form = Literal["long", "short", "numeric"]
Tongue = Literal["th", "en"]


class Era(Enum):
    """Which years are shown; days themselves are always kept in the common era."""

    BUDDHIST = "be"
    COMMON = "ce"


THAI_MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
THAI_SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WEEKDAYS = {
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

ERA_SIGNS = {
    "th": {Era.BUDDHIST: "พ.ศ.", Era.COMMON: "ค.ศ."},
    "en": {Era.BUDDHIST: "BE", Era.COMMON: "CE"},
}
