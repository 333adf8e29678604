"""Approvals and closings are signed personally; what was signed cannot be changed (RM4)."""
# ruff: noqa: S608, ISC004 - statements over tables of our own

from __future__ import annotations

import pytest

from ledger.book.signing import make_signing_key
from ledger.domain.days import Month
from ledger.domain.people import UserRole
from ledger.domain.refusals import WrongKind
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.keys import PassphraseShort
from ledger.domain.refusals.people import (
    NameMissingForKey,
    NoSigningKey,
    SignatureMissing,
    WrongSigningPassphrase,
)
from ledger.domain.signing import Signature, SigningKey
from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault
from ledger.queries.integrity.other_person import approval_findings
from ledger.queries.integrity.rights import rights_findings
from ledger.queries.integrity.signatures import signature_findings
from ledger.storage.reading import Reader
from ledger.usecases.approving import Approve, RequestApproval
from ledger.usecases.closing import CloseMonth, ReopenMonth
from ledger.usecases.signing import SetSigningKey
from ledger.usecases.user_keeping import NameUsers, NewUser
from tests.support.books import found_village
from tests.support.quick_keys import quick_guesses
from tests.support.raw import copy_of, stranger, tampered
from tests.support.refused import refused

HERS, OTHERS, NEWER = "เรือใบสีขาวลำเล็ก", "ม้าหมุนสีแดงตัวโต", "ต้นมะม่วงหลังบ้านเรา"
JANUARY = CloseMonth(month=Month(2026, 1))
REOPENING = ReopenMonth(month=Month(2026, 1), reason="ใบเสร็จตกค้าง")


@pytest.fixture(scope="module", autouse=True)
def _quick():
    with quick_guesses():
        yield


def named(village):
    village.run(
        NameUsers(
            users=(
                NewUser(name="แดง", roles=(UserRole.ADMINISTRATOR, UserRole.TREASURER)),
                NewUser(name="ดำ", roles=(UserRole.APPROVER,)),
            )
        )
    )
    village.book.user = "ดำ"
    make_signing_key(village.book, OTHERS)
    village.book.user = "แดง"
    make_signing_key(village.book, HERS)
    return village


@pytest.fixture
def village(village):
    return named(village)


def test_a_closing_is_signed_and_the_audit_verifies_it(village):
    village.run(JANUARY, signing=HERS)

    (signature,) = village.book.ask(lambda reader: reader.every(Signature))
    assert (signature.user, signature.signing_key) == ("แดง", 1)
    assert village.book.ask(audit).clean


def test_whoever_has_a_key_does_not_close_without_it(village):
    with refused(village.book, SignatureMissing, user="แดง", command="close-month"):
        village.run(JANUARY)
    with refused(village.book, WrongSigningPassphrase, user="แดง"):
        village.run(JANUARY, signing=OTHERS)
    assert village.run(JANUARY, rehearse=True).rehearsed


def test_who_has_no_key_signs_nothing(tmp_path):
    alone = found_village(tmp_path)
    with alone.book:
        with refused(alone.book, NoSigningKey):
            alone.run(JANUARY, signing=HERS)
        with refused(alone.book, NameMissingForKey):
            make_signing_key(alone.book, HERS)
        alone.run(JANUARY)


def test_a_new_key_is_signed_with_the_one_before_and_the_old_signatures_stay_valid(village):
    village.run(JANUARY, signing=HERS)
    with refused(village.book, SignatureMissing):
        make_signing_key(village.book, NEWER)

    make_signing_key(village.book, NEWER, before=HERS)
    with refused(village.book, WrongSigningPassphrase):
        village.run(CloseMonth(month=Month(2026, 2)), signing=HERS)
    village.run(CloseMonth(month=Month(2026, 2)), signing=NEWER)

    assert [one.signing_key for one in keys_used(village)] == [1, 1, 2]
    assert village.book.ask(audit).clean


def keys_used(village):
    return village.book.ask(lambda reader: reader.every(Signature))


def test_a_lost_key_is_replaced_only_with_another_person(village):
    with refused(village.book, ApprovalNeeded, because="users", approvers=("ดำ",)):
        make_signing_key(village.book, NEWER, lost=True)


def test_a_passphrase_of_few_letters_and_a_key_that_is_none_are_refused(village):
    with refused(village.book, PassphraseShort):
        make_signing_key(village.book, "สั้น", before=HERS)
    key = SetSigningKey(public="x", wrapped="00", salt="00", memory_kib=1, iterations=1)
    with refused(village.book, WrongKind):
        village.run(key, signing=HERS)


# ── what a tool can change and the audit finds ──────────────────────────────────────────────────


@pytest.fixture(scope="module")
def tool(tmp_path_factory):
    """A book in which แดง closed and asked, and ดำ approved, open to any tool."""
    folder = tmp_path_factory.mktemp("signed")
    village = named(found_village(folder))
    with village.book:
        village.run(JANUARY, signing=HERS)
        made = village.run(RequestApproval(wanted=REOPENING)).made
        village.book.user = "ดำ"
        village.run(Approve(request=1, digest=str(made["digest"])), signing=OTHERS)
        village.book.user = "แดง"
        village.run(REOPENING)
        assert village.book.ask(audit).clean
        assert len(village.book.ask(lambda reader: reader.every(SigningKey))) == 2
    with stranger(copy_of(village.book.path, tmp_path_factory.mktemp("copied"))) as connection:
        yield connection


APPROVED = "(SELECT act FROM approvals)"
CLOSED = "(SELECT MIN(act) FROM signatures)"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (f"UPDATE acts SET payload = '{{}}' WHERE number = {CLOSED}", Fault.SIGNATURE_WRONG),
        (
            f"UPDATE acts SET payload = replace(payload, '2026-01', '2026-02')"
            f" WHERE number = {CLOSED}",
            Fault.SIGNATURE_WRONG,
        ),
        (f"UPDATE acts SET previous = '' WHERE number = {APPROVED}", Fault.SIGNATURE_WRONG),
        (f"UPDATE acts SET user = 'แดง' WHERE number = {APPROVED}", Fault.SIGNATURE_WRONG),
        ("UPDATE signatures SET signing_key = 7", Fault.SIGNATURE_WRONG),
        ("UPDATE signatures SET signature = 'zz'", Fault.SIGNATURE_WRONG),
        (f"UPDATE signatures SET act = {APPROVED} WHERE number = 1", Fault.SIGNATURE_WRONG),
        (
            "UPDATE signing_keys SET public = (SELECT public FROM signing_keys WHERE user = 'ดำ')",
            Fault.SIGNATURE_WRONG,
        ),
        ("UPDATE signing_keys SET act = 99", Fault.SIGNATURE_WRONG),
        ("DELETE FROM signatures", Fault.SIGNATURE_MISSING),
        (f"DELETE FROM signatures WHERE act = {APPROVED}", Fault.SIGNATURE_MISSING),
        ("UPDATE acts SET user = 'x' WHERE command = 'reopen-month'", Fault.ACTOR_UNKNOWN),
        ("UPDATE users SET locked = 1 WHERE name = 'แดง'", Fault.ACTOR_UNKNOWN),
        ("DELETE FROM approvals", Fault.APPROVAL_WRONG),
        ("UPDATE approvals SET approved = 0", Fault.APPROVAL_WRONG),
        ("UPDATE approvals SET by = 'แดง'", Fault.APPROVAL_WRONG),
        ("UPDATE approvals SET act = 99", Fault.APPROVAL_WRONG),
        ("DELETE FROM approval_requests", Fault.APPROVAL_WRONG),
        (
            "UPDATE acts SET payload = replace(payload, '2026-01', '2025-12')"
            " WHERE command = 'reopen-month'",
            Fault.APPROVAL_WRONG,
        ),
        ("DELETE FROM approvals_used", Fault.APPROVAL_MISSING),
        ("UPDATE approvals_used SET act = 99", Fault.APPROVAL_MISSING),
        (
            "UPDATE users SET member = '0001'; UPDATE approval_requests SET member = '0001'",
            Fault.APPROVAL_WRONG,
        ),
        ("DELETE FROM user_roles WHERE role = 'treasurer'", Fault.ROLE_MISSING),
        ("UPDATE user_roles SET from_day = '2999-01-01'", Fault.ROLE_MISSING),
        ("UPDATE acts SET user = 'ดำ' WHERE command = 'close-month'", Fault.ROLE_MISSING),
        ("UPDATE acts SET command = 'approve' WHERE command = 'close-month'", Fault.ROLE_MISSING),
    ],
)
def test_the_audit_finds_a_forged_name(tool, statement, fault):
    assert who_did_what(tool) == set()
    with tampered(tool):
        for one in statement.split(";"):
            tool.execute(one)
        found = who_did_what(tool)

    assert fault in found


def who_did_what(tool):
    looks = (signature_findings, rights_findings, approval_findings)
    return {one.fault for look in looks for one in look(Reader(tool))}
