"""New members of the practice book: some are admitted at once, some after an application."""

from __future__ import annotations

from datetime import date

from ledger.domain.days import Month
from ledger.domain.members import MemberKind, Person
from ledger.practice.diary import Diary, made_card
from ledger.practice.people import Resident, habit, monthly_shares, promise, someone
from ledger.usecases.applying import ApplyForMembership, DecideApplication
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import OpenSavings, SetPromise

_SAVERS = 45  # so many of a hundred members keep a savings account
_ASSOCIATES = 6


def join(diary: Diary, on: date, *, applied: bool = False) -> Resident:
    """The next person in line becomes a member with cards and promises."""
    home = diary.homes[len(diary.residents)]
    person = someone(diary.chance, home, len(diary.residents) + 1)
    number, cards = (_after_application if applied else _at_once)(diary, person, on)
    resident = Resident(
        number=number,
        household=home,
        cards=cards,
        promise=promise(diary.chance),
        shares=monthly_shares(diary.chance),
        habit=habit(diary.chance),
    )
    diary.residents.append(resident)
    for product, amount in (("PROMISE", resident.promise), ("SHARES", resident.shares)):
        card = resident.cards[product]
        diary.run(SetPromise(card=card, amount=amount, from_month=Month.of(on)), on)
    if diary.happens(_SAVERS):
        open_account(diary, resident, "SAVINGS", on)
    return resident


def open_account(diary: Diary, resident: Resident, product: str, on: date) -> None:
    made = diary.run(OpenSavings(member=resident.number, product=product, on=on), on)
    resident.cards[product] = made_card(made)


def _at_once(diary: Diary, person: Person, on: date) -> tuple[str, dict[str, int]]:
    home = diary.homes[len(diary.residents)]
    command = AdmitMember(
        person=person,
        on=on,
        kind=_kind(diary),
        zone=home.zone,
        household=home.code,
    )
    return _made(diary.run(command, on).made)


def _after_application(diary: Diary, person: Person, on: date) -> tuple[str, dict[str, int]]:
    home = diary.homes[len(diary.residents)]
    asked = diary.run(
        ApplyForMembership(
            person=person, on=on, kind=_kind(diary), zone=home.zone, household=home.code
        ),
        on,
    )
    decision = DecideApplication(
        application=made_card(asked, "application"),
        approved=True,
        on=on,
        resolution="มติคณะกรรมการ รับเป็นสมาชิก",
    )
    return _made(diary.run(decision, on).made)


def _kind(diary: Diary) -> MemberKind:
    return MemberKind.ASSOCIATE if diary.happens(_ASSOCIATES) else MemberKind.ORDINARY


def _made(made: object) -> tuple[str, dict[str, int]]:
    found = dict(made) if isinstance(made, dict) else {}
    number = str(found.pop("member"))
    return number, {name: int(str(card)) for name, card in found.items()}
