"""Sentences about the members' register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.identity import IdProblem
from reports.words.fields import field_name
from reports.words.labels import leaving_reason
from reports.words.voice import N_, Voice


def unknown_member(refusal: refusals.UnknownMember, voice: Voice) -> str:
    return voice.tr(
        "There is no member {member} in the register. Check the member number or search by name."
    ).format(member=refusal.member)


def member_exists(refusal: refusals.MemberExists, voice: Voice) -> str:
    return voice.tr("Member number {member} is taken. Give the new member another number.").format(
        member=refusal.member
    )


def member_left(refusal: refusals.MemberLeft, voice: Voice) -> str:
    return voice.tr(
        "Member {member} left on {day} ({why}), so nothing new can be entered. "
        "Check the member number and the day."
    ).format(
        member=refusal.member,
        day=voice.day(refusal.left_on),
        why=leaving_reason(refusal.why, voice),
    )


def not_yet_member(refusal: refusals.NotYetMember, voice: Voice) -> str:
    return voice.tr(
        "Member {member} joined on {joined}, after {day}. Check the member number and the day."
    ).format(member=refusal.member, joined=voice.day(refusal.joined), day=voice.day(refusal.day))


_ID_PROBLEMS = {
    IdProblem.NOT_DIGITS.value: N_(
        "The national ID number may hold only digits, spaces and hyphens. Copy it from the card."
    ),
    IdProblem.NOT_THIRTEEN.value: N_(
        "A national ID number has thirteen digits. Copy it from the card again."
    ),
    IdProblem.CHECK_DIGIT.value: N_(
        "The last digit of the national ID number does not fit the others, "
        "so one of them is mistyped. Compare it with the card."
    ),
}


def bad_national_id(refusal: refusals.BadNationalId, voice: Voice) -> str:
    known = _ID_PROBLEMS.get(refusal.problem)
    if known is not None:
        return voice.tr(known)
    return voice.tr(
        "The national ID number is not right ({problem}). Copy it from the card."
    ).format(problem=refusal.problem)


def national_id_taken(refusal: refusals.NationalIdTaken, voice: Voice) -> str:
    return voice.tr(
        "This national ID number is in the register already, for member {member}. "
        "Look at that member before adding the same person again."
    ).format(member=refusal.member)


def photo_too_large(refusal: refusals.PhotoTooLarge, voice: Voice) -> str:
    return voice.tr(
        "The photo has {size} kilobytes, and the register keeps up to {most}. "
        "Make the picture smaller and choose it again."
    ).format(size=voice.number(refusal.size // 1000), most=voice.number(refusal.most // 1000))


def photo_not_jpeg(refusal: refusals.PhotoNotJpeg, voice: Voice) -> str:
    return voice.tr(
        "The file chosen for member {member} is no JPEG picture. "
        "Save the photo as JPEG and choose it again."
    ).format(member=refusal.member)


def no_photo(refusal: refusals.NoPhoto, voice: Voice) -> str:
    return voice.tr(
        "The register holds no photo of member {member}, so there is none to take out. "
        "Check the member number."
    ).format(member=refusal.member)


def name_missing(refusal: refusals.NameMissing, voice: Voice) -> str:
    return voice.tr("“{field}” is empty. Write the name.").format(
        field=field_name(refusal.field, voice)
    )


def unknown_zone(refusal: refusals.UnknownZone, voice: Voice) -> str:
    return voice.tr(
        "There is no zone {zone} in this book. Choose one from the list or add it first."
    ).format(zone=refusal.zone)


def zone_exists(refusal: refusals.ZoneExists, voice: Voice) -> str:
    return voice.tr("Zone {zone} is in the book already. Use it, or choose another code.").format(
        zone=refusal.zone
    )


def member_has_balances(refusal: refusals.MemberHasBalances, voice: Voice) -> str:
    return voice.tr(
        "The cards of member {member} still hold {held}, so the membership cannot end yet. "
        "Pay out or transfer what is on the cards first."
    ).format(member=refusal.member, held=voice.money(refusal.held))


def member_owes_charges(refusal: refusals.MemberOwesCharges, voice: Voice) -> str:
    return voice.tr(
        "Member {member} still owes {owed} in fees and fines. "
        "Receive or cancel these charges first."
    ).format(member=refusal.member, owed=voice.money(refusal.owed))


def person_erased(refusal: refusals.PersonErased, voice: Voice) -> str:
    return voice.tr(
        "The personal data of member {member} were erased and cannot be brought back. "
        "The entries stay under the member number."
    ).format(member=refusal.member)


def still_member(refusal: refusals.StillMember, voice: Voice) -> str:
    return voice.tr(
        "The personal data of member {member} are needed while the membership lasts, "
        "so they cannot be erased yet. Enter the leaving first."
    ).format(member=refusal.member)


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownMember: unknown_member,
    refusals.MemberExists: member_exists,
    refusals.MemberLeft: member_left,
    refusals.NotYetMember: not_yet_member,
    refusals.BadNationalId: bad_national_id,
    refusals.NationalIdTaken: national_id_taken,
    refusals.PhotoTooLarge: photo_too_large,
    refusals.PhotoNotJpeg: photo_not_jpeg,
    refusals.NoPhoto: no_photo,
    refusals.NameMissing: name_missing,
    refusals.UnknownZone: unknown_zone,
    refusals.ZoneExists: zone_exists,
    refusals.MemberHasBalances: member_has_balances,
    refusals.MemberOwesCharges: member_owes_charges,
    refusals.PersonErased: person_erased,
    refusals.StillMember: still_member,
}
