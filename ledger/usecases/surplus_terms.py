"""Whether the terms of an allocation can be meant, before anything is reckoned by them."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.accounts import BookKind
from ledger.domain.books import Books
from ledger.domain.products import SavingsProduct, ShareType
from ledger.domain.refusals import UnknownProduct
from ledger.domain.refusals.closing import ReserveBelowLaw
from ledger.domain.surplus import SurplusRule, check_limits
from ledger.usecases.members import the_member
from ledger.usecases.recording import the_cooperative

_LEAST = SurplusRule().reserve_part


def check_rule(rule: SurplusRule, books: Books) -> None:
    """Limits are settings, but what the Act asks of a registered cooperative (s.60) is not.

    Raises:
        RateOutOfRange, AmountOutOfRange: a part is none, or a limit is below zero.
        ReserveBelowLaw: the reserve would get less than a tenth.
    """
    check_limits(rule)
    if the_cooperative(books).kind is BookKind.HOUSING and rule.reserve_part < _LEAST:
        raise ReserveBelowLaw(rule.reserve_part, _LEAST)


def check_named(books: Books, products: Sequence[str], defaulters: Sequence[str]) -> None:
    """Whether there is everything and everybody that is named.

    A product that is none would earn nobody anything, and a number that is nobody's would let the
    defaulter have her refund.

    Raises:
        UnknownProduct, UnknownMember: there is none.
    """
    for code in products:
        if books.newest(ShareType, code) is None and books.newest(SavingsProduct, code) is None:
            raise UnknownProduct(code)
    for number in defaulters:
        the_member(books, number)
