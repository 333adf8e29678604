"""The cash flow statement: how the result of a period became the change of cash and banks.

The indirect method: every account that is no cash moved cash by the opposite of its own change, so
the parts always add up to the change of cash (domain.md 3.1, forms of the regulator).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ledger.domain.accounts import Account, CardKind, Kind, RoleAccount
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.queries.standing import last_day, year_start
from ledger.queries.sums import NOTHING, Sums, sums_at, sums_before
from ledger.storage.reading import Reader


class Activity(Enum):
    """What a flow of cash belongs to."""

    OPERATING = "operating"
    INVESTING = "investing"
    FINANCING = "financing"


@dataclass(frozen=True, slots=True)
class Flow:
    """What the change of one account did to cash: positive brought some in."""

    account: str
    name_th: str
    name_en: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ActivityFlows:
    """The flows of one activity by account; ``total`` of operations includes the result."""

    activity: Activity
    flows: tuple[Flow, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class CashFlow:
    """``opening`` plus ``change`` is ``closing``; ``result`` is income less expense.

    ``before`` is the same of the same days a year earlier, which has no ``before`` of its own.
    """

    since: date
    until: date
    result: Money
    activities: tuple[ActivityFlows, ...]
    change: Money
    opening: Money
    closing: Money
    before: CashFlow | None = None


# Roles of the standard charts (domain.md 3.3) of what is bought to stay.
_BOUGHT = ("investment", "land", "building", "equipment", "durable")


def cash_flow(reader: Reader, *, since: date | None = None, until: date | None = None) -> CashFlow:
    """Cash flows of a period, by default from the beginning of the fiscal year to the last day."""
    day = last_day(reader, until)
    start = since or year_start(reader, Month.of(day)).first
    earlier = _flow_between(reader, _a_year_before(start), _a_year_before(day))
    return replace(_flow_between(reader, start, day), before=earlier)


def _a_year_before(day: date) -> date:
    """The same day of last year; a month's last day stays the last one."""
    month = Month.of(day).plus(-12)
    return month.last if day == Month.of(day).last else day.replace(year=month.year)


def _flow_between(reader: Reader, start: date, day: date) -> CashFlow:
    before, after = sums_before(reader, start), sums_at(reader, day)
    accounts = [one for one in reader.every(Account) if not one.head]
    roles = {one.account: one.role for one in reader.every(RoleAccount)}
    cash = [one for one in accounts if _is_cash(one, roles)]
    result = _moved((one for one in accounts if one.kind.in_result), before, after)
    others = [one for one in accounts if one not in cash and not one.kind.in_result]
    activities = tuple(
        _of(activity, [one for one in others if _activity(one, roles) is activity], before, after)
        for activity in Activity
    )
    operating = activities[0]
    activities = (
        ActivityFlows(operating.activity, operating.flows, operating.total + result),
        *activities[1:],
    )
    opening, closing = _held(cash, before), _held(cash, after)
    return CashFlow(
        since=start,
        until=day,
        result=result,
        activities=activities,
        change=total(one.total for one in activities),
        opening=opening,
        closing=closing,
    )


def _is_cash(account: Account, roles: dict[str, str]) -> bool:
    if account.kind is not Kind.ASSET:
        return False
    role = roles.get(account.code, "")
    return account.card is CardKind.BANK or role == "cash" or role.startswith("bank")


def _activity(account: Account, roles: dict[str, str]) -> Activity:
    if account.kind is Kind.EQUITY or account.card is CardKind.BORROWING:
        return Activity.FINANCING
    if roles.get(account.code) in _BOUGHT:
        return Activity.INVESTING
    return Activity.OPERATING


def _of(activity: Activity, accounts: list[Account], before: Sums, after: Sums) -> ActivityFlows:
    flows = tuple(
        Flow(one.code, one.name_th, one.name_en, amount)
        for one in accounts
        if (amount := _moved((one,), before, after)) != ZERO
    )
    return ActivityFlows(activity, flows, total(one.amount for one in flows))


def _moved(accounts: Iterable[Account], before: Sums, after: Sums) -> Money:
    """What changes of these accounts brought in: credits less debits of the period."""
    return total(
        before.get(one.code, NOTHING).balance - after.get(one.code, NOTHING).balance
        for one in accounts
    )


def _held(accounts: Iterable[Account], sums: Sums) -> Money:
    return total(sums.get(one.code, NOTHING).balance for one in accounts)
