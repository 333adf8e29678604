"""Printing papers: numbered ones that went out are counted, so that copies say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.papers.making import Ask, Batch, number_of
from desktop.papers.state import COUNTED, Wanted
from desktop.parts.print_job import PrintJob
from desktop.session.printout import Printout
from ledger.domain.commands import Command, Outcome
from ledger.domain.papers import report_label
from ledger.usecases.printing import RecordPrint

Run = Callable[[Command], Outcome]


def shared(job: PrintJob, wanted: Iterable[Wanted]) -> tuple[int, PrintJob]:
    """Into how many sets a job falls, and the job for each of them.

    Of counted papers only one is the original: its copies say so, and a printer would not tell.
    """
    if any(one.name in COUNTED for one in wanted):
        return job.copies, replace(job, copies=1)
    return 1, job


def count(wanted: Iterable[Wanted], ask: Ask, run: Run) -> None:
    """Count in the book what was printed or written, so that the next ones say they are copies.

    Raises:
        Refusal: there is no such paper, or the book cannot be written.
    """
    for one in wanted:
        number = number_of(ask, one)
        if number is not None:
            run(RecordPrint(paper=number))
        elif one.name == "monthly-report":
            # It has no number and no copies; month end asks whether it was printed at all.
            run(RecordPrint(paper=report_label(one.fields["month"])))


def gone_out(printout: Printout, job: PrintJob, batch: Batch) -> tuple[Wanted, ...]:
    """The papers of which a printer took a page, however the printing ended."""
    return batch.on_pages((job.pages * job.copies)[: printout.sides])
