"""What the list on Home says: what is to be done, and how it stands."""

from __future__ import annotations

from collections.abc import Callable

from desktop.home.state import Task, TaskKind, TaskState
from ledger.domain.money import ZERO
from ledger.queries.backups import BackupGap
from reports.words.voice import Voice


def task_text(task: Task, voice: Voice) -> str:
    """What is to be done."""
    month = "" if task.month is None else voice.month(task.month)
    return {
        TaskKind.COLLECT: voice.tr("Collection of {month}").format(month=month),
        TaskKind.PRINT: voice.tr("Receipts not printed yet"),
        TaskKind.COUNT: voice.tr("Count the cash"),
        TaskKind.BANK: voice.tr("Agree with the bank: {name}").format(name=task.name),
        TaskKind.ARREARS: voice.tr("Members in arrears"),
        TaskKind.LIMIT: voice.tr("Carry cash to the bank"),
        TaskKind.LENDER: _lender(task, voice),
        TaskKind.DECIDE_CLAIMS: voice.tr("Check and decide welfare claims"),
        TaskKind.PAY_CLAIMS: voice.tr("Pay approved welfare claims"),
        TaskKind.QUESTIONS: voice.tr("Answer the auditor's questions"),
        TaskKind.APPROVALS: voice.tr("Approve what waits for a second person"),
        TaskKind.REENTER: voice.tr("Enter lost receipts again from the stubs"),
        TaskKind.BACKUP: voice.tr("Make a backup"),
        TaskKind.SHEET: voice.tr("Look whether the recovery sheet is still there"),
        TaskKind.NEW_KEY: voice.tr("Make a new key and a new recovery sheet"),
        TaskKind.TAKE_KEY: voice.tr("Take away the key of {name}").format(name=task.name),
        TaskKind.CLOSE: voice.tr("Close {month}").format(month=month),
    }[task.kind]


def state_text(task: Task, voice: Voice) -> str:
    """How a task stands, in words."""
    word = {
        TaskState.DONE: voice.tr("Done"),
        TaskState.TO_DO: voice.tr("To do"),
        TaskState.WARNING: voice.tr("Look at it"),
    }[task.state]
    say = _DETAILS.get(task.kind)
    detail = say(task, voice) if say else ""
    return f"{word} · {detail}" if detail else word


def _paid(task: Task, voice: Voice) -> str:
    if not task.count:
        return ""
    return voice.tr_n("{count} member paid", "{count} members paid", task.count).format(
        count=voice.number(task.count)
    )


def _receipts(task: Task, voice: Voice) -> str:
    if not task.count:
        return ""
    return voice.tr_n("{count} receipt", "{count} receipts", task.count).format(
        count=voice.number(task.count)
    )


def _statement(task: Task, voice: Voice) -> str:
    if not task.count:
        return ""
    return voice.tr_n(
        "{count} line of the statement is open",
        "{count} lines of the statement are open",
        task.count,
    ).format(count=voice.number(task.count))


def _arrears(task: Task, voice: Voice) -> str:
    if not task.count:
        return ""
    return voice.tr_n(
        "{count} member, {amount} baht", "{count} members, {amount} baht", task.count
    ).format(count=voice.number(task.count), amount=voice.money(task.amount))


def _claims(task: Task, voice: Voice) -> str:
    return voice.tr_n(
        "{count} claim, {amount} baht", "{count} claims, {amount} baht", task.count
    ).format(count=voice.number(task.count), amount=voice.money(task.amount))


def _questions(task: Task, voice: Voice) -> str:
    return voice.tr_n("{count} question", "{count} questions", task.count).format(
        count=voice.number(task.count)
    )


def _approvals(task: Task, voice: Voice) -> str:
    return voice.tr_n("{count} request", "{count} requests", task.count).format(
        count=voice.number(task.count)
    )


def _sheet(task: Task, voice: Voice) -> str:
    if task.state is TaskState.WARNING:
        return voice.tr("it was not found: make a new one")
    day = "" if task.day is None else voice.day(task.day)
    return voice.tr("last seen on {day}").format(day=day)


def _new_key(task: Task, voice: Voice) -> str:
    day = "" if task.day is None else voice.day(task.day)
    if task.name:
        return voice.tr("{name} used its key on {day}").format(name=task.name, day=day)
    return voice.tr("the sheet was opened on {day}").format(day=day)


def _key_left(task: Task, voice: Voice) -> str:
    return voice.tr("locked") if task.count else voice.tr("no user of this book")


def _reentering(task: Task, voice: Voice) -> str:
    return voice.tr_n(
        "{count} is missing, the next one is {receipt}",
        "{count} are missing, the next one is {receipt}",
        task.count,
    ).format(count=voice.number(task.count), receipt=voice.digits(task.name))


def _backup(task: Task, voice: Voice) -> str:
    if task.count < 0:
        if task.gap is BackupGap.ONLY_INSIDE:
            return voice.tr("copies lie only in this PC")
        return voice.tr("no copy yet")
    if task.gap is BackupGap.ONE_MEDIUM:
        return voice.tr("the second stick has none yet")
    if task.gap is BackupGap.SECOND_BEHIND:
        return voice.tr("the second stick is behind")
    return voice.tr_n("{count} day ago", "{count} days ago", task.count).format(
        count=voice.number(task.count)
    )


def _lender(task: Task, voice: Voice) -> str:
    # note: the day when the instalment is due, then the name of the lender
    return voice.tr("Instalment due {day}: {name}").format(
        day="" if task.day is None else voice.day(task.day), name=task.name
    )


def _covered(task: Task, voice: Voice) -> str:
    amount = voice.money(task.amount)
    if task.short > ZERO:
        return voice.tr("{amount} baht; {short} baht are missing").format(
            amount=amount, short=voice.money(task.short)
        )
    return voice.tr("{amount} baht; collections cover it").format(amount=amount)


def _limit(task: Task, voice: Voice) -> str:
    return voice.tr("{amount} baht over the limit").format(amount=voice.money(task.amount))


def _cash(task: Task, voice: Voice) -> str:
    return voice.tr("the books say {amount} baht").format(amount=voice.money(task.amount))


_DETAILS: dict[TaskKind, Callable[[Task, Voice], str]] = {
    TaskKind.COLLECT: _paid,
    TaskKind.PRINT: _receipts,
    TaskKind.COUNT: _cash,
    TaskKind.BANK: _statement,
    TaskKind.ARREARS: _arrears,
    TaskKind.LIMIT: _limit,
    TaskKind.LENDER: _covered,
    TaskKind.DECIDE_CLAIMS: _claims,
    TaskKind.PAY_CLAIMS: _claims,
    TaskKind.QUESTIONS: _questions,
    TaskKind.APPROVALS: _approvals,
    TaskKind.REENTER: _reentering,
    TaskKind.BACKUP: _backup,
    TaskKind.SHEET: _sheet,
    TaskKind.NEW_KEY: _new_key,
    TaskKind.TAKE_KEY: _key_left,
}
