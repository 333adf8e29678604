"""Receiving a package: whose it is, whose key signed it, and whether it belongs to one history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.domain.days import Month
from ledger.domain.network.register import Organisation, Register
from ledger.domain.network.submission import Manifest, Submission
from ledger.domain.refusals.network import (
    BookOfAnother,
    PackageForked,
    PackageOfOpenMonth,
    PackageOfOtherMonth,
    PackageOfPractice,
    PackageOlder,
    PackageUnsigned,
    UnknownBook,
    UnknownSigner,
)
from ledger.exchange.package_apart import Look
from ledger.exchange.package_reading import Package, read_package
from ledger.network.office import Office
from ledger.queries.handed_in import key_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a person at the office says about packages that she receives.

    ``organisation`` is whose the book is, for one that hands in for the first time; ``key`` the
    code of the key, as the cooperative's own paper has it; ``unsigned`` that it signs nothing;
    ``because`` why a package is taken that knows less than the last one; ``month`` the only month
    that is wanted.
    """

    organisation: str = ""
    key: str = ""
    unsigned: bool = False
    because: str = ""
    month: Month | None = None


NOTHING_CONFIRMED = Confirmed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a package: its version, and whether it is the first, the same or restated."""

    path: str
    organisation: str
    month: Month
    version: int
    act: int
    again: bool
    restated: bool


def receive(
    office: Office,
    path: Path,
    said: Confirmed = NOTHING_CONFIRMED,
    *,
    rehearse: bool = False,
    look: Look | None = None,
) -> Received:
    """Look at a package and keep it; with ``rehearse`` only look.

    It is opened in a process of its own; ``look`` is the one that looks at many of them.

    Raises:
        Refusal: those of ``read_package``, and why it is not this office's to keep.
        OSError: the file cannot be read.
    """
    package = read_package(path, look)
    manifest = package.manifest
    if said.month is not None and manifest.month != said.month:
        raise PackageOfOtherMonth(path.name, manifest.month, said.month)
    if manifest.practice:
        raise PackageOfPractice(path.name)
    if manifest.month.last >= office.today:
        raise PackageOfOpenMonth(path.name, manifest.month)
    organisation = _signed_by(_whose(office.register, manifest, said), package, said)
    earlier = office.submissions_of(organisation.code)
    same = [one for one in earlier if one.sha256 == package.sha256]
    if same:
        return _told(path, same[-1], again=True, restated=False)
    _check_history(organisation, manifest, earlier, said.because.strip())
    before = [one for one in earlier if one.month == manifest.month]
    submission = _submission(office, organisation, package, before, said)
    act = 0 if rehearse else office.keep(organisation, submission, package.content)
    restated = bool(before) and before[-1].figures != package.figures
    return _told(path, replace(submission, act=act), again=False, restated=restated)


def _told(path: Path, one: Submission, *, again: bool, restated: bool) -> Received:
    return Received(
        path=str(path),
        organisation=one.organisation,
        month=one.month,
        version=one.version,
        act=one.act,
        again=again,
        restated=restated,
    )


def _submission(
    office: Office,
    organisation: Organisation,
    package: Package,
    before: Sequence[Submission],
    said: Confirmed,
) -> Submission:
    return Submission(
        organisation=organisation.code,
        version=before[-1].version + 1 if before else 1,
        act=0,
        received_at=office.now,
        user="",
        manifest=package.manifest,
        figures=package.figures,
        public=package.public,
        sha256=package.sha256,
        because=said.because.strip(),
    )


def _whose(register: Register, manifest: Manifest, said: Confirmed) -> Organisation:
    """The organisation that hands in this book; a new book is its own from now on."""
    for one in register.organisations.values():
        if one.book == manifest.book:
            if said.organisation not in ("", one.code):
                raise BookOfAnother(said.organisation, one.code)
            return one
    found = register.organisation(said.organisation) if said.organisation else None
    if found is None and manifest.registration:
        found = register.known_as(manifest.registration)
    if found is None:
        raise UnknownBook(manifest.registration, manifest.name_th, manifest.name_en)
    if found.book:
        raise BookOfAnother(found.code, found.code)
    return replace(found, book=manifest.book)


def _signed_by(organisation: Organisation, package: Package, said: Confirmed) -> Organisation:
    """The organisation with the key that signed, when somebody has confirmed it."""
    if not package.public:
        if organisation.unsigned:
            return organisation
        if not said.unsigned or organisation.keys:
            raise PackageUnsigned(organisation.code)
        return replace(organisation, unsigned=True)
    code = key_code(package.public)
    if _letters(code) in {_letters(one) for one in organisation.keys}:
        return organisation
    if _letters(said.key) != _letters(code):
        raise UnknownSigner(organisation.code, code)
    # Whoever has signed once does not go back to no signature.
    return replace(organisation, keys=(*organisation.keys, code), unsigned=False)


def _check_history(
    organisation: Organisation, now: Manifest, earlier: Sequence[Submission], because: str
) -> None:
    """Whether the book went on from what the office has seen of it (trust.md T3).

    A person who says why may take an older file, and another history only of a book that itself
    declares that it went on from a copy. From then on that history is the one that counts.

    Raises:
        PackageOlder, PackageForked: it did not.
    """
    known = [one.manifest for one in _of_this_history(earlier)]
    if not known:
        return
    newest = max(known, key=lambda one: one.sequence)
    if because and now.restorations > newest.restorations:
        return
    if any(one.sequence == now.sequence and one.head != now.head for one in known):
        raise PackageForked(organisation.code, now.sequence)
    if now.sequence < newest.sequence:
        if because:
            return
        raise PackageOlder(organisation.code, now.sequence, newest.sequence)
    if now.perpetual.shrank_since(newest.perpetual):
        raise PackageForked(organisation.code, now.sequence)


def _of_this_history(earlier: Sequence[Submission]) -> Sequence[Submission]:
    """What was received since a restored book was taken on."""
    start = restorations = 0
    for at, one in enumerate(earlier):
        if one.because and one.manifest.restorations > restorations:
            start = at
        restorations = max(restorations, one.manifest.restorations)
    return earlier[start:]


def _letters(code: str) -> str:
    return "".join(code.split()).upper()
