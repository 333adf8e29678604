"""The money of the welfare fund in CODI's two columns, and what registers say beside the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.accounts import Account, CardKind, Kind, RoleAccount
from ledger.domain.days import day_before
from ledger.domain.money import ZERO, Money, total
from ledger.domain.welfare_claims import OTHER_ROLE, ROLE_OF, WelfareClaim, WelfareRule
from ledger.domain.welfare_match import MatchReceipt, MatchRound, MatchSource
from ledger.queries.welfare_members import membership_rows
from ledger.storage.reading import Reader

# Closing a year moves what the form still wants to see where it was booked.
_CLOSING = ("year_income", "year_expense", "surplus_allocated")


class Figure(Enum):
    """A row of the form's finance report (domain.md 4.3, part 10)."""

    BROUGHT_FORWARD = "brought_forward"
    MEMBERS = "members"
    SEED = "seed"
    GOVERNMENT = "government"
    LOCAL = "local"
    STATE = "state"
    OTHER_RECEIPTS = "other_receipts"
    ENTRANCE = "entrance"
    DONATION = "donation"
    INTEREST = "interest"
    OTHER_INCOME = "other_income"
    BANK = "bank"
    CASH = "cash"
    BENEFITS = "benefits"
    INVESTMENTS = "investments"
    OTHER_ASSETS = "other_assets"
    WAGES = "wages"
    TRAVEL = "travel"
    STATIONERY = "stationery"
    MEETINGS = "meetings"
    OTHER_EXPENSES = "other_expenses"


RECEIPTS = (
    *(Figure.BROUGHT_FORWARD, Figure.MEMBERS, Figure.SEED, Figure.GOVERNMENT, Figure.LOCAL),
    *(Figure.STATE, Figure.OTHER_RECEIPTS),
)
INCOME = (Figure.ENTRANCE, Figure.DONATION, Figure.INTEREST, Figure.OTHER_INCOME)
HOLDINGS = (*(Figure.BANK, Figure.CASH, Figure.BENEFITS, Figure.INVESTMENTS, Figure.OTHER_ASSETS),)
EXPENSES = (
    *(Figure.WAGES, Figure.TRAVEL, Figure.STATIONERY, Figure.MEETINGS, Figure.OTHER_EXPENSES),
)
_BY_ROLE = {
    "contribution": Figure.MEMBERS,
    "contribution_closed": Figure.MEMBERS,
    "capital_granted": Figure.SEED,
    "match_government": Figure.GOVERNMENT,
    "match_local": Figure.LOCAL,
    "match_state": Figure.STATE,
    "entrance_fee": Figure.ENTRANCE,
    "donation": Figure.DONATION,
    "bank_interest": Figure.INTEREST,
    "cash": Figure.CASH,
    "investment": Figure.INVESTMENTS,
    "wages": Figure.WAGES,
    "travel": Figure.TRAVEL,
    "stationery": Figure.STATIONERY,
    "meetings": Figure.MEETINGS,
}
_BY_KIND = {
    Kind.ASSET: Figure.OTHER_ASSETS,
    Kind.LIABILITY: Figure.OTHER_ASSETS,
    Kind.EQUITY: Figure.OTHER_RECEIPTS,
    Kind.INCOME: Figure.OTHER_INCOME,
    Kind.EXPENSE: Figure.OTHER_EXPENSES,
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    figure: Figure
    amount: Money


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Receipts and income on one side, what became of them on the other; both must agree.

    Bank, cash, investments and other things held are those of the last day, less debts; everything
    else is of the period. ``difference`` is the left side less the right.
    """

    since: date | None
    until: date
    receipts: tuple[FigureRow, ...]
    income: tuple[FigureRow, ...]
    holdings: tuple[FigureRow, ...]
    expenses: tuple[FigureRow, ...]
    total_receipts: Money
    total_income: Money
    total_holdings: Money
    total_expenses: Money
    difference: Money

    @property
    def total(self) -> Money:
        return self.total_receipts + self.total_income

    def amount(self, figure: Figure) -> Money:
        rows = (*self.receipts, *self.income, *self.holdings, *self.expenses)
        return next(row.amount for row in rows if row.figure is figure)


@dataclass(frozen=True, slots=True)
class Compared:
    """One sum by the fund's own registers and by the ledger; the difference is the registers' more.

    ``what`` is contributions, benefits or matching.
    """

    what: str
    registers: Money
    ledger: Money

    @property
    def difference(self) -> Money:
        return self.registers - self.ledger


def two_columns(reader: Reader, fund: str, *, since: date | None, until: date) -> TwoColumns:
    """The finance report of a fund for a period; without ``since`` from its first entry on."""
    figures = _figures(reader)
    moved = _moved(reader, fund, since, until)
    amounts = dict.fromkeys(Figure, ZERO)
    for account, amount in moved.items():
        figure = figures[account]
        amounts[figure] += -amount if figure in (*HOLDINGS, *EXPENSES) else amount
    if since is not None:
        for account, amount in _moved(reader, fund, None, day_before(since)).items():
            figure = figures[account]
            if figure in HOLDINGS and figure is not Figure.BENEFITS:
                amounts[figure] -= amount
                amounts[Figure.BROUGHT_FORWARD] -= amount

    def rows(chosen: tuple[Figure, ...]) -> tuple[FigureRow, ...]:
        return tuple(FigureRow(one, amounts[one]) for one in chosen)

    sums = [
        total(amounts[one] for one in chosen) for chosen in (RECEIPTS, INCOME, HOLDINGS, EXPENSES)
    ]
    return TwoColumns(
        since,
        until,
        rows(RECEIPTS),
        rows(INCOME),
        rows(HOLDINGS),
        rows(EXPENSES),
        total_receipts=sums[0],
        total_income=sums[1],
        total_holdings=sums[2],
        total_expenses=sums[3],
        difference=sums[0] + sums[1] - sums[2] - sums[3],
    )


def compared(reader: Reader, fund: str, until: date) -> tuple[Compared, ...]:
    """What members, claims and rounds add up to beside the ledger, up to a day."""
    ledger = two_columns(reader, fund, since=None, until=until)
    paid = total(one.paid for one in membership_rows(reader, until))
    claims = total(
        one.amount for one in reader.every(WelfareClaim) if stood(reader, one.entry, until)
    )
    matched = sum((_matched(reader, one, until) for one in reader.every(MatchRound)), ZERO)
    return (
        Compared("contributions", paid, ledger.amount(Figure.MEMBERS)),
        Compared("benefits", claims, ledger.amount(Figure.BENEFITS)),
        Compared(
            "matching", matched, ledger.amount(Figure.GOVERNMENT) + ledger.amount(Figure.LOCAL)
        ),
    )


def stood(reader: Reader, entry: int | None, day: date) -> bool:
    """Whether an entry was made by the end of a day and not reversed by then."""
    if entry is None:
        return False
    row = reader.one(
        "SELECT e.day, r.day FROM entries AS e LEFT JOIN entries AS r ON r.reverses = e.number"
        " WHERE e.number = ?",
        (entry,),
    )
    at = day.isoformat()
    return row is not None and row[0] <= at and (row[1] is None or row[1] > at)


def _matched(reader: Reader, one: MatchRound, until: date) -> Money:
    """The income of a round: what was granted, and what came without having been granted."""
    granted = stood(reader, one.granted_by, until)
    found = ZERO
    for source in MatchSource:
        booked = one.granted(source) if granted else ZERO
        if booked == ZERO:
            booked = total(
                receipt.amount
                for receipt in reader.every(MatchReceipt, round=one.number)
                if receipt.source is source and stood(reader, receipt.entry, until)
            )
        found += booked
    return found


def _moved(reader: Reader, fund: str, since: date | None, until: date) -> dict[str, Money]:
    """What was booked in a fund by account, credit positive, the closing of years left out."""
    rows = reader.rows(
        "SELECT account, SUM(credit - debit) FROM lines WHERE fund = ?1 AND day <= ?2"
        " AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR act <= ?4)"
        " AND event NOT IN (?5, ?6, ?7) GROUP BY account",
        (
            fund,
            until.isoformat(),
            since.isoformat() if since is not None else None,
            reader.as_of,
            *_CLOSING,
        ),
    )
    return {account: Money(satang) for account, satang in rows}


def _figures(reader: Reader) -> dict[str, Figure]:
    """The row of the form that each account belongs to."""
    by_account = {one.account: one.role for one in reader.every(RoleAccount)}
    benefit_roles = {*ROLE_OF.values(), OTHER_ROLE}
    benefits = {code for code, role in by_account.items() if role in benefit_roles}
    benefits |= {one.account for one in reader.every(WelfareRule)}
    found = {}
    for account in reader.every(Account):
        role = by_account.get(account.code, "")
        if account.code in benefits:
            found[account.code] = Figure.BENEFITS
        elif account.card is CardKind.BANK:
            found[account.code] = Figure.BANK
        else:
            found[account.code] = _BY_ROLE.get(role, _BY_KIND[account.kind])
    return found
