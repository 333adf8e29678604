"""Opening cards: a member's savings account or share card under its product."""

from __future__ import annotations

from datetime import date

from ledger.domain.accounts import Account, CardKind, Fund
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.days import plus_months
from ledger.domain.limits import check_amount, check_count
from ledger.domain.money import ZERO
from ledger.domain.products import Nature, SavingsProduct, ShareType
from ledger.domain.refusals import HeadPostedTo, ProductClosed, UnknownAccount, UnknownFund
from ledger.usecases.recording import check_has_come, named

_LONGEST_TERM = 600  # months


def check_product(books: Books, product: SavingsProduct) -> None:
    """Whether accounts of the product could be opened and used.

    Raises:
        NameMissing, UnknownAccount, HeadPostedTo, UnknownFund, AmountOutOfRange, CountOutOfRange.
    """
    named(product.code, "code")
    named(product.name_th, "name_th")
    account = books.newest(Account, product.account)
    if account is None:
        raise UnknownAccount(product.account)
    if account.head:
        raise HeadPostedTo(product.account)
    if books.newest(Fund, product.fund) is None:
        raise UnknownFund(product.fund)
    check_amount("minimum_balance", product.minimum_balance, least=ZERO)
    if product.term_months is not None:
        check_count("term_months", product.term_months, least=1, most=_LONGEST_TERM)


def open_savings_card(books: Books, product: SavingsProduct, *, member: str, on: date) -> int:
    """Open a savings account; answers the card's number.

    Raises:
        ProductClosed: the product takes no new accounts.
    """
    if product.closed:
        raise ProductClosed(product.code)
    check_has_come(books, on)
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
    check_has_come(books, on)
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
