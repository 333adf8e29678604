"""The invented people of the practice book: households, names, numbers, and what they save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import resources
from itertools import count
from random import Random

from ledger.domain.identity import check_digit
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, baht

ZONES: Mapping[str, str] = {
    "A": "โซนริมคลอง",
    "B": "โซนตลาดเก่า",
    "C": "โซนสะพานไม้",
    "D": "โซนวัดใหม่",
}
_RELATIONS = ("คู่สมรส", "บุตร", "พี่น้อง")
_PEOPLE_A_HOUSEHOLD = (1, 1, 2, 2, 3)


class Habit(Enum):
    """How somebody pays, and in how many of a hundred months nothing comes."""

    PUNCTUAL = 0
    SOMETIMES_LATE = 25
    OFTEN_LATE = 55
    STOPPED = 100


_HABITS = (Habit.PUNCTUAL,) * 41 + (Habit.SOMETIMES_LATE,) * 6 + (Habit.OFTEN_LATE,) * 3


@dataclass(frozen=True, slots=True)
class Household:
    """People under one roof; one of them may pay for all."""

    code: str
    zone: str
    family: str
    address: str
    phone: str


@dataclass(slots=True)
class Resident:
    """A member as the diary remembers one: cards, promise, habit, and what is still owed.

    ``tied`` is somebody whose money is on hold or in a fixed deposit, and who therefore stays.
    """

    number: str
    household: Household
    cards: dict[str, int]
    promise: Money
    shares: Money
    habit: Habit
    owed_months: int = 0
    ahead_months: int = 0
    charges: list[tuple[int, Money]] = field(default_factory=list)
    entered: bool = False
    tied: bool = False
    loan: int | None = None
    present: bool = True

    @property
    def zone(self) -> str:
        return self.household.zone

    @property
    def savings(self) -> int | None:
        return self.cards.get("SAVINGS")


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Given names of men and women and family names, from our own list."""
    text = resources.files("ledger.practice").joinpath("names.tsv").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for row in text.splitlines()[1:]:
        kind, name = row.split("\t")
        found[kind] = (*found.get(kind, ()), name)
    return found


def households(chance: Random, people: int) -> list[Household]:
    """One household for each person to come, in an order of their joining; zones are even."""
    found: list[Household] = []
    codes = tuple(ZONES)
    for homes in count():
        if len(found) >= people:
            break
        zone, house = codes[homes % len(codes)], homes // len(codes) + 1
        home = Household(
            code=f"{zone}-{house:02d}",
            zone=zone,
            family=chance.choice(names()["family"]),
            address=f"{house}/{chance.randrange(1, 30)} {ZONES[zone]} ชุมชนริมน้ำสุขใจ",
            phone=f"080-000-{chance.randrange(10_000):04d}",
        )
        found.extend([home] * chance.choice(_PEOPLE_A_HOUSEHOLD))
    return found[:people]


def someone(chance: Random, home: Household, number: int) -> Person:
    """The invented person who becomes the member of that number."""
    woman = chance.randrange(100) < 58
    given = chance.choice(names()["woman" if woman else "man"])
    nominee = chance.choice(names()["man" if woman else "woman"])
    title = chance.choice(("นาง", "นางสาว")) if woman else "นาย"
    return Person(
        title=title,
        given=given,
        family=home.family,
        national_id=invented_id(number),
        born=f"{chance.randrange(1950, 2002)}-{chance.randrange(1, 13):02d}-15",
        address=home.address,
        phone=home.phone,
        nominee=f"{nominee} {home.family}",
        nominee_relation=chance.choice((*_RELATIONS, "บิดา" if woman else "มารดา")),
    )


def invented_id(number: int) -> str:
    """A national number with a right check digit that nobody has: none begins with nine."""
    twelve = f"90000{number:07d}"
    return twelve + str(check_digit(twelve))


def habit(chance: Random) -> Habit:
    return chance.choice(_HABITS)


def promise(chance: Random) -> Money:
    """What somebody promises to save every month."""
    return baht(chance.choice((50, 100, 100, 100, 150, 200, 200, 300, 500)))


def monthly_shares(chance: Random) -> Money:
    return baht(chance.choice((20, 50, 50, 100, 100, 150)))


def owed(resident: Resident) -> Money:
    """The charges that somebody has not paid."""
    return sum((amount for _, amount in resident.charges), ZERO)


def heads(residents: Sequence[Resident]) -> dict[str, list[Resident]]:
    """The residents by household, in the order of their numbers."""
    homes: dict[str, list[Resident]] = {}
    for resident in residents:
        homes.setdefault(resident.household.code, []).append(resident)
    return homes
