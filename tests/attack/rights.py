"""People against the rights: what is not theirs, their own payouts, split sums, forged names.

RM1 to RM4 of trust.md 7.2. Nobody's word is taken for it: everything goes through the door, and
what counts is what stands in the book afterwards.
"""
# ruff: noqa: S608, ISC004 - statements over our own tables, drawn by lot

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ledger.book import carrying_out
from ledger.book.signing import make_signing_key
from ledger.domain.approving import DEFAULT_LIMIT, ApprovalUsed
from ledger.domain.commands import Command, DeskCommand
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.people import UserRole
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.people import NotAllowed, UserLocked, UserNotRegistered
from ledger.domain.rights import Right, rights_table
from ledger.queries.integrity import signatures
from ledger.storage.reading import Reader
from ledger.storage.unit import UnitOfWork
from ledger.usecases import COMMANDS, approving, four_eyes, paying_out, permitting
from ledger.usecases.approving import Approve, RequestApproval, SetApprovalRules
from ledger.usecases.closing import CloseMonth
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.members import ChangeMember
from ledger.usecases.saving import SetSavingsRate, Withdraw
from ledger.usecases.user_keeping import LockUser, NameUsers, NewUser
from tests.attack.results import Result
from tests.support.books import START, TODAY, Village, found_village
from tests.support.quick_keys import quick_guesses
from tests.support.raw import copy_of, stranger, tampered

Plant = Callable[[pytest.MonkeyPatch], None]
TOMORROW = TODAY + timedelta(days=1)
TREASURER, APPROVER = UserRole.TREASURER, UserRole.APPROVER
# Who never books money, whatever the table says: this list is written down a second time here.
NO_MONEY = (UserRole.ADMINISTRATOR, UserRole.APPROVER, UserRole.AUDITOR)
MONEY = ("deposit", "withdraw", "pay-expense", "pay-out-loan", "post-journal", "receive-visit")
NOT_YOURS = (NotAllowed, UserLocked, UserNotRegistered)


@contextmanager
def _people(folder: Path, *users: NewUser, asks: bool = True) -> Iterator[Village]:
    folder.mkdir(parents=True, exist_ok=True)
    village = found_village(folder)
    with village.book:
        village.run(ChangeCooperative(cash_limit=baht(10_000_000)))
        village.run(SetApprovalRules(from_day=START, required=asks, resolution="มติ ๑"))
        village.run(NameUsers(users=users))
        yield village


def _found(attack: Callable[[Result, Path], None], folder: Path, *plants: Plant) -> bool:
    """Whether the attack sees these bugs once they are planted."""
    result = Result("", "", 0)
    with pytest.MonkeyPatch.context() as patch:
        for plant in plants:
            plant(patch)
        attack(result, folder)
    return bool(result.wrong)


# ── RM1 ─────────────────────────────────────────────────────────────────────────────────────────


def privileges(folder: Path, *, seed: int, tries: int) -> Result:
    """Every command by every role: at work, locked, from tomorrow on, unknown and without a name.

    ``tries`` is how many commands, drawn by lot, are tried in every cell of theirs.
    """
    result = Result("RM1 rights", "every command by every role in every state, at the door", seed)
    names = sorted(COMMANDS)
    drawn = random.Random(seed).sample(names, min(tries, len(names)))

    def attack(found: Result, place: Path) -> None:
        _try_all(found, place, drawn)

    attack(result, folder / "right")
    result.planted = {
        "nobody looks at the table": _found(attack, folder / "open", _door_left_open),
        "a lock that does not hold": _found(attack, folder / "lock", _locks_forgotten),
        "an auditor who pays": _found(attack, folder / "row", _auditor_pays),
    }
    return result


def _try_all(result: Result, folder: Path, names: list[str]) -> None:
    everyone = [NewUser(name="แอด", roles=(UserRole.ADMINISTRATOR,))]
    everyone += [
        NewUser(
            name=f"{role.value} {state}",
            roles=(role,),
            from_day=TOMORROW if state == "later" else None,
        )
        for role in UserRole
        for state in ("works", "locked", "later")
    ]
    with _people(folder, *everyone, asks=False) as village:
        village.book.user = "แอด"
        for role in UserRole:
            village.run(LockUser(user=f"{role.value} locked", reason="ทดสอบ"))
        for name in names:
            _try_one(result, village, name)
    for name in MONEY:
        result.tried += 1
        if any(role in rights_table()[name].roles for role in NO_MONEY):
            result.note(f"{name} is given to somebody who books no money")


def _try_one(result: Result, village: Village, name: str) -> None:
    command = _bare(COMMANDS[name])
    for role in UserRole:
        allowed = role in rights_table()[name].roles
        _expect(result, village, f"{role.value} works", command, allowed=allowed)
        for state in ("locked", "later"):
            _expect(result, village, f"{role.value} {state}", command, allowed=False)
    for nobody in ("", "ใครก็ไม่รู้", "Treasurer works"):
        _expect(result, village, nobody, command, allowed=False)


def _expect(
    result: Result, village: Village, user: str, command: Command, *, allowed: bool
) -> None:
    """Whether the door lets this user through; what happens behind it is no matter here."""
    result.tried += 1
    village.book.user = user
    before = village.one("SELECT COUNT(*) FROM acts")
    try:
        village.run(command)
    except NOT_YOURS:
        passed = False
    except Exception:  # noqa: BLE001 - it has no fields, so anything may break behind the door
        passed = True
    else:
        passed = True
    if passed != allowed or village.one("SELECT COUNT(*) FROM acts") != before:
        result.note(f"{command.__class__.__name__} by {user!r}: passed {passed}")


def _bare(kind: type[Command]) -> Command:
    command: Command = object.__new__(kind)
    if isinstance(command, DeskCommand):
        object.__setattr__(command, "place", "sheet")
    return command


def _door_left_open(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(carrying_out, "check_permitted", lambda *_, **__: None)


def _locks_forgotten(patch: pytest.MonkeyPatch) -> None:
    original = permitting.check_permitted

    def forgetful(command: Command, kept: Any, **named: Any) -> None:
        try:
            original(command, kept, **named)
        except UserLocked:
            return

    patch.setattr(carrying_out, "check_permitted", forgetful)


def _auditor_pays(patch: pytest.MonkeyPatch) -> None:
    table = dict(rights_table())
    table["withdraw"] = Right("withdraw", (*table["withdraw"].roles, UserRole.AUDITOR))
    for place in ("ledger.domain.rights", "tests.attack.rights"):
        patch.setattr(f"{place}.rights_table", lambda: table)


# ── RM2 ─────────────────────────────────────────────────────────────────────────────────────────


def own_approvals(folder: Path, *, seed: int, tries: int) -> Result:
    """Who asks, who is paid, who lives with her and who has no such role try to approve."""
    result = Result("RM2 approval", "one's own and one's household's requests approved", seed)

    def attack(found: Result, place: Path) -> None:
        _approve_own(found, place, random.Random(seed), tries)

    attack(result, folder / "right")
    result.planted = {
        "anybody approves": _found(attack, folder / "any", _nobody_involved),
        "an approval serves twice": _found(attack, folder / "twice", _approvals_again),
    }
    return result


def _approve_own(result: Result, folder: Path, chance: random.Random, tries: int) -> None:
    both = (UserRole.ADMINISTRATOR, TREASURER, APPROVER)
    folder.mkdir(parents=True)
    village = found_village(folder)
    with village.book:
        village.run(ChangeCooperative(cash_limit=baht(10_000_000)))
        members = [village.saver(baht(900_000), on=START) for _ in range(3)]
        for number in (members[0][0], members[1][0]):
            village.run(ChangeMember(member=number, household="ก-๑"))
        users = (
            NewUser(name="แดง", roles=both),
            NewUser(name="ผู้รับ", roles=(APPROVER,), member=members[0][0]),
            NewUser(name="คู่สมรส", roles=(APPROVER,), member=members[1][0]),
            NewUser(name="คนนอก", roles=(TREASURER,)),
            NewUser(name="ประธาน", roles=(APPROVER,)),
        )
        village.run(NameUsers(users=users))
        for at in range(tries):
            card = members[0][1]
            paid = Withdraw(card=card, amount=baht(6_000 + at), on=TODAY)
            rate = SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(at + 2, 1_000))
            wanted, bad = chance.choice(
                [(paid, ("แดง", "ผู้รับ", "คู่สมรส", "คนนอก")), (rate, ("แดง", "คนนอก"))]
            )
            _try_request(result, village, wanted, bad)


def _try_request(result: Result, village: Village, wanted: Command, bad: tuple[str, ...]) -> None:
    village.book.user = "แดง"
    made = village.run(RequestApproval(wanted=wanted)).made
    answer = Approve(request=int(str(made["request"])), digest=str(made["digest"]))
    for name in bad:
        result.tried += 1
        if _goes(village, answer, by=name) or _goes(village, wanted, by="แดง"):
            result.note(f"{type(wanted).__name__} approved by {name}")
            return
    result.tried += 2
    if not _goes(village, answer, by="ประธาน") or not _goes(village, wanted, by="แดง"):
        result.note(f"{type(wanted).__name__} refused after approval")
    if _goes(village, wanted, by="แดง"):
        result.note(f"{type(wanted).__name__} carried out twice")


def _goes(village: Village, command: Command, *, by: str) -> bool:
    village.book.user = by
    try:
        village.run(command)
    except Refusal:
        return False
    return True


def _nobody_involved(patch: pytest.MonkeyPatch) -> None:
    for place in (approving, four_eyes):
        patch.setattr(place, "involved", lambda *_: frozenset())


def _approvals_again(patch: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.add

    def add(self: UnitOfWork, record: Any) -> None:
        if not isinstance(record, ApprovalUsed):
            original(self, record)

    patch.setattr(UnitOfWork, "add", add)


# ── RM3 ─────────────────────────────────────────────────────────────────────────────────────────


def splits(folder: Path, *, seed: int, tries: int) -> Result:
    """Payouts in 2 to 20 parts, around the limit, dated on several days, with deposits between."""
    result = Result("RM3 splits", "payouts split and dated away from the limit of a day", seed)

    def attack(found: Result, place: Path) -> None:
        _split(found, place, random.Random(seed), tries)

    attack(result, folder / "right")
    result.planted = {
        "each part for itself": _found(attack, folder / "part", _parts_for_themselves),
        "only the day on the paper": _found(attack, folder / "day", _day_on_paper),
    }
    return result


def _split(result: Result, folder: Path, chance: random.Random, tries: int) -> None:
    users = (
        NewUser(name="แดง", roles=(UserRole.ADMINISTRATOR, TREASURER)),
        NewUser(name="ดำ", roles=(APPROVER,)),
    )
    with _people(folder, *users) as village:
        village.book.user = "แดง"
        _, card = village.saver(baht(9_000_000), on=START)
        for at in range(tries):
            result.tried += 1
            village.clock.set(TODAY + timedelta(days=at))
            paid = _paid_in_parts(village, card, chance, TODAY + timedelta(days=at))
            if paid > DEFAULT_LIMIT:
                result.note(f"{paid} paid in one day")


def _paid_in_parts(village: Village, card: int, chance: random.Random, day: date) -> Money:
    parts, paid = chance.randint(2, 20), ZERO
    whole = DEFAULT_LIMIT.satang + chance.choice([-1, 0, 1, 100, 250_000])
    for at in range(parts):
        amount = Money(whole // parts + (whole % parts if at == 0 else 0))
        on = day - timedelta(days=chance.choice([0, 0, 0, 1, 2, 3]))
        try:
            village.withdraw(card, amount, on=on)
        except Refusal:
            continue
        paid += amount
        if chance.random() < 0.2:
            village.deposit(card, Money(chance.randint(1, 50_000)), on=day)
    return paid


def _parts_for_themselves(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(paying_out, "_sums", lambda *_: {})


def _day_on_paper(patch: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.paying_entries

    def on_paper(self: UnitOfWork, accounts: Any, *, on: Any = None, recorded: Any = None) -> Any:
        return original(self, accounts, on=on) if recorded is None else []

    patch.setattr(UnitOfWork, "paying_entries", on_paper)


# ── RM4 ─────────────────────────────────────────────────────────────────────────────────────────


def forgeries(folder: Path, *, seed: int, tries: int) -> Result:
    """Signatures moved, changed, dropped and borrowed; contents changed below them."""
    result = Result("RM4 signatures", "wrong keys, replayed approvals, changed contents", seed)
    with quick_guesses(), _signed(folder) as tool:

        def attack(found: Result, _: Path) -> None:
            _forge(found, tool, random.Random(seed), tries)

        attack(result, folder)
        result.planted = {
            "every signature is good": _found(
                attack,
                folder,
                lambda patch: patch.setattr(signatures, "verified", lambda *_: True),
            )
        }
    return result


@contextmanager
def _signed(folder: Path) -> Iterator[Any]:
    users = (
        NewUser(name="แดง", roles=(UserRole.ADMINISTRATOR, TREASURER)),
        NewUser(name="ดำ", roles=(APPROVER,)),
    )
    words = {"แดง": "เรือใบสีขาวลำเล็ก", "ดำ": "ม้าหมุนสีแดงตัวโต"}
    with _people(folder / "signed", *users) as village:
        for name, passphrase in words.items():
            village.book.user = name
            make_signing_key(village.book, passphrase)
        village.book.user = "แดง"
        village.run(CloseMonth(month=Month(2026, 1)), signing=words["แดง"])
        for at in (2, 3):
            rate = SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(at, 100))
            made = village.run(RequestApproval(wanted=rate)).made
            answer = Approve(request=int(str(made["request"])), digest=str(made["digest"]))
            village.book.user = "ดำ"
            village.run(answer, signing=words["ดำ"])
            village.book.user = "แดง"
            village.run(rate)
        path = village.book.path
    (folder / "forged").mkdir(exist_ok=True)
    with stranger(copy_of(path, folder / "forged")) as tool:
        yield tool


def _forge(result: Result, tool: Any, chance: random.Random, tries: int) -> None:
    for _ in range(tries):
        result.tried += 1
        statement = _forged(chance)
        with tampered(tool):
            tool.execute(statement)
            if not list(signatures.signature_findings(Reader(tool))):
                result.note(statement)
    if list(signatures.signature_findings(Reader(tool))):
        result.note("an honest book is accused")


def _forged(chance: random.Random) -> str:
    """Something that somebody with a tool would do to a name or to what it stands under."""
    at = chance.randint(1, 128)
    one, other = chance.sample([1, 2, 3], 2)
    act = f"(SELECT act FROM signatures WHERE number = {one})"
    letter = f"CASE substr(signature, {at}, 1) WHEN 'a' THEN 'b' ELSE 'a' END"
    changed = f"substr(signature, 1, {at - 1}) || {letter} || substr(signature, {at + 1})"
    return chance.choice(
        [
            f"UPDATE signatures SET signature = {changed} WHERE number = {one}",
            f"UPDATE signatures SET signature = (SELECT signature FROM signatures WHERE number ="
            f" {other}) WHERE number = {one}",
            f"UPDATE acts SET payload = replace(payload, '20', '19') || ' ' WHERE number = {act}",
            f"UPDATE acts SET previous = replace(previous, 'a', 'b') || '0' WHERE number = {act}",
            f"DELETE FROM signatures WHERE number = {one}",
            "UPDATE signing_keys SET public = (SELECT public FROM signing_keys ORDER BY user"
            f" LIMIT 1 OFFSET {chance.randint(0, 1)})",
            f"UPDATE approvals_used SET act = act + {chance.randint(1, 9)} WHERE request = 1",
            "UPDATE approvals_used SET request = request + 5",
            "UPDATE approvals SET by = 'แดง'",
            f"UPDATE acts SET payload = replace(payload, '2', '{chance.randint(3, 9)}')"
            " WHERE command = 'set-savings-rate'",
        ]
    )
