"""Users and their rights: the whole table of command and role, and the door behind it (RM1)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.domain.commands import name_of
from ledger.domain.members import Person
from ledger.domain.people import RoleHeld, User, UserRole
from ledger.domain.refusals import NothingToDo, ReasonMissing, UnknownMember
from ledger.domain.refusals.people import (
    MemberIsUser,
    NoAdministratorLeft,
    NotAllowed,
    RolesMissing,
    UnknownUser,
    UserExists,
    UserLocked,
    UserNotRegistered,
    UsersNamed,
)
from ledger.domain.rights import rights_table
from ledger.queries.people import rights, users
from ledger.usecases import COMMANDS
from ledger.usecases.approving import SetApprovalRules
from ledger.usecases.auditing import AskAuditQuestion
from ledger.usecases.collecting import DraftItem, SaveDrafts
from ledger.usecases.founding import OpenFund
from ledger.usecases.members import OpenZone
from ledger.usecases.permitting import check_permitted
from ledger.usecases.reversing import CorrectEntry
from ledger.usecases.saving import Withdraw
from ledger.usecases.user_keeping import AddUser, LockUser, NameUsers, NewUser, SetUserRoles
from ledger.usecases.visiting import Deposit
from tests.support.books import START, TODAY, found_village
from tests.support.refused import refused

ADMINISTRATOR, TREASURER = UserRole.ADMINISTRATOR, UserRole.TREASURER
CLERK, APPROVER, AUDITOR = UserRole.CLERK, UserRole.APPROVER, UserRole.AUDITOR
# What each role can surely do in a new book, and what is another one's work.
OWN_WORK = {
    ADMINISTRATOR: AddUser(name="ใหม่", roles=(CLERK,)),
    TREASURER: OpenFund(code="shop", name_th="ร้านค้า"),
    CLERK: OpenZone(code="ข", name="ริมคลอง"),
    AUDITOR: AskAuditQuestion(text="ใบเสร็จอยู่ที่ไหน", on=TODAY),
}


@pytest.fixture
def village(village):
    """A village where every role is somebody else's, named as the role is; nobody is asked."""
    village.run(SetApprovalRules(from_day=START, required=False, resolution="มติ"))
    village.run(NameUsers(users=tuple(NewUser(name=one.value, roles=(one,)) for one in UserRole)))
    return village


def as_user(village, name):
    village.book.user = name
    return village


# ── the whole table ─────────────────────────────────────────────────────────────────────────────


class Shelf:
    """Users as a test lays them down, without a book."""

    def __init__(self, *records):
        self.records = records

    def every(self, kind, /, **fixed):
        found = [one for one in self.records if isinstance(one, kind)]
        return [one for one in found if all(getattr(one, k) == v for k, v in fixed.items())]


def shelf(role, *, locked=False, since=START):
    other = RoleHeld("other", ADMINISTRATOR, START, held=True)
    held = RoleHeld("somebody", role, since, held=True)
    return Shelf(User("other"), User("somebody", locked=locked, reason="left"), other, held)


def verdict(kept, command, user="somebody"):
    """What the door says: nothing, or the name of the refusal."""
    try:
        check_permitted(command, kept, user=user, today=TODAY)
    except (NotAllowed, UserLocked, UserNotRegistered) as refusal:
        return type(refusal)
    return None


def bare(kind):
    """A command of that kind; its fields are nobody's matter here."""
    return object.__new__(kind)


@pytest.mark.parametrize("role", list(UserRole))
def test_every_command_is_for_exactly_the_roles_of_its_row(role):
    """RM1: each cell of the table, whatever else stands around the user."""
    tomorrow = TODAY + timedelta(days=1)
    for command in (bare(kind) for kind in COMMANDS.values()):
        allowed = role in rights_table()[name_of(type(command))].roles

        assert verdict(shelf(role), command) is (None if allowed else NotAllowed)
        assert verdict(shelf(role, locked=True), command) is UserLocked
        assert verdict(shelf(role, since=tomorrow), command) is NotAllowed
        assert verdict(shelf(role), command, user="stranger") is UserNotRegistered
        assert verdict(shelf(role), command, user="") is UserNotRegistered
        assert verdict(Shelf(), command, user="") is None


def test_a_correction_is_for_whoever_may_both_correct_and_book_what_comes_instead():
    question = AskAuditQuestion(text="?", on=TODAY)
    correction = CorrectEntry(entry=1, on=TODAY, reason="x", instead=question)
    nested = CorrectEntry(entry=1, on=TODAY, reason="x", instead=correction)

    assert verdict(shelf(TREASURER), correction) is NotAllowed
    assert verdict(shelf(TREASURER), nested) is NotAllowed
    assert verdict(shelf(AUDITOR), correction) is NotAllowed


def test_a_command_nobody_wrote_into_the_table_is_nobodys(monkeypatch):
    monkeypatch.setattr("ledger.domain.rights.rights_table", dict)

    for role in UserRole:
        assert verdict(shelf(role), OWN_WORK[CLERK]) is NotAllowed


# ── through the door ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", list(UserRole))
def test_the_door_lets_each_role_do_its_own_work_and_no_other(village, role):
    as_user(village, role.value)
    for command in OWN_WORK.values():
        if role in rights_table()[name_of(type(command))].roles:
            village.run(command)
        else:
            with refused(village.book, NotAllowed, user=role.value):
                village.run(command)
            with refused(village.book, NotAllowed):
                village.run(command, rehearse=True)


def test_the_refusal_says_who_may(village):
    as_user(village, "auditor")

    with refused(
        village.book,
        NotAllowed,
        user="auditor",
        command="open-fund",
        roles=("auditor",),
        needed=("treasurer",),
        users=("treasurer",),
    ):
        village.run(OWN_WORK[TREASURER])


def test_somebody_who_is_no_user_may_do_nothing(village):
    for name in ("", "stranger", "Treasurer"):
        with refused(as_user(village, name).book, UserNotRegistered, user=name):
            village.run(OWN_WORK[TREASURER])


def test_a_locked_user_may_do_nothing_until_unlocked(village):
    village = as_user(village, "administrator")
    village.run(LockUser(user="treasurer", reason="ลาออก"))

    with refused(as_user(village, "treasurer").book, UserLocked, reason="ลาออก"):
        village.run(OWN_WORK[TREASURER])

    as_user(village, "administrator").run(LockUser(user="treasurer", reason="กลับมา", locked=False))
    as_user(village, "treasurer").run(OWN_WORK[TREASURER])


def test_a_role_holds_from_its_day_on(village):
    tomorrow = TODAY + timedelta(days=1)
    as_user(village, "administrator").run(
        SetUserRoles(user="clerk", roles=(TREASURER,), from_day=tomorrow)
    )

    with refused(as_user(village, "clerk").book, NotAllowed):
        village.run(OWN_WORK[TREASURER])

    village.clock.set(tomorrow)
    village.run(OWN_WORK[TREASURER])


def test_the_desk_is_only_for_those_who_book_but_ones_own_screen_is_ones_own(village):
    as_user(village, "auditor")
    item = (DraftItem(item="0001", value="50"),)

    with refused(village.book, NotAllowed, command="save-drafts"):
        village.run(SaveDrafts(place="sheet", items=item))

    village.run(SaveDrafts(place="preferences/auditor", items=item))


# ── naming users ────────────────────────────────────────────────────────────────────────────────


def test_a_book_without_users_is_one_persons(tmp_path):
    alone = found_village(tmp_path)
    with alone.book:
        for command in (OWN_WORK[TREASURER], OWN_WORK[AUDITOR]):
            alone.run(command)
        answer = alone.book.ask(rights, today=TODAY)

        assert answer.alone
        assert all(row.allowed for row in answer.rows)


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ((), NothingToDo),
        ((NewUser(name="แดง", roles=(TREASURER,)),), NoAdministratorLeft),
        (
            (NewUser(name="แดง", roles=(ADMINISTRATOR,), from_day=TODAY + timedelta(days=1)),),
            NoAdministratorLeft,
        ),
        ((NewUser(name="แดง", roles=()),), RolesMissing),
    ],
)
def test_the_first_users_can_name_others(tmp_path, first, kind):
    new = found_village(tmp_path)
    with new.book, refused(new.book, kind):
        new.run(NameUsers(users=first))


def test_the_first_users_are_named_once(village):
    with refused(as_user(village, "administrator").book, UsersNamed, users=5):
        village.run(NameUsers(users=(NewUser(name="x", roles=(ADMINISTRATOR,)),)))


@pytest.mark.parametrize("name", ["clerk", "Clerk", " clerk ", "ｃｌｅｒｋ"])
def test_no_two_users_look_alike(village, name):
    with refused(as_user(village, "administrator").book, UserExists, other="clerk"):
        village.run(AddUser(name=name, roles=(CLERK,)))


def test_a_user_may_be_a_member_and_each_member_one_user(village):
    as_user(village, "clerk")
    number, _ = village.member(person=Person(given="น้ำผึ้ง", family="ใจดี"))
    as_user(village, "administrator").run(AddUser(name="ผึ้ง", roles=(CLERK,), member=number))

    with refused(village.book, MemberIsUser, member=number, user="ผึ้ง"):
        village.run(AddUser(name="แดง", roles=(CLERK,), member=number))
    with refused(village.book, UnknownMember):
        village.run(AddUser(name="แดง", roles=(CLERK,), member="0099"))

    (row,) = [one for one in village.book.ask(users, today=TODAY).rows if one.name == "ผึ้ง"]
    assert row.shown == "น้ำผึ้ง ใจดี"


def test_the_last_administrator_stays(village):
    as_user(village, "administrator")

    with refused(village.book, NoAdministratorLeft, day=TODAY):
        village.run(LockUser(user="administrator", reason="x"))
    with refused(village.book, NoAdministratorLeft):
        village.run(SetUserRoles(user="administrator", roles=(TREASURER,)))


def test_what_changes_nothing_or_nobody_is_refused(village):
    as_user(village, "administrator")

    with refused(village.book, UnknownUser, user="x"):
        village.run(SetUserRoles(user="x", roles=(CLERK,)))
    with refused(village.book, NothingToDo):
        village.run(SetUserRoles(user="clerk", roles=(CLERK,)))
    with refused(village.book, NothingToDo):
        village.run(LockUser(user="clerk", reason="x", locked=False))
    with refused(village.book, ReasonMissing):
        village.run(LockUser(user="clerk", reason=" "))


def test_one_person_who_does_all_is_noticed(village):
    everyone = village.book.ask(users, today=TODAY)
    as_user(village, "administrator").run(LockUser(user="approver", reason="x"))

    assert not everyone.alone
    assert village.book.ask(users, today=TODAY).alone


def test_the_rights_of_one_user_are_answered(village):
    answer = village.book.ask(rights, today=TODAY, user="clerk")
    allowed = {row.command for row in answer.rows if row.allowed}

    assert answer.roles == (CLERK,)
    assert name_of(Deposit) in allowed
    assert name_of(Withdraw) not in allowed
    assert not any(row.allowed for row in village.book.ask(rights, today=TODAY, user="x").rows)
