"""In and out: a workbook is looked at, compared, imported and taken back; the book goes out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.exchange_area.columns import (
    footing_columns,
    imported_columns,
    problem_columns,
)
from desktop.exchange_area.out_page import OutPage, write_to
from desktop.exchange_area.proof_paper import proof_pdf
from desktop.exchange_area.state import (
    Chosen,
    can_be_taken_back,
    facts_of,
    imported,
    looked_at,
    problem_said,
    stopped_said,
    take_back_of,
)
from desktop.exchange_area.table_page import TablePage
from desktop.parts.ask import Asks, FileKind
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session import Place, Session
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.session.steps import run_steps
from desktop.session.tabs import Tabs
from desktop.tasks import Work
from ledger.domain.refusals import Refusal
from ledger.exchange.opening_blank import write_opening_workbook
from ledger.exchange.opening_file import CellProblem
from ledger.exchange.opening_taking import take_over
from ledger.queries.import_runs import import_runs
from ledger.queries.opening import opening_lists
from ledger.queries.opening_proof import carryings
from reports.words.voice import Voice

_WORKBOOK = FileKind(lambda voice: voice.tr("Workbook"), ("xlsx",))


class ExchangeScreen(Screen):
    """Books on paper come in by a workbook; everything goes out in open formats."""

    SHOWS = frozenset({"carryings", "bank_accounts", "import_runs", "funds"})

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.chosen: Chosen | None = None
        self.blank = Button(lambda voice: voice.tr("Make the workbook"), voice)
        self.choose = Button(lambda voice: voice.tr("Choose a filled workbook"), voice, main=True)
        self.take_over = Button(lambda voice: voice.tr("Import"), voice)
        self.take_back = Button(lambda voice: voice.tr("Take back"), voice)
        self.proof = Button(lambda voice: voice.tr("Cut-over sheet"), voice)
        self.to_sign = Button(lambda voice: voice.tr("Cut-over sheet to sign"), voice)
        self.said = Label(nothing, voice)
        self.facts = Label(lambda voice: facts_of(self.chosen, voice), voice)
        self._make_tables(voice)
        self.lists = TablePage(self)
        self.out = OutPage(self)
        self.tabs = Tabs(
            (
                (lambda voice: voice.tr("Books on paper"), self._paper_page(voice)),
                (lambda voice: voice.tr("Lists of others"), self.lists),
                (
                    lambda voice: voice.tr("What was imported"),
                    _page(ButtonRow((self.take_back, self.proof)), self.imports),
                ),
                (lambda voice: voice.tr("Everything out"), self.out),
            ),
            voice,
        )
        self.body.addWidget(Label(lambda voice: voice.tr("Import and export"), voice, heading=True))
        self.body.addWidget(self.tabs, 1)
        self._wire()
        self._draw()

    @override
    def ask_again(self) -> None:
        rows = imported(self.session.ask(carryings), self.session.ask(import_runs))
        self.imports.set_rows(rows)
        self.lists.freshen()
        self.out.freshen()
        self._draw()

    @override
    def take_keyboard(self) -> None:
        self.choose.setFocus()

    def _make_tables(self, voice: Voice) -> None:
        self.problems = Table(
            problem_columns,
            voice,
            name=lambda voice: voice.tr("What has to be corrected"),
            identity=lambda row: (row.sheet, row.row, row.column),
        ).without_find()
        self.problems.say_when_empty(lambda voice: voice.tr("Nothing has to be corrected."))
        self.footings = Table(
            footing_columns,
            voice,
            name=lambda voice: voice.tr("Totals on paper beside what was read"),
            identity=lambda row: row.account,
        ).without_find()
        self.footings.say_when_empty(lambda voice: voice.tr("No totals were read yet."))
        self.imports = Table(
            imported_columns,
            voice,
            name=lambda voice: voice.tr("What was imported"),
            identity=lambda row: (row.carrying, row.number),
        ).without_find()
        self.imports.say_when_empty(lambda voice: voice.tr("Nothing was imported yet."))

    def _paper_page(self, voice: Voice) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(ButtonRow((self.blank, self.choose, self.to_sign, self.take_over)))
        rows.addWidget(self.facts)
        rows.addWidget(self.said)
        rows.addWidget(
            Tabs(
                (
                    (lambda voice: voice.tr("What has to be corrected"), self.problems),
                    (
                        lambda voice: voice.tr("Totals on paper beside what was read"),
                        self.footings,
                    ),
                ),
                voice,
            ),
            1,
        )
        return page

    def _wire(self) -> None:
        self.blank.clicked.connect(self._make_blank)
        self.choose.clicked.connect(self._choose)
        self.to_sign.clicked.connect(self._show_to_sign)
        self.take_over.clicked.connect(self._take_over)
        self.take_back.clicked.connect(self._take_back)
        self.proof.clicked.connect(self._show_proof)
        self.imports.chosen.connect(self._draw)
        self.problems.chosen.connect(self._say)
        self.imports.activated.connect(self._show_proof)

    def _draw(self, _: object = None) -> None:
        chosen = self.chosen
        self.facts.say(lambda voice: facts_of(chosen, voice))
        self.problems.set_rows(() if chosen is None else chosen.problems)
        self._say(next(iter(chosen.problems), None) if chosen is not None else None)
        found = None if chosen is None else chosen.found
        self.footings.set_rows(() if found is None else found.footings)
        self.to_sign.setEnabled(chosen is not None and chosen.proof is not None)
        self.take_over.setEnabled(chosen is not None and chosen.can_be_booked)
        row = self.imports.current()
        self.take_back.setEnabled(can_be_taken_back(row))
        self.proof.setEnabled(row is not None and row.carrying)

    def _say(self, problem: CellProblem | None) -> None:
        self.said.say(lambda voice: problem_said(problem, voice))

    def _make_blank(self) -> None:
        path = self.asks.save_file(
            lambda voice: voice.tr("Save the workbook"),
            _WORKBOOK,
            self.session.path.with_name("opening.xlsx"),
        )
        if path is not None:
            lists = self.session.ask(opening_lists)
            write_to(self, path, lambda out: write_opening_workbook(lists, out))

    def _choose(self) -> None:
        path = self.asks.open_file(
            lambda voice: voice.tr("Choose a filled workbook"),
            (_WORKBOOK,),
            self.session.path.parent,
        )
        if path is None:
            return
        lists = self.session.ask(opening_lists)

        def look(work: Work) -> Chosen:
            """Also what is refused for other reasons than a cell is said before the import."""
            chosen = looked_at(path, lists, work.count)
            if chosen.found is not None and chosen.can_be_booked:
                try:
                    self.session.rehearse(chosen.found.command(path.name), work)
                except Refusal as refusal:
                    return replace(chosen, refusal=refusal)
            return chosen

        self.session.work(
            look,
            then=self._looked,
            failed=lambda refusal: self._looked(Chosen(path, refusal=refusal)),
            says=lambda voice: voice.tr("Looking at the workbook"),
            alone=True,
        )

    def _looked(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._draw()

    def _show_to_sign(self) -> None:
        """The sheet that the committee signs, while nothing is booked yet: looked at, printed."""
        from desktop.session.seen_dialog import SeenDialog

        proof = None if self.chosen is None else self.chosen.proof
        if proof is None:
            return
        session, voice = self.session, self.voice

        def show(pdf: bytes) -> None:
            title = self.voice.tr("Cut-over sheet")
            self.show_form(SeenDialog(pdf, self.voice, self.asks, title=title, works=session))

        session.work(
            lambda _work: proof_pdf(session, proof, voice),
            says=lambda voice: voice.tr("Making the paper"),
            then=show,
        )

    def _take_over(self) -> None:
        chosen = self.chosen
        if chosen is None or chosen.found is None or not chosen.can_be_booked:
            return
        if not self.asks.sure(
            lambda voice: voice.tr("Import the workbook? It can be taken back as a whole later."),
            yes=lambda voice: voice.tr("Import"),
        ):
            return
        found, source = chosen.found, chosen.path.name
        lists = self.session.ask(opening_lists)
        run_steps(
            self.session,
            lambda run: take_over(run, found, lists, source),
            then=self._taken_over,
            stopped=self._stopped,
            says=lambda voice: voice.tr("Importing the workbook"),
        )

    def _stopped(self, sheets: int) -> None:
        """What was chosen stays, unless sheets of it stand in the book now: it is read anew."""
        if sheets:
            self.chosen = None
            self.ask_again()
        self.facts.say(lambda voice: stopped_said(sheets, voice))

    def _taken_over(self) -> None:
        self.chosen = None
        self.ask_again()
        self.tabs.setCurrentIndex(2)
        newest = max((one.number for one in self.session.ask(carryings).rows), default=0)
        self.imports.choose((True, newest))

    def _take_back(self) -> None:
        row = self.imports.current()
        if not can_be_taken_back(row):
            return
        reason = self.asks.line(lambda voice: voice.tr("Why is the import taken back?"))
        if reason is not None:
            self.session.attempt(take_back_of(row, self.session.today, reason))

    def _show_proof(self) -> None:
        row = self.imports.current()
        if row is not None and row.carrying:
            self.go_to.emit(Place("papers", ("cut-over", row.number)))


def _page(buttons: ButtonRow, table: Table) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(buttons)
    rows.addWidget(table, 1)
    return page
