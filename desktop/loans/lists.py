"""The lists of the loans area, each with its columns and what it says when it is empty."""

from __future__ import annotations

from desktop.loans.columns import (
    application_columns,
    class_columns,
    defect_columns,
    loan_columns,
    type_columns,
)
from desktop.parts.table import Table
from reports.words.voice import Voice


def loan_table(voice: Voice) -> Table:
    made = Table(
        loan_columns,
        voice,
        name=lambda voice: voice.tr("Loans"),
        identity=lambda row: row.card,
    )
    made.say_when_empty(lambda voice: voice.tr("No loan is running."))
    return made


def application_table(voice: Voice) -> Table:
    return Table(
        application_columns,
        voice,
        name=lambda voice: voice.tr("Applications"),
        identity=lambda row: row.application.number,
    ).without_find()


def class_table(voice: Voice) -> Table:
    return Table(
        class_columns,
        voice,
        name=lambda voice: voice.tr("Classes and allowance"),
        identity=lambda row: row.loan_class,
    ).without_find()


def defect_table(voice: Voice) -> Table:
    made = Table(
        defect_columns,
        voice,
        name=lambda voice: voice.tr("Defective collateral"),
        identity=lambda row: (row.card, row.guarantor),
    ).without_find()
    made.say_when_empty(lambda voice: voice.tr("Every loan has its collateral."))
    return made


def type_table(voice: Voice) -> Table:
    made = Table(
        type_columns,
        voice,
        name=lambda voice: voice.tr("Types of loans"),
        identity=lambda row: row.code,
    ).without_find()
    made.say_when_empty(lambda voice: voice.tr("There is no type of loan yet. Add the first one."))
    return made
