"""What was handed in to the network, and which cards belong to other organisations of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ledger.domain.accounts import CardKind
from ledger.domain.banks import BankAccount
from ledger.domain.cards import Card
from ledger.domain.cooperative import Cooperative
from ledger.domain.copies import Restored
from ledger.domain.days import Month
from ledger.domain.fingerprint import code_of
from ledger.domain.handing_in import CardPartner, HandedIn
from ledger.domain.lending import LoanContract
from ledger.domain.money import Money
from ledger.domain.network.figures import MonthFigures
from ledger.queries.cards import card_balances_at, card_places
from ledger.queries.month_figures import month_figures
from ledger.queries.naming import names_of
from ledger.queries.perpetual import PerpetualTotals, perpetual_totals
from ledger.queries.standing import known, the_cooperative
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class HandedInRow:
    """One package: when, by whom, and through which act it knows the book, with that act's code.

    ``key_code`` names the key that signed it, as the network office compares it; empty where
    nobody signed.
    """

    month: Month
    act: int
    handed_at: datetime
    user: str
    through_act: int
    code: str
    sha256: str
    key_code: str


@dataclass(frozen=True, slots=True)
class HandedInMonths:
    """Every package that was made, the newest first."""

    rows: tuple[HandedInRow, ...]


@dataclass(frozen=True, slots=True)
class HandInSlip:
    """The figures of a month, and the newest package that was made of it."""

    figures: MonthFigures
    handed_in: HandedInRow | None


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A card that is another organisation's; the balance is signed, debit positive."""

    card: int
    kind: CardKind
    account: str
    organisation: str
    balance: Money


@dataclass(frozen=True, slots=True)
class CardPartners:
    rows: tuple[PartnerRow, ...]


@dataclass(frozen=True, slots=True)
class PackageHead:
    """Whose book it is and how far it has come, as a package says it.

    ``sequence`` is the newest act that is no hand-in: noting one gives nothing new, and the same
    month stays the same bytes.
    """

    cooperative: Cooperative
    sequence: int
    fingerprint: str
    restorations: int
    totals: PerpetualTotals


def package_head(reader: Reader) -> PackageHead:
    """What a package made now would say of the book."""
    ((sequence, fingerprint),) = reader.rows(
        f"SELECT number, fingerprint FROM acts WHERE command <> 'hand-in'{known(reader, 'number')}"
        " ORDER BY number DESC LIMIT 1"
    )
    then = reader.at_act(sequence)
    restorations = len(then.every(Restored))
    return PackageHead(
        the_cooperative(reader), sequence, fingerprint, restorations, perpetual_totals(then)
    )


def handed_in_months(reader: Reader) -> HandedInMonths:
    """What the network was given, package by package."""
    rows = []
    for one in reversed(reader.every(HandedIn)):
        ((act, at, user),) = reader.rows(
            "SELECT a.number, a.recorded_at, a.user FROM handed_in AS h JOIN acts AS a"
            f" ON a.number = h.act WHERE h.number = ?{known(reader, 'h.act')}",
            (one.number,),
        )
        rows.append(
            HandedInRow(
                month=Month.parse(one.month),
                act=act,
                handed_at=datetime.fromisoformat(at),
                user=user,
                through_act=one.through_act,
                code=code_of(bytes.fromhex(one.fingerprint)),
                sha256=one.sha256,
                key_code=key_code(one.public),
            )
        )
    return HandedInMonths(tuple(rows))


def hand_in_slip(reader: Reader, *, month: Month) -> HandInSlip:
    """What the paper beside a package says; of a month that was not handed in it is a preview."""
    rows = [row for row in handed_in_months(reader).rows if row.month == month]
    return HandInSlip(month_figures(reader, month=month), rows[0] if rows else None)


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """A card that may be another organisation's; ``name`` is who it is kept for in the book."""

    card: int
    kind: CardKind
    name: str


@dataclass(frozen=True, slots=True)
class PartnerCards:
    rows: tuple[PartnerCard, ...]


def partner_cards(reader: Reader) -> PartnerCards:
    """Every open loan, borrowing, bank account and savings card, with the name it goes by."""
    names = names_of(reader)
    lenders = {one.card: one.lender for one in reader.every(LoanContract)}
    banks = {one.card: one.bank for one in reader.every(BankAccount)}
    kinds = (CardKind.BORROWING, CardKind.LOAN, CardKind.BANK, CardKind.SAVINGS)
    return PartnerCards(
        tuple(
            PartnerCard(
                one.number,
                one.kind,
                names.get(one.member or "", "")
                or lenders.get(one.number, "")
                or banks.get(one.number, ""),
            )
            for one in sorted(reader.every(Card), key=lambda one: one.number)
            if one.kind in kinds and one.closed_on is None
        )
    )


def card_partners(reader: Reader) -> CardPartners:
    """The cards of other organisations, with what they hold now."""
    places, held = card_places(reader), card_balances_at(reader, None)
    return CardPartners(
        tuple(
            PartnerRow(
                card=one.card,
                kind=places[one.card].kind,
                account=places[one.card].account,
                organisation=one.organisation,
                balance=Money(held.get(one.card, 0)),
            )
            for one in reader.every(CardPartner)
            if one.organisation
        )
    )


def key_code(public: str) -> str:
    """The letters by which people compare a key: those of paper, of the key itself."""
    return code_of(bytes.fromhex(public)) if public else ""
