"""Fixed assets: bought or taken over, depreciated by months, sold or scrapped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.assets import (
    AssetKind,
    AssetStanding,
    DepreciationRow,
    DepreciationRun,
    FixedAsset,
    asset_standings,
    is_gone,
)
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.entries import GENERAL_FUND, Line
from ledger.domain.limits import check_amount, check_count
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.assets import (
    AssetExists,
    AssetGone,
    DepreciatedLater,
    DepreciationBooked,
    ResidualTooHigh,
    UnknownAsset,
)
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    check_fund,
    check_has_come,
    event_lines,
    given,
    money_place,
    named,
    positive,
    record_lines,
)
from ledger.usecases.vouching import add_voucher, payee_named

_ONE_BAHT = baht(1)  # what is left in the books of an asset that still serves (domain.md 3.4)
_LONGEST_LIFE = 1_200  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyAsset(Command):
    """Something is bought that serves for years; ``months`` is how long (none for land)."""

    number: str
    name: str
    kind: AssetKind
    cost: Money
    on: date
    months: int = 0
    residual: Money = _ONE_BAHT
    place: str = ""
    fund: str = GENERAL_FUND
    bank: str | None = None
    payee: str
    approved_by: str = ""
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAsset(Command):
    """An asset that the book holds already; nothing is booked.

    ``depreciated`` is what was depreciated before ``first``, the first month that is still to be
    depreciated, for ``months`` more.
    """

    number: str
    name: str
    kind: AssetKind
    cost: Money
    bought: date
    depreciated: Money = ZERO
    first: Month
    months: int = 0
    residual: Money = _ONE_BAHT
    place: str = ""
    fund: str = GENERAL_FUND
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDepreciation(Command):
    """Book what all assets lost up to the end of a month and is not booked yet.

    After every month it books that month, at the end of a year the whole year; twice changes
    nothing. A rehearsal of this command is the trial run.
    """

    through: Month
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposeAsset(Command):
    """An asset is sold for ``proceeds``, or scrapped for nothing; the rest is gain or loss."""

    number: str
    on: date
    why: str
    proceeds: Money = ZERO
    bank: str | None = None
    payee: str = ""
    approved_by: str = ""


def buy_asset(command: BuyAsset, books: Books) -> None:
    months = 0 if command.kind is AssetKind.LAND else command.months
    asset = FixedAsset(
        number=command.number.strip(),
        name=named(command.name, "name"),
        kind=command.kind,
        cost=positive(command.cost, "cost"),
        residual=command.residual,
        bought=command.on,
        first=Month.of(command.on).iso,
        months=months,
        place=command.place,
        fund=command.fund,
        note=command.note,
    )
    _check_new(books, asset)
    places = {
        "account": Place(account_of_role(books, asset.kind.role), asset.fund),
        "money": money_place(books, command.bank, asset.fund),
    }
    lines = event_lines(books, "asset_bought", asset.cost, places)
    posted = record_lines(books, lines, on=command.on, event="asset_bought", memo=asset.name)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=f"{asset.number} {asset.name}",
        payee=payee_named(command.payee),
        approved_by=command.approved_by,
        document=command.document,
    )
    books.add(replace(asset, entry=posted.number))
    books.make(asset=asset.number)


def register_asset(command: RegisterAsset, books: Books) -> None:
    books.make(asset=keep_asset(command, books))


def keep_asset(command: RegisterAsset, books: Books) -> str:
    """Write an asset that the book holds; answers its number."""
    check_has_come(books, command.bought)
    asset = FixedAsset(
        number=command.number.strip(),
        name=named(command.name, "name"),
        kind=command.kind,
        cost=positive(command.cost, "cost"),
        residual=command.residual,
        bought=command.bought,
        first=command.first.iso,
        months=0 if command.kind is AssetKind.LAND else command.months,
        brought=command.depreciated,
        place=command.place,
        fund=command.fund,
        note=command.note,
    )
    _check_new(books, asset)
    books.add(asset)
    return asset.number


def post_depreciation(command: PostDepreciation, books: Books) -> None:
    check_day(books, command.through.last)
    due = [one for one in asset_standings(books, command.through) if one.due > ZERO]
    if not due:
        raise DepreciationBooked(command.through.iso)
    _run(books, due, command.through, command.through.last, command.approved_by)


def dispose_asset(command: DisposeAsset, books: Books) -> None:
    asset = the_asset(books, command.number)
    why = given(command.why, "why")
    check_amount("proceeds", command.proceeds, least=ZERO)
    check_day(books, command.on)
    before = Month.of(command.on).plus(-1)
    standing = _standing(books, asset.number, before)
    if standing.through > Month.of(command.on).iso:
        raise DepreciatedLater(asset.number, standing.through)
    if standing.due > ZERO:
        _run(books, [standing], before, command.on, command.approved_by)
        standing = _standing(books, asset.number, before)
    lines = _disposal_lines(command, books, standing)
    posted = record_lines(books, lines, on=command.on, event="asset_disposed", memo=why)
    add_voucher(
        books,
        VoucherKind.RECEIPT if command.proceeds > ZERO else VoucherKind.JOURNAL,
        posted,
        purpose=f"{asset.number} {asset.name}: {why}",
        payee=command.payee,
        approved_by=command.approved_by,
    )
    books.add(
        replace(
            asset,
            disposed=command.on,
            disposal=posted.number,
            proceeds=command.proceeds,
            why=why,
        )
    )
    gain = command.proceeds - standing.worth
    books.make(asset=asset.number, gain=gain.as_decimal())


def the_asset(books: Books, number: str) -> FixedAsset:
    """The asset of that number that is still there.

    Raises:
        UnknownAsset, AssetGone: there is none.
    """
    found = books.newest(FixedAsset, number)
    if found is None or not _is_there(books, found):
        raise UnknownAsset(number)
    if is_gone(books, found):
        raise AssetGone(number, found.disposed or found.bought)
    return found


def _is_there(books: Books, asset: FixedAsset) -> bool:
    return not asset.mistake and (asset.entry is None or books.reversed_by(asset.entry) is None)


def _check_new(books: Books, asset: FixedAsset) -> None:
    named(asset.number, "number")
    found = books.newest(FixedAsset, asset.number)
    if found is not None and _is_there(books, found):
        raise AssetExists(asset.number)
    check_fund(books, asset.fund)
    check_amount("residual", asset.residual, least=ZERO)
    check_amount("depreciated", asset.brought, least=ZERO)
    least = 0 if asset.kind is AssetKind.LAND else 1
    check_count("months", asset.months, least=least, most=_LONGEST_LIFE)
    if asset.residual + asset.brought > asset.cost:
        raise ResidualTooHigh(asset.residual + asset.brought, asset.cost)


def _standing(books: Books, number: str, month: Month) -> AssetStanding:
    return next(one for one in asset_standings(books, month) if one.asset.number == number)


def _run(
    books: Books, due: list[AssetStanding], through: Month, on: date, approved_by: str
) -> None:
    """One entry for all assets, and a row for each."""
    lines: list[Line] = []
    for one in due:
        fund, role = one.asset.fund, one.asset.kind.worn_role or ""
        places = {
            "expense": Place(account_of_role(books, "depreciation"), fund),
            "worn": Place(account_of_role(books, role), fund),
        }
        lines += event_lines(books, "depreciation", one.due, places)
    posted = record_lines(books, lines, on=on, event="depreciation", memo=through.iso)
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=through.iso, approved_by=approved_by)
    number, whole = books.next_number(DepreciationRun), total(one.due for one in due)
    books.add(DepreciationRun(number, through.iso, on, posted.number, whole))
    for one in due:
        books.add(DepreciationRow(number, one.asset.number, one.due))
    books.make(run=number, total=whole.as_decimal(), assets=len(due))


def _disposal_lines(command: DisposeAsset, books: Books, standing: AssetStanding) -> list[Line]:
    """Cost and depreciation go, money comes, and the difference is gain or loss."""
    asset, fund = standing.asset, standing.asset.fund
    places = {
        "account": Place(account_of_role(books, asset.kind.role), fund),
        "money": money_place(books, command.bank, fund),
    }
    if asset.kind.worn_role is not None:
        places["worn"] = Place(account_of_role(books, asset.kind.worn_role), fund)
    sold = min(command.proceeds, standing.worth)
    parts = (
        ("asset_worn", standing.booked),
        ("asset_sold", sold),
        ("asset_gain", command.proceeds - sold),
        ("asset_loss", standing.worth - sold),
    )
    return [
        line
        for event, amount in parts
        if amount > ZERO
        for line in event_lines(books, event, amount, places)
    ]
