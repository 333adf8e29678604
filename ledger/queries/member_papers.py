"""What papers for one member need: her card, slips that ask for money, slips that confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import NoBalances, NothingOwed
from ledger.queries.arrears import OpenItem, open_items
from ledger.queries.instalments import loans_due
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import Name, person_of, product_names
from ledger.queries.photo import member_photo
from ledger.queries.position import MemberCard, member_cards, the_member
from ledger.queries.standing import last_day, the_cooperative
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MemberCardPaper:
    """The member's own card. Personal data are empty where they were erased.

    ``national_id`` holds only its last three digits behind ten ``x`` unless all was asked for.
    """

    at: date
    member: MemberRow
    national_id: str
    address: str
    phone: str
    nominee: str
    nominee_relation: str
    cards: tuple[MemberCard, ...]
    photo: bytes | None


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One card on a confirmation slip; on a loan ``balance`` is what the member owes."""

    card: int
    kind: CardKind
    name_th: str
    name_en: str
    balance: Money


@dataclass(frozen=True, slots=True)
class ConfirmationSlip:
    """What the books say of one member's cards at a day, for her to confirm or to deny."""

    at: date
    member: MemberRow
    lines: tuple[SlipLine, ...]
    savings_and_shares: Money
    loans: Money


@dataclass(frozen=True, slots=True)
class DuesSlip:
    """What one member is asked to pay at a day: promises, charges, and instalments of loans.

    ``promptpay`` is the number of the cooperative, empty where it gave none.
    """

    at: date
    member: MemberRow
    items: tuple[OpenItem, ...]
    owed: Money
    overdue: Money
    promptpay: str


def member_card(
    reader: Reader, *, member: str, at: date | None = None, full_id: bool = False
) -> MemberCardPaper:
    """The register's card of one member; the national number is masked unless ``full_id``.

    Raises:
        UnknownMember: there is none of that number.
    """
    found, day = the_member(reader, member), last_day(reader, at)
    person = person_of(reader, member, found.person)
    number = "" if person is None else person.national_id
    return MemberCardPaper(
        at=day,
        member=member_rows(reader, [found])[0],
        national_id=number if full_id or not number else "x" * 10 + number[10:],
        address="" if person is None else person.address,
        phone="" if person is None else person.phone,
        nominee="" if person is None else person.nominee,
        nominee_relation="" if person is None else person.nominee_relation,
        cards=member_cards(reader, member, day),
        photo=member_photo(reader, member=member).jpeg,
    )


def confirmation_slip(reader: Reader, *, member: str, at: date | None = None) -> ConfirmationSlip:
    """The slip on which a member confirms the balances of a day (domain.md 3.6).

    Raises:
        UnknownMember, NoBalances: there is no such member, or nothing on her cards.
    """
    found, day = the_member(reader, member), last_day(reader, at)
    lines = tuple(
        SlipLine(one.card, one.kind, one.name_th, one.name_en, abs(one.balance))
        for one in member_cards(reader, member, day)
        if one.balance != ZERO
    )
    if not lines:
        raise NoBalances(member)
    return ConfirmationSlip(
        at=day,
        member=member_rows(reader, [found])[0],
        lines=lines,
        savings_and_shares=total(one.balance for one in lines if one.kind is not CardKind.LOAN),
        loans=total(one.balance for one in lines if one.kind is CardKind.LOAN),
    )


def dues_slip(reader: Reader, *, member: str, at: date | None = None) -> DuesSlip:
    """What a member should pay by a day, this month's part included.

    Raises:
        UnknownMember, NothingOwed: there is no such member, or nothing to pay.
    """
    found, day = the_member(reader, member), last_day(reader, at)
    items = (*open_items(reader, day, member).get(member, ()), *_instalments(reader, day, member))
    if not items:
        raise NothingOwed(member)
    return DuesSlip(
        at=day,
        member=member_rows(reader, [found])[0],
        items=items,
        owed=total(one.owed for one in items),
        overdue=total(one.overdue for one in items),
        promptpay=the_cooperative(reader).promptpay,
    )


def reminder_letter(reader: Reader, *, member: str, at: date | None = None) -> DuesSlip:
    """What a member has not paid of earlier months.

    Raises:
        UnknownMember, NothingOwed: there is no such member, or nothing is late.
    """
    slip = dues_slip(reader, member=member, at=at)
    if slip.overdue == ZERO:
        raise NothingOwed(member)
    return slip


def _instalments(reader: Reader, day: date, member: str) -> list[OpenItem]:
    names = product_names(reader)
    found = []
    for due in loans_due(reader, on=day).get(member, ()):
        if due.expected > ZERO:
            name = names.get((CardKind.LOAN, due.type), Name(due.type, due.type))
            found.append(
                OpenItem(
                    item="loan",
                    name_th=name.th,
                    name_en=name.en,
                    card=due.card,
                    charge=None,
                    amount=due.expected,
                    owed=due.expected,
                    overdue=due.arrears,
                    months=0,
                    since=day,
                )
            )
    return found
