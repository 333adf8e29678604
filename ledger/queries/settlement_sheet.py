"""What leaving comes to: a preview while she is a member, and the sheet as kept afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.borrowing import running_guarantees
from ledger.domain.lending import Guarantor
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import Voucher
from ledger.domain.products import ChargeType
from ledger.domain.settling import (
    DUES,
    OF_LOANS,
    MemberSettlement,
    SettledItem,
    settle_up,
)
from ledger.domain.welfare_claims import WelfareClaim
from ledger.queries.dividend_register import unpaid_dues
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import Name, holders_of, names_of, person_of
from ledger.queries.position import the_member
from ledger.queries.settlement_benefits import (
    BenefitOffer,
    SheetItem,
    benefit_name,
    benefit_offers,
    welfare_items,
)
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Standing:
    """A member who stands for a loan that is still owed."""

    card: int
    member: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementSheet:
    """``number`` is None in a preview; ``nominee`` is known while the personal data are kept.

    ``guarantors`` stand for what stays owed on loans; ``guarantees`` are cards of loans for which
    she stands herself. ``unpaid_dues`` are dividend and refund that she did not get yet: they stay
    hers and are paid from their register. ``benefits`` is what the welfare fund pays besides;
    ``offers`` are, before a settlement on her death, the benefits that may be claimed in it.
    """

    number: int | None
    member: MemberRow
    on: date
    left: date
    why: Leaving | None
    resolution: str
    share_value: Fraction
    items: tuple[SheetItem, ...]
    credit: Money
    loans: Money
    dues: Money
    payable: Money
    shortfall: Money
    dropped: Money
    nominee: str
    nominee_relation: str
    payee: str
    voucher: str
    guarantors: tuple[Standing, ...]
    guarantees: tuple[int, ...]
    benefits: Money = ZERO
    unpaid_dues: Money = ZERO
    offers: tuple[BenefitOffer, ...] = ()


def settlement_sheet(  # noqa: PLR0913 - what the member would leave by
    reader: Reader,
    *,
    member: str,
    on: date | None = None,
    left: date | None = None,
    why: Leaving | None = None,
    share_value: Fraction = Fraction(1),
    contributions: bool = True,
    benefits: tuple[str, ...] = (),
) -> SettlementSheet:
    """The settlement with a member who left, or what leaving on a day would come to.

    Raises:
        UnknownMember: there is none of that number.
    """
    found = the_member(reader, member)
    kept = reader.every(MemberSettlement, member=member, undone="")
    if kept:
        return _kept(reader, kept[-1])
    day = last_day(reader, on)
    ended = found.left or left or day
    reckoned = settle_up(
        reader,
        member,
        day,
        share_value=share_value,
        contributes_to=ended if contributions else None,
    )
    offers = benefit_offers(reader, member, ended) if why is Leaving.DECEASED else ()
    paid = welfare_items(reader, member, offers, benefits)
    person = person_of(reader, found.number, found.person)
    return SettlementSheet(
        number=None,
        member=member_rows(reader, [found])[0],
        on=day,
        left=ended,
        why=why or found.left_why,
        resolution="",
        share_value=share_value,
        items=(*_named(reader, reckoned.items), *paid),
        credit=reckoned.credit,
        loans=reckoned.loans,
        dues=reckoned.dues,
        payable=reckoned.payable,
        shortfall=reckoned.shortfall,
        dropped=reckoned.dropped,
        nominee=person.nominee if person else "",
        nominee_relation=person.nominee_relation if person else "",
        payee="",
        voucher="",
        guarantors=_standing_for(reader, reckoned.items, day),
        guarantees=tuple(running_guarantees(reader, member)),
        benefits=total(one.item.amount for one in paid),
        unpaid_dues=unpaid_dues(reader, member, day),
        offers=offers,
    )


def _kept(reader: Reader, one: MemberSettlement) -> SettlementSheet:
    found = the_member(reader, one.member)
    items = tuple(reader.every(SettledItem, settlement=one.number))
    person = person_of(reader, found.number, found.person)
    vouchers = _vouchers(reader, one, items)
    return SettlementSheet(
        number=one.number,
        member=member_rows(reader, [found])[0],
        on=one.on,
        left=one.left,
        why=one.why,
        resolution=one.resolution,
        share_value=one.share_value,
        items=_named(reader, items),
        credit=one.credit,
        loans=one.loans,
        dues=one.dues,
        payable=one.payable,
        shortfall=one.shortfall,
        dropped=_dropped(items),
        nominee=person.nominee if person else "",
        nominee_relation=person.nominee_relation if person else "",
        payee=vouchers[0].payee if vouchers else "",
        voucher=", ".join(each.label for each in vouchers),
        guarantors=_standing_for(reader, items, one.on),
        guarantees=tuple(running_guarantees(reader, one.member)),
        benefits=one.benefits,
        unpaid_dues=unpaid_dues(reader, one.member, one.on),
    )


def _vouchers(
    reader: Reader, one: MemberSettlement, items: tuple[SettledItem, ...]
) -> list[Voucher]:
    """The vouchers of the payment and of the benefits, for each of which somebody signs."""
    claims = [reader.newest(WelfareClaim, item.claim) for item in items if item.claim is not None]
    entries = [one.payment, *(claim.entry for claim in claims if claim is not None)]
    return [
        voucher
        for entry in entries
        if entry is not None
        for voucher in reader.every(Voucher, entry=entry)
    ]


def _dropped(items: tuple[SettledItem, ...]) -> Money:
    return total(one.left for one in items if one.kind in DUES)


def _named(reader: Reader, items: tuple[SettledItem, ...]) -> tuple[SheetItem, ...]:
    holders = holders_of(reader, [one.card for one in items if one.card is not None])
    types = {one.code: Name(one.name_th, one.name_en) for one in reader.every(ChargeType)}
    charged = dict(reader.rows("SELECT DISTINCT number, type FROM charges"))
    found = []
    for one in items:
        if one.card is not None:
            holder = holders[one.card]
            name = Name(holder.product_th, holder.product_en)
        elif one.claim is not None:
            name = benefit_name(reader, one.claim)
        else:
            name = types[charged[one.charge]]
        found.append(SheetItem(one, name.th, name.en))
    return tuple(found)


def _standing_for(
    reader: Reader, items: tuple[SettledItem, ...], day: date
) -> tuple[Standing, ...]:
    """Who stands for the loans on which something stays owed."""
    owed = {one.card for one in items if one.kind in OF_LOANS and one.left > ZERO}
    names = names_of(reader)
    return tuple(
        Standing(one.card, one.member, names.get(one.member, ""))
        for card in sorted(filter(None, owed))
        for one in reader.every(Guarantor, card=card)
        if one.released_on is None or one.released_on > day
    )
