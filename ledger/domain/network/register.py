"""What a network office keeps: places, networks, and the organisations in both (domain.md 5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from ledger.domain.refusals.network import (
    BookOfAnother,
    PlaceWrong,
    UnknownNetwork,
    UnknownOrganisation,
    UnknownPlace,
)


class Level(Enum):
    """From a ward up to the nation; a place lies in one of a higher level."""

    WARD = "ward"
    CITY = "city"
    PROVINCE = "province"
    REGION = "region"
    NATION = "nation"


_ORDER = tuple(Level)


class NetworkKind(Enum):
    """What holds a network together: where it is, what it cares for, or what it does."""

    AREA = "area"
    ISSUE = "issue"
    FUNCTION = "function"
    SECTOR = "sector"


class OrganisationKind(Enum):
    """What an organisation is; city and welfare funds lend to cooperatives and take deposits."""

    COOPERATIVE = "cooperative"
    CITY_FUND = "city-fund"
    WELFARE_FUND = "welfare-fund"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    level: Level
    name_th: str
    name_en: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Network:
    code: str
    kind: NetworkKind
    name_th: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation; it may be in several networks.

    ``book`` is the number of the book it hands in, known since its first package; ``keys`` are the
    codes of signing keys that a person confirmed, ``unsigned`` that it has none. One that is
    ``closed`` is no longer expected to hand in.
    """

    code: str
    name_th: str
    name_en: str = ""
    kind: OrganisationKind = OrganisationKind.COOPERATIVE
    registration: str = ""
    place: str | None = None
    networks: tuple[str, ...] = ()
    telephone: str = ""
    keys: tuple[str, ...] = ()
    unsigned: bool = False
    book: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class OfficeName:
    """Whose office it is."""

    name_th: str
    name_en: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything by its code."""

    office: OfficeName
    places: Mapping[str, Place]
    networks: Mapping[str, Network]
    organisations: Mapping[str, Organisation]

    def organisation(self, code: str) -> Organisation:
        """The organisation of that code.

        Raises:
            UnknownOrganisation: there is none.
        """
        found = self.organisations.get(code)
        if found is None:
            raise UnknownOrganisation(code)
        return found

    def places_of(self, organisation: Organisation) -> dict[Level, Place]:
        """Where an organisation lies, by level."""
        found: dict[Level, Place] = {}
        at = organisation.place
        while at is not None and at in self.places:
            place = self.places[at]
            found[place.level] = place
            at = place.parent
        return found

    def known_as(self, number: str) -> Organisation | None:
        """The organisation that others name by this number: its registration, or its code."""
        for one in self.organisations.values():
            if one.registration == number:
                return one
        return self.organisations.get(number)


@dataclass(frozen=True, slots=True)
class Additions:
    """Places, networks and organisations to be entered, or entered anew with other fields."""

    places: tuple[Place, ...] = ()
    networks: tuple[Network, ...] = ()
    organisations: tuple[Organisation, ...] = ()


def with_added(register: Register, more: Additions) -> Register:
    """The register with these in it, when everything they name is there.

    Raises:
        UnknownPlace, PlaceWrong, UnknownNetwork, BookOfAnother: what does not fit.
    """
    made = Register(
        register.office,
        {**register.places, **{one.code: one for one in more.places}},
        {**register.networks, **{one.code: one for one in more.networks}},
        {**register.organisations, **{one.code: one for one in more.organisations}},
    )
    for place in made.places.values():
        _check_place(place, made)
    for one in more.organisations:
        if one.place is not None and one.place not in made.places:
            raise UnknownPlace(one.place)
        for network in one.networks:
            if network not in made.networks:
                raise UnknownNetwork(network)
    _check_books(made.organisations.values())
    return made


def _check_place(place: Place, register: Register) -> None:
    if place.parent is None:
        return
    parent = register.places.get(place.parent)
    if parent is None:
        raise UnknownPlace(place.parent)
    # Levels only rise, so no place can lie in itself by way of others.
    if _ORDER.index(parent.level) <= _ORDER.index(place.level):
        raise PlaceWrong(place.code, parent.code)


def _check_books(organisations: Iterable[Organisation]) -> None:
    """One book is one organisation's, and so is one registration number."""
    seen: dict[str, str] = {}
    for one in organisations:
        for what in (one.book, one.registration and f"/{one.registration}"):
            if what and seen.setdefault(what, one.code) != one.code:
                raise BookOfAnother(one.code, seen[what])
