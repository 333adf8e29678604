"""The photo in the register: kept beside the chain, shown, taken out, erased with the person."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.consents import ConsentTo
from ledger.domain.members import Leaving
from ledger.domain.photos import LARGEST_PHOTO, Photo, plain_jpeg
from ledger.domain.refusals import (
    NoPhoto,
    PersonErased,
    PhotoNotJpeg,
    PhotoTooLarge,
    UnknownMember,
)
from ledger.queries.integrity import audit
from ledger.queries.photo import member_photo
from ledger.usecases.consenting import RecordConsent
from ledger.usecases.members import EndMembership, ErasePerson
from ledger.usecases.photographing import SetMemberPhoto
from tests.support.books import TODAY
from tests.support.pictures import jpeg, segment
from tests.support.refused import refused

FACE = jpeg(b"a face")
OLDER = jpeg(b"an older face")


def somebody(village):
    """A member who consented to her photo."""
    member, _ = village.member()
    village.run(RecordConsent(member=member, covers=ConsentTo.PHOTO, on=TODAY, document="ย.1/2569"))
    return member


def photo_of(village, member):
    return village.book.ask(member_photo, member=member).jpeg


def put(village, member, jpeg=FACE, **door):
    return village.run(SetMemberPhoto(member=member, photo=Photo(jpeg)), **door)


def test_the_newest_photo_is_shown(village):
    member = somebody(village)
    assert photo_of(village, member) is None

    put(village, member)
    put(village, member, OLDER)

    assert photo_of(village, member) == OLDER
    assert village.book.ask(audit).findings == ()


def test_the_act_keeps_a_commitment_and_never_the_picture(village):
    member = somebody(village)

    act = put(village, member).act

    payload = village.one("SELECT payload FROM acts WHERE number = ?", (act,))
    assert base64.b64encode(FACE).decode() not in payload
    assert "commitment" in payload


def test_the_same_form_sent_twice_is_one_act(village):
    member = somebody(village)

    first = put(village, member, command_id="photo-1")
    again = put(village, member, command_id="photo-1")

    assert (again.act, again.repeated) == (first.act, True)


def test_a_photo_taken_out_is_erased_and_the_proof_stays(village):
    member = somebody(village)
    put(village, member)

    village.run(SetMemberPhoto(member=member))

    assert photo_of(village, member) is None
    assert base64.b64encode(FACE).decode() not in str(village.rows("SELECT value FROM personal"))
    assert village.book.ask(audit).findings == ()
    with refused(village.book, NoPhoto, member=member):
        village.run(SetMemberPhoto(member=member))


def test_erasing_the_person_erases_every_photo(village):
    member = somebody(village)
    put(village, member)
    put(village, member, OLDER)
    village.run(EndMembership(member=member, on=TODAY, why=Leaving.RESIGNED))

    village.run(ErasePerson(member=member, reason="asked for it"))

    assert photo_of(village, member) is None
    assert village.rows("SELECT value FROM personal") == []
    assert village.book.ask(audit).findings == ()
    with refused(village.book, PersonErased, member=member):
        put(village, member)


def test_a_picture_changed_with_a_tool_is_found(village):
    member = somebody(village)
    put(village, member)
    other = base64.b64encode(OLDER).decode()
    number = village.one("SELECT person FROM member_photos")

    def tamper(reader):
        reader.connection.execute("DROP TRIGGER personal_never_updated")
        reader.connection.execute("UPDATE personal SET value = ? WHERE number = ?", (other, number))
        return audit(reader)

    found = village.book.ask(tamper).findings

    assert ("personal", str(number)) in [(one.table, one.row) for one in found]


@pytest.mark.parametrize(
    ("jpeg", "why"),
    [
        (b"GIF89a", PhotoNotJpeg),
        (b"", PhotoNotJpeg),
        (FACE[:-1], PhotoNotJpeg),
        (jpeg(b"", width=65_535, height=65_535), PhotoNotJpeg),
        (b"\xff\xd8\xff\xe0 no picture \xff\xd9", PhotoNotJpeg),
        (FACE + bytes(LARGEST_PHOTO), PhotoTooLarge),
    ],
    ids=["gif", "nothing", "cut off", "unpacks to more", "no segments", "too large"],
)
def test_what_is_no_small_jpeg_is_refused(village, jpeg, why):
    member = somebody(village)

    with refused(village.book, why):
        put(village, member, jpeg)


def test_nobody_unknown_has_a_photo(village):
    with refused(village.book, UnknownMember, member="0099"):
        put(village, "0099")


def test_what_a_camera_wrote_beside_the_picture_is_not_kept(village):
    """Where it was taken, by whom, and a second picture behind the first (trust.md 6.6)."""
    member = somebody(village)
    notes = (segment(0xE1, b"Exif\0\0 13.7563 N 100.5018 E"), segment(0xFE, b"by Somchai"))
    colours = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")

    put(village, member, jpeg(b"a face", colours, *notes) + jpeg(b"another", *notes))

    assert photo_of(village, member) == jpeg(b"a face", colours)


@given(st.binary(max_size=60), st.integers(0, 60))
def test_whatever_the_bytes_are_a_picture_without_notes_stays_so(noise, at):
    whole = jpeg(b"a face", segment(0xE1, b"here"))
    spoilt = whole[:at] + noise + whole[at:]

    once = plain_jpeg(spoilt)

    assert once is None or plain_jpeg(once) == once
