"""Columns of the lists on Home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.home.state import MoneyNow, Task, TaskState
from desktop.home.words import state_text, task_text
from desktop.parts.columns import ColumnSpec, money_column
from reports.words.voice import Voice

if TYPE_CHECKING:
    from ledger.queries.control import ControlRow

# A sign besides the words, so that the list is read at a glance; the meaning is in the words.
_SIGNS = {TaskState.DONE: "✓", TaskState.TO_DO: "○", TaskState.WARNING: "!"}
_RANK = {TaskState.WARNING: 0, TaskState.TO_DO: 1, TaskState.DONE: 2}


def task_columns(voice: Voice) -> Sequence[ColumnSpec[Task]]:
    what: ColumnSpec[Task] = ColumnSpec(
        voice.tr("What to do next"),
        lambda task: task_text(task, voice),
        lambda task: task.kind.value,
        gives_way=True,
    )
    state: ColumnSpec[Task] = ColumnSpec(
        voice.tr("State"),
        lambda task: f"{_SIGNS[task.state]} {state_text(task, voice)}",
        lambda task: _RANK[task.state],
        stretch=True,
    )
    return what, state


def money_columns(voice: Voice) -> Sequence[ColumnSpec[MoneyNow]]:
    name: ColumnSpec[MoneyNow] = ColumnSpec(
        voice.tr("Cash and bank now"),
        lambda row: voice.digits(row.name) or voice.tr("Cash in hand"),
        lambda row: row.name,
        stretch=True,
    )
    return name, money_column(voice.tr("Baht"), lambda row: row.amount, voice)


def proof_columns(voice: Voice) -> Sequence[ColumnSpec[ControlRow]]:
    account: ColumnSpec[ControlRow] = ColumnSpec(
        voice.tr("Control account"),
        lambda row: f"{row.account} {voice.name(row.name_th, row.name_en)}",
        lambda row: row.account,
        stretch=True,
    )
    return (
        account,
        money_column(voice.tr("Cards together"), lambda row: row.cards_balance, voice),
        money_column(voice.tr("Ledger"), lambda row: row.account_balance, voice),
        money_column(voice.tr("Difference"), lambda row: row.difference, voice),
    )
