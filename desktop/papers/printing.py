"""Printing papers: numbered ones are counted first, so that copies say that they are copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from desktop.papers.making import Ask, number_of
from desktop.papers.state import Wanted
from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed, print_pdf
from desktop.tasks import Work
from ledger.domain.commands import Command, Outcome
from ledger.domain.papers import report_label
from ledger.usecases.printing import RecordPrint
from reports.words.voice import Voice

Run = Callable[[Command], Outcome]


@dataclass(frozen=True, slots=True)
class Printout:
    """How a printing ended: how many sides went out, and why no more of them."""

    sides: int
    failed: PrintingFailed | None = None

    def says(self, voice: Voice) -> str:
        if self.failed is not None:
            return self.failed.sentence(voice)
        return voice.tr_n("{count} page printed.", "{count} pages printed.", self.sides).format(
            count=voice.number(self.sides)
        )


def counted(wanted: Iterable[Wanted], ask: Ask, run: Run) -> tuple[Wanted, ...]:
    """The papers with their copy numbers; the book counts each numbered one.

    Raises:
        Refusal: there is no such paper, or the book cannot be written.
    """
    return tuple(_counted(one, ask, run) for one in wanted)


def _counted(wanted: Wanted, ask: Ask, run: Run) -> Wanted:
    number = number_of(ask, wanted)
    if number is None:
        if wanted.name == "monthly-report":
            # It has no number and no copies; month end asks whether it was printed at all.
            run(RecordPrint(paper=report_label(wanted.fields["month"])))
        return wanted
    copy = run(RecordPrint(paper=number)).made["copy"]
    return replace(wanted, fields={**wanted.fields, "copy": copy})


def printed(pdf: bytes, job: PrintJob, work: Work) -> Printout:
    """Print, and bring home what the printer says; for use off the main thread."""
    try:
        return Printout(print_pdf(pdf, job, step=work.step))
    except PrintingFailed as failed:
        return Printout(failed.pages, failed)
