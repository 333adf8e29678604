"""What the committee decides for all loans: limits, classes, sanctions; and advances booked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    Heading,
    amount,
    day,
    percent,
    picks,
    resolution,
    whole,
    yes_no,
)
from desktop.session.loan_fields import loan_types
from desktop.session.more import Deed, forms_on
from desktop.session.screen import Screen
from ledger.domain.commands import Command
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loan_quality import LoanClass, LoanClassStep, steps_at
from ledger.domain.sanctions import (
    SanctionRule,
    SanctionRuleStep,
    SanctionTable,
    sanction_table_of,
)
from ledger.usecases.loan_applying import SetLoanLimits
from ledger.usecases.loan_paying import UseLoanAdvances
from ledger.usecases.provisioning import ClassStep, SetLoanClasses
from ledger.usecases.sanctioning import Sanction, SetSanctions
from reports.words.loan_words import class_name
from reports.words.voice import N_, Voice

_ROWS = 3  # steps of sanctions that the form has room for

_COUNTS = {
    "most_loans": N_("Most loans of this type at a time"),
    "most_missed": N_("Most missed instalments for a new loan"),
    "least_guarantors": N_("Least guarantors"),
    "most_guarantees": N_("Most loans that one member stands for"),
}


def deeds_of(screen: Screen) -> tuple[Deed, ...]:
    """The further forms of the list of loans."""
    form = forms_on(screen)
    return (
        Deed("use-loan-advances", _advances, form(advances_form)),
        Deed("set-loan-limits", _limits, form(limits_form)),
        Deed("set-loan-classes", _classes, form(classes_form)),
        Deed("set-sanctions", _sanctions, form(sanctions_form)),
    )


def advances_form(session: Session, voice: Voice) -> QDialog:
    """Money kept in advance pays the instalments that have fallen due."""
    return AskedDialog(
        session,
        voice,
        title=_advances,
        verb=lambda voice: voice.tr("Book it"),
        asks=(day(),),
        makes=UseLoanAdvances,
    )


def limits_form(session: Session, voice: Voice) -> QDialog | None:
    """The form about one of the types that are lent; None while there is no such type."""
    types = [
        one for one in session.ask(loan_types) if one.direction is Direction.OUT and not one.closed
    ]
    return limits_of_types(session, voice, types) if types else None


def limits_of_types(session: Session, voice: Voice, types: Sequence[LoanType]) -> QDialog:
    """How much and to whom a type may be lent; what is left empty limits nothing."""
    return AskedDialog(
        session,
        voice,
        title=_limits,
        verb=lambda voice: voice.tr("Save the limits"),
        told=lambda voice: voice.tr("What is left empty limits nothing."),
        asks=(
            picks(
                "type",
                lambda voice: voice.tr("Type of loan"),
                [(one.code, _named(one.name_th, one.name_en)) for one in types],
            ),
            amount("most", lambda voice: voice.tr("Most that a member owes of it"), optional=True),
            percent("of_savings", lambda voice: voice.tr("Percent of her savings"), optional=True),
            percent("of_shares", lambda voice: voice.tr("Percent of her shares"), optional=True),
            percent(
                "savings_first",
                lambda voice: voice.tr("Percent of the loan to be saved before"),
                optional=True,
            ),
            *(whole(name, _said(text), optional=True) for name, text in _COUNTS.items()),
            day("from_day", _from),
            resolution(),
        ),
        makes=SetLoanLimits,
    )


def classes_form(session: Session, voice: Voice) -> QDialog:
    """From how many days late a loan is of which class, and how much is set aside for it."""
    now = {one.loan_class: one for one in session.ask(_steps, on=session.today)}
    asks: list[Asked | Heading] = []
    for one in LoanClass:
        asks.append(Heading(_class(one)))
        step = now.get(one)
        first = one is LoanClass.NORMAL
        if not first:
            days = None if step is None else step.more_than
            asks.append(
                whole(
                    f"days_{one.value}",
                    lambda voice: voice.tr("Late by more than (days)"),
                    optional=True,
                    start=days,
                )
            )
        asks.append(
            percent(
                f"rate_{one.value}",
                lambda voice: voice.tr("Set aside (percent)"),
                optional=True,
                start=None if step is None else step.rate,
            )
        )
    return AskedDialog(
        session,
        voice,
        title=_classes,
        verb=lambda voice: voice.tr("Save the classes"),
        told=lambda voice: voice.tr("A class without days is not used."),
        asks=(*asks, day("from_day", _from), resolution()),
        makes=lambda **answers: class_command(answers, now),
    )


def class_command(
    answers: Mapping[str, Any], before: Mapping[LoanClass, LoanClassStep]
) -> SetLoanClasses:
    """The table of classes as it was filled in, by rising days."""
    steps = []
    for one in LoanClass:
        days = 0 if one is LoanClass.NORMAL else answers.get(f"days_{one.value}")
        if days is None:
            continue
        suspends = before[one].suspends if one in before else one is not LoanClass.NORMAL
        rate = answers.get(f"rate_{one.value}", Fraction(0))
        steps.append(ClassStep(more_than=days, loan_class=one, rate=rate, suspends=suspends))
    return SetLoanClasses(
        from_day=answers["from_day"], steps=tuple(steps), resolution=answers["resolution"]
    )


def sanctions_form(session: Session, voice: Voice) -> QDialog:
    """What missed instalments forbid (domain.md 1.4); without a step nothing is forbidden."""
    now = session.ask(_sanction_table, on=session.today)
    asks: list[Asked | Heading] = []
    for at in range(_ROWS):
        step = now.steps[at] if at < len(now.steps) else None
        asks += (
            Heading(_step(at + 1)),
            whole(
                f"missed_{at}",
                lambda voice: voice.tr("From how many missed in a row"),
                optional=True,
                start=None if step is None else step.missed,
            ),
            whole(
                f"no_loan_{at}",
                lambda voice: voice.tr("Months without a new loan"),
                optional=True,
                start=None if step is None else step.no_loan_months,
            ),
            whole(
                f"no_welfare_{at}",
                lambda voice: voice.tr("Months without welfare"),
                optional=True,
                start=None if step is None else step.no_welfare_months,
            ),
            yes_no(
                f"no_refund_{at}",
                lambda voice: voice.tr("Takes the patronage refund"),
                start=step is not None and step.no_refund,
            ),
        )
    return AskedDialog(
        session,
        voice,
        title=_sanctions,
        verb=lambda voice: voice.tr("Save the sanctions"),
        told=lambda voice: voice.tr("A step without a number of missed instalments is not used."),
        asks=(
            *asks,
            whole(
                "grace_days",
                lambda voice: voice.tr("Days after which an instalment is missed"),
                optional=True,
                start=now.grace_days,
            ),
            day("from_day", _from),
            resolution(),
        ),
        makes=lambda **answers: sanction_command(answers),
    )


def sanction_command(answers: Mapping[str, Any]) -> Command:
    """The table of sanctions as it was filled in."""
    steps = tuple(
        Sanction(
            missed=answers[f"missed_{at}"],
            no_loan_months=answers.get(f"no_loan_{at}", 0),
            no_welfare_months=answers.get(f"no_welfare_{at}", 0),
            no_refund=answers.get(f"no_refund_{at}", False),
        )
        for at in range(_ROWS)
        if f"missed_{at}" in answers
    )
    return SetSanctions(
        from_day=answers["from_day"],
        steps=steps,
        resolution=answers["resolution"],
        grace_days=answers.get("grace_days", 0),
    )


def _steps(reader: Any, *, on: date) -> tuple[LoanClassStep, ...]:
    return steps_at(reader, on)


def _sanction_table(reader: Any, *, on: date) -> SanctionTable:
    return sanction_table_of(reader.every(SanctionRule), reader.every(SanctionRuleStep), on)


def _class(one: LoanClass) -> Says:
    return lambda voice: class_name(one, voice)


def _step(number: int) -> Says:
    return lambda voice: voice.tr("Step {number}").format(number=voice.number(number))


def _named(name_th: str, name_en: str) -> Says:
    return lambda voice: voice.name(name_th, name_en)


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _from(voice: Voice) -> str:
    return voice.tr("From the day")


def _advances(voice: Voice) -> str:
    return voice.tr("Use money kept in advance")


def _limits(voice: Voice) -> str:
    return voice.tr("Limits of a type of loan")


def _classes(voice: Voice) -> str:
    return voice.tr("Classes of loans and allowance")


def _sanctions(voice: Voice) -> str:
    return voice.tr("Sanctions for missed instalments")
