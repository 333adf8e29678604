"""What the network is given of a month: sums without a name, as they stood when it was closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ledger.domain.accounts import Account, CardKind, Kind, RoleAccount
from ledger.domain.cooperative import check_begun
from ledger.domain.days import Month
from ledger.domain.handing_in import CardPartner
from ledger.domain.money import ZERO, Money, total
from ledger.domain.network.common_chart import common_groups, groups_of
from ledger.domain.network.figures import (
    FORM,
    GroupRow,
    KeyFigures,
    MonthFigures,
    Saved,
    SavedRow,
    Toward,
    TowardRow,
)
from ledger.domain.products import Nature, SavingsProduct
from ledger.domain.red_flags import FlagLimits
from ledger.queries.arrears import arrears
from ledger.queries.cards import card_balances_at, card_places
from ledger.queries.grants import grants
from ledger.queries.members import members_in_out
from ledger.queries.month_loans import MonthLoans, loans_in_sums
from ledger.queries.products import SavingsAndShares, savings_and_shares
from ledger.queries.reversals import reversals
from ledger.queries.standing import as_closed, closing_act, known, the_cooperative, year_start
from ledger.queries.sums import NOTHING, sums_between
from ledger.queries.trial_balance import PeriodBalances, period_balances
from ledger.queries.welfare_members import WelfareState, membership_rows
from ledger.storage.reading import Reader

_TOWARD = {
    CardKind.LOAN: Toward.LENT,
    CardKind.BANK: Toward.DEPOSITED,
    CardKind.BORROWING: Toward.BORROWED,
    CardKind.SAVINGS: Toward.HELD,
}
_DEPOSITED = """
SELECT MAX(b.day) FROM lines AS b JOIN cards AS c ON c.number = b.card AND c.kind = 'bank'
WHERE b.day <= ? AND b.debit > 0{known} AND EXISTS (SELECT 1 FROM lines AS x
  WHERE x.entry = b.entry AND x.credit > 0
  AND x.account IN (SELECT account FROM roles WHERE role = 'cash'))"""
_ENTERED = """
SELECT e.day, substr(a.recorded_at, 1, 10), EXISTS (SELECT 1 FROM lines AS l
  WHERE l.entry = e.number AND l.account IN (SELECT account FROM roles WHERE role = 'cash'))
FROM entries AS e JOIN acts AS a ON a.number = e.act
WHERE e.day BETWEEN ? AND ? AND e.day < substr(a.recorded_at, 1, 10){known}
AND e.event NOT IN ('opening', 'import', 'savings_interest', 'year_closed', 'surplus_allocated',
  'loss_covered', 'provision', 'provision_released')"""


def month_figures(reader: Reader, *, month: Month) -> MonthFigures:
    """The figures of a month (domain.md 5.2): of a closed one as it stood when it was closed.

    Raises:
        MonthBeforeBook: the book had not begun.
    """
    check_begun(the_cooperative(reader), month)
    then = as_closed(reader, month)
    since, until = month.first, month.last
    accounts = then.every(Account)
    where = groups_of(accounts, then.every(RoleAccount))
    groups = _groups(where, period_balances(then, since=since, until=until))
    lent = loans_in_sums(then, month, where)
    saved = _saved(then, savings_and_shares(then, since=since, until=until))
    return MonthFigures(
        form=FORM,
        month=month,
        closed=closing_act(reader, month) is not None,
        kind=the_cooperative(then).kind,
        year_from=year_start(then, month),
        key=_key(then, month, groups, saved, lent),
        saved=saved,
        lent=lent.lent,
        late=lent.late,
        borrowed=lent.borrowed,
        groups=groups,
        toward=_toward(then, until, where),
        last_deposit=_day(then, _DEPOSITED.format(known=known(then, "b.act")), until),
        last_entry=_day(then, f"SELECT MAX(day) FROM entries WHERE day <= ?{known(then)}", until),
    )


def _key(
    then: Reader,
    month: Month,
    groups: Iterable[GroupRow],
    saved: Iterable[SavedRow],
    loans: MonthLoans,
) -> KeyFigures:
    since, until = month.first, month.last
    moved = members_in_out(then, since=since, until=until)
    held = {row.group: row for row in groups}
    result, of_year = (
        _result(then, since, until),
        _result(then, year_start(then, month).first, until),
    )
    late = {row.member for row in arrears(then, at=until).rows if row.overdue > ZERO}
    by_kind = {row.kind: row.balance for row in saved}
    not_saved = (Saved.SHARES, Saved.CONTRIBUTION)
    return KeyFigures(
        members_opening=moved.opening,
        members_joined=len(moved.joined),
        members_left=len(moved.left),
        members_entered_late=moved.entered_late,
        members=moved.closing,
        in_arrears=len(late | loans.members_late),
        borrowers=len(loans.borrowers),
        savings=total(held for kind, held in by_kind.items() if kind not in not_saved),
        shares=by_kind.get(Saved.SHARES, ZERO),
        outstanding=total(row.outstanding for row in loans.lent),
        amount_late=total(row.amount_late for row in loans.lent),
        late_30=loans.late_by(30),
        late_90=loans.late_by(90),
        due=loans.due,
        collected=loans.collected,
        codi_balance=loans.codi.balance,
        codi_late=loans.codi.amount_late,
        cash=_balance(held, "cash"),
        bank=_balance(held, "bank"),
        income=result[0],
        expense=result[1],
        net=result[0] - result[1],
        income_of_year=of_year[0],
        expense_of_year=of_year[1],
        net_of_year=of_year[0] - of_year[1],
        assets=total(
            row.balance for row in groups if common_groups()[row.group].kind is Kind.ASSET
        ),
        reserve=-_balance(held, "reserve"),
        grants_unspent=grants(then, at=until).remaining,
        welfare_members=sum(
            row.state is not WelfareState.ENDED for row in membership_rows(then, until)
        ),
        welfare_contributions=-_moved(held, "contributions"),
        welfare_benefits=_moved(held, "benefits"),
        voids=_voids(then, since, until),
        reversals=len(reversals(then, since=since, until=until).rows),
        entered_late=_entered_late(then, since, until),
    )


def _groups(where: Mapping[str, str], balances: PeriodBalances) -> tuple[GroupRow, ...]:
    """The trial balance of the month on the common chart; groups that hold nothing are left out."""
    found: dict[str, list[int]] = {}
    for row in balances.rows:
        sums = found.setdefault(where[row.account], [0, 0, 0, 0])
        amounts = (row.brought_forward, row.debit, row.credit, row.balance)
        for at, amount in enumerate(amounts):
            sums[at] += amount.satang
    return tuple(
        GroupRow(code, *(Money(satang) for satang in found[code]))
        for code in common_groups()
        if code in found
    )


def _saved(then: Reader, products: SavingsAndShares) -> tuple[SavedRow, ...]:
    kinds = {one.code: _kind_of(one) for one in then.every(SavingsProduct)}
    found: dict[Saved, list[int]] = {}
    for row in products.rows:
        kind = Saved.SHARES if row.kind is CardKind.SHARE else kinds[row.product]
        sums = found.setdefault(kind, [0, 0, 0, 0, 0])
        sums[0] += row.cards
        amounts = (row.brought_forward, row.paid_in, row.paid_out, row.balance)
        for at, amount in enumerate(amounts, start=1):
            sums[at] += amount.satang
    return tuple(
        SavedRow(kind, found[kind][0], *(Money(satang) for satang in found[kind][1:]))
        for kind in Saved
        if kind in found
    )


def _kind_of(product: SavingsProduct) -> Saved:
    if product.nature is Nature.EQUITY:
        return Saved.PROMISE_EQUITY
    if product.nature is Nature.CONTRIBUTION:
        return Saved.CONTRIBUTION
    if product.term_months is not None:
        return Saved.FIXED
    return Saved.PROMISE if product.promise else Saved.SAVINGS


def _toward(then: Reader, until: date, where: Mapping[str, str]) -> tuple[TowardRow, ...]:
    """Money between this organisation and others, one sum for each other one and side."""
    partners = [one for one in then.every(CardPartner) if one.organisation]
    if not partners:
        return ()
    places, held = card_places(then), card_balances_at(then, until)
    sums: dict[tuple[str, str, str], int] = {}
    for one in partners:
        place, satang = places[one.card], held.get(one.card, 0)
        side = _TOWARD[place.kind]
        key = (one.organisation, side.value, where[place.account])
        sums[key] = sums.get(key, 0) + (satang if side.is_asset else -satang)
    return tuple(
        TowardRow(organisation, Toward(side), group, Money(satang))
        for (organisation, side, group), satang in sorted(sums.items())
        if satang
    )


def _result(then: Reader, since: date, until: date) -> tuple[Money, Money]:
    """Income and expense of the days from since to until."""
    sums = sums_between(then, since, until)
    income = expense = ZERO
    for account in then.every(Account):
        balance = sums.get(account.code, NOTHING).balance
        if account.kind is Kind.INCOME:
            income -= balance
        elif account.kind is Kind.EXPENSE:
            expense += balance
    return income, expense


def _balance(held: Mapping[str, GroupRow], group: str) -> Money:
    return held[group].balance if group in held else ZERO


def _moved(held: Mapping[str, GroupRow], group: str) -> Money:
    return held[group].debit - held[group].credit if group in held else ZERO


def _voids(then: Reader, since: date, until: date) -> int:
    rows = then.rows(
        f'SELECT COUNT(*) FROM receipt_voids WHERE "on" BETWEEN ? AND ?{known(then)}',
        (since.isoformat(), until.isoformat()),
    )
    return int(rows[0][0])


def _entered_late(then: Reader, since: date, until: date) -> int:
    """Entries of the month that were entered later than the law allows (Act s.65)."""
    limits, found = FlagLimits(), 0
    for day, recorded, cash in then.rows(
        _ENTERED.format(known=known(then, "e.act")), (since.isoformat(), until.isoformat())
    ):
        allowed = limits.cash_entry_days if cash else limits.other_entry_days
        found += (date.fromisoformat(recorded) - date.fromisoformat(day)).days > allowed
    return found


def _day(then: Reader, statement: str, until: date) -> date | None:
    row = then.one(statement, (until.isoformat(),))
    return date.fromisoformat(row[0]) if row and row[0] else None
