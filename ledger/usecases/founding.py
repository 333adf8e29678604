"""Founding a book: the cooperative, its chart, and what it may change of itself later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import (
    Account,
    BookKind,
    CardKind,
    Fund,
    Kind,
    RoleAccount,
    check_place,
    standard_chart,
)
from ledger.domain.accrual import YearPart
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.cooperative import Cooperative
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.limits import check_amount
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.products import (
    ChargeKind,
    ChargeType,
    InterestMethod,
    Nature,
    SavingsProduct,
    SavingsRate,
    ShareType,
)
from ledger.domain.promptpay import promptpay_number
from ledger.domain.refusals import (
    AccountExists,
    FundExists,
    NameMissing,
    NothingToDo,
    UnknownAccount,
    WrongKind,
)
from ledger.usecases.account_duties import check_closable, check_playable
from ledger.usecases.recording import named, the_cooperative

EVER = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBook(Command):
    """The first act of every book. ``book`` is its random identity in hexadecimal letters."""

    book: str
    kind: BookKind
    name_th: str
    name_en: str = ""
    registration: str = ""
    address: str = ""
    telephone: str = ""
    auditor_telephone: str = ""
    year_ends_in: int = 12
    starts_on: date | None = None
    cash_limit: Money | None = None
    receipt_series: str = "R"
    practice: bool = False
    standard_products: bool = True
    promptpay: str = ""
    thai_digits: bool = False
    common_era: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCooperative(Command):
    """Names, addresses, limits and habits of papers; what is not given stays."""

    name_th: str | None = None
    name_en: str | None = None
    registration: str | None = None
    address: str | None = None
    telephone: str | None = None
    auditor_telephone: str | None = None
    cash_limit: Money | None = None
    promptpay: str | None = None
    thai_digits: bool | None = None
    common_era: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAccount(Command):
    """An account of one's own in the chart; with ``head`` it only groups."""

    code: str
    kind: Kind
    name_th: str
    name_en: str = ""
    parent: str | None = None
    head: bool = False
    card: CardKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAccount(Command):
    """Another name for an account, or no more entries on it."""

    code: str
    name_th: str | None = None
    name_en: str | None = None
    closed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignRole(Command):
    """Which account plays a role of the posting table from now on."""

    role: str
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFund(Command):
    """A fund or project that balances for itself."""

    code: str
    name_th: str
    name_en: str = ""


def found_book(command: FoundBook, books: Books) -> None:
    if not command.name_th.strip():
        raise NameMissing("name_th")
    if not 1 <= command.year_ends_in <= 12:
        raise WrongKind("year_ends_in", "1 … 12")
    if books.every(Cooperative):
        raise NothingToDo("found-book")
    _check_cash_limit(command.cash_limit)
    books.add(
        Cooperative(
            book=command.book,
            kind=command.kind,
            name_th=command.name_th,
            name_en=command.name_en or command.name_th,
            registration=command.registration,
            address=command.address,
            telephone=command.telephone,
            auditor_telephone=command.auditor_telephone,
            year_ends_in=command.year_ends_in,
            starts_on=command.starts_on,
            cash_limit=command.cash_limit,
            receipt_series=command.receipt_series,
            practice=command.practice,
            promptpay=promptpay_number(command.promptpay),
            thai_digits=command.thai_digits,
            common_era=command.common_era,
        )
    )
    books.add(Fund(GENERAL_FUND, "ทั่วไป", "General"))
    chart = standard_chart(command.kind)
    for account in chart.accounts:
        books.add(account)
    for role in chart.roles:
        books.add(role)
    if command.standard_products:
        _add_standard_products(books, command.kind)
    books.make(book=command.book)


def change_cooperative(command: ChangeCooperative, books: Books) -> None:
    before = the_cooperative(books)
    if command.name_th is not None and not command.name_th.strip():
        raise NameMissing("name_th")
    given = {
        name: getattr(command, name)
        for name in ChangeCooperative.__dataclass_fields__
        if getattr(command, name) is not None
    }
    if command.promptpay is not None:
        given["promptpay"] = promptpay_number(command.promptpay)
    _check_cash_limit(command.cash_limit)
    books.add(replace(before, **given))


def open_account(command: OpenAccount, books: Books) -> None:
    if books.newest(Account, command.code) is not None:
        raise AccountExists(command.code)
    account = Account(
        code=named(command.code, "code"),
        kind=command.kind,
        name_th=named(command.name_th, "name_th"),
        name_en=command.name_en or command.name_th,
        parent=command.parent,
        head=command.head,
        card=command.card,
    )
    if command.parent is not None:
        check_place(account, books.newest(Account, command.parent))
    books.add(account)
    books.make(account=command.code)


def change_account(command: ChangeAccount, books: Books) -> None:
    before = the_account(books, command.code)
    if command.closed and not before.closed:
        check_closable(books, command.code)
    name = command.name_th
    books.add(
        replace(
            before,
            name_th=before.name_th if name is None else named(name, "name_th"),
            name_en=before.name_en if command.name_en is None else command.name_en,
            closed=before.closed if command.closed is None else command.closed,
        )
    )


def assign_role(command: AssignRole, books: Books) -> None:
    check_playable(the_account(books, command.account))
    books.add(RoleAccount(command.role, command.account))


def open_fund(command: OpenFund, books: Books) -> None:
    if books.newest(Fund, command.code) is not None:
        raise FundExists(command.code)
    code, name = named(command.code, "code"), named(command.name_th, "name_th")
    books.add(Fund(code, name, command.name_en or name))
    books.make(fund=command.code)


def _check_cash_limit(limit: Money | None) -> None:
    if limit is not None:
        check_amount("cash_limit", limit, least=ZERO)


def the_account(books: Books, code: str) -> Account:
    """The account of that code.

    Raises:
        UnknownAccount: there is none.
    """
    account = books.newest(Account, code)
    if account is None:
        raise UnknownAccount(code)
    return account


def _add_standard_products(books: Books, kind: BookKind) -> None:
    """What a cooperative of this kind usually has (domain.md 2.1); every value may be changed."""
    if kind is BookKind.JOURNAL:
        return
    books.add(
        ChargeType("ENTRY", "ค่าธรรมเนียมแรกเข้า", "Entrance fee", ChargeKind.ENTRANCE_FEE, "43010")
    )
    books.add(ChargeType("FINE", "ค่าปรับ", "Fine", ChargeKind.FINE, "42040"))
    books.add(ChargeType("DUES", "ค่าบำรุง", "Dues", ChargeKind.DUES, "43040"))
    if kind is BookKind.WELFARE_FUND:
        books.add(
            SavingsProduct(
                "WELFARE",
                "เงินสมทบสวัสดิการ",
                "Welfare contribution",
                Nature.CONTRIBUTION,
                "41010",
                promise=True,
                opened_for_all=True,
            )
        )
        return
    for product in _savings_of(kind):
        books.add(product)
    books.add(SavingsRate("SAVINGS", EVER, ZERO, Fraction(1, 100)))
    if kind in (BookKind.HOUSING, BookKind.SAVINGS_GROUP):
        books.add(ShareType("SHARES", "ค่าหุ้น", "Shares", Money(1_000), "31010"))


def _savings_of(kind: BookKind) -> tuple[SavingsProduct, ...]:
    equity = kind is BookKind.VILLAGE_FUND  # domain.md fact 2: account 31020 of village funds
    promise = SavingsProduct(
        "PROMISE",
        "เงินสัจจะ",
        "Promise savings",
        Nature.EQUITY if equity else Nature.DEPOSIT,
        "31020" if equity else "21050",
        promise=True,
        opened_for_all=True,
    )
    savings = SavingsProduct(
        "SAVINGS",
        "เงินฝากออมทรัพย์",
        "Savings deposit",
        Nature.DEPOSIT,
        "21010",
        interest_account="51010",
        method=InterestMethod.DAILY,
        day_count=YearPart.ACTUAL_365,
        rounding=Rounding.SATANG_HALF_UP,
    )
    return promise, savings
