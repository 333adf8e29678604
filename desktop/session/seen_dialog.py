"""A list printed as it is seen: its rows in their order on a page that is looked at first.

A Screen opens it for each of its lists, from the list's menu or by Ctrl+P.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import Seen
from desktop.parts.dialog import Dialog
from desktop.parts.field import Note, Remark
from desktop.parts.pdf_view import PdfView
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.progress import ProgressLine
from desktop.parts.words import Button, Says, verbatim
from desktop.session.printout import Printout, printed
from desktop.session.session import Session
from desktop.session.sheet_dialog import PDF, AsksForJob
from desktop.session.working import Working
from desktop.tasks import Running
from ledger.domain.refusals import FolderUnwritable
from ledger.queries.standing import letterhead
from reports.words.refused import sentence
from reports.words.voice import Voice

if TYPE_CHECKING:
    from reports.documents.frame import Frame

_UPRIGHT = 6  # so many columns are good to read on an upright page


def seen_pdf(session: Session, voice: Voice, title: str, seen: Seen) -> bytes:
    """The list as a paper under the cooperative's name, with who printed it and when."""
    # Papers and their lettering are not loaded at the start of the window.
    from reports.document import Printed
    from reports.documents.frame import Frame

    frame = Frame(session.ask(letterhead), voice, Printed(session.user, session.now))
    return list_paper(frame, title, seen)


def list_paper(frame: Frame, title: str, seen: Seen) -> bytes:
    """The list as a paper in this frame."""
    from reports.document import A4
    from reports.documents.frame import paper
    from reports.render.pdf import render_pdf

    sheet = A4 if len(seen.heads) <= _UPRIGHT else A4.landscape()
    out = BytesIO()
    render_pdf([paper(frame, title, [seen.as_table()], sheet=sheet)], frame.voice, out)
    return out.getvalue()


class SeenDialog(Dialog):
    """Shows the page; prints it, or keeps it as a file."""

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        pdf: bytes,
        voice: Voice,
        ask: Asks,
        *,
        title: str,
        job: AsksForJob = PrintDialog.ask,
        works: Working,
        sends: Callable[..., Printout] = printed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(verbatim(title), voice, parent)
        self._asks, self._job, self._sends, self._name = ask, job, sends, title
        self._works, self._printing = works, False
        self._running: Running | None = None
        self.note = Note(voice)
        self.progress = ProgressLine(voice)
        self.view = PdfView(voice)
        self.view.open(pdf)
        self.close_button = Button(lambda voice: voice.tr("Close"), voice)
        self.body.addWidget(self.note)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.view, 1)
        self.add_buttons(self.close_button)
        self.view.print_asked.connect(self.print_list)
        self.view.save_asked.connect(self.save)
        self.close_button.clicked.connect(self.accept)
        self.view.print_button.setFocus()

    @override
    def sizeHint(self) -> QSize:
        screen = self.screen().availableSize()
        return QSize(screen.width() * 3 // 4, screen.height() * 7 // 8)

    def print_list(self) -> None:
        """Send the list to a printer that is chosen."""
        job = self._job(self.view.count, self.voice, self)
        if job is None:
            return
        pdf = self.view.pdf
        self.view.print_button.setEnabled(False)
        self._works.stepped.connect(self.progress.show_step)
        self._printing = True
        running = self._works.work(
            lambda work: self._sends(pdf, job, work),
            says=_printing,
            then=self._was_printed,
            stopped=self._was_stopped,
        )
        if self._printing:
            self._running = running
            self.progress.start(_printing, stop=running.cancel)

    def _was_printed(self, printout: Printout) -> None:
        if self._ended():
            self._say("hint" if printout.whole else "problem", printout.says)

    def _was_stopped(self) -> None:
        self._ended()

    def _ended(self) -> bool:
        """Whether somebody still looks at it."""
        if not self._printing:
            return False
        self._printing, self._running = False, None
        self._works.stepped.disconnect(self.progress.show_step)
        self.progress.finish()
        self.view.print_button.setEnabled(True)
        return True

    @override
    def done(self, result: int) -> None:
        """Whoever leaves it stops what is still being printed."""
        if self._running is not None:
            self._running.cancel()
        self._ended()
        super().done(result)

    def save(self) -> None:
        """Keep the list as a file."""
        path = self._asks.save_file(
            lambda voice: voice.tr("Save the paper"), PDF, Path.home() / f"{self._name}.pdf"
        )
        if path is None:
            return
        from reports.render.whole_file import whole_file

        try:
            with whole_file(path) as stream:
                stream.write(self.view.pdf)
        except OSError:
            refused = FolderUnwritable(str(path.parent))
            self._say("problem", lambda voice: sentence(refused, voice))
        else:
            self._say("hint", lambda voice: voice.tr("Saved: {path}").format(path=path))

    def _say(self, kind: str, says: Says) -> None:
        self.note.remark(Remark("problem" if kind == "problem" else "hint", says))


def _printing(voice: Voice) -> str:
    return voice.tr("Printing")
