"""Opening cards: a member's savings account or share card under its product."""

from __future__ import annotations

from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.days import plus_months
from ledger.domain.products import Nature, SavingsProduct, ShareType
from ledger.domain.refusals import ProductClosed


def open_savings_card(books: Books, product: SavingsProduct, *, member: str, on: date) -> int:
    """Open a savings account; answers the card's number.

    Raises:
        ProductClosed: the product takes no new accounts.
    """
    if product.closed:
        raise ProductClosed(product.code)
    contribution = product.nature is Nature.CONTRIBUTION
    number = books.next_number(Card)
    matures = None if product.term_months is None else plus_months(on, product.term_months)
    books.add(
        Card(
            number=number,
            kind=CardKind.CONTRIBUTION if contribution else CardKind.SAVINGS,
            account=product.account,
            opened_on=on,
            product=product.code,
            member=member,
            fund=product.fund,
            matures_on=matures,
        )
    )
    return number


def open_share_card(books: Books, shares: ShareType, *, member: str, on: date) -> int:
    """Open a share card; answers its number.

    Raises:
        ProductClosed: the share type takes no new holders.
    """
    if shares.closed:
        raise ProductClosed(shares.code)
    number = books.next_number(Card)
    books.add(
        Card(
            number=number,
            kind=CardKind.SHARE,
            account=shares.account,
            opened_on=on,
            product=shares.code,
            member=member,
            fund=shares.fund,
        )
    )
    return number
