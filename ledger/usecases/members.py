"""The register: admitting members, changing what is known of them, ending a membership, zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.accruing import holds_accrued
from ledger.domain.books import Books
from ledger.domain.borrowing import running_loans
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.members import (
    Erasure,
    Leaving,
    Member,
    MemberKind,
    Person,
    Zone,
)
from ledger.domain.money import ZERO, total
from ledger.domain.products import SavingsProduct, ShareType
from ledger.domain.refusals import (
    FutureDay,
    MemberExists,
    MemberHasBalances,
    MemberLeft,
    MemberOwesCharges,
    NotYetMember,
    PersonErased,
    StillMember,
    UnknownMember,
    UnknownZone,
    ZoneExists,
)
from ledger.domain.refusals.loan_life import MemberOwesLoans
from ledger.domain.seen import check_length
from ledger.usecases.charging import open_charges
from ledger.usecases.knowing import check_born, check_new_person, check_person, national_ids
from ledger.usecases.leaving_ties import check_untied
from ledger.usecases.opening import open_savings_card, open_share_card
from ledger.usecases.recording import check_day, given, named

_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitMember(Command):
    """A new member; without ``number`` the next one is given.

    Cards for the products that every member has are opened in the same act.
    """

    person: Person
    on: date
    number: str = ""
    kind: MemberKind = MemberKind.ORDINARY
    zone: str = ""
    household: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMember(Command):
    """What is not given stays; a person is given whole, and the earlier version is kept."""

    member: str
    person: Person | None = None
    kind: MemberKind | None = None
    zone: str | None = None
    household: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMembership(Command):
    """The member leaves, every card paid out and every loan settled or transferred before."""

    member: str
    on: date
    why: Leaving
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasePerson(Command):
    """Erase the personal data of a member who left; the books stay provable."""

    member: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenZone(Command):
    """A zone or sub-group."""

    code: str
    name: str
    leader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeZone(Command):
    """Another name or leader for a zone; what is not given stays."""

    code: str
    name: str | None = None
    leader: str | None = None
    closed: bool | None = None


def admit_member(command: AdmitMember, books: Books) -> str:
    """Write a new member; answers the number given."""
    return admit_members((command,), books)[0]


def admit_members(commands: Sequence[AdmitMember], books: Books) -> list[str]:
    """Write new members; answers their numbers. The register's ID numbers are read once for all."""
    with_ids = any(one.person.national_id for one in commands)
    taken = national_ids(books) if with_ids else {}
    return [_admit(one, books, taken) for one in commands]


def _admit(command: AdmitMember, books: Books, taken: dict[str, str]) -> str:
    if command.on > books.today:
        raise FutureDay(command.on, books.today)
    number = check_length(command.number.strip(), "number") or _next_number(books)
    before = books.newest(Member, number)
    # Who was entered by mistake and taken back can be admitted under the same number.
    if before is not None and before.left_why is not Leaving.MISTAKE:
        raise MemberExists(number)
    if command.zone:
        the_zone(books, command.zone)
    check_new_person(command.person, number, taken)
    check_born(command.person, books.today)
    kept, commitment = books.keep_personal(command.person, command.person.kept())
    books.add(
        Member(
            number=number,
            kind=command.kind,
            zone=command.zone,
            household=check_length(command.household, "household"),
            joined=command.on,
            person=kept,
            commitment=commitment,
            note=command.note,
        )
    )
    cards = _open_usual_cards(books, number, command.on)
    books.make(member=number, **cards)
    return number


def change_member(command: ChangeMember, books: Books) -> None:
    member = the_member(books, command.member)
    if command.zone:
        the_zone(books, command.zone)
    check_length(command.household or "", "household")
    changed = replace(
        member,
        kind=command.kind or member.kind,
        zone=member.zone if command.zone is None else command.zone,
        household=member.household if command.household is None else command.household,
        note=member.note if command.note is None else command.note,
    )
    if command.person is not None:
        check_person(books, command.person, besides=member.number)
        kept, commitment = books.keep_personal(command.person, command.person.kept())
        changed = replace(changed, person=kept, commitment=commitment)
    books.add(changed)


def end_membership(command: EndMembership, books: Books) -> None:
    member = the_member(books, command.member)
    check_day(books, command.on)
    check_membership(member, command.on)
    cards = cards_of(books, member.number)
    if loans := running_loans(books, member.number):
        left = total(books.card_balance(one.card, one.account) for one in loans)
        raise MemberOwesLoans(member.number, left, tuple(one.card for one in loans))
    held = {
        card.number: -books.card_balance(card.number, card.account)
        for card in cards
        if card.kind is not CardKind.CONTRIBUTION  # never given back (domain.md 4.1)
    }
    full = tuple(number for number, amount in held.items() if amount != ZERO)
    if full:
        raise MemberHasBalances(member.number, total(held.values()), full)
    owed = total(left for _, left in open_charges(books, member.number))
    if owed > ZERO:
        raise MemberOwesCharges(member.number, owed)
    check_untied(books, member.number, command.why)
    for card in cards:
        if card.number not in held or holds_accrued(books, card):
            continue  # its contributions stay on it; a run takes the interest
        books.add(replace(card, closed_on=command.on))
    books.add(replace(member, left=command.on, left_why=command.why, note=command.note))


def erase_person(command: ErasePerson, books: Books) -> None:
    member = the_member(books, command.member)
    reason = given(command.reason)
    if member.left is None:
        raise StillMember(member.number)
    if books.personal(member.person) is None:
        raise PersonErased(member.number)
    for number in books.persons_of(member.number):
        if books.personal(number) is not None:
            books.add(Erasure(number, member.number, reason))
            books.erase_personal(number)


def open_zone(command: OpenZone, books: Books) -> None:
    if books.newest(Zone, command.code) is not None:
        raise ZoneExists(command.code)
    if command.leader is not None:
        the_member(books, command.leader)
    books.add(Zone(named(command.code, "code"), named(command.name, "name"), command.leader))
    books.make(zone=command.code)


def change_zone(command: ChangeZone, books: Books) -> None:
    zone = the_zone(books, command.code)
    if command.leader is not None:
        the_member(books, command.leader)
    books.add(
        replace(
            zone,
            name=zone.name if command.name is None else named(command.name, "name"),
            leader=zone.leader if command.leader is None else command.leader,
            closed=zone.closed if command.closed is None else command.closed,
        )
    )


def the_member(books: Books, number: str) -> Member:
    """The member of that number.

    Raises:
        UnknownMember: there is none.
    """
    member = books.newest(Member, number)
    if member is None:
        raise UnknownMember(number)
    return member


def check_membership(member: Member, day: date) -> None:
    """Whether the member was one on that day.

    Raises:
        NotYetMember, MemberLeft: why not.
    """
    if day < member.joined:
        raise NotYetMember(member.number, member.joined, day)
    if member.left is not None and day >= member.left:
        why = member.left_why.value if member.left_why is not None else ""
        raise MemberLeft(member.number, member.left, why)


def cards_of(books: Books, member: str) -> list[Card]:
    return books.every(Card, member=member)


def the_zone(books: Books, code: str) -> Zone:
    zone = books.newest(Zone, code)
    if zone is None:
        raise UnknownZone(code)
    return zone


def _next_number(books: Books) -> str:
    taken = [int(member.number) for member in books.every(Member) if member.number.isdecimal()]
    return f"{max(taken, default=0) + 1:0{_DIGITS}d}"


def _open_usual_cards(books: Books, member: str, on: date) -> dict[str, int]:
    cards = {}
    for product in books.every(SavingsProduct, opened_for_all=True, closed=False):
        cards[product.code] = open_savings_card(books, product, member=member, on=on)
    for shares in books.every(ShareType, opened_for_all=True, closed=False):
        cards[shares.code] = open_share_card(books, shares, member=member, on=on)
    return cards
