"""Which accounts may be closed, and which may play a role of the posting table."""

from __future__ import annotations

from ledger.domain.accounts import Account, Fund, RoleAccount
from ledger.domain.books import Books
from ledger.domain.money import ZERO
from ledger.domain.refusals import AccountClosed, HeadPostedTo
from ledger.domain.refusals.entering import AccountHasRole, AccountHolds

# Without these no receipt and no voucher is booked; what else has a role may be given up.
_NEEDED = frozenset({"cash", "bank"})


def check_playable(account: Account) -> None:
    """Whether events may be booked on the account by themselves.

    Raises:
        HeadPostedTo, AccountClosed: why not.
    """
    if account.head:
        raise HeadPostedTo(account.code)
    if account.closed:
        raise AccountClosed(account.code)


def check_closable(books: Books, code: str) -> None:
    """A closed account takes no entry: not the next receipt, and not the closing of its year.

    Raises:
        AccountHasRole: receipts and vouchers are booked on it.
        AccountHolds: a fund still has a balance on it.
    """
    for one in books.every(RoleAccount):
        if one.account == code and one.role in _NEEDED:
            raise AccountHasRole(code, one.role)
    for fund in books.every(Fund):
        held = books.balance(code, fund=fund.code)
        if held != ZERO:
            raise AccountHolds(code, abs(held))
