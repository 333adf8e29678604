"""What a treasurer should do next, decided from how the book stands; no Qt."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.home.asking import HomeFacts
from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.queries.banks import BankRow
from reports.words.voice import Voice


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
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the list: what, how it stands, and where it is done.

    ``count``, ``amount``, ``month`` and ``name`` are the facts its words need.
    """

    kind: TaskKind
    state: TaskState
    area: str
    key: Hashable = None
    count: int = 0
    amount: Money | None = None
    month: Month | None = None
    name: str = ""

    def says(self, voice: Voice) -> str:
        """What is to be done."""
        month = "" if self.month is None else voice.month(self.month)
        return {
            TaskKind.COLLECT: voice.tr("Collection of {month}").format(month=month),
            TaskKind.PRINT: voice.tr("Receipts not printed yet"),
            TaskKind.COUNT: voice.tr("Count the cash"),
            TaskKind.BANK: voice.tr("Agree with the bank: {name}").format(name=self.name),
            TaskKind.ARREARS: voice.tr("Members in arrears"),
            TaskKind.LIMIT: voice.tr("Carry cash to the bank"),
            TaskKind.CLOSE: voice.tr("Close {month}").format(month=month),
        }[self.kind]


def tasks(facts: HomeFacts) -> tuple[Task, ...]:
    """The list for today, in the order of the month."""
    return (
        _collection(facts),
        _printing(facts),
        *_counting(facts),
        *_limit(facts),
        *_banks(facts),
        _arrears(facts),
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


def state_text(task: Task, voice: Voice) -> str:
    """How a task stands, in words."""
    word = {
        TaskState.DONE: voice.tr("Done"),
        TaskState.TO_DO: voice.tr("To do"),
        TaskState.WARNING: voice.tr("Look at it"),
    }[task.state]
    detail = _detail(task, voice)
    return f"{word} · {detail}" if detail else word


def _detail(task: Task, voice: Voice) -> str:
    if task.kind is TaskKind.COLLECT and task.count:
        return voice.tr_n("{count} member paid", "{count} members paid", task.count).format(
            count=voice.number(task.count)
        )
    if task.kind is TaskKind.PRINT and task.count:
        return voice.tr_n("{count} receipt", "{count} receipts", task.count).format(
            count=voice.number(task.count)
        )
    if task.kind is TaskKind.BANK and task.count:
        return voice.tr_n(
            "{count} line of the statement is open",
            "{count} lines of the statement are open",
            task.count,
        ).format(count=voice.number(task.count))
    if task.kind is TaskKind.ARREARS and task.count and task.amount is not None:
        return voice.tr_n(
            "{count} member, {amount} baht", "{count} members, {amount} baht", task.count
        ).format(count=voice.number(task.count), amount=voice.money(task.amount))
    return _amount(task, voice)


def _amount(task: Task, voice: Voice) -> str:
    if task.amount is None or task.kind is TaskKind.ARREARS:
        return ""
    if task.kind is TaskKind.LIMIT:
        return voice.tr("{amount} baht over the limit").format(amount=voice.money(task.amount))
    return voice.tr("the books say {amount} baht").format(amount=voice.money(task.amount))


@dataclass(frozen=True, slots=True)
class MoneyNow:
    """One place where money lies, and how much of it; no name is cash in hand."""

    name: str
    amount: Money


def money_now(facts: HomeFacts) -> tuple[MoneyNow, ...]:
    cash = () if facts.cash is None else (MoneyNow("", facts.cash.balance),)
    return (*cash, *(MoneyNow(_bank_name(one), one.balance) for one in facts.banks))


def _bank_name(bank: BankRow) -> str:
    return f"{bank.bank} {bank.account_number}".strip()
