"""The whole position of one member: what she has, what she promised, what she still owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.members import Member, Person, Zone
from ledger.domain.money import ZERO, Money, total
from ledger.domain.products import Hold
from ledger.domain.refusals import UnknownMember
from ledger.queries.arrears import OpenItem, open_items
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import Name, person_of, product_names, restricted_members
from ledger.queries.papers import ReceiptRow, receipts_where
from ledger.queries.promises import PromiseStanding, promise_standings
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader

_LATEST_RECEIPTS = 5
SAVED = (CardKind.SAVINGS, CardKind.CONTRIBUTION)
_ORDER = (CardKind.SAVINGS, CardKind.CONTRIBUTION, CardKind.SHARE, CardKind.LOAN)


def in_order(card: Card) -> tuple[int, int]:
    """Savings before shares before loans, each by number."""
    return (_ORDER.index(card.kind) if card.kind in _ORDER else len(_ORDER), card.number)


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One card of a member; ``balance`` is what the cooperative owes her on it.

    On a loan's card it is negative: she owes it.

    ``promise`` is the monthly amount, zero where none was promised; ``due`` what is open of it,
    the month of the day included, and ``ahead`` what was paid for later months.
    """

    card: int
    kind: CardKind
    product: str
    name_th: str
    name_en: str
    account: str
    opened_on: date
    closed_on: date | None
    matures_on: date | None
    balance: Money
    on_hold: Money
    promise: Money
    due: Money
    overdue: Money
    ahead: Money
    last_on: date | None


@dataclass(frozen=True, slots=True)
class MemberPosition:
    """A member at the end of a day. ``person`` is None where personal data were erased.

    It is None too while ``restricted`` says that they may not be used (trust.md 6.8).
    ``savings`` and ``shares`` are what the cooperative owes the member, ``loans`` the principal
    that the member owes.
    """

    at: date
    member: MemberRow
    person: Person | None
    restricted: bool
    leads: tuple[str, ...]
    cards: tuple[MemberCard, ...]
    savings: Money
    shares: Money
    loans: Money
    open_items: tuple[OpenItem, ...]
    owed: Money
    overdue: Money
    receipts: tuple[ReceiptRow, ...]


def member_position(reader: Reader, *, member: str, at: date | None = None) -> MemberPosition:
    """Everything about a member on one screen.

    Raises:
        UnknownMember: there is none of that number.
    """
    found = the_member(reader, member)
    day = last_day(reader, at)
    cards = member_cards(reader, member, day)
    items = tuple(open_items(reader, day, member).get(member, ()))
    latest = receipts_where(
        reader,
        'r.member = ? AND r."on" <= ?',
        (member, day.isoformat()),
        newest=_LATEST_RECEIPTS,
    )
    return MemberPosition(
        at=day,
        member=member_rows(reader, [found])[0],
        person=person_of(reader, member, found.person),
        restricted=member in restricted_members(reader),
        leads=tuple(zone.name for zone in reader.every(Zone, leader=member)),
        cards=cards,
        savings=total(one.balance for one in cards if one.kind in SAVED),
        shares=total(one.balance for one in cards if one.kind is CardKind.SHARE),
        loans=-total(one.balance for one in cards if one.kind is CardKind.LOAN),
        open_items=items,
        owed=total(item.owed for item in items),
        overdue=total(item.overdue for item in items),
        receipts=latest,
    )


def the_member(reader: Reader, number: str) -> Member:
    """The member of that number.

    Raises:
        UnknownMember: there is none.
    """
    found = reader.newest(Member, number)
    if found is None:
        raise UnknownMember(number)
    return found


def member_cards(reader: Reader, member: str, day: date) -> tuple[MemberCard, ...]:
    """The member's cards opened by the day, savings before shares before loans."""
    cards = [card for card in reader.every(Card, member=member) if card.opened_on <= day]
    cards.sort(key=in_order)
    standings = promise_standings(reader, at=day, cards=[card.number for card in cards])
    names = product_names(reader)
    return tuple(
        _member_card(reader, card, standings.get(card.number), names, day) for card in cards
    )


def _member_card(
    reader: Reader,
    card: Card,
    standing: PromiseStanding | None,
    names: dict[tuple[CardKind, str], Name],
    day: date,
) -> MemberCard:
    name = names.get((card.kind, card.product), Name(card.product, card.product))
    open_then = card.closed_on is None or day < card.closed_on
    promise = standing if open_then else None
    last = reader.one(
        "SELECT MAX(day) FROM lines WHERE card = ? AND day <= ?", (card.number, day.isoformat())
    )
    return MemberCard(
        card=card.number,
        kind=card.kind,
        product=card.product,
        name_th=name.th,
        name_en=name.en,
        account=card.account,
        opened_on=card.opened_on,
        closed_on=card.closed_on,
        matures_on=card.matures_on,
        balance=-reader.card_balance(card.number, card.account, at=day),
        on_hold=_on_hold(reader, card.number, day),
        promise=ZERO if promise is None else promise.monthly,
        due=ZERO if promise is None else promise.due,
        overdue=ZERO if promise is None else promise.overdue,
        ahead=ZERO if promise is None else promise.ahead,
        last_on=date.fromisoformat(last[0]) if last and last[0] else None,
    )


def _on_hold(reader: Reader, card: int, day: date) -> Money:
    holds = reader.every(Hold, card=card)
    return total(
        hold.amount
        for hold in holds
        if hold.on <= day and (hold.released_on is None or day < hold.released_on)
    )
