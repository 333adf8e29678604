"""What is done less often with projects, grants, land and insurance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from desktop.grants.claim_deeds import (
    paid_form,
    premiums_form,
    received_form,
    reduced_form,
    report_form,
)
from desktop.grants.fields import AreaField, BudgetField
from desktop.grants.state import Budget, budget_text
from desktop.grants.survey_deeds import decide_form, erase_form
from desktop.parts.field import Field
from desktop.parts.table import Table
from desktop.parts.words import verbatim
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    picks,
    resolution,
    whole,
    words,
)
from desktop.session.fields import month_field, months_back
from desktop.session.more import Deed
from desktop.session.screen import Screen
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.queries.committees import committees_at
from ledger.queries.grants import GrantCard, grant_card
from ledger.queries.leases import LeaseRow
from ledger.queries.plots import PlotRow
from ledger.usecases.granting import ChangeGrantBudget, CloseGrant
from ledger.usecases.leasing import ChangePlot, SetLeaseRent
from ledger.usecases.seating import CloseCommittee
from reports.words.voice import Voice

Further = Callable[[Screen, Table], tuple[Deed, ...]]


def of_project(screen: Screen, table: Table) -> tuple[Deed, ...]:
    """The further forms of the project that is marked."""
    return (
        Deed("decide-survey", _decide, _of(screen, table, decide_form)),
        Deed("erase-surveyed", _erase, _of(screen, table, erase_form)),
    )


def of_grant(screen: Screen, table: Table) -> tuple[Deed, ...]:
    """The further forms of the grant that is marked."""
    return (
        Deed("change-grant-budget", _budget, _of(screen, table, _with_card(budget_form))),
        Deed("close-grant", _close, _of(screen, table, _with_card(close_form))),
    )


def of_lease(screen: Screen, table: Table) -> tuple[Deed, ...]:
    """The further forms of the lease that is marked."""
    return (Deed("set-lease-rent", _rent, _of(screen, table, rent_form)),)


def of_plot(screen: Screen, table: Table) -> tuple[Deed, ...]:
    """The further forms of the plot that is marked."""
    return (Deed("change-plot", _plot, _of(screen, table, plot_form)),)


def of_policy(screen: Screen, table: Table) -> tuple[Deed, ...]:
    """The further forms of the insurance that is marked."""
    return (
        Deed("bill-premiums", _premiums, _of(screen, table, premiums_form)),
        Deed("report-claim", _claim, _of(screen, table, report_form)),
        Deed("receive-claim", _received, _of(screen, table, received_form)),
        Deed("pay-out-claim", _paid, _of(screen, table, paid_form)),
        Deed("reduce-claim", _reduced, _of(screen, table, reduced_form)),
    )


def _of(
    screen: Screen, table: Table, make: Callable[[Session, Voice, Any], QDialog | None]
) -> Callable[[], QDialog | None]:
    """The form about the line that is marked."""

    def opens() -> QDialog | None:
        row = table.current()
        return None if row is None else make(screen.session, screen.voice, row)

    return opens


def _with_card(
    make: Callable[[Session, Voice, GrantCard], QDialog],
) -> Callable[[Session, Voice, Any], QDialog]:
    """The form of a grant needs its budget lines, not only its row in the list."""
    return lambda session, voice, row: make(
        session, voice, session.ask(grant_card, grant=row.code, at=session.today)
    )


def budget_form(session: Session, voice: Voice, grant: GrantCard) -> QDialog:
    """Another budget that the donor agreed to, row by row."""

    def made(_session: Session, voice: Voice) -> Field:
        field = BudgetField(voice)
        field.edit.setPlainText(budget_text(grant.lines))
        return field

    def changed(*, lines: Budget, resolution: str) -> Command:
        return ChangeGrantBudget(
            grant=grant.grant.code,
            lines=lines.like(grant.lines),
            total=lines.total,
            resolution=resolution,
        )

    return AskedDialog(
        session,
        voice,
        title=_budget,
        verb=lambda voice: voice.tr("Save the budget"),
        told=lambda voice: voice.tr(
            "A line that is left out has nothing any more; a line keeps what was spent by its name."
        ),
        asks=(Asked("lines", lambda voice: voice.tr("Budget lines"), made), resolution()),
        makes=changed,
    )


def close_form(session: Session, voice: Voice, grant: GrantCard) -> QDialog:
    """A grant of which nothing is left is finished."""
    return AskedDialog(
        session,
        voice,
        title=_close,
        verb=lambda voice: voice.tr("Close the grant"),
        told=lambda voice: voice.tr("{code}: {purpose}, {donor}").format(
            code=grant.grant.code, purpose=grant.grant.purpose, donor=grant.grant.donor
        ),
        asks=(day(),),
        makes=partial(CloseGrant, grant=grant.grant.code),
    )


def rent_form(session: Session, voice: Voice, lease: LeaseRow) -> QDialog:
    """The owner asks another rent: by the square wah a month, or a fixed sum."""

    def made(session: Session, voice: Voice) -> Field:
        field = month_field(voice, months_back(session.today, count=24, ahead=12))
        field.pick(Month.of(session.today).plus(1))
        return field

    return AskedDialog(
        session,
        voice,
        title=_rent,
        verb=lambda voice: voice.tr("Save the rent"),
        told=lambda voice: voice.tr(
            "Fill in either baht a square wah, or a fixed rent and the months that it covers."
        ),
        asks=(
            Asked("from_month", lambda voice: voice.tr("From month"), made),
            amount("rate", lambda voice: voice.tr("Baht a square wah a month"), optional=True),
            amount("fixed", lambda voice: voice.tr("Fixed rent"), optional=True),
            whole(
                "every",
                lambda voice: voice.tr("Months that the fixed rent covers"),
                optional=True,
            ),
            resolution(),
        ),
        makes=partial(SetLeaseRent, lease=lease.code),
    )


def plot_form(session: Session, voice: Voice, plot: PlotRow) -> QDialog:
    """Another area, house number or rent of a plot; what is left empty stays."""
    return AskedDialog(
        session,
        voice,
        title=_plot,
        verb=lambda voice: voice.tr("Save the change"),
        told=lambda voice: voice.tr("Plot {plot}. What is left empty stays as it is.").format(
            plot=plot.code
        ),
        asks=(
            Asked(
                "area",
                lambda voice: voice.tr("Area (rai-ngan-wah)"),
                lambda _session, voice: AreaField(voice),
                optional=True,
            ),
            words("house", lambda voice: voice.tr("House number"), optional=True),
            amount("monthly", lambda voice: voice.tr("Rent a month"), optional=True),
        ),
        makes=partial(ChangePlot, lease=plot.lease, plot=plot.code),
    )


def committee_form(session: Session, voice: Voice) -> QDialog | None:
    """A committee whose task is done; who sat in it stays on record."""
    rows = [one for one in session.ask(committees_at, at=session.today).rows if not one.closed]
    if not rows:
        return None
    return AskedDialog(
        session,
        voice,
        title=committee_name,
        verb=lambda voice: voice.tr("Close the committee"),
        asks=(
            picks(
                "code",
                lambda voice: voice.tr("Committee"),
                [(row.code, verbatim(row.name_th)) for row in rows],
            ),
        ),
        makes=CloseCommittee,
    )


def _decide(voice: Voice) -> str:
    return voice.tr("Decide on a household")


def _erase(voice: Voice) -> str:
    return voice.tr("Erase a household's personal data")


def _budget(voice: Voice) -> str:
    return voice.tr("Changed budget of a grant")


def _close(voice: Voice) -> str:
    return voice.tr("Close a grant")


def _rent(voice: Voice) -> str:
    return voice.tr("Changed rent of a lease")


def _plot(voice: Voice) -> str:
    return voice.tr("Change a plot")


def _premiums(voice: Voice) -> str:
    return voice.tr("Bill premiums loan by loan")


def _claim(voice: Voice) -> str:
    return voice.tr("Report a claim to the insurer")


def _received(voice: Voice) -> str:
    return voice.tr("The insurer pays a claim")


def _paid(voice: Voice) -> str:
    return voice.tr("Pass a claim on")


def _reduced(voice: Voice) -> str:
    return voice.tr("The insurer pays less")


def committee_name(voice: Voice) -> str:
    return voice.tr("Close a committee")
