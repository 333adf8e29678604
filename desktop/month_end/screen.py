"""Month end: the checklist of the month that closes next, all months, and what was done to them."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

from typing_extensions import override

from desktop.month_end.asking import month_end
from desktop.month_end.asset_dialogs import AssetDialog, DepreciationDialog, DisposeDialog
from desktop.month_end.assets_page import AssetsPage
from desktop.month_end.budget_page import BudgetDialog, BudgetPage
from desktop.month_end.columns import (
    check_columns,
    finding_columns,
    history_columns,
    month_columns,
)
from desktop.month_end.dialogs import CloseDialog, LockDialog, ReopenDialog
from desktop.month_end.links import PLACES, open_figures
from desktop.month_end.network_page import NetworkPage
from desktop.month_end.state import reopenable, with_audit
from desktop.month_end.year_asking import years_of
from desktop.month_end.year_page import YearPage
from desktop.parts.ask import Asks
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session import Place, Session
from desktop.session.backing_up import CopyMade, back_up, medium_asked
from desktop.session.lists import Lists, stacked
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.tasks import Work
from ledger.domain.days import Month
from ledger.queries.asset_register import asset_register
from ledger.queries.budget_comparison import budget_comparison
from ledger.queries.closings import Closings
from ledger.queries.integrity import Audit, audit
from ledger.queries.month_checklist import CheckItem, CheckRow, MonthChecklist
from reports.words.backing_up import counted_said
from reports.words.voice import Voice


class MonthEndScreen(Screen):
    """Enter on a line of the checklist goes where it is put right."""

    SHOWS = frozenset(
        {
            "entries",
            "closings",
            "cash_counts",
            "bank_matches",
            "reconciliations",
            "paper_prints",
            "backups_taken",
            "desk",
            "budgets",
            "fixed_assets",
            "fiscal_years",
            "surplus_allocations",
            *("due_payments", "share_outs"),
            *("handed_in", "card_partners"),
        }
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._facts: MonthChecklist | None = None
        self._closings: Closings | None = None
        self._audit: Audit | None = None
        self.title = Label(nothing, voice, heading=True)
        self.close_month = Button(lambda voice: voice.tr("Close the month"), voice, main=True)
        self.audit = Button(lambda voice: voice.tr("Let the book audit itself"), voice)
        self.report = Button(lambda voice: voice.tr("Monthly report"), voice)
        self.compare = Button(lambda voice: voice.tr("Compare with what was printed"), voice)
        self.back_up = Button(lambda voice: voice.tr("Back up"), voice)
        self.reopen = Button(lambda voice: voice.tr("Open a closed month again"), voice)
        self.lock = Button(lambda voice: voice.tr("Lock a month for good"), voice)
        self.checks = Table(
            check_columns,
            voice,
            name=lambda voice: voice.tr("Before closing"),
            identity=lambda check: (check.item, check.name_th, check.place),
        ).without_find()
        self.checks.say_when_empty(lambda voice: voice.tr("No month waits to be closed."))
        self.months = Table(
            month_columns,
            voice,
            name=lambda voice: voice.tr("Months"),
            identity=lambda row: row.month,
        ).without_find()
        self.history = Table(
            history_columns,
            voice,
            name=lambda voice: voice.tr("What was done"),
            identity=lambda row: row.number,
        ).without_find()
        self.findings = Table(
            finding_columns, voice, name=lambda voice: voice.tr("Findings")
        ).without_find()
        self.findings.say_when_empty(self._findings_text)
        self.assets = AssetsPage(voice)
        self.budget = BudgetPage(voice)
        self.year = YearPage(session, voice, self.show_form)
        self.network = NetworkPage(self)
        self._lay_out(voice)
        self._wire()

    @override
    def open_at(self, key: Hashable) -> None:
        if key in ("year", "network"):
            self.tabs.setCurrentWidget(self.year if key == "year" else self.network)

    @override
    def ask_again(self) -> None:
        # Whatever was booked since then, the last audit knows nothing of it.
        self._audit = None
        today = self.session.today
        self._closings, self._facts = self.session.ask(month_end, today=today)
        self.network.freshen(self._closings)
        self.year.show_years(self.session.ask(years_of, self._closings, today=today))
        self.months.set_rows(self._closings.months)
        self.history.set_rows(tuple(reversed(self._closings.history)))
        self.assets.show_register(self.session.ask(asset_register, at=today))
        self.budget.show_budget(self.session.ask(budget_comparison, at=today))
        self._draw()

    @property
    def check_rows(self) -> tuple[CheckRow, ...]:
        if self._facts is None:
            return ()
        findings = None if self._audit is None else len(self._audit.findings)
        return with_audit(self._facts.rows, findings)

    def _draw(self) -> None:
        facts = self._facts
        self.title.say(_title(None if facts is None else facts.month))
        self.close_month.setEnabled(facts is not None)
        self.checks.set_rows(self.check_rows)
        self.findings.set_rows(() if self._audit is None else self._audit.findings)
        self.findings.say_when_empty(self._findings_text)
        closed = self._closings
        month = reopenable(closed.closed_through, closed.locked_through) if closed else None
        self.reopen.setEnabled(month is not None)
        self.lock.setEnabled(month is not None)

    def _findings_text(self, voice: Voice) -> str:
        if self._audit is None:
            return voice.tr("The book was not audited since the last change.")
        return voice.tr("The audit found nothing: every act, row and balance is right.")

    def _lay_out(self, voice: Voice) -> None:
        of_the_month = (self.close_month, self.audit, self.report, self.compare)
        lists = Lists(
            self.title,
            voice,
            above=(ButtonRow((*of_the_month, self.back_up, self.reopen, self.lock)),),
            pages=(
                (lambda voice: voice.tr("Before closing"), self.checks),
                (lambda voice: voice.tr("Year end"), self.year),
                (lambda voice: voice.tr("Network"), self.network),
                (lambda voice: voice.tr("Months"), stacked(self.months, self.history)),
                (lambda voice: voice.tr("Findings"), self.findings),
                (lambda voice: voice.tr("Assets"), self.assets),
                (lambda voice: voice.tr("Budget"), self.budget),
            ),
        )
        self.tabs = lists.tabs
        self.body.addWidget(lists, 1)
        self.setFocusProxy(self.checks)

    def _wire(self) -> None:
        self.close_month.clicked.connect(self._close)
        self.audit.clicked.connect(self._run_audit)
        self.report.clicked.connect(self._report)
        self.compare.clicked.connect(self._compare)
        self.back_up.clicked.connect(self._back_up)
        self.reopen.clicked.connect(self._reopen)
        self.lock.clicked.connect(self._lock)
        self.checks.activated.connect(self._open_check)
        open_figures(self, self.months, self.findings, self.budget)
        self.opens_form(self.assets.new, AssetDialog)
        self.opens_form(self.assets.depreciate, DepreciationDialog)
        self.assets.dispose.clicked.connect(self._dispose)
        self.opens_paper(self.assets.report, "asset-register")
        self.opens_form(self.budget.decide, BudgetDialog)
        self.opens_paper(self.budget.report, "budget-comparison")
        self.year.go_to.connect(self.go_to)

    def _open_check(self, check: CheckRow) -> None:
        done_here = {
            CheckItem.AUDIT: self._run_audit,
            CheckItem.BACKUP: self._back_up,
            CheckItem.SECOND_COPY: self._back_up,
            CheckItem.REPORT: self._report,
        }
        if check.item in done_here:
            done_here[check.item]()
        elif check.item is CheckItem.DEPRECIATION:
            self.tabs.setCurrentWidget(self.assets)
        elif check.place:
            self.go_to.emit(Place("collection", check.place))
        else:
            self.go_to.emit(PLACES[check.item])

    def _close(self) -> None:
        if self._facts is not None:
            self.show_form(
                CloseDialog(self.session, self.voice, self._facts.month, self.check_rows)
            )

    def _reopen(self) -> None:
        month = self._last_closed()
        if month is not None:
            self.show_form(ReopenDialog(self.session, self.voice, month))

    def _lock(self) -> None:
        month = self._last_closed()
        if month is not None:
            self.show_form(LockDialog(self.session, self.voice, month))

    def _last_closed(self) -> Month | None:
        closed = self._closings
        return reopenable(closed.closed_through, closed.locked_through) if closed else None

    def _report(self) -> None:
        month = None if self._facts is None else self._facts.month
        key = "monthly-report" if month is None else ("monthly-report", month)
        self.go_to.emit(Place("papers", key))

    def _dispose(self) -> None:
        row = self.assets.table.current()
        if row is not None and not row.gone:
            self.show_form(DisposeDialog(self.session, self.voice, row))

    def _compare(self) -> None:
        row = self.months.current()
        key = "report-differences"
        self.go_to.emit(Place("papers", key if row is None else (key, row.month)))

    def _run_audit(self) -> None:
        def call(work: Work) -> Audit:
            return self.session.ask(audit, work.step)

        self.session.work(
            call,
            says=lambda voice: voice.tr("Auditing the book"),
            then=self._audited,
            alone=True,
        )

    def _back_up(self) -> None:
        folder = self.asks.folder(
            lambda voice: voice.tr("Where the backup goes: a stick or another disk"), Path.home()
        )
        if folder is None:
            return
        chosen = medium_asked(self.asks, folder, self.session.path)
        if chosen is not None:
            name, outside = chosen
            back_up(
                self.session,
                folder,
                medium=name,
                outside=outside,
                then=self._backed_up,
                says=lambda voice: voice.tr("Backing up"),
            )

    def _backed_up(self, copy: CopyMade) -> None:
        self.asks.tell(
            lambda voice: (
                voice.tr("Copied, opened, audited and read back: {path}").format(
                    path=copy.made.path
                )
                + "\n\n"
                + counted_said(copy.standing, outside=copy.made.outside, voice=voice)
            )
        )

    def _audited(self, found: Audit) -> None:
        self._audit = found
        self._draw()
        # The checklist says that nothing was found; anywhere else the answer would not be seen.
        if found.findings or self.tabs.currentWidget() is not self.checks:
            self.tabs.setCurrentWidget(self.findings)


def _title(month: Month | None) -> Says:
    def says(voice: Voice) -> str:
        if month is None:
            return voice.tr("Month end")
        return voice.tr("Month end: {month}").format(month=voice.month(month))

    return says
