"""Consents: recorded with their paper, taken back at any time, and the photo goes with hers."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest

from ledger.domain.consents import ConsentTime, ConsentTo
from ledger.domain.days import plus_months
from ledger.domain.members import Leaving, Person
from ledger.domain.photos import Photo
from ledger.domain.refusals import FutureDay, NoPhoto, PersonErased, ReasonMissing, UnknownMember
from ledger.domain.refusals.consents import (
    AlreadyConsented,
    ConsentTooEarly,
    NoConsent,
    PhotoWithoutConsent,
)
from ledger.queries.consents import Kept, consent_form, consent_gaps, consents
from ledger.queries.integrity import audit
from ledger.queries.personal_data import personal_data
from ledger.queries.photo import member_photo
from ledger.usecases.consenting import RecordConsent, WithdrawConsent
from ledger.usecases.members import EndMembership, ErasePerson
from ledger.usecases.photographing import SetMemberPhoto
from tests.support.books import TODAY
from tests.support.pictures import jpeg
from tests.support.refused import refused

FACE, OLDER = jpeg(b"a face"), jpeg(b"an older face")
PHOTO, HEALTH = ConsentTo.PHOTO, ConsentTo.HEALTH
LATER = TODAY


def record(village, member, covers=PHOTO, on=TODAY, document="ย.12/2569"):
    return village.run(RecordConsent(member=member, covers=covers, on=on, document=document))


def withdraw(village, member, covers=PHOTO, on=TODAY, **more):
    return village.run(WithdrawConsent(member=member, covers=covers, on=on, **more))


def put(village, member, jpeg=FACE, **more):
    return village.run(SetMemberPhoto(member=member, photo=Photo(jpeg), **more))


def photo_of(village, member):
    return village.book.ask(member_photo, member=member).jpeg


def times(village, member):
    return village.book.ask(consents, member=member).rows


def gaps(village):
    return [(one.member, one.kept) for one in village.book.ask(consent_gaps).rows]


def test_a_consent_is_known_from_its_day_to_the_day_it_is_taken_back(village):
    member, _ = village.member()
    before = TODAY - timedelta(days=3)
    record(village, member, on=before)
    record(village, member, HEALTH, document="ย.13/2569")

    withdraw(village, member, document="ย.20/2569")
    record(village, member, document="ย.21/2569")

    first = ConsentTime(PHOTO, before, "ย.12/2569", TODAY, "ย.20/2569")
    again, health = ConsentTime(PHOTO, TODAY, "ย.21/2569"), ConsentTime(HEALTH, TODAY, "ย.13/2569")
    assert times(village, member) == (first, health, again)
    found = village.book.ask(consents, member=member)
    assert (found.in_force(PHOTO), found.in_force(HEALTH)) == (again, health)
    assert village.book.ask(personal_data, member=member).consents == found.rows
    assert village.book.ask(audit).findings == ()


def test_a_photo_is_not_taken_without_a_consent(village):
    member, _ = village.member()
    with refused(village.book, PhotoWithoutConsent, member=member):
        put(village, member)
    record(village, member, HEALTH)
    with refused(village.book, PhotoWithoutConsent, member=member):
        put(village, member)
    record(village, member)
    put(village, member)
    assert photo_of(village, member) == FACE
    assert gaps(village) == []


def test_photo_and_consent_come_in_one_act(village):
    member, _ = village.member()
    put(village, member, document="ย.12/2569")
    assert times(village, member) == (ConsentTime(PHOTO, TODAY, "ย.12/2569"),)
    put(village, member, OLDER)
    with refused(village.book, AlreadyConsented, member=member, covers="photo", on=TODAY):
        put(village, member, document="ย.13/2569")
    assert photo_of(village, member) == OLDER


def test_the_photo_goes_with_its_consent_and_so_do_those_it_replaced(village):
    member, _ = village.member()
    other, _ = village.member(person=Person(given="อื่น"))
    put(village, member, document="1")
    put(village, member, OLDER)
    put(village, other, document="2")

    assert withdraw(village, member).made == {"photo_erased": True}

    kept = [value for (value,) in village.rows("SELECT value FROM personal")]
    assert photo_of(village, member) is None
    assert base64.b64encode(OLDER).decode() not in kept
    assert kept.count(base64.b64encode(FACE).decode()) == 1  # the other's
    assert photo_of(village, other) == FACE
    assert village.book.ask(audit).findings == ()
    with refused(village.book, NoPhoto, member=member):
        village.run(SetMemberPhoto(member=member))
    with refused(village.book, PhotoWithoutConsent, member=member):
        put(village, member)


def test_a_consent_without_a_photo_is_taken_back_and_health_erases_no_photo(village):
    member, _ = village.member()
    record(village, member)
    assert withdraw(village, member).made == {"photo_erased": False}
    put(village, member, document="1")
    record(village, member, HEALTH)
    assert withdraw(village, member, HEALTH).made == {}
    assert photo_of(village, member) == FACE


def test_who_left_takes_her_consent_back_too_and_erased_data_take_none(village):
    member, _ = village.member()
    put(village, member, document="1")
    village.run(EndMembership(member=member, on=TODAY, why=Leaving.RESIGNED))
    withdraw(village, member)
    assert photo_of(village, member) is None
    village.run(ErasePerson(member=member, reason="ขอให้ลบ"))
    with refused(village.book, PersonErased, member=member):
        record(village, member)


def test_what_is_no_consent_is_refused(village):
    member, _ = village.member()
    with refused(village.book, NoConsent, member=member, covers="photo"):
        withdraw(village, member)
    with refused(village.book, ReasonMissing, field="document"):
        record(village, member, document=" ")
    with refused(village.book, FutureDay):
        record(village, member, on=plus_months(TODAY, 1))
    with refused(village.book, UnknownMember, member="0099"):
        record(village, "0099")
    record(village, member)
    with refused(village.book, AlreadyConsented, member=member, covers="photo", on=TODAY):
        record(village, member)
    early = TODAY - timedelta(days=1)
    with refused(village.book, ConsentTooEarly, on=early, since=TODAY):
        withdraw(village, member, on=early)
    withdraw(village, member)
    with refused(village.book, ConsentTooEarly, on=early, since=TODAY):
        record(village, member, on=early)
    with refused(village.book, NoConsent, member=member, covers="photo"):
        withdraw(village, member)


@pytest.mark.parametrize("covers", list(ConsentTo))
def test_the_form_asks_for_everything_that_needs_consent(village, covers):
    member, _ = village.member()
    form = village.book.ask(consent_form, member=member)
    assert covers in form.covers
    assert form.member.number == member


# ── what is kept without a consent ──────────────────────────────────────────────────────────────


def test_a_photo_from_before_consents_were_kept_is_listed_until_she_consents(village, monkeypatch):
    member, _ = village.member()
    with monkeypatch.context() as patch:
        patch.setattr("ledger.usecases.photographing._check_consent", lambda *_: None)
        put(village, member)
    [gap] = village.book.ask(consent_gaps).rows
    assert (gap.member, gap.covers, gap.kept) == (member, PHOTO, Kept.PHOTO)
    assert (gap.since, gap.withdrawn) == (TODAY, None)
    record(village, member)
    assert gaps(village) == []
