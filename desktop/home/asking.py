"""What Home asks of the book in one go, put together from the questions that exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.domain.accounts import Account, CardKind
from ledger.domain.days import Month
from ledger.domain.money import Money, total
from ledger.domain.papers import CashCount, SheetPosted
from ledger.domain.welfare_claims import ClaimState
from ledger.queries.approvals import approvals_waiting
from ledger.queries.arrears import arrears
from ledger.queries.audit_desk import audit_questions
from ledger.queries.backups import BackupStanding, backup_standing
from ledger.queries.banks import BankRow, banks
from ledger.queries.cash import CashHeld, cash_held
from ledger.queries.closings import Closings, MonthState, closings
from ledger.queries.control import CardsAndControl, cards_and_control
from ledger.queries.key_notes import keys_left_over
from ledger.queries.papers import receipts_counted
from ledger.queries.reentry import Reentries, reentry
from ledger.queries.sheet_looks import SheetLooks, sheet_looks
from ledger.queries.standing import the_cooperative
from ledger.queries.welfare_claims import ClaimRow, claims_waiting

if TYPE_CHECKING:
    from ledger.queries.next_instalments import NextInstalment

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Trend:
    """How money stood at the end of each month, the oldest first; ``savings`` without shares.

    ``loans`` is the principal that members owe, ``debt`` the principal owed to CODI and others.
    """

    months: tuple[Month, ...]
    savings: tuple[Money, ...]
    shares: tuple[Money, ...]
    loans: tuple[Money, ...]
    debt: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """How the cooperative stands today.

    ``open_months`` are over and not closed, the oldest first; ``to_decide`` and ``to_pay`` are
    claims on the welfare fund; ``keys_left`` names that have a key and are locked, or no users.
    ``instalments`` to lenders are asked for after the rest: they need every loan's card.
    """

    today: date
    sheets: tuple[SheetPosted, ...]
    receipts: int
    unprinted: int
    last_count: CashCount | None
    cash: CashHeld | None
    banks: tuple[BankRow, ...]
    members: int
    in_arrears: int
    overdue: Money
    open_months: tuple[Month, ...]
    proof: CardsAndControl
    trend: Trend
    questions: int
    to_decide: tuple[ClaimRow, ...]
    to_pay: tuple[ClaimRow, ...]
    approvals: int
    backup: BackupStanding
    instalments: tuple[NextInstalment, ...] = ()
    reentries: Reentries | None = None
    sheet: SheetLooks | None = None
    keys_left: Mapping[str, bool] = field(default_factory=dict)


def home(reader: Any, *, today: date, encrypted: bool = False) -> HomeFacts:
    """Everything on the first screen but what lenders are owed next."""
    month = Month.of(today)
    owing = arrears(reader, at=today)
    given, unprinted = receipts_counted(reader, since=month.first, until=today)
    claims = claims_waiting(reader)
    counts = [one for one in reader.every(CashCount) if one.on <= today]
    return HomeFacts(
        today=today,
        sheets=tuple(one for one in reader.every(SheetPosted) if month.holds(one.on)),
        receipts=given,
        unprinted=unprinted,
        last_count=max(counts, key=lambda one: (one.on, one.number), default=None),
        cash=cash_held(reader, since=month.first, until=today),
        banks=tuple(row for row in banks(reader, until=today).rows if not row.closed),
        members=owing.members,
        in_arrears=sum(row.overdue.satang > 0 for row in owing.rows),
        overdue=owing.overdue,
        open_months=months_to_close(closings(reader), month),
        proof=cards_and_control(reader, at=today),
        trend=trend(reader, month),
        questions=audit_questions(reader).open,
        to_decide=tuple(one for one in claims if one.state is ClaimState.FILED),
        to_pay=tuple(one for one in claims if one.state is ClaimState.APPROVED),
        approvals=approvals_waiting(reader, today=today).waiting,
        backup=backup_standing(reader, at=today),
        reentries=reentry(reader),
        sheet=sheet_looks(reader, at=today) if encrypted else None,
        keys_left=keys_left_over(reader) if encrypted else {},
    )


def months_to_close(found: Closings, this: Month) -> tuple[Month, ...]:
    """The months that are over and open, the oldest first."""
    months = [row.month for row in found.months if row.state is MonthState.OPEN]
    return tuple(sorted(month for month in months if month < this))


def trend(reader: Any, month: Month) -> Trend:
    """Money of members and lenders over a year up to a month, from the accounts of their cards."""
    months = tuple(month.plus(-back) for back in range(MONTHS - 1, -1, -1))
    accounts = [account for account in reader.every(Account) if account.card is not None]
    starts_on = the_cooperative(reader).starts_on
    if starts_on is not None:
        months = tuple(one for one in months if one.last >= starts_on)

    def at_ends(*cards: CardKind) -> tuple[Money, ...]:
        """What the accounts of these cards held at the end of each month, debit positive."""
        mine = [one.code for one in accounts if one.card in cards]
        return tuple(total(reader.balance(code, at=one.last) for code in mine) for one in months)

    def owed(*cards: CardKind) -> tuple[Money, ...]:
        return tuple(-amount for amount in at_ends(*cards))

    return Trend(
        months,
        savings=owed(*_SAVED),
        shares=owed(CardKind.SHARE),
        loans=at_ends(CardKind.LOAN),
        debt=owed(CardKind.BORROWING),
    )


_SAVED = (CardKind.SAVINGS, CardKind.CONTRIBUTION)
