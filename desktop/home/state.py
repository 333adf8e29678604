"""What a treasurer should do next, decided from how the book stands; no Qt."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.queries.backups import BackupGap, BackupLight, BackupStanding

if TYPE_CHECKING:  # what the questions answer is loaded with the questions, after the window stands
    from desktop.home.asking import HomeFacts
    from ledger.queries.banks import BankRow
    from ledger.queries.next_instalments import NextInstalment

SOON = 14  # days before an instalment to a lender falls due, in which it stands as open


class TaskState(Enum):
    """How a task stands; the order is that of the list."""

    WARNING = "warning"
    TO_DO = "to do"
    DONE = "done"


class TaskKind(Enum):
    """What there is to do, in the order of the month."""

    COLLECT = "collect"
    PRINT = "print"
    COUNT = "count"
    BANK = "bank"
    ARREARS = "arrears"
    LIMIT = "limit"
    LENDER = "lender"
    DECIDE_CLAIMS = "decide claims"
    PAY_CLAIMS = "pay claims"
    QUESTIONS = "questions"
    APPROVALS = "approvals"
    REENTER = "reenter"
    BACKUP = "backup"
    SHEET = "sheet"
    NEW_KEY = "new key"
    TAKE_KEY = "take key"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the list: what, how it stands, and where it is done.

    ``count``, ``amount``, ``short``, ``day``, ``month``, ``name`` and
    ``gap`` are the facts its words need.
    """

    kind: TaskKind
    state: TaskState
    area: str
    key: Hashable = None
    count: int = 0
    amount: Money = ZERO
    month: Month | None = None
    name: str = ""
    day: date | None = None
    short: Money = ZERO
    gap: BackupGap | None = None


def tasks(facts: HomeFacts) -> tuple[Task, ...]:
    """The list for today, in the order of the month."""
    return (
        _collection(facts),
        _printing(facts),
        *_counting(facts),
        *_limit(facts),
        *_banks(facts),
        _arrears(facts),
        *(_lender(one) for one in facts.instalments),
        *_claims(facts),
        *_questions(facts),
        *_approvals(facts),
        *_reentering(facts),
        _backup(facts.backup),
        *_sheet(facts),
        *_keys_left(facts),
        *(
            Task(TaskKind.CLOSE, TaskState.TO_DO, "month_end", month=month)
            for month in facts.open_months
        ),
    )


def _collection(facts: HomeFacts) -> Task:
    done = bool(facts.sheets)
    return Task(
        TaskKind.COLLECT,
        TaskState.DONE if done else TaskState.TO_DO,
        "collection",
        count=sum(sheet.lines for sheet in facts.sheets),
        month=Month.of(facts.today),
    )


def _printing(facts: HomeFacts) -> Task:
    state = TaskState.TO_DO if facts.unprinted else TaskState.DONE
    return Task(TaskKind.PRINT, state, "papers", key="receipts", count=facts.unprinted)


def _counting(facts: HomeFacts) -> Iterator[Task]:
    if facts.cash is None:
        return
    counted = facts.last_count
    # What was counted still holds while the books say the same as on that day.
    agrees = counted is not None and counted.counted == facts.cash.balance
    yield Task(
        TaskKind.COUNT,
        TaskState.DONE if agrees else TaskState.TO_DO,
        "cash",
        key="count",
        amount=facts.cash.balance,
    )


def _limit(facts: HomeFacts) -> Iterator[Task]:
    cash = facts.cash
    if cash is not None and cash.limit is not None and cash.balance > cash.limit:
        yield Task(
            TaskKind.LIMIT, TaskState.WARNING, "cash", key="move", amount=cash.balance - cash.limit
        )


def _banks(facts: HomeFacts) -> Iterator[Task]:
    last = Month.of(facts.today).plus(-1).last
    for bank in facts.banks:
        agreed = bank.agreement is not None and bank.agreement.at >= last
        waiting = bank.unmatched_lines > 0 or not agreed
        yield Task(
            TaskKind.BANK,
            TaskState.TO_DO if waiting else TaskState.DONE,
            "cash",
            key=("bank", bank.code),
            count=bank.unmatched_lines,
            name=_bank_name(bank),
        )


def _arrears(facts: HomeFacts) -> Task:
    state = TaskState.WARNING if facts.in_arrears else TaskState.DONE
    return Task(
        TaskKind.ARREARS,
        state,
        "papers",
        key="arrears",
        count=facts.in_arrears,
        amount=facts.overdue,
    )


def _lender(row: NextInstalment) -> Task:
    """The next instalment to a lender: a warning where collections will not cover it."""
    soon = row.days_left <= SOON or row.late > ZERO
    open_state = TaskState.TO_DO if soon else TaskState.DONE
    return Task(
        TaskKind.LENDER,
        open_state if row.covered else TaskState.WARNING,
        "codi",
        key=row.card,
        amount=row.total + row.late,
        name=f"{row.lender} {row.contract_number}".strip(),
        day=row.due,
        short=ZERO if row.covered else max(ZERO, row.total + row.late - row.collections),
    )


def _claims(facts: HomeFacts) -> Iterator[Task]:
    """Claims on the welfare fund: a warning where one fails its check against the rules."""
    for kind, claims in (
        (TaskKind.DECIDE_CLAIMS, facts.to_decide),
        (TaskKind.PAY_CLAIMS, facts.to_pay),
    ):
        if claims:
            failing = any(one.blocks for one in claims)
            yield Task(
                kind,
                TaskState.WARNING if failing else TaskState.TO_DO,
                "welfare",
                key="claims",
                count=len(claims),
                amount=total(one.amount for one in claims),
            )


def _questions(facts: HomeFacts) -> Iterator[Task]:
    if facts.questions:
        yield Task(
            TaskKind.QUESTIONS, TaskState.TO_DO, "audit", key="questions", count=facts.questions
        )


def _approvals(facts: HomeFacts) -> Iterator[Task]:
    if facts.approvals:
        yield Task(
            TaskKind.APPROVALS,
            TaskState.WARNING,
            "setup_area",
            key="approvals",
            count=facts.approvals,
        )


def _reentering(facts: HomeFacts) -> Iterator[Task]:
    """Receipts of the stubs that a restored book does not have yet (trust.md 6.4)."""
    waiting = facts.reentries
    if waiting is not None and waiting.missing:
        following = next(one.following for one in waiting.rows if one.missing)
        yield Task(
            TaskKind.REENTER,
            TaskState.WARNING,
            "journal",
            key="reentry",
            count=waiting.missing,
            name=following,
        )


def _backup(standing: BackupStanding) -> Task:
    lights = {
        BackupLight.GREEN: TaskState.DONE,
        BackupLight.AMBER: TaskState.TO_DO,
        BackupLight.RED: TaskState.WARNING,
    }
    return Task(
        TaskKind.BACKUP,
        lights[standing.light],
        "month_end",
        key="backup",
        count=-1 if standing.days is None else standing.days,
        gap=standing.gap,
    )


def _sheet(facts: HomeFacts) -> Iterator[Task]:
    """Once a year the recovery sheet of an encrypted book is looked for; a lost one at once.

    A sheet that was opened, and a network office's key that was used, are worth a new key.
    """
    looks = facts.sheet
    if looks is None:
        return
    if looks.used is not None:
        yield Task(
            TaskKind.NEW_KEY,
            TaskState.WARNING,
            "setup_area",
            key="keys",
            day=looks.used,
            name=looks.by_network,
        )
    elif looks.due:
        state = TaskState.WARNING if looks.missing else TaskState.TO_DO
        yield Task(TaskKind.SHEET, state, "setup_area", key="keys", day=looks.since)


def _keys_left(facts: HomeFacts) -> Iterator[Task]:
    """Who was locked, or never was a user, opens the file as long as the key is there."""
    for name, locked in facts.keys_left.items():
        yield Task(
            TaskKind.TAKE_KEY, TaskState.WARNING, "setup_area", key="keys", name=name, count=locked
        )


@dataclass(frozen=True, slots=True)
class MoneyNow:
    """One place where money lies, and how much of it; no name and no bank is cash in hand."""

    name: str
    amount: Money
    bank: str = ""


def money_now(facts: HomeFacts) -> tuple[MoneyNow, ...]:
    cash = () if facts.cash is None else (MoneyNow("", facts.cash.balance),)
    return (*cash, *(MoneyNow(_bank_name(one), one.balance, one.code) for one in facts.banks))


def _bank_name(bank: BankRow) -> str:
    return f"{bank.bank} {bank.account_number}".strip()
