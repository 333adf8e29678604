"""Sentences about sealed packages, and about the office that receives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal
from ledger.domain.refusals import network as office
from reports.words.labels import quoted
from reports.words.voice import Voice


def not_a_package(refusal: office.NotAPackage, voice: Voice) -> str:
    return voice.tr(
        "{path} is no sealed package. Ask the cooperative for the file that “Hand in” made."
    ).format(path=refusal.path)


def package_too_large(refusal: office.PackageTooLarge, voice: Voice) -> str:
    return voice.tr(
        "{path} is far larger than the figures of a month and was not opened. Ask the cooperative "
        "to hand in again."
    ).format(path=refusal.path)


def package_signature_wrong(refusal: office.PackageSignatureWrong, voice: Voice) -> str:
    return voice.tr(
        "The signature in {path} is not right: the file was changed or damaged after it was "
        "sealed. Ask the cooperative to hand in again."
    ).format(path=refusal.path)


def package_changed(refusal: office.PackageChanged, voice: Voice) -> str:
    return voice.tr(
        "The figures in {path} are not the ones that were sealed: somebody changed them, or the "
        "stick is damaged. Ask the cooperative to hand in again."
    ).format(path=refusal.path)


def package_unreadable(refusal: office.PackageUnreadable, voice: Voice) -> str:
    return voice.tr(
        "{path} was not made by this program: “{place}” in it is in no package. Ask the "
        "cooperative to hand in again."
    ).format(path=refusal.path, place=quoted(refusal.place))


def package_newer(refusal: office.PackageNewer, voice: Voice) -> str:
    return voice.tr(
        "{path} was made by a later version of the program. Update the program here first."
    ).format(path=refusal.path)


def package_not_footing(refusal: office.PackageNotFooting, voice: Voice) -> str:
    return voice.tr(
        "Figures in {path} do not add up, in {count} places; the first, “{place}”, says {said}, "
        "and its parts make {added}. Ask the cooperative to hand in again."
    ).format(
        path=refusal.path,
        count=voice.number(refusal.count),
        place=quoted(refusal.place),
        said=refusal.said,
        added=refusal.added,
    )


def package_of_open_month(refusal: office.PackageOfOpenMonth, voice: Voice) -> str:
    return voice.tr(
        "{month} was not closed yet when {path} was made, so its figures may still change. The "
        "cooperative closes the month and hands in again."
    ).format(month=voice.month(refusal.month), path=refusal.path)


def package_of_practice(refusal: office.PackageOfPractice, voice: Voice) -> str:
    return voice.tr(
        "{path} comes from a practice book. Its figures are invented and are not received."
    ).format(path=refusal.path)


def package_of_other_month(refusal: office.PackageOfOtherMonth, voice: Voice) -> str:
    return voice.tr(
        "{path} is the package of {month}, and {asked} was asked for. Choose the other package."
    ).format(path=refusal.path, month=voice.month(refusal.month), asked=voice.month(refusal.asked))


def unknown_book(refusal: office.UnknownBook, voice: Voice) -> str:
    return voice.tr(
        "The register knows no organisation that hands in the book of {name} (registration number "
        "{registration}). Enter the organisation first, or say which one it is."
    ).format(
        name=voice.name(refusal.name_th, refusal.name_en), registration=refusal.registration or "-"
    )


def book_of_another(refusal: office.BookOfAnother, voice: Voice) -> str:
    return voice.tr(
        "{organisation} cannot hand in this book: it belongs to {other}, or {organisation} hands "
        "in another one. Ask which of the two is right."
    ).format(organisation=refusal.organisation, other=refusal.other)


def unknown_signer(refusal: office.UnknownSigner, voice: Voice) -> str:
    return voice.tr(
        "The key that signed for {organisation} is not confirmed. Its code is {code}: compare it "
        "with the code on the hand-in slip of the cooperative, then confirm it."
    ).format(organisation=refusal.organisation, code=refusal.code)


def package_unsigned(refusal: office.PackageUnsigned, voice: Voice) -> str:
    return voice.tr(
        "Nobody signed the package of {organisation}. Confirm that this organisation has no "
        "signing key, or ask it to hand in with a signature."
    ).format(organisation=refusal.organisation)


def package_older(refusal: office.PackageOlder, voice: Voice) -> str:
    return voice.tr(
        "The package of {organisation} knows the book up to act {sequence}, and act {known} was "
        "received already: an older book was put back, or an old file was brought. Ask for a new "
        "package; after a declared restore take this one with a reason."
    ).format(
        organisation=refusal.organisation,
        sequence=voice.number(refusal.sequence),
        known=voice.number(refusal.known),
    )


def package_forked(refusal: office.PackageForked, voice: Voice) -> str:
    return voice.tr(
        "The book of {organisation} tells another history up to act {sequence} than the one that "
        "was received before. Something that was booked is gone or was changed: have the book "
        "audited."
    ).format(organisation=refusal.organisation, sequence=voice.number(refusal.sequence))


def unknown_organisation(refusal: office.UnknownOrganisation, voice: Voice) -> str:
    return voice.tr(
        "The register has no organisation {organisation}. Choose one from the register."
    ).format(organisation=quoted(refusal.organisation))


def unknown_network(refusal: office.UnknownNetwork, voice: Voice) -> str:
    return voice.tr("The register has no network {network}. Enter it first.").format(
        network=quoted(refusal.network)
    )


def unknown_place(refusal: office.UnknownPlace, voice: Voice) -> str:
    return voice.tr("The register has no place {place}. Enter it first.").format(
        place=quoted(refusal.place)
    )


def place_wrong(refusal: office.PlaceWrong, voice: Voice) -> str:
    return voice.tr(
        "{place} cannot lie in {parent}: a ward lies in a city, a city in a province, a province "
        "in a region, a region in the nation."
    ).format(place=quoted(refusal.place), parent=quoted(refusal.parent))


def not_handed_in(refusal: office.NotHandedIn, voice: Voice) -> str:
    return voice.tr("{organisation} has not handed in {month}, or not in that version.").format(
        organisation=quoted(refusal.organisation), month=voice.month(refusal.month)
    )


def not_an_office(refusal: office.NotAnOffice, voice: Voice) -> str:
    return voice.tr(
        "{path} is no file of a network office. Choose one that “network new” made."
    ).format(path=refusal.path)


def office_broken(refusal: office.OfficeBroken, voice: Voice) -> str:
    return voice.tr(
        "The file {path} was changed behind the program's back at act {act}. Nothing is read from "
        "it any more: take the newest copy that is whole."
    ).format(path=refusal.path, act=voice.number(refusal.act))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    office.NotAPackage: not_a_package,
    office.PackageTooLarge: package_too_large,
    office.PackageSignatureWrong: package_signature_wrong,
    office.PackageChanged: package_changed,
    office.PackageUnreadable: package_unreadable,
    office.PackageNewer: package_newer,
    office.PackageNotFooting: package_not_footing,
    office.PackageOfOpenMonth: package_of_open_month,
    office.PackageOfPractice: package_of_practice,
    office.PackageOfOtherMonth: package_of_other_month,
    office.UnknownBook: unknown_book,
    office.BookOfAnother: book_of_another,
    office.UnknownSigner: unknown_signer,
    office.PackageUnsigned: package_unsigned,
    office.PackageOlder: package_older,
    office.PackageForked: package_forked,
    office.UnknownOrganisation: unknown_organisation,
    office.UnknownNetwork: unknown_network,
    office.UnknownPlace: unknown_place,
    office.PlaceWrong: place_wrong,
    office.NotHandedIn: not_handed_in,
    office.NotAnOffice: not_an_office,
    office.OfficeBroken: office_broken,
}
