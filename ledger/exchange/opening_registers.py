"""Rows of the workbook that book nothing: own accounts, assets, the welfare fund, its benefits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ledger.domain.accounts import Account, Kind, check_place
from ledger.domain.assets import AssetKind
from ledger.domain.benefits import Sex
from ledger.domain.contributions import Rhythm
from ledger.domain.days import Month, day_after
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import AccountExists, MissingField, Refusal
from ledger.domain.refusals.assets import AssetExists, ResidualTooHigh
from ledger.domain.refusals.carrying import AccountNamedOtherwise, DayNotInOrder
from ledger.domain.refusals.welfare import AlreadyInWelfareFund, NotInWelfareFund
from ledger.domain.welfare_fund import WelfareGroup
from ledger.exchange.opening_file import OpeningFile
from ledger.queries.opening import OpeningLists
from ledger.usecases.founding import OpenAccount
from ledger.usecases.owning import RegisterAsset
from ledger.usecases.welfare_carrying import CarryBenefit
from ledger.usecases.welfare_joining import JoinWelfare

REGISTERS = frozenset({"chart", "assets", "welfare", "benefits"})
Values = dict[str, Any]
_COLUMN_OF = {AccountExists: "code", AccountNamedOtherwise: "name_th"}


@dataclass(slots=True)
class RegisterReading:
    """The rows so far; ``accounts`` are those that later rows may name, and grow here."""

    found: OpeningFile
    lists: OpeningLists
    accounts: dict[str, Account]
    chart: dict[str, tuple[int, Values]] = field(default_factory=dict)
    sums: dict[str, Money] = field(default_factory=dict)

    def take(self, sheet: str, number: int, values: Values) -> None:
        """One row that was read.

        Raises:
            Refusal: the book would not take it.
        """
        if sheet == "chart":
            # A head may stand below what it groups: the sheet is looked at when it ends.
            self.chart[values["code"]] = number, values
        elif sheet == "assets":
            self._take_asset(values)
        elif sheet == "welfare":
            self._take_membership(values)
        else:
            self._take_benefit(values)

    def settle_chart(self, refuse: Callable[[int, str, Any, Refusal], None]) -> None:
        """Put the accounts of the sheet in order, heads first; what fits nowhere is refused."""
        rows, self.chart = self.chart, {}
        made = {code: _account(values) for code, (_, values) in rows.items()}
        known = {code: one for code, one in self.accounts.items() if code not in made}
        for code in sorted(made, key=lambda code: len(_above(code, made))):
            number, values = rows[code]
            account, there = made[code], self.accounts.get(code)
            try:
                if there is not None:
                    self._check_same(account, there)
                    _check_names(values, there)
                    self.found.known_rows += 1
                    continue
                if account.parent is not None:
                    check_place(account, made.get(account.parent) or known.get(account.parent))
            except Refusal as refusal:
                column = _COLUMN_OF.get(type(refusal), "parent")
                refuse(number, column, values.get(column), refusal)
                continue
            self.found.chart.append(
                OpenAccount(
                    code=code,
                    kind=account.kind,
                    name_th=account.name_th,
                    name_en=account.name_en,
                    parent=account.parent,
                    head=account.head,
                )
            )
        self.accounts |= {code: one for code, one in made.items() if code not in self.accounts}

    def _check_same(self, account: Account, there: Account) -> None:
        same = account.kind is there.kind and account.head == there.head
        if not same or account.parent not in {None, there.parent}:
            raise AccountExists(account.code)

    def _take_asset(self, values: Values) -> None:
        kind, code = AssetKind(values["kind"]), values["number"].strip()
        cost: Money = values["cost"]
        worn: Money = values.get("depreciated", ZERO)
        for role, amount in ((kind.role, cost), (kind.worn_role, ZERO - worn)):
            account = self.lists.roles.get(role or "")
            if account is not None and amount != ZERO:
                self.sums[account] = self.sums.get(account, ZERO) + amount
        before = self.lists.registers.assets.get(code)
        if before is not None:
            if before != (cost, worn):
                raise AssetExists(code)
            self.found.known_rows += 1
        elif self.found.on is not None:
            self.found.assets.append(_asset(code, kind, values, self.found.on))

    def _take_membership(self, values: Values) -> None:
        member, joined = values["member"], values["joined"]
        before = self.lists.registers.welfare.get(member)
        if before is not None:
            if before != joined:
                raise AlreadyInWelfareFund(member, before)
            self.found.known_rows += 1
            return
        sex = values.get("sex")
        self.found.welfare.append(
            JoinWelfare(
                member=member,
                on=joined,
                rhythm=Rhythm(values["rhythm"]),
                amount=values["amount"],
                group=WelfareGroup(values.get("group") or "general"),
                sex=Sex(sex) if sex else None,
                through=values.get("through"),
                note=values.get("note", ""),
            )
        )

    def _take_benefit(self, values: Values) -> None:
        member, day, paid_on = values["member"], values["on"], values["paid_on"]
        joined = {one.member: one.on for one in self.found.welfare}
        since = joined.get(member) or self.lists.registers.welfare.get(member)
        if since is None:
            raise NotInWelfareFund(member)
        last = values.get("end") or day
        admitted = values.get("admitted")
        order = (
            *((since, day), (admitted or day, day), (day, last)),
            *((last, paid_on), (paid_on, self.found.on or paid_on)),
        )
        for earlier, later in order:
            if earlier > later:
                raise DayNotInOrder(member, later, earlier)
        if (member, values["benefit"], day) in self.lists.registers.benefits:
            self.found.known_rows += 1
            return
        self.found.benefits.append(
            CarryBenefit(
                member=member,
                benefit=values["benefit"],
                start=day,
                end=values.get("end"),
                amount=values["amount"],
                paid_on=paid_on,
                note=values.get("note", ""),
                admitted=admitted,
            )
        )


def _check_names(values: Values, there: Account) -> None:
    """Whether the chart on paper means the account of the book.

    Raises:
        AccountNamedOtherwise: it calls it something else.
    """
    known = {_same(there.name_th), _same(there.name_en)}
    for here in (values["name_th"], values.get("name_en")):
        if here and _same(here) not in known:
            raise AccountNamedOtherwise(there.code, there.name_th, here)


def _same(name: str) -> str:
    return "".join(name.split()).casefold()


def _account(values: Values) -> Account:
    return Account(
        code=values["code"],
        kind=Kind(values["kind"]),
        name_th=values["name_th"],
        name_en=values.get("name_en") or values["name_th"],
        parent=values.get("parent") or None,
        head=values.get("head") == "yes",
    )


def _above(code: str, made: dict[str, Account]) -> list[str]:
    """The heads above an account of the sheet; a circle ends where it began."""
    heads: list[str] = []
    parent = made[code].parent
    while parent is not None and parent in made and parent not in heads:
        heads.append(parent)
        parent = made[parent].parent
    return heads


def _asset(code: str, kind: AssetKind, values: Values, cut_over: date) -> RegisterAsset:
    """The asset with what is still to be depreciated from the day after the cut-over on.

    Raises:
        DayNotInOrder, ResidualTooHigh, MissingField: why it cannot stand in the register.
    """
    cost: Money = values["cost"]
    worn: Money = values.get("depreciated", ZERO)
    residual: Money = baht(1) if values.get("residual") is None else values["residual"]
    if values["bought"] > cut_over:
        raise DayNotInOrder(code, cut_over, values["bought"])
    if residual + worn > cost:
        raise ResidualTooHigh(residual + worn, cost)
    months = values.get("months")
    if months is None and kind is not AssetKind.LAND and residual + worn != cost:
        raise MissingField("months")
    return RegisterAsset(
        number=code,
        name=values["name"],
        kind=kind,
        cost=cost,
        bought=values["bought"],
        depreciated=worn,
        first=Month.of(day_after(cut_over)),
        months=months or 1,
        residual=residual,
        place=values.get("place", ""),
        fund=values.get("fund") or GENERAL_FUND,
    )
