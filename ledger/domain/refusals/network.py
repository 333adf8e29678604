"""Refusals of sealed packages, and of the office that receives them."""

from __future__ import annotations

from ledger.domain.days import Month
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class NotAPackage(Refusal):
    """The file is no sealed package, whatever its name says."""

    path: str


@refusal
class PackageTooLarge(Refusal):
    """Far larger than the figures of a month, or it unpacks to far more than it is."""

    path: str


@refusal
class PackageSignatureWrong(Refusal):
    """The signature was not made with the key that the package names, or not under this text."""

    path: str


@refusal
class PackageChanged(Refusal):
    """The figures are not those that were sealed."""

    path: str


@refusal
class PackageUnreadable(Refusal):
    """The seal holds, and what is said at this place is still none of what a package says."""

    path: str
    place: str


@refusal
class PackageNewer(Refusal):
    """A later program made it."""

    path: str


@refusal
class PackageNotFooting(Refusal):
    """Sums that do not foot: how many, and the first one with what is said and what it makes."""

    path: str
    count: int
    place: str
    said: str
    added: str


@refusal
class PackageOfOpenMonth(Refusal):
    """The month was not closed, or not even over, when the package was made."""

    path: str
    month: Month


@refusal
class PackageOfPractice(Refusal):
    """The figures come from a practice book."""

    path: str


@refusal
class PackageOfOtherMonth(Refusal):
    """Another month was asked for."""

    path: str
    month: Month
    asked: Month


@refusal
class UnknownBook(Refusal):
    """The book of the package belongs to no organisation that the office knows."""

    registration: str
    name_th: str
    name_en: str


@refusal
class BookOfAnother(Refusal):
    """The organisation hands in another book, or the book is another organisation's."""

    organisation: str
    other: str


@refusal
class UnknownSigner(Refusal):
    """Nobody has confirmed yet that this key is the organisation's."""

    organisation: str
    code: str


@refusal
class PackageUnsigned(Refusal):
    """Nobody signed the package, and nobody has confirmed that this organisation signs none."""

    organisation: str


@refusal
class PackageOlder(Refusal):
    """The book knew less when the package was made than the office has seen of it."""

    organisation: str
    sequence: int
    known: int


@refusal
class PackageForked(Refusal):
    """The same act with another fingerprint, or totals that became less: another history."""

    organisation: str
    sequence: int


@refusal
class UnknownOrganisation(Refusal):
    """The office knows no organisation of that code."""

    organisation: str


@refusal
class UnknownNetwork(Refusal):
    """The office knows no network of that code."""

    network: str


@refusal
class UnknownPlace(Refusal):
    """The office knows no place of that code."""

    place: str


@refusal
class PlaceWrong(Refusal):
    """A place lies in one of a higher level: ward, city, province, region, nation."""

    place: str
    parent: str


@refusal
class NotHandedIn(Refusal):
    """The organisation has handed in nothing of the month, or no such version."""

    organisation: str
    month: Month


@refusal
class NotAnOffice(Refusal):
    """The file is no register of a network office."""

    path: str


@refusal
class OfficeBroken(Refusal):
    """What the office's file says at this act is not what was written then."""

    path: str
    act: int
