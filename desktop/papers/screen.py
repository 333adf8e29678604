"""Reports: the list of papers, and one paper shown, printed and saved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.papers.making import (
    Batch,
    batch,
    everybody,
    keep,
    passbook_marks,
    single,
    title_of,
    unprinted,
)
from desktop.papers.paper_page import PaperPage
from desktop.papers.printing import count, gone_out, shared
from desktop.papers.state import PARAMS, UNPRINTED, Wanted, account_behind, opened_at
from desktop.parts.ask import Asks, FileKind
from desktop.parts.columns import ColumnSpec
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.print_job import PrintJob
from desktop.parts.table import Table
from desktop.parts.words import Label
from desktop.session import Session
from desktop.session.printout import Printout, printed
from desktop.session.screen import Opens, Screen, show_dialog
from desktop.tasks import Work
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

AsksForJob = Callable[[int, Voice, QWidget], PrintJob | None]

_PDF = FileKind(lambda voice: voice.tr("PDF for printing"), ("pdf",))
_SHEET = FileKind(lambda voice: voice.tr("Spreadsheet"), ("xlsx",))
_TEXT = FileKind(lambda voice: voice.tr("Plain text"), ("txt",))


@dataclass(frozen=True, slots=True)
class _Line:
    """A paper in the list."""

    place: int
    name: str


def paper_columns(voice: Voice) -> Sequence[ColumnSpec[_Line]]:
    title: ColumnSpec[_Line] = ColumnSpec(
        voice.tr("Report or paper"),
        lambda line: title_of(line.name, voice),
        lambda line: line.place,
        stretch=True,
    )
    return (title,)


class PapersScreen(Screen):
    """The list first; Enter opens a paper, Escape goes back."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        ask: Asks,
        opens: Opens = show_dialog,
        *,
        asks_for_job: AsksForJob = PrintDialog.ask,
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._asks_for_job = asks_for_job
        self._wanted: tuple[Wanted, ...] = ()
        self.table = Table(
            paper_columns,
            voice,
            name=lambda voice: voice.tr("Reports"),
            identity=lambda line: line.name,
        )
        self.page = PaperPage(session, voice)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page())
        self.stack.addWidget(self.page)
        self.body.addWidget(self.stack)
        self._wire()

    @override
    def ask_again(self) -> None:
        self.table.set_rows([_Line(place, name) for place, name in enumerate(PARAMS)])

    @override
    def open_at(self, key: Hashable) -> None:
        found = opened_at(key)
        if found is not None:
            self.open_paper(*found)

    def open_paper(self, name: str, known: Mapping[str, Any]) -> None:
        self.stack.setCurrentIndex(1)
        self.page.open_paper(name, known)
        self.page.take_keyboard()

    @override
    def take_keyboard(self) -> None:
        if self.stack.currentIndex() == 0:
            self.table.setFocus()
        else:
            self.page.take_keyboard()

    def show_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.table.choose(self.page.name)
        self.table.view.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_paper = self.stack.currentIndex() == 1 and self.page.view.isVisible()
        if event.key() == Qt.Key.Key_Escape and self.stack.currentIndex() == 1:
            self.show_list()
        elif open_paper and event.matches(QKeySequence.StandardKey.Print):
            self._print()
        elif open_paper and event.matches(QKeySequence.StandardKey.Save):
            self._save_pdf()
        else:
            super().keyPressEvent(event)

    def _show(self, wanted: Wanted) -> None:
        """Make the paper off the main thread and show the very PDF that will be printed."""
        labels: tuple[str, ...] = ()
        if wanted.name == UNPRINTED:
            labels = unprinted(self.session.ask, today=self.session.today)
            if not labels:
                self.page.show_trouble(
                    lambda voice: voice.tr("Every receipt of this month is printed.")
                )
                return
        if wanted.everybody:
            labels = everybody(self.session.ask, today=self.session.today)
        papers = single(wanted, labels)
        if not papers:
            self.page.show_trouble(lambda voice: voice.tr("No member."))
            return
        self._make(papers, then=lambda made: self._was_made(papers, made))

    def _was_made(self, papers: tuple[Wanted, ...], made: Batch) -> None:
        """Only what is seen is printed: a batch that was left keeps the paper before it."""
        self._wanted = papers
        self.page.show_pdf(made.content)

    def _make(
        self,
        wanted: tuple[Wanted, ...],
        *,
        then: Callable[[Batch], None],
        ending: str = ".pdf",
        sets: int = 1,
    ) -> None:
        """Make the papers with the copy numbers that they would have now, off the main thread."""
        session, now = self.session, self.session.now

        def call(work: Work) -> Batch:
            return batch(
                session.ask,
                wanted,
                user=session.user,
                now=now,
                ending=ending,
                sets=sets,
                step=work.step,
            )

        session.work(
            call,
            says=lambda voice: voice.tr("Making the paper"),
            then=then,
            failed=self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.page.show_trouble(lambda voice: sentence(refusal, voice))

    def _print(self) -> None:
        job = self._asks_for_job(self.page.view.count, self.voice, self.window())
        if job is not None:
            sets, each = shared(job, self._wanted)
            self._make(self._wanted, then=lambda made: self._send(made, each), sets=sets)

    def _send(self, made: Batch, job: PrintJob) -> None:
        if made.sets == 1:  # what is seen is one set, and the next job chooses pages from it
            self.page.show_pdf(made.content)
        job = replace(job, pages=made.in_all_sets(job.pages))
        self.session.work(
            lambda work: printed(made.content, job, work),
            says=lambda voice: voice.tr("Printing"),
            then=lambda printout: self._was_printed(made, job, printout),
        )

    def _was_printed(self, made: Batch, job: PrintJob, printout: Printout) -> None:
        """A paper that no printer took is not counted: the next one is still the original."""
        try:
            count(gone_out(printout, job, made), self.session.ask, self.session.run)
            if printout.whole:
                self._remember()
        except Refusal as refusal:
            self._refused(refusal)
        self.asks.tell(printout.says)

    def _remember(self) -> None:
        """What stands in passbooks from now on."""
        for command in passbook_marks(self.session.ask, self._wanted):
            self.session.run(command)

    def _save_pdf(self) -> None:
        if (path := self._asked_path(_PDF)) is not None:
            self._make(self._wanted, then=lambda made: self._write_pdf(made, path))

    def _write_pdf(self, made: Batch, path: Path) -> None:
        self.page.show_pdf(made.content)
        if self._keep(made, path):
            self._remember()

    def _save_sheet(self) -> None:
        self._save_as(_SHEET)

    def _save_text(self) -> None:
        self._save_as(_TEXT)

    def _save_as(self, kind: FileKind) -> None:
        asked = self._asked_for()
        path = self._asked_path(kind) if asked else None
        if path is not None:
            ending = f".{kind.endings[0]}"
            self._make(asked, then=lambda made: self._write(made, path), ending=ending)

    def _write(self, made: Batch, path: Path) -> None:
        self._keep(made, path)

    def _keep(self, made: Batch, path: Path) -> bool:
        """Counted is only what stands on the disk; answers whether it does."""
        session = self.session
        try:
            keep(made.content, path, lambda: count(made.papers, session.ask, session.run))
        except Refusal as refusal:
            self._refused(refusal)
            return False
        self.asks.tell(lambda voice: voice.tr("Saved: {path}").format(path=path))
        return True

    def _asked_for(self) -> tuple[Wanted, ...]:
        """What the fields say; with no member chosen, the papers of everybody that are in sight."""
        wanted = self.page.wanted()
        if wanted is not None and wanted.name != UNPRINTED:
            return (wanted,)
        return self._wanted if self.page.view.isVisible() else ()

    def _asked_path(self, kind: FileKind) -> Path | None:
        proposed = f"{self.page.name}-{self.session.today.isoformat()}.{kind.endings[0]}"
        return self.asks.save_file(
            lambda voice: voice.tr("Save the paper"), kind, Path.home() / proposed
        )

    def _show_behind(self) -> None:
        """The lines of an account in the time of the paper."""
        wanted = self.page.wanted()
        account, since, until = account_behind(wanted.fields if wanted else {}, self.session.today)
        self.show_account(account, since=since, until=until)

    def _list_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(lambda voice: voice.tr("Reports"), self.voice, heading=True))
        rows.addWidget(self.table, 1)
        return page

    def _wire(self) -> None:
        self.table.activated.connect(self._open_line)
        self.page.left.connect(self.show_list)
        self.page.shown.connect(self._show)
        self.page.view.print_asked.connect(self._print)
        self.page.view.save_asked.connect(self._save_pdf)
        self.page.behind.clicked.connect(self._show_behind)
        self.page.save_sheet.clicked.connect(self._save_sheet)
        self.page.save_text.clicked.connect(self._save_text)

    def _open_line(self, line: _Line) -> None:
        self.open_paper(line.name, {})
