"""Handing in to the network: noting the package that was made, and naming partners of cards."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.handing_in import CardPartner, HandedIn
from ledger.domain.refusals import CardWrong, MonthNotClosed, UnknownCard
from ledger.usecases.digests import act_before, digest_of
from ledger.usecases.recording import latest_closing

_PARTNERS = (CardKind.LOAN, CardKind.BORROWING, CardKind.SAVINGS, CardKind.BANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn(Command):
    """A sealed package of a closed month was made for the network; the program asks for it."""

    month: Month
    through_act: int
    fingerprint: str
    sha256: str
    public: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCardPartner(Command):
    """The card is that of another organisation of the network; empty: it is none any more."""

    card: int
    organisation: str


def hand_in(command: HandIn, books: Books) -> None:
    """Note what was given.

    Raises:
        MonthNotClosed: figures of an open month may still change.
        WrongKind: what is said of the package can be none.
    """
    closing = latest_closing(books)
    if closing is None or (closing.closed_through or "") < command.month.iso:
        raise MonthNotClosed(command.month.iso)
    if command.public:
        digest_of(command.public, "public")  # a key has the length of a digest
    number = books.next_number(HandedIn)
    books.add(
        HandedIn(
            number=number,
            month=command.month.iso,
            through_act=act_before(command.through_act, books),
            fingerprint=digest_of(command.fingerprint, "fingerprint"),
            sha256=digest_of(command.sha256, "sha256"),
            public=command.public,
        )
    )
    books.make(handed_in=number)


def set_card_partner(command: SetCardPartner, books: Books) -> None:
    """Say whose the card is.

    Raises:
        UnknownCard, CardWrong: no card that another organisation can have.
    """
    card = books.newest(Card, command.card)
    if card is None:
        raise UnknownCard(command.card)
    if card.kind not in _PARTNERS:
        raise CardWrong(card.account, card.number)
    books.add(CardPartner(card.number, command.organisation.strip()))
