"""Shares on paper: the register of all holders, and the certificate of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.days import day_before
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import PaperPrint
from ledger.domain.products import ShareType
from ledger.domain.refusals import NoShares, UnknownProduct
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import names_of
from ledger.queries.position import the_member
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ShareHolder:
    """One card of the register: what it held, bought and gave back, and its whole shares."""

    card: int
    member: str
    name: str
    opened_on: date
    brought_forward: Money
    bought: Money
    returned: Money
    balance: Money
    shares: int


@dataclass(frozen=True, slots=True)
class SharesOfType:
    """All holders of one type of shares, by member number, beside the ledger's account.

    ``difference`` is what the cards hold above the account; it must be zero.
    """

    type: str
    name_th: str
    name_en: str
    par: Money
    rows: tuple[ShareHolder, ...]
    shares: int
    brought_forward: Money
    bought: Money
    returned: Money
    balance: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class ShareRegister:
    """The register at the end of a day, with what moved since ``since``."""

    since: date
    at: date
    types: tuple[SharesOfType, ...]


@dataclass(frozen=True, slots=True)
class Certified:
    """One type of shares on a certificate."""

    card: int
    name_th: str
    name_en: str
    par: Money
    shares: int
    amount: Money
    since: date


@dataclass(frozen=True, slots=True)
class ShareCertificate:
    """What a member holds in whole shares on a day; ``copy`` 1 is the original, 2 the first copy.

    Prints are counted under the cards and what they hold: other holdings make a new original.
    """

    at: date
    member: MemberRow
    held: tuple[Certified, ...]
    copy: int

    @property
    def counted_as(self) -> str:
        return certificate_label(self.member.number, self.held)


def share_register(
    reader: Reader, *, at: date | None = None, since: date | None = None, product: str | None = None
) -> ShareRegister:
    """Who holds how many shares at the end of a day; movements since a day, by default the year's.

    Raises:
        UnknownProduct: there is no such type of shares.
    """
    day = last_day(reader, at)
    start = since or date(day.year, 1, 1)
    if product is not None and reader.newest(ShareType, product) is None:
        raise UnknownProduct(product)
    kinds = [one for one in reader.every(ShareType) if product in (None, one.code)]
    return ShareRegister(start, day, tuple(_of_type(reader, one, start, day) for one in kinds))


def certificate_label(member: str, held: Iterable[Certified]) -> str:
    """Under which name prints of a certificate are counted."""
    return f"share-certificate/{member}/" + ",".join(f"{one.card}:{one.shares}" for one in held)


def share_certificate(
    reader: Reader, *, member: str, at: date | None = None, copy: int | None = None
) -> ShareCertificate:
    """The certificate of a member for all whole shares held at the end of a day.

    ``copy`` is what ``record-print`` counted; without it the one that printing now would make.

    Raises:
        UnknownMember, NoShares: there is no such member, or no whole share.
    """
    found, day = the_member(reader, member), last_day(reader, at)
    kinds = {one.code: one for one in reader.every(ShareType)}
    held = []
    for card in reader.every(Card, member=member):
        if card.kind is not CardKind.SHARE or card.opened_on > day:
            continue
        kind = kinds[card.product]
        count = -reader.card_balance(card.number, card.account, at=day).satang // kind.par.satang
        if count > 0:
            amount = kind.par * count
            held.append(
                Certified(
                    card.number, kind.name_th, kind.name_en, kind.par, count, amount, card.opened_on
                )
            )
    if not held:
        raise NoShares(member)
    prints = reader.every(PaperPrint, paper=certificate_label(member, held))
    row = member_rows(reader, [found])[0]
    return ShareCertificate(day, row, tuple(held), copy or len(prints) + 1)


def _of_type(reader: Reader, kind: ShareType, since: date, at: date) -> SharesOfType:
    cards = [
        one
        for one in reader.every(Card, kind=CardKind.SHARE, product=kind.code)
        if one.opened_on <= at
    ]
    names = names_of(reader, [one.member for one in cards if one.member is not None])
    moved = _moved(reader, kind.code, since, at)
    rows = [_holder(reader, card, names, moved, (kind, since, at)) for card in cards]
    kept = tuple(
        sorted(
            (row for row in rows if row.balance != ZERO or row.returned != ZERO),
            key=lambda row: (row.member, row.card),
        )
    )
    booked = -reader.balance(kind.account, at=at)
    others = total(
        -reader.card_balance(one.number, one.account, at=at)
        for one in reader.every(Card, account=kind.account)
        if one.product != kind.code
    )
    balance = total(row.balance for row in kept)
    return SharesOfType(
        type=kind.code,
        name_th=kind.name_th,
        name_en=kind.name_en,
        par=kind.par,
        rows=kept,
        shares=sum(row.shares for row in kept),
        brought_forward=total(row.brought_forward for row in kept),
        bought=total(row.bought for row in kept),
        returned=total(row.returned for row in kept),
        balance=balance,
        difference=balance + others - booked,
    )


def _moved(reader: Reader, product: str, since: date, at: date) -> dict[int, tuple[int, int]]:
    """Satang bought and returned by card; what was taken back counts as never done."""
    rows = reader.rows(
        "SELECT c.number, SUM(CASE WHEN e.reverses IS NULL THEN l.credit ELSE -l.debit END),"
        " SUM(CASE WHEN e.reverses IS NULL THEN l.debit ELSE -l.credit END)"
        " FROM (SELECT number, MIN(account) AS account FROM cards"
        " WHERE kind = 'share' AND product = ? GROUP BY number) AS c"
        " JOIN lines AS l ON l.card = c.number AND l.account = c.account"
        " JOIN entries AS e ON e.number = l.entry WHERE l.day BETWEEN ? AND ? GROUP BY c.number",
        (product, since.isoformat(), at.isoformat()),
    )
    return {card: (bought, returned) for card, bought, returned in rows}


def _holder(
    reader: Reader,
    card: Card,
    names: dict[str, str],
    moved: dict[int, tuple[int, int]],
    of: tuple[ShareType, date, date],
) -> ShareHolder:
    kind, since, at = of
    balance = -reader.card_balance(card.number, card.account, at=at)
    bought, returned = moved.get(card.number, (0, 0))
    member = card.member or ""
    return ShareHolder(
        card=card.number,
        member=member,
        name=names.get(member, ""),
        opened_on=card.opened_on,
        brought_forward=-reader.card_balance(card.number, card.account, at=day_before(since)),
        bought=Money(bought),
        returned=Money(returned),
        balance=balance,
        shares=balance.satang // kind.par.satang,
    )
