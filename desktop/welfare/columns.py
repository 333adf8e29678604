"""Columns and lists of the welfare area."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.parts.table import Table
from desktop.session.loan_page import some
from desktop.welfare.state import said, standing
from ledger.domain.money import Money
from ledger.queries.welfare_card import ClaimableRow
from ledger.queries.welfare_claims import ClaimRow, RuleView
from ledger.queries.welfare_members import WelfareMemberRow, WelfareState
from ledger.queries.welfare_report import RoundRow
from reports.words.voice import N_, Voice
from reports.words.welfare_words import (
    group_name,
    heading_name,
    match_source,
    per_name,
    rhythm_name,
    welfare_leaving,
)

_STATES = {
    WelfareState.PAID_UP: N_("paid up"),
    WelfareState.BEHIND: N_("behind"),
    WelfareState.ENDED: N_("ended"),
}


def member_table(voice: Voice) -> Table:
    made = Table(
        _members,
        voice,
        name=lambda voice: voice.tr("Members of the fund"),
        identity=lambda row: row.membership,
    )
    made.say_when_empty(lambda voice: voice.tr("Nobody has joined the fund yet."))
    return made


def claim_table(voice: Voice) -> Table:
    made = Table(
        _claims,
        voice,
        name=lambda voice: voice.tr("Claims"),
        identity=lambda row: row.claim,
    )
    made.say_when_empty(lambda voice: voice.tr("Nothing was claimed yet."))
    return made


def round_table(voice: Voice) -> Table:
    made = Table(
        _rounds,
        voice,
        name=lambda voice: voice.tr("Rounds of matching"),
        identity=lambda row: (row.round, row.source),
    ).without_find()
    made.say_when_empty(lambda voice: voice.tr("No matching was asked for yet."))
    return made


def rule_table(voice: Voice) -> Table:
    made = Table(
        _rules,
        voice,
        name=lambda voice: voice.tr("Benefits"),
        identity=lambda row: row.rule.code,
    ).without_find()
    made.say_when_empty(lambda voice: voice.tr("No benefit is in force. Set the first rule."))
    return made


def claimable_list(voice: Voice) -> Table:
    made = Table(
        _claimable,
        voice,
        name=lambda voice: voice.tr("What may still be claimed this year"),
        identity=lambda row: row.benefit,
    ).without_find()
    made.say_when_empty(lambda voice: voice.tr("No benefit is in force."))
    return made


def _members(voice: Voice) -> Sequence[ColumnSpec[WelfareMemberRow]]:
    return (
        text_column(voice.tr("Member number"), lambda row: voice.digits(row.member)),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Type"), lambda row: group_name(row.group, voice)),
        day_column(voice.tr("In the fund since"), lambda row: row.joined, voice),
        money_column(voice.tr("Contribution"), lambda row: row.amount, voice, adds=False),
        text_column(voice.tr("Rhythm"), lambda row: rhythm_name(row.rhythm, voice)),
        day_column(voice.tr("Paid through"), lambda row: row.through, voice),
        money_column(voice.tr("Due now"), lambda row: some(row.due), voice),
        text_column(voice.tr("Standing"), lambda row: member_standing(row, voice)),
    )


def member_standing(row: WelfareMemberRow, voice: Voice) -> str:
    """Paid up, behind, or why the membership is over."""
    if row.ended_why is not None:
        return welfare_leaving(row.ended_why, voice)
    return voice.tr(_STATES[row.state])


def _claims(voice: Voice) -> Sequence[ColumnSpec[ClaimRow]]:
    return (
        number_column(voice.tr("Claim"), lambda row: row.claim, voice),
        day_column(voice.tr("Date"), lambda row: row.on, voice),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Benefit"), lambda row: voice.name(row.name_th, row.name_en)),
        day_column(voice.tr("From day"), lambda row: row.start, voice),
        day_column(voice.tr("Up to and including"), lambda row: row.end, voice),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
        text_column(voice.tr("Standing"), lambda row: standing(row, voice)),
        text_column(voice.tr("Voucher"), lambda row: voice.digits(row.voucher)),
    )


def _rounds(voice: Voice) -> Sequence[ColumnSpec[RoundRow]]:
    return (
        number_column(voice.tr("No."), lambda row: row.round, voice),
        text_column(voice.tr("Round"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Matched by"), lambda row: match_source(row.source, voice)),
        number_column(voice.tr("Members"), lambda row: row.members, voice),
        money_column(voice.tr("Requested"), lambda row: row.asked, voice),
        money_column(voice.tr("Granted"), lambda row: some(row.granted), voice),
        money_column(voice.tr("Received"), lambda row: some(row.received), voice),
        money_column(voice.tr("Still to come"), lambda row: some(row.to_come), voice),
        money_column(voice.tr("Kept for benefits"), lambda row: some(row.unused), voice),
    )


def _rules(voice: Voice) -> Sequence[ColumnSpec[RuleView]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.rule.code),
        text_column(
            voice.tr("Benefit"),
            lambda row: voice.name(row.rule.name_th, row.rule.name_en),
            stretch=True,
        ),
        text_column(voice.tr("Heading"), lambda row: heading_name(row.rule.heading, voice)),
        money_column(voice.tr("Amount"), _amount, voice, adds=False),
        text_column(voice.tr("Unit of the benefit"), lambda row: per_name(row.rule.per, voice)),
        number_column(voice.tr("Waiting days"), lambda row: row.rule.waiting_days or None, voice),
        money_column(
            voice.tr("Most for an event"), lambda row: row.rule.most_per_event, voice, adds=False
        ),
        money_column(
            voice.tr("Most in a year"), lambda row: row.rule.most_per_year, voice, adds=False
        ),
        day_column(voice.tr("In force since"), lambda row: row.rule.from_day, voice),
    )


def _amount(row: RuleView) -> Money:
    """The amount, or the highest of the tiers."""
    return max((tier.amount for tier in row.tiers), default=row.rule.amount)


def _claimable(voice: Voice) -> Sequence[ColumnSpec[ClaimableRow]]:
    return (
        text_column(
            voice.tr("Benefit"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        money_column(voice.tr("Amount"), lambda row: row.rate, voice, adds=False),
        text_column(voice.tr("Unit of the benefit"), lambda row: per_name(row.per, voice)),
        money_column(voice.tr("Paid this year"), lambda row: some(row.paid_this_year), voice),
        money_column(voice.tr("Left this year"), lambda row: row.left_this_year, voice, adds=False),
        number_column(voice.tr("Times left"), lambda row: row.times_left, voice),
        text_column(voice.tr("Against it today"), lambda row: " ".join(said(row.blocks, voice))),
    )
