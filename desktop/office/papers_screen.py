"""Papers of the office: chosen, shown as they print, printed, and kept as PDF, workbook or text."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from typing_extensions import override

from desktop.console.exporting import write_whole
from desktop.office.making import QUESTIONS, paper_bytes, title_of
from desktop.office.screen import SightScreen
from desktop.office.session import OfficeSession
from desktop.office.sight_bar import month_options
from desktop.office.state import Wanted, months_offered
from desktop.parts.ask import Asks, FileKind
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.pdf_view import PdfView
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.print_job import PrintJob
from desktop.parts.text_fields import PickField
from desktop.parts.words import Button, Label, Says
from desktop.session.printout import Printout, printed
from desktop.session.screen import Opens, show_dialog
from ledger.domain.days import Month
from ledger.domain.network.answers import Worst
from ledger.domain.network.register import Organisation
from ledger.domain.network.rollup import By
from ledger.domain.refusals import Refusal
from reports.words.network_words import SORTS, WORST
from reports.words.refused import sentence
from reports.words.voice import Language, Voice

_LANGUAGES: tuple[tuple[Language, Says], ...] = (
    ("th", lambda voice: voice.tr("Thai")),
    ("en", lambda voice: voice.tr("English")),
    ("both", lambda voice: voice.tr("Both languages")),
)
_FILES = {
    ".pdf": FileKind(lambda voice: voice.tr("PDF"), ("pdf",)),
    ".xlsx": FileKind(lambda voice: voice.tr("Spreadsheet"), ("xlsx",)),
    ".txt": FileKind(lambda voice: voice.tr("Text"), ("txt",)),
}
_LINES = 14  # as much of a page as must be seen at once


class OfficePapersScreen(SightScreen):
    """One paper at a time, of the month and the organisations that are looked at."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.version = 0
        self.form = Form(voice)
        self.paper = self.form.add(
            lambda voice: voice.tr("Which paper"),
            PickField(voice, [(name, _title(name)) for name in QUESTIONS]),
        )
        self.by = self.form.add(
            lambda voice: voice.tr("Grouped"), PickField(voice, _options(SORTS))
        )
        self.worst = self.form.add(
            lambda voice: voice.tr("The worst first"), PickField(voice, _options(WORST))
        )
        self.earlier = self.form.add(
            lambda voice: voice.tr("Beside"),
            PickField(voice, month_options(months_offered(session.today))),
        )
        self.earlier.pick(session.sight.month.plus(-1))
        self.organisation = self.form.add(
            lambda voice: voice.tr("Organisation"), Chooser(voice), optional=False
        )
        self.language = self.form.add(
            lambda voice: voice.tr("Language of the paper"), PickField(voice, _LANGUAGES)
        )
        self.language.pick(voice.tongue)
        self.show_button = Button(lambda voice: voice.tr("Show"), voice)
        self.save_sheet = Button(lambda voice: voice.tr("Save as spreadsheet"), voice)
        self.save_text = Button(lambda voice: voice.tr("Save as text"), voice)
        self.note = Note(voice)
        self.view = PdfView(voice)
        self.view.hide()
        self._lay_out()
        self._wire()
        self._draw()

    @override
    def show_sight(self) -> None:
        rows = self.session.register.organisations
        self.organisation.set_choices([_choice(one, self.voice) for one in rows])
        if self.view.isVisible():
            self.show_paper()

    @override
    def set_voice(self, voice: Voice) -> None:
        super().set_voice(voice)
        rows = self.session.register.organisations
        self.organisation.set_choices([_choice(one, voice) for one in rows])

    @override
    def open_at(self, key: Hashable) -> None:
        """A paper by its name, or with what decides it: how it is sorted, or whose it is."""
        name, *rest = key if isinstance(key, tuple) else (key,)
        self.paper.pick(name)
        self.freshen()
        self._pick(rest)
        self._draw()
        self.show_paper()

    @override
    def take_keyboard(self) -> None:
        self.paper.setFocus()

    def wanted(self) -> Wanted | None:
        """What is asked for; None while a field is missing."""
        sight = self.session.sight
        paper = str(self.paper.picked())
        fields: dict[str, Any] = {"month": sight.month}
        if paper == "figures":
            organisation = self.organisation.chosen()
            if organisation is None:
                return None
            return Wanted(paper, {**fields, "organisation": organisation, "version": self.version})
        fields["chosen"] = sight.chosen
        picked = {"roll-up": ("by", self.by), "compare": ("worst", self.worst)}
        picked["change"] = ("earlier", self.earlier)
        if paper in picked:
            name, field = picked[paper]
            fields[name] = field.picked()
        return Wanted(paper, fields)

    def show_paper(self) -> None:
        """Make the paper off the main thread and show it, or say what is missing."""
        self._make(".pdf", self._shown)

    def _lay_out(self) -> None:
        self.view.setMinimumHeight(self.fontMetrics().height() * _LINES)
        heading = Label(lambda voice: voice.tr("Papers"), self.voice, heading=True)
        buttons = ButtonRow((self.show_button, self.save_sheet, self.save_text))
        for widget in (heading, self.sight, self.form, buttons, self.note):
            self.body.addWidget(widget)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)

    def _wire(self) -> None:
        self.paper.changed.connect(self._draw)
        self.organisation.changed.connect(self._other_organisation)
        self.show_button.clicked.connect(self.show_paper)
        self.save_sheet.clicked.connect(self._save_sheet)
        self.save_text.clicked.connect(self._save_text)
        self.view.print_asked.connect(self._print)
        self.view.save_asked.connect(self._save_pdf)

    def _pick(self, rest: Sequence[Any]) -> None:
        for value in rest[:1]:
            if isinstance(value, By):
                self.by.pick(value)
            elif isinstance(value, Worst):
                self.worst.pick(value)
            elif isinstance(value, Month):
                self.earlier.pick(value)
            else:
                self.organisation.choose(value)
        self.version = int(rest[1]) if len(rest) > 1 else 0

    def _other_organisation(self) -> None:
        self.version = 0

    def _draw(self) -> None:
        """Only the fields that this paper asks for."""
        shown = self.paper.picked()
        for name, field in (
            ("roll-up", self.by),
            ("compare", self.worst),
            ("change", self.earlier),
            ("figures", self.organisation),
        ):
            self.form.show_row(field, visible=shown == name)

    def _make(self, ending: str, then: Any) -> None:
        self.note.remark(SILENT)
        if not self.form.is_ready():
            return
        wanted, language = self.wanted(), self.language.picked()
        if wanted is None or language not in ("th", "en", "both"):
            return
        session = self.session
        session.work(
            lambda _work: paper_bytes(session, wanted, language, ending),
            says=lambda voice: voice.tr("Making the paper"),
            then=then,
            failed=lambda refusal: self._say("problem", lambda voice: sentence(refusal, voice)),
            alone=True,
        )

    def _shown(self, pdf: bytes) -> None:
        self.view.show()
        self.view.open(pdf)

    def _print(self) -> None:
        job = PrintDialog.ask(self.view.count, self.voice, self)
        if job is not None:
            self._send(self.view.pdf, job)

    def _send(self, pdf: bytes, job: PrintJob) -> None:
        self.session.work(
            lambda work: printed(pdf, job, work),
            says=lambda voice: voice.tr("Printing"),
            then=self._printed,
            alone=True,
        )

    def _printed(self, printout: Printout) -> None:
        self._say("hint" if printout.whole else "problem", printout.says)

    def _save_pdf(self) -> None:
        self._keep(self.view.pdf, ".pdf")

    def _save_sheet(self) -> None:
        self._make(".xlsx", lambda content: self._keep(content, ".xlsx"))

    def _save_text(self) -> None:
        self._make(".txt", lambda content: self._keep(content, ".txt"))

    def _keep(self, content: bytes, ending: str) -> None:
        name = f"{self.paper.picked()}-{self.session.sight.month.iso}{ending}"
        path = self.asks.save_file(
            lambda voice: voice.tr("Save the paper"), _FILES[ending], Path.home() / name
        )
        if path is None:
            return
        try:
            write_whole(path, lambda out: _written(content, out))
        except Refusal as refusal:
            said = refusal
            self._say("problem", lambda voice: sentence(said, voice))
        else:
            self._say("hint", lambda voice: voice.tr("Saved: {path}").format(path=path))

    def _say(self, kind: str, says: Says) -> None:
        self.note.remark(Remark("problem" if kind == "problem" else "hint", says))


def _written(content: bytes, out: BinaryIO) -> None:
    out.write(content)


def _choice(one: Organisation, voice: Voice) -> Choice:
    return Choice(one.code, voice.name(one.name_th, one.name_en), one.code, one.registration)


def _title(name: str) -> Says:
    return lambda voice: title_of(name, voice)


def _options(words: Any) -> list[tuple[Hashable, Says]]:
    return [(value, _tr(text)) for value, text in words.items()]


def _tr(text: str) -> Says:
    return lambda voice: voice.tr(text)
