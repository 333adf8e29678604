"""Columns of the lists of loans."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from desktop.session.loan_page import some
from ledger.domain.lending import LoanType
from ledger.queries.loan_life import ApplicationRow, DefectiveLoan
from ledger.queries.loan_quality import ClassSum
from ledger.queries.loans import LoanRow
from reports.words.labels import decision, leaving_reason
from reports.words.loan_words import class_name, method_name
from reports.words.voice import Voice


def loan_columns(voice: Voice) -> Sequence[ColumnSpec[LoanRow]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.card, voice),
        text_column(voice.tr("Type"), lambda row: row.type),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        day_column(voice.tr("Contract day"), lambda row: row.on, voice),
        money_column(voice.tr("Paid out"), lambda row: some(row.paid_out), voice),
        money_column(voice.tr("Principal owed"), lambda row: row.outstanding, voice),
        money_column(voice.tr("Late amount"), lambda row: some(row.amount_late), voice),
        number_column(voice.tr("Days late"), lambda row: row.days_late or None, voice),
        text_column(voice.tr("Class"), lambda row: state_of(row, voice)),
        day_column(voice.tr("Next due day"), lambda row: row.next_due, voice),
    )


def application_columns(voice: Voice) -> Sequence[ColumnSpec[ApplicationRow]]:
    return (
        number_column(voice.tr("No."), lambda row: row.application.number, voice),
        day_column(voice.tr("Date"), lambda row: row.application.on, voice),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Type"), lambda row: row.application.type),
        money_column(voice.tr("Asked for"), lambda row: row.application.amount, voice),
        money_column(voice.tr("Granted"), lambda row: row.application.granted, voice),
        text_column(
            voice.tr("Decision"), lambda row: decision(row.application.decision.value, voice)
        ),
        text_column(voice.tr("Resolution"), lambda row: row.application.resolution),
        text_column(voice.tr("Purpose"), lambda row: row.application.purpose),
    )


def class_columns(voice: Voice) -> Sequence[ColumnSpec[ClassSum]]:
    return (
        text_column(voice.tr("Class"), lambda row: class_name(row.loan_class, voice), stretch=True),
        number_column(voice.tr("More days late than"), lambda row: row.more_than, voice),
        text_column(voice.tr("Set aside"), lambda row: voice.percent(row.rate)),
        number_column(voice.tr("Loans"), lambda row: row.loans, voice),
        money_column(voice.tr("Principal owed"), lambda row: row.outstanding, voice),
        money_column(voice.tr("Allowance"), lambda row: row.allowance, voice),
    )


def defect_columns(voice: Voice) -> Sequence[ColumnSpec[DefectiveLoan]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.card, voice),
        text_column(voice.tr("Borrower"), lambda row: row.borrower_name, stretch=True),
        text_column(voice.tr("Guarantor"), lambda row: row.guarantor_name),
        text_column(
            voice.tr("Reason"),
            lambda row: leaving_reason(row.why.value, voice) if row.why is not None else "",
        ),
        day_column(voice.tr("Since"), lambda row: row.since, voice),
        money_column(voice.tr("Principal owed"), lambda row: row.outstanding, voice),
    )


def type_columns(voice: Voice) -> Sequence[ColumnSpec[LoanType]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(
            voice.tr("Name"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        text_column(voice.tr("Method"), lambda row: method_name(row.method, row.interest, voice)),
        text_column(voice.tr("Account"), lambda row: row.account),
        text_column(voice.tr("Interest account"), lambda row: row.interest_account),
    )


def state_of(row: LoanRow, voice: Voice) -> str:
    """Whether a loan is over, else its class."""
    if row.written_off_on is not None:
        return voice.tr("Written off")
    if row.settled_on is not None:
        return voice.tr("Settled")
    return class_name(row.loan_class, voice)
