"""What members paid too much on loans: a credit account in their name, opened when it is needed."""

from __future__ import annotations

from ledger.domain.accounts import Account, CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.owing import Owing
from ledger.domain.posting import Place
from ledger.domain.products import CREDIT_PRODUCT, Nature, SavingsProduct
from ledger.usecases.recording import account_of_role


def credit_place(books: Books, loan: Owing) -> Place:
    """The borrower's account for what was paid too much, opened on the first occasion.

    Raises:
        NoRole: the chart has no account for it.
    """
    account, fund = account_of_role(books, "loan_credit"), loan.contract.fund
    member = loan.contract.member
    for card in books.every(Card, member=member):
        if card.product == CREDIT_PRODUCT and card.fund == fund and card.closed_on is None:
            return Place(account, fund, card.number)
    _define_product(books, account)
    number = books.next_number(Card)
    books.add(
        Card(
            number=number,
            kind=CardKind.SAVINGS,
            account=account,
            opened_on=loan.contract.on,
            product=CREDIT_PRODUCT,
            member=member,
            fund=fund,
        )
    )
    return Place(account, fund, number)


def _define_product(books: Books, account: str) -> None:
    if books.newest(SavingsProduct, CREDIT_PRODUCT) is not None:
        return
    named = books.newest(Account, account)
    names = (named.name_th, named.name_en) if named is not None else (CREDIT_PRODUCT,) * 2
    books.add(SavingsProduct(CREDIT_PRODUCT, *names, Nature.DEPOSIT, account))
