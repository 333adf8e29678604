"""Projects, grants, leased land, plots and insurance behind tabs; a form for each thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from desktop.grants import columns, deeds
from desktop.grants.committees import CommitteesPage, committees_name
from desktop.grants.grant_dialogs import GrantDialog, ReceiveDialog, ReturnDialog, SpendDialog
from desktop.grants.insurance_dialogs import PolicyDialog, PremiumsDialog, RemitPremiumsDialog
from desktop.grants.land_dialogs import (
    BillDialog,
    LeaseDialog,
    PlotDialog,
    RemitDialog,
    TransferDialog,
)
from desktop.grants.project_dialogs import LinkDialog, ProjectDialog, SurveyDialog
from desktop.grants.state import projects_facts
from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session import Session
from desktop.session.lists import Lists, with_buttons
from desktop.session.more import MoreButton
from desktop.session.screen import Form, FormOf, Opens, Screen, show_dialog
from ledger.queries.grants import GrantCard, grant_card, grants
from ledger.queries.insurance import insurances
from ledger.queries.leases import leases
from ledger.queries.plots import plot_register
from ledger.queries.projects import projects
from reports.words.voice import Voice

Columns = Callable[[Voice], Sequence[ColumnSpec[Any]]]


class ProjectsScreen(Screen):
    """Lists behind tabs; every button asks for the line that is marked in its list."""

    SHOWS = frozenset(
        {
            *("entries", "projects", "project_parts", "surveyed_households", "grants"),
            *("grant_budgets", "leases", "lease_rents", "plots", "plot_transfers", "charges"),
            *("insurance_policies", "committees", "committee_terms", "members"),
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.facts = Label(nothing, voice)
        self._make_buttons(voice)
        self.projects = self._table(columns.project_columns, _projects)
        self.grants = self._table(columns.grant_columns, _grants)
        self.leases = self._table(columns.lease_columns, _leases)
        self.plots = Table(
            columns.plot_columns,
            voice,
            name=_plots,
            identity=lambda row: (row.lease, row.code),
        )
        self.policies = self._table(columns.insurance_columns, _insurance)
        self.committees = CommitteesPage(session, voice, ask, self.show_form)
        self._say_when_empty()
        self._lay_out(voice)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        given, rented = self.session.ask(grants, at=today), self.session.ask(leases, at=today)
        self.facts.say(lambda voice: projects_facts(given, rented, voice))
        self.projects.set_rows(self.session.ask(projects, at=today).rows)
        self.grants.set_rows(given.rows)
        self.leases.set_rows(rented.rows)
        self.plots.set_rows(self.session.ask(plot_register, at=today).rows)
        self.committees.ask_again()
        self.policies.set_rows(self.session.ask(insurances, at=today).rows)

    @override
    def take_keyboard(self) -> None:
        self.tabs.setFocus()

    def _make_buttons(self, voice: Voice) -> None:
        self.new_project = Button(lambda voice: voice.tr("New project"), voice)
        self.link = Button(lambda voice: voice.tr("What belongs to it"), voice)
        self.survey = Button(lambda voice: voice.tr("Survey a household"), voice)
        self.statement = Button(lambda voice: voice.tr("Statement of a project"), voice)
        self.register = Button(lambda voice: voice.tr("Survey register"), voice)
        self.new_grant = Button(lambda voice: voice.tr("New grant"), voice)
        self.receive = Button(lambda voice: voice.tr("Receive a part"), voice)
        self.spend = Button(lambda voice: voice.tr("Spend"), voice)
        self.give_back = Button(lambda voice: voice.tr("Return to the donor"), voice)
        self.report = Button(lambda voice: voice.tr("Report on a grant"), voice)
        self.new_lease = Button(lambda voice: voice.tr("New land lease"), voice)
        self.new_plot = Button(lambda voice: voice.tr("New plot"), voice)
        self.bill = Button(lambda voice: voice.tr("Bill land rent"), voice)
        self.remit = Button(lambda voice: voice.tr("Remit"), voice)
        self.account = Button(lambda voice: voice.tr("Account of a land lease"), voice)
        self.transfer = Button(lambda voice: voice.tr("Transfer a plot"), voice)
        self.plot_paper = Button(lambda voice: voice.tr("Register of plots and houses"), voice)
        self.new_policy = Button(lambda voice: voice.tr("New insurance"), voice)
        self.premiums = Button(lambda voice: voice.tr("Bill premiums"), voice)
        self.remit_premiums = Button(lambda voice: voice.tr("Remit premiums"), voice)
        self.policy_paper = Button(lambda voice: voice.tr("Account of an insurance"), voice)

    def _say_when_empty(self) -> None:
        self.projects.say_when_empty(lambda voice: voice.tr("There is no project yet."))
        self.grants.say_when_empty(lambda voice: voice.tr("There is no grant yet."))
        self.leases.say_when_empty(lambda voice: voice.tr("There is no land lease yet."))
        self.plots.say_when_empty(lambda voice: voice.tr("There is no plot yet."))
        self.policies.say_when_empty(lambda voice: voice.tr("There is no insurance yet."))
        self.committees.table.say_when_empty(lambda voice: voice.tr("There is no committee yet."))

    def _table(self, made: Columns, name: Says) -> Table:
        return Table(made, self.voice, name=name, identity=lambda row: row.code).without_find()

    def _lay_out(self, voice: Voice) -> None:
        of_projects = (self.new_project, self.link, self.survey, self.statement, self.register)
        of_grants = (self.new_grant, self.receive, self.spend, self.give_back, self.report)
        of_leases = (self.new_lease, self.new_plot, self.bill, self.remit, self.account)
        of_plots = (self.transfer, self.plot_paper)
        of_policies = (self.new_policy, self.premiums, self.remit_premiums, self.policy_paper)
        lists = Lists(
            lambda voice: voice.tr("Projects"),
            voice,
            above=(self.facts,),
            pages=(
                (_projects, self._with_more(of_projects, self.projects, deeds.of_project)),
                (_grants, self._with_more(of_grants, self.grants, deeds.of_grant)),
                (_leases, self._with_more(of_leases, self.leases, deeds.of_lease)),
                (_plots, self._with_more(of_plots, self.plots, deeds.of_plot)),
                (_insurance, self._with_more(of_policies, self.policies, deeds.of_policy)),
                (committees_name, self.committees),
            ),
        )
        self.tabs = lists.tabs
        self.body.addWidget(lists, 1)

    def _with_more(
        self, buttons: Sequence[Button], table: Table, further: deeds.Further
    ) -> QWidget:
        more = MoreButton(self.voice, further(self, table), self)
        return with_buttons((*buttons, more), table)

    def _wire(self) -> None:
        new: tuple[tuple[Button, Form], ...] = (
            (self.new_project, ProjectDialog),
            (self.new_grant, GrantDialog),
            (self.new_lease, LeaseDialog),
            (self.new_policy, PolicyDialog),
        )
        for button, make in new:
            self.opens_form(button, make)
        of_row: tuple[tuple[Button, Table, FormOf], ...] = (
            (self.link, self.projects, LinkDialog),
            (self.survey, self.projects, SurveyDialog),
            (self.receive, self.grants, _with_card(ReceiveDialog)),
            (self.spend, self.grants, _with_card(SpendDialog)),
            (self.give_back, self.grants, _with_card(ReturnDialog)),
            (self.new_plot, self.leases, PlotDialog),
            (self.bill, self.leases, BillDialog),
            (self.remit, self.leases, RemitDialog),
            (self.transfer, self.plots, TransferDialog),
            (self.premiums, self.policies, PremiumsDialog),
            (self.remit_premiums, self.policies, RemitPremiumsDialog),
        )
        for button, table, form in of_row:
            self.opens_form_of(button, table.current, form)
        for button, table, paper in (
            (self.statement, self.projects, "project"),
            (self.register, self.projects, "survey"),
            (self.report, self.grants, "grant-report"),
            (self.account, self.leases, "lease"),
            (self.policy_paper, self.policies, "insurance"),
        ):
            self.opens_paper_of(button, table.current_identity, paper)
        self.opens_paper(self.plot_paper, "plot-register")
        self.opens_paper(self.committees.paper, "committees")


def _with_card(make: Callable[[Session, Voice, GrantCard], QDialog]) -> FormOf:
    """The form of a grant needs its budget lines, not only its row in the list."""

    def made(session: Session, voice: Voice, row: Any) -> QDialog:
        return make(session, voice, session.ask(grant_card, grant=row.code, at=session.today))

    return made


def _projects(voice: Voice) -> str:
    return voice.tr("Projects")


def _grants(voice: Voice) -> str:
    return voice.tr("Grants")


def _leases(voice: Voice) -> str:
    return voice.tr("Land leases")


def _plots(voice: Voice) -> str:
    return voice.tr("Plots and houses")


def _insurance(voice: Voice) -> str:
    return voice.tr("Insurance")
