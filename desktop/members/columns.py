"""Columns of the members' lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from ledger.domain.consents import ConsentTime
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.queries.arrears import OpenItem
from ledger.queries.loan_life import Guarantee
from ledger.queries.members import MemberRow
from ledger.queries.papers import ReceiptRow
from ledger.queries.position import MemberCard
from ledger.queries.statement import StatementCard, StatementLine
from reports.words.choices import choice_name
from reports.words.events import event_name
from reports.words.kinds import member_kind_in_full
from reports.words.labels import leaving_reason
from reports.words.voice import Voice

Movement = tuple[StatementCard, StatementLine]


def member_columns(voice: Voice) -> Sequence[ColumnSpec[MemberRow]]:
    number: ColumnSpec[MemberRow] = ColumnSpec(
        voice.tr("No."), lambda row: voice.digits(row.number), lambda row: row.number
    )
    kind: ColumnSpec[MemberRow] = ColumnSpec(
        voice.tr("Kind"),
        lambda row: member_kind_in_full(row.kind, voice),
        lambda row: row.kind.value,
    )
    return (
        number,
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Zone"), lambda row: row.zone_name),
        text_column(voice.tr("Household"), lambda row: row.household),
        kind,
        day_column(voice.tr("Joined"), lambda row: row.joined, voice),
        text_column(voice.tr("Left"), lambda row: _left(row, voice)),
    )


def card_columns(voice: Voice) -> Sequence[ColumnSpec[MemberCard]]:
    return (
        text_column(
            voice.tr("Card"), lambda card: voice.name(card.name_th, card.name_en), stretch=True
        ),
        money_column(voice.tr("Balance"), lambda card: card.balance, voice, adds=False),
        money_column(
            voice.tr("Promised a month"), lambda card: _some(card.promise), voice, adds=False
        ),
        money_column(voice.tr("Due"), lambda card: _some(card.due), voice, adds=False),
        money_column(voice.tr("Overdue"), lambda card: _some(card.overdue), voice, adds=False),
        money_column(voice.tr("Paid ahead"), lambda card: _some(card.ahead), voice, adds=False),
        money_column(voice.tr("On hold"), lambda card: _some(card.on_hold), voice, adds=False),
        day_column(voice.tr("Last moved"), lambda card: card.last_on, voice),
        day_column(voice.tr("Closed"), lambda card: card.closed_on, voice),
    )


def open_columns(voice: Voice) -> Sequence[ColumnSpec[OpenItem]]:
    since: ColumnSpec[OpenItem] = ColumnSpec(
        voice.tr("Since"), lambda item: _since(item.since, voice), lambda item: _day(item.since)
    )
    return (
        text_column(
            voice.tr("What for"), lambda item: voice.name(item.name_th, item.name_en), stretch=True
        ),
        since,
        money_column(voice.tr("Amount"), lambda item: item.amount, voice),
        money_column(voice.tr("To pay"), lambda item: item.owed, voice),
        money_column(voice.tr("Overdue"), lambda item: _some(item.overdue), voice),
    )


def receipt_columns(voice: Voice) -> Sequence[ColumnSpec[ReceiptRow]]:
    number: ColumnSpec[ReceiptRow] = ColumnSpec(
        voice.tr("Receipt"), lambda row: voice.digits(row.receipt), lambda row: row.receipt
    )
    return (
        number,
        day_column(voice.tr("Day"), lambda row: row.on, voice),
        money_column(voice.tr("Amount"), lambda row: row.total, voice, adds=False),
        text_column(
            voice.tr("State"),
            lambda row: (
                voice.tr("Void: {reason}").format(reason=row.void.reason)
                if row.void
                else voice.tr("Valid")
            ),
            stretch=True,
        ),
    )


def movement_columns(voice: Voice) -> Sequence[ColumnSpec[Movement]]:
    return (
        day_column(voice.tr("Day"), lambda row: row[1].on, voice),
        text_column(voice.tr("Card"), lambda row: voice.name(row[0].name_th, row[0].name_en)),
        text_column(voice.tr("What"), lambda row: _what(row[1], voice), stretch=True),
        text_column(voice.tr("Paper no."), lambda row: voice.digits(", ".join(row[1].papers))),
        money_column(voice.tr("Paid in"), lambda row: _some(row[1].paid_in), voice),
        money_column(voice.tr("Paid out"), lambda row: _some(row[1].paid_out), voice),
        money_column(voice.tr("Balance"), lambda row: row[1].balance, voice, adds=False),
    )


def guarantee_columns(voice: Voice) -> Sequence[ColumnSpec[Guarantee]]:
    return (
        text_column(
            voice.tr("Borrower"),
            lambda row: f"{voice.digits(row.borrower)} {row.borrower_name}",
            stretch=True,
        ),
        text_column(
            voice.tr("Guarantor"), lambda row: f"{voice.digits(row.guarantor)} {row.guarantor_name}"
        ),
        day_column(voice.tr("From day"), lambda row: row.since, voice),
        day_column(voice.tr("Released on"), lambda row: row.released_on, voice),
        money_column(voice.tr("Still owed"), lambda row: row.outstanding, voice),
    )


def consent_columns(voice: Voice) -> Sequence[ColumnSpec[ConsentTime]]:
    return (
        text_column(
            voice.tr("Consent to"), lambda row: choice_name(row.covers, voice), stretch=True
        ),
        day_column(voice.tr("Given on"), lambda row: row.given_on, voice),
        text_column(voice.tr("Signed paper"), lambda row: voice.digits(row.document)),
        day_column(voice.tr("Consent taken back on"), lambda row: row.withdrawn_on, voice),
    )


def _what(line: StatementLine, voice: Voice) -> str:
    name = event_name(line.event, voice, reversal=line.reversal)
    return f"{name} · {line.memo}" if line.memo else name


def _some(amount: Money) -> Money | None:
    """Nothing is shown as nothing: empty cells let the figures be seen."""
    return None if amount == ZERO else amount


def _left(row: MemberRow, voice: Voice) -> str:
    if row.left is None:
        return ""
    why = leaving_reason(row.left_why.value, voice) if row.left_why else ""
    return f"{voice.day(row.left)} {why}".strip()


def _since(since: Month | date, voice: Voice) -> str:
    return voice.month(since, "short") if isinstance(since, Month) else voice.day(since)


def _day(since: Month | date) -> date:
    return since.first if isinstance(since, Month) else since
