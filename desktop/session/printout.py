"""A printing brought home: how many sides went out, and why no more of them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.parts.print_job import PrintJob
from desktop.parts.printing import PrintingFailed, print_pdf
from desktop.tasks import Cancelled, Work
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Printout:
    """How a printing ended."""

    sides: int
    failed: PrintingFailed | None = None
    stopped: bool = False

    @property
    def whole(self) -> bool:
        """Whether all that was wanted went out."""
        return self.failed is None and not self.stopped

    def says(self, voice: Voice) -> str:
        if self.failed is not None:
            return self.failed.sentence(voice)
        if self.stopped:
            return _stopped(self.sides, voice)
        return voice.tr_n("{count} page printed.", "{count} pages printed.", self.sides).format(
            count=voice.number(self.sides)
        )


def printed(pdf: bytes, job: PrintJob, work: Work) -> Printout:
    """Print, and bring home what the printer says; for use off the main thread.

    Pages that a printer has are printed, whoever stops it: they are counted as well.
    """
    sides = 0

    def step(done: int, of: int) -> None:
        nonlocal sides
        sides = done
        work.step(done, of)

    try:
        return Printout(print_pdf(pdf, job, step=step))
    except PrintingFailed as failed:
        return Printout(failed.pages, failed)
    except Cancelled:
        return Printout(sides, stopped=True)


def _stopped(sides: int, voice: Voice) -> str:
    if not sides:
        return voice.tr("Stopped. Nothing was printed.")
    return voice.tr_n(
        "Stopped. {count} page had gone to the printer and counts as printed.",
        "Stopped. {count} pages had gone to the printer and count as printed.",
        sides,
    ).format(count=voice.number(sides))
